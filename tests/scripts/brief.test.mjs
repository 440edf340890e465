// What the search finds in an index over several archives, which has no texts and leads to where the documents are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, loadIndex, plain } from "./load.mjs";

const { documents, queries } = cases.joint;
const loadJoint = () => loadIndex(process.env.GONGBAO_JOINT);

/** The ids of what a query finds. */
async function idsOf(search, query) {
  const manifest = await search.manifest();
  const { order } = await search.find(query);
  return order.map((item) => search.idOf(manifest, item.document));
}

test("a document is led to at its permanent address in its archive", async () => {
  const search = loadJoint();
  const manifest = await search.manifest();
  assert.equal(manifest.documents, documents.length);
  for (const [at, { id, address }] of documents.entries()) {
    assert.equal(search.idOf(manifest, at), id);
    assert.equal((await search.addressOf(at)).href, new URL(address, "https://example.org/site/").href);
  }
});

test("a document has its title, its number and a line that names its issuers", async () => {
  const search = loadJoint();
  for (const [at, { title, number, lines }] of documents.entries()) {
    assert.deepEqual(plain(await search.piece(at, 0)), { title, number, parts: [["", "", lines]] });
  }
});

test("a query finds in all archives what a scan of titles, numbers and issuers finds", async () => {
  const search = loadJoint();
  for (const [query, found] of queries) {
    const result = await search.find(query);
    assert.ok(result.exact, query);
    const manifest = await search.manifest();
    const order = result.order.map((item) => item.document).filter((document) => search.isStrict(result, document));
    const isNumbered = (document) => result.numbered.has(document) && !found.includes(search.idOf(manifest, document));
    const ids = order.filter((document) => !isNumbered(document)).map((document) => search.idOf(manifest, document));
    assert.deepEqual(plain(ids).sort(), found, query);
  }
});

test("a number that two archives have is found in both, before all others", async () => {
  const search = loadJoint();
  const numbers = documents.filter(({ number }) => number.includes("〔")).map(({ number }) => number);
  const shared = numbers.filter((number, at) => numbers.indexOf(number) < at);
  assert.ok(shared.length);
  for (const number of new Set(shared)) {
    const wanted = documents.filter((document) => document.number === number).map(({ id }) => id);
    assert.deepEqual(plain((await idsOf(search, number)).slice(0, wanted.length)).sort(), wanted.sort(), number);
  }
});

test("results can be filtered by what an archive's own search filters by", async () => {
  const search = loadJoint();
  const { facets } = await search.columns();
  for (const [at, document] of documents.entries()) {
    assert.deepEqual([facets.gazette[at], facets.region[at]], [document.gazette, document.region]);
  }
  assert.ok(facets.issuer.some(Boolean) && facets.year.every((year) => /^\d{4}$/.test(year)));
});

test("a word that is nowhere is in no title, number or issuer; nothing is said of texts", async () => {
  const textOf = (thing) => thing.textContent ?? thing;
  const said = async (search, text) => (await search.help(text)).elements.map(textOf).join("");
  const words = "没有文件的标题、文号或发文机关含有“绿鲸”。";
  assert.ok((await said(loadJoint(), "绿鲸")).startsWith(words));
  assert.ok((await said(loadJoint(), "绿鲸 通知")).startsWith(words));
  assert.ok((await said(loadIndex(), "绿鲸")).startsWith("没有文件含有“绿鲸”。"));
});

/** The heading of the filter by validity. */
async function headingOf(search) {
  const state = search.readState("https://example.org/site/search/");
  state.chosen.status = ["none"];
  const result = { ...await search.find("通知"), columns: await search.columns() };
  const shown = [];
  search.showFacets({ replaceChildren: (...sets) => shown.push(...sets), append() {} }, state, result, () => {});
  const headings = shown.map((set) => set.children[0].textContent);
  return headings.find((heading) => heading.startsWith("时效"));
}

test("validity is judged from what each archive holds", async () => {
  assert.equal(await headingOf(loadJoint()), "时效（依各文库所收公报判断）");
  assert.equal(await headingOf(loadIndex()), "时效（依本库所收各公报判断）");
});
