"""The page of an entry of the contents: at its end, before its title, alone on a line, or in a cell."""

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from generator.lexicon.characters import IDEOGRAPHS, squeeze
from generator.lexicon.expressions.years import YEAR
from generator.lexicon.numerals import TENS, read_number
from generator.parse.issue.entries import LEADER, ends_entry, is_whole

_BEFORE = r"(?:[（(\[［/／]|[Pp]\.?|第|[-－—])?\s*"
_RULES = ("|", "｜")
_BEHIND = r"\s*(?:[)）\]］]|页|[-－—])?\s*[|｜]?\s*"
"""What may be around a page: （4）, [4], －4－, P4, 第4页; behind it the rule at the edge of the column, too."""
_TO = r"(?:[页Pp]?\s*[-－–—~～至]\s*[第Pp]?\.?\d{1,4})"
_RANGE = rf"{_TO}?"
"""The last page of an entry, behind leaders, a blank or a bracket and its first one: ……（4—9）, P4-P9, 第4至9页."""
_PAGE = re.compile(
    rf"(?:(?P<led>{LEADER}{{2,}})|(?P<apart>[\s/／])|(?<=[{IDEOGRAPHS}）)》”〕])(?P<bracket>(?=[（(\[［]))?)\s*{_BEFORE}"
    rf"(?P<page>(?!{YEAR})\d{{1,4}})(?(led){_RANGE}|(?(apart){_RANGE}|(?(bracket){_RANGE}))){_BEHIND}$",
)
_PAGE_FIRST = re.compile(rf"(?P<page>\d{{1,4}})(?:\s+|\s*[/／]\s*)(?=[{IDEOGRAPHS}《])")
_BARE_PAGE = re.compile(rf"{LEADER}*{_BEFORE}(?P<page>(?!{YEAR})\d{{1,4}}){_RANGE}{_BEHIND}")
_PAGE_CELL = re.compile(rf"[（(]?(?:\d{{1,4}}{_RANGE}|[\dlIOo]{{1,3}})[)）]?")
_LED_PAGE = re.compile(
    rf"(?:[…‥]{{2,}}|{LEADER}{{3,}})(?:{_BEFORE}\d+{_RANGE}{_BEHIND}|[（(\[［])$"
)
"""Leaders and a page, or the bracket of a page that the next line holds."""
_PAGE_WITHIN = re.compile(
    rf"(?:(?<![…‥])[…‥]+|(?<![.．·•])[.．·•]{{3,}})(?:{_BEFORE}\d{{1,4}}|\s*[（(\[［][\dlI]{{1,3}}(?=[)）\]］]))"
    rf"{_RANGE}{_BEHIND}(?![页至])(?=[{IDEOGRAPHS}《【★◆])",
)
"""A page behind its leaders where another entry follows on the same line."""
_PAGE_BETWEEN = re.compile(
    rf"(?<=[{IDEOGRAPHS}）)》])(?:\s*[（(\[［](?P<page>\d{{1,4}})[)）\]］]\s*|\s*[/／]\s*(?P<slashed>\d{{1,4}})\s+"
    rf"|\s+(?P<apart>\d{{1,4}})\s+)(?=[{IDEOGRAPHS}《])"
)
"""The same without leaders: in brackets, behind a stroke, or between blanks."""
_LEADERS = r"(?:[…‥]+|\t|(?:[.．·•]\s?){3,}|_{2,}|[-—]{3,})"
_LED = re.compile(
    rf"{_LEADERS}\s*(?P<tail>[^{IDEOGRAPHS}…‥]{{1,8}}|[^{IDEOGRAPHS}…‥]{{0,2}}[{TENS}]{{1,4}}[^{IDEOGRAPHS}…‥]{{0,2}})"
    r"[…‥]*$"
)
"""Leaders and the little that is printed behind them, which can only be a page."""
_ENDS_LED = re.compile(rf"{_LEADERS}\s*$")
_AROUND = r"•·—–\-'\""
_TAIL = re.compile(
    rf"[(〈《<【\[/pP.{_AROUND}]*(?P<core>[\dlI|!OoQD]{{1,4}}|[{TENS}]{{1,4}})(?P<shut>[)〉》>】\]/{_AROUND}。.,、:;`]*)"
)
_MISREAD = str.maketrans("lI|!OoQD", "11110000")
"""Letters and signs that are read where a figure is printed."""
_BESIDE = ".。,、:;`'\"·•"
"""What is no mark around a page where it is behind it only: the dirt of a print, or what was a figure."""
_LOST = re.compile(r"[(\[]?(?:[A-Za-z?*□■]{1,2}|\d{1,2}\s+\d{1,2})[)\]]?")
"""A page of which no figure can be read, or which is two figures: 12, or 1 and 2."""
_TWO = re.compile(rf"{_LEADERS}\s*[（(\[［]\d{{1,2}}\s+\d{{1,2}}[)）\]］]$")
LONGEST_LINE = 300
"""Longest line whose end can be a page, in characters: it may hold two entries."""


class Page(NamedTuple):
    """The page at the end of a text."""

    start: int
    """Where it begins, its leaders included."""
    number: int | None
    """The page; None where it cannot be read."""
    printed: str = ""
    """What is printed in its place, where that is not the figure alone: ``l``, ``4。``, ``?``."""


def find_page(text: str) -> Page | None:
    """The page at the end of a text, where the text is no longer than an entry."""
    if len(text) > LONGEST_LINE:
        return None
    match = _PAGE.search(text)
    if match and not _TWO.search(text):
        return Page(match.start(), read_number(match["page"]))
    return _find_led(text)


def _find_led(text: str) -> Page | None:
    """The page behind leaders where it is printed or was read in another form: ``……4。``, ``……（l）``, ``……十二``."""
    match = _LED.search(text)
    if match is None:
        return None
    tail = unicodedata.normalize("NFKC", match["tail"].strip())
    if _LOST.fullmatch(tail) and not _TAIL.fullmatch(tail):
        return Page(match.start(), None, squeeze(match["tail"]))
    read = _TAIL.fullmatch(squeeze(tail))
    if read is None or re.fullmatch(YEAR, read["core"]):
        return None
    number = read_number(read["core"].translate(_MISREAD))
    is_plain = read_number(read["core"]) is not None and not _is_dirty(match["tail"], read)
    return Page(match.start(), number, "" if is_plain else squeeze(match["tail"]))


def _is_dirty(tail: str, read: re.Match[str]) -> bool:
    """Whether something is behind a page that is no mark around it: ``4。``, not ``·4·``; or a circle is around it."""
    shut = read["shut"]
    is_around = read.string[: read.start("core")] == shut and len(shut) == 1
    return (not is_around and any(sign in shut for sign in _BESIDE)) or read["core"] not in tail


def ends_led(text: str) -> bool:
    """Whether a text ends with leaders, so that its page is on the next line or was lost."""
    return _ENDS_LED.search(text) is not None and not find_bare_page(text)


def find_rule(text: str) -> str:
    """The rule at the edge of the column that is behind the page of a text, or nothing."""
    end = text.rstrip()[-1:]
    return end if end in _RULES else ""


def find_page_first(text: str) -> re.Match[str] | None:
    """The page that a text prints before the title of its entry."""
    return _PAGE_FIRST.match(text)


def find_bare_page(text: str) -> re.Match[str] | None:
    """The page that a line holds and nothing else but leaders."""
    return _BARE_PAGE.fullmatch(text.strip())


def is_paged(text: str) -> bool:
    """Whether a text has a page at its end or before its title, or is one."""
    searches = (find_page, find_page_first, find_bare_page)
    return any(search(text) is not None for search in searches)


def is_led(text: str) -> bool:
    """Whether leaders and a page are at the end of a text."""
    return _LED_PAGE.search(text) is not None


def is_page_cell(cell: str) -> bool:
    """Whether a cell of a row holds a page."""
    return _PAGE_CELL.fullmatch(cell) is not None


def split_entries(text: str) -> list[str]:
    """The entries of a line that prints several of them, each up to its page."""
    ends = [match.end() for match in _PAGE_WITHIN.finditer(text)] or _ends_without_leaders(text)
    if not ends:
        return [text]
    return [text[begin:end].strip() for begin, end in pairwise([0, *ends, len(text)])]


def _ends_without_leaders(text: str) -> list[int]:
    """Where the entries of a line end that have no leaders: each is a whole title with a page, and the pages rise."""
    last = find_page(text)
    if last is None:
        return []
    ends, pages, begin = [], [], 0
    for match in _PAGE_BETWEEN.finditer(text):
        title, rest = text[begin : match.start()], text[match.end() :]
        if ends_entry(title) and is_whole(squeeze(title)) and is_whole(squeeze(rest)):
            begin = match.end()
            ends.append(begin)
            pages.append(int(match["page"] or match["slashed"] or match["apart"]))
    pages.append(last.number or 0)
    return ends if pages == sorted(pages) else []


def join_cells(cells: list[str]) -> list[str]:
    """The filled cells of a row as one text, the page set apart."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and is_page_cell(filled[-1]):
        return ["".join(filled[:-1]) + "\t" + filled[-1]]
    return ["".join(filled)] if filled else []
