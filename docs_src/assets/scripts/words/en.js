// Written by `make words` from generator/words/languages; not to be changed by hand.
(() => {
  "use strict";
  /** @type {Record<string, string | string[]>} */
  const messages = {
    "date.day": "{day} {name} {year}",
    "date.month_of_year": "{name} {year}",
    "script.download": "Download CSV",
    "script.download_of": "Download CSV: {name}",
    "script.filter": "Filter",
    "script.filter_of": "Filter: {name}",
    "script.list": "List",
    "script.marks": "Show editorial marks",
    "script.printed": "Printed on {day}",
    "script.printed_from": "Address: {address}. Printed on {day}",
    "script.rows": "Showing {n} of {total} rows",
    "script.widen": "Widen the table",
    "script.widen_of": "Widen the table: {name}"
  };

  window.gongbaoWords = {
    language: "en",
    add: (more) => Object.assign(messages, more),
    say(key, values = {}) {
      const forms = messages[key], n = Object.values(values).find((value) => typeof value === "number");
      const form = typeof forms === "string" ? forms : forms[n === undefined ? 0 : Number(n !== 1)];
      return form.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString("en"));
    }
  };
})();
