"""A document as Markdown, read again by a reader of CommonMark, which shows what a reader sees."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from generator.forms.markdown_text import escape_text, markdown_text
from generator.model import Archive, Heading, Member, Paragraph, Part, Roster, RosterGroup, Table
from generator.visible import seen_text
from tests.fixtures.demo_archive import demo_archive
from tests.forms.test_plain_text import body, printed

HOSTILE = (
    "<script>alert(1)</script>", "# 一", "1. 甲", "12) 乙", "- 丙", "+ 丁", "* 戊", "> 己", "=== 庚", "--- ", "`代码`",
    "**粗**", "_斜_", "~~删~~", "[链](http://a)", "![图](b)", "[^1]", "$x^2$", "&lt;", "a | b", "\\", "{: .x }",
    "[toc]", "    缩进", ": 义", "`", "{{ x }}", "{% if %}", "甲  \n乙", "1234567890. 丙", "# 尾 ##", "\t- 丁",
)  # fmt: skip
"""Words that are markup somewhere."""


def shown(text: str) -> str:
    """What a reader sees of Markdown: the text of its HTML, in which nothing is raw."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    assert "html_block" not in {token.type for token in reader.parse(text)}
    return str(reader.render(text))


def words_of(html: str) -> str:
    """The words of HTML."""
    return unescape(re.sub("<[^>]*>", "", html))


def test_each_word_of_the_print_is_shown_once_in_its_order(real_archive: Archive) -> None:
    for record in (*real_archive.documents, *demo_archive().documents):
        html = shown(markdown_text(record.document))
        assert seen_text(words_of(html)) == printed(record.document), record.id


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_no_markup(text: str) -> None:
    html = shown(escape_text(text))
    assert re.fullmatch("<p>[^<]*</p>\n", html), html
    assert unescape(html[3:-5]) == re.sub(r"[\t\n]", " ", text).strip()


def test_headings_tables_and_rosters_have_their_signs() -> None:
    table = Table(header=(("名称", "数"), ("甲|乙", "")), rows=(("a\nb", "- 1"),))
    roster = Roster(groups=(RosterGroup("组长", (Member("邢军", "书记"),)),))
    document = body(
        Heading(text="一、总则", kind="1"), Heading(text="（一）", kind="2"), table, roster
    )
    assert markdown_text(document) == (
        "# 通知\n\n## 一、总则\n\n### （一）\n\n"
        "| 名称 | 数 |\n| --- | --- |\n| 甲\\|乙 |  |\n| a b | \\- 1 |\n\n组长\n\n- 邢军　书记\n"
    )


def test_a_table_without_header_has_a_blank_one() -> None:
    document = body(Table(rows=(("一", "二"), ("三",))), Table())
    assert markdown_text(document) == "# 通知\n\n|  |  |\n| --- | --- |\n| 一 | 二 |\n| 三 |  |\n"


def test_parts_have_headings_of_the_second_level() -> None:
    document = body(Paragraph(text="1. 甲"))
    attached = Part(
        "attachment", label="附件1", title="表", blocks=(Heading(text="一、乙", kind="1"),)
    )
    parts = (*document.parts, attached)
    text = markdown_text(type(document)(1, (1,), "通知", parts=parts))
    assert text == "# 通知\n\n1\\. 甲\n\n## 附件1　表\n\n### 一、乙\n"
