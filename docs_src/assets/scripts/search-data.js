// The files of the index: loaded as scripts when a query needs them, so that a disk serves as well as a server.
(function () {
  "use strict";
  const search = window.gongbaoSearch = window.gongbaoSearch || {};
  const ROOT = new URL("../../", document.currentScript.src).href;
  const ALPHABET = Array.from({ length: 95 }, function (_, at) { return String.fromCharCode(32 + at); })
    .filter(function (character) { return character !== "\"" && character !== "\\"; }).join("");
  const DIGIT = new Uint8Array(128);
  const BASE = 93, ONE = 78, TWO = ONE + (BASE - 1 - ONE) * BASE, COMMON = 7;
  const SINGLE = "¶";
  const waiting = new Map();
  const files = new Map();
  const grams = new Map();

  Array.from(ALPHABET).forEach(function (character, digit) { DIGIT[character.charCodeAt(0)] = digit; });

  /** Sets of zones, common ones first; as MASKS of generator/search/coding.py. */
  const MASKS = Array.from({ length: 255 }, function (_, at) { return at + 1; }).sort(function (one, other) {
    return count(one) - count(other) || (one & 3) - (other & 3) || one - other;
  });

  function count(mask) {
    let bits = 0;
    for (let rest = mask; rest; rest &= rest - 1) { bits += 1; }
    return bits;
  }

  search.root = ROOT;
  search.countZones = count;

  /** Called by every file of the index. */
  search.add = function (name, value) {
    const resolve = waiting.get(name);
    if (resolve) { resolve(value); }
  };

  /** The value of a file below data/search/, loaded once. */
  function load(name, path) {
    if (!files.has(name)) {
      files.set(name, new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        waiting.set(name, resolve);
        script.src = ROOT + "data/search/" + path;
        script.addEventListener("load", function () { script.remove(); waiting.delete(name); });
        script.addEventListener("error", function () {
          script.remove();
          files.delete(name);
          reject(new Error(path));
        });
        document.head.append(script);
      }));
    }
    return files.get(name);
  }

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

  /** A column of numbers, one a document. */
  function column(text) { return Array.from(numbers(text)); }

  /** A column that was written as differences. */
  function sums(text) {
    let sum = 0;
    return column(text).map(function (step) { return (sum += step % 2 ? -(step + 1) / 2 : step / 2); });
  }

  /** The zones of each document in which a gram stands. */
  function postings(text, documents) {
    const masks = new Uint8Array(documents);
    const all = numbers(text);
    let document = -1;
    for (let next = all.next(); !next.done; next = all.next()) {
      let rank = next.value % (COMMON + 1);
      document += (next.value - rank) / (COMMON + 1) + 1;
      if (rank === COMMON) { rank += all.next().value; }
      masks[document] = MASKS[rank];
    }
    return masks;
  }

  function hash(gram) {
    return Math.imul(gram.charCodeAt(0) * 40503 + gram.charCodeAt(1), 0x85EBCA6B) >>> 8;
  }

  function printed(gram) {
    return gram.replace(/[\u0000-\u007f]/g, function (character) {
      return String.fromCharCode(character.charCodeAt(0) + 0x780);
    });
  }

  function lists(shard, gram) {
    const key = printed(gram);
    const at = shard.indexOf(key);
    if (at < 0) { return ""; }
    return /^[ -~]*/.exec(shard.slice(at + key.length))[0];
  }

  /** The pairs of a word by which it is looked up; of halves of a character beyond U+FFFF there are none. */
  search.grams = function (word) {
    if (word.length === 1) { return [word + SINGLE]; }
    const found = [];
    for (let at = 0; at + 1 < word.length; at += 1) {
      const gram = word.slice(at, at + 2);
      if (/^(?:[^\ud800-\udfff]{2}|[\ud800-\udbff][\udc00-\udfff])$/.test(gram)) { found.push(gram); }
    }
    return Array.from(new Set(found));
  };

  search.isLoaded = function (gram) { return grams.has(gram); };

  /** The zones of each document in which a gram stands. */
  search.lookUp = async function (gram) {
    if (!grams.has(gram)) {
      const manifest = await search.manifest();
      const number = hash(gram) % manifest.shards[0];
      const shard = await load("g" + number, "g/" + number + "-" + manifest.shards[1] + ".js");
      grams.set(gram, postings(lists(shard, gram), manifest.documents));
    }
    return grams.get(gram);
  };

  let described = null;

  /** What is known of the archive before any query: its gazettes, its issues, the names of all other files. */
  search.manifest = function () {
    described = described || load("manifest", "manifest.js").then(function (manifest) {
      search.learn(manifest.variants);
      manifest.places = [];
      manifest.issues.forEach(function (issue) {
        for (let nth = 0; nth < issue[4]; nth += 1) { manifest.places.push({ issue: issue, nth: nth }); }
      });
      return manifest;
    }).catch(function (error) { described = null; throw error; });
    return described;
  };

  async function side(name) { return load(name, (await search.manifest()).files[name]); }

  let table = null;

  /** What results are filtered and sorted by. */
  search.columns = function () {
    table = table || Promise.all([side("columns"), search.manifest()]).then(function (loaded) {
      const facets = {};
      Object.keys(loaded[0].facets).forEach(function (name) {
        const names = loaded[0].facets[name][0];
        facets[name] = column(loaded[0].facets[name][1]).map(function (place) { return names[place]; });
      });
      const dates = sums(loaded[0].dates);
      const places = loaded[1].places;
      facets.gazette = places.map(function (place) { return loaded[1].publications[place.issue[0]][1]; });
      facets.region = places.map(function (place) { return loaded[1].publications[place.issue[0]][2]; });
      facets.year = dates.map(function (date, at) {
        return String(date ? Math.floor((date - 32) / 384) : places[at].issue[1]);
      });
      return { facets: facets, day: loaded[0].day, dates: dates, sizes: column(loaded[0].sizes) };
    }).catch(function (error) { table = null; throw error; });
    return table;
  };

  let parts = null;

  /** The numbers of the documents in parts. */
  search.numbers = function () {
    parts = parts || side("numbers").then(function (loaded) {
      const names = loaded.prefix[0];
      return {
        prefixes: column(loaded.prefix[1]).map(function (place) { return names[place]; }),
        years: sums(loaded.years),
        serials: column(loaded.serials)
      };
    }).catch(function (error) { parts = null; throw error; });
    return parts;
  };

  /** Teach every traditional character. */
  search.learnAll = async function () {
    const variants = await side("variants");
    const simplified = Array.from(variants[1]);
    search.learn(Array.from(variants[0], function (character, at) { return character + simplified[at]; }).join(""));
  };

  /** Permalink of a document. */
  search.idOf = function (manifest, document) {
    const place = manifest.places[document];
    if (place.issue[5]) { return place.issue[5][place.nth]; }
    return manifest.publications[place.issue[0]][0] + "/" + place.issue[1] + "/" + place.issue[2] + "/" + (place.nth + 1);
  };

  /** A piece of the text of a document: title, number, stretches of lines with anchor and label. */
  search.piece = async function (document, number) {
    const place = (await search.manifest()).places[document];
    const name = place.nth + "-" + number + "-" + place.issue[3];
    const loaded = await load(name, "t/" + name + ".js");
    return { title: loaded[0], number: loaded[1], parts: loaded[2] };
  };

  const PIECES = [1, 2, 3, 6];

  /** Into how many pieces a text is cut. */
  search.piecesOf = function (columns, document) { return PIECES[columns.sizes[document] % 4]; };

  /** About how long a text is. */
  search.lengthOf = function (columns, document) {
    return Math.pow(2, (Math.floor(columns.sizes[document] / 4) + 12) / 2);
  };
})();
