// Tools above tables: a filter for long ones, width and download as CSV for those of documents; labels for lists of
// many columns and for the 校勘记. Without this script the tables are as they are.
(() => {
  "use strict";
  const LONG = 20;
  const MANY = 5;
  const SAVING = ["shared.js", "forms.js"];
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;

  tools.foldCell = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[\s\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]+/gu, "");

  /** The rows of data. @param {HTMLTableElement} table */
  const rowsOf = (table) => /** @type {HTMLTableRowElement[]} */ (Array.from(table.querySelectorAll("tbody > tr")));

  /** The words of a row without the number of its line in the source. @param {HTMLElement} row */
  function wordsIn(row) {
    const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
    for (const number of copy.querySelectorAll(".source-line")) { number.remove(); }
    for (const mark of copy.querySelectorAll("[data-mark]")) { mark.textContent = mark.getAttribute("data-mark"); }
    return copy.textContent || "";
  }

  /** @param {HTMLTableElement} table @param {string} name */
  function downloader(table, name) {
    return tools.button(say("script.download"), () => tools.load(SAVING).then(() => tools.saveTable(table, name)),
      { "aria-label": say("script.download_of", { name }) });
  }

  /**
   * A box that hides the rows without what is typed, and says how many are left.
   * @param {HTMLTableElement} table
   * @param {string} name
   */
  function filter(table, name) {
    const count = tools.make("span", { class: "table-count", role: "status" });
    const input = tools.make("input", { type: "search", autocomplete: "off" });
    const rows = rowsOf(table);
    input.setAttribute("aria-label", say("script.filter_of", { name }));
    input.addEventListener("input", () => {
      const wanted = tools.foldCell(input.value);
      for (const row of rows) { row.hidden = !tools.foldCell(wordsIn(row)).includes(wanted); }
      const left = rows.filter((row) => !row.hidden).length;
      count.textContent = wanted ? say("script.rows", { n: left, total: rows.length }) : "";
    });
    return [tools.make("label", {}, `${say("script.filter")} `, input), count];
  }

  /** A switch that gives a wide table the width of the window. @param {Element} region @param {string} name */
  function widener(region, name) {
    const button = tools.button(say("script.widen"), () => tools.load(SAVING).then(() => tools.widen(region, button)),
      { "aria-label": say("script.widen_of", { name }), "aria-pressed": "false" });
    const offer = () => { button.hidden = !region.matches(".wide") && region.scrollWidth <= region.clientWidth + 1; };
    addEventListener("resize", offer);
    offer();
    return button;
  }

  /** The tools of one table, in a line above it. @param {Element} region */
  function equip(region) {
    const table = region.querySelector("table");
    const heading = table?.caption || document.querySelector("h1");
    const name = region.getAttribute("aria-label") || (heading?.textContent || "").trim();
    if (!table) { return; }
    /** @type {Element[]} */
    const made = rowsOf(table).length > LONG ? filter(table, name) : [];
    if (region.matches(".table-scroll")) { made.push(widener(region, name), downloader(table, name)); }
    if (made.length) { region.before(tools.make("div", { class: "table-tools" }, ...made)); }
  }

  /**
   * Give the cells of a list of many columns the names of their columns; a phone shows them (reader.css).
   * @param {Element} region
   */
  function label(region) {
    const names = Array.from(region.querySelectorAll("thead th"), (head) => (head.textContent || "").trim());
    if ((names.length < MANY && !region.matches(".notes")) || region.matches(".figures")) { return; }
    region.classList.add("labelled");
    for (const row of region.querySelectorAll("tbody > tr")) {
      const { cells } = /** @type {HTMLTableRowElement} */ (row);
      Array.from(cells).forEach((cell, x) => { cell.dataset.label = names[x]; });
    }
  }

  /**
   * A list without links, which may be wider than a phone, takes the keyboard so that it can be scrolled.
   * @param {HTMLElement} region
   */
  function reach(region) {
    if (region.matches("[tabindex]") || region.querySelector("a")) { return; }
    const heading = Array.from(document.querySelectorAll("h1, h2, h3"))
      .filter((other) => other.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    region.tabIndex = 0;
    region.setAttribute("role", "group");
    region.setAttribute("aria-label", (heading?.textContent || "").trim() || say("script.list"));
  }

  /** Put the number of the source line of each row, which is below the table without this script, beside the row. */
  function placeNumbers() {
    for (const number of document.querySelectorAll(".row-lines > a")) {
      const row = document.getElementById(/** @type {HTMLElement} */ (number).dataset.row || "");
      const cells = row instanceof HTMLTableRowElement ? Array.from(row.cells) : [];
      (cells.find((cell) => cell.textContent) || cells[0])?.prepend(number);
    }
    document.querySelectorAll(".row-lines:not(:has(a))").forEach((empty) => empty.remove());
  }

  placeNumbers();
  for (const region of document.querySelectorAll(".listing")) {
    reach(/** @type {HTMLElement} */ (region));
    label(region);
  }
  document.querySelectorAll(".table-scroll, .listing").forEach(equip);
})();
