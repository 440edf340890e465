// Tools of a document: the outline follows the reader, the way to an article, print; cite.js has those of paragraphs.
(() => {
  "use strict";
  const BRIEF = 130; // characters of three printed lines and some more
  const AROUND = ".red-head, .facts, .reference, .crumbs, .pager, .doc-tools, .doc-status, .line-switch, " +
    ".line-above, .page-print, nav, aside, [role=navigation]";
  const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const tools = window.gongbaoTools;
  const { say, language } = window.gongbaoWords;
  const FORMS = ["save-file.js", "forms.js"];
  const ARTICLES = ["shared.js", "article-numbers.js"];
  const REFERENCE = [`words/${language}-reference.js`, "shared.js", "save-file.js", "reference.js"];

  // Rules that ask nothing of the page

  tools.wordsOf = (element, without = "") => {
    const copied = /** @type {Element} */ (element.cloneNode(true));
    for (const inner of copied.querySelectorAll(`ul, ol, .para-tools, .source-line${without}`)) { inner.remove(); }
    return (copied.textContent || "").replace(/\s+/g, " ").trim();
  };

  tools.isBefore = (element, other) =>
    Boolean(other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);

  tools.readable = (article, selector) => {
    const end = article.querySelector("#related, #notes, .source");
    return Array.from(article.querySelectorAll(selector))
      .filter((element) => !element.closest(AROUND) && (!end || tools.isBefore(element, end)));
  };

  /** @param {Element} element */
  const topOf = (element) => element.getBoundingClientRect().top;

  /** The element that the address names. @param {string} [hash] */
  const targetOf = (hash = location.hash) => document.getElementById(decodeURIComponent(hash.slice(1)));

  const article = /** @type {HTMLElement} */ (document.querySelector("article.text"));
  const status = /** @type {HTMLElement} */ (document.getElementById("doc-status"));
  if (!article || !status) { return; }

  const titles = Array.from(article.querySelectorAll(".part-title"));

  tools.announce = (text) => { status.textContent = text; };

  // The outline

  /** Mark the entry of the outline whose heading was passed last, and keep it in sight. @param {HTMLElement} nav */
  function follow(nav) {
    /** @type {HTMLAnchorElement[]} */
    const links = Array.from(nav.querySelectorAll("a[href^='#']"));
    const entries = links.flatMap((link) => {
      const target = targetOf(link.hash);
      return target ? [{ link, target }] : [];
    });
    /** @type {HTMLAnchorElement | undefined} */
    let current;
    let isWaiting = false;
    function mark() {
      const passed = entries.filter((entry) => topOf(entry.target) < innerHeight / 3).pop()?.link;
      if (passed === current) { return; }
      current?.removeAttribute("aria-current");
      current = passed;
      if (!current) { return; }
      current.setAttribute("aria-current", "location");
      if (nav.scrollHeight > nav.clientHeight) { nav.scrollTop = current.offsetTop - nav.clientHeight / 3; }
    }
    addEventListener("scroll", () => {
      if (isWaiting) { return; }
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        mark();
      });
    }, { passive: true });
    mark();
  }

  // The way to an article

  /**
   * The title of the instrument that an element is in; none for what comes before all of them.
   * @param {Element} [element]
   */
  function instrument(element) {
    return titles.filter((part) => element && (part === element || tools.isBefore(part, element))).pop();
  }

  /** Says in which instrument the reader was last, before going up to the form. @param {HTMLFormElement} form */
  function reading(form) {
    /** @type {Element | undefined} */
    let read;
    let rest = 0;
    function arrive() {
      const target = targetOf();
      if (target && article.contains(target)) { read = instrument(target); }
    }
    function stay() {
      if (form.getBoundingClientRect().bottom > 0) { return; }
      const target = targetOf();
      read = titles.filter((part) => topOf(part) < innerHeight / 3).pop();
      if (target && topOf(target) > 0 && topOf(target) < innerHeight) { arrive(); }
    }
    addEventListener("scroll", () => {
      clearTimeout(rest);
      rest = setTimeout(stay, 300);
    }, { passive: true });
    addEventListener("hashchange", arrive);
    arrive();
    return () => read;
  }

  /** All headings of an article; several instruments may have one of that number. @param {string} name */
  function articles(name) {
    return Array.from(article.querySelectorAll(`[id$='${name}']`))
      .filter((element) => element.id === name || element.id.endsWith(`-${name}`));
  }

  /**
   * The form; it leads to the article of the instrument that is read, asked again to the next one.
   * @param {HTMLFormElement} form
   */
  function jump(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    const read = reading(form);
    let last = { anchor: "", nth: -1 };

    function choose(/** @type {Element[]} */ found, /** @type {string} */ anchor) {
      if (last.anchor === anchor && instrument(found[last.nth]) === read()) { return (last.nth + 1) % found.length; }
      const from = titles.indexOf(/** @type {Element} */ (read()));
      return Math.max(0, found.findIndex((each) => titles.indexOf(/** @type {Element} */ (instrument(each))) >= from));
    }

    function lead() {
      const asked = tools.readArticle(input.value);
      const found = asked ? articles(asked.anchor) : [];
      input.setAttribute("aria-invalid", String(!found.length));
      if (!asked) { tools.announce(say("script.ask_article")); return; }
      if (!found.length) { tools.announce(say("script.no_article", { article: asked.title })); return; }
      last = { anchor: asked.anchor, nth: choose(found, asked.anchor) };
      tools.announce(found.length > 1 ? say("script.places", { n: found.length, nth: String(last.nth + 1) }) : "");
      go(/** @type {HTMLElement} */ (found[last.nth]));
    }

    form.addEventListener("focusin", () => tools.load(ARTICLES));
    input.addEventListener("invalid", () => tools.announce(""));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      tools.load(ARTICLES).then(lead);
    });
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

  // Print

  /**
   * A run-in heading and its paragraph become one block on paper: on a screen those that follow each other share one
   * flow, and a browser that prints it counts the lines of the whole flow when it keeps single lines together. It
   * also leaves one line of three behind, so that short blocks are kept whole.
   */
  function gather() {
    for (const paragraph of article.querySelectorAll(".run-in + .run-on")) {
      const clause = tools.make("div", { class: "clause" });
      paragraph.after(clause);
      clause.append(/** @type {Element} */ (paragraph.previousElementSibling), paragraph);
    }
    for (const block of article.querySelectorAll(".clause, p, li")) {
      block.classList.toggle("brief", (block.textContent || "").length < BRIEF);
    }
  }

  function scatter() {
    article.querySelectorAll(".brief").forEach((block) => block.classList.remove("brief"));
    article.querySelectorAll(".clause").forEach((clause) => clause.replaceWith(...clause.childNodes));
  }

  /** The address and the day, which only the reader's browser knows, for the source line on paper. */
  function date() {
    const line = document.getElementById("printed");
    const day = tools.today();
    if (!line) { return; }
    line.textContent = location.protocol === "file:" ? say("script.printed", { day }) :
      say("script.printed_from", { address: decodeURI(location.href.split(/[?#]/)[0]), day });
  }

  /** The short address leads on where a server has the page for what is not found; from a disk nothing does. */
  function linkShort() {
    const address = article.querySelector(".facts .short");
    if (!address || location.protocol === "file:" || location.pathname.endsWith(".html")) { return; }
    const text = address.textContent || "";
    address.replaceChildren(tools.make("a", { href: new URL(text, ROOT).href }, text));
  }

  /** Plain text and Markdown, which a script makes of the JSON of the document. */
  function offerForms() {
    for (const button of document.querySelectorAll("#forms button")) {
      const json = /** @type {HTMLAnchorElement} */ (document.querySelector("#forms a")).href;
      const { form: ending = "" } = /** @type {HTMLElement} */ (button).dataset;
      button.addEventListener("click", () => tools.load(FORMS).then(() => tools.saveForm(json, ending)));
    }
  }

  /** How the document is cited, and each of its paragraphs. */
  function offerReference() {
    const toggle = document.getElementById("cite");
    const box = document.getElementById("share");
    box?.addEventListener("toggle", () => tools.load(REFERENCE).then(() => tools.share(box)), { once: true });
    const refer = () => tools.load(REFERENCE).then(() => tools.refer());
    toggle?.addEventListener("click", () => tools.load([...REFERENCE, "cite.js"]).then(() => tools.cite(toggle)));
    document.getElementById("reference")?.addEventListener("toggle", refer, { once: true });
    document.getElementById("refer")?.addEventListener("click", () => refer().then((forms) => tools.copyForm(forms)));
  }

  // A paragraph that flows on behind its heading stays one for those who listen: Chromium ignores inline ones.
  for (const paragraph of article.querySelectorAll(".run-on")) { paragraph.setAttribute("role", "paragraph"); }
  const nav = /** @type {HTMLElement | null} */ (document.querySelector(".toc"));
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("jump"));
  if (nav) { follow(nav); }
  if (form) { jump(form); }
  linkShort();
  offerForms();
  offerReference();
  document.getElementById("print")?.addEventListener("click", () => print());
  addEventListener("beforeprint", date);
  addEventListener("beforeprint", gather);
  addEventListener("afterprint", scatter);
})();
