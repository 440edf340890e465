// A small archive in the memory: what search-data.js reads from the files of an index, made of texts as that is.
import { loadSearch } from "./load.mjs";

const TITLE = 1, HEADING = 2, FIRST_ZONE = 4;

/** The zones of a document in which a gram is: all of the body is one zone here. */
function zonesOf(search, { title, number = "", headings = [], text }, gram) {
  const holds = (part) => {
    const plain = `·${search.fold(part)}·`.replace(/·+/g, "·");
    return gram.endsWith("¶") ? plain.includes(gram[0]) : plain.includes(gram);
  };
  const head = (holds(title) || holds(number) ? TITLE : 0) | (headings.some(holds) ? HEADING : 0);
  return head | (holds(text) ? FIRST_ZONE : 0);
}

const dayOf = (search, { date = "" }) => search.dayNumber(date);

/** The search over some documents; `variants` are taught only when all are asked for, `proven` is the manifest's. */
export function archive(documents, { variants = ["", ""], proven = 200 } = {}) {
  const search = loadSearch();
  const parts = documents.map(({ number = "" }) => search.readNumber(number) || { prefix: "", year: 0, serial: 0 });
  const prefixes = documents.map(({ number = "" }) => number.split("〔")[0]);
  const simplified = Array.from(variants[1]);
  return Object.assign(search, {
    manifest: async () => ({ documents: documents.length, proven }),
    lookUp: async (gram) => Uint8Array.from(documents, (document) => zonesOf(search, document, gram)),
    columns: async () => ({
      facets: {}, day: "", dates: documents.map((document) => dayOf(search, document)), sizes: documents.map(() => 16)
    }),
    numbers: async () => (
      { prefixes, years: parts.map((part) => part.year), serials: parts.map((part) => part.serial) }
    ),
    piece: async (document) => {
      const { title, number = "", headings = [], text } = documents[document];
      return { title, number, parts: [["", "", [...headings, text].join("\n")]] };
    },
    learnAll: async () => search.learn(Array.from(variants[0], (character, at) => character + simplified[at]).join(""))
  });
}

/** What is found in some documents, by their places. */
export async function findIn(documents, text, more) {
  const { order } = await archive(documents, more).find(text);
  return Array.from(order, (item) => item.document);
}
