// What the index leaves open is looked up in the texts: a word of three characters and more is where its pairs are, or
// its pairs are there apart.
(() => {
  "use strict";
  const search = window.gongbaoSearch;
  const TITLE = 1, ZONES = 6;
  const AT_ONCE = 32;
  const BYTES = 2, HEAD = 300; // of a deflated piece: of each character; of its title and a directory

  search.UNASKED = 400000;

  search.isCertain = (word) => !word.loosely && word.known === word.grams.length && word.text.length <= 2;

  search.piecesIn = (mask, pieces) => {
    const zones = Array.from({ length: ZONES }, (_, zone) => zone).filter((zone) => mask & (4 << zone));
    return Array.from(new Set(zones.map((zone) => Math.floor(zone * pieces / ZONES))));
  };

  search.holds = (text, word) => {
    const plain = search.fold(text);
    return (word.loosely ? search.bare(plain) : plain).includes(word.text);
  };

  /** Whether a word is in a line of a piece. @param {Piece} piece @param {Word} word */
  function pieceHolds(piece, word) {
    return piece.parts.some(([, , text]) => text.split("\n").some((line) => search.holds(line, word)));
  }

  /** Whether a word may be in the title of what a document issues, and is not in its own. @param {Piece} piece
   * @param {Word} word @param {number} mask */
  const isIssued = (piece, word, mask) => Boolean(mask & TITLE) && !search.holds(piece.title, word);

  /**
   * Whether a word is in a document: the piece that shows it, -1 for its title, null when it is not.
   * @param {Word} word
   * @param {number} document
   * @param {number} pieces
   */
  async function placeOf(word, document, pieces) {
    const mask = word.masks[document];
    /** @type {number | null} */
    let first = null;
    for (const number of search.piecesIn(mask, pieces)) {
      const piece = await search.piece(document, number);
      if (!pieceHolds(piece, word)) { continue; }
      if (!isIssued(piece, word, mask) || search.instruments(piece).some(({ title }) => search.holds(title, word))) {
        return number;
      }
      first = first ?? number;
    }
    if (first !== null) { return first; }
    if (!(mask & TITLE)) { return null; }
    const piece = await search.piece(document, 0);
    return search.holds(piece.title, word) || search.holds(piece.number, word) ? -1 : null;
  }

  /**
   * As placeOf, for the first word of a group that is in the document.
   * @param {Word[]} group
   * @param {number} document
   * @param {number} pieces
   */
  async function placeOfGroup(group, document, pieces) {
    for (const word of group.filter((each) => each.masks[document])) {
      const indexed = [...search.piecesIn(word.masks[document], pieces), -1][0];
      const at = search.isCertain(word) ? indexed : await placeOf(word, document, pieces);
      if (at !== null) { return at; }
    }
    return null;
  }

  /**
   * The piece by which a document is shown; null when a word is not in it.
   * @param {Result} result
   * @param {number} document
   */
  async function check(result, document) {
    const pieces = search.piecesOf(result.columns, document);
    let shown = -1;
    for (const group of result.groups) {
      const at = await placeOfGroup(group, document, pieces);
      if (at === null) { return null; }
      shown = shown < 0 ? at : shown;
    }
    for (const word of result.none) {
      if (word.masks[document] && await placeOf(word, document, pieces) !== null) { return null; }
    }
    return Math.max(shown, 0);
  }

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
    result.order = result.order.filter((item) => result.proofs.get(item.document) !== null);
  };
})();
