"""When a document says that it is in force: 施行日期 and 有效期."""

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.dates import find_print, is_month, is_real_date
from generator.lexicon.expressions.stops import STOPS
from generator.model import Effective, Finding, Part, Stretch, Text
from generator.model.document import Bound
from generator.parse.force.beginnings import read_beginning
from generator.parse.force.own_words import own_words
from generator.parse.force.terms import read_last_day
from generator.words.say import say

_SENTENCE = re.compile(f"[^{STOPS}]+[{STOPS}]?")
LONGEST_SHOWN = 40
"""Longest end of a sentence that the finding on its date shows, in characters."""
_WORDS_OF_FORCE = re.compile(
    "起|有效|至|之日|日后|次日|[试暂]行|日(?:正式|开始|施行|实施|执行|生效)|[行施效](?:日期|时间)"
)
"""Where a block has none of these words, its sentences are not searched for dates of force."""


class _Sentence(msgspec.Struct, frozen=True):
    """A sentence that speaks of the document's own force."""

    block: Text
    """The block that holds it."""
    place: Stretch
    """Where it is."""
    printed: str
    """Its words, without blanks."""
    own: str
    """Those that speak of the document itself."""


def read_effective(parts: Sequence[Part], date: str | None) -> tuple[Effective, list[Finding]]:
    """Dates of force from the first sentences that name them; a date that the calendar lacks is a finding.

    A beginning from which no day can be reckoned (自2021年第四季度起施行) has its sentence in ``at`` and no
    value, and is a finding too.
    """
    sentences = list(_sentences(parts))
    reading = _Reading(date)
    for sentence in sentences:
        reading.read_start(sentence)
    for sentence in sentences:
        reading.read_until(sentence)
    return reading.effective, list(reading.findings.values())


class _Reading:
    """What the sentences of a document say of its force, the first that says something counts."""

    def __init__(self, date: str | None) -> None:
        self._date = date
        self._start: str | None = None
        self._until: str | None = None
        self._at: dict[Bound, Stretch] = {}
        self.findings: dict[str, Finding] = {}
        """What is to be said of the dates, by what is said of."""

    @property
    def effective(self) -> Effective:
        """What was read."""
        order: tuple[Bound, ...] = ("from", "until")
        at = {name: self._at[name] for name in order if name in self._at}
        return Effective(self._start, self._until, at or msgspec.UNSET)

    def read_start(self, sentence: _Sentence) -> None:
        """Take up the first day that a sentence says."""
        if "from" in self._at:
            return
        beginning = read_beginning(sentence.own, self._date)
        if beginning.is_open:
            self._at["from"] = sentence.place
            self.findings["from"] = _not_reckoned(sentence)
        elif beginning.day:
            self._start = beginning.day
            self._take("from", beginning.day, sentence)

    def read_until(self, sentence: _Sentence) -> None:
        """Take up the last day that a sentence says; a term counts from the first day."""
        if self._until:
            return
        start = self._start if "from" in self._at else self._date
        self._until = read_last_day(sentence.own, start)
        if self._until:
            self._take("until", self._until, sentence)

    def _take(self, name: Bound, value: str, sentence: _Sentence) -> None:
        """Note the place of a value, and what is to be said of one that the calendar lacks."""
        self._at[name] = sentence.place
        if not (is_real_date(value) or is_month(value)):
            self.findings.setdefault(value, _impossible(sentence, value))


def _sentences(parts: Sequence[Part]) -> Iterator[_Sentence]:
    """The sentences that speak of the document's own force."""
    issued = {fold(part.title) for part in parts if part.kind == "enclosure" and part.title}
    for part, place, block in _blocks(parts):
        if _WORDS_OF_FORCE.search(block.text):
            yield from _sentences_of(part, place, block, issued)


def _sentences_of(
    part: int, place: int, block: Text, issued: Collection[str]
) -> Iterator[_Sentence]:
    """Those of a block."""
    for match in _SENTENCE.finditer(block.text):
        printed = squeeze(match[0]).rstrip(STOPS)
        if own := own_words(printed, issued):
            yield _Sentence(block, Stretch(part, place, *_bounds(match)), printed, own)


def _blocks(parts: Sequence[Part]) -> Iterator[tuple[int, int, Text]]:
    """The blocks of running text, with the indices of their part and of themselves."""
    for index, part in enumerate(parts):
        for place, block in enumerate(part.blocks):
            if isinstance(block, Text):
                yield index, place, block


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    """Where the words of a sentence begin and end, the blanks around them left out."""
    return match.end() - len(match[0].lstrip()), match.start() + len(match[0].rstrip())


def _line(block: Text) -> int:
    """The line of a finding on a block."""
    return block.lines[-1] if block.lines else 0


def _impossible(sentence: _Sentence, value: str) -> Finding:
    """What is said of a date of force that the calendar lacks."""
    return Finding(
        line=_line(sentence.block),
        kind="impossible-date",
        severity="warning",
        found=find_print(sentence.printed, value),
        message=say("message.impossible-date.quoted", sentence=sentence.printed[-LONGEST_SHOWN:]),
    )


def _not_reckoned(sentence: _Sentence) -> Finding:
    """What is said of a beginning from which no day can be reckoned."""
    return Finding(
        line=_line(sentence.block),
        kind="force-not-reckoned",
        severity="info",
        message=say("message.force-not-reckoned", sentence=sentence.printed[-LONGEST_SHOWN:]),
    )
