// Written by `make words` from generator/words/languages; not to be changed by hand.
(() => {
  "use strict";
  /** @type {Record<string, string | string[]>} */
  const messages = {
    "date.day": "{year}年{month}月{day}日",
    "date.month_of_year": "{year}年{month}月",
    "script.download": "下载CSV",
    "script.download_of": "下载CSV：{name}",
    "script.filter": "筛选",
    "script.filter_of": "筛选：{name}",
    "script.list": "列表",
    "script.marks": "显示校勘标记",
    "script.printed": "打印日期：{day}",
    "script.printed_from": "网址：{address}　打印日期：{day}",
    "script.rows": "显示{n}行，共{total}行",
    "script.widen": "展开表格",
    "script.widen_of": "展开表格：{name}"
  };

  window.gongbaoWords = {
    language: "zh",
    add: (more) => Object.assign(messages, more),
    say(key, values = {}) {
      const forms = messages[key], n = Object.values(values).find((value) => typeof value === "number");
      const form = typeof forms === "string" ? forms : forms[n === undefined ? 0 : Number(0)];
      return form.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString("en"));
    }
  };
})();
