// What zlib deflates, in whatever blocks, is made whole again; what is torn is an error.
import assert from "node:assert/strict";
import { test } from "node:test";
import zlib from "node:zlib";
import { loadSearch } from "./load.mjs";

const search = loadSearch();
const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = zlib.constants;

/** Bytes that follow from a number, some of them often. */
function noise(length, seed) {
  let state = seed;
  return Buffer.from(Array.from({ length }, () => {
    state = Math.imul(state, 1103515245) + 12345 >>> 0;
    return (state >>> 16) % (1 + (state >>> 8) % 256);
  }));
}

const TEXTS = [
  Buffer.from(""), Buffer.from("甲"), Buffer.from("a".repeat(300)), Buffer.from("通知".repeat(40000)),
  Buffer.from("人民政府关于加强农村公路管理养护工作的通知。".repeat(30)), noise(1, 3), noise(70000, 7),
  Buffer.concat([noise(33000, 1), noise(33000, 1)]), Buffer.concat([noise(300, 5), Buffer.alloc(32000), noise(300, 5)])
];

for (const strategy of [Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE]) {
  for (const level of [0, 1, 6, 9]) {
    test(`with strategy ${strategy} and level ${level} every text comes back`, () => {
      for (const text of TEXTS) {
        const made = search.inflate(zlib.deflateRawSync(text, { level, strategy }));
        assert.ok(Buffer.from(made).equals(text), `${text.length} bytes`);
      }
    });
  }
}

test("blocks follow each other, and what follows the last is left alone", () => {
  const packed = TEXTS.map((text) => zlib.deflateRawSync(text, { finishFlush: zlib.constants.Z_FULL_FLUSH }));
  const made = Buffer.concat([...packed, zlib.deflateRawSync(Buffer.from("末")), Buffer.from("   ")]);
  assert.ok(Buffer.from(search.inflate(made)).equals(Buffer.concat([...TEXTS, Buffer.from("末")])));
});

test("what breaks off is an error wherever it does", () => {
  const whole = zlib.deflateRawSync(TEXTS[4]);
  for (let end = 0; end < whole.length; end += 1) {
    assert.throws(() => search.inflate(whole.subarray(0, end)), { name: "RangeError" });
  }
});

for (const [what, bytes] of [
  ["a kind of block that there is not", [7]],
  ["a stored block of another length", [1, 2, 0, 0, 0]],
  ["a distance from before the beginning", [3, 2, 0]],
  ["a length that there is not", [0x1b, 3, 0]],
  ["codes of no symbol", [5, 0, 0, 0, 0, 0, 0, 0]]
]) {
  test(`${what} is an error`, () => { assert.throws(() => search.inflate(Uint8Array.from(bytes))); });
}
