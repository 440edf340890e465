// Tools above tables: a filter for long ones, and the download as CSV for those of documents; labels for lists of
// many columns. Without script the tables stand as they are.
(function () {
  "use strict";

  var LONG = 20;
  var MANY = 5;

  /** A new element with properties and children. */
  function make(name, properties, children) {
    var element = Object.assign(document.createElement(name), properties);
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  /** Text for comparison: no blanks, no difference of width, case and form. */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\s\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]+/gu, "");
  }

  /** The rows of data. */
  function rows(table) { return Array.from(table.querySelectorAll("tbody > tr")); }

  /** The cells of a table as rows of text; a merged cell stands in its first place, the others stay empty. */
  function grid(table) {
    var lines = Array.from(table.rows, function () { return []; });
    Array.from(table.rows).forEach(function (row, y) {
      var x = 0;
      Array.from(row.cells).forEach(function (cell) {
        while (lines[y][x] !== undefined) { x += 1; }
        for (var down = 0; down < cell.rowSpan && y + down < lines.length; down += 1) {
          for (var right = 0; right < cell.colSpan; right += 1) { lines[y + down][x + right] = ""; }
        }
        lines[y][x] = cell.innerText.trim();
      });
    });
    return lines;
  }

  /** A cell that no spreadsheet takes for a formula; as export/tables.py has it: numbers and lone signs stay. */
  function safe(text) {
    var formula = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(text);
    var number = /^[+\-＋－]([\d,，]*\d([.．]\d+)?\s*[%％‰]?)?$/.test(text.trim());
    return formula && !number ? "'" + text : text;
  }

  /** CSV as RFC 4180 writes it, with the mark by which spreadsheets know UTF-8. */
  function csv(table) {
    return "\ufeff" + grid(table).map(function (line) {
      return line.map(safe).map(function (text) { return /[",\n]/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text; }).join(",");
    }).join("\r\n") + "\r\n";
  }

  /** Hand the table over as a file named after it. */
  function download(table, name) {
    var address = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv;charset=utf-8" }));
    make("a", { href: address, download: name.replace(/[\\/:*?"<>|\s]+/g, "-") + ".csv" }).click();
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  }

  /** The button for the download. */
  function downloader(table, name) {
    var button = make("button", { type: "button", textContent: "下载 CSV" });
    button.setAttribute("aria-label", "下载 CSV：" + name);
    button.addEventListener("click", function () { download(table, name); });
    return button;
  }

  /** A box that hides the rows in which what is typed does not stand, and says how many are left. */
  function filter(table, name) {
    var count = make("span", { className: "table-count" });
    var input = make("input", { type: "search", autocomplete: "off" });
    var all = rows(table);
    count.setAttribute("role", "status");
    input.setAttribute("aria-label", "筛选：" + name);
    input.addEventListener("input", function () {
      var wanted = fold(input.value);
      all.forEach(function (row) { row.hidden = fold(row.innerText || row.textContent).indexOf(wanted) < 0; });
      var left = all.filter(function (row) { return !row.hidden; }).length;
      count.textContent = wanted ? "显示 " + left + " 行，共 " + all.length + " 行" : "";
    });
    return [make("label", {}, ["筛选 ", input]), count];
  }

  /** The tools of one table, in a line above it. */
  function equip(region) {
    var table = region.querySelector("table");
    var heading = table.caption || document.querySelector("h1");
    var name = region.getAttribute("aria-label") || heading.textContent.trim();
    var tools = rows(table).length > LONG ? filter(table, name) : [];
    if (region.matches(".table-scroll")) { tools.push(downloader(table, name)); }
    if (tools.length) { region.before(make("div", { className: "table-tools" }, tools)); }
  }

  /** Give the cells of a list of many columns the names of their columns; a phone shows them (reader.css). */
  function label(region) {
    var names = Array.from(region.querySelectorAll("thead th"), function (head) { return head.textContent.trim(); });
    if (names.length < MANY || region.matches(".figures")) { return; }
    region.classList.add("labelled");
    rows(region).forEach(function (row) {
      Array.from(row.cells).forEach(function (cell, x) { cell.dataset.label = names[x]; });
    });
  }

  /** A list without links, which may be wider than a phone, takes the keyboard so that it can be scrolled. */
  function reachable(region) {
    if (region.matches("[tabindex]") || region.querySelector("a")) { return; }
    var heading = Array.from(document.querySelectorAll("h1, h2, h3")).filter(function (other) {
      return other.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_FOLLOWING;
    }).pop();
    region.tabIndex = 0;
    region.setAttribute("role", "group");
    region.setAttribute("aria-label", heading ? heading.textContent.trim() : "列表");
  }

  Array.from(document.querySelectorAll(".listing")).forEach(function (region) {
    reachable(region);
    label(region);
  });
  Array.from(document.querySelectorAll(".table-scroll, .listing")).filter(function (region) {
    return region.querySelector("table");
  }).forEach(equip);
})();
