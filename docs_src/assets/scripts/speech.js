// The document read aloud paragraph by paragraph by the voice of the device; document.js loads it when somebody asks.
(() => {
  "use strict";
  const LONGEST = 120;
  const READ = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, tr";
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;

  tools.cutForVoice = (text) => {
    /** @type {string[]} */
    const pieces = [];
    for (const sentence of text.match(/[^。；！？]+[。；！？”）]*/g) || [text]) {
      const last = pieces[pieces.length - 1];
      const joins = last && last.length + sentence.length <= LONGEST;
      if (joins) { pieces[pieces.length - 1] += sentence; } else { pieces.push(sentence); }
    }
    return pieces;
  };

  const synthesis = window.speechSynthesis;
  const start = /** @type {HTMLElement} */ (document.getElementById("speak"));
  const article = /** @type {HTMLElement} */ (document.querySelector("article.text"));
  if (!synthesis || !start || !article) { return; }

  /** @type {Element[]} */
  let blocks = [];
  /** @type {HTMLElement | undefined} */
  let bar;
  let at = 0;
  let isSpeaking = false;
  let turn = 0;
  const speed = tools.make("select", { "aria-label": say("script.speed") }, new Option(say("script.slow"), "0.8"),
    new Option(say("script.normal"), "1"), new Option(say("script.fast"), "1.3"));
  const toggle = tools.button("", () => { if (isSpeaking) { pause(); } else { read(); } }, { class: "reader-toggle" });

  /** A Chinese voice, the one of the mainland before others; undefined when there is none. */
  function voice() {
    const chinese = synthesis.getVoices().filter((found) => /^(zh|cmn)\b/i.test(found.lang));
    return chinese.find((found) => /CN|Hans/i.test(found.lang)) || chinese[0];
  }

  /**
   * The words of an element; the cells of a row are separated, inner lists come in their own turn.
   * @param {Element} element
   */
  function spoken(element) {
    if (!(element instanceof HTMLTableRowElement)) { return tools.wordsOf(element); }
    return Array.from(element.cells, (cell) => tools.wordsOf(cell)).filter(Boolean).join("，");
  }

  /** Mark the paragraph that is read, and bring it into sight. @param {Element | null} element */
  function mark(element) {
    for (const other of article.querySelectorAll("[data-spoken]")) { other.removeAttribute("data-spoken"); }
    element?.setAttribute("data-spoken", "");
    element?.scrollIntoView({ block: "center" });
  }

  /**
   * Speak the pieces one after the other, then go on with the next paragraph.
   * @param {string[]} rest
   * @param {number} mine
   */
  function speak(rest, mine) {
    if (mine !== turn) { return; }
    if (!rest.length) { move(1); return; }
    const utterance = new SpeechSynthesisUtterance(rest[0]);
    utterance.lang = "zh-CN";
    utterance.voice = voice() || null;
    utterance.rate = Number(speed.value);
    utterance.onend = () => speak(rest.slice(1), mine);
    synthesis.speak(utterance);
  }

  /** Begin a new turn, in which nothing of the last one is spoken. @param {boolean} speaks */
  function change(speaks) {
    turn += 1;
    synthesis.cancel();
    isSpeaking = speaks;
    toggle.textContent = speaks ? say("script.pause") : say("script.resume");
  }

  /** Read the current paragraph from its beginning. */
  function read() {
    change(true);
    mark(blocks[at]);
    speak(tools.cutForVoice(spoken(blocks[at])), turn);
  }

  /** Be silent, and keep the place. */
  function pause() { change(false); }

  /** Go on by some paragraphs; after the last one it is over. @param {number} by */
  function move(by) {
    if (at + by >= blocks.length) { stop(); return; }
    at = Math.max(0, at + by);
    read();
  }

  /** Be silent and take the bar away. */
  function stop() {
    pause();
    mark(null);
    if (bar) { bar.hidden = true; }
    document.documentElement.classList.remove("reading-aloud");
    start.focus();
  }

  /** The bar at the foot of the screen; in the order of the page it is behind the button that opens it. */
  function makeBar() {
    const made = tools.make("div", { class: "reader", role: "group", "aria-label": say("script.speech") },
      tools.button(say("script.previous"), () => move(-1)), toggle, tools.button(say("script.next"), () => move(1)),
      speed, tools.button(say("script.stop"), stop));
    speed.value = tools.stored("rate") || "1";
    speed.addEventListener("change", () => {
      tools.store("rate", speed.value);
      if (isSpeaking) { read(); }
    });
    made.addEventListener("keydown", (event) => { if (event.key === "Escape") { stop(); } });
    document.getElementById("doc-tools")?.append(made);
    return made;
  }

  /** Begin at the first paragraph that is in sight, at the title when that is. */
  function begin() {
    bar = bar || makeBar();
    bar.hidden = false;
    document.documentElement.classList.add("reading-aloud");
    blocks = tools.readable(article, READ).filter(spoken);
    at = Math.max(0, blocks.findIndex((element) => element.getBoundingClientRect().bottom > 0));
    read();
    toggle.focus();
  }

  addEventListener("pagehide", () => synthesis.cancel());
  tools.speak = begin;
})();
