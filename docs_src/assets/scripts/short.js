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

  /** Lead to what has a number, or say that nothing has. @param {HTMLElement} place */
  async function lead(place) {
    const short = location.pathname.startsWith(ROOT.pathname)
      ? readShort(location.pathname.slice(ROOT.pathname.length)) : null;
    if (!short) { return; }
    const { looking = "", none = "", number = "" } = place.dataset;
    const written = number.replace("{prefix}", short.prefix).replace("{year}", short.year).replace("{serial}", short.serial);
    const before = place.textContent;
    place.textContent = looking.replace("{number}", written);
    try {
      const address = (await load(short.prefix))[short.year]?.[short.serial];
      const goal = address ? new URL(address + location.hash, ROOT) : null;
      if (goal && goal.pathname !== location.pathname) { location.replace(goal); } else {
        place.textContent = none.replace("{number}", written);
      }
    } catch {
      place.textContent = before;
    }
  }

  if (why) { lead(why); }
})();
