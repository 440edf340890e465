// Written by `make words` from generator/words/languages; not to be changed by hand.
(() => {
  "use strict";
  /** @type {Record<string, string | string[]>} */
  const messages = {
    "date.day": "{year}年{month}月{day}日",
    "date.month_of_year": "{year}年{month}月",
    "script.ask_article": "请输入条的序号，例如12或者十二。",
    "script.download": "下载CSV",
    "script.download_of": "下载CSV：{name}",
    "script.fast": "快速",
    "script.filter": "筛选",
    "script.filter_of": "筛选：{name}",
    "script.list": "列表",
    "script.marks": "显示校勘标记",
    "script.next": "下一段",
    "script.no_article": "本文没有{article}。",
    "script.no_form": "未能取得本文数据，请稍后再试。",
    "script.normal": "常速",
    "script.pause": "暂停",
    "script.places": "本文有{n}处，这是第{nth}处。",
    "script.previous": "上一段",
    "script.printed": "打印日期：{day}",
    "script.printed_from": "网址：{address}　打印日期：{day}",
    "script.resume": "继续",
    "script.rows": "显示{n}行，共{total}行",
    "script.slow": "慢速",
    "script.speech": "朗读",
    "script.speed": "语速",
    "script.stop": "停止"
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
