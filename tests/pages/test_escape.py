"""Gazette text never becomes markup, whatever it says."""

import pytest
from bs4 import Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import Table
from generator.outline.headings import PlacedBlock, TextLink
from generator.pages.body.table_markup import table_html
from generator.pages.writing.escape import (
    Inserts,
    clean,
    escape,
    escape_attribute,
    escape_html,
    escape_label,
)
from generator.pages.writing.inline import inline, inserts_between
from generator.pages.writing.markdown import (
    definitions,
    heading,
    link,
    paragraph,
    section,
    span,
    table,
)
from generator.pages.writing.marks import Mark
from generator.words.say import speaking
from tests.pages.rendering import Render

pytestmark = pytest.mark.slow

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
TEXTS = (
    st.lists(st.sampled_from(MARKUP) | st.text(max_size=4), min_size=1, max_size=8)
    .map("".join)
    .filter(clean)
)
hostile = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def text_of(node: Tag | None) -> str:
    """Text content, the marks for blanks aside that a browser does not show."""
    assert node
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
def test_text_that_is_marked_as_chinese_stays_text(render: Render, text: str) -> None:
    """On a site in another language the mark goes around the escaped text, or some words of it."""
    with speaking("en"):
        written = f"{paragraph(escape(text), 'item')}\n\n{heading(2, text, 's1')}\n\n{link(text, 'x.md', 'y.md')}\n"
    soup = render(written)
    assert [tag.name for tag in soup.find_all() if tag.name != "span"] == ["p", "h2", "p", "a"]
    assert [text_of(tag) for tag in soup.select("p.item, h2, a")] == [clean(text)] * 3
    assert all(tag.attrs == {"lang": "zh-Hans"} for tag in soup.find_all("span"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain words", "Plain words"),
        ("云政发〔2021〕3号 附件", '<span lang="zh-Hans">云政发〔2021〕3号 附件</span>'),
        (
            "Numbering gap: 三、 is behind 一、 二、 here",
            'Numbering gap: <span lang="zh-Hans">三、</span> is behind <span lang="zh-Hans">一、 二、</span> here',
        ),
        ("A*1 云", 'A\\*1 <span lang="zh-Hans">云</span>'),
        (
            "云溪市人民政府公报 ABC 目录 2021, No. 4",
            '<span lang="zh-Hans">云溪市人民政府公报 ABC 目录</span> 2021, No. 4',
        ),
    ],
)
def test_chinese_says_so_where_the_site_speaks_another_language(text: str, expected: str) -> None:
    with speaking("en"):
        assert escape(text) == expected
        assert escape(f"{text} 云", [(0, "<b>"), (1, "</b>")]).startswith(
            '<span lang="zh-Hans"><b>'
        )
    assert "lang" not in escape(text)
    with speaking("zh-Hant"):
        assert "lang" not in escape(text)


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
        "th",
        "td",
        "a",
    ]
    assert [text_of(cell) for cell in soup.tbody.find_all(["th", "td"])] == [clean(text)] * 2


@hostile
@given(TEXTS)
def test_a_definition_is_its_text(render: Render, text: str) -> None:
    soup = render(
        section(
            "facts", definitions([(text, [escape(text), escape(text)]), ("乙", [escape(text)])])
        )
    )
    assert [tag.name for tag in soup.find_all()] == ["div", "dl", "dt", "dd", "dd", "dt", "dd"]
    assert [text_of(tag) for tag in soup.find_all(["dt", "dd"])] == [clean(text)] * 3 + [
        "乙",
        clean(text),
    ]


@hostile
@given(TEXTS)
def test_raw_html_is_its_text(render: Render, text: str) -> None:
    soup = render(
        f"甲\n\n<div>\n<table><tr><td>{escape_html(text)}</td></tr></table>\n</div>\n\n乙"
    )
    assert [tag.name for tag in soup.find_all()] == ["p", "div", "table", "tr", "td", "p"]
    assert text_of(soup.td) == clean(text)


def inserts(text: str, note: str, start: int, end: int) -> Inserts:
    """A mark with a hostile note somewhere in a text, and a place to break in it."""
    begin, close = sorted((start % (len(text) + 1), end % (len(text) + 1)))
    opening = f'<span class="note-mark" data-note="{escape_attribute(note)}">'
    return [(begin, opening), (close, "<wbr>"), (close, "</span>")]


@hostile
@given(TEXTS, TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_a_marked_paragraph_is_its_text(
    render: Render, text: str, note: str, start: int, end: int
) -> None:
    marked = escape(clean(text), inserts(clean(text), note, start, end))
    soup = render(f"前\n\n{paragraph(marked, 'item', 'l-1')}\n\n后\n")
    assert [tag.name for tag in soup.find_all()] == ["p", "p", "span", "wbr", "p"]
    assert text_of(soup.find_all("p")[1]) == clean(text)
    assert soup.span.attrs == {"class": ["note-mark"], "data-note": clean(note)}


@hostile
@given(TEXTS, TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_a_marked_heading_is_its_text(
    render: Render, text: str, note: str, start: int, end: int
) -> None:
    soup = render(heading(2, clean(text), "s1", "run-in", inserts(clean(text), note, start, end)))
    assert [tag.name for tag in soup.find_all()] == ["h2", "span", "wbr"]
    assert text_of(soup.h2) == clean(text)
    assert soup.h2.attrs == {"id": "s1", "class": ["run-in"]}
    assert soup.span["data-note"] == clean(note)


@hostile
@given(TEXTS, TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_a_marked_cell_is_its_text(
    render: Render, text: str, note: str, start: int, end: int
) -> None:
    marked = escape_html(clean(text), inserts(clean(text), note, start, end))
    soup = render(f"甲\n\n<div>\n<table><tr><td>{marked}</td></tr></table>\n</div>\n\n乙")
    assert [tag.name for tag in soup.find_all()] == [
        "p",
        "div",
        "table",
        "tr",
        "td",
        "span",
        "wbr",
        "p",
    ]
    assert text_of(soup.td) == clean(text)
    assert soup.span["data-note"] == clean(note)


@hostile
@given(TEXTS, TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_marks_in_a_text_that_is_not_clean_go_with_its_characters(
    render: Render, text: str, note: str, start: int, end: int
) -> None:
    soup = render(f"{paragraph(escape(text, inserts(text, note, start, end)), 'item')}\n")
    assert [tag.name for tag in soup.find_all()] == ["p", "span", "wbr"]
    assert text_of(soup.p) == clean(text)


def links_in(text: str, places: list[int]) -> list[TextLink]:
    """Links between every second and third of some places in a text, as long as something can be seen of them."""
    offsets = sorted({place % (len(text) + 1) for place in places})
    pairs = zip(offsets[::2], offsets[1::2], strict=False)
    return [
        TextLink(start, end, "b.md#c-1", '题"\\](x) {: .y }')
        for start, end in pairs
        if clean(text[start:end])
    ]


def marks_in(text: str, places: list[int]) -> list[Mark]:
    """Marks of one character at some places in a text, with a hostile note."""
    offsets = sorted({place % len(text) for place in places[::2]})
    return [Mark(offset, offset + 1, "info", '](x) "<b>{: .y }') for offset in offsets]


PLACES = st.lists(st.integers(0, 60), min_size=2, max_size=6)


@hostile
@given(TEXTS, PLACES, PLACES)
def test_a_paragraph_with_links_and_marks_is_its_text(
    render: Render, text: str, places: list[int], marked: list[int]
) -> None:
    links, marks = links_in(text, places), marks_in(text, marked)
    soup = render(f"前\n\n{paragraph(inline(text, marks, links), 'item')}\n\n后\n")
    assert [tag.name for tag in soup.find_all() if tag.name != "span"] == [
        "p",
        "p",
        *(["a"] * len(links)),
        "p",
    ]
    assert text_of(soup.find_all("p")[1]) == clean(text)
    assert {tag["href"] for tag in soup.find_all("a")} <= {"b.md#c-1"}
    assert {tag["title"] for tag in soup.find_all("a")} <= {"题 x : .y"}
    assert {tag["data-note"] for tag in soup.find_all("span")} <= {
        '订正：](x) "<b>{: .y }',
        '](x) "<b>{: .y }',
    }


@hostile
@given(TEXTS, PLACES, PLACES)
def test_a_heading_with_links_and_marks_is_its_text(
    render: Render, text: str, places: list[int], marked: list[int]
) -> None:
    links = links_in(text, places)
    inserts = inserts_between(marks_in(text, marked), links, 0, len(text))
    soup = render(heading(2, text, "s1", "run-in", inserts))
    assert [tag.name for tag in soup.find_all() if tag.name != "span"] == [
        "h2",
        *(["a"] * len(links)),
    ]
    assert text_of(soup.h2) == clean(text)
    assert soup.h2.attrs == {"id": "s1", "class": ["run-in"]}


@hostile
@given(TEXTS, PLACES)
def test_a_cell_with_links_is_its_text(render: Render, text: str, places: list[int]) -> None:
    lines = [line for line in text.splitlines() if clean(line)] or ["甲"]
    table = Table(rows=((lines[0], text), ("", "乙")))
    links = {(0, 0): links_in(lines[0], places)}
    soup = render(f"前\n\n{table_html(table, '题', PlacedBlock(table, cell_links=links))}\n\n后\n")
    assert text_of(soup.find("td")) == clean(lines[0])
    assert len(soup.find_all("a")) == len(links[0, 0])
    assert not soup.find_all(["strong", "em", "code", "script", "img"])


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "一、总体要求。到2020年，完成1.5万亩（其中：A-B）。",
            "一、总体要求。到2020年，完成1.5万亩（其中：A-B）。",
        ),
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
