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

  // 时效: the page says the state on the archive's day; here it is brought up to the reader's day.
  var states = { expired: "已过有效期", pending: "尚未施行", term: "未过有效期", none: "未见失效记载" };

  function dayOf(date) {
    function two(number) { return (number < 10 ? "0" : "") + number; }
    return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
  }

  function force(box, today) {
    var from = box.getAttribute("data-from"), until = box.getAttribute("data-until");
    var state = until && until < today ? "expired" : from && from > today ? "pending" : until ? "term" : "none";
    var label = box.querySelector(".force-state");
    if (label) { label.textContent = states[state]; }
  }

  function bringUpToDate() {
    var now = new Date(), today = dayOf(now), days = document.querySelectorAll(".force-day");
    if (!days.length || days[0].getAttribute("datetime") >= today) { return; }
    document.querySelectorAll(".force").forEach(function (box) { force(box, today); });
    days.forEach(function (day) {
      day.setAttribute("datetime", today);
      day.textContent = now.getFullYear() + "年" + (now.getMonth() + 1) + "月" + now.getDate() + "日";
    });
  }

  bringUpToDate();

  palette(find("palette"), find("dark"));
  disclosure(find("menu-button"), find("menu"));
  var places = document.querySelectorAll(".note-mark");
  var notes = document.querySelector('.facts a[href="#notes"]');
  if (places.length && notes) { marks(places, notes); }
  if (find("toc-button")) { disclosure(find("toc-button"), find("toc-list")); }
})();
