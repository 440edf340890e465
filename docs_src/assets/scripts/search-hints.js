// What is said of a result: how many documents it has; and what helps where it has none.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { say } = window.gongbaoWords;

  /**
   * How many of those that were found have the words with other punctuation.
   * @param {string} found
   * @param {number} count
   * @param {number} loose
   * @param {boolean} isExact
   */
  function sayLoosely(found, count, loose, isExact) {
    if (loose === count) { return say("search.found_otherwise_all", { found }); }
    const values = { found, n: loose };
    return isExact ? say("search.found_otherwise", values) : say("search.found_otherwise_about", values);
  }

  search.sayCount = ({ count, loose, isExact, isSettling, isByDate, listed, unfiltered }) => {
    const number = tools.make("span", { "data-count": String(count), "data-exact": String(isExact) }, String(count));
    const values = { n: count, count: search.HERE };
    let found = isExact ? say("search.found", values) : say("search.found_about", values);
    if (loose) { found = sayLoosely(found, count, loose, isExact); }
    if (isByDate && count > 1) { found = say("search.found_by_date", { found }); }
    if (listed < count) { found = say("search.found_listed", { found, n: listed }); }
    else if (!count && unfiltered) { found = say("search.found_unfiltered", { found, n: unfiltered }); }
    const isOpen = isSettling && !isExact;
    return search.fill(isOpen ? say("search.found_checking", { found }) : say("search.found_all", { found }), number);
  };

  /** Whether a token is one phrase in quotation marks. @param {string} token */
  function isPhrase(token) {
    const words = search.parse(token).all.flat();
    return words.length === 1 && search.isExact(words[0]);
  }

  /** A phrase without the quotation marks that make it one. @param {string} token */
  const unquoted = (token) => isPhrase(token) ? token.trim().slice(1, -1) : token;

  /** Words in quotation marks. @param {string[]} words */
  function quoted([first, ...others]) {
    const start = say("search.quoted", { word: first });
    return others.reduce((words, word) => say("search.quoted_more", { words, word }), start);
  }

  /**
   * A query that finds something, without some words.
   * @param {string} text
   * @param {string[]} without
   * @param {number} count
   */
  function offer(text, without, count) {
    const state = { ...search.readState(location.href.split("?")[0]), text };
    const link = tools.make("a", { href: search.writeState(state) }, text);
    const message = say("search.without", { words: quoted(without.map(unquoted)), query: search.HERE, n: count });
    return tools.make("li", {}, ...search.fill(message, link));
  }

  /** That no document has a word, or one that has no texts here, among what is known of it. @param {string} word */
  async function sayNowhere(word) {
    const words = quoted([unquoted(word)]);
    const { brief } = await search.manifest();
    if (isPhrase(word) && !brief) { return tools.make("li", {}, say("search.nowhere_as_typed", { words })); }
    return tools.make("li", {}, brief ? say("search.brief.nowhere", { words }) : say("search.nowhere", { words }));
  }

  /**
   * Words that are in no document, and the query without one of its words where that finds something.
   * @param {string[]} tokens
   */
  async function offerLess(tokens) {
    const alone = await Promise.all(tokens.map((token) => search.find(token)));
    const missing = tokens.filter((_, at) => !alone[at].order.length);
    const hints = await Promise.all(missing.map(sayNowhere));
    const all = say("search.not_together", { words: quoted(tokens.map(unquoted)) });
    if (!missing.length) { hints.push(tools.make("li", {}, all)); }
    for (const token of missing.length ? missing.slice(0, 1) : tokens) {
      const rest = tokens.filter((other) => other !== token && !missing.includes(other)).join(" ");
      const found = rest ? await search.find(rest) : null;
      if (found?.order.length) { hints.push(offer(rest, missing.length ? missing : [token], found.order.length)); }
    }
    return hints;
  }

  /** Documents whose numbers are near the one that was asked for. @param {string} text */
  async function offerNumbers(text) {
    const near = (await search.findNear(text)).slice(0, 5);
    return Promise.all(near.map(async (document) => {
      const [piece, address] = await Promise.all([search.piece(document, 0), search.addressOf(document)]);
      const link = tools.make("a", { href: address.href, ...search.chinese }, `${piece.number}\u3000${piece.title}`);
      return tools.make("li", {}, ...search.fill(say("search.near", { document: search.HERE }), link));
    }));
  }

  /** What is near, said and listed; nothing of a date, an issue or a number, which other sentences lead on from.
   * @param {string} text */
  async function offerNearest(text) {
    const { brief } = await search.manifest();
    const none = { said: "", questions: [], list: [] };
    if (brief) { return none; }
    await tools.load(["search-ways.js", "search-near.js"]);
    const isLed = search.readDate(text) || search.readIssue(text) || (await search.findNear(text)).length > 0;
    return isLed ? none : search.showNearest(text);
  }

  search.help = async (text) => {
    const near = await offerNearest(text);
    const typed = search.readNumber(text)?.year ? [text] : search.tokens(text);
    const tokens = typed.filter((token) => !/^[-－−]/.test(token));
    const hints = tokens.length > 1 ? await offerLess(tokens) : [await sayNowhere(text)];
    const other = tools.make("li", {}, say("search.other_ways"));
    const list = tools.make("ul", { class: "hints" }, ...hints, ...await offerNumbers(text), other);
    return { said: near.said, elements: [...near.questions, list, ...near.list] };
  };
})();
