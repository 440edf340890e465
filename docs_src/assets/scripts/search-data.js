// The files of the index: loaded as scripts when a query needs them, so that a disk serves as well as a server.
(() => {
  "use strict";
  const search = window.gongbaoSearch = window.gongbaoSearch || /** @type {Search} */ ({});
  const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const ALPHABET = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
    .filter((character) => character !== "\"" && character !== "\\");
  const DIGIT = new Uint8Array(128);
  const BASE = 93, ONE = 78, TWO = ONE + (BASE - 1 - ONE) * BASE, COMMON = 7;
  const SINGLE = "¶";
  const PIECES = [1, 2, 3, 6];
  /** @type {Map<string, (value: any) => void>} */
  const waiting = new Map();
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /** @type {Map<string, Uint8Array>} */
  const grams = new Map();

  ALPHABET.forEach((character, digit) => { DIGIT[character.charCodeAt(0)] = digit; });

  search.root = ROOT;

  search.countZones = (mask) => {
    let bits = 0;
    for (let rest = mask; rest; rest &= rest - 1) { bits += 1; }
    return bits;
  };

  /** Sets of zones, common ones first; as MASKS of generator/search/coding.py. */
  const MASKS = Array.from({ length: 255 }, (_, at) => at + 1).sort((one, other) =>
    search.countZones(one) - search.countZones(other) || (one & 3) - (other & 3) || one - other);

  /** Called by every file of the index. */
  search.add = (name, value) => waiting.get(name)?.(value);

  /**
   * The value of a file below data/search/, loaded once.
   * @param {string} name
   * @param {string} path
   * @returns {Promise<any>}
   */
  function load(name, path) {
    const known = files.get(name);
    if (known) { return known; }
    const loading = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, resolve);
      script.src = `${ROOT}data/search/${path}`;
      script.addEventListener("load", () => {
        script.remove();
        waiting.delete(name);
      });
      script.addEventListener("error", () => {
        script.remove();
        files.delete(name);
        reject(new Error(path));
      });
      document.head.append(script);
    });
    files.set(name, loading);
    return loading;
  }

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

  search.postings = (text, documents) => {
    const masks = new Uint8Array(documents);
    const all = numbers(text);
    let document = -1;
    for (let next = all.next(); !next.done; next = all.next()) {
      let rank = next.value % (COMMON + 1);
      document += (next.value - rank) / (COMMON + 1) + 1;
      if (rank === COMMON) { rank += Number(all.next().value); }
      masks[document] = MASKS[rank];
    }
    return masks;
  };

  /** @param {string} gram */
  const hash = (gram) => Math.imul(gram.charCodeAt(0) * 40503 + gram.charCodeAt(1), 0x85EBCA6B) >>> 8;

  /** A gram as a shard has it, where ASCII means numbers. @param {string} gram */
  const printed = (gram) => gram.replace(/[\u0000-\u007f]/g,
    (character) => String.fromCharCode(character.charCodeAt(0) + 0x780));

  /** The postings of a gram in a shard. @param {string} shard @param {string} gram */
  function listOf(shard, gram) {
    const key = printed(gram);
    const at = shard.indexOf(key);
    return at < 0 ? "" : /** @type {RegExpExecArray} */ (/^[ -~]*/.exec(shard.slice(at + key.length)))[0];
  }

  search.grams = (word) => {
    if (word.length === 1) { return [word + SINGLE]; }
    const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
    const whole = /^(?:[^\ud800-\udfff]{2}|[\ud800-\udbff][\udc00-\udfff])$/;
    return Array.from(new Set(pairs.filter((gram) => whole.test(gram))));
  };

  search.lookUp = async (gram) => {
    let known = grams.get(gram);
    if (!known) {
      const manifest = await search.manifest();
      const number = hash(gram) % manifest.shards[0];
      const shard = await load(`g${number}`, `g/${number}-${manifest.shards[1]}.js`);
      known = search.postings(listOf(shard, gram), manifest.documents);
      grams.set(gram, known);
    }
    return known;
  };

  /**
   * What a function promises, asked for once; anew where that failed.
   * @template Value
   * @param {() => Promise<Value>} read
   */
  function once(read) {
    /** @type {Promise<Value> | null} */
    let promised = null;
    return () => {
      promised = promised || read().catch((error) => {
        promised = null;
        throw error;
      });
      return promised;
    };
  }

  search.manifest = once(async () => {
    /** @type {Manifest} */
    const manifest = await load("manifest", "manifest.js");
    search.learn(manifest.variants);
    manifest.places = manifest.issues.flatMap((issue) =>
      Array.from({ length: issue[4] }, (_, nth) => ({ issue, nth })));
    return manifest;
  });

  /** A file whose name is in the manifest. @param {string} name */
  async function side(name) { return load(name, (await search.manifest()).files[name]); }

  search.columns = once(async () => {
    const [loaded, { places, publications }] = await Promise.all([side("columns"), search.manifest()]);
    /** @type {Record<string, string[]>} */
    const facets = {};
    for (const [name, [names, column]] of Object.entries(loaded.facets)) {
      facets[name] = search.column(column).map((place) => names[place]);
    }
    const dates = search.sums(loaded.dates);
    facets.gazette = places.map((place) => publications[place.issue[0]][1]);
    facets.region = places.map((place) => publications[place.issue[0]][2]);
    facets.year = dates.map((date, at) => String(date ? Math.floor((date - 32) / 384) : places[at].issue[1]));
    return { facets, dates, terms: loaded.terms.map(search.sums), sizes: search.column(loaded.sizes) };
  });

  search.numbers = once(async () => {
    const loaded = await side("numbers");
    const names = loaded.prefix[0];
    return {
      prefixes: search.column(loaded.prefix[1]).map((place) => names[place]),
      years: search.sums(loaded.years),
      serials: search.column(loaded.serials)
    };
  });

  search.learnAll = async () => {
    const variants = await side("variants");
    const simplified = Array.from(variants[1]);
    search.learn(Array.from(variants[0], (character, at) => character + simplified[at]).join(""));
  };

  search.idOf = (manifest, document) => {
    const { issue, nth } = manifest.places[document];
    return issue[5] ? issue[5][nth] : [manifest.publications[issue[0]][0], issue[1], issue[2], nth + 1].join("/");
  };

  search.addressOf = async (document) => {
    const manifest = await search.manifest();
    return new URL(`archive/${search.idOf(manifest, document)}${manifest.end}`, ROOT);
  };

  search.piece = async (document, number) => {
    const { issue, nth } = (await search.manifest()).places[document];
    const name = `${nth}-${number}-${issue[3]}`;
    const loaded = await load(name, `t/${name}.js`);
    return { title: loaded[0], number: loaded[1], parts: loaded[2] };
  };

  search.chinese = document.documentElement.lang.startsWith("zh") ? {} : { lang: window.gongbaoShared.language };

  search.piecesOf = (columns, document) => PIECES[columns.sizes[document] % 4];

  search.lengthOf = (columns, document) => Math.pow(2, (Math.floor(columns.sizes[document] / 4) + 12) / 2);
})();
