"""What the head of a page says of a document to reference managers and search engines, as front matter.

The templates write it as Highwire and Dublin Core tags, Open Graph and JSON-LD (``partials/citing.html``); they place
the values and compute nothing.
"""

from typing import Any

from generator.lexicon.regions import split_region
from generator.model import DocumentRecord, IssueRecord, PublicationRecord
from generator.model.base import is_month, is_real_date
from generator.model.ids import read_id
from generator.reference.csl_item import Item, issue_mark, plain
from generator.reference.reference_text import written_day

NOT_IN_FORCE = frozenset({"repealed", "expired"})
"""States that the print itself proves; that a document is in force depends on the day of its reader."""


def head_of_document(
    item: Item, record: DocumentRecord, gazette: PublicationRecord
) -> dict[str, Any]:
    """The values of a document; what is not known is left out.

    ``cited`` is the year in which the issue is counted, where it appeared in another; ``force`` is a value of
    ``legislationLegalForce`` of schema.org, where the print proves it; ``jurisdiction`` is where its issuers rule.
    """
    first, _, last = item.get("page", "").partition("-")
    evidence = record.evidence
    published = written_day(item, "available-date")
    return _known(
        issuers=[author["literal"] for author in item.get("author", ())],
        document_kind=record.document.kind,
        written=_day(record.document.date),
        published=published or written_day(item, "issued"),
        cited=written_day(item, "issued") if published else None,
        jurisdiction=_jurisdiction(item, gazette.region or ""),
        publisher=item.get("publisher"),
        issue_number=item.get("issue"),
        first_page=first,
        last_page=last,
        start=_day(evidence.start) if evidence else None,
        force="NotInForce" if evidence and record.status in NOT_IN_FORCE else None,
        **head_of_gazette(gazette),
    )


def head_of_issue(record: IssueRecord, gazette: PublicationRecord) -> dict[str, Any]:
    """The values of an issue; what is not known is left out."""
    return _known(
        issue_number=issue_mark(read_id(record.id).nth),
        published=_day(record.issue.published),
        publisher=record.issue.publisher,
        **head_of_gazette(gazette),
    )


def head_of_gazette(gazette: PublicationRecord) -> dict[str, Any]:
    """The values of a gazette, which its own page and those of its issues and documents have."""
    return _known(gazette=gazette.title, gazette_id=gazette.id, region=gazette.region)


def _jurisdiction(item: Item, region: str) -> str:
    """The region of a gazette, for a document whose issuers all bear its name; empty for what it reprints of others."""
    divisions = split_region(region)
    names = tuple("".join(divisions[start:]) for start in range(len(divisions)))
    issuers = [author["literal"] for author in item.get("author", ())]
    return region if names and issuers and all(one.startswith(names) for one in issuers) else ""


def _known(**values: Any) -> dict[str, Any]:
    """The values that are there, texts on one line."""
    return {
        name: plain(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value
    }


def _day(iso: str | None) -> str | None:
    """A day or a month that the calendar has."""
    return iso if iso and (is_real_date(iso) or is_month(iso)) else None
