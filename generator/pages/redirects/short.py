"""Short addresses by number.

``n/某政发/2021/3/`` leads to the document with the number 某政发〔2021〕3号.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon.characters import fold
from generator.lexicon.numbers import DocumentNumber, write_number
from generator.model import DocumentRecord
from generator.pages.index.indexes import Registers
from generator.pages.redirects.retired import redirect_page
from generator.pages.writing.addresses import (
    address_uri,
    crumbs,
    document_uri,
    home_crumb,
    issue_uri,
    numbers_crumb,
    short_uri,
)
from generator.pages.writing.escape import clean, escape
from generator.pages.writing.markdown import bullets, heading, join, link
from generator.pages.writing.page import NOT_INDEXED, Page
from generator.words.say import say


class Holder(NamedTuple):
    """An address to which a number leads."""

    title: str
    uri: str
    record: DocumentRecord | None
    """The document; None where one was withdrawn or merged into another."""


def short_pages(registers: Registers) -> Iterator[Page]:
    """A page for every number with a bracketed year, in the order of the numbers."""
    for uri, holders in sorted(_holders(registers).items()):
        _, prefix, year, serial = uri.removesuffix(".md").split("/")
        number = write_number(DocumentNumber(prefix, int(year), int(serial)))
        if len(holders) == 1:
            goal = holders[0][:2]
            lead = say("short.lead", number=escape(number), link=link(*goal, uri))
            yield redirect_page(uri, number, lead, goal)
        else:
            yield _candidates_page(registers, uri, number, holders)


def _holders(registers: Registers) -> dict[str, list[Holder]]:
    """What has each number.

    The documents, or where there is none any more, the addresses that had it.
    """
    found: defaultdict[str, list[Holder]] = defaultdict(list)
    for record in registers.documents:
        if uri := short_uri(record.document.number):
            found[uri].append(Holder(record.document.title, document_uri(record), record))
    for entry in registers.archive.permalinks:
        uri = short_uri(entry.number) if entry.is_retired else None
        if uri and not any(holder.record for holder in found[uri]):
            found[uri].append(Holder(entry.title or entry.id, address_uri(entry.id), None))
    return found


def _candidates_page(registers: Registers, uri: str, number: str, holders: list[Holder]) -> Page:
    """The page of a number that several documents have: the reader chooses."""
    blocks = [
        crumbs(uri, (home_crumb(), numbers_crumb()), number),
        heading(1, number, "title"),
        say(f"short.{_kind(holders)}", n=len(holders), number=escape(number)),
        bullets(_candidate(registers, holder, uri) for holder in holders),
    ]
    meta = {
        "title": clean(number),
        "description": say("short.description", n=len(holders), number=number),
        "kind": "listing",
        **NOT_INDEXED,
    }
    return Page(uri=uri, meta=meta, text=join(blocks))


def _kind(holders: list[Holder]) -> str:
    """Whether those that have a number are printings of one document, as their titles say, or several."""
    titles = sorted((fold(holder.title) for holder in holders), key=len)
    is_one = all(holder.record for holder in holders) and all(
        title.endswith(titles[0]) for title in titles
    )
    return "printings" if is_one else "candidates"


def _candidate(registers: Registers, holder: Holder, uri: str) -> str:
    """A document with the issue that distinguishes it from the others."""
    label = link(holder.title, holder.uri, uri)
    if holder.record is None:
        return label
    issue = registers.issues[holder.record.issue]
    where = link(registers.full_name(issue), issue_uri(issue), uri)
    return say("short.candidate", document=label, issue=where)
