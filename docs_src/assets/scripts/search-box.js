// Suggestions of a search box: the combobox pattern of the ARIA Authoring Practices, with a list that only suggests.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { say } = window.gongbaoWords;
  const MOST = 6;
  const WAIT = 200;

  /** An option of the list. @param {string} id @param {Suggestion} item */
  async function option(id, item) {
    const element = tools.make("li", { id, role: "option", "aria-selected": "false" });
    element.dataset.address = (await search.addressOf(item.document)).href;
    if (item.number) { element.append(tools.make("span", { class: "number", ...search.chinese }, item.number), " "); }
    element.append(tools.make("span", search.chinese, item.title));
    return element;
  }

  /** The list of a box, which it describes to those who listen. @param {HTMLInputElement} box */
  function makeList(box) {
    const id = `${box.id}-options`;
    const attributes = {
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id,
      "aria-haspopup": "listbox"
    };
    for (const [name, value] of Object.entries(attributes)) { box.setAttribute(name, value); }
    return tools.make("ul",
      { id, class: "suggestions", role: "listbox", "aria-label": say("search.suggestions"), hidden: "" });
  }

  /** Go to the document of an option. @param {Element | null} element */
  function open(element) {
    if (element instanceof HTMLElement && element.dataset.address) { location.href = element.dataset.address; }
  }

  /**
   * What a list shows, and which of its options is chosen: -1 for none.
   * @param {HTMLInputElement} box
   * @param {HTMLElement} list
   */
  function makeChoice(box, list) {
    let chosen = -1;

    function choose(/** @type {number} */ at) {
      const options = Array.from(list.children);
      options.forEach((element, place) => element.setAttribute("aria-selected", String(place === at)));
      chosen = at;
      if (at < 0) { box.removeAttribute("aria-activedescendant"); return; }
      box.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    }

    return {
      chosen: () => (chosen < 0 ? null : list.children[chosen]),
      move(/** @type {number} */ step) {
        const count = list.children.length;
        choose((chosen + 1 + step + count + 1) % (count + 1) - 1);
      },
      show(/** @type {Element[]} */ options) {
        list.replaceChildren(...options);
        list.hidden = !options.length;
        box.setAttribute("aria-expanded", String(options.length > 0));
        choose(-1);
      },
      hide() {
        list.hidden = true;
        box.setAttribute("aria-expanded", "false");
        choose(-1);
      }
    };
  }

  search.suggestIn = (box) => {
    const list = makeList(box);
    const choice = makeChoice(box, list);
    let turn = 0;
    let timer = 0;

    function close() {
      turn += 1;
      clearTimeout(timer);
      choice.hide();
    }

    async function suggest() {
      const at = turn += 1;
      const text = box.value.trim();
      const items = text.length < 2 ? [] : await search.suggest(text, MOST);
      const options = await Promise.all(items.map((item, place) => option(`${box.id}-option-${place}`, item)));
      if (at === turn && document.activeElement === box) { choice.show(options); }
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(() => suggest().catch(close), WAIT);
    }

    function press(/** @type {KeyboardEvent} */ event) {
      const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
      const chosen = choice.chosen();
      if (event.isComposing) { return; }
      if (isArrow && !list.hidden) { choice.move(event.key === "ArrowDown" ? 1 : -1); }
      else if (event.key === "Enter" && chosen) { open(chosen); }
      else if (event.key === "Escape" && !list.hidden) { close(); }
      else { return; }
      event.preventDefault();
    }

    box.form?.append(list);
    box.form?.addEventListener("submit", close);
    box.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event).isComposing)) { later(); } });
    box.addEventListener("compositionend", later);
    box.addEventListener("keydown", press);
    box.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      if (event.button === 0) { open(/** @type {Element} */ (event.target).closest("[role=option]")); }
    });
    if (box.value.trim()) { later(); }
  };
})();
