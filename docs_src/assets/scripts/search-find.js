// From a query to documents: candidates from the index, order; search-prove.js looks into their texts.
(function () {
  "use strict";
  const search = window.gongbaoSearch;
  const TITLE = 1, HEADING = 2;
  const FEW = 8;

  /** The grams of a word, those first that do not overlap. */
  function inOrder(word) {
    const grams = search.grams(word);
    const last = grams.length - 1;
    const first = grams.filter(function (_, at) { return at % 2 === 0 || at === last; });
    return first.concat(grams.filter(function (_, at) { return at % 2 === 1 && at !== last; }));
  }

  function both(one, other) { return one.map(function (mask, at) { return mask & other[at]; }); }

  function either(one, other) { return one.map(function (mask, at) { return mask | other[at]; }); }

  /** Zones in which two characters follow each other, with or without punctuation between them. */
  async function lookUpLoosely(gram) {
    if (gram.endsWith("¶") || /[\ud800-\udfff]/.test(gram)) { return search.lookUp(gram); }
    const masks = await Promise.all([gram, gram[0] + "·", "·" + gram[1]].map(search.lookUp));
    return either(masks[0], both(masks[1], masks[2]));
  }

  /** A word while it is looked up: its grams, how many are known, the zones in which all of these stand. */
  function startWord(word, loosely, documents) {
    const text = loosely ? search.bare(word) : word;
    return {
      text: text, loosely: loosely, grams: inOrder(text), known: 0,
      masks: new Uint8Array(documents).fill(255)
    };
  }

  async function narrow(word, most) {
    const next = word.grams.slice(word.known, word.known + most);
    const found = await Promise.all(next.map(word.loosely ? lookUpLoosely : search.lookUp));
    found.forEach(function (masks) { word.masks = both(word.masks, masks); });
    word.known += next.length;
  }

  function isComplete(word) { return word.known === word.grams.length; }

  function groupMasks(group) {
    return group.map(function (word) { return word.masks; }).reduce(either);
  }

  function candidates(groups, documents) {
    const masks = groups.map(groupMasks);
    const found = [];
    for (let document = 0; document < documents; document += 1) {
      if (masks.every(function (of) { return of[document] !== 0; })) { found.push(document); }
    }
    return found;
  }

  /** Look up the words, two grams of each at a time, until few documents are left or all grams are known. */
  async function lookUpWords(query, loosely) {
    const documents = (await search.manifest()).documents;
    const start = function (word) { return startWord(word, loosely, documents); };
    const groups = query.all.map(function (words) { return words.map(start); });
    const none = query.none.map(function (word) { return startWord(word, false, documents); });
    const words = [].concat(...groups);
    let found;
    do {
      await Promise.all(words.map(function (word) { return narrow(word, 2); }));
      found = groups.length ? candidates(groups, documents) : [];
    } while (found.length > FEW && !words.every(isComplete));
    await Promise.all(none.map(function (word) { return narrow(word, word.grams.length); }));
    const certain = none.filter(search.isCertain);
    return {
      groups: groups, none: none,
      found: found.filter(function (document) {
        return !certain.some(function (word) { return word.masks[document]; });
      })
    };
  }

  /** Whether two prefixes are one; a short or a long form will do where the query is a number beyond doubt. */
  function isPrefix(number, prefix) {
    if (number.isDoubtful) { return search.fold(prefix) === number.prefix; }
    return !number.prefix || search.fold(prefix).endsWith(number.prefix) ||
      (prefix !== "" && number.prefix.endsWith(prefix));
  }

  function wants(number, numbers, document) {
    return numbers.serials[document] === number.serial && (!number.year || numbers.years[document] === number.year) &&
      isPrefix(number, numbers.prefixes[document]);
  }

  /** Documents whose number the query is, in any notation; with ``near`` those that share all but the serial number. */
  async function findNumber(text, near) {
    const number = search.readNumber(text);
    if (!number) { return []; }
    const numbers = await search.numbers();
    return Array.from(numbers.serials.keys()).filter(function (document) {
      const asked = near ? Object.assign({}, number, { serial: numbers.serials[document] }) : number;
      return numbers.serials[document] > 0 && wants(asked, numbers, document);
    });
  }

  /** BM25 with the zones of the body as frequency. */
  function weigh(words, columns, documents) {
    const lengths = documents.map(function (document) { return search.lengthOf(columns, document); });
    const mean = lengths.reduce(function (sum, length) { return sum + length; }, 0) / (lengths.length || 1);
    return documents.map(function (document, at) {
      return words.reduce(function (sum, word) {
        const often = search.countZones(word.masks[document]);
        const rare = Math.log(1 + columns.sizes.length / (1 + word.holders));
        return sum + rare * often / (often + 0.9 + 0.3 * lengths[at] / mean);
      }, 0);
    });
  }

  /** 0 for a number, 1 when the title holds every word, 2 for title and headings, 3 for the body. */
  function rankOf(groups, numbered, document) {
    if (numbered.has(document)) { return 0; }
    const masks = groups.map(function (group) {
      return group.reduce(function (mask, word) { return mask | word.masks[document]; }, 0);
    });
    if (!masks.every(function (mask) { return mask & (TITLE | HEADING); })) { return 3; }
    return masks.every(function (mask) { return mask & TITLE; }) ? 1 : 2;
  }

  function sorted(lookup, numbered, columns, documents) {
    const words = [].concat(...lookup.groups);
    words.forEach(function (word) {
      word.holders = word.masks.reduce(function (sum, mask) { return sum + (mask ? 1 : 0); }, 0);
    });
    const weights = weigh(words, columns, documents);
    return documents.map(function (document, at) {
      return { document: document, rank: rankOf(lookup.groups, numbered, document), weight: weights[at] };
    }).sort(function (one, other) {
      return one.rank - other.rank || other.weight - one.weight ||
        columns.dates[other.document] - columns.dates[one.document] || one.document - other.document;
    });
  }

  /** Look into the texts of a few documents, so that what is counted is certain; ``exact`` says whether it is. */
  async function confirmFew(result, most) {
    const documents = result.order.map(function (item) { return item.document; });
    if (!search.isProven(result, documents) && documents.length <= most) {
      await search.prove(result, documents, function () { return true; });
    }
    result.exact = search.isProven(result, documents);
    search.leaveOut(result);
  }

  /** Put the documents first whose whole title the query is. */
  async function putExactTitlesFirst(result, text) {
    const leading = result.order.filter(function (item) { return item.rank <= 1; }).slice(0, 12);
    const plain = search.bare(search.fold(text));
    const titled = leading.filter(function (item) { return item.rank === 1; });
    if (plain.length < 8 || titled.length < 2) { return; }
    await Promise.all(titled.map(async function (item) {
      const piece = await search.piece(item.document, (await search.confirm(result, item.document)) || 0);
      if (search.bare(search.fold(piece.title)) === plain) { item.rank = 0.5; }
    }));
    result.order.sort(function (one, other) { return one.rank - other.rank; });
  }

  /** A query that is a document number, in whatever notation, as documents print it; others as they are. */
  async function asPrinted(query, found) {
    const number = search.readNumber(query.text);
    if (!number || !number.year) { return query; }
    const prefixes = (await search.numbers()).prefixes;
    const isKnown = found.length > 0 || prefixes.some(function (prefix) {
      return prefix && search.fold(prefix) === number.prefix;
    });
    const printed = number.prefix + "·" + number.year + "·" + number.serial + "号";
    return isKnown ? Object.assign({}, query, { all: [[printed]], isNumber: true }) : query;
  }

  /** Leave out, in a large archive, documents whose own number, a similar one, is all that speaks for them. */
  async function withoutSimilar(found, lookup, query, manifest) {
    if (!query.isNumber || manifest.documents <= manifest.proven) { return found; }
    const numbers = await search.numbers();
    const word = lookup.groups[0][0];
    return found.filter(function (document) {
      const own = numbers.prefixes[document] + "·" + numbers.years[document] + "·" + numbers.serials[document] + "号";
      const similar = word.grams.every(function (gram) { return search.fold(own).includes(gram); });
      return !similar || (word.masks[document] & ~TITLE) !== 0;
    });
  }

  async function attempt(query, loosely) {
    const manifest = await search.manifest();
    const numbers = await findNumber(query.text, false);
    const asked = loosely ? query : await asPrinted(query, numbers);
    const parts = await Promise.all([lookUpWords(asked, loosely), numbers, search.columns()]);
    const numbered = new Set(parts[1]);
    const others = parts[0].found.filter(function (document) { return !numbered.has(document); });
    const documents = await withoutSimilar(others, parts[0], asked, manifest);
    const result = Object.assign({ query: asked, columns: parts[2], numbered: numbered, loosely: loosely }, parts[0]);
    result.checks = new Map();
    result.proofs = new Map();
    result.needsProof = ![].concat(...parts[0].groups, parts[0].none).every(search.isCertain);
    result.order = sorted(parts[0], numbered, parts[2], parts[1].concat(documents));
    await confirmFew(result, manifest.proven);
    await putExactTitlesFirst(result, query.text);
    return result;
  }

  function findsText(result) {
    return result.order.some(function (item) { return item.rank > 0; }) || !result.query.all.length;
  }

  /** A query read anew with every variant known; the same one where that changes nothing. */
  async function relearn(text, query) {
    await search.learnAll();
    const learned = search.parse(text);
    return JSON.stringify(learned) === JSON.stringify(query) ? query : learned;
  }

  /** Documents in which every word stands; if there are none, those in which it stands but for punctuation. */
  search.find = async function (text) {
    await search.manifest();
    const strict = await attempt(search.parse(text), false);
    if (findsText(strict) || strict.numbered.size || strict.query.isNumber) { return strict; }
    const query = await relearn(text, strict.query);
    const simplified = query === strict.query ? strict : await attempt(query, false);
    return findsText(simplified) ? simplified : attempt(query, true);
  };

  /** Documents whose number shares all but the serial number with the query, the nearest first. */
  search.findNear = async function (text) {
    const near = await findNumber(text, true);
    const asked = search.readNumber(text);
    const numbers = near.length ? await search.numbers() : null;
    const distance = function (document) { return Math.abs(numbers.serials[document] - asked.serial); };
    return near.sort(function (one, other) {
      return distance(one) - distance(other) || numbers.serials[one] - numbers.serials[other] ||
        numbers.years[other] - numbers.years[one];
    });
  };

  async function propose(query, most) {
    if (!query.all.length) { return []; }
    const parts = await Promise.all([lookUpWords(query, false), findNumber(query.text)]);
    const titled = parts[0].found.filter(function (document) {
      return rankOf(parts[0].groups, new Set(), document) === 1;
    });
    const found = Array.from(new Set(parts[1].concat(titled))).slice(0, most);
    const pieces = await Promise.all(found.map(function (document) { return search.piece(document, 0); }));
    return pieces.map(function (piece, at) {
      return { document: found[at], title: piece.title, number: piece.number, certain: parts[1].includes(found[at]) };
    }).filter(function (item) {
      return item.certain || parts[0].groups.every(function (group) {
        return group.some(function (word) { return search.holds(item.title, word) || search.holds(item.number, word); });
      });
    });
  }

  /** Newest documents with a title that holds the words, and those of a number. */
  search.suggest = async function (text, most) {
    await search.manifest();
    const query = search.parse(text);
    const found = await propose(query, most);
    if (found.length || !query.all.length) { return found; }
    const simplified = await relearn(text, query);
    return simplified === query ? found : propose(simplified, most);
  };
})();
