"""Citing does not take longer than the length of a text."""

import pytest

from generator.accuracy.understanding import count_understood
from generator.link import cite_issue
from generator.link.mentions import find_mentions
from generator.model import (
    Archive,
    Article,
    Document,
    DocumentRecord,
    Issue,
    IssueRecord,
    Paragraph,
    Part,
    Publication,
)
from generator.outline.headings import place_parts
from generator.pages.index.citations import link_parts, make_citations
from generator.parse.document.effective import read_force
from tests.hostile.test_work import assert_linear

pytestmark = pytest.mark.slow
_ISSUED = Part(kind="enclosure", title="a")


@pytest.mark.parametrize(
    "unit",
    [
        "《a》",
        "《a》、",
        "《办法》",
        "根据《a》",
        "某政发〔2021〕3号、",
        "《",
        "》",
        "以下简称《公告》",
        "财政部、",
        "财政部 税务总局公告2019年第3号、",
        "某政发〔98〕3号和〔99〕5号",
    ],
)
def test_a_text_of_nothing_but_citations(unit: str) -> None:
    def cite(length: int) -> None:
        cite_text(unit * (length // len(unit)))

    assert_linear(lambda: cite(20_000), lambda: cite(80_000))


def cite_text(text: str) -> None:
    """Find and count all that a document with a paragraph of this text cites."""
    parts = (
        Part(kind="body", blocks=(Paragraph(text=text, lines=(2,)),)),
        Part(kind="enclosure", title="办法"),
    )
    issue = Issue("x", "0", Publication("某"), documents=(Document(1, (1, 9), "题", parts=parts),))
    document = cite_issue(issue).documents[0]
    assert all(mention.sentence for mention in find_mentions(document))
    count_understood([DocumentRecord("a/1/1/1", "a/1/1", document, 1)])


@pytest.mark.parametrize(
    "unit", ["附件1、", "见附件1", "本办法第三条、", "第三条、", "《a》本办法第一条，", "本"]
)
def test_a_text_of_nothing_but_references_to_itself(unit: str) -> None:
    def link(length: int) -> None:
        text = unit * (length // len(unit))
        blocks = (Paragraph(text=text, lines=(2,)), Article(number=3, text="第三条 略。"))
        parts = (
            Part(kind="body", blocks=blocks),
            Part(kind="attachment", label="附件1", title="表"),
        )
        document = Document(1, (1, 9), "某县办法", parts=parts)
        record = DocumentRecord("a/2021/1/1", "a/2021/1", document, 1)
        issue = IssueRecord("a/2021/1", "a", Issue("x", "0", Publication("某")), (record,))
        citations = make_citations(Archive((), (issue,)))
        link_parts(place_parts(document), record, citations, "archive/a/2021/1/1.md")

    assert_linear(lambda: link(20_000), lambda: link(80_000))


@pytest.mark.parametrize(
    "unit",
    [
        "自本办法",
        "下列",
        "《a》（",
        "《",
        "负责解释，",
        "《a》自",
        "自2021年",
        "有效期至",
        "现将",
        "该原《a》继续",
        "自印发之日起",
        "本办法自上级",
    ],
)
def test_a_text_of_nothing_but_words_of_force(unit: str) -> None:
    def read(length: int) -> None:
        text = f"{unit * (length // len(unit))}起施行，本办法"
        parts = [Part(kind="body", blocks=(Paragraph(text=text, lines=(2,)),)), _ISSUED, _ISSUED]
        read_force(parts, "2021-02-03")

    assert_linear(lambda: read(20_000), lambda: read(80_000))
