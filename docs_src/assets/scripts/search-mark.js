// Marks words in a text: in the snippets of results, and in the page of a document that was opened from them.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { say } = window.gongbaoWords;
  const { mark: MARK, between: BETWEEN, end: END } = window.gongbaoShared;
  const NUMBER = ".facts dd:has(> .number:first-child)";
  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, caption";

  search.findPlaces = (text, words) => {
    const folded = search.foldPlaces(text), plain = withoutMarks(folded);
    return apart(words.flatMap((word) => {
      const typed = placesIn(folded, search.plainWord(word), folded.places);
      return typed.length || search.isExact(word) ? typed : placesIn(plain, search.bare(word), folded.places);
    }));
  };

  /** A folded text without the marks of punctuation. @param {Folded} folded */
  function withoutMarks({ text, places }) {
    const kept = Array.from(text.split("").keys()).filter((at) => text[at] !== MARK);
    return {
      text: kept.map((at) => text[at]).join(""),
      places: [...kept.map((at) => places[at]), places[places.length - 1]]
    };
  }

  /**
   * The places of a word in a folded text, as those of the text itself.
   * @param {Folded} folded
   * @param {string} word
   * @param {number[]} all the places of the text with its marks
   */
  function placesIn({ text, places }, word, all) {
    /** @type {Place[]} */
    const found = [];
    for (let at = word ? text.indexOf(word) : -1; at >= 0; at = text.indexOf(word, at + 1)) {
      const last = places[at + word.length - 1];
      const next = all.find((place) => place > last);
      found.push([places[at], next === undefined ? last + 1 : next]);
    }
    return found;
  }

  /** Places in their order, those that overlap as one. @param {Place[]} found */
  function apart(found) {
    /** @type {Place[]} */
    const joined = [];
    for (const [from, until] of found.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
      const before = joined[joined.length - 1];
      if (before && from < before[1]) { before[1] = Math.max(before[1], until); } else { joined.push([from, until]); }
    }
    return joined;
  }

  /**
   * A place in a text, one unit earlier where it would cut a character beyond U+FFFF in two.
   * @param {string} text
   * @param {number} at
   */
  const whole = (text, at) => /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;

  search.snippet = (line, places, around) => {
    const text = line.split(END).join(BETWEEN);
    const from = places.length ? whole(text, Math.max(0, places[0][0] - around)) : 0;
    const until = whole(text, Math.min(text.length, from + 3 * around));
    /** @type {(Node | string)[]} */
    const nodes = [from > 0 ? "……" : ""];
    const marked = places.filter((place) => place[0] < until);
    let at = from;
    for (const place of marked) {
      nodes.push(text.slice(at, place[0]), tools.make("mark", {}, text.slice(...place)));
      at = place[1];
    }
    nodes.push(text.slice(at, Math.max(at, until)), until < text.length ? "……" : "");
    return nodes.filter((node) => node !== "");
  };

  /** The texts of a block that are not those of a block in it, nor words of the editors. @param {Element} block */
  function textNodes(block) {
    const isOwn = (/** @type {Element | null} */ parent) =>
      parent?.closest(BLOCKS) === block && !parent.closest(".editor-note, .source-line");
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      isOwn(node.parentElement) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const nodes = [];
    while (walker.nextNode()) { nodes.push(/** @type {Text} */ (walker.currentNode)); }
    return nodes;
  }

  /** Put a mark around a part of a text. @param {Text} node @param {number} from @param {number} until */
  function wrap(node, from, until) {
    const mark = tools.make("mark", { class: "found" });
    const middle = from > 0 ? node.splitText(from) : node;
    if (until - from < middle.length) { middle.splitText(until - from); }
    middle.replaceWith(mark);
    mark.append(middle);
  }

  /**
   * The text of a block, in which a name of a roster ends before its post.
   * @param {Element} block
   * @param {Text[]} nodes
   */
  function textOf(block, nodes) {
    const text = nodes.map((node) => node.data).join("");
    return block.closest(".roster") ? text.split(BETWEEN).join(END) : text;
  }

  /** Mark the words in a block; the number of places. @param {Element} block @param {string[]} words */
  function markBlock(block, words) {
    const nodes = textNodes(block);
    const places = search.findPlaces(textOf(block, nodes), words);
    let start = 0;
    const starts = nodes.map((node) => (start += node.length) - node.length);
    for (const place of places.reverse()) {
      for (let at = nodes.length - 1; at >= 0; at -= 1) {
        const from = Math.max(place[0] - starts[at], 0);
        const until = Math.min(place[1] - starts[at], nodes[at].length);
        if (from < until) { wrap(nodes[at], from, until); }
      }
    }
    return places.length;
  }

  /** @param {Element} within */
  function unmark(within) {
    for (const mark of within.querySelectorAll("mark.found")) { mark.replaceWith(...mark.childNodes); }
    within.normalize();
  }

  /** The bar above a text that says how much is marked. @param {Element} within @param {number} count */
  function offerToUnmark(within, count) {
    const button = tools.button(say("search.unmark"), () => {
      const address = new URL(location.href);
      unmark(within);
      bar.remove();
      address.searchParams.delete("hl");
      try { history.replaceState(null, "", address.href); } catch { /* not from a disk, in some browsers */ }
      document.getElementById("content")?.focus();
    });
    const bar = tools.make("div", { class: "found-bar", role: "status" }, say("search.marked", { n: count }), button);
    within.before(bar);
  }

  search.markPage = (text) => {
    const within = document.querySelector("#content .text");
    if (!within) { return; }
    const blocks = Array.from(within.querySelectorAll(BLOCKS)).filter((block) =>
      !block.closest("nav, [role=navigation], .facts, .source") || block.matches(NUMBER));
    const texts = blocks.map((block) => textOf(block, textNodes(block)));
    const isTyped = (/** @type {string} */ word) => texts.some((each) => search.findPlaces(each, [word]).length);
    const words = search.wanted(search.parse(text)).map((word) =>
      isTyped(search.exactly(word)) ? search.exactly(word) : word);
    const count = blocks.reduce((sum, block) => sum + markBlock(block, words), 0);
    if (count) { offerToUnmark(within, count); }
    if (location.hash) { document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView(); }
  };
})();
