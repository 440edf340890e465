"""By chance: what the writers make of any text is in the dialect; all else is refused or made as MkDocs makes it."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.outline.headings import TextLink
from generator.pages.writing.escape import escape, escape_attribute, escape_heading, escape_label
from generator.pages.writing.inline import inline
from generator.pages.writing.markdown import (
    bullets,
    definitions,
    element,
    heading,
    link,
    paragraph,
    section,
    span,
    table,
)
from tests.publish.dialect.reference import difference, made
from tests.publish.dialect.test_dialect_forms import MADE

SIGNS = (
    "*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "](", "]:", "[a](b)", "![", "!", "<", ">", "</", "<b>",
    "<div>", "</p>",
    "<!--", "-->", "<?", "]]>", "&", "&amp;", "&#60;", "&lt", "\\", "\\\\", "{", "}", "{: .a }", "{#a}", "{{ a }}",
    "{% raw %}", "#",
    "# ", "## ", "- ", "+ ", "1. ", "1)", "１. ", ": ", ":   ", "~", "=", "===", "---", "|", "| - |", '"', "'", "a",
    "甲", "〔2021〕", " ",
    "  ", "\u3000", "\xa0", "\n", "\t", "\r", "\x0b", "\x1c", "\x85", "\u2028", "\x02", "\x03", "\ufeff", "[TOC]",
    "http://a.b", "a@b.c",
)  # fmt: skip
"""What a gazette may print that some program takes for its own."""

MARKDOWN = (
    *SIGNS, "\n\n", "    ", '{.a b="c"}', "\n{: .x }",
    '[a](b "c"){: aria-label="c" }', "![](u)", "<span>", "</span>", "<br>",
    '<div class="x" markdown="1">\n\n', "\n\n</div>", '<p class="c" markdown="span">', "</div>", "<td>", "\\*",
    "\\_", "\\>", "\\[", "\\]",
    "\\|", "\n:   ", "\n- ", "\n    - ", "\n  {#a}", "\n| --- | --- |\n", '<details markdown="1">\n<summary>',
    "</summary>", "<hr>", "<h2>",
    '<time datetime="2020">', " {#a}", "&quot;", '<a href="x" download>', "<code>", "</a>", "#\n", "\n#",
)  # fmt: skip
"""Pieces of Markdown and of HTML."""

FORMS = tuple(MADE)
hostile = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=12).map("".join)
chance = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def assert_made(text: str) -> None:
    """Hold a text against MkDocs, which has to be made."""
    converted = made(text)
    assert converted is not None, text
    assert difference(text, converted) == ""


def assert_made_or_refused(text: str) -> None:
    """Hold a text against MkDocs where it is made."""
    converted = made(text)
    assert converted is None or difference(text, converted) == ""


def says_something(text: str) -> bool:
    """Whether anything of a text is left when it is written."""
    return bool(escape(text))


said = hostile.filter(says_something)
address = st.sampled_from(["archive/a/1.md", "archive/a/index.md", "archive/issuers/某 市(县).md"])


@st.composite
def linked(draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """Running text with links in it."""
    texts = [draw(hostile) for _ in range(5)]
    before, words, between, more, _ = texts
    text = "".join(texts)
    first, second = len(before), len(before + words + between)
    links = [
        TextLink(first, first + len(words), "../a.md#s1", draw(hostile)),
        TextLink(second, second + len(more), "#s2", ""),
    ]
    return inline(text, (), [one for one in links if text[one.start : one.end].strip()])


WRITERS: dict[str, Callable[[str], str]] = {
    "heading": lambda text: heading(2, text, "s1", "run-in"),
    "first heading": lambda text: heading(1, text, "title"),
    "paragraph": lambda text: paragraph(escape(text), "note", "l-1"),
    "plain paragraph": lambda text: paragraph(escape(text)),
    "heavy": lambda text: element("p", text, (), "note", "l-1"),
    "bullets": lambda text: bullets([escape(text), escape(text)]),
    "definitions": lambda text: definitions([(text, [escape(text), span(text, "number")])]),
    "table": lambda text: table(["甲", "乙"], [[link(text, "a.md", "b.md"), escape(text)]]),
    "section": lambda text: section("facts", f"{escape(text)}\n\n{escape(text)}"),
    "mark": lambda text: f'<span data-note="{escape_attribute(text)}">{escape(text)}</span>',
    "number": lambda text: (
        f'[39](a.md#L39){{.source-line aria-label="第39行"}}{escape(text, [(0, "")])}'
    ),
    "title": lambda text: (
        f"# {escape_heading(text)} {{#title .doc-title}}\n\n[{escape_label(text)}](a.md)"
    ),
}


@chance
@given(text=said, name=st.sampled_from(sorted(WRITERS)))
def test_what_the_writers_make_of_any_text(text: str, name: str) -> None:
    assert_made(WRITERS[name](text))


@chance
@given(text=linked())
def test_running_text_with_links(text: str) -> None:
    """Links without words, those behind ``!`` and ``]:`` are no links to Python-Markdown either."""
    if text.strip() and not re.search(r"\[\s*\]\(|!\[|\]:", text):
        assert_made(paragraph(text, "", "l-1"))


@chance
@given(pieces=st.lists(st.sampled_from(MARKDOWN), max_size=14))
def test_strings_by_chance(pieces: list[str]) -> None:
    assert_made_or_refused("".join(pieces))


@st.composite
def edited(draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """Blocks of the dialect with some signs put in or left out."""
    text = "\n\n".join(draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=4)))
    edits = st.tuples(st.integers(0, len(text)), st.integers(0, 2), st.sampled_from(MARKDOWN))
    for place, left_out, sign in draw(st.lists(edits, max_size=3)):
        text = f"{text[:place]}{sign}{text[place + left_out :]}"
    return text


@chance
@given(text=edited())
def test_edited_blocks(text: str) -> None:
    assert_made_or_refused(text)


@chance
@given(text=edited())
def test_edited_blocks_in_an_element(text: str) -> None:
    assert_made_or_refused(f'<div class="x" markdown="1">\n\n{text}\n\n</div>\n\n甲')
