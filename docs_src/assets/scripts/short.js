// The page for what is not found leads from a short address by number, n/…/2021/3/, to the document: a file for each
// prefix says where each of its numbers leads (generator/export/short_files.py).
(() => {
  "use strict";
  const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
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

  /** The short address that this page was asked for. */
  function asked() {
    const isBelow = location.pathname.startsWith(ROOT.pathname);
    return isBelow ? readShort(location.pathname.slice(ROOT.pathname.length)) : null;
  }

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

  const short = asked();
  if (why && short) { lead(why, short); }
})();
