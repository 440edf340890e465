// How a query is read, and what the index and the texts give for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, loadSearch, plain } from "./load.mjs";
import { archive, findIn } from "./archive.mjs";

test("texts are folded as Python folds them", () => {
  const search = loadSearch();
  search.learn(cases.variants);
  for (const [text, folded] of cases.folded) {
    assert.equal(search.fold(text), folded, JSON.stringify(text));
    assert.equal(search.foldPlaces(text).text, folded, JSON.stringify(text));
  }
});

test("every character is folded as Python folds it", () => {
  const search = loadSearch();
  search.learn(cases.variants);
  const wrong = cases.characters.filter(([character, folded]) => search.fold(character) !== folded);
  assert.deepEqual(wrong, []);
});

test("a variant is folded as soon as it is learned, not before", () => {
  const search = loadSearch();
  assert.equal(search.fold("營商環境"), "營商環境");
  search.learn("營营環环");
  assert.equal(search.fold("營商環境"), "营商环境");
});

test("each place of a folded text is known in the text", () => {
  const { text, places } = plain(loadSearch().foldPlaces("甲 （１）。𠮷㎡"));
  assert.equal(text, "甲·1·𠮷m2");
  assert.deepEqual(places, [0, 2, 3, 4, 6, 6, 8, 8, 9]);
});

for (const [text, all, none] of [
  ["营商环境 办法", [["营商环境"], ["办法"]], []],
  ["  优化\u3000营商 ", [["优化"], ["营商"]], []],
  ["甲 | 乙｜丙 丁", [["甲", "乙", "丙"], ["丁"]], []],
  ["通知 -补贴 －资金", [["通知"]], ["补贴", "资金"]],
  ["-甲|乙", [], ["甲", "乙"]],
  ["甲-乙", [["甲·乙"]], []],
  ["- 甲 --乙", [["甲"], ["乙"]], []],
  ["“放管服”改革", [["放管服·改革"]], []],
  ["《办法》 （试行）", [["办法"], ["试行"]], []],
  ["\"营商 环境\"", [["\"营商环境\""]], []],
  ["“营商环境”｜「办法（试行）」 『甲』 -＂乙 丙＂", [["\"营商环境\"", "\"办法·试行·\""], ["\"甲\""]], ["\"乙丙\""]],
  ["“营商\u3000环境”", [["\"营商·环境\""]], []],
  ["“甲｜乙”", [["\"甲·乙\""]], []],
  ["“甲 乙", [["甲"], ["乙"]], []],
  ["甲” “乙", [["甲"], ["乙"]], []],
  ["\"甲\"乙\"", [["甲·乙"]], []],
  ["“。” 甲\u001e乙", [["甲"], ["乙"]], []],
  ["。 《》 |", [], []],
  ["", [], []]
]) {
  test(`“${text}” is read`, () => {
    const query = plain(loadSearch().parse(text));
    assert.deepEqual(query, { text: text.trim(), all, none });
  });
}

test("every word of a query is wanted", () => {
  const search = loadSearch();
  assert.deepEqual(plain(search.wanted(search.parse("甲|乙 丙 -丁"))), ["甲", "乙", "丙"]);
});

test("a document number is read as Python reads it, in all notations", () => {
  const search = loadSearch();
  for (const [text, prefix, year, serial] of cases.numbers) {
    const read = { prefix: search.bare(search.fold(prefix)), year, serial, isDoubtful: false };
    assert.deepEqual(plain(search.readNumber(text)), read, text);
  }
});

for (const [text, prefix, year, serial, isDoubtful] of [
  ["云政办发2020 32", "云政办发", 2020, 32, false], ["云政办发〔二〇二〇〕32号", "云政办发", 2020, 32, false],
  ["云政办发〔二〇二〇〕三十二号", "云政办发", 2020, 32, false], ["云政办发2020年第三十二号", "云政办发", 2020, 32, false],
  ["〔2020〕32号", "", 2020, 32, false], ["2020年第32号", "", 2020, 32, false], ["32号", "", 0, 32, false],
  ["第32号", "", 0, 32, false], ["云政办发32", "云政办发", 0, 32, true], ["云政办发 第32", "云政办发", 0, 32, true],
  ["云政办发〔2020〕", "云政办发", 0, 2020, true]
]) {
  test(`${text} is a number`, () => {
    assert.deepEqual(plain(loadSearch().readNumber(text)), { prefix, year, serial, isDoubtful });
  });
}

for (const text of ["32", "办法", "号", "2020年", "云政办发123456号", ""]) {
  test(`“${text}” is no number`, () => { assert.equal(loadSearch().readNumber(text), null); });
}

test("a number is written as a folded text has it", () => {
  assert.equal(loadSearch().writeNumber("云政发", 2020, 7), "云政发·2020·7号");
});

test("columns and postings are read as Python writes them", () => {
  const search = loadSearch();
  assert.deepEqual(plain(search.column(cases.column.text)), cases.column.numbers);
  assert.deepEqual(plain(search.sums(cases.sums.text)), cases.sums.numbers);
  for (const [text, masks] of cases.postings) {
    const read = new Uint8Array(masks.length);
    search.postings(text, Array.from(masks.keys()), read);
    assert.deepEqual(Array.from(read), masks);
  }
});

test("a word is looked up by its pairs, each once and none of half a character", () => {
  const { grams } = loadSearch();
  assert.deepEqual(plain(grams("水")), ["水¶"]);
  assert.deepEqual(plain(grams("人民人民")), ["人民", "民人"]);
  assert.deepEqual(plain(grams("张𠮷水")), ["𠮷"]);
  assert.deepEqual(plain(grams("放管·服𠮷·改")), ["放管", "管·服", "𠮷"]);
  assert.deepEqual(plain(grams("")), []);
});

test("the zones of a mask are counted, and lie in pieces of the text", () => {
  const search = loadSearch();
  assert.deepEqual([0, 1, 3, 255].map(search.countZones), [0, 1, 2, 8]);
  assert.deepEqual(plain(search.piecesIn(0b11111100, 1)), [0]);
  assert.deepEqual(plain(search.piecesIn(0b00100100, 3)), [0, 1]);
  assert.deepEqual(plain(search.piecesIn(0b10000011, 6)), [5]);
});

const SAMPLE = [
  { title: "关于优化营商环境的通知", number: "甲政发〔2020〕7号", date: "2020-03-01", text: "各部门要落实改革措施。" },
  { title: "关于防汛工作的通知", number: "甲政办发〔2021〕17号", date: "2021-04-01", text: "营商，环境。营商，环境要好。" },
  { title: "会议纪要", number: "", date: "2019-01-01", headings: ["营商环境"], text: "持续优化营商环境的改革举措。" },
  { title: "补贴办法", number: "乙政发〔2020〕7号", date: "2020-05-01", text: "营商环境，补贴资金。营商的环境。" }
];

for (const [text, found] of [
  ["营商环境", [0, 2, 3, 1]], ["优化营商环境", [0, 2]], ["营商环境 -补贴", [0, 2, 1]], ["营商环境 改革", [2, 0]],
  ["防汛|补贴", [3, 1]], ["商环境。营", [1]], ["不存在", []], ["甲政发〔2020〕7号", [0]], ["甲政发2020 7", [0]],
  ["〔2020〕7号", [3, 0]], ["措施改革", []], ["防汛，工作", [1]], ["营商的环境", [3]], ["", []],
  ["政发〔2020〕7号", [3, 0]], ["某省甲政发〔2020〕7号", [0]], ["甲政发7", [0]], ["政发7", []], ["甲政发〔2020〕8号", []]
]) {
  test(`“${text}” finds ${found.join(", ") || "nothing"}`, async () => {
    assert.deepEqual(await findIn(SAMPLE, text), found);
  });
}

test("what the index leaves open is proven in the text, at once where there is little", async () => {
  const documents = [
    { title: "甲", text: "改革方案" }, { title: "乙", text: "改革。革方。方案" }, { title: "丙", text: "改革方案甲" }
  ];
  assert.deepEqual((await findIn(documents, "改革方案")).sort(), [0, 2]);
  const search = archive(documents, { proven: 0 });
  const result = await search.find("改革方案");
  assert.equal(result.order.length, 3);
  assert.equal(result.exact, false);
  await search.prove(result, [0, 1, 2], () => true);
  search.leaveOut(result);
  assert.deepEqual(plain(result.order.map((item) => item.document).sort()), [0, 2]);
  assert.equal(search.isProven(result, [0, 2]), true);
});

test("a proof ends when nobody wants to know", async () => {
  const search = archive(Array.from({ length: 40 }, () => ({ title: "甲", text: "改革方案" })), { proven: 0 });
  const result = await search.find("改革方案");
  let asked = 0;
  await search.prove(result, result.order.map((item) => item.document), () => (asked += 1) < 2);
  assert.equal(result.proofs.size, 32);
  const open = result.order.map((item) => item.document);
  assert.ok(search.costOf(result, open) > 0);
  assert.ok(search.costOf(result, open) < search.costOf({ ...result, proofs: new Map() }, open));
});

test("a failed proof is tried again", async () => {
  const search = archive([{ title: "甲", text: "改革方案" }], { proven: 0 });
  const result = await search.find("改革方案");
  const read = search.piece;
  search.piece = () => Promise.reject(new Error("line down"));
  await assert.rejects(search.confirm(result, 0));
  search.piece = read;
  assert.equal(await search.confirm(result, 0), 0);
});

test("a traditional word finds what is written in simplified characters", async () => {
  assert.deepEqual(await findIn(SAMPLE, "營商環境", { variants: ["營環", "营环"] }), [0, 2, 3, 1]);
});

test("the whole title comes first", async () => {
  const documents = [
    { title: "关于印发防汛工作方案的通知的补充", date: "2021-01-01", text: "甲" },
    { title: "关于印发防汛工作方案的通知", date: "2019-01-01", text: "乙" }
  ];
  assert.deepEqual(await findIn(documents, "关于印发防汛工作方案的通知"), [1, 0]);
});

test("documents of one rank are in the order of their words, then of their days, then as they are", async () => {
  const often = { title: "丙", date: "2019-01-01", headings: ["防汛"], text: "防汛" };
  const documents = [
    { title: "甲", date: "2020-01-01", text: "防汛" }, { title: "乙", date: "2021-01-01", text: "防汛" },
    { title: "丁", date: "2021-01-01", text: "防汛" }, { ...often, headings: [] }, { title: "戊", text: "乙" }
  ];
  assert.deepEqual(await findIn(documents, "防汛"), [1, 2, 0, 3]);
  assert.deepEqual(await findIn([...documents, often], "防汛"), [5, 1, 2, 0, 3]);
  assert.deepEqual(await findIn([documents[0], { ...often, title: "防汛" }, { ...often, text: "甲" }], "防汛"), [1, 2, 0]);
});

test("a short title is no reason to come first", async () => {
  const documents = [
    { title: "防汛工作方案一", date: "2021-01-01", text: "甲" }, { title: "防汛工作方案", date: "2019-01-01", text: "乙" }
  ];
  assert.deepEqual(await findIn(documents, "防汛工作方案"), [0, 1]);
});

test("in a large archive a similar number alone is no reason to be found", async () => {
  const documents = [
    { title: "甲", number: "甲政发〔2020〕2号", text: "乙" }, { title: "乙", number: "甲政发〔2020〕12号", text: "丙" },
    { title: "丙", text: "依据甲政发〔2020〕2号文件" }
  ];
  assert.deepEqual(await findIn(documents, "甲政发〔2020〕2号"), [0, 2]);
  assert.deepEqual(await findIn(documents, "甲政发〔2020〕2号", { proven: 0 }), [0, 2]);
  const result = await archive(documents).find("甲政发2020 2");
  assert.deepEqual(plain(result.query.all), [["甲政发·2020·2号"]]);
  assert.equal(result.query.isNumber, true);
});

test("a number of a known kind is looked for as documents print it, where none has it too", async () => {
  const documents = [{ title: "甲", number: "甲政发〔2020〕2号", text: "乙" }, { title: "丙", text: "依据甲政发〔2020〕99号文件" }];
  assert.deepEqual(await findIn(documents, "甲政发2020 99"), [1]);
  assert.deepEqual(await findIn(documents, "丁政发2020 99"), []);
});

test("a document that is found by its number is shown by its first piece", async () => {
  const search = archive([{ title: "甲", number: "甲政发〔2020〕2号", text: "乙" }]);
  const result = await search.find("甲政发2");
  assert.equal(await search.confirm(result, 0), 0);
});

test("the cost of a proof is that of the pieces that are not loaded", async () => {
  const search = archive(Array.from({ length: 3 }, () => ({ title: "甲", text: "改革方案" })), { proven: 0 });
  const result = await search.find("改革方案");
  assert.equal(search.costOf(result, [0, 1, 2]), 3 * (256 * 2 + 300));
  await search.confirm(result, 1);
  assert.equal(search.costOf(result, [0, 1, 2]), 2 * (256 * 2 + 300));
  assert.equal(search.costOf(result, [1]), 0);
});

test("a document has the id that the index says, or the one that follows from its issue", () => {
  const issue = [0, 2021, 4, "hash", 2, 0];
  const manifest = (of) => ({ publications: [["yunxi", "公报", ""]], places: [{ issue: of, nth: 1 }] });
  const { idOf } = loadSearch();
  assert.equal(idOf(manifest(issue), 0), "yunxi/2021/4/2");
  assert.equal(idOf(manifest([...issue, ["yunxi/2021/4/1", "yunxi/2021/4/9"]]), 0), "yunxi/2021/4/9");
});

test("the nearest numbers of the same kind are offered", async () => {
  const numbered = (serial) => ({ title: "甲", number: `甲政发〔2020〕${serial}号`, text: "乙" });
  const search = archive([numbered(1), numbered(9), numbered(6), { title: "丙", number: "乙政发〔2020〕7号", text: "丁" }]);
  assert.deepEqual(plain(await search.findNear("甲政发〔2020〕7号")), [2, 1, 0]);
  assert.deepEqual(plain(await search.findNear("防汛")), []);
});

test("titles and numbers are suggested", async () => {
  const search = archive(SAMPLE);
  const titles = async (text, most = 6) => plain((await search.suggest(text, most)).map((item) => item.title));
  assert.deepEqual(await titles("通知"), ["关于优化营商环境的通知", "关于防汛工作的通知"]);
  assert.deepEqual(await titles("通知", 1), ["关于优化营商环境的通知"]);
  assert.deepEqual(await titles("甲政办发2021 17"), ["关于防汛工作的通知"]);
  assert.deepEqual(await titles("补贴资金"), []);
  const traditional = archive(SAMPLE, { variants: ["營環", "营环"] });
  assert.deepEqual(plain(await traditional.suggest("營商環境", 6)).map((item) => item.document), [0]);
});

test("words are found in a text, in order and apart; but for punctuation where none is as typed", () => {
  const { findPlaces } = loadSearch();
  assert.deepEqual(plain(findPlaces("营商，环境，补贴", ["营商环境", "补贴"])), [[0, 5], [6, 8]]);
  assert.deepEqual(plain(findPlaces("营商环境，营商，环境", ["营商环境"])), [[0, 4]]);
  assert.deepEqual(plain(findPlaces("营商，环境", ["\"营商环境\""])), []);
  assert.deepEqual(plain(findPlaces("王军\u001e区长", ["军区", "区长"])), [[3, 5]]);
  assert.deepEqual(plain(findPlaces("优化 营商环境，营商", ["营商", "商环"])), [[3, 6], [8, 10]]);
  assert.deepEqual(plain(findPlaces("营商，环境", ["营商环境"])), [[0, 5]]);
  assert.deepEqual(plain(findPlaces("张𠮷先生", ["𠮷"])), [[1, 3]]);
  assert.deepEqual(plain(findPlaces("甲乙", ["丙"])), []);
});

test("a snippet is cut around the first place, and no character in two", () => {
  const { snippet } = loadSearch();
  const written = (...given) => snippet(...given).map((node) => node.name ? `[${node.textContent}]` : node).join("");
  assert.equal(written("一二三四五六七八九十", [[4, 6]], 2), "……三四[五六]七八……");
  assert.equal(written("一二三", [], 5), "一二三");
  assert.equal(written("一二三四五六", [[0, 1], [5, 6]], 1), "[一]二三……");
  assert.equal(written("一𠮷三四五六七八", [[3, 4]], 1), "……𠮷[三]……");
});
