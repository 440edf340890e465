"""时效 in words: never a bare 有效, always with its evidence and the day for which it is said."""

from collections.abc import Iterator

from generator.lexicon.dates import is_real_date
from generator.link.status import find_day, last_day
from generator.model import DocumentRecord, Evidence
from generator.pages.index.citations import Citations
from generator.pages.writing.addresses import document_uri
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import dated, link
from generator.words.say import say
from generator.words.wording import cut, date_words, titled, validity_word

LONGEST = 80
"""Longest quotation of a sentence, in characters."""
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
    state, day = state_markdown(citations, record, uri), time_html(evidence.as_of, "force-day")
    yield say("document.state_on_day", state=state, day=day)
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
    start, evidence = record.document.effective.start, record.evidence
    if start:
        yield dated(start)
    if start and evidence and not (evidence.until or record.status == "pending"):
        yield from _quoted(evidence, anchor)


def _quoted(evidence: Evidence, anchor: str) -> Iterator[str]:
    """The sentence that the evidence rests on, as a link to it."""
    if evidence.sentence:
        quoted = escape_label(f"“{cut(evidence.sentence, LONGEST)}”")
        yield f"[{quoted}](#{anchor})" if anchor else quoted


def state_markdown(
    citations: Citations, record: DocumentRecord, uri: str, *, short: bool = False
) -> str:
    """The state of a document with the dates from which a script can decide it anew.

    :param short: whether the dates are said elsewhere
    """
    evidence, status = record.evidence, record.status or "none"
    if evidence is None:
        return ""
    state = f'<span class="force-state">{validity_word(status)}</span>'
    if not short:
        state = _with_date(state, evidence, status)
    if status == "repealed" and evidence.by in citations.records:
        by = citations.records[str(evidence.by)]
        document = link(titled(by.document.title), document_uri(by), uri)
        state = say("document.repealed_by", document=document)
    return f'<span class="force"{_data(evidence, status)}>{state}</span>'


def time_html(iso: str, name: str = "") -> str:
    """A date with its ISO form; an impossible date has none that a machine may read."""
    if not is_real_date(iso):
        return escape(date_words(iso))
    classes = f' class="{name}"' if name else ""
    return f'<time{classes} datetime="{iso}">{date_words(iso)}</time>'


def _with_date(state: str, evidence: Evidence, status: str) -> str:
    """The state with the date that it speaks of."""
    if status == "pending" and evidence.start:
        return say("document.state_from", state=state, day=time_html(evidence.start))
    if evidence.until and status in ("term", "expired"):
        return say("document.state_until", state=state, day=time_html(evidence.until))
    return state


def _data(evidence: Evidence, status: str) -> str:
    """Attributes for the script.

    A repealed document has none, as no later day changes its state.
    """
    if status == "repealed":
        return ""
    pairs = (("from", evidence.start), ("until", evidence.until))
    days = ((name, last_day(date)) for name, date in pairs if date)
    return "".join(f' data-{name}="{day}"' for name, day in days if is_real_date(day))
