// What is found as it is typed, and what is found but for punctuation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSearch, plain } from "./load.mjs";
import { archive } from "./archive.mjs";

test("a line holds a word as typed, or but for punctuation", () => {
  const { holds, holdsAsTyped } = loadSearch();
  const word = { typed: "营商·环境", text: "营商环境", isExact: false };
  for (const [line, asTyped, either] of [
    ["优化营商，环境", true, true], ["优化营商环境", false, true], ["营商的环境", false, false], ["营商\u001e环境", false, false]
  ]) {
    assert.deepEqual([holdsAsTyped(line, word), holds(line, word)], [asTyped, either], line);
    assert.equal(holds(line, { ...word, isExact: true }), asTyped, line);
  }
});

test("what is found as typed comes first, and the rest is known as such", async () => {
  const documents = [
    { title: "甲", text: "推进“放管服”改革" }, { title: "“放管服”改革", text: "乙" }, { title: "乙", text: "放管服改革。放管。服改" },
    { title: "丙", text: "放管。服改。服改革" }, { title: "丁", text: "管服改。放管服，改。革" }
  ];
  for (const [query, found, strict] of [
    ["放管服改革", [2, 1, 0, 4], 1], ["“放管服”改革", [1, 0, 2, 4], 2], ["\"放管服改革\"", [2], 1], ["服改", [2, 3, 4, 1, 0], 3],
    ["改革", [1, 2, 0, 3, 4], 4], ["\"改革\"", [1, 2, 0, 3], 4], ["放管服改革 -乙", [0, 4], 0], ["放管服改革|丁", [4, 1, 2, 0], 2],
    ["\"放管服，改革\"", [1, 0], 2]
  ]) {
    for (const proven of [200, 0]) {
      const search = archive(documents, { proven });
      const result = await search.find(query);
      await search.prove(result, result.order.map((item) => item.document), () => true);
      search.leaveOut(result);
      const order = result.order.map((item) => item.document);
      assert.deepEqual(plain(order).sort(), [...found].sort(), query);
      assert.equal(order.filter((document) => search.isStrict(result, document)).length, strict, query);
      assert.ok(order.slice(0, strict).every((document) => search.isStrict(result, document)), query);
    }
  }
});
