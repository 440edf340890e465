"""Where a citation is: in a text of its document, or nowhere."""

import pytest

from generator.link.mentions import find_mentions, mention_of
from generator.model import Citation, Document, Paragraph, Part, Table, TextPlace

TABLE = Table(header=(("头", "头"),), rows=(("甲乙丙", "丁"),))
DOCUMENT = Document(
    1, (1, 9), "通知", parts=(Part(kind="body", blocks=(Paragraph(text="甲乙丙"), TABLE)),)
)


@pytest.mark.parametrize(("place", "start", "end", "found"), [
    (TextPlace(0, 0), 0, 3, True), (TextPlace(0, 0), 3, 3, True), (TextPlace(0, 0), 2, 4, False),
    (TextPlace(0, 0), 2, 1, False), (TextPlace(1, 0), 0, 1, False), (TextPlace(0, 2), 0, 1, False),
    (TextPlace(0, 1, 1, 0), 0, 3, True), (TextPlace(0, 1, 1, 1), 0, 3, False), (TextPlace(0, 1, 0, 0), 0, 1, False),
    (TextPlace(0, 1, 2, 0), 0, 1, False), (TextPlace(0, 1, 1, 2), 0, 1, False), (TextPlace(0, 1), 0, 1, False),
    (TextPlace(0, 0, 1, 0), 0, 1, False),
])  # fmt: skip
def test_a_place_that_cannot_be_is_none(
    place: TextPlace, start: int, end: int, *, found: bool
) -> None:
    citation = Citation(title="甲", place=place, start=start, end=end)
    assert (mention_of(DOCUMENT, citation) is not None) is found


def test_a_citation_that_begins_inside_another_is_nested() -> None:
    places = [(0, 2), (1, 2), (2, 3)]
    made = tuple(
        Citation(title="甲", place=TextPlace(0, 0), start=start, end=end) for start, end in places
    )
    cell = Citation(title="甲", place=TextPlace(0, 1, 1, 0), start=0, end=1)
    nowhere = Citation(title="甲")
    document = Document(1, (1, 9), "通知", parts=DOCUMENT.parts, citations=(nowhere, cell, *made))
    found = [(one.start, one.end, one.nested) for one in find_mentions(document)]
    assert found == [(0, 2, False), (1, 2, True), (2, 3, False), (0, 1, False)]
