// Filters of the results: what is chosen stands in the address, so that a search can be sent and bookmarked.
(function () {
  "use strict";
  const search = window.gongbaoSearch;
  const NAMES = {
    gazette: "公报", region: "地区", issuer: "发文机关", year: "年份", kind: "文种", column: "栏目", status: "时效"
  };
  const SHOWN = 6;

  /** What an address asks for. */
  search.readState = function (address) {
    const given = new URL(address).searchParams;
    const state = { text: (given.get("q") || "").trim(), chosen: {} };
    ["from", "until"].forEach(function (name) { state[name] = given.get(name) || ""; });
    Object.keys(NAMES).forEach(function (name) { state.chosen[name] = given.getAll(name).filter(Boolean); });
    return state;
  };

  /** The query part of the address of a state. */
  search.writeState = function (state) {
    const given = new URLSearchParams({ q: state.text });
    Object.keys(NAMES).forEach(function (name) {
      state.chosen[name].forEach(function (value) { given.append(name, value); });
    });
    ["from", "until"].forEach(function (name) { if (state[name]) { given.set(name, state[name]); } });
    return "?" + given;
  };

  function valuesOf(facets, name, document) { return facets[name][document].split("|"); }

  function dayOf(text) {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return found ? (Number(found[1]) * 12 + Number(found[2])) * 32 + Number(found[3]) : 0;
  }

  function inRange(state, date) {
    const from = dayOf(state.from), until = dayOf(state.until);
    return (!from || date >= from) && (!until || (date > 0 && date <= until));
  }

  function passes(state, columns, document, but) {
    return inRange(state, columns.dates[document]) && Object.keys(NAMES).every(function (name) {
      const chosen = state.chosen[name];
      return name === but || !chosen.length || valuesOf(columns.facets, name, document).some(function (value) {
        return chosen.includes(value);
      });
    });
  }

  /** The documents of a result that pass every filter. */
  search.filter = function (state, result) {
    return result.order.filter(function (item) { return passes(state, result.columns, item.document, ""); });
  };

  function countValues(state, result, name) {
    const counts = new Map(state.chosen[name].map(function (value) { return [value, 0]; }));
    result.order.forEach(function (item) {
      if (!passes(state, result.columns, item.document, name)) { return; }
      valuesOf(result.columns.facets, name, item.document).filter(Boolean).forEach(function (value) {
        counts.set(value, (counts.get(value) || 0) + 1);
      });
    });
    return Array.from(counts).sort(function (one, other) {
      return name === "year" ? Number(other[0]) - Number(one[0]) : other[1] - one[1] || (one[0] < other[0] ? -1 : 1);
    });
  }

  function choice(state, name, value, count, change) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    const number = document.createElement("span");
    box.type = "checkbox";
    box.name = name;
    box.value = value;
    box.checked = state.chosen[name].includes(value);
    box.addEventListener("change", function () {
      const others = state.chosen[name].filter(function (chosen) { return chosen !== value; });
      state.chosen[name] = box.checked ? others.concat(value) : others;
      change(name, value);
    });
    number.className = "facet-count";
    number.textContent = count;
    label.append(box, " " + (name === "year" ? value + "年" : value) + " ", number);
    return label;
  }

  function more(group, labels) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "facet-more";
    button.textContent = "另有 " + labels.length + " 项";
    button.addEventListener("click", function () {
      button.replaceWith(...labels);
      labels[0].querySelector("input").focus();
    });
    group.append(button);
  }

  function fieldset(state, result, name, change) {
    const values = countValues(state, result, name);
    if (values.length < 2 && !state.chosen[name].length) { return null; }
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = name === "status" ? NAMES[name] + "（截至" + result.columns.day + "）" : NAMES[name];
    const labels = values.map(function (pair) { return choice(state, name, pair[0], pair[1], change); });
    const first = labels.filter(function (label, at) { return at < SHOWN || label.querySelector("input").checked; });
    const rest = labels.filter(function (label) { return !first.includes(label); });
    group.append(legend, ...first);
    if (rest.length) { more(group, rest); }
    return group;
  }

  function dateField(state, name, word, change) {
    const label = document.createElement("label");
    const field = document.createElement("input");
    field.type = "date";
    field.name = name;
    field.value = state[name];
    field.addEventListener("change", function () {
      state[name] = field.value;
      change(name, "");
    });
    label.append(word + " ", field);
    return label;
  }

  function dates(state, change) {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = "成文日期";
    group.append(legend, dateField(state, "from", "自", change), dateField(state, "until", "至", change));
    return group;
  }

  function clearer(state, change) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "facet-clear";
    button.textContent = "清除筛选";
    button.addEventListener("click", function () {
      Object.keys(NAMES).forEach(function (name) { state.chosen[name] = []; });
      state.from = state.until = "";
      change("from", "");
    });
    return button;
  }

  /** How many filters are chosen. */
  search.countChosen = function (state) {
    return Object.keys(NAMES).reduce(function (sum, name) { return sum + state.chosen[name].length; }, 0) +
      [state.from, state.until].filter(Boolean).length;
  };

  /** Fill the filters; focus stays on the one that was changed. */
  search.showFacets = function (panel, state, result, change) {
    const groups = Object.keys(NAMES).map(function (name) { return fieldset(state, result, name, change); });
    panel.replaceChildren(...groups.filter(Boolean), dates(state, change));
    if (search.countChosen(state)) { panel.append(clearer(state, change)); }
  };
})();
