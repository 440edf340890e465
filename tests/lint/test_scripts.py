"""The rules of `oxlintrc.json` find what they are for, and pass what the scripts of the site are made of."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

OXLINT = Path(sys.executable).with_name("oxlint")
CONFIG = Path(__file__).with_name("oxlintrc.json")

pytestmark = pytest.mark.skipif(not OXLINT.exists(), reason="has no wheel for this machine")

WRONG = {
    "no-undef": "use(unknown);",
    "no-unused-vars": "function idle() {}",
    "no-redeclare": "var one = 1; var one = 2; use(one);",
    "no-shadow": "const one = 1; use(function (one) { return one; }, one);",
    "no-use-before-define": "use(one); const one = 1;",
    "no-implicit-globals": "leak = 1;",
    "no-param-reassign": "use(function (one) { one = 1; return one; });",
    "no-loop-func": "for (var at = 0; at < 9; at += 1) { use(function () { return at; }); }",
    "no-const-assign": "const one = 1; one = 2; use(one);",
    "no-dupe-keys": "use({ one: 1, one: 2 });",
    "no-duplicate-case": "switch (use()) { case 1: use(1); break; case 1: use(2); break; }",
    "no-unreachable": "use(function () { return 1; use(2); });",
    "array-callback-return": "use([].map(function (one) { use(one); }));",
    "no-else-return": "use(function (one) { if (one) { return 1; } else { return 2; } });",
    "no-empty": "if (use()) {}",
    "no-fallthrough": "switch (use()) { case 1: use(1); case 2: use(2); }",
    "no-promise-executor-return": "use(new Promise(function (done) { return done(); }));",
    "no-self-compare": "const one = use(); use(one === one);",
    "no-throw-literal": "throw 'text';",
    "no-unreachable-loop": "for (const one of use()) { use(one); break; }",
    "no-useless-assignment": "let one = 1; use(one); one = 2;",
    "no-useless-return": "use(function () { use(); return; });",
    "prefer-promise-reject-errors": "use(Promise.reject('text'));",
    "require-await": "use(async function () { use(); });",
    "curly": "if (use()) use();",
    "eqeqeq": "use(use() == 1);",
    "no-alert": "alert('text');",
    "no-console": "console.log('text');",
    "radix": "use(parseInt('1'));",
    "complexity": f"use(function () {{ return use() {'|| use() ' * 10}; }});",
    "max-depth": f"{'if (use()) { ' * 5}use(); {'}' * 5}",
    "max-lines": "use();\n" * 401,
    "max-params": "use(function (a, b, c, d, e, f) { return [a, b, c, d, e, f]; });",
    "no-eval": "eval('text');",
    "no-implied-eval": "setTimeout('use()', 1);",
    "no-new-func": "use(new Function('text'));",
    "no-script-url": "location.href = 'javascript:use()';",
    "no-restricted-properties": "document.body.innerHTML = use();",
    "no-var": "var one = 1; use(one);",
    "prefer-const": "let one = 1; use(one);",
}
"""A script for each rule; `use` is declared."""

RIGHT = """
// What the pages' scripts and those of search are made of.
(function () {
  "use strict";
  const names = new Map();
  function* each(text) { for (let at = 0; at < text.length; at += 1) { yield later(text[at]); } }
  function later(one) { return (one & 3) - 1 || one?.length; }
  function stored(name) {
    try { return localStorage.getItem(name); } catch (error) { return null; }
  }
  window.example = window.example || { names, all: Array.from(each(stored("x") || "")).sort() };
  window.example.load = async function (path) { return (await fetch(path)).json(); };
  document.body.insertAdjacentElement("beforeend", document.createElement("p"));
})();
"""


def found(folder: Path, text: str) -> list[str]:
    """The rules that a script breaks."""
    script = folder / "search-example.js"
    script.write_text(text, encoding="utf-8")
    command = [str(part) for part in (OXLINT, "--config", CONFIG, "--format", "json", script)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return [problem.get("code", "syntax") for problem in json.loads(answer.stdout)["diagnostics"]]


@pytest.mark.parametrize("rule", WRONG)
def test_what_a_rule_is_for_is_found(tmp_path: Path, rule: str) -> None:
    text = f"const use = globalThis.use;\n{WRONG[rule]}\n"
    assert f"eslint({rule})" in found(tmp_path, text)


def test_every_rule_that_is_named_has_a_sample() -> None:
    rules = CONFIG.read_text(encoding="utf-8").partition('"rules": {')[2]
    named = re.findall(r'"([a-z-]+)": \[?\s*"error"', rules)
    assert {*named} <= {*WRONG}
    assert len(named) > 30


@pytest.mark.parametrize("text", ["const a = ;", "let x = 1\nfunction (", "if (a {}"])
def test_what_is_no_script_is_found(tmp_path: Path, text: str) -> None:
    assert set(found(tmp_path, text)) == {"syntax"}


def test_what_is_right_passes(tmp_path: Path) -> None:
    assert found(tmp_path, RIGHT) == []
