"""What comes into force, ends or is repealed after the newest document of the archive, by date, on the home page.

Each date is that of the evidence of a document; nothing is said of a day that nobody printed. The page stays true as
time passes: it names the dates, and the day from which on they are listed, which is that of the newest document.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon.dates import is_real_date
from generator.link.status import find_day
from generator.model import DocumentRecord
from generator.pages.body.validity_note import time_html
from generator.pages.index.indexes import Registers
from generator.pages.lists.validity_list import VALIDITY_REGISTER
from generator.pages.writing.addresses import HOME, document_uri
from generator.pages.writing.markdown import bullets, heading, link, section
from generator.words.say import say

MOST = 8
"""Most dates that the home page shows."""


class Due(NamedTuple):
    """A date on which something becomes of a document; they are in the order of these fields."""

    day: str
    place: int
    """Of the document in the archive."""
    kind: str
    """``start``, ``end`` or ``repeal``."""
    printed: str
    """The date as the document has it."""
    record: DocumentRecord


def archive_day(registers: Registers) -> str:
    """The day of the newest document; empty where none has one."""
    return max((find_day(record.day) or "" for record in registers.documents), default="")


def find_due(registers: Registers) -> list[Due]:
    """Everything that happens after the day of the archive, the earliest first."""
    today = archive_day(registers)
    found = (
        due
        for place, record in enumerate(registers.documents)
        for due in _dues_of(record, place)
        if today < due.day
    )
    return sorted(found, key=lambda due: due[:3])


def _dues_of(record: DocumentRecord, place: int) -> Iterator[Due]:
    """The dates of a document."""
    evidence = record.evidence
    if evidence is None or record.status == "repealed":
        return
    printed = {"start": evidence.start, "end": evidence.until}
    if evidence.by:
        printed["repeal"] = evidence.by_date
    for kind, date in printed.items():
        if date and (day := find_day(date)):
            yield Due(day, place, kind, date, record)


def due_markdown(registers: Registers) -> Iterator[str]:
    """The section; nothing where no document has such a date."""
    due = find_due(registers)
    if not due:
        return
    yield heading(2, say("home.due"), "due")
    yield say("home.due_from", day=time_html(archive_day(registers)))
    yield section("issue-list", bullets(map(_line, due[:MOST])))
    yield link(say("home.due_all"), VALIDITY_REGISTER, HOME)


def _line(due: Due) -> str:
    """A document, and what becomes of it when."""
    day = time_html(due.printed)
    if not is_real_date(due.printed):
        day = say("force.no_such_day", day=day)
    said = {
        "start": lambda: say("home.due_start", day=day),
        "end": lambda: say("home.due_end", day=day),
        "repeal": lambda: say("home.due_repeal", day=day),
    }[due.kind]()
    title = link(due.record.document.title, document_uri(due.record), HOME)
    return f'{title} <span class="more">{said}</span>'
