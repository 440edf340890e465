// Tools of a document: the outline follows the reader, the way to an article, print; cite.js has those of paragraphs.
(() => {
  "use strict";
  const BRIEF = 130; // characters of three printed lines and some more
  const AROUND = ".red-head, .facts, .reference, .crumbs, .pager, .doc-tools, .doc-status, .line-switch, " +
    ".line-above, .page-print, nav, aside, [role=navigation]";
  const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const tools = window.gongbaoTools;
  const { say, language } = window.gongbaoWords;
  const LATER = `words/${language}-reference.js`;
  const FORMS = [LATER, "forms.js"];
  const ARTICLES = [LATER, "shared.js", "article-numbers.js"];
  const REFERENCE = [LATER, "shared.js", "forms.js", "reference.js"];

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

  /** The form; what it leads to is found by article-numbers.js. @param {HTMLFormElement} form */
  function jump(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    const read = reading(form);
    form.addEventListener("focusin", () => tools.load(ARTICLES));
    input.addEventListener("invalid", () => tools.announce(""));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      tools.load(ARTICLES).then(() => tools.leadTo(input, titles.indexOf(/** @type {Element} */ (read()))));
    });
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
    const address = article.querySelector(".addresses .short");
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

  /** Reading aloud where there is a Chinese voice; some browsers learn of their voices late. */
  function offerSpeech() {
    const start = document.getElementById("speak"), synthesis = window.speechSynthesis;
    if (!start || !synthesis || !window.SpeechSynthesisUtterance) { return; }
    const offer = () => { start.hidden = !synthesis.getVoices().some((voice) => /^(zh|cmn)\b/i.test(voice.lang)); };
    synthesis.addEventListener?.("voiceschanged", offer);
    start.addEventListener("click", () => {
      synthesis.speak(new SpeechSynthesisUtterance("")); // some let pages speak only what a touch has begun
      tools.load([LATER, "speech.js"]).then(() => tools.speak());
    });
    offer();
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
  offerSpeech();
  document.getElementById("print")?.addEventListener("click", () => print());
  addEventListener("beforeprint", date);
  addEventListener("beforeprint", gather);
  addEventListener("afterprint", scatter);
})();
