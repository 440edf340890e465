"""What the head of a page says of a document to reference managers and search engines, as front matter.

The templates write it as Highwire and Dublin Core tags, Open Graph and JSON-LD (``partials/citing.html``); they place
the values and compute nothing. What only JSON-LD has is in :mod:`generator.reference.linked_data`.
"""

from typing import Any

from generator.lexicon.regions import split_region
from generator.model import DocumentRecord, IssueRecord, PublicationRecord
from generator.model.base import is_month, is_real_date
from generator.model.ids import read_id
from generator.reference.csl_item import Item, issue_mark, plain
from generator.reference.linked_data import Relations, document_data, gazette_data, issue_data
from generator.reference.reference_text import written_day

NOT_IN_FORCE = frozenset({"repealed", "expired"})
"""States that the print itself proves; that a document is in force depends on the day of its reader."""


def head_of_document(
    item: Item, record: DocumentRecord, gazette: PublicationRecord, relations: Relations
) -> dict[str, Any]:
    """The values of a document; what is not known is left out.

    ``cited`` is the year in which the issue is counted, where it appeared in another.

    :param relations: to other documents
    """
    first, _, last = item.get("page", "").partition("-")
    published = written_day(item, "available-date")
    known = _known(
        issuers=[author["literal"] for author in item.get("author", ())],
        written=_day(record.document.date),
        published=published or written_day(item, "issued"),
        cited=written_day(item, "issued") if published else None,
        publisher=item.get("publisher"),
        issue_number=item.get("issue"),
        first_page=first,
        last_page=last,
        **_names(gazette),
    )
    data = document_data(known | _of_law(item, record, gazette), relations)
    return known | {"linked_data": data}


def _of_law(item: Item, record: DocumentRecord, gazette: PublicationRecord) -> dict[str, Any]:
    """What search engines are told of a legal act and reference managers do not ask for.

    ``force`` is a value of ``legislationLegalForce`` of schema.org, where the print proves it; ``jurisdiction`` is
    where its issuers rule.
    """
    evidence = record.evidence
    return _known(
        title=record.document.title,
        number=record.document.number,
        kind=record.document.kind,
        jurisdiction=_jurisdiction(item, gazette.region or ""),
        start=_day(evidence.start) if evidence else None,
        force="NotInForce" if evidence and record.status in NOT_IN_FORCE else None,
    )


def head_of_issue(record: IssueRecord, gazette: PublicationRecord, title: str) -> dict[str, Any]:
    """The values of an issue, which is called ``title`` on its page; what is not known is left out."""
    known = _known(
        title=title,
        issue_number=issue_mark(read_id(record.id).nth),
        published=_day(record.issue.published),
        publisher=record.issue.publisher,
    )
    return _names(gazette) | {"linked_data": issue_data(known | _names(gazette))}


def head_of_gazette(gazette: PublicationRecord) -> dict[str, Any]:
    """The values of a gazette."""
    names = _names(gazette)
    return names | {"linked_data": gazette_data(names | _known(region=gazette.region))}


def _names(gazette: PublicationRecord) -> dict[str, Any]:
    """The gazette, which the pages of its issues and documents name, too."""
    return _known(gazette=gazette.title, gazette_id=gazette.id)


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
