// Suggestions of a search box: the combobox pattern of the ARIA Authoring Practices, with a list that only suggests.
(function () {
  "use strict";
  const search = window.gongbaoSearch;
  const MOST = 6;
  const WAIT = 200;

  function option(box, manifest, item, at) {
    const element = document.createElement("li");
    element.id = box.id + "-option-" + at;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.dataset.address = new URL("archive/" + search.idOf(manifest, item.document) + manifest.end, search.root).href;
    if (item.number) {
      const number = document.createElement("span");
      number.className = "number";
      number.textContent = item.number;
      element.append(number, " ");
    }
    element.append(item.title);
    return element;
  }

  function listOf(box) {
    const list = document.createElement("ul");
    list.id = box.id + "-options";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "建议");
    list.hidden = true;
    box.form.append(list);
    return list;
  }

  /** Let a box suggest documents while it is typed in. */
  search.suggestIn = function (box) {
    const list = listOf(box);
    let chosen = -1;
    let turn = 0;
    let timer = 0;
    const attributes = {
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
      "aria-haspopup": "listbox"
    };
    Object.keys(attributes).forEach(function (name) { box.setAttribute(name, attributes[name]); });

    function close() {
      turn += 1;
      clearTimeout(timer);
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
      choose(-1);
    }

    function choose(at) {
      Array.from(list.children).forEach(function (element, place) {
        element.setAttribute("aria-selected", String(place === at));
      });
      chosen = at;
      if (at < 0) { box.removeAttribute("aria-activedescendant"); return; }
      box.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }

    function move(step) {
      const count = list.children.length;
      choose((chosen + 1 + step + count + 1) % (count + 1) - 1);
    }

    async function suggest() {
      const at = turn += 1;
      const text = box.value.trim();
      const items = text.length < 2 ? [] : await search.suggest(text, MOST);
      const manifest = await search.manifest();
      if (at !== turn || document.activeElement !== box) { return; }
      list.replaceChildren(...items.map(function (item, place) { return option(box, manifest, item, place); }));
      list.hidden = !items.length;
      box.setAttribute("aria-expanded", String(items.length > 0));
      choose(-1);
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(function () { suggest().catch(close); }, WAIT);
    }

    function press(event) {
      if (event.isComposing) { return; }
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.href = list.children[chosen].dataset.address;
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    }

    box.addEventListener("input", function (event) { if (!event.isComposing) { later(); } });
    box.addEventListener("compositionend", later);
    box.addEventListener("keydown", press);
    box.addEventListener("blur", close);
    box.form.addEventListener("submit", close);
    list.addEventListener("pointerdown", function (event) {
      const element = event.target.closest("[role=option]");
      event.preventDefault();
      if (element && event.button === 0) { location.href = element.dataset.address; }
    });
    if (box.value.trim()) { later(); }
  };
})();
