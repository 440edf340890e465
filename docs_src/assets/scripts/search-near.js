// What is near a query that finds nothing: numbers written otherwise, a slip of one character, shared pairs.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { asked, mark: MARK } = window.gongbaoShared;
  const { say } = window.gongbaoWords;
  const ZONES = 6;
  const MOST_PAIRS = 16, MOST = 8, LOOKED_INTO = 6;
  const STRONG = 0.35;
  const OF_TITLE = 1.3, OF_HEADING = 1.1, OF_ALL = 0.3; // how much it is worth where a pair is
  const LONGEST_SLIP = 16;
  const QUESTIONS = new RegExp(asked.questions.join("|"), "g");

  // What is asked for

  /** What is left of a query without the words of a question. @param {string} text */
  function chunksOf(text) {
    const tokens = text.split(/[\s|｜]+/).filter((token) => !/^[-－−]./.test(token)).map(search.fold);
    const split = (/** @type {RegExp | string} */ at) => tokens
      .flatMap((token) => token.split(at)).flatMap((part) => part.split(MARK)).filter((part) => part.length > 1);
    const chunks = split(QUESTIONS);
    return Array.from(new Set(chunks.length ? chunks : split(MARK)));
  }

  /** Some of many pairs, evenly. @param {string[]} pairs */
  function some(pairs) {
    const step = Math.max(1, pairs.length / MOST_PAIRS);
    return Array.from({ length: Math.min(pairs.length, MOST_PAIRS) }, (_, at) => pairs[Math.floor(at * step)]);
  }

  // Shared pairs

  /**
   * How much each document shares with some pairs: the rarer they are, the more.
   * @param {{ masks: Uint8Array, weight: number }[]} found
   * @param {number} document
   */
  function shareOf(found, document) {
    const zones = new Array(ZONES + 2).fill(0);
    let whole = 0, any = 0;
    for (const { masks, weight } of found) {
      whole += weight;
      any += masks[document] ? weight : 0;
      for (let zone = 0; zone < zones.length; zone += 1) {
        if (masks[document] & (1 << zone)) { zones[zone] += weight; }
      }
    }
    const [title, heading, ...body] = zones.map((sum) => sum / (whole || 1));
    const best = Math.max(...body);
    return {
      document, title, zone: body.indexOf(best), best: Math.max(title, heading, best),
      score: Math.max(title * OF_TITLE, heading * OF_HEADING, best) + OF_ALL * any / (whole || 1)
    };
  }

  /** Documents that share pairs of characters with a query, the nearest first. @param {string[]} chunks */
  async function byPairs(chunks) {
    const pairs = some(Array.from(new Set(chunks.flatMap(search.grams))).filter((pair) => !pair.endsWith("¶")));
    const { documents } = await search.manifest();
    const found = await Promise.all(pairs.map(async (pair) => {
      const masks = await search.lookUp(pair);
      const holders = masks.reduce((sum, mask) => sum + (mask ? 1 : 0), 0);
      return { masks, weight: Math.log(1 + documents / (1 + holders)) };
    }));
    return Array.from({ length: documents }, (_, document) => shareOf(found, document))
      .filter((share) => share.best > 0)
      .sort((one, other) => other.score - one.score || one.document - other.document).slice(0, MOST);
  }

  /** The part of a title's pairs that a query has, and of a query's that a title has. @param {string[]} chunks
   * @param {string} title */
  function sharedWith(chunks, title) {
    const own = search.grams(search.bare(search.fold(title)));
    const typed = new Set(chunks.flatMap(search.grams));
    const both = own.filter((pair) => typed.has(pair)).length;
    return { ofTitle: both / (own.length || 1), ofQuery: both / (typed.size || 1) };
  }

  /** @typedef {Awaited<ReturnType<typeof byPairs>>[number] & { piece: Piece, isNear: boolean }} Looked */

  /**
   * Look at the titles of documents, and order them by these too.
   * @param {Awaited<ReturnType<typeof byPairs>>} shares
   * @param {string[]} chunks
   * @returns {Promise<Looked[]>}
   */
  async function looked(shares, chunks) {
    const columns = await search.columns();
    const seen = await Promise.all(shares.map(async (share) => {
      const pieces = search.piecesOf(columns, share.document);
      const isBody = share.best > share.title;
      const number = isBody ? search.piecesIn(4 << share.zone, pieces)[0] : 0;
      const piece = await search.piece(share.document, number);
      const { ofTitle, ofQuery } = sharedWith(chunks, piece.title);
      const isNear = share.best >= STRONG || ofTitle >= 0.5 || ofQuery >= 0.5;
      return { ...share, piece, isNear, score: share.score + ofTitle * ofQuery };
    }));
    return seen.sort((one, other) => other.score - one.score);
  }

  // A slip of one character

  /** How many characters two texts begin with alike. @param {string} one @param {string} other */
  function alike(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at]) { at += 1; }
    return at;
  }

  /** @param {string} text */
  const reversed = (text) => text.split("").reverse().join("");

  /** Whether two texts differ by one character, or by two that changed places.
   * @param {string} one @param {string} other */
  function isSlip(one, other) {
    const before = alike(one, other);
    const rest = one.slice(before), its = other.slice(before), behind = alike(reversed(rest), reversed(its));
    const [left, right] = [rest.slice(0, rest.length - behind), its.slice(0, its.length - behind)];
    if (left.length === 2 || /\d/.test(left + right)) { return left.length === 2 && left === reversed(right); }
    const longest = Math.max(left.length, right.length);
    return longest === 1 && (left.length === 1 || (before > 0 && behind > 0));
  }

  /**
   * What some lines have that a word is a slip of; one end at least is the same, of what is longer or shorter both.
   * @param {string[]} lines
   * @param {string} word
   */
  function slipsIn(lines, word) {
    const parts = lines.flatMap((line) => [word.length, word.length + 1, word.length - 1].flatMap((length) =>
      Array.from({ length: Math.max(0, line.length - length + 1) }, (_, at) => line.slice(at, at + length))));
    const isWord = (/** @type {string} */ part) => part.length > 2 && part[0] !== MARK && !part.endsWith(MARK);
    const isMeant = (/** @type {string} */ part) => isWord(part) && isAlikeAtAnEnd(part, word) &&
      (part.length === word.length || isAlikeAtBothEnds(part, word)) && isSlip(word, part);
    const meant = Array.from(new Set(parts.filter(isMeant))).filter((part) => isWhole(part, word, lines));
    const inside = meant.filter((part) => isAlikeAtBothEnds(part, word));
    return inside.length ? inside : meant;
  }

  /**
   * Whether something other than one character always is on either side of a part that has only one end of a word:
   * 不动产登 is a piece of 不动产登记, and no word that may have been meant.
   * @param {string} part
   * @param {string} word
   * @param {string[]} lines
   */
  function isWhole(part, word, lines) {
    if (isAlikeAtBothEnds(part, word)) { return true; }
    const before = new Set(), after = new Set();
    for (const line of lines) {
      for (let at = line.indexOf(part); at >= 0; at = line.indexOf(part, at + 1)) {
        before.add(line.charAt(at - 1) || MARK);
        after.add(line.charAt(at + part.length) || MARK);
      }
    }
    return [before, after].every((beside) => beside.size > 1 || beside.has(MARK));
  }

  /** Whether two texts begin or end alike, as those of a slip do. @param {string} one @param {string} other */
  const isAlikeAtAnEnd = (one, other) => one[0] === other[0] || one.slice(-1) === other.slice(-1);

  /** @param {string} one @param {string} other */
  const isAlikeAtBothEnds = (one, other) => one[0] === other[0] && one.slice(-1) === other.slice(-1);

  /**
   * The words that were meant, each with the documents that have it: those of titles first.
   * @param {Looked[]} seen
   * @param {string[]} words
   */
  function slips(seen, words) {
    const texts = seen.slice(0, LOOKED_INTO).map(({ piece, document }) => ({
      document, lines: [piece.title, ...piece.parts.flatMap(([, , text]) => text.split("\n"))].map(search.fold)
    }));
    const all = texts.flatMap(({ lines }) => lines);
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (const word of words) {
      for (const meant of slipsIn(all, word).slice(0, 2)) {
        const holders = texts.filter(({ lines }) => lines.some((line) => line.includes(meant)));
        found.set(meant, holders.map(({ document }) => document));
      }
    }
    return found;
  }

  // All of it

  /** What is found by some other queries, in order. @param {string[]} texts */
  async function byOthers(texts) {
    const found = await Promise.all(texts.map((text) => search.find(text)));
    return { documents: found.flatMap(({ order }) => order.map((each) => each.document)),
      texts: texts.filter((_, at) => found[at].order.length) };
  }

  /** The words of a query that no document has as they are typed. @param {string} text */
  async function nowhere(text) {
    const words = Array.from(new Set(text.split(/\s+/).map(search.fold).flatMap((token) => token.split(QUESTIONS))))
      .filter((word) => word.length > 2 && word.length <= LONGEST_SLIP && /[^\d\w]/.test(search.bare(word)));
    const found = await Promise.all(words.map((word) => search.find(word)));
    return words.filter((_, at) => !found[at].order.length);
  }

  /** @param {string} text @returns {Promise<Near>} */
  async function byWords(text) {
    const chunks = chunksOf(text), isNumber = Boolean(search.readNumber(text)?.year);
    const rest = chunks.join(" ");
    const isShorter = rest !== search.fold(text) && chunks.length > 0 && !isNumber;
    const [others, fewer, shares, missing] = await Promise.all([
      byOthers(isNumber ? [] : search.otherNumerals(text)), byOthers(isShorter ? [rest] : []), byPairs(chunks),
      nowhere(text)
    ]);
    const seen = await looked(shares, chunks);
    const meant = slips(seen, missing), words = Array.from(meant.keys());
    const exact = [...others.documents, ...fewer.documents, ...Array.from(meant.values()).flat()];
    const near = seen.filter((one) => one.isNear && !isNumber).map((one) => one.document);
    const isNear = near.length + exact.length > 0;
    return {
      documents: Array.from(new Set([...exact, ...isNear ? near : seen.slice(0, 3).map((one) => one.document)])),
      words: [...words, ...others.texts, ...chunks], meant: words.map((word) => replaced(text, word, missing)),
      others: [...others.texts, ...fewer.texts], kind: isNear ? "near" : "weak"
    };
  }

  search.nearest = async (text) => {
    const letters = search.lettersOf(text);
    if (!letters) { return byWords(text); }
    const { documents, words } = await search.bySound(letters);
    return { documents, words, meant: words.slice(0, 3), others: [], kind: "sound" };
  };

  // What is shown

  /** The stretches of some words that a piece has, which are marked in it.
   * @param {string[]} words @param {Piece} piece */
  function held(words, piece) {
    const plain = search.fold([piece.title, ...piece.parts.map(([, , text]) => text)].join("\n"));
    return Array.from(new Set(words.map(search.fold).flatMap((word) => {
      const found = [];
      for (let at = 0; at < word.length - 1;) {
        let end = at + 1;
        while (end < word.length && plain.includes(word.slice(at, end + 1))) { end += 1; }
        if (end - at > 1) { found.push(word.slice(at, end)); }
        at = Math.max(at + 1, end - 1);
      }
      return found;
    })));
  }

  /** A document that is near, as a result. @param {number} document @param {string[]} words @param {Columns} columns */
  async function item(document, words, columns) {
    const manifest = await search.manifest();
    const pieces = search.piecesOf(columns, document);
    const all = await Promise.all(Array.from({ length: Math.min(pieces, 2) }, (_, nth) => search.piece(document, nth)));
    const piece = all.find((each) => search.lineWith(each, held(words, each))) || all[0];
    const marked = held(words, piece);
    /** @type {Result} */
    const result = {
      query: { text: "", all: marked.map((word) => [word]), none: [] }, columns, numbered: new Set(), strict: new Map(),
      groups: [], none: [], order: [], needsProof: false, proofs: new Map(), checks: new Map(), exact: true
    };
    const content = await search.describe(result, document, piece);
    return tools.make("li", { "data-near": search.idOf(manifest, document) }, ...content);
  }

  /** A question whether something else was meant. @param {string} text */
  function question(text) {
    const state = { ...search.readState(location.href.split("?")[0]), text };
    const link = tools.make("a", { href: search.writeState(state), ...search.chinese }, text);
    return tools.make("p", { class: "meant" }, ...search.fill(say("search.near.meant", { query: search.HERE }), link));
  }

  /** What is said above the documents that are near. @param {Near["kind"]} kind @param {number} count */
  function saidOf(kind, count) {
    if (kind === "sound") { return say("search.near.sound", { n: count }); }
    return kind === "weak" ? say("search.near.weak", { n: count }) : say("search.near.found", { n: count });
  }

  search.showNearest = async (text) => {
    const near = await search.nearest(text);
    const columns = await search.columns();
    const shown = near.documents.slice(0, MOST);
    const questions = [...near.meant, ...near.others].slice(0, 3);
    const list = await Promise.all(shown.map((document) => item(document, near.words, columns)));
    const said = shown.length ? saidOf(near.kind, shown.length) : "";
    return {
      said, questions: Array.from(new Set(questions)).map(question),
      list: shown.length ? [
        tools.make("p", { class: "near-said" }, said), tools.make("ol", { class: "results near" }, ...list)
      ] : []
    };
  };

  /** A query with a word in the place of the one that is a slip of it.
   * @param {string} text @param {string} word @param {string[]} missing */
  function replaced(text, word, missing) {
    const slip = missing.find((each) => isSlip(each, word)) || "";
    return text.includes(slip) ? text.replace(slip, word) : search.fold(text).replace(slip, word);
  }
})();
