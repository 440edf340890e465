// What the index leaves open is looked up in the texts: a word of three characters and more is where its pairs are, or
// its pairs are there apart.
(() => {
  "use strict";
  const search = window.gongbaoSearch;
  const TITLE = 1, ZONES = 6;
  const AT_ONCE = 32;
  const BYTES = 2, HEAD = 300; // of a deflated piece: of each character; of its title and a directory

  search.UNASKED = 400000;

  search.isCertain = ({ typed, text, known, grams }) =>
    known === grams.length && text.length <= 2 && search.trim(typed) === typed;

  search.piecesIn = (mask, pieces) => {
    const zones = Array.from({ length: ZONES }, (_, zone) => zone).filter((zone) => mask & (4 << zone));
    return Array.from(new Set(zones.map((zone) => Math.floor(zone * pieces / ZONES))));
  };

  search.holdsAsTyped = (text, word) => search.fold(text).includes(word.typed);

  search.holds = (text, word) => word.isExact ? search.holdsAsTyped(text, word) :
    search.bare(search.fold(text)).includes(word.text);

  /** The lines of a piece. @param {Piece} piece */
  const linesOf = (piece) => piece.parts.flatMap(([, , text]) => text.split("\n"));

  /** Whether a word may be in the title of what a document issues, and is not in its own. @param {Piece} piece
   * @param {Word} word @param {number} mask */
  const isIssued = (piece, word, mask) => Boolean(mask & TITLE) && !search.holds(piece.title, word);

  /**
   * Whether a word is in a document as typed: the piece that shows it, -1 for its title, null when it is not.
   * @param {Word} word
   * @param {number} mask the zones in which it may be
   * @param {number} document
   * @param {number} pieces
   * @param {Search["holds"]} holds how a line is looked into
   */
  async function placeIn(word, mask, document, pieces, holds) {
    /** @type {number | null} */
    let first = null;
    for (const number of search.piecesIn(mask, pieces)) {
      const piece = await search.piece(document, number);
      if (!linesOf(piece).some((line) => holds(line, word))) { continue; }
      if (!isIssued(piece, word, mask) || search.instruments(piece).some(({ title }) => holds(title, word))) {
        return number;
      }
      first = first ?? number;
    }
    if (first !== null) { return first; }
    if (!(mask & TITLE)) { return null; }
    const piece = await search.piece(document, 0);
    return holds(piece.title, word) || holds(piece.number, word) ? -1 : null;
  }

  /**
   * Where a word is in a document, as typed if it is so anywhere.
   * @param {Word} word
   * @param {number} document
   * @param {number} pieces
   * @returns {Promise<Found | null>}
   */
  async function placeOf(word, document, pieces) {
    const typed = word.strict[document], either = word.masks[document];
    if (search.isCertain(word)) {
      return either ? { at: [...search.piecesIn(typed || either, pieces), -1][0], isStrict: typed > 0 } : null;
    }
    const strict = typed ? await placeIn(word, typed, document, pieces, search.holdsAsTyped) : null;
    if (strict !== null || !either) { return strict === null ? null : { at: strict, isStrict: true }; }
    const at = await placeIn(word, either, document, pieces, search.holds);
    return at === null ? null : { at, isStrict: false };
  }

  /**
   * As placeOf, for the first word of a group that is in the document, as typed if one is so.
   * @param {Word[]} group
   * @param {number} document
   * @param {number} pieces
   */
  async function placeOfGroup(group, document, pieces) {
    let loose = null;
    for (const word of group) {
      const place = await placeOf(word, document, pieces);
      if (place?.isStrict) { return place; }
      loose = loose || place;
    }
    return loose;
  }

  /**
   * The piece by which a document is shown; null when a word is not in it.
   * @param {Result} result
   * @param {number} document
   */
  async function check(result, document) {
    const pieces = search.piecesOf(result.columns, document);
    const found = [];
    for (const group of result.groups) {
      const place = await placeOfGroup(group, document, pieces);
      if (!place) { return null; }
      found.push(place);
    }
    for (const word of result.none) {
      if (await placeOf(word, document, pieces)) { return null; }
    }
    result.strict.set(document, found.every((place) => place.isStrict));
    return Math.max(found.find((place) => place.at >= 0)?.at ?? 0, 0);
  }

  search.isStrict = (result, document) => result.numbered.has(document) || (result.strict.get(document) ??
    result.groups.every((group) => group.some((word) => word.strict[document])));

  search.confirm = (result, document) => {
    let checked = result.checks.get(document);
    if (!checked) {
      checked = check(result, document).then((piece) => {
        const shown = piece === null && result.numbered.has(document) ? 0 : piece;
        result.proofs.set(document, shown);
        return shown;
      });
      checked.catch(() => result.checks.delete(document));
      result.checks.set(document, checked);
    }
    return checked;
  };

  search.isProven = (result, documents) =>
    !result.needsProof || documents.every((document) => result.proofs.has(document));

  search.costOf = (result, documents) => {
    if (search.isProven(result, documents)) { return 0; }
    return documents.filter((document) => !result.proofs.has(document)).reduce((sum, document) => {
      const length = search.lengthOf(result.columns, document);
      return sum + length / search.piecesOf(result.columns, document) * BYTES + HEAD;
    }, 0);
  };

  search.prove = async (result, documents, isWanted) => {
    const open = documents.filter((document) => !result.proofs.has(document));
    for (let at = 0; at < open.length && isWanted(); at += AT_ONCE) {
      await Promise.all(open.slice(at, at + AT_ONCE).map((document) => search.confirm(result, document)));
    }
  };

  search.leaveOut = (result) => {
    const left = result.order.filter((item) => result.proofs.get(item.document) !== null);
    const isFirst = (/** @type {Item} */ item) => item.rank < 1 || search.isStrict(result, item.document);
    result.order = [...left.filter(isFirst), ...left.filter((item) => !isFirst(item))];
  };
})();
