// Runs before the first paint: marks that scripts work and applies what the reader chose on an earlier page.
(() => {
  "use strict";
  const root = document.documentElement;
  const tools = window.gongbaoTools = /** @type {Tools} */ ({
    stored(name) {
      try { return localStorage.getItem(`gongbao.${name}`); } catch { return null; }
    },
    store(name, value) {
      try { localStorage.setItem(`gongbao.${name}`, value); } catch { /* forbidden: it is not remembered */ }
    }
  });
  const scheme = tools.stored("scheme");
  const dark = /** @type {HTMLLinkElement | null} */ (document.getElementById("dark"));

  root.classList.add("js");
  if (tools.stored("marks") === "on") { root.classList.add("marks"); }
  if (dark && (scheme === "dark" || scheme === "light")) { dark.media = scheme === "dark" ? "screen" : "not all"; }
  // Each choice of reader.js is an attribute of the root that reader.css knows: data-size="large" …
  for (const [name, value] of new URLSearchParams(tools.stored("reading") || "")) {
    if (/^[a-z]+$/.test(name)) { root.dataset[name] = value; }
  }
})();
