// Runs before the first paint: marks that scripts work and applies what the reader chose: colours, marks of the notes.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  var scheme = null;
  var marks = null;
  try {
    scheme = localStorage.getItem("gongbao.scheme");
    marks = localStorage.getItem("gongbao.marks");
  } catch (error) { /* storage may be forbidden */ }
  if (marks === "on") { root.classList.add("marks"); }
  if (scheme === "dark" || scheme === "light") {
    document.getElementById("dark").media = scheme === "dark" ? "screen" : "not all";
  }
})();
