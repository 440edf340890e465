// Around the results: what the search is limited to, their order, ways to keep the search, and the filters.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { say } = window.gongbaoWords;
  const BY_DATE = "date";

  /** What readers call an issue. @param {Result} result @param {string} issue */
  async function nameOfIssue({ columns }, issue) {
    const document = columns.issues.indexOf(issue);
    if (document < 0) { return issue; }
    const name = await search.issueOf(document);
    return say("search.printed_in", { gazette: columns.facets.gazette[document], issue: name });
  }

  /** The name of a limit, as a button that takes it away. @param {string} name @param {() => void} remove */
  function limit(name, remove) {
    const label = [tools.make("span", search.chinese, name),
      tools.make("span", { class: "unseen" }, say("search.all_of_archive"))];
    const button = tools.button("", remove, { class: "limit" });
    button.append(...label, tools.make("span", { "aria-hidden": "true" }, " ×"));
    return button;
  }

  /**
   * Say what a search is limited to, each limit with a button that takes it away.
   * @param {HTMLElement} box
   * @param {State} state
   * @param {Result} result
   * @param {Change} change
   */
  async function showScope(box, state, result, change) {
    const limits = state.chosen.gazette.map((gazette) => limit(gazette, () => {
      state.chosen.gazette = state.chosen.gazette.filter((chosen) => chosen !== gazette);
      change("q", "");
    }));
    if (state.issue) {
      limits.push(limit(await nameOfIssue(result, state.issue), () => {
        state.issue = "";
        change("q", "");
      }));
    }
    box.hidden = !limits.length;
    box.replaceChildren(...limits.length ? [say("search.scope"), ...limits] : []);
  }

  /** The choice of an order. @param {State} state @param {Change} change */
  function sorter(state, change) {
    const select = tools.make("select", { id: "sort" }, tools.make("option", { value: "" }, say("search.by_fit")),
      tools.make("option", { value: BY_DATE }, say("search.by_date")));
    select.value = state.sort;
    select.addEventListener("change", () => {
      state.sort = select.value;
      change("sort", "");
    });
    return tools.make("label", {}, `${say("search.sort")} `, select);
  }

  /** Put a text on the clipboard; whether that was allowed. @param {string} text */
  function copy(text) {
    if (navigator.clipboard) { return navigator.clipboard.writeText(text).then(() => true, () => false); }
    const area = tools.make("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    return Promise.resolve(isCopied);
  }

  /** A button that copies the address of the search, and says so. */
  function sharer() {
    const said = tools.make("span", { role: "status" });
    const button = tools.button(say("search.copy"), async () => {
      said.textContent = await copy(location.href) ? say("search.copied") : say("search.copy_by_hand");
    }, { id: "share" });
    return [button, said];
  }

  const FEEDS = document.querySelector("link[rel=alternate][type='application/atom+xml']");

  /**
   * The feed of a name, once the server has said that there is one: names with signs and kinds of what is only issued
   * have none at this address.
   * @param {"issuer" | "kind"} facet
   * @param {string} name
   */
  async function feedOf(facet, name) {
    const href = new URL(`feeds/${facet}s/${encodeURIComponent(name)}.xml`, search.root).href;
    const mayBe = FEEDS && search.root.startsWith("http"); // from a disk nothing can be asked for
    const isThere = mayBe && await fetch(href, { method: "HEAD" }).then(({ ok }) => ok, () => false);
    return isThere ? [tools.make("a", { href, type: "application/atom+xml" }, say("search.feed", { name }))] : [];
  }

  /**
   * Fill the line above the results: their order, a link to the search, feeds of what is chosen.
   * @param {HTMLElement} box
   * @param {State} state
   * @param {Result} result
   * @param {Change} change
   */
  async function showTools(box, state, result, change) {
    box.hidden = !result.order.length;
    const order = sorter(state, change);
    box.replaceChildren(order, ...sharer());
    const names = /** @type {const} */ (["issuer", "kind"]);
    const asked = names.flatMap((facet) => state.chosen[facet].map((name) => feedOf(facet, name)));
    const feeds = (await Promise.all(asked)).flat();
    if (order.isConnected) { box.append(...feeds); }
  }

  search.showFilters = ({ filters, panel, bar, scope }, state, result, change) => {
    const chosen = search.countChosen(state);
    const summary = /** @type {HTMLElement} */ (filters.querySelector("summary"));
    summary.textContent = chosen ? say("search.filters_chosen", { n: chosen }) : say("search.filters");
    filters.hidden = !result.order.length;
    search.showFacets(panel, state, result, change);
    return Promise.all([showTools(bar, state, result, change), showScope(scope, state, result, change)]);
  };
})();
