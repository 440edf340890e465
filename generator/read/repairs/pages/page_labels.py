"""The table of labels and values that the page of a site prints around a document.

``索引号：…``, ``发文字号：…``, ``发布机构：…``, ``发布日期：…``, on lines or in the cells of a table: two labels or
more without a repetition, one of which only sites have, beside the title of a document or at the beginning of the
page. They belong to the site, and the day on which the page was published is none of the document's. But where
the document prints no number or title of its own, the one of the table is its number or its title; a number that
differs from what the document prints is a finding. What the labels say of date, issuer and 索引号 is carried on the
line of the title to where the document is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import read_labelled_date
from generator.lexicon.expressions.site_words import (
    BUTTONS,
    DATE_LABELS,
    INDEX_LABELS,
    ISSUER_LABELS,
    NUMBER_LABELS,
    OTHER_LABELS,
    OWN_LABELS,
    TITLE_LABELS,
)
from generator.lexicon.gazettes import is_site_line
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.numbers import read_number_line
from generator.model import Finding
from generator.read.lines import SITE, Line, PageLabel
from generator.words.say import say

_LABELS = f"{OWN_LABELS}|{NUMBER_LABELS}|{DATE_LABELS}|{TITLE_LABELS}|{OTHER_LABELS}"
_NO_COLON = "\0"
"""Represents the colon that a table leaves out."""
_LABEL = re.compile(
    rf"[\[【〔](?P<boxed>{_LABELS})[\]】〕](?:[:：]|{_NO_COLON})?|(?P<label>{_LABELS})(?:[:：]|{_NO_COLON})"
)
_PARTING = "|｜;；/"
"""Signs between a value and the next label on its line."""
_WORD = re.compile(_LABELS)
_OWN, _NUMBER = re.compile(OWN_LABELS), re.compile(NUMBER_LABELS)
_TITLE = re.compile(TITLE_LABELS)
_CARRIED = {
    "index": re.compile(INDEX_LABELS),
    "date": re.compile(DATE_LABELS),
    "issuer": re.compile(ISSUER_LABELS),
}
"""Element of a document → the labels that give it; whether it takes their values is known where it is read."""
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
    label: int = 10
    """Longest line with a label alone, in characters with its blanks."""
    beside: int = 2
    """Farthest line above or below it in which the title of the document is."""
    first: int = 4
    """Farthest line from the beginning of a page at which it may begin without a title beside it."""
    head: int = 6
    """Lines below it in which the document may print its own number and title."""


TABLE = LabelLimits()


class _Around(NamedTuple):
    """The lines around a table."""

    above: list[Line]
    below: list[Line]

    @property
    def head(self) -> list[Line]:
        """Those in which the document may print its own number and title."""
        return self.above + self.below[: TABLE.head]


class _Label(NamedTuple):
    """A label with its value and with both as they are printed, without blanks."""

    name: str
    value: str
    text: str


def set_labels_aside(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without the tables of labels of a site; each label is recorded."""
    if not any(_OWN.search(squeeze(line.text)) for line in lines if _may_be_label(line)):
        return lines, []
    kept: list[Line] = []
    findings: list[Finding] = []
    tables: list[tuple[int, list[PageLabel]]] = []
    place = 0
    while place < len(lines):
        table = _read_table(lines, place)
        if table is None:
            kept.append(lines[place])
            place += 1
            continue
        end = place + len(table)
        around = _Around(kept[-TABLE.beside :], lines[end : end + TABLE.head])
        carried: list[PageLabel] = []
        for line, labels in zip(lines[place:end], table, strict=True):
            said = [_carried(line, label) for label in labels]
            carried += filter(None, said)
            others = [label for label, one in zip(labels, said, strict=True) if one is None]
            if others or not labels:
                rest, remarks = _without(line, others, around)
                kept += rest
                findings += remarks
        tables.append((len(kept), carried))
        place = end
    return _carry(kept, tables), findings


def _carried(line: Line, label: _Label) -> PageLabel | None:
    """A label that may give an element of the document, or None."""
    for element, form in _CARRIED.items():
        if (
            label.value
            and form.fullmatch(label.name)
            and (element != "date" or read_labelled_date(label.value))
        ):
            return PageLabel(line.number, element, *label)
    return None


def _carry(lines: list[Line], tables: list[tuple[int, list[PageLabel]]]) -> list[Line]:
    """The lines, the one of the title beside each table with the labels of the table."""
    carrying = list(lines)
    for below, labels in tables:
        near = [
            *range(below - 1, max(-1, below - 1 - TABLE.beside), -1),
            *range(below, min(below + TABLE.beside, len(lines))),
        ]
        titles = [place for place in near if _is_title(lines[place].text)]
        place = next(iter(titles), below if below < len(lines) else below - 1)
        if place >= 0 and labels:
            carrying[place] = replace(carrying[place], labels=tuple(labels))
    return carrying


def _may_be_label(line: Line) -> bool:
    """Whether a line has a colon or cells near its beginning, begins with a bracket, or is short."""
    return (
        bool(line.cells)
        or line.text[:1] in ("[", "【", "〔")
        or len(line.text) <= TABLE.label
        or ":" in line.text[:20]
        or "：" in line.text[:20]
    )


def _read_table(lines: list[Line], place: int) -> list[list[_Label]] | None:
    """The labels of each line of a table that begins at a line, or None."""
    table: list[list[_Label]] = []
    names: list[str] = []
    while place + len(table) < len(lines):
        rows = _read_rows(lines, place + len(table))
        if not rows and not (table and _BUTTONS.fullmatch(squeeze(lines[place + len(table)].text))):
            break
        table += rows or [[]]
        names += [label.name for label in rows[0]] if rows else []
        if len(set(names)) < len(names):
            return None
    if len(names) < TABLE.labels:
        return None
    if not any(_OWN.fullmatch(name) for name in names):
        return None
    if len(table) == 1 and is_site_line(lines[place].text):
        return None
    return table if _is_beside_title(lines, place, place + len(table)) else None


def _read_rows(lines: list[Line], place: int) -> list[list[_Label]]:
    """The labels of a line; of a label alone also its value, which is the line below: ``索引号`` | ``012/2021-0036``."""
    line = lines[place]
    can_be_name = not line.cells and line.mark != SITE and len(line.text) <= TABLE.label
    bare = squeeze(line.text).rstrip(":：") if can_be_name else ""
    if not _WORD.fullmatch(bare):
        labels = _read_labels(line)
        return [labels] if labels else []
    name = _Label(bare, "", squeeze(line.text))
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or not _is_value(below, bare):
        return [[name]]
    value = squeeze(below.text)
    return [[name], [_Label(bare, value, value)]]


def _is_value(line: Line, name: str) -> bool:
    """Whether a line is the value of a label above it: no label, no recipients, no title or number but their own."""
    text = squeeze(line.text)
    if line.cells or line.mark or len(text) > TABLE.value or text.endswith(("：", ":")):
        return False
    if _WORD.fullmatch(text) or _read_labels(line):
        return False
    if _is_title(text):
        return _TITLE.fullmatch(name) is not None
    return read_number_line(text) is None or _NUMBER.fullmatch(name) is not None


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
        _Label(
            match["boxed"] or match["label"],
            text[match.end() : end].rstrip(_PARTING),
            text[begin:end].replace(_NO_COLON, ""),
        )
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
            before, _, behind = label.text.rpartition(label.value)
            findings += [_aside(line, piece) for piece in (before, behind) if piece]
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
