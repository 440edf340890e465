"""Both sides of each limit of measuring."""

import pytest

from generator.accuracy.measures import Reading, measure_headings
from generator.accuracy.truth import TrueDocument, TrueHeading, TrueIssue, Truth
from generator.accuracy.understanding import find_unread
from generator.model import Document, Issue, Measure, Paragraph, Part, Publication


def document_of(text: str, lead: str | None = None) -> Document:
    block = Paragraph(text=text, lines=(1,), lead=lead)
    return Document(
        sequence=1, lines=(1, 1), title="通知", parts=(Part(kind="body", blocks=(block,)),)
    )


@pytest.mark.parametrize(("before", "heading"), [(12, "一" * 12 + "加强领导"), (13, "加强领导")])
def test_a_run_in_heading_begins_in_the_first_thirteen_characters(
    before: int, heading: str
) -> None:
    document = document_of(f"{'一' * before}加强领导。各部门。", "加强领导")
    true = TrueDocument(1, (1, 1), "通知", headings=(TrueHeading(heading),))
    issue = Issue("a.txt", "", Publication("公报"), documents=(document,))
    (figure, *_) = measure_headings(
        Reading(Truth("a.txt", TrueIssue("公报"), (true,)), issue, ((true, document),))
    )
    assert isinstance(figure, Measure)
    assert (figure.hits, figure.found, figure.true) == (1, 1, 1)


def test_twelve_characters_are_shown_on_either_side_of_what_was_not_understood() -> None:
    document = document_of(f"{'甲' * 13}《通知》{'乙' * 13}")
    (unread,) = find_unread(document)
    assert unread.quote == f"{'甲' * 12}《通知》{'乙' * 12}"
