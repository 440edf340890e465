// The three controls of every page: palette, menu, outline. Without it the menu and the outline stand open.
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

  function find(id) { return document.getElementById(id); }

  palette(find("palette"), find("dark"));
  disclosure(find("menu-button"), find("menu"));
  if (find("toc-button")) { disclosure(find("toc-button"), find("toc-list")); }
})();
