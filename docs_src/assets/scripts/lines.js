// Leads from the number of a line to the page of a long source that has it: pages had fewer lines once.
(() => {
  "use strict";

  /** The address of the page that has a line, behind the first line of this one; empty where this one has it.
   * @param {number} asked @param {number} start */
  function pageOf(asked, start) {
    let last = start <= asked ? start : 0;
    let goal = "";
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".pages a"))) {
      const first = Number((link.textContent || "").replace(/\D/g, "")); // the link to the next page has no number
      if (first <= asked && first > last) { [last, goal] = [first, link.href]; }
    }
    return goal;
  }

  const asked = Number((/^#L(\d+)$/.exec(location.hash) || [])[1]);
  const lines = /** @type {HTMLOListElement | null} */ (document.querySelector(".source-text"));
  if (!asked || !lines || document.getElementById(`L${asked}`)) { return; }
  const goal = pageOf(asked, lines.start);
  if (goal) { location.replace(goal + location.hash); }
})();
