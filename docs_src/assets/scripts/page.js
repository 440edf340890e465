// What every page has: palette, menu, outline, marks of the notes, validity on the reader's day, and the search when it
// is used. Without scripts the menu and the outline are open, and so they are where the words of scripts do not come.
(() => {
  "use strict";
  const HERE = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const root = document.documentElement;
  if (!window.gongbaoWords) { root.classList.remove("js"); return; }
  const tools = window.gongbaoTools;
  const { language, say } = window.gongbaoWords;

  /** @param {string} id */
  const find = (id) => document.getElementById(id);

  // What the other scripts use too; tests/scripts/globals.d.ts has the types

  tools.make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, value); }
    element.append(...children);
    return element;
  };

  tools.button = (text, act, attributes) => {
    const button = tools.make("button", { type: "button", ...attributes }, text);
    button.addEventListener("click", act);
    return button;
  };

  tools.disclosure = (button, panel, hides) => {
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    const set = (/** @type {boolean} */ open) => {
      button.setAttribute("aria-expanded", String(open));
      if (hides) { panel.hidden = !open; }
    };
    button.addEventListener("click", () => set(!isOpen()));
    panel.addEventListener("click", (event) => {
      if (/** @type {Element} */ (event.target).closest("a")) { set(false); }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || !isOpen()) { return; }
      event.preventDefault(); // what else is open waits for the next press
      set(false);
      button.focus();
    });
  };

  tools.writeDay = (year, month, day) => {
    const name = new Intl.DateTimeFormat(language, { month: "long" }).format(new Date(2000, month - 1, 1));
    if (!day) { return say("date.month_of_year", { year: String(year), month: String(month), name }); }
    return say("date.day", { year: String(year), month: String(month), day: String(day), name });
  };

  tools.today = () => {
    const now = new Date();
    return tools.writeDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
  };

  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();

  /** A script of this folder, loaded once; nothing comes of one that is not there. @param {string} name */
  function load(name) {
    const script = tools.make("script", { src: new URL(name, HERE).href });
    script.async = false;
    document.head.append(script);
    return new Promise((resolve) => { script.addEventListener("load", resolve); });
  }

  tools.load = (names) => Promise.all(names.map((name) => {
    if (!loading.has(name)) { loading.set(name, load(name)); }
    return loading.get(name);
  }));

  // The controls

  /** @param {HTMLElement} button @param {HTMLLinkElement} sheet */
  function palette(button, sheet) {
    button.addEventListener("click", () => {
      const dark = matchMedia(sheet.media).matches;
      sheet.media = dark ? "not all" : "screen";
      tools.store("scheme", dark ? "light" : "dark");
    });
  }

  /** Marks in the text: said aloud and shown only while they are on. @param {NodeListOf<HTMLElement>} places */
  function marks(places) {
    const button = tools.button(say("script.marks"), () => {
      const on = !root.classList.contains("marks");
      set(on);
      tools.store("marks", on ? "on" : "off");
    }, { class: "marks-button" });
    const set = (/** @type {boolean} */ on) => {
      root.classList.toggle("marks", on);
      button.setAttribute("aria-pressed", String(on));
      for (const place of places) {
        if (on) {
          place.setAttribute("role", "mark");
          place.title = place.dataset.note || "";
        } else {
          place.removeAttribute("role");
          place.removeAttribute("title");
        }
      }
    };
    set(root.classList.contains("marks"));
    return button;
  }

  // Validity: the page says the state for the day to which the gazette is held, and has the words for the time after a
  // day that the document prints itself. Only such days are compared with the reader's: later issues are not known.

  tools.dayOf = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((number) => String(number).padStart(2, "0")).join("-");

  tools.stateOn = (today, from, until) => {
    if (until && until < today) { return "expired"; }
    if (from && from > today) { return "pending"; }
    return until ? "term" : "begun";
  };

  /** Say the state of one document on a day. @param {Element} box @param {string} today */
  function setState(box, today) {
    const from = box.getAttribute("data-from") || "", until = box.getAttribute("data-until") || "";
    const words = box.getAttribute(`data-${tools.stateOn(today, from, until)}`);
    if (!words) { return; }
    box.textContent = words;
    const basis = box.closest(".facts")?.querySelector("[data-printed]");
    if (basis) { basis.textContent = basis.getAttribute("data-printed"); }
  }

  tools.bringUpToDate = (boxes, today) => { boxes.forEach((box) => setState(box, today)); };

  // Search: nothing of it is loaded until a box is used, an address asks for it, or a document was opened from a result

  const WORDS = [`words/${language}-search.js`, "shared.js", "search-fold.js"];
  const INDEX = ["search-inflate.js", "search-load.js", "search-codes.js", "search-data.js"];
  const FIND = [...WORDS, ...INDEX, "search-asked.js", "search-prove.js", "search-find.js", "search-mark.js"];
  const VIEW = [...FIND, "search-facets.js", "search-tools.js", "search-items.js", "search-hints.js", "search-view.js"];
  const isResults = find("results") !== null;
  const asked = new URLSearchParams(location.search);
  const marked = asked.get("hl");

  /** @type {HTMLInputElement[]} */
  const boxes = Array.from(document.querySelectorAll("form[role=search] input[type=search]"));

  /** @param {HTMLInputElement} box */
  function use(box) {
    if (box.dataset.used) { return; }
    box.dataset.used = "true";
    if (isResults) { tools.load(VIEW); } else {
      tools.load([...FIND, "search-box.js"]).then(() => window.gongbaoSearch.suggestIn(box));
    }
  }

  /** @param {KeyboardEvent} event */
  function searchBySlash(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) { return; }
    const box = boxes.find((each) => each.getClientRects().length > 0);
    if (!box) { return; }
    event.preventDefault();
    box.focus();
    box.select();
  }

  /** A button and what it shows. @param {string} opener @param {string} id */
  function disclose(opener, id) {
    const button = find(opener), list = find(id);
    if (button && list) { tools.disclosure(button, list, false); }
  }

  function startControls() {
    const dark = /** @type {HTMLLinkElement | null} */ (find("dark"));
    const button = find("palette"), notes = document.querySelector(".facts a[href='#notes']");
    const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".note-mark"));
    if (button && dark) { palette(button, dark); }
    if (places.length && notes) { notes.after(marks(places)); }
    disclose("menu-button", "menu");
    disclose("toc-button", "toc-list");
  }

  function startSearch() {
    for (const box of boxes) { box.addEventListener("focus", () => use(box)); }
    document.addEventListener("keydown", searchBySlash);
    if (isResults && asked.get("q")) { use(boxes[0]); }
    if (!isResults && marked) {
      tools.load([...WORDS, "search-mark.js"]).then(() => window.gongbaoSearch.markPage(marked));
    }
  }

  tools.bringUpToDate(document.querySelectorAll(".force"), tools.dayOf(new Date()));
  startControls();
  startSearch();
})();
