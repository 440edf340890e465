// 朗读: the document read aloud paragraph by paragraph by the voice of the device. Offered only where there is a Chinese one.
(function () {
  "use strict";

  var synthesis = window.speechSynthesis;
  var start = document.getElementById("speak");
  var article = document.querySelector("article.text");
  if (!synthesis || !window.SpeechSynthesisUtterance || !start) { return; }

  var LONGEST = 120;
  var blocks = [];
  var at = 0;
  var speaking = false;
  var turn = 0;
  var bar = null;

  /** A Chinese voice, the one of the mainland before others; undefined when there is none. */
  function voice() {
    var chinese = synthesis.getVoices().filter(function (found) { return /^(zh|cmn)\b/i.test(found.lang); });
    return chinese.find(function (found) { return /CN|Hans/i.test(found.lang); }) || chinese[0];
  }

  /** What is read: headings, paragraphs, items, rosters and table rows from the title to the source line. */
  function readable() {
    var end = article.querySelector("#related, #notes, .source");
    return Array.from(article.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, tr")).filter(function (element) {
      var inside = !element.closest(".red-head, .facts, .crumbs, .pager, .doc-tools, .doc-status, .reader, nav, aside, [role=navigation]");
      var before = !end || end.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
      return inside && before && spoken(element);
    });
  }

  /** The words of an element; the cells of a row are separated, inner lists come in their own turn. */
  function spoken(element) {
    if (element.matches("tr")) {
      return Array.from(element.cells, function (cell) { return cell.textContent.trim(); }).filter(Boolean).join("，");
    }
    var copied = element.cloneNode(true);
    copied.querySelectorAll("ul, ol, .para-tools").forEach(function (inner) { inner.remove(); });
    return copied.textContent.replace(/\s+/g, " ").trim();
  }

  /** The text in pieces that no voice breaks off: whole sentences, no longer than they must be. */
  function pieces(text) {
    var sentences = text.match(/[^。；！？]+[。；！？”）]*/g) || [text];
    return sentences.reduce(function (found, sentence) {
      var last = found.length - 1;
      if (last >= 0 && found[last].length + sentence.length <= LONGEST) { found[last] += sentence; } else { found.push(sentence); }
      return found;
    }, []);
  }

  /** Mark the paragraph that is read, and bring it into sight. */
  function mark(element) {
    article.querySelectorAll("[data-spoken]").forEach(function (other) { other.removeAttribute("data-spoken"); });
    if (!element) { return; }
    element.setAttribute("data-spoken", "");
    element.scrollIntoView({ block: "center" });
  }

  /** Say the pieces one after the other, then go on with the next paragraph. */
  function say(rest, mine) {
    if (mine !== turn) { return; }
    if (!rest.length) { move(1); return; }
    var utterance = new SpeechSynthesisUtterance(rest[0]);
    utterance.lang = "zh-CN";
    utterance.voice = voice() || null;
    utterance.rate = Number(bar.querySelector("select").value);
    utterance.onend = function () { say(rest.slice(1), mine); };
    synthesis.speak(utterance);
  }

  /** Read the current paragraph from its beginning. */
  function read() {
    turn += 1;
    synthesis.cancel();
    speaking = true;
    show();
    mark(blocks[at]);
    say(pieces(spoken(blocks[at])), turn);
  }

  /** Be silent, and keep the place. */
  function pause() {
    turn += 1;
    speaking = false;
    synthesis.cancel();
    show();
  }

  /** Go on by some paragraphs; after the last one it is over. */
  function move(by) {
    if (at + by >= blocks.length) { stop(); return; }
    at = Math.max(0, at + by);
    read();
  }

  /** Be silent and take the bar away. */
  function stop() {
    pause();
    mark(null);
    bar.hidden = true;
    document.documentElement.classList.remove("reading-aloud");
    start.focus();
  }

  /** What the button in the middle does next. */
  function show() { bar.querySelector(".reader-toggle").textContent = speaking ? "暂停" : "继续"; }

  /** A button of the bar. */
  function button(text, act, name) {
    var element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.className = name || "";
    element.addEventListener("click", act);
    return element;
  }

  /** The choice of speed, remembered in this browser. */
  function speed() {
    var select = document.createElement("select");
    select.setAttribute("aria-label", "语速");
    [["0.8", "慢速"], ["1", "常速"], ["1.3", "快速"]].forEach(function (pair) { select.add(new Option(pair[1], pair[0])); });
    try { select.value = localStorage.getItem("gongbao.rate") || "1"; } catch (error) { select.value = "1"; }
    select.addEventListener("change", function () {
      try { localStorage.setItem("gongbao.rate", select.value); } catch (error) { /* not remembered */ }
      if (speaking) { read(); }
    });
    return select;
  }

  /** The bar at the foot of the screen; in the order of the page it stands after the button that opens it. */
  function makeBar() {
    var element = document.createElement("div");
    element.className = "reader";
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", "朗读");
    element.append(
      button("上一段", function () { move(-1); }),
      button("暂停", function () { if (speaking) { pause(); } else { read(); } }, "reader-toggle"),
      button("下一段", function () { move(1); }),
      speed(),
      button("停止", stop)
    );
    element.addEventListener("keydown", function (event) { if (event.key === "Escape") { stop(); } });
    document.getElementById("doc-tools").append(element);
    return element;
  }

  /** Begin at the first paragraph that is in sight, at the title when that is. */
  function begin() {
    bar = bar || makeBar();
    bar.hidden = false;
    document.documentElement.classList.add("reading-aloud");
    blocks = readable();
    at = Math.max(0, blocks.findIndex(function (element) { return element.getBoundingClientRect().bottom > 0; }));
    read();
    bar.querySelector(".reader-toggle").focus();
  }

  /** Offer it only where there is a voice; some browsers learn of their voices late. */
  function offer() { start.hidden = !voice(); }

  start.addEventListener("click", begin);
  if (synthesis.addEventListener) { synthesis.addEventListener("voiceschanged", offer); }
  addEventListener("pagehide", function () { synthesis.cancel(); });
  offer();
})();
