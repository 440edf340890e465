// The page of results: reads the address, shows what was found, writes the address.
(function () {
  "use strict";
  const search = window.gongbaoSearch;
  const PAGE = 20;
  const AROUND = 40;
  const WAIT = 250;
  const input = document.getElementById("query");
  const status = document.getElementById("search-status");
  const list = document.getElementById("results");
  const panel = document.getElementById("facets");
  const more = document.getElementById("more");
  const button = document.getElementById("confirm");
  const NO_WORD = "请输入要查找的词语";
  const EAGER = 20000;
  const IDLE = 700;
  const TITLE = document.title;
  let state = search.readState(location.href);
  let result = null;
  let items = [];
  let shown = 0;
  let turn = 0;
  let watcher = null;
  let settling = false;

  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) { element.className = className; }
    element.append(...content);
    return element;
  }

  function dateOf(number) {
    if (!number) { return ""; }
    const day = number % 32, month = Math.floor((number - 32) / 32) % 12 + 1;
    return Math.floor((number - 32) / 384) + "年" + month + "月" + day + "日";
  }

  /** What the page of a document shall mark: the words as the index reads them, its number as printed. */
  function marksOf(number, piece, words) {
    if (!result.numbered.has(number)) { return words.join(" "); }
    const printed = piece.number.replace(/\s/g, "");
    const others = words.filter(function (word) { return !search.fold(printed).includes(word); });
    return [printed].concat(others).join(" ");
  }

  function addressOf(manifest, number, anchor, marks) {
    const address = new URL("archive/" + search.idOf(manifest, number) + manifest.end, search.root);
    address.searchParams.set("hl", marks);
    address.hash = anchor;
    return address.href;
  }

  /** What the reader is told of a document besides its title. */
  function factsOf(manifest, number, piece) {
    const facets = result.columns.facets;
    const place = manifest.places[number].issue;
    const printed = facets.gazette[number] + place[1] + "年第" + place[2] + "期";
    return [piece.number, facets.issuer[number].split("|").join("、"), dateOf(result.columns.dates[number]), printed]
      .filter(Boolean).join("　");
  }

  /** The line that holds most of the words, with its anchor and label. */
  function bestLine(piece, words) {
    let best = null;
    piece.parts.forEach(function (part) {
      part[2].split("\n").forEach(function (line) {
        const spans = search.findPlaces(line, words);
        const kinds = words.filter(function (word) {
          return search.bare(search.fold(line)).includes(search.bare(word));
        }).length;
        if (spans.length && (!best || kinds > best.kinds)) {
          best = { anchor: part[0], label: part[1], text: line, spans: spans, kinds: kinds };
        }
      });
    });
    return best;
  }

  function snippetOf(manifest, number, piece, words) {
    const best = bestLine(piece, words);
    if (!best) {
      const lead = (piece.parts[0] || ["", "", ""])[2].split("\n")[0];
      return make("p", "snippet", ...search.snippet(lead, [], AROUND));
    }
    if (!best.anchor || !best.label) { return make("p", "snippet", ...search.snippet(best.text, best.spans, AROUND)); }
    const rest = best.text.startsWith(best.label) ? best.text.slice(best.label.length) : best.text;
    const spans = search.findPlaces(best.label, words);
    const link = make("a", "place", ...search.snippet(best.label, spans, best.label.length));
    link.href = addressOf(manifest, number, best.anchor, marksOf(number, piece, words));
    return make("p", "snippet", link, " ", ...search.snippet(rest, search.findPlaces(rest, words), AROUND));
  }

  function titleOf(manifest, number, piece, words) {
    const spans = search.findPlaces(piece.title, words);
    const link = make("a", "", ...search.snippet(piece.title, spans, piece.title.length));
    const best = spans.length ? null : bestLine(piece, words);
    link.href = addressOf(manifest, number, best ? best.anchor : "", marksOf(number, piece, words));
    return make("h2", "", link);
  }

  /** Fill the element of a result; take it away when its text does not hold the words after all. */
  async function fill(item, number, at) {
    const manifest = await search.manifest();
    const from = result;
    const where = await search.confirm(from, number);
    if (at !== turn) { return; }
    if (where === null) { drop(); return; }
    const piece = await search.piece(number, where);
    if (at !== turn) { return; }
    const words = search.wanted(from.query);
    item.replaceChildren(
      titleOf(manifest, number, piece, words),
      make("p", "muted", factsOf(manifest, number, piece)),
      snippetOf(manifest, number, piece, words)
    );
    item.removeAttribute("aria-busy");
  }

  function documentsOf(found) { return found.map(function (item) { return item.document; }); }

  /** Leave out what proved wrong: in the list, among the items to come, in the count. */
  function drop() {
    const wrong = function (item) { return result.proofs.get(item.document) === null; };
    const gone = new Set(documentsOf(items.filter(wrong)).map(String));
    if (!gone.size) { return; }
    search.leaveOut(result);
    items = items.filter(function (item) { return !wrong(item); });
    Array.from(list.children).forEach(function (element) {
      if (!gone.has(element.dataset.place)) { return; }
      element.remove();
      shown -= 1;
    });
    if (!result.order.length) { refine().catch(fail); return; }
    tell();
    if (shown < PAGE) { show(PAGE - shown).catch(fail); }
  }

  function watch(at) {
    if (watcher) { watcher.disconnect(); }
    watcher = new IntersectionObserver(function (entries) {
      entries.filter(function (entry) { return entry.isIntersecting; }).forEach(function (entry) {
        watcher.unobserve(entry.target);
        fill(entry.target, Number(entry.target.dataset.place), at).catch(fail);
      });
    }, { rootMargin: "100px" });
  }

  /** Show the next results: the text of the first at once, that of the others when they come into sight. */
  async function show(many) {
    const manifest = await search.manifest();
    const at = turn;
    let budget = EAGER;
    const filling = [];
    items.slice(shown, shown + many).forEach(function (item) {
      const element = make("li");
      element.dataset.id = search.idOf(manifest, item.document);
      element.dataset.place = item.document;
      element.setAttribute("aria-busy", "true");
      list.append(element);
      budget -= search.lengthOf(result.columns, item.document) * 2 / search.piecesOf(result.columns, item.document);
      if (budget > 0) { filling.push(fill(element, item.document, at)); } else { watcher.observe(element); }
    });
    shown = Math.min(items.length, shown + many);
    more.hidden = shown >= items.length;
    await Promise.all(filling);
  }

  /** Say how many there are, and whether that is certain yet. */
  function tell() {
    const count = make("span", "", String(items.length));
    const isExact = search.isProven(result, documentsOf(items));
    const loosely = result.loosely && items.length ? "没有原样出现的词句；不计标点，" : "";
    const others = items.length ? "" : "；不计筛选条件有 " + result.order.length + " 份";
    const listed = shown < items.length ? "，列出前 " + shown + " 份" : result.order.length ? others : "";
    count.dataset.count = items.length;
    count.dataset.exact = isExact;
    button.hidden = isExact || settling;
    status.replaceChildren(loosely + "找到 " + (isExact ? "" : "约 "), count, " 份文件" + listed +
      (settling && !isExact ? "；正在核对件数。" : "。"));
  }

  /** Look into the texts that the index leaves open, while the reader reads on; not when that is much to load. */
  async function settle(at, most) {
    const open = documentsOf(items);
    if (search.isProven(result, open) || search.costOf(result, open) > most) { return; }
    settling = true;
    tell();
    try {
      await search.prove(result, open, function () { return at === turn; });
    } finally {
      if (at === turn) { settling = false; }
    }
    if (at !== turn) { return; }
    const before = items.length;
    drop();
    if (at !== turn) { return; }
    if (items.length < before) { refill(); }
    tell();
  }

  function settleLater(at) {
    const saves = navigator.connection && navigator.connection.saveData;
    setTimeout(function () {
      if (at === turn) { settle(at, saves ? 0 : search.UNASKED).catch(function () { tell(); }); }
    }, IDLE);
  }

  /** The filters; the summary says how many are chosen, and it opens when they leave nothing of what was found. */
  function showFilters() {
    const filters = document.getElementById("filters");
    const chosen = search.countChosen(state);
    search.showFacets(panel, state, result, choose);
    filters.querySelector("summary").textContent = "筛选" + (chosen ? "（已选 " + chosen + " 项）" : "");
    filters.hidden = !result.order.length;
    filters.open = filters.open || (result.order.length > 0 && !items.length);
  }

  /** Fill the filters anew; focus stays where it is. */
  function refill() {
    const old = panel.contains(document.activeElement) ? document.activeElement : null;
    showFilters();
    if (old) { focusOn(old.name, old.value); }
  }

  function offer(text, words, suffix) {
    const link = make("a", "", text);
    link.href = search.writeState({ text: text, chosen: search.readState(location.href.split("?")[0]).chosen });
    return make("li", "", words, link, suffix);
  }

  /** Words of a query that stand in no document, and the query without one of its words where that finds something. */
  async function offerLess(tokens) {
    const alone = await Promise.all(tokens.map(function (token) { return search.find(token); }));
    const missing = tokens.filter(function (_, at) { return !alone[at].order.length; });
    const hints = missing.map(function (token) { return make("li", "", "没有文件含有“" + token + "”。"); });
    if (!missing.length) { hints.push(make("li", "", "没有文件同时含有“" + tokens.join("”“") + "”。")); }
    for (const token of missing.length ? missing.slice(0, 1) : tokens) {
      const rest = tokens.filter(function (other) { return other !== token && !missing.includes(other); }).join(" ");
      const found = rest ? (await search.find(rest)) : null;
      const left = missing.length ? missing : [token];
      if (found && found.order.length) {
        hints.push(offer(rest, "去掉“" + left.join("”“") + "”：", "　" + found.order.length + " 份"));
      }
    }
    return hints;
  }

  /** Documents whose numbers are near the one that was asked for. */
  async function offerNumbers() {
    const manifest = await search.manifest();
    const near = (await search.findNear(state.text)).slice(0, 5);
    const pieces = await Promise.all(near.map(function (number) { return search.piece(number, 0); }));
    return pieces.map(function (piece, at) {
      const link = make("a", "", piece.number + "　" + piece.title);
      link.href = new URL("archive/" + search.idOf(manifest, near[at]) + manifest.end, search.root).href;
      return make("li", "", "相近的文号：", link);
    });
  }

  /** Nothing was found: which words stand nowhere, and what is near. */
  async function help() {
    const tokens = state.text.split(/\s+/).filter(function (token) { return !/^[-－−]/.test(token); });
    const none = [make("li", "", "没有文件含有“" + state.text + "”。")];
    const hints = tokens.length > 1 ? await offerLess(tokens) : none;
    return make("ul", "hints", ...hints, ...await offerNumbers(),
      make("li", "", "可以减少词语、换一个说法，或从年份、发文机关、文号等名录查找。"));
  }

  function fail() {
    status.textContent = "未能读取检索数据。请从年份、发文机关、文号等名录查找。";
  }

  function clear() {
    list.replaceChildren();
    shown = 0;
    items = [];
    more.hidden = true;
    button.hidden = true;
  }

  /** Show the results that pass the filters. */
  async function refine() {
    const at = turn += 1;
    settling = false;
    watch(at);
    clear();
    items = search.filter(state, result);
    showFilters();
    await show(PAGE);
    if (at !== turn) { return; }
    tell();
    settleLater(at);
    if (!result.order.length) {
      const hints = await help();
      if (at === turn) { list.replaceChildren(make("li", "", hints)); }
    }
  }

  /** Find what the state asks for. */
  async function run() {
    const at = turn += 1;
    const query = search.parse(state.text);
    document.title = state.text ? "“" + state.text + "”的" + TITLE.replace(/^检索(?= - )/, "检索结果") : TITLE;
    if (!query.all.length) {
      clear();
      document.getElementById("filters").hidden = true;
      status.textContent = state.text ? NO_WORD + (query.none.length ? "；“-词”只用来排除。" : "。") : status.dataset.hint;
      return;
    }
    status.textContent = "正在检索……";
    try {
      const found = await search.find(state.text);
      if (at !== turn) { return; }
      result = found;
      await refine();
    } catch (error) {
      fail();
    }
  }

  function remember(step) {
    try { history[step](null, "", search.writeState(state)); } catch (error) { /* an address on a disk may be fixed */ }
  }

  function focusOn(name, value) {
    const box = Array.from(panel.querySelectorAll("input")).find(function (field) {
      return field.name === name && (field.type === "date" || field.value === value);
    });
    (box || document.querySelector("#filters summary")).focus();
  }

  function choose(name, value) {
    remember("pushState");
    refine().then(function () { focusOn(name, value); }).catch(fail);
  }

  function ask(step) {
    const text = input.value.trim();
    if (text === state.text) { return; }
    state = Object.assign({}, state, { text: text });
    remember(step);
    run();
  }

  button.addEventListener("click", function () {
    status.tabIndex = -1;
    status.focus();
    settle(turn, Infinity).catch(fail);
  });

  let timer = 0;
  input.addEventListener("input", function (event) {
    clearTimeout(timer);
    if (!event.isComposing) { timer = setTimeout(ask, WAIT, "replaceState"); }
  });
  input.addEventListener("compositionend", function () {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT, "replaceState");
  });
  input.form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    ask("pushState");
  });
  more.addEventListener("click", function () {
    const first = shown;
    show(PAGE).then(function () {
      tell();
      const link = list.children[first] && list.children[first].querySelector("a");
      if (link) { link.focus(); }
    }).catch(fail);
  });
  window.addEventListener("popstate", function () {
    state = search.readState(location.href);
    input.value = state.text;
    run();
  });

  document.getElementById("filters").open = window.matchMedia("(min-width: 60em)").matches;
  status.dataset.hint = status.textContent;
  if (input.value.trim() && !state.text) { state.text = ""; ask("replaceState"); } else {
    input.value = input.value.trim() && document.activeElement === input ? input.value : state.text;
    run();
  }
})();
