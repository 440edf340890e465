// Runs before the first paint: marks that scripts work and applies the reader's choice of colours.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  var scheme = null;
  try { scheme = localStorage.getItem("gongbao.scheme"); } catch (error) { /* storage may be forbidden */ }
  if (scheme === "dark" || scheme === "light") {
    document.getElementById("dark").media = scheme === "dark" ? "screen" : "not all";
  }
})();
