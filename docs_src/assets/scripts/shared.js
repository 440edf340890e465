// Written by tests/scripts/make_shared.py from the program's own tables; not to be changed by hand.
window.gongbaoShared = {
  blank: "[\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]",
  punctuation: "[\\u0021-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u007e\\u00a1-\\u00a9\\u00ab\\u00ac\\u00ae-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20cf\\u2100-\\u214f\\u2190-\\u2bff\\u2e00-\\u2e7f\\u3001-\\u3004\\u3008-\\u3020\\u3030\\u303d-\\u303f\\u30a0\\u30fb\\ufe10-\\ufe6f\\ufff0-\\uffff]",
  mark: "·",
  between: "　",
  end: "\u001e",
  variants: "零〇○〇◯〇",
  figures: "〇一二三四五六七八九",
  digits: {"零": 0, "〇": 0, "○": 0, "Ο": 0, "О": 0, "O": 0, "Ｏ": 0, "o": 0, "０": 0, "0": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2},
  units: {"十": 10, "百": 100, "千": 1000},
  year: "年",
  language: "zh-Hans",
  serial: {"before": "第", "after": "号"},
  article: {"before": "第", "after": "条", "traditional": "條", "sub": "之"},
  states: {"已被废止": "repealed", "已过有效期": "expired", "尚未施行": "pending", "未过有效期": "term", "未见失效记载": "none"},
  reference: {"most": 3, "others": "等", "kind": "J", "online": "/OL", "editions": {"2015": {"comma": ", ", "colon": ": ", "brackets": "()", "showsAccess": true, "guessesYear": true}, "2025": {"comma": "，", "colon": "：", "brackets": "（）", "showsAccess": false, "guessesYear": false}}, "tex": {"\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "#": "\\#", "$": "\\$", "%": "\\%", "&": "\\&", "_": "\\_"}},
  cells: {"formula": "[\\s\\x00-\\x1f\\u200b\\ufeff]*[=+\\-@＝＋－＠]", "number": "[+\\-＋－](?:[\\p{Nd},，]*\\p{Nd}(?:[.．]\\p{Nd}+)?\\s*[%％‰]?)?"}
};
