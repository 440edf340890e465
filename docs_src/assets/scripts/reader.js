// Reading settings of every page: a mode for the elderly by one click, and a panel of choices. They are remembered in
// this browser only, as data attributes of the root that reader.css knows; early.js sets them before the next page.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;
  const root = document.documentElement;
  const NAMES = ["size", "leading", "face", "contrast", "indent", "elder"];

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

  /**
   * What the panel offers, here and not in each page: every group with its choices by input, value and word.
   * @type {() => [string, [string, string, string][]][]}
   */
  const offer = () => [
    [say("theme.size"), [
      ["size", "small", say("theme.size_small")],
      ["size", "", say("theme.size_usual")],
      ["size", "large", say("theme.size_large")],
      ["size", "huge", say("theme.size_huge")]
    ]],
    [say("theme.leading"), [
      ["leading", "", say("theme.leading_usual")],
      ["leading", "wide", say("theme.leading_wide")],
      ["leading", "wider", say("theme.leading_wider")]
    ]],
    [say("theme.face"), [
      ["face", "", say("theme.face_sans")],
      ["face", "song", say("theme.face_song")]
    ]],
    [say("theme.layout"), [
      ["contrast", "more", say("theme.contrast")],
      ["indent", "none", say("theme.no_indent")]
    ]]
  ];

  /** Put the choices into the panel. @param {HTMLFormElement} form */
  function fill(form) {
    for (const [legend, choices] of offer()) {
      const type = choices[0][0] === choices[1][0] ? "radio" : "checkbox";
      form.append(tools.make("fieldset", {}, tools.make("legend", {}, legend), ...choices.map(
        ([name, value, word]) => tools.make("label", {}, tools.make("input", { type, name, value }), ` ${word}`)
      )));
    }
    form.append(tools.make("button", { type: "reset" }, say("theme.reset")));
  }

  /** Let the inputs of the panel show what is chosen. @param {HTMLFormElement} form */
  function show(form) {
    for (const input of form.querySelectorAll("input")) {
      input.checked = input.value === (root.dataset[input.name] || "");
    }
  }

  /** The panel of choices: each takes effect at once. @param {HTMLFormElement} form */
  function settings(form) {
    fill(form);
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
  if (panel && button && panel.parentElement) {
    settings(panel);
    tools.disclosure(button, panel, [panel.parentElement], true);
  }
})();
