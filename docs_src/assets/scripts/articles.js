// How a reader writes the number of an article; document.js asks for it when somebody goes to the form for that.
(() => {
  "use strict";
  const tools = window.gongbaoTools;

  tools.readNumeral = (text) => {
    const { digits, units } = window.gongbaoShared;
    const plain = text.normalize("NFKC");
    if (/^\d+$/.test(plain)) { return Number(plain); }
    const characters = Array.from(plain);
    if (!plain || !characters.every((each) => each in digits || each in units)) { return NaN; }
    if (!characters.some((each) => each in units)) { return Number(characters.map((each) => digits[each]).join("")); }
    let total = 0, digit = 0;
    for (const each of characters) {
      if (each in units) { total += (digit || 1) * units[each]; }
      digit = each in units ? 0 : digits[each];
    }
    return total + digit;
  };

  tools.readArticle = (text) => {
    const { before, after, traditional, sub } = window.gongbaoShared.article;
    const bare = text.replace(new RegExp(`[${before}${after}${traditional}\\s]`, "g"), "");
    const given = bare.split(new RegExp(`[${sub}\\-.]`));
    const [main, inserted] = given;
    const numbers = given.map(tools.readNumeral);
    if (given.length > 2 || !numbers.every((part) => part > 0)) { return null; }
    return { anchor: `art-${numbers.join("-")}`, title: before + main + after + (inserted ? sub + inserted : "") };
  };
})();
