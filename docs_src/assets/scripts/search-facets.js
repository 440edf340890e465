// Filters of the results: what is chosen is in the address, so that a search can be sent and bookmarked.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const shared = window.gongbaoShared;
  const { say } = window.gongbaoWords;
  /** @type {FacetName[]} */
  const NAMES = ["gazette", "region", "issuer", "year", "kind", "column", "status"];
  /** @type {("from" | "until")[]} */
  const ENDS = ["from", "until"];
  const BY_DATE = "date";
  const STATES = [...Object.values(shared.states), "begun"];
  const SHOWN = 6;

  search.readState = (address) => {
    const given = new URL(address).searchParams;
    const chosen = /** @type {State["chosen"]} */ ({});
    for (const name of NAMES) { chosen[name] = given.getAll(name).filter(Boolean); }
    chosen.status = chosen.status.map((value) => shared.states[value] || value);
    const [text, from, until, issue] = ["q", "from", "until", "issue"].map((name) => given.get(name) || "");
    const sort = given.get("sort") === BY_DATE ? BY_DATE : "";
    return { text: text.trim(), from, until, issue, sort, chosen };
  };

  search.writeState = (state) => {
    const given = new URLSearchParams({ q: state.text });
    for (const name of NAMES) {
      for (const value of state.chosen[name]) { given.append(name, value); }
    }
    for (const name of /** @type {const} */ (["from", "until", "issue", "sort"])) {
      if (state[name]) { given.set(name, state[name]); }
    }
    return `?${given}`;
  };


  search.dayNumber = (text) => {
    const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) || []).slice(1).map(Number);
    return year === undefined ? 0 : (year * 12 + month) * 32 + day;
  };

  const TODAY = search.dayNumber(tools.dayOf(new Date()));

  search.statusOn = (today, { facets, terms: [from, until] }, document) => from[document] || until[document] ?
    tools.stateOn(today, from[document], until[document]) : facets.status[document];

  /**
   * The values of a document; several issuers of one have bars between them.
   * @param {Columns} columns
   * @param {FacetName} name
   * @param {number} document
   */
  const valuesOf = (columns, name, document) => name === "status" ? [search.statusOn(TODAY, columns, document)] :
    columns.facets[name][document].split("|");

  /** @param {State} state @param {number} date */
  function isInRange(state, date) {
    const from = search.dayNumber(state.from), until = search.dayNumber(state.until);
    const last = date % 32 ? date : date + 31;
    return (!from || (date > 0 && last >= from)) && (!until || (date > 0 && date <= until));
  }

  /**
   * Whether a document passes all filters but one.
   * @param {State} state
   * @param {Columns} columns
   * @param {number} document
   * @param {string} but
   */
  function passes(state, columns, document, but) {
    if (state.issue && state.issue !== columns.issues[document]) { return false; }
    return isInRange(state, columns.dates[document]) && NAMES.every((name) => {
      const chosen = state.chosen[name];
      if (name === but || !chosen.length) { return true; }
      return valuesOf(columns, name, document).some((value) => chosen.includes(value));
    });
  }

  search.filter = (state, result) => {
    const { dates: days } = result.columns;
    const items = result.order.filter((item) => passes(state, result.columns, item.document, ""));
    if (!state.sort) { return items; }
    return items.sort((one, other) => days[other.document] - days[one.document]);
  };

  search.countValues = (state, result, name) => {
    /** @type {Map<string, number>} */
    const counts = new Map(state.chosen[name].map((value) => [value, 0]));
    for (const { document } of result.order.filter((item) => passes(state, result.columns, item.document, name))) {
      for (const value of valuesOf(result.columns, name, document).filter(Boolean)) {
        counts.set(value, (counts.get(value) || 0) + 1);
      }
    }
    return Array.from(counts).sort((one, other) => name === "year" ? Number(other[0]) - Number(one[0]) :
      other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  };

  search.countChosen = (state) => NAMES.reduce((sum, name) => sum + state.chosen[name].length, 0) +
    ENDS.filter((name) => state[name]).length + (state.issue ? 1 : 0);

  /**
   * How a reader is shown a value; all but years and states are printed in gazettes.
   * @param {FacetName} name
   * @param {string} value
   */
  function labelOf(name, value) {
    if (name === "year") { return say("date.year", { year: value }); }
    if (name === "status") { return STATES.includes(value) ? say(`validity.${value}`) : value; }
    return tools.make("span", search.chinese, value);
  }

  /**
   * One value to choose.
   * @param {State} state
   * @param {FacetName} name
   * @param {[string, number]} pair
   * @param {Change} change
   */
  function choice(state, name, [value, count], change) {
    const box = tools.make("input", { type: "checkbox", name, value });
    box.checked = state.chosen[name].includes(value);
    box.addEventListener("change", () => {
      const others = state.chosen[name].filter((chosen) => chosen !== value);
      state.chosen[name] = box.checked ? [...others, value] : others;
      change(name, value);
    });
    const number = tools.make("span", { class: "facet-count" }, String(count));
    return tools.make("label", {}, box, " ", labelOf(name, value), " ", number);
  }

  /** The button that shows the values that are rare. @param {HTMLLabelElement[]} labels */
  function more(labels) {
    const button = tools.button(say("search.more_values", { n: labels.length }), () => {
      button.replaceWith(...labels);
      labels[0].querySelector("input")?.focus();
    }, { class: "facet-more" });
    return button;
  }

  /**
   * The choices of a facet; none where there is nothing to choose.
   * @param {State} state
   * @param {Result} result
   * @param {FacetName} name
   * @param {Change} change
   */
  function fieldset(state, result, name, change) {
    const values = search.countValues(state, result, name);
    if (values.length < 2 && !state.chosen[name].length) { return []; }
    const isOfArchives = name === "status" && result.columns.brief;
    const legend = isOfArchives ? say("search.brief.status") : say(`search.facet.${name}`);
    const labels = values.map((pair) => choice(state, name, pair, change));
    const first = labels.filter((label, at) => at < SHOWN || label.querySelector("input")?.checked);
    const rest = labels.filter((label) => !first.includes(label));
    return [tools.make("fieldset", {}, tools.make("legend", {}, legend), ...first, ...rest.length ? [more(rest)] : [])];
  }

  /**
   * One end of a stretch of time.
   * @param {State} state
   * @param {"from" | "until"} name
   * @param {string} word
   * @param {Change} change
   */
  function dateField(state, name, word, change) {
    const field = tools.make("input", { type: "date", name, value: state[name] });
    field.addEventListener("change", () => {
      state[name] = field.value;
      change(name, "");
    });
    return tools.make("label", {}, `${word} `, field);
  }

  /** @param {State} state @param {Change} change */
  function dates(state, change) {
    return tools.make("fieldset", {}, tools.make("legend", {}, say("search.dates")),
      dateField(state, "from", say("search.from"), change), dateField(state, "until", say("search.until"), change));
  }

  /** @param {State} state @param {Change} change */
  function clearer(state, change) {
    return tools.button(say("search.clear"), () => {
      for (const name of NAMES) { state.chosen[name] = []; }
      state.from = state.until = state.issue = "";
      change("from", "");
    }, { class: "facet-clear" });
  }

  // Above the results: what the search is limited to, their order, and ways to keep the search

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

  search.showScope = async (box, state, result, change) => {
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
  };

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
  // A name of these alone is that of its file: generator/pages/index/indexes.py changes others, and long ones.
  const PLAIN = /^[\u4e00-\u9fff]{1,40}$/;

  /**
   * The feed of a name, if it has one: the site has feeds, and a document has the name.
   * @param {Columns} columns
   * @param {"issuer" | "kind"} facet
   * @param {string} name
   */
  function feedOf(columns, facet, name) {
    const isThere = columns.facets[facet].some((values) => values.split("|").includes(name));
    if (!FEEDS || !PLAIN.test(name) || !isThere) { return []; }
    const href = new URL(`feeds/${facet}s/${encodeURIComponent(name)}.xml`, search.root).href;
    return [tools.make("a", { href, type: "application/atom+xml" }, say("search.feed", { name }))];
  }

  search.showTools = (box, state, result, change) => {
    const names = /** @type {const} */ (["issuer", "kind"]);
    const feeds = names.flatMap((facet) => state.chosen[facet].flatMap((name) => feedOf(result.columns, facet, name)));
    box.hidden = !result.order.length;
    box.replaceChildren(sorter(state, change), ...sharer(), ...feeds);
  };

  search.showFacets = (panel, state, result, change) => {
    panel.replaceChildren(...NAMES.flatMap((name) => fieldset(state, result, name, change)), dates(state, change));
    if (search.countChosen(state)) { panel.append(clearer(state, change)); }
  };
})();
