// Marks words in a text: in the snippets of results, and in the page of a document that was opened from them.
(function () {
  "use strict";
  const search = window.gongbaoSearch;

  /** The places of words in a text as [from, until], in order and apart; when none stands as typed, marks left out. */
  search.findPlaces = function (text, words) {
    const folded = search.foldPlaces(text);
    const found = places(folded, words);
    return found.length ? found : places(withoutMarks(folded), words.map(search.bare));
  };

  function withoutMarks(folded) {
    const kept = Array.from(folded.text.split("").keys()).filter(function (at) { return folded.text[at] !== "·"; });
    return {
      text: kept.map(function (at) { return folded.text[at]; }).join(""),
      places: kept.map(function (at) { return folded.places[at]; }).concat(folded.places[folded.places.length - 1])
    };
  }

  function places(folded, words) {
    const found = [];
    words.filter(Boolean).forEach(function (word) {
      for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1)) {
        const last = folded.places[at + word.length - 1];
        const next = folded.places.find(function (place) { return place > last; });
        found.push([folded.places[at], next === undefined ? last + 1 : next]);
      }
    });
    return apart(found);
  }

  function apart(found) {
    const joined = [];
    found.sort(function (one, other) { return one[0] - other[0] || one[1] - other[1]; }).forEach(function (span) {
      const before = joined[joined.length - 1];
      if (before && span[0] < before[1]) { before[1] = Math.max(before[1], span[1]); } else { joined.push(span.slice()); }
    });
    return joined;
  }

  /** A place in a text, one unit earlier where it would cut a character beyond U+FFFF in two. */
  function whole(text, at) { return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at; }

  /** A text with its marks, cut to what stands around the first. */
  search.snippet = function (text, spans, around) {
    const from = spans.length ? whole(text, Math.max(0, spans[0][0] - around)) : 0;
    const until = whole(text, Math.min(text.length, from + 3 * around));
    const nodes = [from > 0 ? "……" : ""];
    let at = from;
    spans.filter(function (span) { return span[0] < until; }).forEach(function (span) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(span[0], span[1]);
      nodes.push(text.slice(at, span[0]), mark);
      at = span[1];
    });
    nodes.push(text.slice(at, Math.max(at, until)), until < text.length ? "……" : "");
    return nodes.filter(function (node) { return node !== ""; });
  };

  const NUMBER = ".facts dd:has(> .number:first-child)";
  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, caption";

  function textNodes(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, function (node) {
      return node.parentElement.closest(BLOCKS) === block ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
    });
    const nodes = [];
    while (walker.nextNode()) { nodes.push(walker.currentNode); }
    return nodes;
  }

  function wrap(node, from, until) {
    const mark = document.createElement("mark");
    const middle = from > 0 ? node.splitText(from) : node;
    if (until - from < middle.length) { middle.splitText(until - from); }
    middle.replaceWith(mark);
    mark.className = "found";
    mark.append(middle);
  }

  function markBlock(block, words) {
    const nodes = textNodes(block);
    const spans = search.findPlaces(nodes.map(function (node) { return node.data; }).join(""), words);
    let start = 0;
    const starts = nodes.map(function (node) { const at = start; start += node.length; return at; });
    spans.reverse().forEach(function (span) {
      for (let at = nodes.length - 1; at >= 0; at -= 1) {
        const from = Math.max(span[0] - starts[at], 0);
        const until = Math.min(span[1] - starts[at], nodes[at].length);
        if (from < until) { wrap(nodes[at], from, until); }
      }
    });
    return spans.length;
  }

  function unmark(within) {
    within.querySelectorAll("mark.found").forEach(function (mark) { mark.replaceWith(...mark.childNodes); });
    within.normalize();
  }

  function offerToUnmark(within, count) {
    const bar = document.createElement("div");
    const button = document.createElement("button");
    bar.className = "found-bar";
    bar.setAttribute("role", "status");
    button.type = "button";
    button.textContent = "取消标示";
    button.addEventListener("click", function () {
      unmark(within);
      bar.remove();
      const address = new URL(location.href);
      address.searchParams.delete("hl");
      try { history.replaceState(null, "", address.href); } catch (error) { /* not from a disk, in some browsers */ }
      document.getElementById("content").focus();
    });
    bar.append("已标示检索词 " + count + " 处", button);
    within.before(bar);
  }

  /** Mark the words of a query in the page. */
  search.markPage = function (text) {
    const within = document.querySelector("#content .text");
    const words = search.wanted(search.parse(text));
    const blocks = Array.from(within.querySelectorAll(BLOCKS)).filter(function (block) {
      return !block.closest("nav, [role=navigation], .facts, .source") || block.matches(NUMBER);
    });
    const count = blocks.reduce(function (sum, block) { return sum + markBlock(block, words); }, 0);
    if (count) { offerToUnmark(within, count); }
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) { target.scrollIntoView(); }
  };
})();
