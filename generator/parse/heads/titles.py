"""Titles (标题) over one to several lines: 某某市人民政府 | 关于印发… | 的 通 知."""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.lexicon.above_text.head_marks import is_head_mark
from generator.lexicon.characters import HAN, ends_sentence, open_brackets, squeeze
from generator.lexicon.counts.issue_counts import ISSUE_LINE
from generator.lexicon.dates import BRACKETED_DATE, find_dates
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.labels import ATTACHMENT_SHUT
from generator.lexicon.expressions.signs import FOOTNOTE_LABEL, SHORT_BRACKET
from generator.lexicon.expressions.stops import ANY_STOPS, STOPS
from generator.lexicon.expressions.verbs import (
    ANNOUNCED,
    NAMED_ENCLOSED,
    OPENS_TITLE,
    QUOTED,
    REVISED,
    SENT,
)
from generator.lexicon.expressions.years import YEAR
from generator.lexicon.gazettes import GAZETTE
from generator.lexicon.kinds import ISSUING, ends_in_official_kind, is_answer, read_kind
from generator.lexicon.names import opens_with_name
from generator.lexicon.numbers import read_number_line, split_trailing_number
from generator.lexicon.numerals import TENS
from generator.lexicon.organs import is_organ, read_head, split_organs
from generator.read import Line

CONTINUED = ("关于", "对", *OPENS_TITLE.split("|"), "《")
"""How a title begins whose organ is on the line above."""
_GOING_ON = ("关于", *SENT.split("|"))
"""How a line of a title ends whose rest begins with an organ: 某某市人民政府办公厅转发 | 市林业局关于…的通知."""

DUTIES = ("应当", "必须", "不得")
"""What a sentence says before its 关于 and no organ does: 申请人应当提交关于收入情况的报告."""
NAMING = ("关于", *NAMED_ENCLOSED.split("|"), *REVISED)
"""How a line of a title ends that goes on with the 《 of what it issues: ``某某县人民政府关于印发``."""


@dataclass(frozen=True, slots=True)
class TitleLimits:
    """What a title is; anything else is text."""

    lines: int = 6
    """Most lines of a title, and of the organs above an order."""
    shortest: int = 6
    """Shortest title, in characters: 关于某事的函."""
    longest: int = 130
    """Longest title, and longest line of one, in characters without blanks."""
    bare: int = 60
    """Longest title without 关于 above a number, in characters without blanks."""
    dated: int = 40
    """Shortest line of a title that may hold a date, in characters without blanks; a shorter one dates a document."""
    rest: int = 59
    """Longest line that closes the 《 of the one before, in characters without blanks."""


TITLE = TitleLimits()
MOST_ANSWERS = 1024
"""Answers that are kept: the lines around a number are asked again and again."""

TitleLines = tuple[int, int]
"""Position of the first line of a title, and the one after its last; equal where there is none."""

_ABOUT = re.compile(
    f"关于|{ANNOUNCED}|废止|任免|任命|免去|同意|授予|表彰|命名|给予|报告$|通告$|公告$|通报$|决定$|办法$|规定$|条例$",
)
_FULL = re.compile(rf"(?P<organ>.{{2,60}}?)?(?:{SENT})?《?关于.{{2,}}")
_ISSUING = re.compile(rf"(?P<organ>.{{2,60}}?)?(?:{OPENS_TITLE})[^。；，]{{4,}}的(?:{ISSUING})")
_CLOSES = re.compile(rf"》[^《》，。]{{0,20}}的(?:{ISSUING})$")
"""How a title ends that names what it issues: 《某某办法》的通知."""
_QUOTED = re.compile(rf"[^《》，。]{{2,40}}(?:{QUOTED})《(?P<title>[^《》]+)》")
_DATE_LINE = re.compile(BRACKETED_DATE)
_NO_TITLE = re.compile(
    rf"^{HAN}{{2,24}}{GAZETTE}$|^{YEAR}年?第?\d+[期号]|^(?:{ISSUE_LINE})|^第[\d{TENS}]+期|^总第"
    rf"|^[（(].*[）)]$|^{ATTACHMENT_SHUT}|^抄送|^注[:：]|^—|^\d+$|^{FOOTNOTE_LABEL}|^{HAN}{{2,6}}[:：].",
)
"""Lines of the masthead, notes, label and value, page numbers."""
_NO_ENDS = tuple(f"{ANY_STOPS}！：:")
"""How a sentence or recipients end, and no title does."""
BRACKETED_TAIL = re.compile(rf"{SHORT_BRACKET}(?:的.{{2,4}})?")
"""The end of a title on a line of its own: （试行）, （暂行）的通知."""
_BRACKETED = re.compile(rf"{SHORT_BRACKET}.*")


@lru_cache(maxsize=MOST_ANSWERS)
def is_title(text: str) -> bool:
    """Whether a whole text can be the title of an official document."""
    if len(text) < TITLE.shortest:
        return False
    bare = split_trailing_number(text)[0]
    if bare.endswith("》"):
        return _QUOTED.fullmatch(bare) is not None
    form = _FULL.fullmatch(bare) or _ISSUING.fullmatch(bare)
    is_formal = form is not None and ends_in_official_kind(bare)
    if form is not None and any(duty in form["organ"] for duty in DUTIES if form["organ"]):
        return False
    whole = len(bare) <= TITLE.longest and (is_formal or is_answer(bare))
    return whole and not re.search(f"[{STOPS}]", bare)


def can_be_title_line(line: Line) -> bool:
    """Whether a line can be one of the lines of a title: no sentence, no date, no table row, no enumerator."""
    return not line.cells and _can_be_of_title(line.text)


@lru_cache(maxsize=MOST_ANSWERS)
def _can_be_of_title(printed: str) -> bool:
    """Whether the text of a line can be part of a title."""
    if "。" in printed:  # as in most lines
        return False
    text = squeeze(printed)
    if len(text) > TITLE.longest or text.endswith(_NO_ENDS) or _NO_TITLE.match(text):
        return False
    if is_head_mark(printed) or ("〔" in text and read_number_line(text)):
        return False
    dated = len(text) < TITLE.dated and find_dates(text)
    if dated or (opens_with_name(printed) and not ends_in_official_kind(text)):
        return False
    return read_enumerator(printed) is None


def title_after(lines: list[Line], index: int, end: int) -> TitleLines:
    """The lines of the title that begins at ``index``, end exclusive; an empty span when none begins there."""
    text = ""
    for stop in range(index, min(index + TITLE.lines, end)):
        if not can_be_title_line(lines[stop]):
            break
        text += squeeze(lines[stop].text)
        if (_names_subject(text) or is_title(text)) and not _goes_on(lines, stop + 1, end, text):
            return index, stop + 1
    return index, index


def _names_subject(text: str) -> bool:
    """Whether a text is a title without 关于: it says what is done, and ends in a kind of document."""
    if "关于" in text or not ends_in_official_kind(text):
        return False
    return _ABOUT.search(text) is not None


def _goes_on(lines: list[Line], index: int, end: int, text: str) -> bool:
    """Whether the line after a seeming end still belongs to the title: （试行）, 的通知, the rest of an open 《."""
    if index >= end or not can_be_title_line(lines[index]):
        return False
    following = squeeze(lines[index].text)
    if BRACKETED_TAIL.fullmatch(following) or following.startswith("的"):
        return True
    return open_brackets(text) and len(following) <= TITLE.rest and is_title(text + following)


def title_before(lines: list[Line], index: int, begin: int) -> TitleLines:
    """The lines of the title that ends before ``index``; the longest one that begins with an organ, else with 关于."""
    end = index
    if index - 1 > begin and _DATE_LINE.fullmatch(squeeze(lines[index - 1].text)):
        index -= 1
    text, best = "", (index, index)
    for start in range(index - 1, max(begin, index - 1 - TITLE.lines) - 1, -1):
        if not _can_be_in_title(lines, start, begin, last=not text):
            break
        text = squeeze(lines[start].text) + text
        if is_title(text):
            if split_organs(lines[start].text):
                return _joint(lines, start, begin), end
            best = (start, index)
            if not _begins_above(lines, start, begin):
                return best
        elif best[0] < index:
            break
    return best


def _can_be_in_title(lines: list[Line], place: int, begin: int, *, last: bool) -> bool:
    """Whether a line can be one of a title's; its last may begin with a bracket: （试行）的通知.

    One that begins with 《 is that of something else, unless the line above names it.
    """
    bare = squeeze(lines[place].text)
    if _is_enclosed_title(bare) and not _is_named(lines, place, begin):
        return False
    return can_be_title_line(lines[place]) or (last and _BRACKETED.fullmatch(bare) is not None)


def _begins_above(lines: list[Line], start: int, begin: int) -> bool:
    """Whether what could be a whole title has its beginning on the line above: 关于…, below 某某厅转发."""
    if squeeze(lines[start].text).startswith(CONTINUED):
        return True
    return start > begin and squeeze(lines[start - 1].text).endswith(_GOING_ON)


def _is_named(lines: list[Line], place: int, begin: int) -> bool:
    """Whether the line above a 《 names what it quotes: the title has been opened and is not whole.

    Print breaks a line before the 《, which it does not part from what follows: ``…关于印发`` | ``《某某办法》的通知``.
    """
    for above in range(place - 1, max(begin, place - TITLE.lines) - 1, -1):
        text = squeeze(lines[above].text)
        if not can_be_title_line(lines[above]) or is_title(text):
            return False
        if not _is_enclosed_title(text):
            return text.endswith(NAMING)
    return False


def _is_enclosed_title(bare: str) -> bool:
    """Whether a line begins with the title of something else, and does not go on as that of a document does.

    《某某办法》第三条 is one; 《某某办法》的通知 and 《某某办法》等两个文件的通知 close a title.
    """
    return bare.startswith("《") and not bare.startswith("《关于") and not _CLOSES.search(bare)


def _joint(lines: list[Line], start: int, begin: int) -> int:
    """The first of the lines of organs above a title, for a document that several issue."""
    organs = set(split_organs(lines[start].text))
    while start > begin and not read_head(lines[start - 1].text):
        above = split_organs(lines[start - 1].text)
        if not above or organs & set(above):
            break
        organs |= set(above)
        start -= 1
    return start


def bare_title_before(lines: list[Line], index: int, begin: int) -> TitleLines:
    """One short line before a number that names a kind of document without 关于: a report, a chronicle, an order.

    Or several lines that an organ and 关于 open: 某某市人民政府关于征地农民实行 | 养老保险补贴的实施办法.
    """
    text = ""
    for start in range(index - 1, max(begin, index - TITLE.lines) - 1, -1):
        if not can_be_title_line(lines[start]):
            break
        text = squeeze(lines[start].text) + text
        if start < index - 1 and _is_instrument(text):
            return start, index
    line = lines[index - 1] if index > begin else None
    return (index - 1, index) if line and _is_bare_title(line) else (index, index)


def _is_instrument(text: str) -> bool:
    """Whether a text is an organ, 关于 and a kind of instrument: 某某市人民政府关于…的实施办法."""
    organ, about, _ = text.partition("关于")
    if not about or not is_organ(organ) or len(text) > TITLE.longest or open_brackets(text):
        return False
    return not ends_sentence(text) and read_kind(text) is not None


def _is_bare_title(line: Line) -> bool:
    """Whether a line can be a title though nothing in it says so but the kind of document."""
    text = squeeze(line.text)
    if len(text) > TITLE.bare or not can_be_title_line(line):
        return False
    if "》" in text or ends_sentence(text) or is_organ(text):
        return False
    return read_head(text) is None and read_kind(text) is not None
