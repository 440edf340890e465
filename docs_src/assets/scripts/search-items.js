// What a result shows: title, facts, and the line that holds most of the words.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { say } = window.gongbaoWords;
  const AROUND = 40;
  const MOST_OF_LABEL = 8; // a third of the characters of a label

  search.HERE = "\u0000";

  search.fill = (message, element) => {
    const [before, after = ""] = message.split(search.HERE);
    return [before, element, after];
  };

  /** What a gazette prints, which is in Chinese on a site in another language too. @param {string} text */
  const printed = (text) => tools.make("span", search.chinese, text);

  /** A day of the index; nothing for a document without one. @param {number} number */
  function writeDate(number) {
    const month = Math.floor((number - 32) / 32) % 12 + 1;
    return number ? tools.writeDay(Math.floor((number - 32) / 384), month, number % 32) : "";
  }

  /**
   * What the page of a document shall mark: the words as the index reads them, its number as printed.
   * @param {Result} result
   * @param {number} document
   * @param {Piece} piece
   */
  function marksOf(result, document, piece) {
    const words = search.wanted(result.query);
    if (!result.numbered.has(document) || search.readDate(result.query.text)) { return words.join(" "); }
    const number = piece.number.replace(/\s/g, "");
    return [number, ...words.filter((word) => !search.fold(number).includes(word))].join(" ");
  }

  /** The lines that hold some of the words. @param {Piece} piece @param {string[]} words @returns {Line[]} */
  const linesWith = (piece, words) => piece.parts.flatMap(([anchor, label, texts]) =>
    texts.split("\n").map((text) => ({ anchor, label, text, places: search.findPlaces(text, words) })))
    .filter((line) => line.places.length);

  search.lineWith = (piece, words) => {
    /** @type {Line | null} */
    let best = null;
    let most = 0;
    for (const line of linesWith(piece, words)) {
      const kinds = words.filter((word) => search.findPlaces(line.text, [word]).length).length;
      if (!best || kinds > most) {
        best = line;
        most = kinds;
      }
    }
    return best;
  };

  /**
   * The instrument whose title has all words, where that of the document, which issues it, has not.
   * @param {Piece} piece
   * @param {string[]} words
   */
  function issuedWith(piece, words) {
    const hasAll = (/** @type {string} */ title) => words.every((word) => search.findPlaces(title, [word]).length);
    return !words.length || hasAll(piece.title) ? undefined :
      search.instruments(piece).find(({ title }) => hasAll(title));
  }

  /**
   * What a result is called: the instrument that is meant, and below it what issues it; else the document.
   * @param {Piece} piece
   * @param {string[]} words
   * @param {URL} address
   */
  function namesOf(piece, words, address) {
    const found = (/** @type {string} */ text) => search.findPlaces(text, words);
    const link = (/** @type {string} */ text, /** @type {string} */ href) =>
      tools.make("a", { href, ...search.chinese }, ...search.snippet(text, found(text), text.length));
    const issued = issuedWith(piece, words);
    const top = new URL(address);
    top.hash = "";
    if (!issued) {
      return [tools.make("h2", {}, link(piece.title, found(piece.title).length ? top.href : address.href))];
    }
    const place = new URL(address);
    place.hash = issued.anchor;
    const source = search.fill(say("search.issued_by", { document: search.HERE }), link(piece.title, top.href));
    const name = tools.make("h2", {}, link(`《${issued.title}》`, place.href));
    return [name, tools.make("p", { class: "issued-by" }, ...source)];
  }

  /**
   * The words as they are shown in a document: only as typed where it has all of them so.
   * @param {Result} result
   * @param {number} document
   */
  const wordsIn = (result, document) =>
    search.wanted(result.query).map(search.isStrict(result, document) ? search.exactly : String);

  search.issueOf = async (document) => {
    const { issue } = (await search.manifest()).places[document];
    return issue[7] || say("issue.name", { year: String(issue[1]), number: String(issue[2]) });
  };

  /**
   * What a reader learns of a document besides its title.
   * @param {Result} result
   * @param {number} document
   * @param {Piece} piece
   */
  async function factsOf(result, document, piece) {
    const { facets, dates } = result.columns;
    const issuers = facets.issuer[document].split("|")
      .reduce((before, issuer) => say("search.and_issuer", { issuers: before, issuer }));
    const message = say("search.printed_in", { gazette: search.HERE, issue: await search.issueOf(document) });
    const place = search.fill(message, printed(facets.gazette[document]));
    const known = [piece.number && printed(piece.number), issuers && printed(issuers), writeDate(dates[document])];
    return [...known.filter(Boolean).flatMap((fact) => [fact, "\u3000"]), ...place];
  }

  /**
   * A text that says where it is from, cut to what is around the words.
   * @param {Piece} piece
   * @param {Line | null} line
   * @param {string[]} words
   * @param {string} address
   */
  function snippetOf(piece, line, words, address) {
    const attributes = { class: "snippet", ...search.chinese };
    if (!line) {
      const lead = piece.parts.length ? piece.parts[0][2].split("\n")[0] : "";
      return tools.make("p", attributes, ...search.snippet(lead, [], AROUND));
    }
    const { anchor, label, text, places } = line;
    if (!anchor || !label) { return tools.make("p", attributes, ...search.snippet(text, places, AROUND)); }
    const rest = text.startsWith(label) ? text.slice(label.length) : text;
    const link = tools.make("a", { class: "place", href: address },
      ...search.snippet(label, search.findPlaces(label, words), label.length));
    return tools.make("p", attributes, link, " ",
      ...search.snippet(rest, search.findPlaces(rest, words), AROUND));
  }

  // The other passages of a document

  /**
   * The pieces of a text in which words may be.
   * @param {Result} result
   * @param {number} document
   */
  function piecesWith(result, document) {
    const masks = result.groups.flat().map((word) => word.masks[document]);
    return search.piecesIn(masks.reduce((all, mask) => all | mask, 0), search.piecesOf(result.columns, document));
  }

  /**
   * What shows the other lines of a document that hold some of the words; none where there are no others.
   * @param {Result} result
   * @param {number} document
   * @param {Piece} piece the one that is shown
   * @param {Line | null} line the line that is shown
   * @param {URL} address
   */
  function further(result, document, piece, line, address) {
    const words = wordsIn(result, document), numbers = piecesWith(result, document);
    const others = (/** @type {Piece[]} */ pieces) => {
      const lines = pieces.flatMap((each) => linesWith(each, words));
      const at = lines.findIndex((each) => each.anchor === line?.anchor && each.text === line.text);
      return lines.filter((_, place) => place !== at);
    };
    const known = numbers.length > 1 ? null : others([piece]).length;
    if (known === 0) { return []; }
    const label = known ? say("search.further", { n: known }) : say("search.further_unknown");
    const summary = tools.make("summary", {}, label);
    const details = tools.make("details", { class: "further" }, summary);
    details.addEventListener("toggle", async () => {
      const pieces = known ? [piece] : await Promise.all(numbers.map((number) => search.piece(document, number)));
      const lines = others(pieces);
      summary.textContent = lines.length ? say("search.further", { n: lines.length }) : say("search.further_none");
      details.append(tools.make("ol", {}, ...lines.map((each) => passage(each, words, address))));
    }, { once: true });
    return [details];
  }

  /** A line, led to where it is. @param {Line} line @param {string[]} words @param {URL} address */
  function passage(line, words, address) {
    const there = new URL(address.href);
    there.hash = line.anchor;
    const label = line.label || line.text;
    const link = tools.make("a", { class: "place", href: there.href }, ...search.snippet(label, [], MOST_OF_LABEL));
    const rest = line.label && line.text.startsWith(line.label) ? line.text.slice(line.label.length) : line.text;
    return tools.make("li", search.chinese, link, " ", ...search.snippet(rest, search.findPlaces(rest, words), AROUND));
  }

  /** That a document has the words with other punctuation. */
  const otherwise = () => tools.make("span", { class: "otherwise" }, say("search.otherwise"));

  search.describe = async (result, document, piece) => {
    const words = wordsIn(result, document);
    const line = search.lineWith(piece, words);
    const address = await search.addressOf(document);
    address.searchParams.set("hl", marksOf(result, document, piece));
    address.hash = line ? line.anchor : "";
    const facts = tools.make("p", { class: "muted" }, ...await factsOf(result, document, piece));
    if (!search.isStrict(result, document)) { facts.append("\u3000", otherwise()); }
    const isBrief = (await search.manifest()).brief;
    const names = namesOf(piece, words, address);
    if (isBrief) { return [...names, facts]; }
    const snippet = snippetOf(piece, line, words, address.href);
    return [...names, facts, snippet, ...further(result, document, piece, line, address)];
  };
})();
