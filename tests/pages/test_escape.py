"""Gazette text never becomes markup, whatever it says."""

import pytest
from bs4 import Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.pages.escape import Inserts, clean, escape, escape_attribute, escape_html, escape_label
from generator.pages.markdown import definitions, heading, link, paragraph, section, span, table
from tests.pages.rendering import Render

MARKUP = [
    "#",
    "##",
    "-",
    "+",
    "*",
    "_",
    "**",
    "`",
    "```",
    "~~~",
    ">",
    "<",
    "&",
    "&lt;",
    "&#60;",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "|",
    ":",
    "\\",
    "=",
    "===",
    "---",
    "1.",
    "12)",
    "1. ",
    ": ",
    "- ",
    "    ",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "{",
    "}",
    "{: .x }",
    "{#x}",
    "{{ x }}",
    "{% x %}",
    "[x]: y",
    "[^1]:",
    "*[HTML]: x",
    "[TOC]",
    "<script>",
    "</div>",
    "<!--",
    "-->",
    "<?php",
    "<b>",
    "http://a.b",
    "<a@b.c>",
    "\u3000",
    "\xa0",
    "第五条",
    "一、",
    "（一）",
    "附件：",
    "。",
    "\x02",
    "\x03",
    "\u2028",
    "\\\n",
    "  \n",
    "amp;",
    "klzzwxh:0000",
    "$",
    '"',
    "'",
]
TEXTS = st.lists(st.sampled_from(MARKUP) | st.text(max_size=4), min_size=1, max_size=8).map("".join).filter(clean)
hostile = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def text_of(node: Tag) -> str:
    """Text content, the marks for blanks aside that a browser does not show."""
    return node.get_text().strip("\n")


@hostile
@given(TEXTS)
def test_a_paragraph_is_its_text(render: Render, text: str) -> None:
    soup = render(f"前\n\n{paragraph(escape(text), 'item')}\n\n后\n")
    assert [tag.name for tag in soup.find_all()] == ["p", "p", "p"]
    assert text_of(soup.find_all("p")[1]) == clean(text)
    assert soup.find_all("p")[1].attrs == {"class": ["item"]}


@hostile
@given(TEXTS)
def test_a_paragraph_without_classes_is_its_text(render: Render, text: str) -> None:
    soup = render(f"{escape(text)}\n\n{escape(text)}\n")
    assert [tag.name for tag in soup.find_all()] == ["p", "p"]
    assert [text_of(tag) for tag in soup.find_all("p")] == [clean(text)] * 2


@hostile
@given(TEXTS)
def test_a_heading_is_its_text(render: Render, text: str) -> None:
    soup = render(heading(2, text, "s1", "run-in"))
    assert [tag.name for tag in soup.find_all()] == ["h2"]
    assert text_of(soup.h2) == clean(text)
    assert soup.h2.attrs == {"id": "s1", "class": ["run-in"]}


@hostile
@given(TEXTS)
def test_a_link_is_its_label(render: Render, text: str) -> None:
    soup = render(f"- {link(text, 'archive/a/1.md', 'archive/b/2.md')} {span(text, 'number')}")
    assert [tag.name for tag in soup.find_all()] == ["ul", "li", "a", "span"]
    assert text_of(soup.a) == text_of(soup.span) == clean(text)
    assert soup.a.attrs == {"href": "../a/1.md"}


@hostile
@given(TEXTS)
def test_a_cell_is_its_text(render: Render, text: str) -> None:
    soup = render(table(["题", "名"], [[escape(text), link(text, "a.md", "b.md")]]))
    assert [tag.name for tag in soup.find_all()] == [
        "div",
        "table",
        "thead",
        "tr",
        "th",
        "th",
        "tbody",
        "tr",
        "td",
        "td",
        "a",
    ]
    assert [text_of(cell) for cell in soup.find_all("td")] == [clean(text)] * 2


@hostile
@given(TEXTS)
def test_a_definition_is_its_text(render: Render, text: str) -> None:
    soup = render(section("facts", definitions([(text, [escape(text), escape(text)]), ("乙", [escape(text)])])))
    assert [tag.name for tag in soup.find_all()] == ["div", "dl", "dt", "dd", "dd", "dt", "dd"]
    assert [text_of(tag) for tag in soup.find_all(["dt", "dd"])] == [clean(text)] * 3 + ["乙", clean(text)]


@hostile
@given(TEXTS)
def test_raw_html_is_its_text(render: Render, text: str) -> None:
    soup = render(f"甲\n\n<div>\n<table><tr><td>{escape_html(text)}</td></tr></table>\n</div>\n\n乙")
    assert [tag.name for tag in soup.find_all()] == ["p", "div", "table", "tr", "td", "p"]
    assert text_of(soup.td) == clean(text)


def inserts(text: str, note: str, start: int, end: int) -> Inserts:
    """A mark with a hostile note somewhere in a text, and a place to break in it."""
    begin, close = sorted((start % (len(text) + 1), end % (len(text) + 1)))
    opening = f'<span class="note-mark" data-note="{escape_attribute(note)}">'
    return [(begin, opening), (close, "<wbr>"), (close, "</span>")]


@hostile
@given(TEXTS, TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_a_marked_paragraph_is_its_text(render: Render, text: str, note: str, start: int, end: int) -> None:
    marked = escape(clean(text), inserts(clean(text), note, start, end))
    soup = render(f"前\n\n{paragraph(marked, 'item', 'l-1')}\n\n后\n")
    assert [tag.name for tag in soup.find_all()] == ["p", "p", "span", "wbr", "p"]
    assert text_of(soup.find_all("p")[1]) == clean(text)
    assert soup.span.attrs == {"class": ["note-mark"], "data-note": clean(note)}


@hostile
@given(TEXTS, TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_a_marked_heading_is_its_text(render: Render, text: str, note: str, start: int, end: int) -> None:
    soup = render(heading(2, clean(text), "s1", "run-in", inserts(clean(text), note, start, end)))
    assert [tag.name for tag in soup.find_all()] == ["h2", "span", "wbr"]
    assert text_of(soup.h2) == clean(text)
    assert soup.h2.attrs == {"id": "s1", "class": ["run-in"]}
    assert soup.span["data-note"] == clean(note)


@hostile
@given(TEXTS, TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_a_marked_cell_is_its_text(render: Render, text: str, note: str, start: int, end: int) -> None:
    marked = escape_html(clean(text), inserts(clean(text), note, start, end))
    soup = render(f"甲\n\n<div>\n<table><tr><td>{marked}</td></tr></table>\n</div>\n\n乙")
    assert [tag.name for tag in soup.find_all()] == ["p", "div", "table", "tr", "td", "span", "wbr", "p"]
    assert text_of(soup.td) == clean(text)
    assert soup.span["data-note"] == clean(note)


@given(TEXTS)
def test_a_text_that_is_not_clean_has_no_marks(text: str) -> None:
    assert escape(f" {text}", [(0, "<wbr>")]) == escape(text)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("一、总体要求。到2020年，完成1.5万亩（其中：A-B）。", "一、总体要求。到2020年，完成1.5万亩（其中：A-B）。"),
        ("1.加强领导", "1.加强领导"),
        ("1. 加强领导", "1\\. 加强领导"),
        ("鲁政发[2020]3号", "鲁政发[2020]3号"),
        ("- 甲", "\\- 甲"),
        ("a | b", "a | b"),
        ("| a", "&#124; a"),
        ("[注]: x", "\\[注]: x"),
    ],
)
def test_only_what_must_be_is_escaped(text: str, markdown: str) -> None:
    assert escape(text) == markdown


def test_a_label_may_hold_brackets(render: Render) -> None:
    label = "a](b) [c] \\]"
    assert render(f"[{escape_label(label)}](x.md)").a.get_text() == label
