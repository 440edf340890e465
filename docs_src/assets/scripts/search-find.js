// From a query to documents: candidates from the index, order; search-prove.js looks into their texts.
(() => {
  "use strict";
  const search = window.gongbaoSearch;
  const TITLE = 1, HEADING = 2, BODY = 0xFC;
  const FEW = 8;
  const MARK = window.gongbaoShared.mark;

  /** The grams of a word, those first that do not overlap. @param {string} word */
  function inOrder(word) {
    const grams = search.grams(word);
    const isFirst = (/** @type {number} */ at) => at % 2 === 0 || at === grams.length - 1;
    return [...grams.filter((_, at) => isFirst(at)), ...grams.filter((_, at) => !isFirst(at))];
  }

  /** @param {Uint8Array} one @param {Uint8Array} other */
  const both = (one, other) => one.map((mask, at) => mask & other[at]);

  /** @param {Uint8Array} one @param {Uint8Array} other */
  const either = (one, other) => one.map((mask, at) => mask | other[at]);

  /**
   * Zones in which two characters follow each other: as typed, and with or without punctuation between them. Both are
   * in the same shard.
   * @param {string} gram
   * @param {Word} word
   */
  async function lookUpBoth(gram, { typed, text, isExact, masks }) {
    const other = gram.includes(MARK) ? search.bare(gram) : gram[0] + MARK + gram[1];
    const isAlone = isExact || gram.endsWith("¶") || /[\ud800-\udfff]/.test(gram);
    const found = await Promise.all((isAlone ? [gram] : [gram, other]).map((each) => search.lookUp(each, masks)));
    if (text.length === 1 && typed !== text) { // of a single character only the first zone of the body is known
      const zones = found[0].map((mask) => mask > TITLE + HEADING ? mask | BODY : mask);
      return [zones, zones];
    }
    return [found[0], found.reduce(either)];
  }

  /** A word of which nothing is known yet. @param {string} word @param {number} documents */
  function startWord(word, documents) {
    const typed = search.plainWord(word), anywhere = () => new Uint8Array(documents).fill(255);
    return {
      typed, text: search.bare(typed), isExact: search.isExact(word), grams: inOrder(search.trim(typed)),
      known: 0, strict: anywhere(), masks: anywhere(), holders: 0
    };
  }

  /** Look up some more grams of a word. @param {Word} word @param {number} most */
  async function narrow(word, most) {
    const next = word.grams.slice(word.known, word.known + most);
    for (const [typed, anyhow] of await Promise.all(next.map((gram) => lookUpBoth(gram, word)))) {
      word.strict = both(word.strict, typed);
      word.masks = both(word.masks, anyhow);
    }
    word.known += next.length;
  }

  /** The documents in which each group has a word. @param {Word[][]} groups @param {number} documents */
  function candidates(groups, documents) {
    const masks = groups.map((group) => group.map((word) => word.masks).reduce(either));
    return Array.from({ length: documents }, (_, document) => document)
      .filter((document) => masks.every((of) => of[document] !== 0));
  }

  /**
   * Look up the words, two grams of each at a time, until few documents are left or all grams are known.
   * @param {Query} query
   */
  async function lookUpWords(query) {
    const { documents } = await search.manifest();
    const groups = query.all.map((words) => words.map((word) => startWord(word, documents)));
    const none = query.none.map((word) => startWord(word, documents));
    const words = groups.flat();
    let found;
    do {
      await Promise.all(words.map((word) => narrow(word, 2)));
      found = groups.length ? candidates(groups, documents) : [];
    } while (found.length > FEW && !words.every((word) => word.known === word.grams.length));
    await Promise.all(none.map((word) => narrow(word, word.grams.length)));
    const certain = none.filter(search.isCertain);
    return { groups, none, found: found.filter((document) => !certain.some((word) => word.masks[document])) };
  }

  /**
   * Whether two prefixes are one; a short or a long form will do where the query is a number beyond doubt.
   * @param {DocumentNumber} number
   * @param {string} prefix
   */
  function isPrefix(number, prefix) {
    const folded = search.fold(prefix);
    if (number.isDoubtful) { return folded === number.prefix; }
    return !number.prefix || folded.endsWith(number.prefix) || (prefix !== "" && number.prefix.endsWith(prefix));
  }

  search.isNumberOf = (number, numbers, document) => numbers.serials[document] === number.serial &&
    (!number.year || numbers.years[document] === number.year) && isPrefix(number, numbers.prefixes[document]);

  /**
   * Documents whose number the query is, in any notation, or whose date; with ``near`` those that share all of the
   * number but the serial one.
   * @param {string} text
   * @param {boolean} near
   */
  async function findNumber(text, near) {
    const dated = await search.dated(text);
    if (dated) { return near ? [] : dated; }
    const number = search.readNumber(text);
    if (!number) { return []; }
    const numbers = await search.numbers();
    return Array.from(numbers.serials.keys()).filter((document) => {
      const asked = near ? { ...number, serial: numbers.serials[document] } : number;
      return numbers.serials[document] > 0 && search.isNumberOf(asked, numbers, document);
    });
  }

  /**
   * BM25 with the zones of the body as frequency.
   * @param {Word[]} words
   * @param {Columns} columns
   * @param {number[]} documents
   */
  function weigh(words, columns, documents) {
    const lengths = documents.map((document) => search.lengthOf(columns, document));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
    return documents.map((document, at) => words.reduce((sum, word) => {
      const often = search.countZones(word.masks[document]);
      const rare = Math.log(1 + columns.sizes.length / (1 + word.holders));
      return sum + rare * often / (often + 0.9 + 0.3 * lengths[at] / mean);
    }, 0));
  }

  search.rankOf = (groups, numbered, document) => {
    if (numbered.has(document)) { return 0; }
    const masks = groups.map((group) => group.reduce((mask, word) => mask | word.masks[document], 0));
    if (!masks.every((mask) => mask & (TITLE | HEADING))) { return 3; }
    return masks.every((mask) => mask & TITLE) ? 1 : 2;
  };

  /**
   * Documents in the order in which they are shown.
   * @param {Word[][]} groups
   * @param {Set<number>} numbered
   * @param {Columns} columns
   * @param {number[]} documents
   */
  function sorted(groups, numbered, columns, documents) {
    const words = groups.flat();
    for (const word of words) { word.holders = word.masks.reduce((sum, mask) => sum + (mask ? 1 : 0), 0); }
    const weights = weigh(words, columns, documents);
    const items = documents.map((document, at) =>
      ({ document, rank: search.rankOf(groups, numbered, document), weight: weights[at] }));
    return items.sort((one, other) => one.rank - other.rank || other.weight - one.weight ||
      columns.dates[other.document] - columns.dates[one.document] || one.document - other.document);
  }

  /**
   * Look into the texts of a few documents, so that what is counted is certain; `exact` says whether it is.
   * @param {Result} result
   * @param {number} most
   */
  async function confirmFew(result, most) {
    const documents = result.order.map((item) => item.document);
    if (!search.isProven(result, documents) && documents.length <= most) {
      await search.prove(result, documents, () => true);
    }
    result.exact = search.isProven(result, documents);
    search.leaveOut(result);
  }

  search.instruments = (piece) => piece.parts
    .map(([anchor, label, texts]) => ({ anchor, label, title: texts.split("\n")[0] }))
    .filter(({ anchor, label, title }) => /^enc(-\d+)?$/.test(anchor) && title.startsWith(label));

  /**
   * Put the documents first whose whole title, or that of what they issue, the query is.
   * @param {Result} result
   * @param {string} text
   */
  async function putExactTitlesFirst(result, text) {
    const leading = result.order.filter((item) => item.rank <= 1).slice(0, 12);
    const plain = search.bare(search.fold(text));
    const titled = leading.filter((item) => item.rank === 1);
    if (plain.length < 8 || !titled.length || (titled.length === 1 && result.order[0] === titled[0])) { return; }
    await Promise.all(titled.map(async (item) => {
      const piece = await search.piece(item.document, (await search.confirm(result, item.document)) || 0);
      const titles = [piece.title, ...search.instruments(piece).map(({ title }) => title)];
      if (titles.some((title) => search.bare(search.fold(title)) === plain)) { item.rank = 0.5; }
    }));
    const placeOf = (/** @type {Item} */ item) => item.rank < 1 ? item.rank : 1;
    result.order.sort((one, other) => placeOf(one) - placeOf(other));
  }

  /**
   * A document number in whatever notation as documents print it; another query as it is.
   * @param {Query} query
   * @param {number[]} found
   */
  async function asPrinted(query, found) {
    const number = search.readNumber(query.text);
    const isAsTyped = query.all.flat().some(search.isExact) || search.readDate(query.text) !== null;
    if (!number || !number.year || isAsTyped) { return query; }
    const { prefixes } = await search.numbers();
    const isKnown = found.length > 0 || prefixes.some((prefix) => prefix && search.fold(prefix) === number.prefix);
    const printed = search.writeNumber(number.prefix, number.year, number.serial);
    return isKnown ? { ...query, all: [[search.trim(printed)]], isNumber: true } : query;
  }

  /**
   * Leave out, in a large archive, documents whose own number, a similar one, is all that speaks for them.
   * @param {number[]} found
   * @param {Word[][]} groups
   * @param {Query} query
   * @param {Manifest} manifest
   */
  async function withoutSimilar(found, groups, query, manifest) {
    if (!query.isNumber || manifest.documents <= manifest.proven) { return found; }
    const { prefixes, years, serials } = await search.numbers();
    const word = groups[0][0];
    return found.filter((document) => {
      const own = search.bare(search.fold(search.writeNumber(prefixes[document], years[document], serials[document])));
      return !word.grams.every((gram) => own.includes(search.bare(gram))) || (word.masks[document] & ~TITLE) !== 0;
    });
  }

  /** Whether a query is words as they are typed, and no date, some notations of which are. @param {Query} query */
  const isTyped = ({ text, all }) => all.flat()[search.readDate(text) ? "every" : "some"](search.isExact);

  /** What a query finds. @param {Query} query */
  async function attempt(query) {
    const manifest = await search.manifest();
    const own = isTyped(query) ? [] : await findNumber(query.text, false);
    const asked = await asPrinted(query, own);
    const [{ groups, none, found }, columns] = await Promise.all([lookUpWords(asked), search.columns()]);
    const numbered = new Set(own);
    const others = await withoutSimilar(found.filter((document) => !numbered.has(document)), groups, asked, manifest);
    /** @type {Result} */
    const result = {
      query: asked, columns, numbered, groups, none, checks: new Map(), proofs: new Map(), strict: new Map(),
      exact: false,
      needsProof: ![...groups.flat(), ...none].every(search.isCertain),
      order: sorted(groups, numbered, columns, [...own, ...others])
    };
    await confirmFew(result, manifest.proven);
    await putExactTitlesFirst(result, query.text);
    return result;
  }

  /** @param {Result} result */
  const findsText = (result) => result.order.some((item) => item.rank > 0) || !result.query.all.length;

  /**
   * A query read anew with every variant known; the same one where that changes nothing.
   * @param {string} text
   * @param {Query} query
   */
  async function relearn(text, query) {
    await search.learnAll();
    const learned = search.parse(text);
    return JSON.stringify(learned) === JSON.stringify(query) ? query : learned;
  }

  search.find = async (text) => {
    await search.manifest();
    const result = await attempt(search.parse(text));
    if (findsText(result) || result.numbered.size || result.query.isNumber) { return result; }
    const query = await relearn(text, result.query);
    return query === result.query ? result : attempt(query);
  };

  search.findNear = async (text) => {
    const near = await findNumber(text, true);
    const asked = search.readNumber(text);
    if (!near.length || !asked) { return []; }
    const { serials, years } = await search.numbers();
    const distance = (/** @type {number} */ document) => Math.abs(serials[document] - asked.serial);
    return near.sort((one, other) => distance(one) - distance(other) ||
      serials[one] - serials[other] || years[other] - years[one]);
  };

  /** Documents that a query may mean. @param {Query} query @param {number} most */
  async function propose(query, most) {
    if (!query.all.length) { return []; }
    const [{ groups, found }, own] = await Promise.all([lookUpWords(query), findNumber(query.text, false)]);
    const titled = found.filter((document) => search.rankOf(groups, new Set(), document) === 1);
    const proposed = Array.from(new Set([...own, ...titled])).slice(0, most);
    const pieces = await Promise.all(proposed.map((document) => search.piece(document, 0)));
    return pieces.map(({ title, number }, at) => ({ document: proposed[at], title, number })).filter((item) =>
      own.includes(item.document) || groups.every((group) =>
        group.some((word) => search.holds(item.title, word) || search.holds(item.number, word))));
  }

  search.suggest = async (text, most) => {
    await search.manifest();
    const query = search.parse(text);
    const found = await propose(query, most);
    if (found.length || !query.all.length) { return found; }
    const simplified = await relearn(text, query);
    return simplified === query ? found : propose(simplified, most);
  };
})();
