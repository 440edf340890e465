"""The head of a page against its document: Highwire and Dublin Core, Open Graph, JSON-LD, and its own address."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from generator.model import DocumentRecord
from generator.prove.citing.cited_values import Known, day_or_month, is_same, unlike
from generator.prove.citing.relation_checks import wrong_relations
from generator.prove.mismatch import Difference, quote
from generator.prove.page_text import PageReader
from generator.reference.csl_item import plain
from generator.reference.head_values import NOT_IN_FORCE
from generator.visible import seen_text
from generator.words.wording import cited_place

Plain = dict[str, Any]
OWN_THEME = b"assets/styles/document.css"
"""What the head of each page of the program's own theme has; another theme has a head of its own."""
_COLONS = str.maketrans("", "", ":：")
"""What is set behind recipients where none is printed."""


class Head(PageReader):
    """Reads the head of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.said: defaultdict[str, list[str]] = defaultdict(list)
        """Name or property of each tag → what it says; under ``title`` and ``ld`` the texts of these elements."""
        self.links: defaultdict[str, list[str]] = defaultdict(list)
        """Relation and type of links → their addresses."""
        self._open = ""
        before, mark, _ = page.partition(b"</head>")
        self.feed(before.decode(errors="replace") if mark else "")
        self.close()

    @property
    def canonical(self) -> str:
        """The address that the page says is its own; empty where it says none."""
        return next(iter(self.links["canonical"]), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what a tag says."""
        named = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.said[named.get("name") or named.get("property", "")].append(
                named.get("content", "")
            )
        elif tag == "link":
            kind = f"{named.get('rel', '')} {named.get('type', '')}".strip()
            self.links[kind].append(named.get("href", ""))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - nothing is in another element
        """Leave an element."""
        self._open = ""

    def handle_data(self, data: str) -> None:
        """Take the title and what is said as JSON-LD."""
        if self._open in {"title", "script"}:
            self.said[self._open].append(data)


def check_head(
    page: bytes, head: Head, known: Known, record: DocumentRecord
) -> Iterator[Difference]:
    """The differences of the head of the page of a document; nothing where another theme made it."""
    if OWN_THEME not in page.partition(b"</head>")[0]:
        return
    line = record.document.lines[0] if record.document.lines else 0
    for said in (
        *_of_tags(head, known),
        *_of_words(head, known, record),
        *_of_ld(head, known, record),
    ):
        yield Difference("pages", f"head of {known.id}", line, said)


def _of_tags(head: Head, known: Known) -> Iterator[str]:
    """What is wrong in the tags."""
    said = {
        "title": ("og:title", "citation_title", "DC.title"),
        "issuers": ("citation_author", "DC.creator"),
        "number": ("DC.identifier",),
        "date": ("DC.date",),
        "published": ("DCTERMS.issued", "article:published_time"),
        "publisher": ("citation_publisher", "DC.publisher"),
        "issue": ("citation_issue",),
        "gazette": ("citation_journal_title",),
    }
    expected: dict[str, list[str]] = {
        "citation_publication_date": _listed(known.counted or known.published),
        "citation_firstpage": _listed(str(known.first or "")),
        "citation_lastpage": _listed(str(known.last) if known.last > known.first else ""),
        "og:url": _listed(head.canonical),
        "og:image": _listed(_picture(head.canonical, known)),
        "citation_public_url": _listed(head.canonical),
    }
    for name, tags in said.items():
        value = getattr(known, name)
        if name != "gazette" or value:
            expected |= dict.fromkeys(tags, _listed(value))
    yield from unlike("tag", expected, head.said)


def _picture(canonical: str, known: Known) -> str:
    """The address of the picture of the gazette; empty where the site does not know its own."""
    site = canonical.removesuffix(known.page)
    return f"{site}/assets/previews/{known.id.partition('/')[0]}.png" if canonical else ""


def _listed(value: str | tuple[str, ...]) -> list[str]:
    """The values of a tag that is there once for each."""
    return list(value) if isinstance(value, tuple) else [value] if value else []


def _of_words(head: Head, known: Known, record: DocumentRecord) -> Iterator[str]:
    """What is wrong in title, description, address and place: words of the document or the gazette each of them."""
    title = seen_text("".join(head.said["title"]))
    if not title.startswith((seen_text(known.title), seen_text(plain(known.title)))):
        yield f"title: {quote(title)} does not begin with {quote(known.title)}"
    if head.canonical and not head.canonical.endswith(known.page):
        yield f"canonical: {quote(head.canonical)} is not the address of the page"
    text = _first_words(known, record)
    for name in ("description", "og:description"):
        said = seen_text("".join(head.said[name])).translate(_COLONS)
        if not said or (not text.startswith(said) and not is_same(known.title, said)):
            yield f"{name}: {quote(said)} is not the beginning of its text"
    place = cited_place(known.gazette, known.id, record.document.page)
    if known.gazette and not is_same([place], head.said["DC.source"]):
        yield f"tag DC.source: {quote(place)} is {quote(' '.join(head.said['DC.source']))}"


def _first_words(known: Known, record: DocumentRecord) -> str:
    """Number, recipients and first text of a document, without blanks and colons."""
    document = record.document
    texts = (getattr(block, "text", "") for part in document.parts for block in part.blocks)
    first = next(filter(None, texts), "")
    return seen_text(f"{known.number}{document.recipients or ''}{first}").translate(_COLONS)


def _of_ld(head: Head, known: Known, record: DocumentRecord) -> Iterator[str]:
    """What is wrong in the JSON-LD."""
    try:
        said = msgspec.json.decode("".join(head.said["script"]), type=Plain)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        yield "lost: its JSON-LD is not there, or is damaged"
        return
    evidence = record.evidence
    issue = _inner(said, "isPartOf")
    passed = said.get("legislationPassedBy") or []
    names = (
        [_inner({"": one}, "").get("name") for one in passed] if isinstance(passed, list) else []
    )
    expected = {
        "name": known.title,
        "legislationIdentifier": known.number,
        "legislationType": known.kind,
        "legislationDate": known.date,
        "datePublished": known.published,
        "legislationPassedBy": list(known.issuers),
        "legislationDateOfApplicability": day_or_month(evidence.start) if evidence else "",
        "legislationLegalForce": "https://schema.org/NotInForce"
        if evidence and record.status in NOT_IN_FORCE
        else "",
        "url": head.canonical,
        "@id": head.canonical,
    }
    yield from unlike("JSON-LD", expected, {**said, "legislationPassedBy": names})
    publisher, gazette = _inner(issue, "publisher"), _inner(issue, "isPartOf")
    expected = {"issueNumber": known.issue, "datePublished": known.published}
    expected |= {"publisher": known.publisher}
    expected |= {"isPartOf": known.gazette} if known.gazette else {}
    seen = {**issue, "publisher": publisher.get("name"), "isPartOf": gazette.get("name")}
    yield from unlike("JSON-LD isPartOf", expected, seen)
    yield from wrong_relations(said, record)


def _inner(value: Plain, name: str) -> Plain:
    """A value in another one; empty where there is none."""
    inner = value.get(name)
    return inner if isinstance(inner, dict) else {}
