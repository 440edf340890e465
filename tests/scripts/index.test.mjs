// What the search finds in the index of a real archive, beside what Python knows of that archive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, loadIndex, plain } from "./load.mjs";

const { documents, queries, known } = cases.archive;
const ids = documents.map((document) => document.id);

test("the documents have their ids, facets, days and numbers", async () => {
  const search = loadIndex();
  const manifest = await search.manifest();
  const { facets, dates, terms } = await search.columns();
  const { prefixes, years, serials } = await search.numbers();
  const read = ids.map((_, at) => ({
    id: search.idOf(manifest, at), day: dates[at], terms: plain(terms.map((days) => days[at])),
    number: [prefixes[at], years[at], serials[at]],
    facets: plain(Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, values[at]])))
  }));
  assert.deepEqual(read, documents);
});

test("a document has its address, and its pieces hold its title", async () => {
  const search = loadIndex();
  const address = await search.addressOf(0);
  assert.equal(address.href, `https://example.org/site/archive/${ids[0]}/`);
  const columns = await search.columns();
  for (const at of ids.keys()) {
    const numbers = Array.from({ length: search.piecesOf(columns, at) }, (_, number) => number);
    const pieces = await Promise.all(numbers.map((number) => search.piece(at, number)));
    assert.deepEqual(new Set(pieces.map((piece) => piece.title)), new Set([cases.archive.titles[at]]));
    const length = pieces.flatMap((piece) => piece.parts).reduce((sum, part) => sum + part[2].length, 0);
    assert.ok(length < 3 * search.lengthOf(columns, at) && search.lengthOf(columns, at) < 3 * length + 200, ids[at]);
  }
});

test("a query finds what a scan of all texts finds", async () => {
  const search = loadIndex();
  for (const [query, strict, loose] of queries) {
    const result = await search.find(query);
    assert.ok(result.exact, query);
    const isStrict = result.order.map((item) => search.isStrict(result, item.document));
    assert.deepEqual(plain(isStrict), plain(isStrict).sort().reverse(), query);
    const order = result.order.map((item) => ids[item.document]);
    const found = [true, false].map((wanted) => plain(order.filter((_, at) => isStrict[at] === wanted)).sort());
    if (result.query.isNumber) { // which is looked for as documents print it, however it is typed
      assert.deepEqual(found.flat().sort(), [...strict, ...loose].sort(), query);
    } else {
      assert.deepEqual(found, [strict, loose], query);
    }
  }
});

test("results are in the order of the archive where nothing else decides, however the index is cut", async () => {
  const search = loadIndex(), whole = loadIndex(process.env.GONGBAO_WHOLE);
  const shown = ({ order }) => plain(order);
  for (const query of [...queries.map(([text]) => text), ...known.map(([text]) => text), "通知 工作", "人民|政府"]) {
    assert.deepEqual(shown(await search.find(query)), shown(await whole.find(query)), query);
    assert.deepEqual(plain(await search.suggest(query, 6)), plain(await whole.suggest(query, 6)), query);
    assert.deepEqual(plain(await search.findNear(query)), plain(await whole.findNear(query)), query);
  }
});

test("a gram is looked up only in ranges that have a document within", async () => {
  const search = loadIndex();
  const { ranges } = await search.manifest();
  const all = await search.lookUp("通知");
  for (const range of ranges) {
    const within = new Uint8Array(ids.length);
    for (const place of range.documents) { if (place >= 0) { within[place] = 4; } }
    const expected = all.map((mask, place) => within[place] ? mask : 0);
    assert.deepEqual(Array.from(await search.lookUp("通知", within)), Array.from(expected));
  }
});

test("the document that is meant comes first", async () => {
  const search = loadIndex();
  for (const [query, id] of known) {
    const result = await search.find(query);
    assert.equal(ids[result.order[0]?.document], id, query);
  }
});

test("a file that did not come is asked for again", async () => {
  const search = loadIndex();
  const read = search.learn;
  search.learn = () => { throw new Error("broken"); };
  await assert.rejects(search.manifest());
  search.learn = read;
  assert.equal((await search.manifest()).documents, ids.length);
});
