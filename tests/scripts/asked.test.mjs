// How a query is read that has dates, numbers in words, or phrases.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findIn } from "./archive.mjs";
import { loadSearch, plain } from "./load.mjs";

test("a date is no number that has the same figures", async () => {
  const documents = [
    { title: "甲", text: "依据乙政发〔1999〕110号、〔1999〕1号文件" }, { title: "丙", text: "1999年1月10日" },
    { title: "丁", text: "自1999.1.10起" }, { title: "戊", text: "戊", date: "1999-01-10" }
  ];
  assert.deepEqual(await findIn(documents, "1999-01-10"), [3, 1, 2]);
  assert.deepEqual(await findIn(documents, "1999年1月"), [3, 1, 2]);
  assert.deepEqual(await findIn(documents, "〔1999〕1"), [0, 2]);
});

test("a phrase is one of the words of a query", () => {
  const search = loadSearch();
  assert.deepEqual(plain(search.tokens(" 甲 \"乙 丙\"  -“丁 戊” 己")), ["甲", "\"乙 丙\"", "-“丁 戊”", "己"]);
  assert.deepEqual(plain(search.tokens("甲\"乙 丙\"")), ["甲\"乙", "丙\""]);
});

test("figures one by one are no number with tens", () => {
  const search = loadSearch();
  assert.deepEqual(plain(search.otherNumerals("十三五")), []);
  assert.deepEqual(plain(search.otherNumerals("第十三条")), ["第13条"]);
});
