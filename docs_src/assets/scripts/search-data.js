// What the files of the index say: search-load.js brings those that a query needs.
(() => {
  "use strict";
  const search = window.gongbaoSearch;
  const { load } = search;
  const SINGLE = "¶";
  const DIGITS = 8;
  const PIECES = [1, 2, 3, 6];
  const UNIT = 64; // bytes by which lengths in packs are counted, and which are before the directory of each

  /** @param {string} gram */
  const hash = (gram) => Math.imul(gram.charCodeAt(0) * 40503 + gram.charCodeAt(gram.length - 1), 0x85EBCA6B) >>> 8;

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
    const pairs = Array.from(word.matchAll(/(?=([^·]·?[^·]))/g), (found) => found[1]);
    const whole = /^(?:[^\ud800-\udfff]·?[^\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])$/;
    return Array.from(new Set(pairs.filter((gram) => whole.test(gram))));
  };

  /**
   * A member of a pack, in which a directory of the lengths of all comes first.
   * @param {Pack} pack
   * @param {number} nth
   * @param {string} name
   */
  async function memberOf({ path, directory, length }, nth, name) {
    let from = UNIT + UNIT * length;
    const lengths = search.column(await search.part(path, directory, UNIT, from));
    for (const before of lengths.slice(0, nth)) { from += UNIT * before; }
    return search.part(path, name, from, from + UNIT * lengths[nth]);
  }

  search.memberOf = memberOf;

  /**
   * A shard out of a pack.
   * @param {IndexRange} range
   * @param {number} nth
   * @returns {Promise<string>}
   */
  function packedShard({ first, pages, lengths }, nth) {
    const page = nth % pages.length;
    const path = `g/${first}-${page}-${pages[page]}.js`, directory = `d${first}-${page}`;
    return memberOf({ path, directory, length: lengths[page] }, Math.floor(nth / pages.length), `g${first}-${nth}`);
  }

  /**
   * The shard of a range in which a gram is, if it is in any; a page of a directory has the names of some.
   * @param {IndexRange} range
   * @param {string} gram
   * @returns {Promise<string>}
   */
  async function shardOf(range, gram) {
    const { first, shards, pages } = range;
    const nth = hash(gram) % shards;
    if ((await search.manifest()).packed) { return packedShard(range, nth); }
    const page = nth % pages.length;
    /** @type {string} */
    const names = await load(`d${first}-${page}`, `d/${first}-${page}-${pages[page]}.js`);
    const name = hashAt(names, Math.floor(nth / pages.length));
    return load(`g${first}-${nth}`, `g/${first}-${nth}-${name}.js`);
  }

  search.lookUp = async (gram, within) => {
    const manifest = await search.manifest();
    const masks = new Uint8Array(manifest.documents);
    const ranges = manifest.ranges.filter(({ documents }) => !within || documents.some((place) => within[place]));
    await Promise.all(ranges.map(async (range) => {
      search.postings(listOf(await shardOf(range, gram), gram), range.documents, masks);
    }));
    return masks;
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

  /** A hash of a row of them. @param {string} hashes @param {number} nth */
  const hashAt = (hashes, nth) => hashes.slice(nth * DIGITS, (nth + 1) * DIGITS);

  /**
   * The ranges of the index, each with its documents in the order of their numbers, which are theirs for good.
   * @param {LoadedManifest} loaded
   * @returns {IndexRange[]}
   */
  function readRanges({ issues, ranges }) {
    /** @type {number[]} */
    const places = [];
    let place = 0, start = 0;
    for (const [, , , , count, given] of issues) {
      for (let nth = 0; nth < count; nth += 1) {
        places[typeof given === "number" ? given + nth : given[nth]] = place;
        place += 1;
      }
    }
    return ranges.map(([size, shards, pages, lengths, columns, numbersOf]) => {
      const first = start;
      start += size;
      return {
        first, shards, columns, numbers: numbersOf, lengths: search.column(lengths),
        documents: Array.from(places.slice(first, start), (each) => each ?? -1),
        pages: Array.from({ length: pages.length / DIGITS }, (_, nth) => hashAt(pages, nth))
      };
    });
  }

  search.manifest = once(async () => {
    /** @type {LoadedManifest} */
    const loaded = await load("manifest", "manifest.js");
    search.learn(loaded.variants);
    /** @type {Map<string, number>} */
    const before = new Map();
    const places = loaded.issues.flatMap((issue) => {
      const first = before.get(issue[3]) || 0;
      before.set(issue[3], first + issue[4]);
      return Array.from({ length: issue[4] }, (_, nth) => ({ issue, nth, line: first + nth }));
    });
    return { ...loaded, places, ranges: readRanges(loaded) };
  });

  /**
   * What the ranges say of their documents: each with the documents that it says something of.
   * @param {"columns" | "numbers"} name
   * @returns {Promise<{ loaded: any, range: IndexRange, documents: number[] }[]>}
   */
  async function sides(name) {
    const { ranges } = await search.manifest();
    return Promise.all(ranges.map(async (range) => {
      const path = `${name[0]}${range.first}`;
      const loaded = await load(path, `${name[0]}/${range.first}-${range[name]}.js`);
      return { loaded, range, documents: range.documents.filter((place) => place >= 0) };
    }));
  }

  /**
   * Put the values of some documents into a column of all.
   * @template Value
   * @param {Value[]} column
   * @param {number[]} documents
   * @param {Value[]} values
   */
  function spread(column, documents, values) {
    documents.forEach((document, at) => { column[document] = values[at]; });
  }

  /** The names of a facet or of the prefixes, a value a document. @param {[string[], string]} loaded */
  const namesOf = ([names, column]) => search.column(column).map((place) => names[place]);

  search.columns = once(async () => {
    const [all, manifest] = await Promise.all([sides("columns"), search.manifest()]);
    const { brief, places, publications } = manifest;
    /** @type {Columns} */
    const columns = { facets: {}, dates: [], terms: [[], []], sizes: [], issues: [], brief };
    for (const { loaded, documents } of all) {
      for (const [name, names] of Object.entries(loaded.facets)) {
        columns.facets[name] = columns.facets[name] || [];
        spread(columns.facets[name], documents, namesOf(names));
      }
      spread(columns.dates, documents, search.sums(loaded.dates));
      columns.terms.forEach((days, end) => spread(days, documents, search.sums(loaded.terms[end])));
      spread(columns.sizes, documents, search.column(loaded.sizes));
    }
    const { facets, dates } = columns;
    facets.gazette = places.map((place) => publications[place.issue[0]][1]);
    facets.region = places.map((place) => publications[place.issue[0]][2]);
    columns.issues = places.map((_, at) => search.idOf(manifest, at).replace(/\/[^/]*$/, ""));
    facets.year = dates.map((date, at) => String(date ? Math.floor((date - 32) / 384) : places[at].issue[1]));
    return columns;
  });

  search.numbers = once(async () => {
    /** @type {Numbers} */
    const numbersOf = { prefixes: [], years: [], serials: [] };
    for (const { loaded, documents } of await sides("numbers")) {
      spread(numbersOf.prefixes, documents, namesOf(loaded.prefix));
      spread(numbersOf.years, documents, search.sums(loaded.years));
      spread(numbersOf.serials, documents, search.column(loaded.serials));
    }
    return numbersOf;
  });

  search.learnAll = async () => {
    const variants = await load("variants", (await search.manifest()).files.variants);
    const simplified = Array.from(variants[1]);
    search.learn(Array.from(variants[0], (character, at) => character + simplified[at]).join(""));
  };

  search.idOf = (manifest, document) => {
    const { issue, nth } = manifest.places[document];
    return issue[6] ? issue[6][nth] : [manifest.publications[issue[0]][0], issue[1], issue[2], nth + 1].join("/");
  };

  search.addressOf = async (document) => {
    const manifest = await search.manifest();
    const id = search.idOf(manifest, document);
    const [, , , folder, end] = manifest.publications[manifest.places[document].issue[0]];
    const path = folder ? `${folder}${id.slice(id.indexOf("/"))}${end}` : `archive/${id}${manifest.end}`;
    return new URL(path, search.root);
  };

  /**
   * Where the texts of a range are: in packs of documents with numbers in a row, whose pieces follow each other.
   * @param {{ loaded: any, range: IndexRange }} side
   * @param {TextPlace[]} places
   */
  function placeTexts({ loaded, range }, places) {
    const [size, hashes, column] = loaded.texts;
    const lengths = search.column(column), sizes = search.column(loaded.sizes);
    let pack = -1, before = 0, held = 0;
    range.documents.forEach((document, nth) => {
      if (document < 0) { return; }
      before = pack === Math.floor(nth / size) ? before : 0;
      pack = Math.floor(nth / size);
      const first = range.first + pack * size;
      places[document] = {
        path: `t/${first}-${hashAt(hashes, pack)}.js`, directory: `d${first}`, length: lengths[pack],
        name: `t${range.first + nth}`, before
      };
      before += PIECES[sizes[held] % 4];
      held += 1;
    });
  }

  /** Where each text is. */
  const textPlaces = once(async () => {
    /** @type {TextPlace[]} */
    const places = [];
    for (const side of await sides("columns")) { placeTexts(side, places); }
    return places;
  });

  /** A piece of a text as its file has it. @param {number} document @param {number} number */
  async function loadPiece(document, number) {
    const { packed, places } = await search.manifest();
    if (packed) {
      const place = (await textPlaces())[document];
      return memberOf(place, place.before + number, `${place.name}-${number}`);
    }
    const { issue, nth } = places[document];
    const name = `${nth}-${number}-${issue[3]}`;
    return load(name, `t/${name}.js`);
  }

  search.piece = async (document, number) => {
    const { brief, places } = await search.manifest();
    if (brief) {
      const { issue, line } = places[document];
      const [title, own, text] = (await load(`h${issue[3]}`, `h/${issue[3]}.js`))[line];
      return { title, number: own, parts: [["", "", text]] };
    }
    const loaded = await loadPiece(document, number);
    return { title: loaded[0], number: loaded[1], parts: loaded[2] };
  };

  search.chinese = document.documentElement.lang.startsWith("zh") ? {} : { lang: window.gongbaoShared.language };

  search.piecesOf = (columns, document) => PIECES[columns.sizes[document] % 4];

  search.lengthOf = (columns, document) => Math.pow(2, (Math.floor(columns.sizes[document] / 4) + 12) / 2);
})();
