// Leads from the number of a line to the page of a long source that has it: pages had fewer lines once.
(() => {
  "use strict";
  const asked = Number((/^#L(\d+)$/.exec(location.hash) || [])[1]);
  const lines = /** @type {HTMLOListElement | null} */ (document.querySelector(".source-text"));
  if (!asked || !lines || document.getElementById(`L${asked}`)) { return; }
  let last = lines.start <= asked ? lines.start : 0;
  let goal = "";
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".pages a"))) {
    const first = Number((link.textContent || "").replace(/\D/g, "")); // the link to the next page has no number
    if (first <= asked && first > last) { [last, goal] = [first, link.href]; }
  }
  if (goal) { location.replace(goal + location.hash); }
})();
