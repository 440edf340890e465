// Search for the time being: the typed characters must stand in the text. Reads the index that the MkDocs plugin writes.
(function () {
  "use strict";

  var LIMIT = 50;
  var AROUND = 44;
  var DOCUMENT = /^archive\/[^/]+\/\d+\/[^/]+\/\d+(\/|\.html)$/;
  var INDEX = document.currentScript.dataset.index;
  var input = document.getElementById("query");
  var status = document.getElementById("search-status");
  var list = document.getElementById("results");
  var BRACKETS = { "[": "〔", "［": "〔", "【": "〔", "﹝": "〔", "(": "〔", "（": "〔",
                   "]": "〕", "］": "〕", "】": "〕", "﹞": "〕", ")": "〕", "）": "〕" };

  // One character for one character, so that places found in the folded text are places in the text.
  function fold(text) {
    return Array.from(text, function (character) {
      if (BRACKETS[character]) { return BRACKETS[character]; }
      var plain = character.normalize("NFKC").toLowerCase();
      return plain.length === character.length ? plain : character;
    }).join("");
  }

  function plain(html) {
    var text = html.replace(/<[^>]*>/g, " ").replace(/\u200b/g, "");
    text = text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&amp;/g, "&");
    return text.replace(/\s+/g, " ").trim();
  }

  // Documents from the index's sections: the first entry of a page holds its title, the others its headings.
  function pages(index) {
    var byAddress = new Map();
    index.docs.forEach(function (entry) {
      var address = entry.location.split("#")[0];
      if (!DOCUMENT.test(address)) { return; }
      var page = byAddress.get(address);
      if (!page) {
        page = { address: address, title: plain(entry.title), sections: [] };
        byAddress.set(address, page);
      }
      var text = plain(entry.text);
      if (entry.location.indexOf("#") >= 0) { text = plain(entry.title) + " " + text; }
      page.sections.push({ location: entry.location, text: text, folded: fold(text) });
    });
    byAddress.forEach(function (page) {
      page.folded = fold(page.title) + "\n" + page.sections.map(function (part) { return part.folded; }).join("\n");
    });
    return Array.from(byAddress.values());
  }

  function score(page, terms) {
    var title = fold(page.title);
    return terms.reduce(function (sum, term) {
      var inTitle = title.indexOf(term) >= 0 ? 100 : 0;
      return sum + inTitle + Math.min(page.folded.split(term).length - 1, 20);
    }, 0);
  }

  function find(all, terms) {
    return all.filter(function (page) {
      return terms.every(function (term) { return page.folded.indexOf(term) >= 0; });
    }).map(function (page) {
      return { page: page, score: score(page, terms) };
    }).sort(function (a, b) { return b.score - a.score; });
  }

  function marked(text, folded, terms) {
    var paragraph = document.createElement("p");
    var hits = terms.map(function (term) { return folded.indexOf(term); }).filter(function (at) { return at >= 0; });
    var from = Math.max(0, (hits.length ? Math.min.apply(null, hits) : 0) - AROUND);
    var until = Math.min(text.length, from + 3 * AROUND);
    var at = from;
    if (from > 0) { paragraph.append("……"); }
    while (at < until) {
      var next = null;
      terms.forEach(function (term) {
        var place = folded.indexOf(term, at);
        if (place >= 0 && place < until && (!next || place < next.place)) { next = { place: place, length: term.length }; }
      });
      if (!next) { break; }
      paragraph.append(text.slice(at, next.place));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(next.place, next.place + next.length);
      paragraph.append(mark);
      at = next.place + next.length;
    }
    paragraph.append(text.slice(at, Math.max(at, until)));
    if (until < text.length) { paragraph.append("……"); }
    return paragraph;
  }

  function result(page, terms, root) {
    var part = page.sections.find(function (section) {
      return terms.some(function (term) { return section.folded.indexOf(term) >= 0; });
    }) || page.sections[0];
    var item = document.createElement("li");
    var heading = document.createElement("h2");
    var link = document.createElement("a");
    link.href = root + part.location;
    link.textContent = page.title;
    heading.append(link);
    item.append(heading, marked(part.text, part.folded, terms));
    return item;
  }

  function show(all, query, root) {
    var terms = fold(query).split(/\s+/).filter(Boolean);
    var found = terms.length ? find(all, terms) : [];
    list.replaceChildren.apply(list, found.slice(0, LIMIT).map(function (hit) { return result(hit.page, terms, root); }));
    status.textContent = found.length === 0 ? "没有找到“" + query + "”。可以减少词语，或改从年份、发文机关、文号等索引查找。"
      : "找到 " + found.length + " 份文件" + (found.length > LIMIT ? "，列出前 " + LIMIT + " 份。" : "。");
  }

  function start(query) {
    var address = new URL(INDEX, document.baseURI);
    status.textContent = "正在检索……";
    fetch(address).then(function (response) {
      if (!response.ok) { throw new Error(String(response.status)); }
      return response.json();
    }).then(function (index) {
      show(pages(index), query, new URL("..", address).href);
    }).catch(function () {
      status.textContent = "未能读取检索数据。离线打开时暂不能检索，请从年份、发文机关、文号等索引查找。";
    });
  }

  var query = (new URLSearchParams(location.search).get("q") || "").trim();
  input.value = query;
  if (query) { start(query); }
})();
