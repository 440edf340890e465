"""Words for readers are in the catalogue and nowhere else: Chinese in the code recognises or completes print."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = ROOT / "generator"
HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")

READING = {
    "lexicon": "the vocabularies of what is printed",
    "read": "recognises damage by what is printed around it",
    "parse": "recognises the parts and the elements of a document by what is printed",
    "proof": "the characters that the form of an element adds in print",
    "outline": "recognises the labels of attachments",
    "link": "recognises citations and what is said of them",
    "reference/csl_item.py": "counts an issue as a reference by GB/T 7714 does, whatever the language of the site is",
    "reference/reference_text.py": "names the others of many authors as a reference by GB/T 7714 does",
    "visible/elements_seen.py": "completes elements as a document prints them, independently of the pages",
    "prove/plain_values.py": "reads numbers and dates of a print, independently of the reader",
    "prove/value_checks.py": "holds values against what a print says, independently of the reader",
    "registers/authority.py": "recognises the office of a government by the end of its name",
    "registers/plausible.py": "quotes the year of a masthead as it is printed",
    "registers/unheld.py": "recognises the parts of document numbers",
    "accuracy/understanding.py": "recognises document numbers",
    "search/normalise.py": "a table of characters that are folded",
    "lexicon/variants.py": "a table of characters that are folded",
    "words/element_texts.py": "completes elements as a document prints them",
    "words/examples.py": "examples of Chinese names for people who write files",
    "words/terms.py": "the terms of a Chinese standard, to which names in the code are held",
    "words/unnamed.py": "names that are part of addresses, which no language changes",
    "words/wording.py": "completes dates as a gazette writes them",
}
"""Rooms and modules that hold Chinese, and why; what they say to readers is a message all the same."""

RESOURCES_READING = {
    "docs_src/assets/scripts/shared.js": "numerals and parts of document numbers, made from the tables of Python",
    "docs_src/assets/styles/tokens.css": "names of fonts",
}
"""Scripts and style sheets that hold Chinese, and why."""

RESOURCES = ("overrides", "docs_src/assets/scripts", "docs_src/assets/styles")
GENERATED = "words"
"""The folder of what ``make words`` writes."""
COMMENTS = {
    ".html": re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
    ".xml": re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
    ".js": re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*", re.DOTALL),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
}
"""What readers do not see of a file, by the ending of its name."""


@cache
def literals_of(path: Path) -> tuple[ast.Constant, ...]:
    """The Chinese texts of a module but for docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    described = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return tuple(node for node in chinese_in(tree) if id(node) not in described)


def chinese_in(tree: ast.AST) -> Iterator[ast.Constant]:
    """Each text with a Chinese character."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and HAN.search(node.value)
        ):
            yield node


def is_in(address: str, places: tuple[str, ...]) -> bool:
    """Whether a file is one of these places or in one of them."""
    return any(f"{address}/".startswith(f"{place}/") for place in places)


def modules() -> dict[str, Path]:
    """Each module by its address below ``generator``."""
    return {path.relative_to(CODE).as_posix(): path for path in sorted(CODE.rglob("*.py"))}


def resources() -> Iterator[tuple[str, Path]]:
    """Each file of the theme that a person wrote, by its address."""
    for folder in RESOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in COMMENTS and path.parent.name != GENERATED:
                yield path.relative_to(ROOT).as_posix(), path


def chinese_lines(text: str, suffix: str) -> list[int]:
    """The lines of a file of the theme on which readers see Chinese."""
    seen = COMMENTS[suffix].sub(lambda comment: "\n" * comment[0].count("\n"), text)
    return [number for number, line in enumerate(seen.split("\n"), start=1) if HAN.search(line)]


def test_only_what_reads_print_holds_chinese() -> None:
    found = [
        f"{address}:{node.lineno}"
        for address, path in modules().items()
        if not is_in(address, tuple(READING))
        for node in literals_of(path)
    ]
    assert found == []


@pytest.mark.parametrize("place", READING)
def test_no_place_is_excused_without_need(place: str) -> None:
    held = [path for address, path in modules().items() if is_in(address, (place,))]
    assert any(literals_of(path) for path in held)


@pytest.mark.parametrize("address", [path for path in modules() if is_in(path, tuple(READING))])
def test_what_reads_print_says_nothing_by_itself(address: str) -> None:
    tree = ast.parse(modules()[address].read_text(encoding="utf-8"))
    said = [node.lineno for part in said_to_readers(tree) for node in chinese_in(part)]
    assert said == []


def said_to_readers(tree: ast.AST) -> Iterator[ast.AST]:
    """What a module gives as a message: to a finding, to a function that makes one, or to a name for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "message":
            yield node.value
        elif isinstance(node, ast.Assign):
            if any("message" in ast.unparse(target) for target in node.targets):
                yield node.value
        elif isinstance(node, ast.Call) and makes_finding(node.func):
            yield from (argument for argument in node.args if not isinstance(argument, ast.Name))


def makes_finding(function: ast.expr) -> bool:
    """Whether a function makes a finding of what it is given, or an error that becomes one."""
    return ast.unparse(function) in {"correction_finding", "failed_finding", "DoesNotApply"}


@pytest.mark.parametrize(
    "code",
    [
        'Finding(1, "lost", "error", message="此处缺字")',
        'Finding(1, "lost", "error", message=f"缺{n}字")',
        'message = "此处缺字"',
        'message, severity = "此处缺字", "info"',
        'correction_finding(correction, 1, "改正", "")',
        'raise DoesNotApply("stale-correction", "不见于原文")',
    ],
)
def test_the_rule_sees_what_is_said(code: str) -> None:
    assert any(list(chinese_in(part)) for part in said_to_readers(ast.parse(code)))


def test_the_theme_holds_no_chinese() -> None:
    found = [
        f"{address}:{line}"
        for address, path in resources()
        if not is_in(address, tuple(RESOURCES_READING))
        for line in chinese_lines(path.read_text(encoding="utf-8"), path.suffix)
    ]
    assert found == []


@pytest.mark.parametrize("place", RESOURCES_READING)
def test_no_part_of_the_theme_is_excused_without_need(place: str) -> None:
    held = [path for address, path in resources() if is_in(address, (place,))]
    assert any(chinese_lines(path.read_text(encoding="utf-8"), path.suffix) for path in held)


@pytest.mark.parametrize(
    ("suffix", "text", "lines"),
    [
        (".html", "<p>{# 说明 #}</p>\n<!-- 说明\n说明 -->\n<p>首页</p>", [4]),
        (".js", "/** 说明\n * 说明 */\nsay('a');  // 说明\nx = '首页';", [4]),
        (".js", "x = 'https://example.org/首页';", [1]),
        (".css", "/* 说明 */\na::after { content: '首页'; }", [2]),
    ],
)
def test_comments_are_no_words_for_readers(suffix: str, text: str, lines: list[int]) -> None:
    assert chinese_lines(text, suffix) == lines
