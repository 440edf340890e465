"""Small archives of documents of which only what a test is about is known."""

from generator.model import (
    Archive,
    Document,
    DocumentRecord,
    Issue,
    IssueRecord,
    Permalink,
    Publication,
    PublicationRecord,
)


def document(nth: int, **fields: object) -> Document:
    """A document."""
    return Document(**{"sequence": nth, "lines": (nth, nth), "title": f"通知{nth}", **fields})  # type: ignore[arg-type]


def issue(
    number: int, *documents: Document, year: int = 2020, gazette: str = "yunxi", words: int = 10
) -> IssueRecord:
    """An issue with its documents."""
    id_ = f"{gazette}/{year}/{number}"
    records = tuple(DocumentRecord(f"{id_}/{one.sequence}", id_, one, words) for one in documents)
    return IssueRecord(
        id_, gazette, Issue("x", "", Publication("公报"), year=year, number=number), records
    )


def archive(*issues: IssueRecord, ledger: tuple[Permalink, ...] = (), **more: object) -> Archive:
    """An archive; a gazette is called after its id."""
    ids = dict.fromkeys(one.publication for one in issues)
    gazettes = tuple(PublicationRecord(id_, f"{id_}公报", **more) for id_ in ids)  # type: ignore[arg-type]
    return Archive(gazettes, issues, ledger)
