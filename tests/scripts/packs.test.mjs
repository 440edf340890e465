// How texts and shards come out of packs: by parts, from a server that gives none, and from a disk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, cases, givePart, loadIndex, plain } from "./load.mjs";

const { queries, known } = cases.archive;
const ASKED = [...queries.slice(0, 30), ...known.slice(0, 10)].map(([query]) => query);

/** What some queries find, and the first piece of each document found. */
async function readAll(search) {
  const read = [];
  for (const query of ASKED) {
    const { order } = await search.find(query);
    const pieces = await Promise.all(order.slice(0, 5).map(({ document }) => search.piece(document, 0)));
    read.push([query, order, pieces]);
  }
  return plain(read);
}

test("a server that gives no parts serves as well, and is asked for each pack once", async () => {
  const parts = [], wholes = [];
  const byParts = await readAll(loadIndex(undefined, (data, from, until, address) => {
    parts.push(address);
    assert.ok(until <= data.length, address);
    return givePart(data, from, until);
  }));
  const whole = await readAll(loadIndex(undefined, (data, from, until, address) => {
    wholes.push(address);
    return answer(200, data);
  }));
  assert.deepEqual(whole, byParts);
  const packs = new Set(parts);
  assert.deepEqual(new Set(wholes), packs);
  assert.ok(parts.length > packs.size);
});

test("of answers with a whole pack that come together one is read", async () => {
  let given = 0, read = 0;
  const search = loadIndex(undefined, (data) => {
    given += 1;
    return { ...answer(200, data), arrayBuffer: async () => {
      read += 1;
      return new Uint8Array(data).buffer;
    } };
  });
  await search.manifest();
  const columns = await search.columns();
  const long = columns.sizes.findIndex((_, document) => search.piecesOf(columns, document) === 6);
  await Promise.all([search.piece(long, 0), search.piece(long, 5)]);
  assert.ok(given >= read && read === 1);
});

test("a site that is read from a disk runs whole packs", async () => {
  const asked = () => { throw new Error("asked"); };
  assert.deepEqual(await readAll(loadIndex(undefined, asked, "file:")), await readAll(loadIndex()));
});

test("pieces that are side by side come with one request, and none comes twice", async () => {
  const asked = [];
  const search = loadIndex(undefined, (data, from, until, address) => {
    asked.push(address);
    return givePart(data, from, until);
  });
  const columns = await search.columns();
  const long = columns.sizes.findIndex((_, document) => search.piecesOf(columns, document) === 6);
  const pieces = await Promise.all([2, 0, 1, 5, 4, 3].map((number) => search.piece(long, number)));
  assert.equal(new Set(pieces.map(({ parts }) => JSON.stringify(parts))).size, 6);
  assert.equal(asked.length, 2); // the directory, and all pieces
  await search.piece(long, 3);
  assert.equal(asked.length, 2);
});

for (const [what, torn] of [
  ["is not there any more", () => answer(404, [])],
  ["is too short for what is asked for", () => answer(416, [])],
  ["is another one", (data, from, until) => answer(206, Buffer.from(" ".repeat(until - from)))],
  ["is a page instead", () => answer(200, Buffer.from("<!doctype html><title>x</title>"))],
  ["breaks off", (data, from, until) => answer(206, data.subarray(from, until - 70))],
  ["comes from elsewhere in it", (data, from, until) => answer(206, data.subarray(from + 64, until + 64))]
]) {
  test(`a pack that ${what} is an error, and is asked for again`, async () => {
    let isTorn = true;
    const search = loadIndex(undefined, (...asked) => isTorn ? torn(...asked) : givePart(...asked));
    await assert.rejects(search.piece(0, 0));
    await assert.rejects(search.find("通知"));
    isTorn = what.endsWith("page instead");
    if (isTorn) { return; }
    assert.ok((await search.piece(0, 0)).title);
    assert.ok((await search.find("通知")).order.length);
  });
}
