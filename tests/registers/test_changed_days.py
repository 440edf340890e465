"""When an issue or a document was last changed for its readers."""

import pytest
from msgspec.structs import replace

from generator.model import Archive, Finding
from generator.model.finding import Provenance
from generator.registers.changed_days import days_of
from tests.pages import small


def corrected(line: int, on: str) -> Finding:
    """What is said of a correction on a line."""
    made = Provenance("replace", "某人", on, "误字", "reading")
    return Finding(line, "correction", "info", provenance=made)


def archive_of(published: str | None, *findings: Finding) -> Archive:
    """An issue with two documents, of which the first is on the lines 1 to 9."""
    issue = small.issue(1, small.document(1), small.document(2))
    first, second = issue.documents
    documents = (
        replace(first, document=replace(first.document, lines=(1, 9))),
        replace(second, document=replace(second.document, lines=(10, 19))),
    )
    own = replace(issue.issue, published=published, findings=findings)
    return small.archive(replace(issue, issue=own, documents=documents))


@pytest.mark.parametrize(
    ("published", "findings", "expected"),
    [
        ("2020-03-31", (), ["2020-03-31"] * 3),
        ("2020-03-31", (corrected(9, "2024-05-06"),), ["2024-05-06", "2024-05-06", "2020-03-31"]),
        ("2020-03-31", (corrected(10, "2024-05-06"),), ["2024-05-06", "2020-03-31", "2024-05-06"]),
        ("2020-03-31", (corrected(0, "2024-05-06"),), ["2024-05-06"] * 3),
        ("2020-03-31", (corrected(9, "2019-05-06"),), ["2020-03-31"] * 3),
        ("2020-03-31", (Finding(9, "ocr-char", "info"),), ["2020-03-31"] * 3),
        (None, (corrected(1, "2024-05-06"),), ["2024-05-06", "2024-05-06"]),
        ("2020-02-31", (), []),
        (None, (), []),
    ],
)
def test_the_day_is_that_of_the_publication_or_of_the_last_correction(
    published: str | None, findings: tuple[Finding, ...], expected: list[str]
) -> None:
    archive = archive_of(published, *findings)
    found = days_of(archive)
    ids = [archive.issues[0].id, *(record.id for record in archive.documents)]
    assert [found[id_] for id_ in ids if id_ in found] == expected
