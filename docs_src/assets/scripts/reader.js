// Reading settings of every page: 长者模式 by one click, and a panel of choices. They are remembered in this browser
// only, as data attributes of the root that reader.css knows; early.js sets them again before the next page is painted.
(function () {
  "use strict";

  var root = document.documentElement;
  var NAMES = ["size", "leading", "face", "contrast", "indent", "elder"];

  /** Write the choices that differ from the default to storage, where that is allowed. */
  function remember() {
    var chosen = new URLSearchParams();
    NAMES.forEach(function (name) {
      if (root.dataset[name]) { chosen.set(name, root.dataset[name]); }
    });
    try { localStorage.setItem("gongbao.reading", chosen.toString()); } catch (error) { /* not remembered */ }
  }

  /** Make one choice: an empty value is the default. */
  function choose(name, value) {
    if (value) { root.dataset[name] = value; } else { delete root.dataset[name]; }
    remember();
  }

  /** 长者模式: on or off by one click. */
  function elder(button) {
    button.addEventListener("click", function () { choose("elder", root.dataset.elder ? "" : "on"); });
  }

  /** Let the inputs of the panel show what is chosen. */
  function show(form) {
    Array.prototype.forEach.call(form.elements, function (input) {
      if (!input.name) { return; }
      input.checked = input.value === (root.dataset[input.name] || "");
    });
  }

  /** The panel of choices: each takes effect at once. */
  function settings(form) {
    show(form);
    form.addEventListener("change", function (event) {
      choose(event.target.name, event.target.checked ? event.target.value : "");
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function (event) {
      event.preventDefault();
      NAMES.forEach(function (name) { choose(name, ""); });
      show(form);
    });
  }

  /** A button that shows and hides its panel; Escape closes it and gives the focus back. */
  function disclosure(button, panel) {
    function set(open) {
      button.setAttribute("aria-expanded", String(open));
      panel.hidden = !open;
    }
    button.addEventListener("click", function () { set(panel.hidden); });
    panel.parentElement.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || panel.hidden) { return; }
      set(false);
      button.focus();
    });
  }

  var panel = document.getElementById("aids-panel");
  elder(document.getElementById("elder"));
  settings(panel);
  disclosure(document.getElementById("aids-button"), panel);
})();
