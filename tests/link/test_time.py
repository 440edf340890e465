"""Citing does not take longer than the length of a text."""

import pytest

from generator.accuracy.understanding import count_understood
from generator.link import cite_issue
from generator.link.mentions import find_mentions
from generator.model import Document, DocumentRecord, Issue, Paragraph, Part, Publication
from tests.hostile.test_work import assert_linear

pytestmark = pytest.mark.slow


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
