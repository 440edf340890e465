"""Citing does not take longer than the length of a text."""

import time

import pytest

from generator.accuracy.understanding import count_understood
from generator.link import cite_issue
from generator.link.mentions import find_mentions
from generator.model import Document, DocumentRecord, Issue, Paragraph, Part, Publication

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
    text = unit * (40_000 // len(unit))
    parts = (
        Part(kind="body", blocks=(Paragraph(text=text, lines=(2,)),)),
        Part(kind="enclosure", title="办法"),
    )
    start = time.process_time()
    issue = Issue("x", "0", Publication("某"), documents=(Document(1, (1, 9), "题", parts=parts),))
    document = cite_issue(issue).documents[0]
    assert all(mention.sentence for mention in find_mentions(document))
    count_understood([DocumentRecord("a/1/1/1", "a/1/1", document, 1)])
    assert time.process_time() - start < 3
