// What the index leaves open is looked up in the texts: a word of three characters and more stands where its pairs do,
// or its pairs stand there apart.
(function () {
  "use strict";
  const search = window.gongbaoSearch;
  const TITLE = 1, ZONES = 6;
  const AT_ONCE = 32;
  const BYTES = 1.3, HEAD = 300;

  /** So many bytes may be loaded to make a count exact that nobody asked for. */
  search.UNASKED = 600000;

  /** Whether the index alone says that a word stands where its grams stand. */
  search.isCertain = function (word) {
    return !word.loosely && word.known === word.grams.length && word.text.length <= 2;
  };

  /** Pieces in which the zones of a mask lie. */
  function piecesIn(mask, pieces) {
    const found = new Set();
    for (let zone = 0; zone < ZONES; zone += 1) {
      if (mask & (4 << zone)) { found.add(Math.floor(zone * pieces / ZONES)); }
    }
    return Array.from(found);
  }

  /** Whether a word stands in a line. */
  search.holds = function (text, word) {
    const plain = search.fold(text);
    return (word.loosely ? search.bare(plain) : plain).includes(word.text);
  };

  function pieceHolds(piece, word) {
    return piece.parts.some(function (part) {
      return part[2].split("\n").some(function (line) { return search.holds(line, word); });
    });
  }

  /** Whether a word stands in a document: the piece that shows it, -1 for its title, null when it does not. */
  async function placeOf(word, document, pieces) {
    const mask = word.masks[document];
    for (const number of piecesIn(mask, pieces)) {
      if (pieceHolds(await search.piece(document, number), word)) { return number; }
    }
    if (!(mask & TITLE)) { return null; }
    const piece = await search.piece(document, 0);
    return search.holds(piece.title, word) || search.holds(piece.number, word) ? -1 : null;
  }

  /** The piece by which a document of the candidates is shown; null when a word does not stand in it. */
  async function check(result, document) {
    const pieces = search.piecesOf(result.columns, document);
    let shown = -1;
    for (const group of result.groups) {
      const at = await proveOne(group, document, pieces);
      if (at === null) { return null; }
      shown = shown < 0 ? at : shown;
    }
    for (const word of result.none) {
      if (word.masks[document] && await placeOf(word, document, pieces) !== null) { return null; }
    }
    return Math.max(shown, 0);
  }

  async function proveOne(group, document, pieces) {
    for (const word of group) {
      const mask = word.masks[document];
      if (!mask) { continue; }
      const at = search.isCertain(word) ? (piecesIn(mask, pieces).concat(-1))[0] : await placeOf(word, document, pieces);
      if (at !== null) { return at; }
    }
    return null;
  }

  /** The piece of the text that shows a document of a result; null when its text does not hold the words after all. */
  search.confirm = function (result, document) {
    if (!result.checks.has(document)) {
      const isNumbered = result.numbered.has(document);
      result.checks.set(document, check(result, document).then(function (piece) {
        result.proofs.set(document, piece === null && isNumbered ? 0 : piece);
        return result.proofs.get(document);
      }));
      result.checks.get(document).catch(function () { result.checks.delete(document); });
    }
    return result.checks.get(document);
  };

  /** Whether nothing is left open about some documents of a result. */
  search.isProven = function (result, documents) {
    return !result.needsProof || documents.every(function (document) { return result.proofs.has(document); });
  };

  /** About how many bytes, compressed, have to be loaded to prove the rest of some documents. */
  search.costOf = function (result, documents) {
    return search.isProven(result, documents) ? 0 : documents.reduce(function (sum, document) {
      const pieces = search.piecesOf(result.columns, document);
      return sum + (result.proofs.has(document) ? 0 : search.lengthOf(result.columns, document) / pieces * BYTES + HEAD);
    }, 0);
  };

  /** Prove documents of a result, some at a time, for as long as somebody wants to know. */
  search.prove = async function (result, documents, isWanted) {
    const open = documents.filter(function (document) { return !result.proofs.has(document); });
    for (let at = 0; at < open.length && isWanted(); at += AT_ONCE) {
      await Promise.all(open.slice(at, at + AT_ONCE).map(function (document) { return search.confirm(result, document); }));
    }
  };

  /** Leave those out of a result whose texts do not hold the words. */
  search.leaveOut = function (result) {
    result.order = result.order.filter(function (item) { return result.proofs.get(item.document) !== null; });
  };
})();
