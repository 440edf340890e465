"""The table of labels and values that the page of a site prints around a document.

``索引号：…``, ``发文字号：…``, ``发布机构：…``, ``发布日期：…``, on lines or in the cells of a table: two labels or
more without a repetition, one of which only sites have, beside the title of a document or at the beginning of the
page. They belong to the site, and the day on which the page was published is none of the document's. But where
the document prints no number, title or date of its own, the one of the table is its number, its title, or (below
the title) its date; a number that differs from what the document prints is a finding.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import find_dates, read_date
from generator.lexicon.expressions.site_words import (
    BUTTONS,
    DATE_LABELS,
    NUMBER_LABELS,
    OTHER_LABELS,
    OWN_LABELS,
    TITLE_LABELS,
)
from generator.lexicon.gazettes import is_site_line
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.numbers import read_number_line
from generator.model import Finding
from generator.read.lines import SITE, Line
from generator.words.say import say

_LABELS = f"{OWN_LABELS}|{NUMBER_LABELS}|{DATE_LABELS}|{TITLE_LABELS}|{OTHER_LABELS}"
_NO_COLON = "\0"
"""Represents the colon that a table leaves out."""
_LABEL = re.compile(rf"[\[【〔]?(?P<label>{_LABELS})[\]】〕]?(?:[:：]|{_NO_COLON})")
_WORD = re.compile(_LABELS)
_OWN, _NUMBER = re.compile(OWN_LABELS), re.compile(NUMBER_LABELS)
_TITLE, _DATE = re.compile(TITLE_LABELS), re.compile(DATE_LABELS)
_BUTTONS = re.compile(
    rf"(?:[\[【（(|]?(?:{BUTTONS})[\]】）)|:：]?)+|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:\d\d:\d\d(?::\d\d)?)?"
)
"""What is beside the labels: words to click, and the moment when the page was published."""


@dataclass(frozen=True, slots=True)
class LabelLimits:
    """What the table of a site is, and where."""

    labels: int = 2
    """Fewest labels; one alone is text."""
    value: int = 120
    """Longest value, in characters, of a label that is on a line of its own."""
    beside: int = 2
    """Farthest line above or below it in which the title of the document is."""
    first: int = 4
    """Farthest line from the beginning of a page at which it may begin without a title beside it."""
    head: int = 6
    """Lines below it in which the document may print its own number and title."""
    text: int = 400
    """Lines below it in which the document may print its date."""
    dated: int = 40
    """Longest such line, in characters; a date in a longer one is part of a sentence."""


TABLE = LabelLimits()


class _Around(NamedTuple):
    """The lines around a table."""

    above: list[Line]
    below: list[Line]

    @property
    def head(self) -> list[Line]:
        """Those in which the document may print its own number and title."""
        return self.above + self.below[: TABLE.head]

    @property
    def has_date(self) -> bool:
        """Whether a short line below prints a date; the text of the next document is none of this one's."""
        for place, line in enumerate(self.below):
            if place >= TABLE.head and read_number_line(line.text) is not None:
                return False
            if len(line.text) <= TABLE.dated and find_dates(line.text):
                return True
        return False


class _Label(NamedTuple):
    """A label with its value."""

    name: str
    text: str
    """Both as they are printed, without blanks."""
    value: str


def set_labels_aside(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without the tables of labels of a site; each label is recorded."""
    if not any(_OWN.search(squeeze(line.text)) for line in lines if _may_be_label(line)):
        return lines, []
    kept: list[Line] = []
    findings: list[Finding] = []
    place = 0
    while place < len(lines):
        table = _read_table(lines, place)
        if table is None:
            kept.append(lines[place])
            place += 1
            continue
        end = place + len(table)
        around = _Around(kept[-TABLE.beside :], lines[end : end + TABLE.text])
        for line, labels in zip(lines[place:end], table, strict=True):
            rest, remarks = _without(line, labels, around)
            kept += rest
            findings += remarks
        place = end
    return kept, findings


def _may_be_label(line: Line) -> bool:
    """Whether a line has a colon or cells near its beginning."""
    return bool(line.cells) or ":" in line.text[:20] or "：" in line.text[:20]


def _read_table(lines: list[Line], place: int) -> list[list[_Label]] | None:
    """The labels of each line of a table that begins at a line, or None."""
    table: list[list[_Label]] = []
    names: list[str] = []
    for at in range(place, len(lines)):
        labels = _read_labels(lines[at])
        if not labels and not (table and _BUTTONS.fullmatch(squeeze(lines[at].text))):
            break
        table.append(labels)
        names += [label.name for label in labels]
        if len(set(names)) < len(names):
            return None
    if len(names) < TABLE.labels:
        return None
    if not any(_OWN.fullmatch(name) for name in names):
        return None
    if len(table) == 1 and is_site_line(lines[place].text):
        return None
    return table if _is_beside_title(lines, place, place + len(table)) else None


def _is_beside_title(lines: list[Line], begin: int, end: int) -> bool:
    """Whether the title of a document is right above or below some lines, or these begin the page."""
    beside = lines[max(0, begin - TABLE.beside) : begin] + lines[end : end + TABLE.beside]
    return begin <= TABLE.first or any(_is_title(line.text) for line in beside)


def _is_title(text: str) -> bool:
    """Whether a line may be the end of a title."""
    return ends_in_official_kind(squeeze(text))


def _read_labels(line: Line) -> list[_Label]:
    """The labels of a line with their values; none for any other line."""
    if line.mark == SITE or not _may_be_label(line):
        return []
    text = squeeze("".join(map(_with_colon, line.cells)) if line.cells else line.text)
    found = list(_LABEL.finditer(text))
    if not found or found[0].start():
        return []
    places = [match.start() for match in found] + [len(text)]
    labels = [
        _Label(match["label"], text[begin:end].replace(_NO_COLON, ""), text[match.end() : end])
        for match, (begin, end) in zip(found, pairwise(places), strict=True)
    ]
    is_short = all(len(label.value) <= TABLE.value for label in labels)
    return labels if is_short else []


def _with_colon(cell: str) -> str:
    """A cell that is a label, with the mark of the colon that a table may leave out."""
    bare = squeeze(cell)
    return f"{bare}{_NO_COLON}" if _WORD.fullmatch(bare) else bare


def _without(line: Line, labels: list[_Label], around: _Around) -> tuple[list[Line], list[Finding]]:
    """What is kept of a line of the table, and what is said of the rest."""
    if not labels:
        return [], [_aside(line, squeeze(line.text))]
    kept: list[Line] = []
    findings: list[Finding] = []
    for label in labels:
        if _is_element(label, around):
            kept.append(replace(line, text=label.value, cells=(), spans=(), opens=True))
            findings.append(_aside(line, label.text.removesuffix(label.value)))
        else:
            findings.append(_aside(line, label.text))
            findings += _differing(line, label, around)
    return kept, findings


def _is_element(label: _Label, around: _Around) -> bool:
    """Whether a value is the number or the title of a document that prints none of its own."""
    if _NUMBER.fullmatch(label.name):
        return read_number_line(label.value) is not None and not _numbers(around.head)
    if _TITLE.fullmatch(label.name) and _is_title(label.value):
        return not any(_is_title(line.text) for line in around.head)
    if _DATE.fullmatch(label.name) and read_date(label.value) is not None:
        return any(_is_title(line.text) for line in around.above) and not around.has_date
    return False


def _numbers(head: list[Line]) -> list[str]:
    """The numbers that are on lines of their own."""
    return [number for line in head if (number := read_number_line(line.text)) is not None]


def _differing(line: Line, label: _Label, around: _Around) -> Iterator[Finding]:
    """The number of the table where the document prints another one."""
    number = read_number_line(label.value) if _NUMBER.fullmatch(label.name) else None
    printed = _numbers(around.head)
    if number is not None and number not in printed:
        yield Finding(
            line=line.number,
            kind="number-differs",
            severity="warning",
            found=number,
            message=say("message.number-differs.page", printed=printed[0]),
        )


def _aside(line: Line, found: str) -> Finding:
    """What is said of a label that was set aside."""
    return Finding(
        line=line.number,
        kind="site-menu",
        severity="info",
        found=found,
        message=say("message.site-menu"),
    )
