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
