// The page of results: reads the address, shows what was found, writes the address.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { say } = window.gongbaoWords;
  const PAGE = 20;
  const WAIT = 250;
  const EAGER = 20000;
  const IDLE = 700;
  const TITLE = document.title;

  /** @param {string} id */
  const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const input = /** @type {HTMLInputElement} */ (find("query"));
  const filters = /** @type {HTMLDetailsElement} */ (find("filters"));
  const status = find("search-status"), list = find("results"), panel = find("facets");
  const more = find("more"), button = find("confirm"), scope = find("scope"), bar = find("result-tools");
  const hint = status.textContent || "";

  let state = search.readState(location.href);
  /** @type {Result} */
  let result;
  /** @type {Item[]} */
  let items = [];
  /** @type {IntersectionObserver | undefined} */
  let watcher;
  let shown = 0, turn = 0, timer = 0;
  let isSettling = false;

  /** @param {Item[]} found */
  const documentsOf = (found) => found.map((item) => item.document);

  /**
   * Fill the element of a result; take it away when its text does not hold the words after all.
   * @param {Element} element
   * @param {number} number
   * @param {number} at
   */
  async function fill(element, number, at) {
    const where = await search.confirm(result, number);
    if (at !== turn) { return; }
    if (where === null) { drop(); return; }
    const content = await search.describe(result, number, await search.piece(number, where));
    if (at !== turn) { return; }
    element.replaceChildren(...content);
    element.removeAttribute("aria-busy");
  }

  /** Leave out what proved wrong: in the list, among the items to come, in the count. */
  function drop() {
    const isWrong = (/** @type {Item} */ item) => result.proofs.get(item.document) === null;
    const gone = new Set(documentsOf(items.filter(isWrong)).map(String));
    if (!gone.size) { return; }
    search.leaveOut(result);
    items = items.filter((item) => !isWrong(item));
    for (const element of Array.from(list.children)) {
      if (!gone.has(element.getAttribute("data-place") || "")) { continue; }
      element.remove();
      shown -= 1;
    }
    if (!result.order.length) { refine().catch(fail); return; }
    tell();
    if (shown < PAGE) { show(PAGE - shown).catch(fail); }
  }

  /** Fill elements when they come into sight. @param {number} at */
  function watch(at) {
    watcher?.disconnect();
    watcher = new IntersectionObserver((entries, observer) => {
      for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
        observer.unobserve(target);
        fill(target, Number(target.getAttribute("data-place")), at).catch(fail);
      }
    }, { rootMargin: "100px" });
  }

  /**
   * Show the next results: the text of the first at once, that of the others when they come into sight.
   * @param {number} many
   */
  async function show(many) {
    const manifest = await search.manifest();
    const at = turn;
    const filling = [];
    let budget = EAGER;
    for (const { document: number } of items.slice(shown, shown + many)) {
      const id = search.idOf(manifest, number);
      const element = tools.make("li", { "data-id": id, "data-place": String(number), "aria-busy": "true" });
      list.append(element);
      budget -= search.lengthOf(result.columns, number) * 3 / search.piecesOf(result.columns, number);
      if (budget > 0) { filling.push(fill(element, number, at)); } else { watcher?.observe(element); }
    }
    shown = Math.min(items.length, shown + many);
    more.hidden = shown >= items.length;
    await Promise.all(filling);
  }

  function clear() {
    list.replaceChildren();
    shown = 0;
    items = [];
    more.hidden = true;
    button.hidden = true;
  }

  // The count

  /** Say how many there are, and whether that is certain yet. */
  function tell() {
    const isExact = search.isProven(result, documentsOf(items));
    button.hidden = isExact || isSettling;
    status.replaceChildren(...search.sayCount({
      count: items.length, loose: items.filter((item) => !search.isStrict(result, item.document)).length, isExact,
      isSettling, isByDate: state.sort !== "", listed: shown, unfiltered: result.order.length
    }));
  }

  /** Put what is not shown yet in the order that the texts give. */
  function sortRest() {
    const first = items.slice(0, shown), above = new Set(documentsOf(first));
    search.leaveOut(result);
    items = [...first, ...search.filter(state, result).filter((item) => !above.has(item.document))];
  }

  /**
   * Look into the texts that the index leaves open; not when that is much to load.
   * @param {number} at
   * @param {number} most
   */
  async function settle(at, most) {
    const open = documentsOf(items);
    if (search.isProven(result, open) || search.costOf(result, open) > most) { return; }
    isSettling = true;
    tell();
    try {
      await search.prove(result, open, () => at === turn);
    } finally {
      if (at === turn) { isSettling = false; }
    }
    if (at !== turn) { return; }
    const before = items.length;
    sortRest();
    drop();
    if (at !== turn) { return; }
    if (items.length < before) { refill(); }
    tell();
  }

  /** Settle while the reader reads on. @param {number} at */
  function settleLater(at) {
    const saves = /** @type {any} */ (navigator).connection?.saveData;
    setTimeout(() => {
      if (at === turn) { settle(at, saves ? 0 : search.UNASKED).catch(tell); }
    }, IDLE);
  }

  // The filters

  /** Show them; they open when they leave nothing of what was found. */
  function showFilters() {
    search.showFilters({ filters, panel, bar, scope }, state, result, choose).catch(fail);
    filters.open = filters.open || (result.order.length > 0 && !items.length);
  }

  /** Fill the filters anew; focus stays where it is. */
  function refill() {
    const focused = /** @type {HTMLInputElement} */ (document.activeElement);
    const isIn = panel.contains(focused);
    showFilters();
    if (isIn) { focusOn(focused.name, focused.value); }
  }

  /** @param {string} name @param {string} value */
  function focusOn(name, value) {
    const box = Array.from(panel.querySelectorAll("input"))
      .find((field) => field.name === name && (field.type === "text" || field.value === value));
    const place = [name === "q" ? input : box, find(name), filters.querySelector("summary")].find(Boolean);
    /** @type {HTMLElement} */ (place).focus();
  }

  /** @param {string} name @param {string} value */
  function choose(name, value) {
    remember("pushState");
    refine().then(() => focusOn(name, value)).catch(fail);
  }

  // The query

  function fail() { status.textContent = say("search.failed"); }

  /** Show the results that pass the filters. */
  async function refine() {
    const at = turn += 1;
    isSettling = false;
    watch(at);
    clear();
    items = search.filter(state, result);
    showFilters();
    await show(PAGE);
    if (at !== turn) { return; }
    tell();
    settleLater(at);
    if (!result.order.length) {
      const { said, elements } = await search.help(state.text);
      if (at === turn) {
        list.replaceChildren(tools.make("li", {}, ...elements));
        status.append(said);
      }
    }
  }

  /** Say what is missing of a query that asks for nothing. @param {Query} query */
  function ask(query) {
    clear();
    filters.hidden = bar.hidden = scope.hidden = true;
    if (!state.text) { status.textContent = hint; return; }
    status.textContent = query.none.length ? say("search.only_excluded") : say("search.no_word");
  }

  /** Show what leads on where words alone do not. @param {string} text @param {Result} found */
  async function showWays(text, found) {
    const elements = await search.ways(text, found);
    if (found === result) { find("ways").replaceChildren(...elements); }
  }

  /** Find what the state asks for. */
  async function run() {
    const at = turn += 1;
    find("ways").replaceChildren();
    const query = search.parse(state.text);
    const site = TITLE.slice(TITLE.indexOf(" - ") + 3);
    document.title = state.text ? say("search.title", { query: state.text, site }) : TITLE;
    if (!query.all.length) { ask(query); return; }
    status.textContent = say("search.searching");
    try {
      const found = await search.find(state.text);
      if (at !== turn) { return; }
      result = found;
      showWays(state.text, found).catch(fail);
      await refine();
    } catch {
      fail();
    }
  }

  /** @param {"pushState" | "replaceState"} step */
  function remember(step) {
    try { history[step](null, "", search.writeState(state)); } catch { /* an address on a disk may be fixed */ }
  }

  /** Find what is typed. @param {"pushState" | "replaceState"} step */
  function take(step) {
    const text = input.value.trim();
    clearTimeout(timer);
    if (text === state.text) { return; }
    state = { ...state, text };
    remember(step);
    run();
  }

  function takeLater() {
    clearTimeout(timer);
    timer = setTimeout(() => take("replaceState"), WAIT);
  }

  async function showMore() {
    const first = shown;
    await show(PAGE);
    tell();
    list.children[first]?.querySelector("a")?.focus();
  }

  button.addEventListener("click", () => {
    status.tabIndex = -1;
    status.focus();
    settle(turn, Infinity).catch(fail);
  });
  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!(/** @type {InputEvent} */ (event).isComposing)) { takeLater(); }
  });
  input.addEventListener("compositionend", takeLater);
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    take("pushState");
  });
  more.addEventListener("click", () => showMore().catch(fail));
  window.addEventListener("popstate", () => {
    state = search.readState(location.href);
    input.value = state.text;
    run();
  });

  filters.open = window.matchMedia("(min-width: 60em)").matches;
  if (input.value.trim() && !state.text) { take("replaceState"); } else {
    input.value = input.value.trim() && document.activeElement === input ? input.value : state.text;
    run();
  }
})();
