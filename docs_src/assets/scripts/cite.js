// Link and citation of every paragraph of a document; document.js loads it when somebody asks for them.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;
  const article = /** @type {HTMLElement} */ (document.querySelector("article.text"));

  tools.quote = (text) => {
    let isInner = false;
    const inner = text.replace(/[“”‘’]/g, (mark) => {
      if (mark === "“" || mark === "”") {
        isInner = mark === "“";
        return isInner ? "‘" : "’";
      }
      if (!isInner) { return mark; }
      return mark === "‘" ? "“" : "”";
    });
    return `“${inner}”`;
  };

  /** What is made of the marks of punctuation that the source has. @template Made @param {() => Made} act */
  const printed = (act) => tools.asPrinted ? tools.asPrinted(act) : act();

  /** The first characters of a text, none of them cut in two. @param {string} text @param {number} many */
  const opening = (text, many) => Array.from(text).slice(0, many).join("");

  /** The printed words of a paragraph, with the run-in heading before it. @param {Element} element */
  function quotable(element) {
    const heading = element.matches(".run-on") ? element.previousElementSibling : null;
    const before = heading ? heading.textContent + (heading.matches(".article") ? "\u3000" : "") : "";
    return before + tools.wordsOf(element, ", .editor-note");
  }

  /** The nearest anchor at or before an element. @param {Element} element */
  function nearest(element) {
    if (element.id) { return element.id; }
    const before = Array.from(article.querySelectorAll("[id]"))
      .filter((other) => !other.closest(".doc-tools, .doc-status") && tools.isBefore(other, element)).pop();
    return before ? before.id : "title";
  }

  /**
   * The address of a paragraph: the nearest lasting anchor, and the first words as a text fragment
   * (https://wicg.github.io/scroll-to-text-fragment/). A browser that knows no fragments goes to the anchor.
   * @param {Element} element
   */
  function addressOf(element) {
    const anchored = `${location.href.split(/[?#]/)[0]}#${nearest(element)}`;
    const start = encodeURIComponent(opening(quotable(element), 24)).replace(/-/g, "%2D");
    return element.id || element.matches(".run-on") ? anchored : `${anchored}:~:text=${start}`;
  }

  /** The source line of an element, or the last before it that is known; 0 for none. @param {Element} element */
  function lineOf(element) {
    const heading = element.matches(".run-on") ? element.previousElementSibling : null;
    const own = (heading || element).querySelector(".source-line") || element.querySelector(".source-line");
    const line = own || Array.from(article.querySelectorAll(".source-line"))
      .filter((other) => !other.closest(".facts") && tools.isBefore(other, element)).pop();
    return line ? Number(line.textContent) : 0;
  }

  /** A passage with the reference to it: to its own printed page where that is known. @param {Element} element */
  function quoteWithSource(element) {
    const item = tools.cited();
    const page = tools.pageOfLine(document.getElementById("reference")?.dataset.pages || "", lineOf(element));
    const [, fragment = ""] = addressOf(element).split("#");
    const passage = { ...item, ...(page ? { page } : {}), ...(item.URL ? { URL: `${item.URL}#${fragment}` } : {}) };
    const values = { quotation: tools.quote(quotable(element)), source: tools.writeReference(passage, 2025) };
    return item.page && !page ? say("script.cited_first_page", values) : say("script.cited", values);
  }

  /** Put the tools after one paragraph. @param {Element} element */
  function equip(element) {
    const start = opening(quotable(element), 12);
    const span = tools.make("span", { class: "para-tools" },
      tools.button(say("script.link"), () => tools.copy(printed(() => addressOf(element)), say("script.link_copied")),
        { "aria-label": say("script.copy_link", { start }) }),
      tools.button(say("script.citation"),
        () => tools.copy(printed(() => quoteWithSource(element)), say("script.citation_copied")),
        { "aria-label": say("script.copy_citation", { start }) }));
    const inner = element.querySelector("ul, ol");
    if (inner) { inner.before(span); } else { element.append(span); }
  }

  /** The paragraphs of the text itself, without its head and signature, the fact box, notes and links around it. */
  function paragraphs() {
    return tools.readable(article, "p, li")
      .filter((element) => !element.closest(".signature, .date") && element.textContent?.trim());
  }

  tools.cite = (toggle) => {
    const on = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", String(on));
    for (const span of article.querySelectorAll(".para-tools")) { span.remove(); }
    if (on) { printed(() => paragraphs().forEach(equip)); }
    tools.announce(on ? say("script.citing") : "");
  };
})();
