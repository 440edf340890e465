// The page for what is not found leads from a short address by number, n/…/2021/3/, to the document: a file for each
// prefix says where each of its numbers leads (generator/export/short_files.py). Of an address in the archive it shows
// the nearest page above, and leads there where a page has become a part of that.
(() => {
  "use strict";
  const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const STEPS = 4;
  const JOINED = new RegExp(`^archive/(?:${[
    ".+/(?:source/\\d+|quality)",
    "cited/(?:[\\da-f]{2}|[a-z]{4,})",
    "numbers/holdings/[^/]+",
    "(?:numbers|issuers|kinds|columns|topics|years)/[^/]+/(?:\\d\\d|\\d{4}|\\d{4}-\\d{4}|undated)(?:-\\d+)?",
  ].join("|")})/?$`);
  const REPORT = /\/quality\/?$/;
  const CITED = /^archive\/cited\/(?:([\da-f]{2})|(c-([\da-f]{2})[\da-f]{8})(?:\/.*)?)\/?$/;
  const SHELF = 16; // of the 256 pairs of figures that ids begin with
  const why = document.getElementById("why");

  /** The parts of the short address that a path below the root of the site is, or null. @param {string} path */
  function readShort(path) {
    let plain;
    try { plain = decodeURIComponent(path); } catch { return null; }
    const parts = /^n\/([^/]+)\/(\d{4})\/0*(\d+)\/?$/.exec(plain);
    return parts && { prefix: parts[1], year: parts[2], serial: parts[3] };
  }

  /** Where each number of a prefix leads, by year and serial number. @param {string} prefix */
  async function load(prefix) {
    const answer = await fetch(new URL(`n/${encodeURIComponent(prefix)}.json`, ROOT));
    if (answer.status === 404) { return {}; }
    if (!answer.ok) { throw new Error(prefix); }
    return answer.json();
  }

  /** The path below the root of the site that this page was asked for, as it is encoded. */
  const asked = location.pathname.startsWith(ROOT.pathname) ? location.pathname.slice(ROOT.pathname.length) : "";

  /** Where a short address leads; nowhere but here would be a circle. @param {Short} short */
  async function goalOf({ prefix, year, serial }) {
    const address = (await load(prefix))[year]?.[serial];
    const goal = address ? new URL(address + location.hash, ROOT) : null;
    return goal && goal.pathname !== location.pathname ? goal : null;
  }

  /** Lead to what has a number, or say that nothing has. @param {HTMLElement} place @param {Short} short */
  async function lead(place, short) {
    const { looking = "", none = "", number = "" } = place.dataset;
    const written = number.replace(/\{(prefix|year|serial)\}/g, (_, name) => short[/** @type {keyof Short} */ (name)]);
    const before = place.textContent;
    place.textContent = looking.replace("{number}", written);
    try {
      const goal = await goalOf(short);
      if (goal) { location.replace(goal); } else { place.textContent = none.replace("{number}", written); }
    } catch {
      place.textContent = before;
    }
  }

  /** The page at an address, with that; null where none is.
   * @param {string} path @param {string} hash @returns {Promise<{ address: URL, page: Document } | null>} */
  async function pageAt(path, hash = location.hash) {
    const address = new URL(path, ROOT);
    const answer = await fetch(address);
    if (!answer.ok) { return null; }
    address.hash = hash;
    return { address, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
  }

  /** The nearest page above a path, asked for one after the other.
   * @param {string[]} parts @param {number} steps @returns {ReturnType<typeof pageAt>} */
  async function nearest(parts, steps) {
    if (!parts.length || !steps) { return null; }
    return await pageAt(`${parts.join("/")}/`) || nearest(parts.slice(0, -1), steps - 1);
  }

  /** The page with the rows of a page of cited documents, or with the row of one that had a page of its own. */
  function joinedRows() {
    const [, pair, id, begin] = CITED.exec(asked) || [];
    const figures = pair || begin;
    if (!figures) { return Promise.resolve(null); }
    const number = parseInt(figures, 16);
    const shelf = (number - number % SHELF).toString(16).padStart(2, "0");
    return shelf === pair ? Promise.resolve(null) : rowsAt(`archive/cited/${shelf}/`, id);
  }

  /** The page at an address; null where it is to have a row and has none.
   * @param {string} path @param {string | undefined} id @returns {ReturnType<typeof pageAt>} */
  async function rowsAt(path, id) {
    const found = await pageAt(path, id && `#${id}`);
    return found && id && !found.page.getElementById(id) ? null : found;
  }

  /** Whether what was asked for is now a part of the page right above it. @param {URL} above @param {string[]} parts */
  function isJoinedTo(above, parts) {
    return JOINED.test(asked) && above.pathname === new URL(`${parts.join("/")}/`, ROOT).pathname;
  }

  /** Lead to an address, of a report to its section. @param {URL} address */
  function leadOn(address) {
    if (REPORT.test(asked) && !address.hash) { address.hash = "quality"; }
    location.replace(address);
  }

  /** Say which page is above, or lead there from what was joined to it. @param {HTMLElement} place */
  async function climb(place) {
    const { joined = "", above = "" } = place.dataset;
    const parts = asked.split("/").filter((part) => part).slice(0, -1);
    const rows = await joinedRows();
    const found = rows || await nearest(parts, STEPS);
    if (!found) { return; }
    const { address, page } = found;
    if (rows || isJoinedTo(address, parts)) {
      place.textContent = joined;
      leadOn(address);
      return;
    }
    const link = document.createElement("a");
    link.href = address.href;
    link.textContent = page.querySelector("h1")?.textContent || address.pathname;
    place.textContent = above;
    place.append(link);
  }

  const short = readShort(asked);
  if (why && short) { lead(why, short); }
  if (why && asked.startsWith("archive/")) { climb(why).catch(() => {}); }
})();
