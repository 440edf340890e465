"""Texts whose work grows with their length and no faster, whatever they are full of; and less work than MkDocs has."""

from collections.abc import Callable

import pytest

from generator.model import Archive
from generator.pages import build_pages
from generator.pages.writing.escape import escape
from generator.publish.dialect import convert
from tests.hostile.test_work import RUNS, assert_linear, time_of
from tests.publish.dialect.reference import made, render

SIGNS = (
    *RUNS, "[a](b) ", "[a](b", "[a]( ", "![", "\\![", "![](", '[a](b "', '[a](b "c"){.d', "{: .a ", "{#a}",
    "<a b", '<a b="c" ', "<span>", "</span>", "&amp;", "&#60", "**", "\\", "\\*", "a_", "[[TOC]", "\u3000",
    " {", "]:", "\n- a", "\n{: .a }", "\n:   a", "<div>", "</div>",
)  # fmt: skip
"""What is written thousands of times."""
TEXTS: dict[str, Callable[[str], str]] = {
    "paragraph": lambda run: f"甲{run}",
    "escaped": escape,
    "heading": lambda run: f"## 甲{run} {{#a}}",
    "list": lambda run: f"- 甲{run}",
    "definitions": lambda run: f"甲\n:   乙{run}",
    "table": lambda run: f"| 甲{run} |\n| --- |",
    "raw": lambda run: f"<p>{run}</p>",
    "summary": lambda run: f'<details markdown="1">\n<summary>{run}</summary>\n\n</details>',
    "caption": lambda run: f'<p class="caption" markdown="span">{run}</p>',
    "source": lambda run: f'<ol class="source-text" start="1">\n<li id="L1">{run}</li>\n</ol>',
    "blocks": lambda run: f"\n\n{run}".join("甲乙丙丁"),
}


@pytest.mark.matrix(12)
@pytest.mark.parametrize("run", SIGNS)
def test_a_run_of_signs(run: str) -> None:
    count = 15_000 // len(run)
    once, fourfold = run * count, run * count * 4
    for write in TEXTS.values():
        one, four = write(once), write(fourfold)
        assert_linear(lambda one=one: made(one), lambda four=four: made(four))  # type: ignore[misc]


def test_lists_in_lists() -> None:
    deep = "\n".join(f"{'    ' * level}- 第{level}层" for level in range(6))
    converted = made(deep)
    assert converted is not None
    assert converted.html == render(deep).html
    assert made("\n".join(f"{'    ' * level}- 甲" for level in range(3_000))) is None


def test_a_block_in_which_very_many_elements_are_open_is_refused() -> None:
    assert made("<div>" * 50 + "</div>" * 50) is not None
    assert made("<div>" * 50_000 + "</div>" * 50_000) is None


def test_it_is_much_less_work_than_python_markdown(real_archive: Archive) -> None:
    """Some fifteen times less; held with room for chance."""
    texts = [page.text for page in build_pages(real_archive)]
    ours = min(time_of(lambda: [convert(text, str) for text in texts]) for _ in range(3))
    theirs = time_of(lambda: [render(text) for text in texts])
    assert theirs > 6 * ours
