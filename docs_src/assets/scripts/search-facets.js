// Filters of the results: what is chosen is in the address, so that a search can be sent and bookmarked.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const shared = window.gongbaoShared;
  const { say } = window.gongbaoWords;
  /** @type {FacetName[]} */
  const NAMES = ["gazette", "region", "topic", "issuer", "year", "kind", "column", "status"];
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
   * The values of a document; several issuers, kinds or subjects of one have bars between them.
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

  // A field of type date has the order of the browser's language, not that of the page. Here a year, a month or a day
  // is written as people write it, the year first: 2020-08-13, 2020.8, 20200813, or with the words for the three.
  const DAY = "(\\d{4})(?:\\D(\\d{1,2})(?:\\D(\\d{1,2}))?\\D?|(\\d\\d)(\\d\\d)|\\D)?";

  search.readDay = (text, end) => {
    const plain = text.normalize("NFKC").replace(/\s+/g, "");
    const [year, ...rest] = (new RegExp(`^${DAY}$`).exec(plain) || []).slice(1).filter(Boolean).map(Number);
    if (year === undefined) { return ""; }
    const [first, last] = end === "from" ? [1, 1] : [12, 31];
    const [month = first, day = Math.min(last, new Date(2000 + year % 400, month, 0).getDate())] = rest;
    const date = new Date(2000 + year % 400, month - 1, day); // the calendar comes again after 400 years
    const isReal = date.getMonth() === month - 1 && date.getDate() === day;
    return isReal ? String(year).padStart(4, "0") + tools.dayOf(date).slice(4) : "";
  };

  /**
   * One end of a stretch of time.
   * @param {State} state
   * @param {"from" | "until"} name
   * @param {string} word
   * @param {Change} change
   */
  function dateField(state, name, word, change) {
    const id = `date-${name}`;
    const field = tools.make("input", {
      type: "text", name, value: state[name], pattern: DAY, placeholder: "2020-08-13", autocomplete: "off",
      "aria-describedby": id
    });
    const wrong = tools.make("span", { class: "date-wrong", id, role: "alert" });
    field.addEventListener("change", () => {
      const day = search.readDay(field.value, name);
      const isWrong = !day && field.value.trim() !== "";
      field.setAttribute("aria-invalid", String(isWrong));
      wrong.textContent = isWrong ? say("search.no_day") : "";
      if (isWrong || day === state[name]) { return; }
      state[name] = day;
      change(name, "");
    });
    return tools.make("div", { class: "date" }, tools.make("label", {}, `${word} `, field), wrong);
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

  search.showFacets = (panel, state, result, change) => {
    panel.replaceChildren(...NAMES.flatMap((name) => fieldset(state, result, name, change)), dates(state, change));
    if (search.countChosen(state)) { panel.append(clearer(state, change)); }
  };
})();
