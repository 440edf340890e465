// Link and citation of every paragraph of a document; document.js loads it when somebody asks for them.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;
  const article = /** @type {HTMLElement} */ (document.querySelector("article.text"));
  const source = document.getElementById("doc-tools")?.dataset.citation || "";

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

  /** The first characters of a text, none of them cut in two. @param {string} text @param {number} many */
  const opening = (text, many) => Array.from(text).slice(0, many).join("");

  /**
   * Put text on the clipboard; the older way where the newer one is not allowed.
   * @param {string} text
   * @param {string} done
   */
  function copy(text, done) {
    function older() {
      const area = tools.make("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const copied = document.execCommand("copy");
      area.remove();
      tools.announce(copied ? done : say("script.not_copied"));
    }
    if (!navigator.clipboard) { older(); return; }
    navigator.clipboard.writeText(text).then(() => tools.announce(done), older);
  }

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

  /** Put the tools after one paragraph. @param {Element} element */
  function equip(element) {
    const text = quotable(element);
    const start = opening(text, 12);
    const span = tools.make("span", { class: "para-tools" },
      tools.button(say("script.link"), () => copy(addressOf(element), say("script.link_copied")),
        { "aria-label": say("script.copy_link", { start }) }),
      tools.button(say("script.citation"), () => {
        const address = addressOf(element);
        copy(say("script.cited", { quotation: tools.quote(text), source, address }), say("script.citation_copied"));
      }, { "aria-label": say("script.copy_citation", { start }) }));
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
    if (on) { paragraphs().forEach(equip); }
    tools.announce(on ? say("script.citing") : "");
  };
})();
