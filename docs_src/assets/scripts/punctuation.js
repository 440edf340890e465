// Half-width marks inside Chinese prose as Chinese print has them, by the rules of punctuation/chinese_marks.py: each
// is in an element that says what the source has (data-mark); what is copied has that again.
(() => {
  "use strict";
  const HALF = ",;:?!()", FULL = "，；：？！（）";
  /** @type {Record<string, string>} */
  const QUOTES = { "\"": "“”", "'": "‘’" };
  const LETTER = "[\\u{3007}\\u{3400}-\\u{9fff}\\u{f900}-\\u{faff}\\u{20000}-\\u{33fff}]";
  const BEHIND = `${LETTER.slice(0, -1)}》〉」』】〕〗”’）。，、；：？！…—]`;
  const BEFORE = `${LETTER.slice(0, -1)}《〈「『【〔〖“‘（]`;
  const POINT = `[,;:?!](?:(?<=${BEHIND}.)|(?<=${BEHIND}[ \u3000].)|(?=${BEFORE}))`;
  const YEAR = "^[0-9]{4}$";
  const NUMBER = "^[0-9\\u{7b2c}]";
  const PLAIN = "[0-9A-Za-z]";
  const CLOSED = "^(?:$|[ \u3000,;:?!)，。、；：？！）”’》])";
  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, caption";
  const ASIDE = ".editor-note, .source-line, .visually-hidden, .page-print, .para-tools, button";
  const root = document.documentElement;
  const tools = window.gongbaoTools;

  /** @param {string} pattern @param {string} text */
  const has = (pattern, text) => new RegExp(pattern, "u").test(text);

  /** What is before and behind a stretch of a text. @param {string} text @param {number} first @param {number} last */
  const around = (text, first, last = first) => [
    Array.from(text.slice(Math.max(0, first - 2), first)).pop() || "",
    Array.from(text.slice(last + 1, last + 3))[0] || ""
  ];

  /** Whether brackets are of Chinese prose. @param {string} text @param {number} first @param {number} last */
  function isChinesePair(text, first, last) {
    const inner = text.slice(first + 1, last), [before, behind] = around(text, first, last);
    if (text[first] === "（" || text[last] === "）") { return true; }
    if (has(YEAR, inner) && has(NUMBER, behind)) { return false; }
    return has(LETTER, inner) || has(BEHIND, before) || (has(BEFORE, behind) && !has(PLAIN, before));
  }

  /** @param {string} text */
  function showBrackets(text) {
    const shown = text.split("");
    /** @type {number[]} */
    const open = [];
    for (const { 0: bracket, index: last } of text.matchAll(/[()（）]/g)) {
      if ("(（".includes(bracket)) {
        open.push(last);
      } else if (open.length) {
        const first = /** @type {number} */ (open.pop());
        if (isChinesePair(text, first, last)) { [shown[first], shown[last]] = "（）"; }
      }
    }
    return shown.join("");
  }

  /** Whether quotation marks are of Chinese prose. @param {string} text @param {number} first @param {number} last */
  const isChineseQuote = (text, first, last) => !(text[first] in QUOTES && text[last] in QUOTES) ||
    has(LETTER, text.slice(first, last)) || around(text, first, last).some((one) => has(LETTER, one));

  /** Whether a mark is inside a word in Latin letters. @param {string} text @param {number} at */
  const isApostrophe = (text, at) => "'’".includes(text[at]) && around(text, at).every((one) => has(PLAIN, one));

  /** @param {string} text @param {string} straight */
  function showQuotes(text, straight) {
    const [opening, closing] = QUOTES[straight];
    const shown = text.split("");
    let begin = -1;
    for (const { 0: one, index: at } of text.matchAll(new RegExp(`[${straight}${opening}${closing}]`, "g"))) {
      if (isApostrophe(text, at)) { continue; }
      if (one === opening || (begin < 0 && one === straight)) {
        begin = one === opening || !has(CLOSED, around(text, at)[1]) ? at : -1;
      } else if (begin >= 0) {
        if (isChineseQuote(text, begin, at)) { [shown[begin], shown[at]] = [opening, closing]; }
        begin = -1;
      }
    }
    return shown.join("");
  }

  tools.showMarks = (text) => {
    if (!/[,;:?!()"']/.test(text)) { return text; }
    const paired = Object.keys(QUOTES).reduce(showQuotes, showBrackets(text));
    return paired.replace(new RegExp(POINT, "gu"), (point) => FULL[HALF.indexOf(point)]);
  };

  const article = /** @type {HTMLElement} */ (document.querySelector("article.text"));
  if (!article) { return; }

  /** The printed texts of a block. @param {Element} block */
  function textsOf(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const text = /** @type {Text} */ (walker.currentNode), parent = text.parentElement;
      if (parent?.closest(BLOCKS) === block && !parent.closest(ASIDE)) { texts.push(text); }
    }
    return texts;
  }

  /** Whether most cells of a table that say anything are figures. @param {HTMLTableElement} table */
  function isOfFigures(table) {
    const cells = Array.from(table.querySelectorAll("tbody :is(td, th)"), (cell) => textsOf(cell)
      .map((text) => text.data).join("").trim()).filter(Boolean);
    return cells.filter((cell) => !has(LETTER, cell)).length * 2 > cells.length;
  }

  /** @type {{ text: Text, source: string, shown: string }[]} */
  const marks = [];

  /** Put an element around each mark of some texts that is shown otherwise. @param {Text[]} texts */
  function mark(texts) {
    const whole = texts.map((text) => text.data).join("");
    const shown = tools.showMarks(whole);
    let end = whole.length;
    for (const text of shown === whole ? [] : texts.reverse()) {
      const begin = end - text.length;
      for (let at = end - 1; at >= begin; at -= 1) {
        if (shown[at] === whole[at]) { continue; }
        const one = text.splitText(at - begin);
        one.splitText(1);
        const span = tools.make("span", { "data-mark": whole[at] });
        one.replaceWith(span);
        span.append(one);
        marks.push({ text: one, source: whole[at], shown: shown[at] });
      }
      end = begin;
    }
  }

  /** Show all marks as print has them, or as the source has them. @param {boolean} isSource */
  function show(isSource) {
    for (const { text, source, shown } of marks) { text.data = isSource ? source : shown; }
  }

  const setting = () => show(root.dataset.punctuation === "source");

  tools.asPrinted = (act) => {
    show(true);
    const made = act();
    setting();
    return made;
  };

  /** A copied text has the marks of the source; the selection stays as it is. */
  function copy() {
    const selection = /** @type {Selection} */ (getSelection());
    const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = selection;
    if (!anchorNode || !focusNode || isCollapsed) { return; }
    const select = () => selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    show(true);
    select();
    setTimeout(() => {
      setting();
      select();
    });
  }

  function start() {
    const figures = Array.from(article.querySelectorAll("table")).filter(isOfFigures);
    for (const block of tools.readable(article, BLOCKS)) {
      if (figures.some((table) => table.contains(block)) || block.matches(".run-on")) { continue; }
      const next = block.matches(".run-in") ? block.nextElementSibling : null;
      mark([...textsOf(block), ...next?.matches(".run-on") ? textsOf(next) : []]);
    }
    for (const entry of document.querySelectorAll(".toc li")) { mark(textsOf(entry)); }
    setting();
    new MutationObserver(setting).observe(root, { attributeFilter: ["data-punctuation"] });
    document.addEventListener("copy", copy);
  }

  // An address with words to go to is looked for in the text as it was loaded.
  const [loaded] = performance.getEntriesByType("navigation");
  if (loaded?.name.includes(":~:")) { addEventListener("load", () => setTimeout(start)); } else { start(); }
})();
