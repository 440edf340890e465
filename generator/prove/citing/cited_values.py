"""What is known of a document where it is cited, and whether a value that was published is one of these."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import DocumentRecord, IssueRecord, Value
from generator.model.base import is_month, is_real_date
from generator.model.ids import UNDATED, read_id
from generator.prove.mismatch import quote
from generator.reference.csl_item import issue_mark, named_issuers, plain
from generator.reference.printed_span import last_page
from generator.visible import seen_text


class Known(Value, frozen=True):
    """What is known of a document; empty, or 0, where it is not."""

    id: str
    title: str
    issuers: tuple[str, ...]
    number: str
    kind: str
    date: str
    """成文日期, a day or a month."""
    counted: str
    """When its issue was published; only the year in which that is counted, where it is another."""
    published: str
    """When its issue was published; the year of that, where no more is known."""
    publisher: str
    issue: str
    """How a reference counts its issue in the year: 4, 增刊1."""
    first: int
    last: int
    """Printed pages."""
    gazette: str
    """Title of the gazette; empty where what was published says it and nothing else does."""

    @property
    def page(self) -> str:
        """The end of the address of its page."""
        return f"/archive/{self.id}/"


def known_of(issue: IssueRecord, record: DocumentRecord, gazette: str) -> Known:
    """What is known of a document of an issue."""
    document, place = record.document, read_id(record.id)
    year = "" if place.year == UNDATED else f"{place.year:04}"
    published = day_or_month(issue.issue.published)
    is_counted = not published or published[:4] != f"{place.year:04}"
    first = document.page or 0
    return Known(
        id=record.id,
        title=document.title,
        issuers=named_issuers(document),
        number=document.number or "",
        kind=document.kind or "",
        date=day_or_month(document.date),
        counted=year if is_counted else published,
        published=published or year,
        publisher=issue.issue.publisher or "",
        issue=issue_mark(place.nth),
        first=first,
        last=max(first, last_page(document, issue.issue.findings) or 0),
        gazette=gazette,
    )


def day_or_month(iso: str | None) -> str:
    """A date that a calendar has; empty for any other."""
    return iso if iso and (is_real_date(iso) or is_month(iso)) else ""


def is_same(known: object, seen: object) -> bool:
    """Whether two values are the same but for blanks, and for characters that no text can have."""
    if isinstance(known, list | tuple) and isinstance(seen, list | tuple):
        return len(known) == len(seen) and all(map(is_same, known, seen))
    if isinstance(known, str) and isinstance(seen, str):
        return seen_text(seen) in (seen_text(known), seen_text(plain(known)))
    return known == seen


def unlike(form: str, expected: Mapping[str, Any], seen: Mapping[str, Any]) -> Iterator[str]:
    """What of some values is not what a form says, a line for each; what is not known must not be said."""
    for name, known in expected.items():
        said = seen.get(name) or type(known)()
        if not is_same(known, said):
            yield f"{form} {name}: {quote(str(known))} is {quote(str(said))}"


def is_address(url: object, known: Known, canonical: str) -> bool:
    """Whether an absolute address is that of a document.

    :param canonical: as its page says it; empty where the site does not know its own, as in a bundle, which may
        name that of the whole archive
    """
    if canonical or not url:
        return (url or "") == canonical
    return isinstance(url, str) and url.startswith(("http:", "https:")) and url.endswith(known.page)
