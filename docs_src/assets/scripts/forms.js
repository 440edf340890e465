// Plain text and Markdown of a document, made of its JSON by the rules of generator/forms: as a bundle has them.
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

  tools.saveForm = async (address, ending) => {
    try {
      const data = await (await fetch(address)).json();
      tools.saveFile(`${data.id.replaceAll("/", "-")}.${ending}`, tools.writeForm(data, ending), "text/plain");
      tools.announce("");
    } catch {
      tools.announce(say("script.no_form"));
    }
  };
})();
