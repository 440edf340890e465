// The controls of a page: palette, menu, outline, marks of the notes. Without it the menu and the outline stand open.
(function () {
  "use strict";

  function palette(button, sheet) {
    button.addEventListener("click", function () {
      var dark = window.matchMedia(sheet.media).matches;
      sheet.media = dark ? "not all" : "screen";
      try { localStorage.setItem("gongbao.scheme", dark ? "light" : "dark"); } catch (error) { /* not remembered */ }
    });
  }

  function disclosure(button, panel) {
    function set(open) { button.setAttribute("aria-expanded", String(open)); }
    function close(event) {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") { return; }
      set(false);
      button.focus();
    }
    button.addEventListener("click", function () { set(button.getAttribute("aria-expanded") !== "true"); });
    button.addEventListener("keydown", close);
    panel.addEventListener("keydown", close);
    panel.addEventListener("click", function (event) {
      if (event.target.closest("a")) { set(false); }
    });
  }

  // Marks in the text: said aloud and shown only while they are switched on.
  function marks(places, after) {
    var root = document.documentElement;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "marks-button";
    button.textContent = "显示校勘标记";
    function set(on) {
      root.classList.toggle("marks", on);
      button.setAttribute("aria-pressed", String(on));
      places.forEach(function (place) {
        if (on) {
          place.setAttribute("role", "mark");
          place.title = place.dataset.note;
        } else {
          place.removeAttribute("role");
          place.removeAttribute("title");
        }
      });
    }
    button.addEventListener("click", function () {
      var on = !root.classList.contains("marks");
      set(on);
      try { localStorage.setItem("gongbao.marks", on ? "on" : "off"); } catch (error) { /* not remembered */ }
    });
    set(root.classList.contains("marks"));
    after.insertAdjacentElement("afterend", button);
  }

  function find(id) { return document.getElementById(id); }

  // 时效: the page says the state on the archive's day; dates that the document itself gives are compared with the
  // reader's day. That nothing was found which ends a document is true for the archive's day only, and stays so.
  var states = { expired: "已过有效期", pending: "尚未施行", term: "未过有效期", begun: "已到施行日期" };

  function dayOf(date) {
    function two(number) { return (number < 10 ? "0" : "") + number; }
    return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
  }

  function stateOn(today, from, until) {
    if (until && until < today) { return "expired"; }
    if (from && from > today) { return "pending"; }
    return until ? "term" : "begun";
  }

  function setDay(day, now) {
    day.setAttribute("datetime", dayOf(now));
    day.textContent = now.getFullYear() + "年" + (now.getMonth() + 1) + "月" + now.getDate() + "日";
  }

  function bringUpToDate() {
    var now = new Date(), days = document.querySelectorAll(".force-day");
    if (!days.length || days[0].getAttribute("datetime") >= dayOf(now)) { return; }
    var published = days[0].getAttribute("datetime");
    document.querySelectorAll(".force").forEach(function (box) {
      var from = box.getAttribute("data-from"), until = box.getAttribute("data-until");
      if (!until && !(from > published)) { return; }
      box.querySelector(".force-state").textContent = states[stateOn(dayOf(now), from, until)];
      var cell = box.closest("dd");
      if (cell) { setDay(cell.querySelector(".force-day"), now); }
    });
    days.forEach(function (day) { if (!day.closest("dd")) { setDay(day, now); } });
  }

  bringUpToDate();

  if (find("palette")) { palette(find("palette"), find("dark")); }
  disclosure(find("menu-button"), find("menu"));
  var places = document.querySelectorAll(".note-mark");
  var notes = document.querySelector('.facts a[href="#notes"]');
  if (places.length && notes) { marks(places, notes); }
  if (find("toc-button")) { disclosure(find("toc-button"), find("toc-list")); }
})();

// Search: nothing of it is loaded until a box is used, an address asks for it, or a document was opened from a result.
(function () {
  "use strict";
  var HERE = document.currentScript.src;
  var FIND = ["search-fold.js", "search-data.js", "search-prove.js", "search-find.js", "search-mark.js"];
  var VIEW = ["search-facets.js", "search-view.js"];
  var results = document.getElementById("results");
  var asked = new URLSearchParams(location.search);

  // Scripts in their order; the last one calls back.
  function load(names, then) {
    names.forEach(function (name, at) {
      var script = document.createElement("script");
      script.src = new URL(name, HERE).href;
      script.async = false;
      if (at === names.length - 1 && then) { script.addEventListener("load", then); }
      document.head.append(script);
    });
  }

  function use(box) {
    if (box.dataset.used) { return; }
    box.dataset.used = "true";
    if (results) {
      load(FIND.concat(VIEW));
    } else {
      load(FIND.concat("search-box.js"), function () { window.gongbaoSearch.suggestIn(box); });
    }
  }

  function boxes() { return Array.from(document.querySelectorAll("form[role=search] input[type=search]")); }

  function isTyping(target) { return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName); }

  boxes().forEach(function (box) { box.addEventListener("focus", function () { use(box); }); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) { return; }
    var box = boxes().find(function (each) { return each.getClientRects().length > 0; });
    if (!box) { return; }
    event.preventDefault();
    box.focus();
    box.select();
  });
  if (results && asked.get("q")) { use(boxes()[0]); }
  if (!results && asked.get("hl")) {
    load(["search-fold.js", "search-mark.js"], function () { window.gongbaoSearch.markPage(asked.get("hl")); });
  }
})();
