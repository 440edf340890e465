"""时效名录: what is repealed, what is not yet in force, and what expires when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.lexicon.dates import is_real_date
from generator.link.status import find_day
from generator.model import DocumentRecord
from generator.pages.body.validity_note import COVERAGE, state_markdown, time_html
from generator.pages.index.citations import href
from generator.pages.index.document_rows import number_column, title_column
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Group, Listing, group_by, listing_pages
from generator.pages.writing.addresses import gazette_uri, home_crumb, registers_crumb
from generator.pages.writing.escape import escape_label
from generator.pages.writing.page import Page
from generator.words.say import say
from generator.words.wording import moment_words, month_words, validity_word, year_label

VALIDITY_REGISTER = "archive/force/index.md"
_OTHER = "other"
"""Represents the month of a term that is no date: 长期."""


def validity_pages(registers: Registers) -> Iterator[Page]:
    """The register: repealed, pending, then by the month in which a term ends, the latest first."""
    dated = [record for record in registers.documents if record.evidence]
    ending = [record for record in dated if record.evidence and record.evidence.until]
    groups = (*_first(dated), *_by_month(ending))
    yield from listing_pages(
        Listing(
            uri=VALIDITY_REGISTER,
            title=say("force.title"),
            description=say("force.description"),
            kind="listing",
            above=(home_crumb(), registers_crumb()),
            columns=_columns(registers),
            groups=groups,
            intro=tuple(_intro(dated, any_listed=bool(groups))),
            empty="" if dated else None,
            newest_first=True,
        )
    )


def _intro(dated: Sequence[DocumentRecord], *, any_listed: bool) -> Iterator[str]:
    """What the register says, for which day, and about how many documents it is silent.

    The day is named where all gazettes have the same one; else each row leads to that of its gazette.

    :param any_listed: whether it has rows, so that the silent documents are the others
    """
    if not dated:
        yield say("force.intro")
        return
    days = {_covered(record) for record in dated}
    day = days.pop() if len(days) == 1 else ""
    yield say("force.intro_judged", day=time_html(day)) if day else say("force.intro_judged_each")
    silent = sum(map(_is_silent, dated))
    if silent:
        yield _silent(moment_words(day) if day else "", silent, any_listed=any_listed)


def _is_silent(record: DocumentRecord) -> bool:
    """Whether nothing is known that ends a document, not even a repeal that is to come."""
    return record.status == "none" and not (record.evidence and record.evidence.by)


def _silent(date: str, silent: int, *, any_listed: bool) -> str:
    """About how many documents the register is silent."""
    if date and any_listed:
        return say("force.others_silent", date=date, n=silent)
    if date:
        return say("force.all_silent", date=date, n=silent)
    if any_listed:
        return say("force.others_silent_each", n=silent)
    return say("force.all_silent_each", n=silent)


def _covered(record: DocumentRecord) -> str:
    """The day to which the gazette of a document is held; empty where none is known."""
    return (record.evidence.as_of if record.evidence else None) or ""


def _first(records: Sequence[DocumentRecord]) -> Iterator[Group[DocumentRecord]]:
    """Documents that are repealed, those whose repeal is to come, and those that are not yet in force."""
    to_come = [record for record in records if _is_repealed_later(record)]
    repealed, pending = (
        [record for record in records if record.status == status]
        for status in ("repealed", "pending")
    )
    groups = (
        ("repealed", validity_word("repealed"), repealed),
        ("to-be-repealed", say("force.to_be_repealed"), to_come),
        ("pending", say("force.pending"), pending),
    )
    for key, title, rows in groups:
        if rows:
            yield Group(key, title, rows)


def _is_repealed_later(record: DocumentRecord) -> bool:
    """Whether a held document repeals it from a day on to which its gazette is not held yet."""
    return record.status != "repealed" and bool(record.evidence and record.evidence.by)


def _by_month(records: Sequence[DocumentRecord]) -> tuple[Group[DocumentRecord], ...]:
    """Documents by the month in which their term ends, the latest first."""
    ordered = sorted(records, key=lambda record: find_day(_until(record)) or "", reverse=True)
    months = group_by(ordered, lambda record: (find_day(_until(record)) or _OTHER)[:7], _month)
    return tuple(replace(month, page=_year(month.key)) for month in months)


def _year(key: str) -> tuple[str, str] | None:
    """What the page of a year is called that has this month, where the register is split."""
    return None if key == _OTHER else (key[:4], year_label(key[:4]))


def _month(key: str) -> str:
    """2023年12月到期, or that the last day is given in other words than a date."""
    if key == _OTHER:
        return say("force.other_term")
    month = str(int(key[5:]))
    return say("force.ending", year=key[:4], month=month, name=month_words(month))


def _until(record: DocumentRecord) -> str:
    """The last day of force as the document says it; empty when it says none."""
    return (record.evidence.until if record.evidence else None) or ""


def _last_day(until: str) -> str:
    """The last day as printed; one that no calendar has says so."""
    if not until:
        return ""
    day = time_html(until)
    return day if is_real_date(until) else say("force.no_such_day", day=day)


def _gazette(registers: Registers, record: DocumentRecord, uri: str) -> str:
    """The gazette of a document, leading to the words that say how far it is held."""
    label = escape_label(registers.publications[record.gazette].title)
    return f"[{label}]({href((gazette_uri(record.gazette), COVERAGE), uri)})"


def _columns(registers: Registers) -> tuple[Column[DocumentRecord], ...]:
    """Title, number, last day as printed, state, and where it is said how far the gazette is held."""
    return (
        title_column(),
        number_column(),
        Column(say("force.until"), lambda record, _: _last_day(_until(record))),
        Column(
            say("force.title"),
            lambda record, uri: state_markdown(registers.citations, record, uri, short=True),
        ),
        Column(
            say("force.coverage"),
            lambda record, uri: _gazette(registers, record, uri),
        ),
    )
