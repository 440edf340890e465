// The way to an article, by its number as people write it; document.js loads it when somebody asks for one.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;
  const article = /** @type {HTMLElement} */ (document.querySelector("article.text"));

  tools.readNumeral = (text) => {
    const { digits, units } = window.gongbaoShared;
    const plain = text.normalize("NFKC");
    if (/^\d+$/.test(plain)) { return Number(plain); }
    const characters = Array.from(plain);
    if (!plain || !characters.every((each) => each in digits || each in units)) { return NaN; }
    if (!characters.some((each) => each in units)) { return Number(characters.map((each) => digits[each]).join("")); }
    let total = 0, digit = 0;
    for (const each of characters) {
      if (each in units) { total += (digit || 1) * units[each]; }
      digit = each in units ? 0 : digits[each];
    }
    return total + digit;
  };

  tools.readArticle = (text) => {
    const { before, after, traditional, sub } = window.gongbaoShared.article;
    const bare = text.replace(new RegExp(`[${before}${after}${traditional}\\s]`, "g"), "");
    const given = bare.split(new RegExp(`[${sub}\\-.]`));
    const [main, inserted] = given;
    const numbers = given.map(tools.readNumeral);
    if (given.length > 2 || !numbers.every((part) => part > 0)) { return null; }
    return { anchor: `art-${numbers.join("-")}`, title: before + main + after + (inserted ? sub + inserted : "") };
  };

  if (!article) { return; }

  const titles = Array.from(article.querySelectorAll(".part-title"));

  /** The place among the titles of the instrument of an element; -1 before all. @param {Element} element */
  const instrument = (element) =>
    titles.filter((part) => part === element || tools.isBefore(part, element)).length - 1;

  /** All headings of an article; several instruments may have one of that number. @param {string} name */
  function articles(name) {
    return /** @type {HTMLElement[]} */ (Array.from(article.querySelectorAll(`[id$='${name}']`)))
      .filter((element) => element.id === name || element.id.endsWith(`-${name}`));
  }

  let last = { anchor: "", nth: -1 };

  /** Which of several is meant: of the instrument that is read, and the next one when it is asked for again.
   * @param {Element[]} found @param {string} anchor @param {number} read */
  function choose(found, anchor, read) {
    if (last.anchor === anchor && instrument(found[last.nth]) === read) { return (last.nth + 1) % found.length; }
    return Math.max(0, found.findIndex((each) => instrument(each) >= read));
  }

  /**
   * Show a heading and put the focus there, so that reading and the keyboard go on from it.
   * @param {HTMLElement} element
   */
  function go(element) {
    location.hash = element.id;
    element.tabIndex = -1;
    element.focus();
  }

  tools.leadTo = (input, read) => {
    const asked = tools.readArticle(input.value);
    const found = asked ? articles(asked.anchor) : [];
    input.setAttribute("aria-invalid", String(!found.length));
    if (!asked) { tools.announce(say("script.ask_article")); return; }
    if (!found.length) { tools.announce(say("script.no_article", { article: asked.title })); return; }
    last = { anchor: asked.anchor, nth: choose(found, asked.anchor, read) };
    tools.announce(found.length > 1 ? say("script.places", { n: found.length, nth: String(last.nth + 1) }) : "");
    go(found[last.nth]);
  };
})();
