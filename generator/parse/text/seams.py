"""Seams: whether a printed line goes on with the paragraph of the line before; the rules in their order."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import (
    HAN,
    IDEOGRAPHS,
    ends_sentence,
    open_brackets,
    open_title,
    squeeze,
)
from generator.lexicon.dates import read_date
from generator.lexicon.enumerators import DIVISIONS, is_ordinal, read_enumerator
from generator.lexicon.expressions.labels import (
    ATTACHMENT,
    BOX,
    CHARGE,
    COPIES,
    REMARK,
    TOPICS,
    UNIT,
)
from generator.lexicon.expressions.signs import DASHES, WITH_BRACKETS
from generator.lexicon.expressions.stops import PARAGRAPH_STOPS, SPOKEN_STOPS
from generator.lexicon.expressions.verbs import PASSED
from generator.lexicon.gazettes import is_print_run, is_topics
from generator.lexicon.names import is_officer, opens_with_name
from generator.lexicon.numbers import NUMBER_AND_DAY, is_register_line
from generator.lexicon.numerals import TENS
from generator.lexicon.organs import is_signed_name, split_organs
from generator.parse.text.leads import is_heading_run, is_lone_heading
from generator.parse.text.runs import Run, connects, is_complete
from generator.parse.text.setting import INDENT, Layout, measure
from generator.read import Line

_STARTERS = re.compile(
    rf"{ATTACHMENT}\s*\d*\s*[:：]|{REMARK}|(?:{CHARGE})\s*[:：]|{UNIT}|{BOX}[\d{TENS}]+\s|{TOPICS}|{COPIES}\s*[:：]"
    r"|具体措施\s*[:：]|联系人\s*[:：]|主\s*持\s*[:：]|其\s*中\s*[:：]|出\s*席\s*[:：]|列\s*席\s*[:：]",
)
"""Words that only open paragraphs."""
CONTINUES = re.compile(r"^(?:[，、；。：）)》”’,;.:!！?？]|的(?!士)|和(?!谐|平)|及(?!时|早))")
_PASSED = rf"(?:{PASSED}|[年月]\d{{1,2}}日|[{TENS}]日)"
_BRACKETED = re.compile(
    rf"[（(](?=.*{_PASSED}[^（()）]{{0,8}}[)）]$)[^）)]*{WITH_BRACKETS}[)）]",
)
"""A note on when a text was passed or dated, on a line of its own: （2009年1月7日国务院令第546号公布）."""
_SUBTITLE = re.compile(rf"{DASHES}{{1,2}}(?=.*[年在])")
_SUBTITLE_END = re.compile(r"(?:[上]|时|[)）]|报告)$")
"""——2008年1月20日在某某省第十一届人民代表大会第一次会议上."""
_NUMBER_AND_DATE = re.compile(rf".{{2,14}}{NUMBER_AND_DAY}")
"""A notice among several: 某政任〔2007〕9号 11月12日."""
_MONTH = re.compile(rf"(?:\d{{1,2}}|[{TENS}]{{1,2}})月份?")
"""A month over the days of a chronicle."""
_LABEL_ALONE = re.compile(rf"(?:{CHARGE}|联系人|联系电话)[:：]$")
_LISTED = ("-", "*", "+", "•")
LABEL = re.compile(
    rf"(?=.{{0,7}}{HAN})(?:[{IDEOGRAPHS}\d]{{2,8}}|{HAN}(?:[ \u3000]+{HAN}){{1,3}})[：:]",
)
SPOKEN = re.compile(f"[{SPOKEN_STOPS}]")
_MARKED = re.compile(r"[★☆●■◆▲○□◇]")
_WHOLE_BRACKET = re.compile(r"[（(][^（()）]{4,60}[)）]")
_NUMBERED_TITLE = re.compile(
    r"[^《》，。；]{1,6}《[^《》]+》[（(][^（()）]*〔\d{4}〕\d+号[^（()）]*[)）]"
)
"""An item that names a document with its number: 三、《某某办法》（某政发〔1998〕30号）."""
ATTACHMENT_NOTE = re.compile(rf"^{ATTACHMENT}\s*[:：]")
"""The label of the note that names an attachment, whose colon opens no sentence."""
_SEMICOLONS = ("；", ";")
LIST_MARKS = (*_SEMICOLONS, "：", ":")
"""How paragraphs end that open a list or belong to one."""
_FULL_STOP = re.compile(f"[{PARAGRAPH_STOPS}]")


@dataclass(frozen=True, slots=True)
class SeamLimits:
    """What the length of two lines says of whether the second goes on with the paragraph of the first."""

    lines: int = 200
    """Guard against slowness: most printed lines of a paragraph, whose text is read again with each line below it."""
    figure: int = 4
    """Fewest figures of a line of figures that is a paragraph of its own; a shorter one may be part of a sentence."""
    single: int = 2
    """Lines of the source from one line to the next with a single blank line between them; with more a page ended."""
    mark: int = 2
    """Longest line that may be a mark alone, in characters; it says nothing of the indent of its paragraph."""
    note: int = 160
    """Longest beginning of a note on when a text was passed and revised, in characters; a longer one is text."""
    figures: int = 3
    """Characters by which figures make a full line shorter, where a source counts them as whole characters."""
    torn: float = 0.6
    """Lowest share of the width that a torn line of hard-wrapped text fills; a shorter one with no clause is whole."""


@dataclass(frozen=True, slots=True)
class HeadingSeamLimits:
    """Whether a line below what looks like a heading is its rest."""

    scrap: int = 4
    """Longest line that is the end of the heading where it ends a sentence, in characters."""
    short: int = 8
    """Longest line that is no rest of a heading otherwise, in characters."""
    siblings: int = 40
    """Lines from one sibling to the next from which on they say nothing of each other."""


@dataclass(frozen=True, slots=True)
class ListLimits:
    """What a list of short lines is, one name or target a line."""

    line: int = 25
    """Shortest line that is no line of such a list, in characters: a full paragraph below it is as long or longer."""
    shortest: int = 2
    """Shortest line of it, in characters."""
    lines: int = 3
    """Fewest lines of it; fewer are pieces of a sentence."""


SEAM, HEADING_SEAM, LIST = SeamLimits(), HeadingSeamLimits(), ListLimits()


class Seam(NamedTuple):
    """Two lines of which the second may go on with the paragraph of the first."""

    run: Run
    """The paragraph as read so far."""
    before: Line
    """Its last line."""
    line: Line
    """The line after it."""
    layout: Layout
    siblings: list[bool]
    """As of :func:`_find_siblings`, for the first line of the paragraph."""
    first: bool
    """Whether the paragraph is the first one."""
    listed: bool
    """Whether the paragraph and the one before it are label and value: 联系人：王某."""
    named: bool
    """Whether the last line is in a list of short lines, as of :func:`_find_names`."""
    in_list: bool
    """Whether the paragraph before it opens or belongs to a list: it ends in a colon or semicolon."""


def continues(seam: Seam) -> bool:
    """Whether the line goes on with the paragraph: the first rule that knows decides."""
    for rule in SEAMS:
        answer = rule(seam)
        if answer is not None:
            return answer
    return False


def _by_person(seam: Seam) -> bool | None:
    """What a person said of the line break."""
    return seam.line.joined


def _by_element(seam: Seam) -> bool | None:
    """An element of an HTML page begins a paragraph, unless the page holds one element a printed line."""
    return False if seam.line.opens and not seam.layout.wrapped else None


def _by_words(seam: Seam) -> bool | None:
    """A line that opens with a closing mark or a particle goes on, and so does what follows a lone label."""
    text = seam.line.text.lstrip()
    if (CONTINUES.match(text) and not seam.line.mark) or _LABEL_ALONE.search(seam.run.text):
        return True
    return None


def _by_figure(seam: Seam) -> bool | None:
    """A figure that stands alone is a paragraph of its own."""
    return False if seam.run.text.isdigit() and len(seam.run.text) >= SEAM.figure else None


_WIDE_BLANK = re.compile(r"[ \u3000]{2,}")
WHOLE = (
    is_lone_heading, is_signed_name, is_topics, is_register_line, is_print_run, read_date, _MONTH.fullmatch,
    _NUMBER_AND_DATE.fullmatch, _BRACKETED.fullmatch,
)  # fmt: skip
"""Forms of lines that are whole in themselves."""


def _by_closed_line(seam: Seam) -> bool | None:
    """Lines that are whole in themselves: topic words, register numbers, a note in brackets, organs under a title."""
    text = seam.run.text
    if _SUBTITLE.match(text) and seam.first:
        return not _SUBTITLE_END.search(text)
    if _is_whole(text) and not open_brackets(text):
        return False
    if seam.layout.width is None and _NUMBERED_TITLE.fullmatch(text):
        return False
    if len(seam.run.lines) == 1 and _stands_alone(seam.before.text, first=seam.first):
        return False
    return None


def _is_whole(text: str) -> bool:
    """Whether a line has one of the forms that are whole in themselves."""
    return any(is_such(text) for is_such in WHOLE)


def _stands_alone(text: str, *, first: bool) -> bool:
    """Whether a printed line is a paragraph by whom it names: a row of organs, an officer, an organ under a title."""
    return _is_row_of_organs(text) or is_officer(text) or (first and len(split_organs(text)) > 0)


def _is_row_of_organs(text: str) -> bool:
    """Whether a line is a row of several organs in a list, set apart by wide blanks."""
    return _WIDE_BLANK.search(text.strip()) is not None and len(split_organs(text)) > 1


def _by_start(seam: Seam) -> bool | None:
    """A line that opens like a paragraph begins one, unless it is in an open 《."""
    if _starts_paragraph(seam.line, seam.layout) or seam.line.mark.startswith("#"):
        return open_title(seam.run.text) and read_enumerator(seam.line.text.lstrip()) is None
    return None


def _by_gap(seam: Seam) -> bool | None:
    """Where blank lines separate paragraphs, one of them begins a paragraph, unless a page ended there."""
    run, before, line, layout = seam[:4]
    single = line.gap and line.number - before.number == SEAM.single
    if not (layout.spaced and single) or open_brackets(run.text) or connects(run.text):
        return None
    return False


def _by_indent(seam: Seam) -> bool | None:
    """Where paragraphs are indented, a line with indent begins one, a line without below one with indent goes on."""
    run, before, line, layout = seam[:4]
    if not layout.indented or not before.indent:
        return None
    if line.indent:
        return None if layout.wrapped or open_brackets(run.text) else False
    if line.gap or len(line.text.lstrip()) <= SEAM.mark:
        return None
    torn = "，" in run.text or not is_heading_run(run, layout)
    return True if torn else None


def _by_width(seam: Seam) -> bool | None:
    """In hard-wrapped text a full line goes on, unless an indent or a blank line says otherwise."""
    run, before, line, layout = seam[:4]
    if not layout.wrapped:
        return None
    if layout.indented and line.indent:
        return _is_open_note(run.text)
    printed = "　" * INDENT + before.text if before.indent else before.text
    size, width = measure(printed), layout.width or 0
    ended = ends_sentence(run.text)
    full = layout.is_full(printed) and not (ended and size < width)
    if is_heading_run(run, layout):
        hanging = layout.indented and before.indent and size >= width - SEAM.figures
        return (full or hanging) and not line.gap
    if line.gap:
        return full and not ended
    if _is_whole_line(seam, short=size < width * SEAM.torn):
        return False
    return full or not is_complete(run.text, layout)


def _is_open_note(text: str) -> bool:
    """Whether a text is the beginning of a note in a parenthesis, whose centred lines are all indented."""
    return text.startswith(("（", "(")) and len(text) <= SEAM.note and open_brackets(text)


def _is_whole_line(seam: Seam, *, short: bool) -> bool:
    """Whether a printed line is a paragraph by its form: short and without a clause, or label and value."""
    text = seam.run.text
    if short and not _goes_on(ATTACHMENT_NOTE.sub("", text)):
        return True
    labels = LABEL.match(seam.line.text.lstrip()) and LABEL.match(text)
    return labels is not None and not _goes_on(text.partition("：")[2])


def _by_heading(seam: Seam) -> bool | None:
    """Whether a line that looks like a heading stops in mid-sentence.

    It does when it ends in a connecting word, or when it fills the printed line and its siblings do not all look like
    headings; where the width of the print is not known, the siblings alone decide.
    """
    run, _, line, layout, siblings = seam[:5]
    if not is_heading_run(run, layout):
        return None
    found = layout.enumerator(run.text)
    if found and found.kind in DIVISIONS and not run.mark.startswith("#"):
        return False
    text = squeeze(line.text)
    if connects(run.text) or (len(text) <= HEADING_SEAM.scrap and ends_sentence(text)):
        return True
    whole = run.mark.startswith("#") or (siblings and all(siblings))
    if whole or is_ordinal(text) or len(text) <= HEADING_SEAM.short:
        return False
    if layout.width is None:
        return bool(siblings) and not any(siblings)
    return measure(run.text) >= layout.width - SEAM.figures and layout.is_full(run.text)


def _by_form(seam: Seam) -> bool | None:
    """Lines that are in a list by their form: label and value, a note in brackets, a list mark."""
    run, _, line, layout = seam[:4]
    text = line.text.lstrip()
    if layout.wrapped or open_brackets(run.text) or connects(run.text):
        return None
    if seam.named or (opens_with_name(text) and opens_with_name(seam.before.text)):
        return False
    if _MARKED.match(text) or _WHOLE_BRACKET.fullmatch(text) or _WHOLE_BRACKET.fullmatch(run.text):
        return False
    if LABEL.match(text) and _can_be_listed(run.text):
        return False
    listed = seam.listed or _MARKED.match(run.text)
    return False if listed and measure(run.text) < LIST.line <= measure(text) else None


def _can_be_listed(text: str) -> bool:
    """Whether a paragraph can be one of a list of labels and values: it is short and plain, or has a label itself."""
    return (measure(text) < LIST.line and not SPOKEN.search(text)) or LABEL.match(text) is not None


def _by_end(seam: Seam) -> bool | None:
    """A paragraph goes on until a sentence ends with its line; a semicolon ends one only in a list."""
    text = seam.run.text
    if text.endswith(_SEMICOLONS) and not seam.in_list and _FULL_STOP.search(text):
        return True
    return not is_complete(text, seam.layout)


SEAMS = (
    _by_person,
    _by_element,
    _by_words,
    _by_figure,
    _by_closed_line,
    _by_start,
    _by_gap,
    _by_indent,
    _by_width,
    _by_heading,
    _by_form,
    _by_end,
)
"""Rules on whether a line goes on with a paragraph, in order; the last one always knows."""


def _starts_paragraph(line: Line, layout: Layout) -> bool:
    """Whether a line opens with an enumerator, a list mark, or a word that only opens paragraphs."""
    text = line.text.lstrip()
    return (
        layout.enumerator(text) is not None
        or _STARTERS.match(text) is not None
        or line.mark in _LISTED
    )


def _goes_on(text: str) -> bool:
    """Whether a text shows in itself that it is no whole paragraph: a bracket is open, a clause has been read."""
    return open_brackets(text) or connects(text) or SPOKEN.search(text) is not None
