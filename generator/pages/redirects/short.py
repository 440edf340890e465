"""The pages of numbers that several documents have.

``n/某政发/2021/3/`` leads to the document with the number 某政发〔2021〕3号, by a file for each 机关代字
(``export/short_files.py``); where there are several, this page lets the reader choose.
"""

from collections.abc import Iterator, Sequence

from generator.lexicon.characters import fold
from generator.lexicon.numbers import DocumentNumber, write_number
from generator.model import DocumentRecord
from generator.pages.index.document_rows import issue_link
from generator.pages.index.indexes import Registers
from generator.pages.writing.addresses import (
    address_uri,
    crumbs,
    document_uri,
    home_crumb,
    numbers_crumb,
)
from generator.pages.writing.escape import clean, escape
from generator.pages.writing.markdown import bullets, heading, join, link
from generator.pages.writing.page import NOT_INDEXED, Page
from generator.registers.short_numbers import Holder, find_holders
from generator.words.say import say


def short_pages(registers: Registers) -> Iterator[Page]:
    """A page for every number that several documents have, or had, in the order of the numbers."""
    for number, holders in find_holders(registers.archive).items():
        if len(holders) > 1:
            uri, written = f"{number.folder}.md", write_number(DocumentNumber(*number))
            yield _candidates_page(registers, uri, written, holders)


def _candidates_page(
    registers: Registers, uri: str, number: str, holders: Sequence[Holder]
) -> Page:
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


def _kind(holders: Sequence[Holder]) -> str:
    """Whether those that have a number are printings of one document, as their titles say, or several."""
    held = [holder for holder in holders if isinstance(holder, DocumentRecord)]
    titles = sorted((fold(record.document.title) for record in held), key=len)
    is_one = len(held) == len(holders) and all(title.endswith(titles[0]) for title in titles)
    return "printings" if is_one else "candidates"


def _candidate(registers: Registers, holder: Holder, uri: str) -> str:
    """A document with the issue that distinguishes it from the others."""
    if not isinstance(holder, DocumentRecord):
        return link(holder.title or holder.id, address_uri(holder.id), uri)
    issue = registers.issues[holder.issue]
    label = link(holder.document.title, document_uri(holder), uri)
    where = issue_link(registers, issue, uri)
    return say("short.candidate", document=label, issue=where)
