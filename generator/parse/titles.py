"""Titles (标题) over one to several lines: 某某市人民政府 | 关于印发… | 的 通 知."""

import re

from generator.lexicon.dates import DATE, find_dates
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.kinds import ends_in_official_kind, read_kind
from generator.lexicon.numbers import split_trailing_number
from generator.lexicon.organs import is_organ, read_head, split_organs
from generator.lexicon.text import ends_sentence, open_brackets, squeeze
from generator.read import Line

MOST_LINES = 6
LONGEST = 130
_ABOUT = re.compile(r"关于|印发|转发|批转|公布|发布|废止|任免|任命|免去|同意|授予|表彰|命名|给予|报告$|通告$|公告$|通报$|决定$|办法$|规定$|条例$")
_FULL = re.compile(r"(?P<organ>.{2,60}?)?(?:印发|转发|批转)?《?关于.{2,}")
_QUOTED = re.compile(r"[^《》，。]{2,40}(?:印发|转发|公布)《(?P<title>[^《》]+)》")
_DATE_LINE = re.compile(rf"[（(]?{DATE}[)）]?")
_RECIPIENTS = re.compile(r"[：:]$")
_NO_TITLE = re.compile(r"^[\u4e00-\u9fff]{2,24}(?:公报|政报)$|^(?:19|20)\d\d年?第?\d+[期号]|^第[0-9一二三四五六七八九十]+期|^总第|^[（(].*[）)]$|^附件|^抄送|^注[:：]|^—|^\d+$")


def is_title(text: str) -> bool:
    """Whether a whole text can be the title of an official document."""
    bare = split_trailing_number(text)[0]
    if bare.endswith("》"):
        return _QUOTED.fullmatch(bare) is not None
    return bool(_FULL.fullmatch(bare)) and ends_in_official_kind(bare) and len(bare) <= LONGEST and not re.search(r"[。；]", bare)


def can_be_title_line(line: Line) -> bool:
    """Whether a line can be one of the lines of a title: no sentence, no date, no table row, no enumerator."""
    text = squeeze(line.text)
    if line.cells or len(text) > LONGEST or _NO_TITLE.search(text) or re.search(r"[。；;！]$|。.", text):
        return False
    return not (find_dates(text) and len(text) < 40) and read_enumerator(line.text) is None and not _RECIPIENTS.search(text)


def title_after(lines: list[Line], index: int, end: int) -> tuple[int, int]:
    """The lines of the title that begins at ``index``, end exclusive; an empty span when none begins there."""
    text = ""
    for stop in range(index, min(index + MOST_LINES, end)):
        line = lines[stop]
        if not can_be_title_line(line):
            break
        text += squeeze(line.text)
        if (is_title(text) or ("关于" not in text and _ABOUT.search(text) and ends_in_official_kind(text))) and not _goes_on(lines, stop + 1, end, text):
            return index, stop + 1
    return index, index


def _goes_on(lines: list[Line], index: int, end: int, text: str) -> bool:
    """Whether the line after a seeming end still belongs to the title: （试行）, 的通知, the rest of an open 《."""
    if index >= end or not can_be_title_line(lines[index]):
        return False
    following = squeeze(lines[index].text)
    if re.fullmatch(r"[（(].{1,8}[)）](?:的.{2,4})?", following) or following.startswith("的"):
        return True
    return open_brackets(text) and len(following) < 60 and is_title(text + following)


def title_before(lines: list[Line], index: int, begin: int) -> tuple[int, int]:
    """The lines of the title that ends before ``index``; the longest one that begins with an organ, else with 关于."""
    end = index
    if index - 1 > begin and _DATE_LINE.fullmatch(squeeze(lines[index - 1].text)):
        index -= 1
    text, best = "", (index, index)
    for start in range(index - 1, max(begin, index - 1 - MOST_LINES) - 1, -1):
        line = lines[start]
        if not (can_be_title_line(line) or (not text and re.fullmatch(r"[（(].{1,8}[)）].*", squeeze(line.text)))):
            break
        bare = squeeze(line.text)
        text = bare + text
        if bare.startswith("《") and not bare.startswith("《关于"):
            break
        if split_organs(line.text) and is_title(text):
            return _joint(lines, start, begin), end
        if is_title(text):
            best = (start, index)
            if not text.startswith(("关于", "印发", "转发", "《")):
                return best
        elif best[0] < index:
            break
    return best


def _joint(lines: list[Line], start: int, begin: int) -> int:
    """The first of the lines of organs that stand above a title, for a document that several issue."""
    organs = set(split_organs(lines[start].text))
    while start > begin and (above := split_organs(lines[start - 1].text)) and not organs & set(above) and not read_head(lines[start - 1].text):
        organs |= set(above)
        start -= 1
    return start


def bare_title_before(lines: list[Line], index: int, begin: int) -> tuple[int, int]:
    """One short line before a number that names a kind of document without 关于: a report, a chronicle, an order."""
    line = lines[index - 1] if index > begin else None
    if line and can_be_title_line(line) and "》" not in line.text and len(squeeze(line.text)) <= 60 and not is_organ(line.text) and read_head(line.text) is None \
            and not ends_sentence(line.text) and read_kind(line.text):
        return index - 1, index
    return index, index
