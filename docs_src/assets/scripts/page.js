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

  palette(find("palette"), find("dark"));
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
  var FIND = ["search-fold.js", "search-data.js", "search-find.js", "search-mark.js"];
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
    var link = document.querySelector(".to-search");
    if (!box && !link) { return; }
    event.preventDefault();
    if (box) { box.focus(); box.select(); } else { link.click(); }
  });
  if (results && asked.get("q")) { use(boxes()[0]); }
  if (!results && asked.get("hl")) {
    load([FIND[0], FIND[3]], function () { window.gongbaoSearch.markPage(asked.get("hl")); });
  }
})();
