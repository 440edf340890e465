"""Where people said that a document begins, that none does, or that one has ended."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from generator.lexicon.numbers import read_number_line
from generator.lexicon.organs import read_head
from generator.model import Finding
from generator.model.correction import Correction
from generator.parse.draft import Start
from generator.parse.heads.titles import title_after
from generator.read import Line
from generator.read.corrections.notes import correction_finding, failed_finding
from generator.words.say import say

LONGEST_NUMBER = 60
"""Longest line with nothing but a number, in characters; it belongs to the head above it although nobody quoted it."""


class _Stretch(NamedTuple):
    """Lines of which one entry speaks; positions count in ``Draft.lines``."""

    said: Correction
    """The entry."""
    places: range
    """The lines."""


@dataclass(slots=True)
class SaidStarts:
    """What people said of the beginnings and ends of the documents of an issue."""

    lines: list[Line]
    stretches: tuple[_Stretch, ...]
    """What the entries speak of, in the order of the lines."""
    at: dict[int, int]
    """Position of a line → its stretch among those that speak of a beginning."""
    denied: set[int] = field(default_factory=set)
    """Positions of lines with which no document begins."""
    deniers: set[int] = field(default_factory=set)
    """The stretches, by their place among all, that took a beginning away."""
    prefaces: set[int] = field(default_factory=set)
    """Those that are before the head of a document."""

    def settle(self, starts: Sequence[Start]) -> list[Start]:
        """The starts as people said: without those that they deny, with those that they name."""
        kept = [start for start in starts if not self._is_denied(start)]
        named = [start for stretch in self.stretches for start in self._named(stretch)]
        return sorted([*kept, *named], key=lambda start: start.first)

    def _is_denied(self, start: Start) -> bool:
        """Whether the head of a start has a line with which, as people said, no document or another one begins."""
        own = set(range(start.begin, max(start.body, start.first + 1)))
        touching = {self.at[place] for place in own if place in self.at}
        if not touching and not own & self.denied:
            return False
        self.deniers.update(touching)
        if any(self.stretches[nth].said.begins != "document" for nth in touching):
            self.denied |= own
        return True

    def _named(self, stretch: _Stretch) -> Iterable[Start]:
        """The document whose head a stretch is."""
        if stretch.said.begins == "document":
            yield start_at(self.lines, stretch.places)

    def with_prefaces(self, starts: Sequence[Start]) -> list[Start]:
        """The starts, each with the text that people said opens its document above its head."""
        whole = list(starts)
        firsts = [start.first for start in starts]
        for nth, stretch in enumerate(self.stretches):
            place = stretch.places[0]
            below = bisect_left(firsts, place)
            inside = below > 0 and whole[below - 1].body > place
            if stretch.said.begins == "preface" and below < len(whole) and not inside:
                whole[below] = replace(whole[below], register=min(place, whole[below].begin))
                self.prefaces.add(nth)
        return whole

    def ends(self, starts: Sequence[Start]) -> tuple[int, ...]:
        """The positions before which, as people said, a document has ended; each is behind the head of one."""
        firsts = [start.first for start in starts]
        found: list[int] = []
        for stretch in self.stretches:
            place = stretch.places[0]
            above = bisect_left(firsts, place)
            if stretch.said.ends and above and starts[above - 1].body <= place:
                found.append(place)
        return tuple(found)

    def findings(self, starts: Sequence[Start], ends: Sequence[int]) -> list[Finding]:
        """What was made of the entries; of one that may speak of a part its reader reports."""
        begun, ended = {start.first for start in starts}, set(ends)
        found: list[Finding] = []
        for nth, stretch in enumerate(self.stretches):
            said, place = stretch.said, stretch.places[0]
            what = ""
            if said.begins == "document" and place in begun:
                what = say("message.correction.begins.document")
            elif said.begins == "preface" and nth in self.prefaces:
                what = say("message.correction.begins.preface")
            elif said.begins == "nothing" and nth in self.deniers:
                what = say("message.correction.begins.no-document")
            elif said.ends and place in ended:
                what = say("message.correction.ends")
            if what:
                text = text_at(self.lines, stretch.places)
                found.append(correction_finding(said, self.lines[place].number, what, text))
        return found

    def refused(self) -> list[Finding]:
        """The entries that would leave no document, each as one that was not made."""
        message = say("message.unusable-correction.last")
        return [
            failed_finding(self.stretches[nth].said, "unusable-correction", message)
            for nth in sorted(self.deniers)
        ]


def read_said_starts(lines: list[Line], body: int) -> SaidStarts:
    """What people said of the lines of the body."""
    stretches: list[_Stretch] = []
    for said, places in groupby(range(body, len(lines)), key=lambda place: lines[place].said):
        if said is not None:
            stretches.append(_Stretch(said, as_range(places)))
    at = {
        place: nth
        for nth, stretch in enumerate(stretches)
        if stretch.said.begins
        for place in stretch.places
    }
    return SaidStarts(lines, tuple(stretches), at)


def as_range(places: Iterable[int]) -> range:
    """Positions that follow each other, as a range."""
    whole = list(places)
    return range(whole[0], whole[-1] + 1)


def text_at(lines: list[Line], places: range) -> str:
    """The text of some lines, set apart by blanks."""
    return " ".join(lines[place].text for place in places)


def first_said(lines: list[Line]) -> int | None:
    """The first line with which, as people said, a document begins."""
    return next(
        (
            place
            for place, line in enumerate(lines)
            if line.said is not None and line.said.begins == "document"
        ),
        None,
    )


def start_at(lines: list[Line], places: range) -> Start:
    """The document whose head is some lines: red head, number and title; the number may be on the line below them."""
    first, stop = places[0], places[-1] + 1
    number = next((place for place in places if _is_number(lines[place])), None)
    head = first if len(places) > 1 and read_head(lines[first].text) else None
    title = _longest([place for place in places if place not in {head, number}])
    if title[0] == title[1]:
        title = title_after(lines, stop, len(lines))
    elif number is None and stop < len(lines) and _is_number(lines[stop]):
        number = stop
    return Start(first, title, number, head)


def _is_number(line: Line) -> bool:
    """Whether a line is nothing but the number of a document."""
    if line.cells or len(line.text) > LONGEST_NUMBER:
        return False
    return read_number_line(line.text) is not None


def _longest(places: Sequence[int]) -> tuple[int, int]:
    """The longest run of positions that follow each other, the end exclusive; empty for none."""
    runs: list[tuple[int, int]] = [(0, 0)]
    for place in places:
        first, stop = runs[-1]
        if place == stop and first < stop:
            runs[-1] = (first, place + 1)
        else:
            runs.append((place, place + 1))
    return max(runs, key=lambda run: run[1] - run[0])
