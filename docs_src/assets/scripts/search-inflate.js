// What zlib deflated, made whole again (RFC 1951): members of packs come so, as no server compresses a part of a file.
(() => {
  "use strict";
  const search = window.gongbaoSearch = window.gongbaoSearch || /** @type {Search} */ ({});
  const LONGEST = 15;
  const END = 256;
  /** The order in which the lengths of the code for lengths of codes come. */
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

  /** What repeats lengths of codes, the one before or 0: how often at least, and how many bits say how much more. */
  const REPEATED = [[3, 2], [3, 3], [11, 7]];

  /** Numbers that are a base and some bits more: how many bits each has, and its base.
   * @param {number} first @param {number[]} bits @returns {[base: number, bits: number][]} */
  const based = (first, bits) => {
    let base = first;
    return bits.map((more) => {
      const one = base;
      base += 1 << more;
      return [one, more];
    });
  };
  /** @param {number} most @param {number} each @param {number} zeros */
  const growing = (most, each, zeros) =>
    Array.from({ length: most }, (_, at) => Math.max(0, Math.floor((at - zeros) / each)));
  const LENGTHS = [...based(3, growing(28, 4, 4)), /** @type {[number, number]} */ ([258, 0])];
  const DISTANCES = based(1, growing(30, 2, 2));

  /** The bits of some bytes, the low ones of each first. @param {Uint8Array} bytes @returns {Bits} */
  function bitsOf(bytes) {
    let at = 0;
    const take = (/** @type {number} */ count) => {
      if (at + count > 8 * bytes.length) { throw new RangeError("deflate"); }
      let value = 0;
      for (let place = 0; place < count; place += 1, at += 1) {
        value |= (bytes[at >>> 3] >>> (at & 7) & 1) << place;
      }
      return value;
    };
    return { take, align() { at = (at + 7) & ~7; } };
  }

  /** The code of which each symbol has this length, 0 where it has none. @param {number[]} lengths @returns {Code} */
  function makeCode(lengths) {
    const counts = new Array(LONGEST + 1).fill(0);
    for (const length of lengths) { counts[length] += 1; }
    counts[0] = 0;
    const symbols = Array.from(lengths.keys()).filter((symbol) => lengths[symbol])
      .sort((one, other) => lengths[one] - lengths[other] || one - other);
    return { counts, symbols };
  }

  /** The next symbol. @param {Bits} bits @param {Code} code */
  function next(bits, { counts, symbols }) {
    let value = 0, first = 0, before = 0;
    for (let length = 1; length <= LONGEST; length += 1) {
      value |= bits.take(1);
      if (value - first < counts[length]) { return symbols[before + value - first]; }
      before += counts[length];
      first = (first + counts[length]) << 1;
      value <<= 1;
    }
    throw new RangeError("deflate");
  }

  /** So many symbols with a code of one length. @param {number} count @param {number} length */
  const alike = (count, length) => new Array(count).fill(length);

  /** @type {[literals: Code, distances: Code]} */
  const FIXED = [
    makeCode([...alike(144, 8), ...alike(112, 9), ...alike(24, 7), ...alike(8, 8)]), makeCode(alike(30, 5))
  ];

  /** The codes of a block that brings its own. @param {Bits} bits @returns {[literals: Code, distances: Code]} */
  function readCodes(bits) {
    const literals = bits.take(5) + 257, distances = bits.take(5) + 1, count = bits.take(4) + 4;
    const own = alike(ORDER.length, 0);
    for (const place of ORDER.slice(0, count)) { own[place] = bits.take(3); }
    const code = makeCode(own);
    /** @type {number[]} */
    const lengths = [];
    while (lengths.length < literals + distances) {
      const symbol = next(bits, code);
      if (symbol < 16) { lengths.push(symbol); } else {
        const [least, more] = REPEATED[symbol - 16];
        lengths.push(...alike(least + bits.take(more), symbol === 16 ? lengths[lengths.length - 1] : 0));
      }
    }
    return [makeCode(lengths.slice(0, literals)), makeCode(lengths.slice(literals))];
  }

  /** Repeat what is some way back. @param {number[]} out @param {number} length @param {number} distance */
  function repeat(out, length, distance) {
    if (distance > out.length) { throw new RangeError("deflate"); }
    for (let left = length; left; left -= 1) { out.push(out[out.length - distance]); }
  }

  /** A block in codes. @param {Bits} bits @param {[literals: Code, distances: Code]} codes @param {number[]} out */
  function readBlock(bits, [literals, distances], out) {
    for (let symbol = next(bits, literals); symbol !== END; symbol = next(bits, literals)) {
      if (symbol < END) { out.push(symbol); } else {
        const [length, more] = LENGTHS[symbol - END - 1];
        const whole = length + bits.take(more);
        const [distance, further] = DISTANCES[next(bits, distances)];
        repeat(out, whole, distance + bits.take(further));
      }
    }
  }

  /** A block as it is. @param {Bits} bits @param {number[]} out */
  function readStored(bits, out) {
    bits.align();
    const length = bits.take(16);
    if (length !== (~bits.take(16) & 0xFFFF)) { throw new RangeError("deflate"); }
    for (let left = length; left; left -= 1) { out.push(bits.take(8)); }
  }

  search.inflate = (bytes) => {
    const bits = bitsOf(bytes);
    /** @type {number[]} */
    const out = [];
    for (let isLast = 0; !isLast;) {
      isLast = bits.take(1);
      const kind = bits.take(2);
      if (kind === 3) { throw new RangeError("deflate"); }
      if (kind === 0) { readStored(bits, out); } else { readBlock(bits, kind === 1 ? FIXED : readCodes(bits), out); }
    }
    return Uint8Array.from(out);
  };
})();
