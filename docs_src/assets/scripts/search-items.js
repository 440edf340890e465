// What a result shows: title, facts, and the line that holds most of the words.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { say } = window.gongbaoWords;
  const AROUND = 40;

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
    if (!result.numbered.has(document)) { return words.join(" "); }
    const number = piece.number.replace(/\s/g, "");
    return [number, ...words.filter((word) => !search.fold(number).includes(word))].join(" ");
  }

  search.lineWith = (piece, words) => {
    /** @type {Line | null} */
    let best = null;
    let most = 0;
    const lines = piece.parts.flatMap(([anchor, label, texts]) =>
      texts.split("\n").map((text) => ({ anchor, label, text })));
    for (const line of lines) {
      const places = search.findPlaces(line.text, words);
      const plain = search.bare(search.fold(line.text));
      const kinds = words.filter((word) => plain.includes(search.bare(word))).length;
      if (places.length && (!best || kinds > most)) {
        best = { ...line, places };
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
   * What a reader learns of a document besides its title.
   * @param {Result} result
   * @param {number} document
   * @param {Piece} piece
   */
  async function factsOf(result, document, piece) {
    const { issue } = (await search.manifest()).places[document];
    const { facets, dates } = result.columns;
    const issuers = facets.issuer[document].split("|")
      .reduce((before, issuer) => say("search.and_issuer", { issuers: before, issuer }));
    const name = issue[7] || say("issue.name", { year: String(issue[1]), number: String(issue[2]) });
    const message = say("search.printed_in", { gazette: search.HERE, issue: name });
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

  search.describe = async (result, document, piece) => {
    const words = search.wanted(result.query);
    const line = search.lineWith(piece, words);
    const address = await search.addressOf(document);
    address.searchParams.set("hl", marksOf(result, document, piece));
    address.hash = line ? line.anchor : "";
    const facts = tools.make("p", { class: "muted" }, ...await factsOf(result, document, piece));
    const isBrief = (await search.manifest()).brief;
    return [...namesOf(piece, words, address), facts, ...isBrief ? [] : [snippetOf(piece, line, words, address.href)]];
  };
})();
