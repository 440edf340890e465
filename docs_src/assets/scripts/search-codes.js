// Numbers as the files of the index write them, in printable ASCII: generator/search/coding.py.
(() => {
  "use strict";
  const search = window.gongbaoSearch;
  const ALPHABET = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
    .filter((character) => character !== "\"" && character !== "\\");
  const DIGIT = new Uint8Array(128);
  const BASE = 93, ONE = 78, TWO = ONE + (BASE - 1 - ONE) * BASE, COMMON = 7;
  ALPHABET.forEach((character, digit) => { DIGIT[character.charCodeAt(0)] = digit; });

  search.countZones = (mask) => {
    let bits = 0;
    for (let rest = mask; rest; rest &= rest - 1) { bits += 1; }
    return bits;
  };

  /** Sets of zones, common ones first; as MASKS of generator/search/coding.py. */
  const MASKS = Array.from({ length: 255 }, (_, at) => at + 1).sort((one, other) =>
    search.countZones(one) - search.countZones(other) || (one & 3) - (other & 3) || one - other);

  /** The numbers that a text encodes. @param {string} text */
  function* numbers(text) {
    for (let at = 0; at < text.length;) {
      const digit = DIGIT[text.charCodeAt(at)];
      if (digit < ONE) {
        yield digit;
        at += 1;
      } else if (digit < BASE - 1) {
        yield ONE + (digit - ONE) * BASE + DIGIT[text.charCodeAt(at + 1)];
        at += 2;
      } else {
        let number = 0;
        for (let place = 1; place < 5; place += 1) { number = number * BASE + DIGIT[text.charCodeAt(at + place)]; }
        yield TWO + number;
        at += 5;
      }
    }
  }

  search.column = (text) => Array.from(numbers(text));

  search.sums = (text) => {
    let sum = 0;
    return search.column(text).map((step) => (sum += step % 2 ? -(step + 1) / 2 : step / 2));
  };

  search.postings = (text, documents, masks) => {
    const all = numbers(text);
    let nth = -1;
    for (let next = all.next(); !next.done; next = all.next()) {
      let rank = next.value % (COMMON + 1);
      nth += (next.value - rank) / (COMMON + 1) + 1;
      if (rank === COMMON) { rank += Number(all.next().value); }
      masks[documents[nth]] = MASKS[rank];
    }
  };
})();
