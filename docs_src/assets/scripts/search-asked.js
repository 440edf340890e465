// What a reader may ask for beside words: a date in any notation, a number in figures or in words.
(() => {
  "use strict";
  const search = window.gongbaoSearch;
  const { asked, figures, digits, units, mark: MARK } = window.gongbaoShared;
  const [YEAR, MONTH, DAY] = asked.day;
  const TEN = Object.keys(units)[0];
  const POWERS = Object.entries(units).sort((one, other) => other[1] - one[1]);
  const NUMERAL = `[\\d${figures}${TEN}]{1,3}`;
  const YEARS = `((?:19|20)\\d\\d|[${figures}]{4})`;
  const DATE = new RegExp(`^${YEARS}[${YEAR}${MARK}](${NUMERAL})(?:[${MONTH}${MARK}](?:(${NUMERAL})${DAY}?)?)?$`);
  const FIGURES_ONLY = /^((?:19|20)\d\d)([01]\d)([0-3]\d)$/;
  const BRACKET = /(?!["'“”‘’])[\p{Ps}\p{Pe}]/u; // a number has one, a date has none
  const RUN = new RegExp(`[${figures}${Object.keys(units).join("")}]+|\\d+`, "g");
  const MOST = 9999;

  /** The whole number that is written in figures or in words; NaN where it is none. @param {string} text */
  function readWhole(text) {
    if (/^\d+$/.test(text)) { return Number(text); }
    const characters = Array.from(text);
    if (characters.every((character) => figures.includes(character))) {
      return Number(characters.map((character) => figures.indexOf(character)).join(""));
    }
    let total = 0, digit = 0;
    for (const character of characters) {
      const unit = units[character], value = digits[character];
      if (unit) {
        total += (digit || 1) * unit;
        digit = 0;
      } else if (value === undefined || digit) { return NaN; } else { digit = value; }
    }
    return total + digit;
  }

  /** The figures of a number one by one: 2020 is 二〇二〇. @param {string} number */
  const inFigures = (number) => Array.from(number, (figure) => figures[Number(figure)]).join("");

  /** A whole number below ten thousand in words: 15 is 十五. @param {number} number */
  function inWords(number) {
    if (number === 0) { return figures[0]; }
    let rest = number, words = "", isGap = false;
    for (const [unit, value] of POWERS) {
      const count = Math.floor(rest / value);
      rest %= value;
      if (count) {
        words += (isGap && words ? figures[0] : "") + figures[count] + unit;
        isGap = false;
      } else { isGap = true; }
    }
    if (rest) { words += (isGap && words ? figures[0] : "") + figures[rest]; }
    return words.startsWith(figures[1] + TEN) ? words.slice(1) : words;
  }

  search.readWhole = readWhole;

  /** Whether there is such a day, or such a month. @param {Asked} date */
  const isPossible = ({ month, day }) => month >= 1 && month <= 12 && day <= 31;

  search.readDate = (text) => {
    if (BRACKET.test(text)) { return null; }
    const plain = search.fold(text).replace(new RegExp(`^${MARK}|${MARK}$`, "g"), "");
    const [, years, months, days = "0"] = DATE.exec(plain) || FIGURES_ONLY.exec(plain) || [];
    if (!years || (plain.includes(YEAR) && !plain.includes(MONTH))) { return null; }
    const [year, month, day] = [years, months, days].map(readWhole);
    return isPossible({ year, month, day }) ? { year, month, day } : null;
  };

  /** A date whose parts are apart by punctuation: exact, as without it the figures are those of any number; behind a
   * month there is more, as in a day of it. @param {string} text @param {Asked} date */
  const apart = (text, { day }) => search.exactly(day ? text : text + MARK);

  /** A date as texts print it, in figures and in words. @param {Asked} date */
  function written({ year, month, day }) {
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    const parts = day ? [month, day] : [month];
    const join = (/** @type {string[]} */ words) =>
      words.map((word, at) => word + [MONTH, DAY][at]).join("");
    return [
      `${year}${YEAR}${join(parts.map(String))}`, `${year}${YEAR}${join(parts.map(two))}`,
      `${inFigures(String(year))}${YEAR}${join(parts.map(inWords))}`,
      apart([year, ...parts].join(MARK), { year, month, day }),
      apart([year, ...parts.map(two)].join(MARK), { year, month, day })
    ];
  }

  search.notations = (text) => {
    const date = search.readDate(text);
    if (!date) { return [text]; }
    const typed = search.trim(search.fold(text));
    return Array.from(new Set([...written(date), typed.includes(MARK) ? apart(typed, date) : typed]));
  };

  search.writeAsked = (date) => written(date)[0];

  search.dated = async (text) => {
    const date = search.readDate(text);
    if (!date) { return null; }
    const { dates } = await search.columns();
    const month = date.year * 12 + date.month;
    return Array.from(dates.keys()).filter((document) => date.day ?
      dates[document] === month * 32 + date.day : Math.floor(dates[document] / 32) === month);
  };

  /** A number in the other writing; itself where it has none. @param {string} run @param {string} next */
  function otherWriting(run, next) {
    const isFigures = /\d/.test(run);
    if (isFigures && next === YEAR && run.length === 4) { return inFigures(run); }
    const number = readWhole(run);
    if (!(number <= MOST)) { return run; }
    return isFigures ? inWords(number) : String(number);
  }

  search.otherNumerals = (text) => {
    const plain = search.fold(text);
    /** @param {RegExp} which */
    const changed = (which) => plain.replace(RUN, (run, at) => {
      const before = plain.charAt(at - 1), next = plain.charAt(at + run.length);
      const counts = before === asked.issue.before || (next !== "" && asked.measures.includes(next));
      return which.test(run) && (counts || run.length > 1) ? otherWriting(run, next) : run;
    });
    const words = [changed(/^\d+$/), changed(/^\D+$/), changed(/^/)];
    return Array.from(new Set(words)).filter((word) => word !== plain);
  };

  search.ways = async (text, result) => {
    if (!search.mayLead(text, result)) { return []; }
    await window.gongbaoTools.load(["search-ways.js"]);
    return search.leadOn(text, result);
  };

  const ISSUE = new RegExp(`${asked.issue.after}|(?:${asked.gazettes.join("|")})\\s*$`);
  const LETTERS = /^[\p{Script=Latin}\s\u0300-\u036f'’·-]+$/u;
  const LAW = new RegExp(`(?:${asked.laws.join("|")})$`);

  search.isLaw = (text) => /^《.+》$/.test(text) || (!/\s/.test(text) && text.length > 3 && LAW.test(text));

  search.mayLead = (text, { numbered, order }) => Boolean(search.readDate(text)) || ISSUE.test(text) ||
    search.isLaw(text) || (!order.length && LETTERS.test(text)) ||
    (!numbered.size && Boolean(search.readNumber(text)?.year)) || search.otherNumerals(text).length > 0;

  search.member = async (name) => {
    const { ways } = await search.manifest();
    if (!ways) { return null; }
    const [path, length, buckets] = ways;
    const names = ["readings", "titles", "issues", ...Array.from({ length: buckets }, (_, nth) => `cited${nth}`)];
    return search.memberOf({ path, directory: "ways", length }, names.indexOf(name), name);
  };
})();
