// What the page of results makes of an address and of what was found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, loadSearch, plain } from "./load.mjs";

const NONE = { gazette: [], region: [], topic: [], issuer: [], year: [], kind: [], column: [], status: [] };
const PLACE = "https://example.org/search/";

test("an address is read and written again", () => {
  const search = loadSearch();
  const dates = "&from=2020-01-01&until=2020-12-31";
  const address = `?q=%E9%80%9A%E7%9F%A5+%E7%94%B2&issuer=%E7%94%B2&issuer=%E4%B9%99&year=2020${dates}`;
  const state = search.readState(PLACE + address);
  const chosen = { ...NONE, issuer: ["甲", "乙"], year: ["2020"] };
  const days = { from: "2020-01-01", until: "2020-12-31" };
  assert.deepEqual(plain(state), { text: "通知 甲", ...days, issue: "", sort: "", chosen });
  assert.equal(search.writeState(state), address);
  assert.equal(search.countChosen(state), 5);
});

test("an issue and an order are in the address", () => {
  const search = loadSearch();
  const state = search.readState(`${PLACE}?q=a&issue=a%2F2020%2F1&sort=date`);
  assert.deepEqual([state.issue, state.sort], ["a/2020/1", "date"]);
  assert.equal(search.writeState(state), "?q=a&issue=a%2F2020%2F1&sort=date");
  assert.equal(search.countChosen(state), 1);
  assert.equal(search.readState(`${PLACE}?q=a&sort=size`).sort, "");
});

test("an issue lets its documents pass, and the newest come first where that is asked for", () => {
  const search = loadSearch(), result = found(search);
  result.columns.issues = ["a/2020/1", "a/2021/1", "b/2021/1", "b/2021/1"];
  const filtered = (query) => search.filter(search.readState(`${PLACE}?q=a${query}`), result);
  const documents = (query) => plain(filtered(query).map((item) => item.document));
  assert.deepEqual(documents("&issue=b/2021/1"), [2, 3]);
  assert.deepEqual(documents("&issue=c/2021/1"), []);
  assert.deepEqual(documents("&sort=date"), [2, 1, 0, 3]);
  assert.deepEqual(documents(""), [0, 1, 2, 3]);
});

test("an address that asks for nothing has no filters", () => {
  const search = loadSearch();
  const state = search.readState(`${PLACE}?q=+%20&kind=&other=1`);
  assert.deepEqual(plain(state), { text: "", from: "", until: "", issue: "", sort: "", chosen: NONE });
  assert.equal(search.writeState(state), "?q=");
  assert.equal(search.countChosen(state), 0);
});

test("a state of validity is in the address by its name, and older addresses are understood", () => {
  const search = loadSearch();
  const asked = (value) => plain(search.readState(`${PLACE}?q=a&status=${encodeURIComponent(value)}`).chosen.status);
  assert.deepEqual(asked("expired"), ["expired"]);
  assert.deepEqual(asked("已过有效期"), ["expired"]);
  assert.deepEqual(asked("甲"), ["甲"]);
});

test("a day is counted as the index counts it", () => {
  const { dayNumber } = loadSearch();
  assert.equal(dayNumber("2021-02-31"), (2021 * 12 + 2) * 32 + 31);
  for (const text of ["", "2021", "2021-2-3", "a2021-02-03"]) { assert.equal(dayNumber(text), 0); }
});

test("a date is read as people write it, the year first", () => {
  const { readDay } = loadSearch();
  const written = ["2020-08-13", "2020.8.13", "2020/8/13", "2020年8月13日", " 2020 年 8 月 13 日", "20200813"];
  for (const text of [...written, "２０２０－８－１３"]) {
    assert.equal(readDay(text, "from"), "2020-08-13", text);
  }
  for (const text of ["2020-02", "2020年2月", "2020.2"]) {
    assert.deepEqual([readDay(text, "from"), readDay(text, "until")], ["2020-02-01", "2020-02-29"], text);
  }
  assert.deepEqual([readDay("2021年", "from"), readDay("2021", "until")], ["2021-01-01", "2021-12-31"]);
  for (const text of ["", "甲", "8/13/2020", "2021-02-29", "2020-13", "2020-0-1", "2020-8-0", "20201301", "2020年八月"]) {
    assert.equal(readDay(text, "from"), "", text);
  }
});

for (const [status, from, until, state] of [
  ["none", "", "", "none"], ["repealed", "", "", "repealed"], ["expired", "", "", "expired"],
  ["term", "", "2026-05-05", "term"], ["term", "", "2026-05-04", "expired"], ["term", "", "", "term"],
  ["pending", "2026-05-06", "", "pending"], ["pending", "2026-05-05", "", "begun"],
  ["pending", "2026-05-05", "2027-01-01", "term"], ["pending", "2026-05-01", "2026-05-04", "expired"]
]) {
  test(`${status} from ${from || "any day"} until ${until || "any day"} is ${state} on the reader's day`, () => {
    const { dayNumber, statusOn } = loadSearch();
    const columns = { facets: { status: [status] }, terms: [[dayNumber(from)], [dayNumber(until)]] };
    assert.equal(statusOn(dayNumber("2026-05-05"), columns, 0), state);
  });
}

test("the filter by validity counts a term that is over, as the page of the document does", () => {
  const search = loadSearch(), result = found(search);
  result.columns.facets.status = ["term", "term", "none", "repealed"];
  result.columns.terms = [[0, 0, 0, 0], [search.dayNumber("2020-12-31"), search.dayNumber("9999-12-31"), 0, 0]];
  const counted = search.countValues(search.readState(`${PLACE}?q=a`), result, "status");
  assert.deepEqual(plain(counted), [["expired", 1], ["none", 1], ["repealed", 1], ["term", 1]]);
});

/** Four documents; the last has no date. */
function found(search) {
  const facets = {
    gazette: ["甲报", "甲报", "乙报", "乙报"], region: ["", "", "", ""], issuer: ["甲|乙", "甲", "丙", ""],
    year: ["2020", "2021", "2021", "2019"], kind: ["通知", "通知", "办法", "通知"], column: ["", "", "", ""],
    status: ["none", "expired", "none", "none"]
  };
  const dates = ["2020-05-01", "2021-05-01", "2021-06-01", ""].map(search.dayNumber);
  const terms = [[0, 0, 0, 0], [0, 0, 0, 0]];
  return { columns: { facets, dates, terms }, order: [0, 1, 2, 3].map((document) => ({ document })) };
}

for (const [query, passes] of [
  ["&from=2021-05-20", true], ["&from=2021-06-01", false], ["&until=2021-05-01", true], ["&until=2021-04-30", false]
]) {
  test(`a document of May 2021 without a day ${passes ? "passes" : "does not pass"} ${query}`, () => {
    const search = loadSearch(), result = found(search);
    result.columns.dates[1] = (2021 * 12 + 5) * 32;
    const items = search.filter(search.readState(`${PLACE}?q=a${query}`), result);
    assert.equal(items.some((item) => item.document === 1), passes);
  });
}

for (const [query, documents] of [
  ["", [0, 1, 2, 3]], ["&kind=通知", [0, 1, 3]], ["&kind=通知&kind=办法", [0, 1, 2, 3]], ["&issuer=乙", [0]],
  ["&gazette=乙报&kind=通知", [3]], ["&status=expired", [1]], ["&from=2020-05-02", [1, 2]], ["&until=2021-05-01", [0, 1]],
  ["&from=2021-01-01&until=2021-05-31", [1]], ["&kind=令", []]
]) {
  test(`filters ${query || "without a choice"} let ${documents.join(", ") || "nothing"} pass`, () => {
    const search = loadSearch();
    const items = search.filter(search.readState(`${PLACE}?q=a${query}`), found(search));
    assert.deepEqual(plain(items.map((item) => item.document)), documents);
  });
}

for (const [query, name, values] of [
  ["", "issuer", [["甲", 2], ["丙", 1], ["乙", 1]]], ["", "year", [["2021", 2], ["2020", 1], ["2019", 1]]],
  ["&kind=办法", "kind", [["通知", 3], ["办法", 1]]], ["&kind=办法", "year", [["2021", 1]]],
  ["&kind=令", "kind", [["通知", 3], ["办法", 1], ["令", 0]]], ["", "column", []]
]) {
  test(`values of ${name} are counted by the other filters: ${query || "none"}`, () => {
    const search = loadSearch();
    const counted = search.countValues(search.readState(`${PLACE}?q=a${query}`), found(search), name);
    assert.deepEqual(plain(counted), values);
  });
}

const said = (search, given) => {
  const certain = { isExact: true, isSettling: false, isByDate: false };
  const all = { count: 0, loose: 0, listed: 0, unfiltered: 0, ...certain, ...given };
  const nodes = search.sayCount(all);
  return [nodes.map((node) => node.textContent ?? node).join(""), plain(nodes[1].attributes)];
};

for (const [given, sentence] of [
  [{}, "找到文件0件。"],
  [{ count: 3, listed: 3, unfiltered: 3 }, "找到文件3件。"],
  [{ count: 3, listed: 3, unfiltered: 9 }, "找到文件3件。"],
  [{ count: 0, unfiltered: 9 }, "找到文件0件；不计筛选条件，共9件。"],
  [{ count: 30, listed: 20 }, "找到文件30件，列出前20件。"],
  [{ count: 30, listed: 20, isExact: false }, "找到文件约30件，列出前20件。"],
  [{ count: 30, listed: 20, isExact: false, isSettling: true }, "找到文件约30件，列出前20件；正在核对件数。"],
  [{ count: 3, listed: 3, isSettling: true }, "找到文件3件。"],
  [{ count: 6, listed: 6, loose: 5 }, "找到文件6件，其中5件的标点与输入的不同。"],
  [{ count: 6, listed: 6, loose: 6 }, "找到文件6件，标点与输入的不同。"],
  [{ count: 30, listed: 20, loose: 5, isExact: false }, "找到文件约30件，其中约5件的标点与输入的不同，列出前20件。"],
  [{ count: 30, listed: 20, isByDate: true }, "找到文件30件，按日期从新到旧排列，列出前20件。"],
  [{ count: 1, listed: 1, isByDate: true }, "找到文件1件。"]
]) {
  test(`it says: ${sentence}`, () => {
    const { count = 0, isExact = true } = given;
    const attributes = { "data-count": String(count), "data-exact": String(isExact) };
    assert.deepEqual(said(loadSearch(), given), [sentence, attributes]);
  });
}

test("the count is where the language has it", () => {
  const page = ["early.js", "words/en.js", "page.js", "words/en-search.js", "shared.js"];
  const names = [...page, "search-fold.js", "search-items.js", "search-hints.js"];
  const search = load(names).gongbaoSearch;
  assert.equal(said(search, { count: 1, listed: 1 })[0], "Found 1 document.");
  assert.equal(said(search, { count: 30, listed: 20 })[0], "Found 30 documents; the first 20 are listed.");
});

test("what a gazette prints says its language where the site has another one", () => {
  const index = ["search-load.js", "search-codes.js", "search-data.js"];
  const names = ["early.js", "words/en.js", "page.js", "shared.js", "search-fold.js", ...index];
  const attributes = (lang) => plain(load(names, {}, {}, lang).gongbaoSearch.chinese);
  assert.deepEqual(["zh-Hans", "zh-Hant", "en"].map(attributes), [{}, {}, { lang: "zh-Hans" }]);
});

test("the line with most of the words is shown, the first of several", () => {
  const { lineWith } = loadSearch();
  const parts = [["", "", "甲\n改革"], ["art-1", "第一条", "第一条 改革与营商。\n改革，营商"], ["art-2", "第二条", "第二条 营商"]];
  const line = plain(lineWith({ title: "", number: "", parts }, ["改革", "营商"]));
  assert.deepEqual(line, { anchor: "art-1", label: "第一条", text: "第一条 改革与营商。", places: [[4, 6], [7, 9]] });
  assert.equal(lineWith({ title: "", number: "", parts }, ["丙"]), null);
});
