// Written by `make words` from generator/words/languages; not to be changed by hand.
(() => {
  "use strict";
  /** @type {Record<string, string | string[]>} */
  const messages = {
    "date.day": "{day} {name} {year}",
    "date.month_of_year": "{name} {year}",
    "script.ask_article": "Enter the number of an article, for example 12 or “十二”.",
    "script.download": "Download CSV",
    "script.download_of": "Download CSV: {name}",
    "script.fast": "Fast",
    "script.filter": "Filter",
    "script.filter_of": "Filter: {name}",
    "script.list": "List",
    "script.marks": "Show editorial marks",
    "script.next": "Next paragraph",
    "script.no_article": "This document has no {article}.",
    "script.no_form": "The data of this document could not be loaded; try again later.",
    "script.normal": "Normal",
    "script.pause": "Pause",
    "script.places": "Found in {n} places; this is number {nth}.",
    "script.previous": "Previous paragraph",
    "script.printed": "Printed on {day}",
    "script.printed_from": "Address: {address}. Printed on {day}",
    "script.resume": "Continue",
    "script.rows": "Showing {n} of {total} rows",
    "script.slow": "Slow",
    "script.speech": "Read aloud",
    "script.speed": "Speed",
    "script.stop": "Stop"
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
