// Runs before the first paint: marks that scripts work and applies what the reader chose on an earlier page.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  /** What is stored under a name, null when nothing is or storage is forbidden. */
  function stored(name) {
    try { return localStorage.getItem("gongbao." + name); } catch (error) { return null; }
  }

  var scheme = stored("scheme");
  if (stored("marks") === "on") { root.classList.add("marks"); }
  var dark = document.getElementById("dark"); // none where a site has one scheme only
  if (dark && (scheme === "dark" || scheme === "light")) {
    dark.media = scheme === "dark" ? "screen" : "not all";
  }
  // Each choice of reader.js is an attribute of the root that reader.css knows: data-size="large" …
  new URLSearchParams(stored("reading") || "").forEach(function (value, name) {
    if (/^[a-z]+$/.test(name)) { root.dataset[name] = value; }
  });
})();
