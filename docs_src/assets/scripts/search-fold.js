// The form in which texts and queries are compared, and how a query is read. generator/search/normalise.py says the same.
(function () {
  "use strict";
  const search = window.gongbaoSearch = window.gongbaoSearch || {};

  const BLANK = new RegExp("[\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f" +
    "\\u3000\\ufe00-\\ufe0f\\ufeff\\u{e0100}-\\u{e01ef}]", "u");
  const PUNCTUATION = new RegExp("[\\u0021-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u007e\\u00a1-\\u00a9\\u00ab\\u00ac" +
    "\\u00ae-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20cf" +
    "\\u2100-\\u214f\\u2190-\\u2bff\\u2e00-\\u2e7f\\u3001-\\u3004\\u3008-\\u3020\\u3030\\u303d-\\u303f\\u30a0\\u30fb" +
    "\\ufe10-\\ufe6f\\ufff0-\\uffff]");
  const MARK = "·";
  const variants = new Map([["零", "〇"], ["○", "〇"], ["◯", "〇"]]);
  const folded = new Map();

  /** What one character becomes; nothing for a blank. */
  function foldCharacter(character) {
    if (!folded.has(character)) {
      folded.set(character, Array.from(character.normalize("NFKC").toLowerCase(), function (plain) {
        const chosen = variants.get(plain) || plain;
        if (BLANK.test(chosen)) { return ""; }
        return PUNCTUATION.test(chosen) ? MARK : chosen;
      }).join(""));
    }
    return folded.get(character);
  }

  /** Teach traditional characters, each followed by its simplified one. */
  search.learn = function (pairs) {
    const characters = Array.from(pairs);
    for (let at = 0; at + 1 < characters.length; at += 2) { variants.set(characters[at], characters[at + 1]); }
    folded.clear();
  };

  /** The folded text, and for each of its units the place in the text that it comes from. */
  search.foldPlaces = function (text) {
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
    return { text: plain, places: places };
  };

  /** The text as it is compared. */
  search.fold = function (text) { return Array.from(text, foldCharacter).join("").replace(/··+/g, MARK); };

  /** The text without the marks of punctuation. */
  search.bare = function (plain) { return plain.split(MARK).join(""); };

  function words(token) {
    return token.split("|").map(search.fold).filter(function (word) { return search.bare(word) !== ""; });
  }

  /** A query: groups of which each must stand in a document with one of its words, and words that must not. */
  search.parse = function (text) {
    const query = { text: text.trim(), all: [], none: [] };
    text.replace(/\s*[|｜]\s*/g, "|").split(/\s+/).forEach(function (token) {
      const excludes = /^[-－−][^-－−]/.test(token);
      const found = words(excludes ? token.slice(1) : token);
      if (excludes) { query.none.push(...found); } else if (found.length) { query.all.push(found); }
    });
    return query;
  };

  /** Every word that a document is asked to hold. */
  search.wanted = function (query) { return [].concat(...query.all); };

  const DIGITS = "〇一二三四五六七八九";

  /**
   * The parts of a document number in any notation, or null: 云政办发2020 32, 〔2020〕32号, 32号; doubtful, as other words
   * end in digits too: 云政办发32.
   */
  search.readNumber = function (text) {
    const plain = search.bare(search.fold(text)).replace(/[〇一二三四五六七八九]{4}/, function (year) {
      return Array.from(year, function (digit) { return DIGITS.indexOf(digit); }).join("");
    });
    const found = /^(\D*?)(?:((?:19|20)\d\d)年?)?第?(\d{1,5})(号?)$/.exec(plain);
    if (!found || !(found[1] || found[2] || found[4])) { return null; }
    const isDoubtful = !found[2] && !found[4];
    return { prefix: found[1], year: Number(found[2] || 0), serial: Number(found[3]), isDoubtful: isDoubtful };
  };
})();
