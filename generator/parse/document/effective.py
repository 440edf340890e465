"""When a document says that it is in force, and what it issues: 施行日期 and 有效期."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.dates import find_print, is_month, is_real_date
from generator.lexicon.expressions.stops import STOPS
from generator.model import Effective, Finding, Part, Stretch, Text
from generator.model.document import Bound
from generator.parse.force.first_days import read_beginning, read_first_of_term
from generator.parse.force.force_terms import read_last_day
from generator.parse.force.own_force import own_words, words_on
from generator.words.say import say

_SENTENCE = re.compile(f"[^{STOPS}]+[{STOPS}]?")
LONGEST_SHOWN = 40
"""Longest end of a sentence that the finding on its date shows, in characters."""
_WORDS_OF_FORCE = re.compile(
    "起|有效|至|溯|失效|之日|日后|布后|次日|试行|暂行|日(?:正式|开始|施行|实施|执行|生效)"
    "|行(?:日期|时间|期)|施(?:日期|时间|期)|效(?:日期|时间|期)"
)
"""Where a block has none of these words, its sentences are not searched for dates of force.

Each alternative opens with one letter, so that the search of an expression skips all others.
"""
_BOUNDS: tuple[Bound, ...] = ("from", "until")


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


class Force(NamedTuple):
    """When a document and what it issues are in force."""

    effective: Effective
    """The dates of the document."""
    parts: tuple[Part, ...]
    """Its parts; an instrument has dates of its own where it is one of several, or they differ."""
    findings: list[Finding]
    """What is to be said of them."""


def read_force(parts: Sequence[Part], date: str | None) -> Force:
    """Dates of force from the first sentences that name them; a date that the calendar lacks is a finding.

    A beginning from which no day can be reckoned (自2021年第四季度起施行) has its sentence in ``at`` and no
    value, and is a finding too. Where a document issues several instruments, only what its notice says
    for all, or all that say something agree in, is that of the document. An instrument has the dates of
    its own sentences, and of a sentence of the notice whose subject is its title.

    :param date: of the document
    """
    places = [place for place, part in enumerate(parts) if part.kind == "enclosure"]
    whole = _read_whole(parts, places, date)
    start = whole.days.get("from")
    readings = {place: _read_instrument(parts, place, date, start) for place in places}
    if len(places) > 1:
        for name in _BOUNDS:
            whole.agree(name, list(readings.values()))
    own = {}
    for place, reading in readings.items():
        if len(places) > 1 or reading.differs_from(whole):
            own[place] = reading.effective
            whole.findings |= {**reading.findings, **whole.contradicted_by(reading)}
    return Force(whole.effective, _placed(parts, own), list(whole.findings.values()))


def _read_whole(parts: Sequence[Part], places: Sequence[int], date: str | None) -> "_Reading":
    """What a document says of itself and its only instrument; of several only what is said for all."""
    if len(places) > 1:
        others = [place for place in range(len(parts)) if place not in places]
        return _read(_sentences(parts, others, own_words), date)
    titles = {fold(parts[place].title or "") for place in places} - {""}
    return _read(_sentences(parts, range(len(parts)), partial(own_words, issued=titles)), date)


def read_effective(parts: Sequence[Part], date: str | None) -> tuple[Effective, list[Finding]]:
    """The dates of force of a document, and what is to be said of them: see :func:`read_force`."""
    force = read_force(parts, date)
    return force.effective, force.findings


def _placed(parts: Sequence[Part], own: Mapping[int, Effective]) -> tuple[Part, ...]:
    """The parts of which some have dates of their own, and no other."""
    placed = list(parts)
    for place, part in enumerate(parts):
        effective = own.get(place)
        if part.effective or (effective and effective.at):
            own_dates = effective if effective and effective.at else msgspec.UNSET
            placed[place] = msgspec.structs.replace(part, effective=own_dates)
    return tuple(placed)


def _read_instrument(
    parts: Sequence[Part], place: int, date: str | None, start: str | None
) -> "_Reading":
    """What is said of an instrument: where its title is the subject, and in its own sentences.

    :param start: the first day that its notice says
    """
    title = fold(parts[place].title or "")
    before = [other for other in range(place) if parts[other].kind == "body"] if title else []
    named = _sentences(parts, before, partial(words_on, title=title))
    return _read([*named, *_sentences(parts, [place], own_words)], date, start)


def _read(sentences: Iterable[_Sentence], date: str | None, start: str | None = None) -> "_Reading":
    """What sentences say, in their order; a term counts from the day that a later one may say."""
    listed = list(sentences)
    reading = _Reading(date, start)
    for sentence in listed:
        reading.read_start(sentence)
    for sentence in listed:
        reading.read_first_of_term(sentence)
    for sentence in listed:
        reading.read_until(sentence)
    return reading


class _Reading:
    """What sentences say of force; of several the first counts."""

    def __init__(self, date: str | None, start: str | None) -> None:
        self._date, self._known_start = date, start
        self.days: dict[Bound, str] = {}
        """The dates."""
        self.said: dict[Bound, _Sentence] = {}
        """The sentence that says each of them, or that it cannot be reckoned."""
        self.findings: dict[str, Finding] = {}
        """What is to be said of the dates, by what is said of."""

    @property
    def effective(self) -> Effective:
        """What was read."""
        at = {name: self.said[name].place for name in _BOUNDS if name in self.said}
        return Effective(self.days.get("from"), self.days.get("until"), at or msgspec.UNSET)

    def read_start(self, sentence: _Sentence) -> None:
        """Take up the first day that a sentence says."""
        if "from" in self.said:
            return
        beginning = read_beginning(sentence.own, self._date)
        if beginning.is_open:
            self.said["from"] = sentence
            if not beginning.lacks_date:
                self.findings["from"] = _not_reckoned(sentence)
        elif beginning.day:
            self._take("from", beginning.day, sentence)

    def read_first_of_term(self, sentence: _Sentence) -> None:
        """Take up the first month of a term, where no sentence says a first day."""
        if "from" not in self.said and (first := read_first_of_term(sentence.own)):
            self._take("from", first, sentence)

    def read_until(self, sentence: _Sentence) -> None:
        """Take up the last day that a sentence says; a term counts from the first day."""
        if "until" in self.said:
            return
        start = self.days.get("from") if "from" in self.said else self._known_start or self._date
        if last := read_last_day(sentence.own, start):
            self._take("until", last, sentence)

    def agree(self, name: Bound, others: Sequence["_Reading"]) -> None:
        """Take up what others that say something agree in; where they differ, say so.

        An end is that of all only where all have one.
        """
        saying = [other for other in others if name in other.days]
        if name in self.said or not saying or (name == "until" and len(saying) < len(others)):
            return
        first = saying[0].days[name]
        for other in saying:
            if other.days[name] != first:
                self.findings[f"differs.{name}"] = _differs(other.said[name])
                return
        self.days[name], self.said[name] = first, saying[0].said[name]

    def differs_from(self, whole: "_Reading") -> bool:
        """Whether it says a day that the document does not."""
        return any(whole.days.get(name) != day for name, day in self.days.items())

    def contradicted_by(self, inner: "_Reading") -> dict[str, Finding]:
        """What is said of an instrument that begins on another day than its notice says.

        An amended text that is printed again has an older day, which contradicts nothing.
        """
        own, other = self.days.get("from"), inner.days.get("from")
        if not own or not other or own == other or other < (self._date or other):
            return {}
        return {"differs": _differs(inner.said["from"])}

    def _take(self, name: Bound, value: str, sentence: _Sentence) -> None:
        """Note a value with its sentence, and what is to be said of one that the calendar lacks."""
        self.days[name], self.said[name] = value, sentence
        if not (is_real_date(value) or is_month(value)):
            self.findings.setdefault(value, _impossible(sentence, value))


def _sentences(
    parts: Sequence[Part], places: Iterable[int], own: Callable[[str], str]
) -> Iterator[_Sentence]:
    """The sentences of some parts that speak of the document's own force.

    :param own: the words of a sentence that do
    """
    for part in places:
        for place, block in enumerate(parts[part].blocks):
            if isinstance(block, Text) and _WORDS_OF_FORCE.search(block.text):
                for match in _SENTENCE.finditer(block.text):
                    printed = squeeze(match[0]).rstrip(STOPS)
                    if words := own(printed):
                        yield _Sentence(
                            block, Stretch(part, place, *_bounds(match)), printed, words
                        )


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


def _differs(sentence: _Sentence) -> Finding:
    """What is said of a date of force that is not that which the document says elsewhere."""
    return Finding(
        line=_line(sentence.block),
        kind="force-differs",
        severity="warning",
        message=say("message.force-differs", sentence=sentence.printed[-LONGEST_SHOWN:]),
    )
