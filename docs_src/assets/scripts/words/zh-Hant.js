// Written by `make words` from generator/words/languages; not to be changed by hand.
(() => {
  "use strict";
  /** @type {Record<string, string | string[]>} */
  const messages = {
    "date.day": "{year}年{month}月{day}日",
    "date.month_of_year": "{year}年{month}月",
    "script.download": "下載CSV",
    "script.download_of": "下載CSV：{name}",
    "script.filter": "篩選",
    "script.filter_of": "篩選：{name}",
    "script.list": "列表",
    "script.marks": "顯示校勘標記",
    "script.printed": "列印日期：{day}",
    "script.printed_from": "網址：{address}　列印日期：{day}",
    "script.rows": "顯示{n}行，共{total}行",
    "script.widen": "展開表格",
    "script.widen_of": "展開表格：{name}"
  };

  window.gongbaoWords = {
    language: "zh-Hant",
    add: (more) => Object.assign(messages, more),
    say(key, values = {}) {
      const forms = messages[key], n = Object.values(values).find((value) => typeof value === "number");
      const form = typeof forms === "string" ? forms : forms[n === undefined ? 0 : Number(0)];
      return form.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString("en"));
    }
  };
})();
