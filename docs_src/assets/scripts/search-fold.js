// The form in which texts and queries are compared, as generator/search/normalise.py has it, and how a query is read.
(() => {
  "use strict";
  const search = window.gongbaoSearch = window.gongbaoSearch || /** @type {Search} */ ({});
  const shared = window.gongbaoShared;
  const BLANK = new RegExp(shared.blank, "u");
  const PUNCTUATION = new RegExp(shared.punctuation, "u");
  const { mark: MARK, between: BETWEEN, end: END, year: YEAR } = shared;
  const { before: BEFORE, after: AFTER } = shared.serial;
  const ENDS = new RegExp(`^${MARK}|${MARK}$`, "g");
  /** @type {Map<string, string>} */
  const variants = new Map();
  /** @type {Map<string, string>} */
  const folded = new Map();

  /** What one character becomes; nothing for a blank. @param {string} character */
  function foldCharacter(character) {
    if (character === BETWEEN) { return MARK; }
    if (character === END) { return END; }
    let plain = folded.get(character);
    if (plain === undefined) {
      plain = Array.from(character.normalize("NFKC").toLowerCase(), (each) => {
        const chosen = variants.get(each) || each;
        if (BLANK.test(chosen)) { return ""; }
        return PUNCTUATION.test(chosen) ? MARK : chosen;
      }).join("");
      folded.set(character, plain);
    }
    return plain;
  }

  search.learn = (pairs) => {
    const characters = Array.from(pairs);
    for (let at = 0; at + 1 < characters.length; at += 2) { variants.set(characters[at], characters[at + 1]); }
    folded.clear();
  };
  search.learn(shared.variants);

  search.foldPlaces = (text) => {
    let plain = "", at = 0;
    const places = [];
    for (const character of text) {
      for (const unit of foldCharacter(character).split("")) {
        if (unit === MARK && plain.endsWith(MARK)) { continue; }
        plain += unit;
        places.push(at);
      }
      at += character.length;
    }
    places.push(text.length);
    return { text: plain, places };
  };

  search.fold = (text) => Array.from(text, foldCharacter).join("").replace(new RegExp(`${MARK}+`, "g"), MARK);

  search.bare = (plain) => plain.split(MARK).join("");

  search.trim = (plain) => plain.replace(ENDS, "");

  // A word in quotation marks is exact: found as it is typed, blanks apart, marks and all. Marks at the ends of another
  // word are none of it, as are quotation marks within one. As no folded word has ASCII punctuation, an exact one is
  // kept in its marks.

  const EXACT = /(^|[\s|｜])([-－−]?)(?:["“”＂]([^"“”＂]+)["“”＂]|「([^「」]+)」|『([^『』]+)』)(?=$|[\s|｜])/g;

  search.isExact = (word) => word.startsWith("\"");

  search.plainWord = (word) => search.isExact(word) ? word.slice(1, -1) : word;

  search.exactly = (word) => `"${search.plainWord(word)}"`;

  /** A word as it is looked for; empty where nothing is left of it. @param {string} typed */
  function readWord(typed) {
    const phrase = /^"([^"]+)"$/.exec(typed);
    const plain = search.fold(phrase ? phrase[1] : typed);
    if (!search.bare(plain)) { return ""; }
    return phrase ? `"${plain}"` : search.trim(plain);
  }

  /** A phrase as one token. @param {string} phrase */
  const joined = (phrase) => `"${phrase.split(BETWEEN).join(MARK).replace(/\s+/g, "").replace(/[|｜]/g, MARK)}"`;

  /** A word in the notations that mean the same, where these are known. @param {string} word */
  const notationsOf = (word) => search.notations && !search.isExact(word) ? search.notations(word) : [word];

  /** The words of which one is enough. @param {string} token */
  const wordsOf = (token) => Array.from(new Set(token.split("|").flatMap(notationsOf).map(readWord))).filter(Boolean);

  search.parse = (text) => {
    /** @type {Query} */
    const query = { text: text.trim(), all: [], none: [] };
    const phrased = text.split(END).join(" ").replace(EXACT, (_, before, minus, ...inner) =>
      before + minus + joined(inner.slice(0, 3).find(Boolean)));
    for (const token of phrased.replace(/\s*[|｜]\s*/g, "|").split(/\s+/)) {
      const excludes = /^[-－−][^-－−]/.test(token);
      const words = wordsOf(excludes ? token.slice(1) : token);
      if (excludes) { query.none.push(...words); } else if (words.length) { query.all.push(words); }
    }
    return query;
  };

  search.tokens = (text) => {
    const phrases = (/** @type {string} */ words) => words.replace(EXACT, (phrase) =>
      phrase[0] + phrase.slice(1).replace(/\s/g, END));
    return phrases(text.trim()).split(/\s+/).map((token) => token.split(END).join(" ")).filter(Boolean);
  };

  search.wanted = (query) => query.all.flat();

  const FIGURES = new RegExp(`[${shared.figures}]{4}`);
  const WORDS = `[${shared.figures}${Object.keys(shared.units).join("")}]+`;
  const SERIAL = new RegExp(`(?<=(?:19|20)\\d\\d${YEAR}?${BEFORE}?)${WORDS}(?=${AFTER}$)`);
  const NUMBER = new RegExp(`^(\\D*?)(?:((?:19|20)\\d\\d)${YEAR}?)?${BEFORE}?(\\d{1,5})(${AFTER}?)$`);

  search.readNumber = (text) => {
    const plain = search.bare(search.fold(text)).replace(FIGURES, (year) =>
      Array.from(year, (figure) => shared.figures.indexOf(figure)).join("")).replace(SERIAL, (serial) =>
      String(search.readWhole?.(serial) || serial));
    const [, prefix, year, serial, ending] = NUMBER.exec(plain) || [];
    if (!serial || !(prefix || year || ending)) { return null; }
    return { prefix, year: Number(year || 0), serial: Number(serial), isDoubtful: !year && !ending };
  };

  search.writeNumber = (prefix, year, serial) => [prefix, year, serial + AFTER].join(MARK);
})();
