// Reading settings of every page: a mode for the elderly by one click, and a panel of choices. They are remembered in
// this browser only, as data attributes of the root that reader.css knows; early.js sets them before the next page.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const root = document.documentElement;
  const NAMES = ["size", "leading", "face", "contrast", "indent", "punctuation", "elder"];

  /**
   * Make one choice, and store all that differ from the default, which is empty.
   * @param {string} name
   * @param {string} value
   */
  function choose(name, value) {
    const chosen = new URLSearchParams();
    if (value) { root.dataset[name] = value; } else { delete root.dataset[name]; }
    for (const each of NAMES) { if (root.dataset[each]) { chosen.set(each, root.dataset[each]); } }
    tools.store("reading", chosen.toString());
  }

  /** Let the inputs of the panel show what is chosen. @param {HTMLFormElement} form */
  function show(form) {
    for (const input of form.querySelectorAll("input")) {
      input.checked = input.value === (root.dataset[input.name] || "");
    }
  }

  /** The panel of choices: each takes effect at once. @param {HTMLFormElement} form */
  function settings(form) {
    show(form);
    form.addEventListener("change", (event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      choose(input.name, input.checked ? input.value : "");
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const name of NAMES) { choose(name, ""); }
      show(form);
    });
  }

  const panel = /** @type {HTMLFormElement | null} */ (document.getElementById("aids-panel"));
  const button = document.getElementById("aids-button");
  document.getElementById("elder")?.addEventListener("click", () => choose("elder", root.dataset.elder ? "" : "on"));
  if (panel && button) {
    settings(panel);
    tools.disclosure(button, panel, true);
  }
})();
