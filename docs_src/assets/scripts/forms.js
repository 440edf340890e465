// What is done when somebody asks for it: plain text and Markdown of a document, made of its JSON by the rules of
// generator/forms as a bundle has them, tables as CSV, and tables as wide as the window.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;

  // What no form can carry, what ends a line, and what is markup: forms/carried.py and forms/markdown_text.py
  const FORBIDDEN = /[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/gu;
  const APART = /[\t-\r\x1c-\x1f\x85\u2028\u2029]+/g;
  const ANYWHERE = /[\\`*_{}[\]<>&|~$#^]/g;
  const AT_START = /^(?:[-+=:]|[0-9]+(?=[.)]))/;
  const BETWEEN = "\u3000";
  const EDGE = 24; // beside a table that is as wide as the window, in pixels

  const oneLine = (/** @type {string} */ text) => text.replace(APART, " ").replace(FORBIDDEN, "\ufffd");

  /** @param {string} text */
  function escape(text) {
    const line = oneLine(text).replace(ANYWHERE, "\\$&").replace(/^ +| +$/g, "");
    const sign = AT_START.exec(line);
    if (!sign) { return line; }
    const end = /\d/.test(sign[0]) ? sign[0].length : 0;
    return `${line.slice(0, end)}\\${line.slice(end)}`;
  }

  /** @param {FormBlock[]} blocks @param {number} place */
  function isCaption(blocks, place) {
    const block = blocks[place], following = blocks[place + 1];
    return block?.type === "heading" && block.kind === "caption" && following?.type === "table" &&
      following.caption === block.text;
  }

  /** The caption that a table prints above it. @param {FormPart} part @param {number} place */
  function ownCaption(part, place) {
    const { caption } = part.blocks[place];
    const above = part.blocks[place - 1];
    if (!caption) { return ""; }
    if (!above) { return caption === part.title ? "" : caption; }
    const isSaid = above.type === "heading" && !isCaption(part.blocks, place - 1) && above.text === caption;
    return isSaid ? "" : caption;
  }

  /** @param {FormBlock} table */
  function rowsOf({ header = [], rows = [], group }) {
    const groups = group === undefined ? 0 : 1;
    return [...header.slice(groups), ...header.slice(0, groups), ...rows];
  }

  /** What is above each group of a roster, and its persons. @param {FormBlock} roster */
  function groupsOf({ groups = [] }) {
    /** @type {string | null} */
    let above = null;
    return groups.map(({ role, label, members }) => {
      const isAgain = label !== undefined && role === above;
      const heads = isAgain || !role ? [] : [role];
      above = label === undefined ? null : role;
      const persons = members.map(({ name, post }) => oneLine([name, post].filter(Boolean).join(BETWEEN)));
      return { head: (label === undefined ? heads : [...heads, label]).map(oneLine).join(BETWEEN), persons };
    });
  }

  /** How the parts of a document are written. @type {Record<string, FormWriter>} */
  const WRITERS = {
    txt: {
      title: oneLine,
      text: oneLine,
      part: (text) => `\n${oneLine(text)}`,
      heading: oneLine,
      table: (rows) => rows.map((row) => row.map(oneLine).join("\t")).filter(Boolean).join("\n"),
      persons: (persons) => persons.filter(Boolean).join("\n"),
      between: "\n"
    },
    md: {
      title: (text) => heading(1, text),
      text: escape,
      part: (text) => heading(2, text),
      heading: (text, level) => heading(level, text),
      table: pipes,
      persons: (persons) => persons.map((person) => `- ${escape(person)}`).join("\n"),
      between: "\n\n"
    }
  };

  /** @param {number} level @param {string} text */
  function heading(level, text) {
    const escaped = escape(text);
    return escaped && `${"#".repeat(level)} ${escaped}`;
  }

  /** @param {string[][]} rows @param {boolean} hasHeader */
  function pipes(rows, hasHeader) {
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (!width) { return ""; }
    const row = (/** @type {string[]} */ cells) =>
      `| ${Array.from({ length: width }, (_, nth) => escape(cells[nth] || "")).join(" | ")} |`;
    const [header, ...body] = hasHeader ? rows : [[""], ...rows];
    return [row(header), `|${" --- |".repeat(width)}`, ...body.map(row)].join("\n");
  }

  /**
   * The pieces of a block.
   * @param {FormWriter} write @param {FormPart} part @param {number} place @param {string | undefined} framed
   * @param {number} level
   */
  function blockPieces(write, part, place, framed, level) {
    const block = part.blocks[place];
    if (block.type === "table") {
      return [write.text(ownCaption(part, place)), write.table(rowsOf(block), Boolean(block.header?.length))];
    }
    if (block.type === "roster") {
      return groupsOf(block).flatMap(({ head, persons }) => [write.text(head), write.persons(persons)]);
    }
    const text = framed ?? (block.text || "");
    return [block.type === "heading" ? write.heading(text, level) : write.text(text)];
  }

  tools.writeForm = (data, ending) => {
    const write = WRITERS[ending];
    const key = (/** @type {number | null} */ part, /** @type {number | null} */ block) => `${part} ${block}`;
    const framed = new Map(data.framed.map((one) => [key(one.part, one.block), one.text]));
    const levels = new Map(data.outline.map((one) => [key(one.part, one.block), one.level]));
    const around = (/** @type {number | null} */ part, /** @type {number | null} */ block) =>
      data.elements.filter((one) => one.part === part && one.block === block).map((one) => write.text(one.text));
    const pieces = [write.text(data.head || ""), write.title(data.title), write.text(data.number || "")];
    data.parts.forEach((part, index) => {
      const title = [part.label, part.title].filter(Boolean).join(BETWEEN);
      if (title) { pieces.push(...around(index, null), write.part(title)); }
      part.blocks.forEach((_, place) => {
        if (isCaption(part.blocks, place)) { return; }
        const own = key(index, place);
        pieces.push(...around(index, place));
        pieces.push(...blockPieces(write, part, place, framed.get(own), levels.get(own) || 0));
      });
    });
    pieces.push(...around(null, null));
    return `${pieces.filter(Boolean).join(write.between)}\n`;
  };

  tools.saveFile = (name, text, type) => {
    const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    tools.make("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  };

  tools.saveForm = async (address, ending) => {
    try {
      const data = await (await fetch(address)).json();
      tools.saveFile(`${data.id.replaceAll("/", "-")}.${ending}`, tools.writeForm(data, ending), "text/plain");
      tools.announce("");
    } catch {
      tools.announce(say("script.no_form"));
    }
  };

  tools.safeCell = (text) => {
    const { formula, number } = window.gongbaoShared.cells;
    const isFormula = new RegExp(`^(?:${formula})`, "u").test(text);
    return isFormula && !new RegExp(`^(?:${number})$`, "u").test(text.trim()) ? `'${text}` : text;
  };

  tools.writeCsv = (grid) => {
    const cell = (/** @type {string} */ text) => /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    return `\ufeff${grid.map((line) => line.map(tools.safeCell).map(cell).join(",")).join("\r\n")}\r\n`;
  };

  /** The printed words of a cell; those of the editors are no data. @param {HTMLElement} cell */
  function printedIn(cell) {
    const notes = /** @type {HTMLElement[]} */ (Array.from(cell.querySelectorAll(".editor-note, .source-line")));
    for (const note of notes) { note.hidden = true; }
    const words = cell.innerText.trim();
    for (const note of notes) { note.hidden = false; }
    return words;
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

  tools.saveTable = (table, name) => {
    const grid = tools.asPrinted ? tools.asPrinted(() => tools.readGrid(table)) : tools.readGrid(table);
    const csv = tools.writeCsv(grid);
    tools.saveFile(`${name.replace(/[\\/:*?"<>|\s]+/g, "-")}.csv`, csv, "text/csv");
  };

  tools.widen = (region, button) => {
    const table = /** @type {HTMLElement} */ (region);
    /** Where the window begins for the table, and how wide it is. */
    function fit() {
      const { left } = /** @type {Element} */ (table.parentElement).getBoundingClientRect();
      table.style.setProperty("--out", `${EDGE - left}px`);
      table.style.setProperty("--window", `${document.documentElement.clientWidth - 2 * EDGE}px`);
    }
    function toggle() {
      button.setAttribute("aria-pressed", String(table.classList.toggle("wide")));
      fit();
    }
    if (!table.style.length) {
      addEventListener("resize", fit);
      for (const place of [table, button]) {
        place.addEventListener("keydown", ({ key }) => {
          if (key !== "Escape" || !table.matches(".wide")) { return; }
          toggle();
          button.focus();
        });
      }
    }
    toggle();
  };
})();
