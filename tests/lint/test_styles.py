"""Each rule of style sheets finds what is wrong, with its line, and passes what is right."""

import shutil

import pytest

from tests.lint.style_rules import (
    Rule,
    blocks_of,
    broken,
    nameless_colour,
    overruling,
    prefixed,
    repeated,
    repeated_selector,
    unknown,
    zero_unit,
)
from tests.lint.styles import wrong_alone, wrong_together, wrong_values


def lines(rule: Rule, text: str) -> list[int]:
    """The lines in which a rule finds something."""
    return [line for block in blocks_of(text.encode()) for line, _ in rule(block)]


WRONG: dict[Rule, list[str]] = {
    broken: [
        "\np { color red; }",
        "@media print {\np { color red } }",
        "p { a:hover {\ncolor red } }",
    ],
    unknown: [
        "p {\ncolr: red }",
        "\n@mdia print { p { color: red } }",
        "p { &:hover {\n-webkit-colr: red } }",
    ],
    repeated: ["p { color: red; margin: 0;\ncolor: red }"],
    prefixed: [
        "p {\n-webkit-hyphens: auto }",
        "p { hyphens: auto;\n-webkit-hyphens: auto }",
    ],
    nameless_colour: [
        "p {\ncolor: #fff }",
        "p { border: 1px solid\nRed }",
        "p { color: var(--x,\nrgb(0 0 0)) }",
    ],
    overruling: ["p {\ncolor: red !important }", "p {\ndisplay: block !important }"],
    zero_unit: ["p {\nmargin: 0px }", "@media print { p { margin: 1em\n0.0em } }"],
}

RIGHT: dict[Rule, str] = {
    broken: "p { a:hover { color: red } --x: {}; }\n@media print { p { color: red } }\np { color: red",
    unknown: "@page { size: A4; @top-left { content: '' } } p { --colr: red; -webkit-hyphens: auto; inset: 0 }",
    repeated: "p { width: 1vw; width: 1svw; color: red } p { color: red }",
    prefixed: "p { -webkit-hyphens: auto; hyphens: auto; -webkit-font-smoothing: auto; --x: 0 }",
    nameless_colour: "p { --x: #fff; color: var(--x); border-color: transparent; fill: currentColor; outline: Canvas }",
    overruling: "p { display: none !important; color: red }",
    zero_unit: "p { margin: 0 10px; transition: all 0s; flex: 1 1 0%; width: max(0px, 1em); --x: 0px; rotate: 0deg }",
}


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in WRONG.items() for text in texts]
)
def test_what_is_wrong_is_found_in_its_line(rule: Rule, text: str) -> None:
    assert lines(rule, text) == [2]


@pytest.mark.parametrize("rule", RIGHT)
def test_what_is_right_passes(rule: Rule) -> None:
    assert lines(rule, RIGHT[rule]) == []


def test_a_selector_has_one_block_under_the_same_conditions() -> None:
    text = "p, a { color: x }\np,\na { margin: 0 }\n@media print { p, a { margin: 0 } }\na { p, a { margin: 0 } }"
    assert [line for line, _ in repeated_selector(blocks_of(text.encode()))] == [2]


def test_a_custom_property_that_no_sheet_gives_or_uses_is_found() -> None:
    sheets = {
        "a.css": b":root {\n--ink: red;\n--dye: red }",
        "b.css": b"p { color: var(--ink);\nfill: var(--inc, var(--ink)) }",
    }
    assert list(wrong_together(sheets)) == [
        "a.css:3: --dye is used nowhere",
        "b.css:2: --inc has no value anywhere",
    ]


def test_only_paper_overrules_the_screen() -> None:
    text = b"p { margin: 0px !important; }\np { color: red }"
    assert list(wrong_alone("styles/print.css", text)) == [
        "styles/print.css:1: 0px is 0",
        "styles/print.css:2: p has a block above",
        "styles/print.css:2: red has no name",
    ]
    assert "styles/text.css:1: margin is !important" in wrong_alone("styles/text.css", text)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("java"), reason="needs java")
def test_values_and_selectors_that_do_not_exist_are_found() -> None:
    sheets = {
        "styles/wrong.css": b"p { display: grd }\np:holds(a) { color: red }\n",
        "styles/newer.css": b"@supports selector(::details-content) {\n  p { color: red }\n}\n",
    }
    found = list(wrong_values(sheets))
    assert all(problem.startswith('"file:styles/wrong.css":') for problem in found)
    assert [("grd" in problem, "holds" in problem) for problem in found] == [
        (True, False),
        (False, True),
    ]


def test_where_there_is_no_java_the_check_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert list(wrong_values({"any.css": b""})) == []
    assert "there is no java" in capsys.readouterr().err
