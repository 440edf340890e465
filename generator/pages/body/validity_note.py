"""时效 in words: never a bare 有效, always with its evidence and how far its gazette is held.

How far that is, to which day and with how many issues, is said on the page of the gazette, to which a
document leads: said on each document, it would change all of them with every issue that is added. What
the print itself dates (a term that is over, a beginning, a repeal) is said with that date. Only such
dates are compared with a later day, that of the reader: the words that a script puts then are written
here, in attributes.
"""

import re
from collections.abc import Callable, Iterator

from generator.lexicon.dates import is_real_date
from generator.link.resolve import Target, instruments
from generator.link.status import find_day, last_day
from generator.model import DocumentRecord, Evidence
from generator.model.validity import Status
from generator.pages.index.citations import Citations
from generator.pages.writing.addresses import document_uri, gazette_uri
from generator.pages.writing.escape import escape, escape_attribute, escape_label
from generator.pages.writing.markdown import dated, link, relative
from generator.words.say import say
from generator.words.wording import cut, date_words, moment_words, titled, validity_word

_IN_PART = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_PRINTED = frozenset({"expired", "repealed"})
"""States that the print itself dates; no later issue is needed to know them."""
LONGEST = 80
"""Longest quotation of a sentence, in characters."""
COVERAGE = "coverage"
"""Anchor of the words on the page of a gazette that say how far it is held."""
VALIDITY = "force"
"""Anchor of a paragraph that says when a document is in force and has no anchor of its own."""


def validity_values(
    citations: Citations, record: DocumentRecord, uri: str, anchor: str
) -> Iterator[str]:
    """The values of 时效 in the fact box.

    :param anchor: of the text that gives the term; empty when there is none
    """
    evidence = record.evidence
    if evidence is None:
        return
    yield state_markdown(citations, record, uri)
    yield _basis(record, evidence, record.status or "none", uri)
    if record.status in {"term", "pending"} and evidence.by in citations.records:
        yield _repeal_to_come(citations.records[str(evidence.by)], evidence, uri)
    if evidence.until or record.status == "pending":
        yield from _quoted(evidence, anchor)
    if evidence.until and not is_real_date(evidence.until):
        yield _no_such_day(evidence.until)


def _no_such_day(until: str) -> str:
    """What is said of the end of a term that no calendar has, and by which day it is reckoned."""
    printed, day = escape(date_words(until)), find_day(until)
    if not day:
        return say("document.no_such_day", date=printed)
    return say("document.no_such_day_reckoned", date=printed, day=date_words(day))


def start_values(record: DocumentRecord, anchor: str) -> Iterator[str]:
    """The values of 施行日期: the day, and the sentence that gives it where 时效 does not quote it.

    :param anchor: of that sentence; empty when there is none
    """
    effective, evidence = record.document.effective, record.evidence
    if effective.start:
        yield dated(effective.start)
    is_said = "from" in (effective.at or {}) or effective.start
    if is_said and evidence and not (evidence.until or record.status == "pending"):
        yield from _quoted(evidence, anchor)
    for instrument in instruments(record):
        yield from _own_term(record, instrument)


def _own_term(record: DocumentRecord, instrument: Target) -> Iterator[str]:
    """The dates of force of an instrument, where they are not those of its document."""
    own = record.document.parts[instrument.part or 0].effective
    if not own:
        return
    title = f"[{escape_label(titled(instrument.title))}](#{instrument.anchor})"
    days = {name: dated(day) for name, day in (("day", own.start), ("until", own.until)) if day}
    if own.start and own.until:
        yield say("force.instrument_term", title=title, **days)
    elif own.start:
        yield say("force.instrument_from", title=title, **days)
    elif own.until:
        yield say("force.instrument_until", title=title, **days)


def _quoted(evidence: Evidence, anchor: str) -> Iterator[str]:
    """The sentence that the evidence rests on, as a link to it."""
    if evidence.sentence:
        quoted = escape_label(f"“{cut(evidence.sentence, LONGEST)}”")
        yield f"[{quoted}](#{anchor})" if anchor else quoted


def _basis(record: DocumentRecord, evidence: Evidence, status: Status, uri: str) -> str:
    """What a state is judged by, and where it is said how far the gazette is held."""
    key = "print" if status in _PRINTED else "gazette"
    later = ""
    if _later_states(evidence, status):
        later = f' data-printed="{escape_attribute(_judged("print"))}"'
    judged = f"<span{later}>{_judged(key)}</span>"
    place = f"{relative(uri, gazette_uri(record.gazette))}#{COVERAGE}"
    coverage = f"[{escape_label(say('force.coverage'))}]({place})"
    return (
        f'<span class="force-basis">{say("force.basis", judged=judged, coverage=coverage)}</span>'
    )


def _judged(key: str) -> str:
    """By what a state is judged: the print itself, or the issues of its gazette that are held."""
    return say("force.judged_by_print") if key == "print" else say("force.judged_by_gazette")


def coverage_markdown(evidence: Evidence) -> str:
    """How far a gazette is held, as its own page says it: to which day, and with how many issues."""
    held = held_words(evidence.issues, evidence.missing)
    if not evidence.as_of:
        return say("force.covered_undated", held=held)
    return say("force.covered_to", day=time_html(evidence.as_of), held=held)


def held_words(issues: int, missing: int) -> str:
    """How many issues of a gazette are held, how many lack for certain, and that none is later."""
    if missing:
        return say("force.held_with_gaps", n=issues, missing=f"{missing:,}")
    return say("force.held", n=issues)


def state_markdown(
    citations: Citations, record: DocumentRecord, uri: str, *, short: bool = False
) -> str:
    """The state of a document with the dates from which a script can decide it anew.

    :param short: whether the dates are said elsewhere
    """
    evidence, status = record.evidence, record.status or "none"
    if evidence is None:
        return ""
    by = citations.records.get(evidence.by or "")
    if status == "repealed" and by:
        state = _repealed(by, evidence, uri)
    elif status == "none" and by:
        state = _repeal_to_come(by, evidence, uri)
    else:
        state = _state(evidence, status, None if short else time_html)
    return f'<span class="force"{_data(evidence, status, short=short)}>{state}</span>'


def _repealed(by: DocumentRecord, evidence: Evidence, uri: str) -> str:
    """What repeals a document, and from which day on."""
    document = link(titled(by.document.title), document_uri(by), uri)
    if not evidence.by_date:
        return say("document.repealed_by", document=document)
    return say("document.repealed_by_on", document=document, day=time_html(evidence.by_date))


def _repeal_to_come(by: DocumentRecord, evidence: Evidence, uri: str) -> str:
    """What repeals a document from a day on to which its gazette is not held yet."""
    document = link(titled(by.document.title), document_uri(by), uri)
    return say("document.repealed_from", document=document, day=time_html(evidence.by_date or ""))


def _state(evidence: Evidence, state: str, date: Callable[[str], str] | None) -> str:
    """A state with the date that it speaks of.

    :param date: how a date is written; without it only the state is said
    """
    word = validity_word(state)
    if date and state in {"pending", "begun"} and evidence.start:
        return say("document.state_from", state=word, day=date(evidence.start))
    if date and state in {"term", "expired"} and evidence.until:
        return say("document.state_until", state=word, day=date(evidence.until))
    return word


def time_html(iso: str) -> str:
    """A date with its ISO form; an impossible date has none that a machine may read."""
    if _IN_PART.fullmatch(iso):
        return f'<time datetime="{iso}">{moment_words(iso)}</time>'
    if not is_real_date(iso):
        return escape(date_words(iso))
    return f'<time datetime="{iso}">{date_words(iso)}</time>'


def _later_states(evidence: Evidence, status: Status) -> tuple[str, ...]:
    """The states that the printed dates can give on a later day than that of the gazette."""
    ends = is_real_date(last_day(evidence.until or ""))
    if status == "pending" and evidence.start:
        begun = "term" if ends else "begun"
        return (begun, "expired") if ends else (begun,)
    return ("expired",) if status == "term" and ends else ()


def _data(evidence: Evidence, status: Status, *, short: bool) -> str:
    """Attributes for the script: printed dates, and what is said of a document when they have come.

    A state that no later day changes has none.
    """
    states = _later_states(evidence, status)
    pairs = (("from", evidence.start), ("until", evidence.until)) if states else ()
    days = ((name, last_day(date)) for name, date in pairs if date)
    dates = "".join(f' data-{name}="{day}"' for name, day in days if is_real_date(day))
    write = None if short else date_words
    for state in states:
        dates += f' data-{state}="{escape_attribute(_state(evidence, state, write))}"'
    return dates
