// What the scripts of pages work out without a page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { cases, load, loadSearch, loadTools, plain } from "./load.mjs";

test("what the types promise is there", () => {
  const types = readFileSync(new URL("globals.d.ts", import.meta.url), "utf8");
  const promised = (name) => {
    const body = new RegExp(`^interface ${name} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(types)[1];
    return Array.from(body.matchAll(/^ {2}(\w+)[(<:]/gm), (match) => match[1]);
  };
  const missing = (name, object) => promised(name).filter((member) => !(member in object));
  const onPages = ["leadTo", "speak", "announce"], onResults = ["suggestIn"]; // made of what a page has on it
  const lazy = ["article-numbers.js", "cite.js", "reference.js", "speech.js", "tables.js", "forms.js",
    "punctuation.js"];
  const onDocuments = ["document.js", ...lazy];
  assert.deepEqual(missing("Tools", loadTools(...onDocuments)), onPages);
  assert.deepEqual(missing("Search", loadSearch()), onResults);
  assert.deepEqual(missing("Shared", load(["shared.js"]).gongbaoShared), []);
});

test("a choice of an earlier page is an attribute of the root", () => {
  const { document } = load(["early.js"], { "gongbao.reading": "size=large&Bad=1&face=song" });
  assert.deepEqual(plain(document.documentElement.dataset), { size: "large", face: "song" });
});

test("what is stored is read again, and storage may be forbidden", () => {
  const window = load(["early.js"]);
  window.gongbaoTools.store("rate", "1.3");
  assert.equal(window.gongbaoTools.stored("rate"), "1.3");
  assert.equal(window.localStorage.getItem("gongbao.rate"), "1.3");
  const forbidden = () => { throw new Error("forbidden"); };
  Object.assign(window.localStorage, { getItem: forbidden, setItem: forbidden });
  window.gongbaoTools.store("rate", "1");
  assert.equal(window.gongbaoTools.stored("rate"), null);
});

test("a message has its values, and a number its commas", () => {
  const { say, add } = load(["words/zh.js"]).gongbaoWords;
  add({ "test.one": "{n}件，{year}年", "test.forms": ["one", "many"] });
  assert.equal(say("test.one", { n: 1204567, year: "2021" }), "1,204,567件，2021年");
});

test("a number decides the form of a message", () => {
  const { say, add } = load(["words/en.js"]).gongbaoWords;
  add({ "test.forms": ["{n} document in {year}", "{n} documents in {year}"] });
  assert.equal(say("test.forms", { n: 1, year: "2021" }), "1 document in 2021");
  assert.equal(say("test.forms", { n: 1000, year: "2021" }), "1,000 documents in 2021");
  assert.equal(say("test.forms", { n: "1", year: "2021" }), "1 document in 2021");
});

test("a day is written as the language has it, also one that no calendar has", () => {
  assert.equal(loadTools().writeDay(2021, 2, 31), "2021年2月31日");
  assert.equal(loadTools().writeDay(2021, 2, 0), "2021年2月");
  const english = load(["early.js", "words/en.js", "page.js"]).gongbaoTools;
  assert.equal(english.writeDay(2021, 2, 31), "31 February 2021");
  assert.equal(english.writeDay(2021, 2, 0), "February 2021");
});

test("the reader's day is that of his clock", () => {
  const { dayOf } = loadTools();
  assert.equal(dayOf(new Date(2026, 0, 9, 23, 59)), "2026-01-09");
  assert.equal(dayOf(new Date(2026, 11, 31)), "2026-12-31");
});

for (const [from, until, state] of [
  ["", "", "begun"], ["2026-05-05", "", "begun"], ["2026-05-06", "", "pending"],
  ["", "2026-05-05", "term"], ["", "2026-05-04", "expired"],
  ["2026-05-06", "2026-05-04", "expired"], ["2026-05-06", "2027-01-01", "pending"]
]) {
  test(`from ${from || "any day"} until ${until || "any day"} is ${state}`, () => {
    assert.equal(loadTools().stateOn("2026-05-05", from, until), state);
  });
}

/** A document whose page says these words for the states of a later day, with its basis. */
function boxOf(words) {
  const basis = { textContent: "时效依本库所收该公报判断", getAttribute: () => "依文件所载判断" };
  const facts = { querySelector: () => basis };
  const box = { textContent: "", getAttribute: (name) => words[name] ?? null, closest: () => facts };
  return { box, basis };
}

for (const [today, words, said] of [
  ["2026-04-18", { "data-until": "2026-04-18", "data-expired": "已过有效期，有效期至2026年4月18日" }, ""],
  ["2026-04-19", { "data-until": "2026-04-18", "data-expired": "已过有效期，有效期至2026年4月18日" },
    "已过有效期，有效期至2026年4月18日"],
  ["2026-04-19", {}, ""],
  ["2021-04-18", { "data-from": "2021-04-19", "data-until": "2026-04-18", "data-expired": "已过有效期" }, ""],
  ["2022-01-01", { "data-from": "2022-01-02", "data-begun": "已到施行日期，自2022年1月2日起施行" }, ""],
  ["2022-01-02", { "data-from": "2022-01-02", "data-begun": "已到施行日期，自2022年1月2日起施行" },
    "已到施行日期，自2022年1月2日起施行"]
]) {
  test(`on ${today} the page says ${said || "what it said before"} of ${JSON.stringify(words)}`, () => {
    const { box, basis } = boxOf(words);
    loadTools().bringUpToDate([box], today);
    assert.equal(box.textContent, said);
    assert.equal(basis.textContent, said ? "依文件所载判断" : "时效依本库所收该公报判断");
  });
}

test("in a list, which has no basis, the state is said all the same", () => {
  const { box } = boxOf({ "data-until": "2020-01-01", "data-expired": "已过有效期" });
  box.closest = () => null;
  loadTools().bringUpToDate([box], "2026-01-01");
  assert.equal(box.textContent, "已过有效期");
});

test("what was chosen for the colours is applied before the first paint", () => {
  const media = (scheme) => {
    const dark = { media: "of the system" };
    load(["early.js"], scheme ? { "gongbao.scheme": scheme } : {}, { dark });
    return dark.media;
  };
  assert.deepEqual(["dark", "light", "other", ""].map(media), ["screen", "not all", "of the system", "of the system"]);
});

test("numerals are read as Python reads them", () => {
  const { readNumeral } = loadTools("article-numbers.js");
  for (const [text, number] of cases.numerals) { assert.equal(readNumeral(text), number ?? NaN, text); }
});

for (const [text, anchor, title] of [
  ["12", "art-12", "第12条"], ["１２", "art-12", "第１２条"], ["十二", "art-12", "第十二条"], ["第 十二 条", "art-12", "第十二条"],
  ["一百零三条", "art-103", "第一百零三条"], ["第四条之一", "art-4-1", "第四条之一"], ["第四條之一", "art-4-1", "第四条之一"],
  ["4之1", "art-4-1", "第4条之1"],
  ["4-1", "art-4-1", "第4条之1"], ["4.1", "art-4-1", "第4条之1"]
]) {
  test(`${text} leads to ${anchor}`, () => {
    assert.deepEqual(plain(loadTools("article-numbers.js").readArticle(text)), { anchor, title });
  });
}

for (const text of ["", "0", "附则", "第条", "4-1-2", "十二a", "-1", "1;2"]) {
  test(`“${text}” leads to no article`, () => {
    assert.equal(loadTools("article-numbers.js").readArticle(text), null);
  });
}

for (const [text, quotation] of [
  ["各部门要落实。", "“各部门要落实。”"],
  ["坚持“放管服”改革", "“坚持‘放管服’改革”"],
  ["所称“‘甲’和乙”指丙", "“所称‘“甲”和乙’指丙”"],
  ["落实‘甲’与“乙‘丙’”", "“落实‘甲’与‘乙“丙”’”"]
]) {
  test(`${text} is quoted with other marks inside`, () => {
    assert.equal(loadTools("document.js", "cite.js").quote(text), quotation);
  });
}

test("marks of punctuation are shown as Python counts them", () => {
  const { showMarks } = loadTools("document.js", "punctuation.js");
  assert.equal(showMarks("建设,构建(以下称\"卡\")"), "建设，构建（以下称“卡”）");
  assert.ok(cases.punctuation.length > 2000);
  for (const [text, shown] of cases.punctuation) { assert.equal(showMarks(text), shown, JSON.stringify(text)); }
});

test("a voice gets whole sentences, several where they are short", () => {
  const { cutForVoice } = loadTools("document.js", "speech.js");
  const long = `${"长".repeat(118)}。`;
  assert.deepEqual(plain(cutForVoice("甲。乙！丙？（丁。）")), ["甲。乙！丙？（丁。）"]);
  assert.deepEqual(plain(cutForVoice(`${long}甲。${long}`)), [long, "甲。", long]);
  assert.deepEqual(plain(cutForVoice(`${"长".repeat(117)}。甲。`)), [`${"长".repeat(117)}。甲。`]);
  assert.deepEqual(plain(cutForVoice("。")), ["。"]);
});

test("cells are made safe as Python makes them", () => {
  const { safeCell } = loadTools("forms.js");
  for (const [text, safe] of cases.cells) { assert.equal(safeCell(text), safe, JSON.stringify(text)); }
});

test("a table is written as RFC 4180 has it", () => {
  const { writeCsv } = loadTools("forms.js");
  const csv = writeCsv([["项目", "数,量"], ['他说"好"', "一\n二"], ["=1+1", "-5"]]);
  assert.equal(csv, '\ufeff项目,"数,量"\r\n"他说""好""","一\n二"\r\n\'=1+1,-5\r\n');
});

test("a merged cell is in its first place, and what it covers is empty", () => {
  const cell = (innerText, rowSpan = 1, colSpan = 1) => ({ innerText, rowSpan, colSpan, querySelectorAll: () => [] });
  const rows = [[cell("甲", 2), cell(" 乙 ", 1, 2)], [cell("丙"), cell("丁")], [cell("戊", 9), cell("己"), cell("庚", 0)]];
  const table = { rows: rows.map((cells) => ({ cells })) };
  const grid = [["甲", "乙", ""], ["", "丙", "丁"], ["戊", "己", "庚"]];
  assert.deepEqual(plain(loadTools("forms.js").readGrid(table)), grid);
});

test("a filter takes no notice of blanks, width, case and form", () => {
  const { foldCell } = loadTools("tables.js");
  assert.equal(foldCell(" Ａ b\u3000葛\u{e0100}\ufe00 "), "ab葛");
  assert.notEqual(foldCell("甲，乙"), foldCell("甲乙"));
});

test("plain text and Markdown of a document are those of the program in Python", () => {
  const { writeForm } = loadTools("forms.js");
  assert.ok(cases.forms.length > 40);
  for (const { json, txt, md } of cases.forms) {
    assert.equal(writeForm(JSON.parse(json), "txt"), txt);
    assert.equal(writeForm(JSON.parse(json), "md"), md);
  }
});

test("an item has the same forms as in Python", () => {
  const tools = loadTools("reference.js");
  for (const [item, forms] of cases.references) { assert.deepEqual(plain(tools.writeForms(item)), forms); }
  assert.ok(cases.references.length > 41);
});

test("a passage is on the printed page of its source line", () => {
  const { pageOfLine } = loadTools("reference.js");
  const pages = "12:5 25:5-6 31:6";
  assert.deepEqual([11, 12, 24, 25, 31, 99].map((line) => pageOfLine(pages, line)), ["", "5", "5", "5-6", "6", "6"]);
  assert.equal(pageOfLine("", 12), "");
});
