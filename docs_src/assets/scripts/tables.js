// Tools above tables: a filter for long ones, and the download as CSV for those of documents; labels for lists of
// many columns and for the 校勘记. Without this script the tables are as they are.
(() => {
  "use strict";
  const LONG = 20;
  const MANY = 5;
  const SAVING = ["shared.js", "save-file.js"];
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;

  tools.foldCell = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[\s\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]+/gu, "");

  tools.safeCell = (text) => {
    const { formula, number } = window.gongbaoShared.cells;
    const isFormula = new RegExp(`^(?:${formula})`, "u").test(text);
    return isFormula && !new RegExp(`^(?:${number})$`, "u").test(text.trim()) ? `'${text}` : text;
  };

  tools.writeCsv = (grid) => {
    const cell = (/** @type {string} */ text) => /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    return `\ufeff${grid.map((line) => line.map(tools.safeCell).map(cell).join(",")).join("\r\n")}\r\n`;
  };

  /** The rows of data. @param {HTMLTableElement} table */
  const rowsOf = (table) => /** @type {HTMLTableRowElement[]} */ (Array.from(table.querySelectorAll("tbody > tr")));

  /** The printed words of a cell; those of the editors are no data. @param {HTMLElement} cell */
  function printedIn(cell) {
    const notes = /** @type {HTMLElement[]} */ (Array.from(cell.querySelectorAll(".editor-note, .source-line")));
    for (const note of notes) { note.hidden = true; }
    const words = cell.innerText.trim();
    for (const note of notes) { note.hidden = false; }
    return words;
  }

  /** The words of a row without the number of its line in the source. @param {HTMLElement} row */
  function wordsIn(row) {
    const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
    for (const number of copy.querySelectorAll(".source-line")) { number.remove(); }
    return copy.textContent || "";
  }

  tools.readGrid = (table) => {
    /** @type {string[][]} */
    const grid = Array.from(table.rows, () => []);
    Array.from(table.rows).forEach((row, y) => {
      let x = 0;
      for (const cell of row.cells) {
        while (grid[y][x] !== undefined) { x += 1; }
        for (const line of grid.slice(y, y + cell.rowSpan)) {
          for (let right = 0; right < cell.colSpan; right += 1) { line[x + right] = ""; }
        }
        grid[y][x] = printedIn(cell);
      }
    });
    return grid;
  };

  /** Hand the table over as a file named after it. @param {HTMLTableElement} table @param {string} name */
  function download(table, name) {
    const csv = tools.writeCsv(tools.readGrid(table));
    tools.saveFile(`${name.replace(/[\\/:*?"<>|\s]+/g, "-")}.csv`, csv, "text/csv");
  }

  /** @param {HTMLTableElement} table @param {string} name */
  function downloader(table, name) {
    return tools.button(say("script.download"), () => tools.load(SAVING).then(() => download(table, name)),
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

  /** The tools of one table, in a line above it. @param {Element} region */
  function equip(region) {
    const table = region.querySelector("table");
    const heading = table?.caption || document.querySelector("h1");
    const name = region.getAttribute("aria-label") || (heading?.textContent || "").trim();
    if (!table) { return; }
    /** @type {Element[]} */
    const made = rowsOf(table).length > LONG ? filter(table, name) : [];
    if (region.matches(".table-scroll")) { made.push(downloader(table, name)); }
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
