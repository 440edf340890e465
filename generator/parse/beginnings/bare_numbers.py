"""Documents that show where they begin by their number: no title is below it, or one that only its place makes one."""

import re
from dataclasses import dataclass

from generator.lexicon.characters import ends_sentence, squeeze
from generator.lexicon.dates import BRACKETED_DATE, read_date
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.signs import ANY_COLON
from generator.lexicon.expressions.verbs import RESOLVED
from generator.lexicon.gazettes import is_body_column
from generator.lexicon.kinds import read_kind
from generator.lexicon.numbers import read_number_line
from generator.parse.document.closing import unbracketed
from generator.parse.document.document_imprint import read_imprint
from generator.parse.document.elements import Elements
from generator.parse.document.opening import read_recipients
from generator.parse.draft import Start
from generator.parse.heads.titles import TITLE, can_be_title_line, is_title
from generator.read import Line

_COLON = re.compile(f"{ANY_COLON}$")
_NO_NAME = re.compile("[，》]")
"""What only a sentence or a title that is cited has."""
_ADOPTED = re.compile(rf"{BRACKETED_DATE}|[（(][^（()）]{{6,60}}(?:{RESOLVED})[)）]")
"""The line below the title of an instrument: （2021年3月1日）, （2021年3月1日县政府第3次常务会议通过）."""
_DECIDES = re.compile(rf"[^。；]{{0,40}}(?:{RESOLVED})")
"""How the text of a document begins that says at once what is decided: 县人民政府决定：, 任命王某某为…."""


@dataclass(frozen=True, slots=True)
class BareNumberLimits:
    """What is below a number that has no title above it; anything else is no beginning."""

    lines: int = 2
    """Most lines of a title that only its place makes one."""
    title: int = 60
    """Longest such title, in characters without blanks."""
    first: int = 12
    """Most lines above the first number of an issue that are its masthead, or a preface."""


BARE_NUMBER = BareNumberLimits()


def start_below_number(
    lines: list[Line], index: int, below: int, begin: int, organ: int | None
) -> Start | None:
    """The document whose number is at ``index`` and whose text or bare title is at ``below``, or None.

    Its head is the organ above the number, at ``organ``, if any.

    ``青政发〔2021〕3号`` | ``青石县行政规范性文件管理办法`` | ``第一条…``, or ``青政任〔2021〕4号`` |
    ``县人民政府决定：``, which has no title and is called by its number.
    """
    first = index if organ is None else organ
    ended = _is_behind_end(lines, first, begin)
    if not (ended or ends_sentence(lines[first - 1].text)):
        return None
    for stop in range(below + 1, min(below + BARE_NUMBER.lines, len(lines) - 1) + 1):
        if not can_be_title_line(lines[stop - 1]):
            break
        if _is_instrument(lines, below, stop) and _opens_text(lines, stop):
            return Start(first, (below, stop), index, organ)
    if ended and _is_untitled(lines, below):
        return Start(first, (below, below), index, organ)
    return None


def _is_behind_end(lines: list[Line], index: int, begin: int) -> bool:
    """Whether what is above a number has come to its end: a date, an imprint, a column, or a text and a blank line."""
    if index - begin <= BARE_NUMBER.first and not any(map(_is_of_document, lines[begin:index])):
        return True
    above = lines[index - 1]
    if read_date(unbracketed(above.text)) or is_body_column(above.text):
        return True
    if read_imprint(lines, index - 1, index, Elements()) == index:
        return True
    return lines[index].gap and ends_sentence(above.text)


def _is_of_document(line: Line) -> bool:
    """Whether a line is that of a document: its title, its number, or its recipients; a preface has none of them."""
    text = squeeze(line.text)
    return is_title(text) or read_number_line(text) is not None or _COLON.search(text) is not None


def _is_instrument(lines: list[Line], first: int, stop: int) -> bool:
    """Whether lines are the bare title of an instrument: 青石县防汛应急预案, over one line or two."""
    text = squeeze("".join(line.text for line in lines[first:stop]))
    if not TITLE.shortest <= len(text) <= BARE_NUMBER.title:
        return False
    return _NO_NAME.search(text) is None and read_kind(text) is not None


def _opens_text(lines: list[Line], place: int) -> bool:
    """Whether the text of a document begins at a line: its first article or section, its adoption, its recipients."""
    enumerator = read_enumerator(lines[place].text)
    if enumerator is not None:
        return enumerator.number == 1
    return _ADOPTED.fullmatch(squeeze(lines[place].text)) is not None or _is_addressed(lines, place)


def _is_untitled(lines: list[Line], place: int) -> bool:
    """Whether the text of a document without a title begins at a line: with its recipients, or with what it decides."""
    if place >= len(lines):
        return False
    return _is_addressed(lines, place) or _DECIDES.match(squeeze(lines[place].text)) is not None


def _is_addressed(lines: list[Line], place: int) -> bool:
    """Whether recipients begin at a line."""
    elements = Elements()
    read_recipients(lines, place, len(lines), elements)
    return "recipients" in elements.values
