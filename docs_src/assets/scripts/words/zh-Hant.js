// Written by `make words` from generator/words/languages; not to be changed by hand.
(function () {
  "use strict";
  const messages = {};

  /** Which form of a message a number takes. */
  function formOf(n) { return Number(0); }

  /** The message of a key with values in its places; a number is a count and decides the form. */
  function say(key, values = {}) {
    const found = messages[key];
    const number = Object.values(values).find((value) => typeof value === "number");
    const form = typeof found === "string" ? found : found[number === undefined ? 0 : formOf(number)];
    return form.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name];
      return typeof value === "number" ? String(value).replace(/\B(?=(\d{3})+$)/g, ",") : value;
    });
  }

  window.gongbaoWords = { language: "zh-Hant", say, add: (more) => { Object.assign(messages, more); } };
})();
