"""On which printed pages a document is, as far as its source numbers them."""

import pytest

from generator.model import Document, Finding, Paragraph, Part
from generator.reference.printed_span import last_page, page_starts, pages_of_blocks


def furniture(*printed: tuple[int, str]) -> list[Finding]:
    """Findings on page numbers."""
    return [Finding(line, "page-furniture", "info", found) for line, found in printed]


@pytest.mark.parametrize(
    ("page", "printed", "starts"),
    [
        (5, [], {10: 5}),
        (5, [(30, "- 5 -"), (60, "- 6 -")], {10: 5, 31: 6, 61: 7}),
        (5, [(30, "第6页"), (60, "第7页")], {10: 5, 31: 6, 61: 7}),
        (5, [(30, "- 5 -"), (60, "- 8 -")], {10: 5}),
        (5, [(30, "- 9 -")], {10: 5}),
        (5, [(30, "云溪县人民政府公报 5")], {10: 5}),
        (None, [(30, "- 5 -")], {}),
    ],
)
def test_a_printed_page_begins_where_its_number_says_so_without_contradiction(
    page: int | None, printed: list[tuple[int, str]], starts: dict[int, int]
) -> None:
    document = Document(1, (10, 90), "题", page=page)
    assert page_starts(document, furniture(*printed)) == starts


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        ([], None),
        ([(30, "- 5 -"), (60, "- 6 -")], 7),
        ([(30, "- 5 -"), (90, "- 6 -")], 6),
        ([(30, "- 9 -")], None),
    ],
)
def test_the_last_page_is_known_where_pages_are_numbered(
    printed: list[tuple[int, str]], last: int | None
) -> None:
    assert last_page(Document(1, (10, 90), "题", page=5), furniture(*printed)) == last


def test_a_paragraph_that_goes_on_over_the_end_of_a_page_is_on_both() -> None:
    lines = ((12, 20), (25, 33), (40, 41))
    blocks = tuple(Paragraph(text="甲", lines=span) for span in lines)
    document = Document(1, (10, 90), "题", page=5, parts=(Part("body", blocks=blocks),))
    found = pages_of_blocks(document, furniture((30, "- 5 -")))
    assert found == [(10, 5, 5), (25, 5, 6), (31, 6, 6)]
    assert pages_of_blocks(document, ()) == ()
