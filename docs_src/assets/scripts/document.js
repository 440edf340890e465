// Tools of a document: the outline follows the reader, 跳到第几条, link and citation of every paragraph, print.
(function () {
  "use strict";

  var article = document.querySelector("article.text");
  var tools = document.getElementById("doc-tools");
  var status = document.getElementById("doc-status");
  var DIGITS = "零一二三四五六七八九";
  var BRIEF = 130; // characters of three printed lines and some more

  /** Say something to those who look and to those who listen. */
  function say(text) { status.textContent = text; }

  /** A new button. */
  function button(text, label, act) {
    var element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.setAttribute("aria-label", label);
    element.addEventListener("click", act);
    return element;
  }

  // A paragraph that flows on behind its heading stays one for those who listen: Chromium takes inline ones for nothing.
  article.querySelectorAll(".run-on").forEach(function (paragraph) { paragraph.setAttribute("role", "paragraph"); });

  // The outline

  /** Mark the entry of the outline whose heading was passed last, and keep it in sight. */
  function follow(nav) {
    var entries = Array.from(nav.querySelectorAll("a[href^='#']")).map(function (link) {
      return { link: link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))) };
    }).filter(function (entry) { return entry.target; });
    var current = null;
    function mark() {
      var passed = entries.filter(function (entry) { return entry.target.getBoundingClientRect().top < innerHeight / 3; }).pop();
      if (passed === current) { return; }
      if (current) { current.link.removeAttribute("aria-current"); }
      current = passed;
      if (!current) { return; }
      current.link.setAttribute("aria-current", "location");
      if (nav.scrollHeight > nav.clientHeight) { nav.scrollTop = current.link.offsetTop - nav.clientHeight / 3; }
    }
    var waiting = false;
    addEventListener("scroll", function () {
      if (waiting) { return; }
      waiting = true;
      requestAnimationFrame(function () { waiting = false; mark(); });
    }, { passive: true });
    mark();
  }

  // 跳到第几条

  /** The number in digits of 12, １２, 十二, 一百二十: NaN when it is none. */
  function number(text) {
    var plain = text.normalize("NFKC").replace(/[〇○]/g, "零").replace(/两/g, "二");
    if (/^\d+$/.test(plain)) { return Number(plain); }
    if (!/^[零一二三四五六七八九十百]+$/.test(plain)) { return NaN; }
    var total = 0;
    var digit = 0;
    Array.from(plain).forEach(function (character) {
      if (character === "百") { total += (digit || 1) * 100; digit = 0; }
      else if (character === "十") { total += (digit || 1) * 10; digit = 0; }
      else { digit = DIGITS.indexOf(character); }
    });
    return total + digit;
  }

  /** The number of an article in its parts: 四 and 一 for 第四条之一, 四条之一, 4之1. */
  function parts(text) { return text.replace(/[第条\s]/g, "").split(/[之\-.]/); }

  /** The title of an article: 第四条之一. */
  function title(text) {
    var given = parts(text);
    return "第" + given[0] + "条" + (given.length > 1 ? "之" + given[1] : "");
  }

  /** The end of the anchor of what was typed: art-12, art-4-1 for 第四条之一; null when it is no number. */
  function anchor(text) {
    var numbers = parts(text).map(number);
    return numbers.length <= 2 && numbers.every(function (part) { return part > 0; }) ? "art-" + numbers.join("-") : null;
  }

  /** All headings of the article that was asked for; several instruments may have one of that number. */
  function articles(name) {
    return Array.from(article.querySelectorAll("[id$='" + name + "']")).filter(function (element) {
      return element.id === name || element.id.endsWith("-" + name);
    });
  }

  /** Show a heading and put the focus there, so that reading and the keyboard go on from it. */
  function go(element) {
    location.hash = element.id;
    element.tabIndex = -1;
    element.focus();
  }

  var titles = Array.from(article.querySelectorAll(".part-title"));

  /** The title of the instrument in which an element stands; none for what comes before all of them. */
  function instrument(element) {
    return titles.filter(function (part) {
      return part === element || part.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    }).pop();
  }

  /** A function that says in which instrument the reader stood last, before going up to the form. */
  function reading(form) {
    var read, rest;
    function top(element) { return element.getBoundingClientRect().top; }
    function target() { return document.getElementById(decodeURIComponent(location.hash.slice(1))); }
    function arrive() { if (article.contains(target())) { read = instrument(target()); } }
    function stay() {
      if (form.getBoundingClientRect().bottom > 0) { return; }
      read = titles.filter(function (part) { return top(part) < innerHeight / 3; }).pop();
      if (target() && top(target()) > 0 && top(target()) < innerHeight) { arrive(); }
    }
    addEventListener("scroll", function () {
      clearTimeout(rest);
      rest = setTimeout(stay, 300);
    }, { passive: true });
    addEventListener("hashchange", arrive);
    arrive();
    return function () { return read; };
  }

  /** The form; it leads to the article of the instrument that is read, asked again to the next one of that number. */
  function jump(form) {
    var input = form.querySelector("input");
    var read = reading(form);
    var last = { name: null, nth: -1 };
    function first(found) {
      var from = titles.indexOf(read());
      return Math.max(0, found.findIndex(function (element) { return titles.indexOf(instrument(element)) >= from; }));
    }
    input.addEventListener("invalid", function () { say(""); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var name = anchor(input.value);
      var found = name ? articles(name) : [];
      input.setAttribute("aria-invalid", String(!found.length));
      if (!found.length) {
        say(name ? "本文没有" + title(input.value) + "。" : "请输入条的序号，例如 12 或者十二。");
        return;
      }
      var again = last.name === name && instrument(found[last.nth]) === read();
      last = { name: name, nth: again ? (last.nth + 1) % found.length : first(found) };
      say(found.length > 1 ? "本文有 " + found.length + " 处，这是第 " + (last.nth + 1) + " 处。" : "");
      go(found[last.nth]);
    });
  }

  // Link and citation of a paragraph

  /** Put text on the clipboard; the older way where the newer one is not allowed. */
  function copy(text, done) {
    function older() {
      var area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      var copied = document.execCommand("copy");
      area.remove();
      say(copied ? done : "未能复制，请手工选取。");
    }
    if (!navigator.clipboard) { older(); return; }
    navigator.clipboard.writeText(text).then(function () { say(done); }, older);
  }

  var AROUND = ".red-head, .signature, .date, .facts, .crumbs, .pager, .doc-status, nav, aside, [role=navigation]";

  /** The paragraphs of the text itself, without its head and signature, the fact box, notes and links around it. */
  function paragraphs() {
    var end = article.querySelector("#related, #notes, .source");
    return Array.from(article.querySelectorAll("p, li")).filter(function (element) {
      var inside = !element.closest(AROUND);
      var before = !end || end.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
      return inside && before && element.textContent.trim();
    });
  }

  /** The words of a paragraph, with the run-in heading before it, without inner lists and tools. */
  function words(element) {
    var copied = element.cloneNode(true);
    copied.querySelectorAll("ul, ol, .para-tools").forEach(function (inner) { inner.remove(); });
    var heading = element.matches(".run-on") ? element.previousElementSibling : null;
    var before = heading ? heading.textContent + (heading.matches(".article") ? "　" : "") : "";
    return before + copied.textContent.replace(/\s+/g, " ").trim();
  }

  /** A text in quotation marks; “…” in it become ‘…’, and ‘…’ in those “…” (GB/T 15834, 4.8). */
  function quoted(text) {
    var inner = false;
    return "“" + text.replace(/[“”‘’]/g, function (mark) {
      if (mark === "“" || mark === "”") { inner = mark === "“"; return inner ? "‘" : "’"; }
      return !inner ? mark : mark === "‘" ? "“" : "”";
    }) + "”";
  }

  /** The first characters of a text, none of them cut in two. */
  function opening(text, many) { return Array.from(text).slice(0, many).join(""); }

  /** The nearest anchor at or before an element. */
  function nearest(element) {
    if (element.id) { return element.id; }
    return Array.from(article.querySelectorAll("[id]")).filter(function (other) {
      return !other.closest(".doc-tools, .doc-status") &&
        other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    }).map(function (other) { return other.id; }).pop() || "title";
  }

  /**
   * The address of a paragraph: the nearest lasting anchor, and the first words as a text fragment
   * (https://wicg.github.io/scroll-to-text-fragment/). A browser that knows no fragments goes to the anchor.
   */
  function address(element) {
    var text = element.matches(".run-on") ? element.textContent.trim() : words(element);
    var start = encodeURIComponent(opening(text, 24)).replace(/-/g, "%2D");
    var anchored = location.href.split(/[?#]/)[0] + "#" + nearest(element);
    return element.id || element.matches(".run-on") ? anchored : anchored + ":~:text=" + start;
  }

  /** The tools after one paragraph. */
  function equip(element) {
    var span = document.createElement("span");
    var text = words(element);
    var short = "“" + opening(text, 12) + "”";
    span.className = "para-tools";
    span.append(
      button("链接", "复制本段链接：" + short, function () { copy(address(element), "已复制本段链接。"); }),
      button("引文", "复制本段引文：" + short, function () {
        copy(quoted(text) + "——" + tools.dataset.citation + "，" + address(element), "已复制本段和出处。");
      })
    );
    var inner = element.querySelector("ul, ol");
    if (inner) { inner.before(span); } else { element.append(span); }
  }

  /** The switch that shows and hides the tools of the paragraphs. */
  function citing(toggle) {
    toggle.addEventListener("click", function () {
      var on = toggle.getAttribute("aria-pressed") !== "true";
      toggle.setAttribute("aria-pressed", String(on));
      if (on) { paragraphs().forEach(equip); }
      else { article.querySelectorAll(".para-tools").forEach(function (span) { span.remove(); }); }
      say(on ? "每段之后有“链接”和“引文”两个按钮。" : "");
    });
  }

  // Print

  /**
   * A run-in heading and its paragraph become one block on paper: on a screen those that follow each other share one
   * flow, and a browser that prints it counts the lines of the whole flow when it keeps single lines together. It
   * also leaves one line of three behind, so that short blocks are kept whole.
   */
  function gather() {
    article.querySelectorAll(".run-in + .run-on").forEach(function (paragraph) {
      var clause = document.createElement("div");
      clause.className = "clause";
      paragraph.after(clause);
      clause.append(paragraph.previousElementSibling, paragraph);
    });
    article.querySelectorAll(".clause, p, li").forEach(function (block) {
      block.classList.toggle("brief", block.textContent.length < BRIEF);
    });
  }

  /** The blocks are taken away again. */
  function scatter() {
    article.querySelectorAll(".brief").forEach(function (block) { block.classList.remove("brief"); });
    article.querySelectorAll(".clause").forEach(function (clause) { clause.replaceWith.apply(clause, clause.childNodes); });
  }

  /** The address and the day, which only the reader's browser knows, for the source line on paper. */
  function dated(line) {
    addEventListener("beforeprint", function () {
      var now = new Date();
      var day = now.getFullYear() + "年" + (now.getMonth() + 1) + "月" + now.getDate() + "日";
      var place = location.protocol === "file:" ? "" : "网址：" + decodeURI(location.href.split(/[?#]/)[0]) + "　";
      line.textContent = place + "打印日期：" + day;
    });
  }

  var nav = document.querySelector(".toc");
  if (nav) { follow(nav); }
  if (document.getElementById("jump")) { jump(document.getElementById("jump")); }
  citing(document.getElementById("cite"));
  document.getElementById("print").addEventListener("click", function () { print(); });
  dated(document.getElementById("printed"));
  addEventListener("beforeprint", gather);
  addEventListener("afterprint", scatter);
})();
