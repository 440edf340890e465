// Loads scripts of the site as a page does, into a context of their own; the page is there, and has nothing on it.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const SCRIPTS = new URL("../../docs_src/assets/scripts/", import.meta.url);
const PAGE = ["early.js", "words/zh.js", "page.js"];
const SEARCH = ["words/zh-search.js", "shared.js", "search-fold.js", "search-inflate.js", "search-load.js",
  "search-codes.js", "search-data.js", "search-asked.js", "search-prove.js", "search-find.js", "search-mark.js",
  "search-facets.js", "search-tools.js", "search-items.js", "search-hints.js", "search-near.js", "search-ways.js"];

/** An element that keeps its attributes and children, and nothing else. */
class Thing {
  constructor(name) { Object.assign(this, { name, attributes: {}, children: [], dataset: {}, textContent: "" }); }
  setAttribute(name, value) { this.attributes[name] = value; }
  append(...children) {
    this.children.push(...children);
    this.textContent = this.children.map((child) => child.textContent ?? child).join("");
  }
  addEventListener(name, act) { this.heard = { ...this.heard, [name]: act }; }
  querySelector() { return null; }
  remove() {}
}

function makeDocument(folder, elements, lang) {
  const root = { lang, classList: { add() {}, contains: () => false }, dataset: {} };
  return {
    currentScript: { src: folder }, documentElement: root, title: "", head: new Thing("head"),
    createElement: (name) => new Thing(name), getElementById: (id) => elements[id] ?? null,
    querySelector: () => null, querySelectorAll: () => [], addEventListener() {}
  };
}

/** The window of a page in a language after some scripts, with what was stored before and elements that have an id. */
export function load(names, stored = {}, elements = {}, lang = "zh-Hans") {
  const kept = new Map(Object.entries(stored));
  const localStorage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) };
  const document = makeDocument("https://example.org/site/assets/scripts/page.js", elements, lang);
  const window = vm.createContext({
    document, localStorage, URL, URLSearchParams, TextDecoder, setTimeout,
    location: { href: "https://example.org/site/", search: "", hash: "" }, addEventListener() {}
  });
  window.window = window;
  for (const filename of names) {
    vm.runInContext(readFileSync(new URL(filename, SCRIPTS), "utf8"), window, { filename });
  }
  return window;
}

/** What the scripts of pages share. */
export const loadTools = (...names) => load([...PAGE, "shared.js", ...names]).gongbaoTools;

/** What the scripts of the search share. */
export const loadSearch = () => load([...PAGE, ...SEARCH]).gongbaoSearch;

/** A value of a context as one of this program, which compares by the classes of its own. */
export const plain = (value) => JSON.parse(JSON.stringify(value));

/** An answer of a server. */
export const answer = (status, bytes) =>
  ({ status, arrayBuffer: async () => new Uint8Array(bytes).buffer, body: { cancel() {} } });

/** What a server answers that gives parts of files, given the bytes of a file and those that are asked for. */
export const givePart = (data, from, until) => answer(206, data.subarray(from, until));

/**
 * The search over the files of a real index, which it loads as a page does; `ask` answers a request for a part, given
 * the bytes of the file, those that are asked for and its address.
 */
export function loadIndex(folder = process.env.GONGBAO_INDEX, ask = givePart, protocol = "https:") {
  const window = load([...PAGE, ...SEARCH]);
  window.gongbaoTools.load = async () => []; // all are there
  const found = new URL(`file://${folder}/`);
  const read = (address) => readFileSync(new URL(address.replace("https://example.org/site/", ""), found));
  window.location.protocol = protocol;
  window.document.head.append = (script) => {
    const data = read(script.src);
    const text = script.attributes.charset === "x-user-defined"
      ? data.toString("latin1").replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(0xF700 + byte.charCodeAt(0)))
      : data.toString();
    vm.runInContext(text, window, { filename: script.src });
    script.heard.load();
  };
  window.fetch = async (address, { headers }) => {
    const [from, last] = headers.Range.replace("bytes=", "").split("-").map(Number);
    return ask(read(address), from, last + 1, address);
  };
  return window.gongbaoSearch;
}

/** What the program in Python gives for the same input; tests/scripts/test_units.py writes it. */
export const cases = JSON.parse(readFileSync(process.env.GONGBAO_CASES, "utf8"));
