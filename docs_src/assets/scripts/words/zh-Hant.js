// Written by `make words` from generator/words/languages; not to be changed by hand.
(() => {
  "use strict";
  /** @type {Record<string, string | string[]>} */
  const messages = {
    "date.day": "{year}年{month}月{day}日",
    "date.month_of_year": "{year}年{month}月",
    "script.ask_article": "請輸入條的序號，例如12或者十二。",
    "script.download": "下載CSV",
    "script.download_of": "下載CSV：{name}",
    "script.fast": "快速",
    "script.filter": "篩選",
    "script.filter_of": "篩選：{name}",
    "script.list": "列表",
    "script.marks": "顯示校勘標記",
    "script.next": "下一段",
    "script.no_article": "本文沒有{article}。",
    "script.no_form": "未能取得本文數據，請稍後再試。",
    "script.normal": "常速",
    "script.pause": "暫停",
    "script.places": "本文有{n}處，這是第{nth}處。",
    "script.previous": "上一段",
    "script.printed": "列印日期：{day}",
    "script.printed_from": "網址：{address}　列印日期：{day}",
    "script.resume": "繼續",
    "script.rows": "顯示{n}行，共{total}行",
    "script.slow": "慢速",
    "script.speech": "朗讀",
    "script.speed": "語速",
    "script.stop": "停止"
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
