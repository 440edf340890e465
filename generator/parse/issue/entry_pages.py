"""The page of an entry of the contents: at its end, before its title, alone on a line, or in a cell."""

import re
from itertools import pairwise

from generator.lexicon.characters import IDEOGRAPHS
from generator.lexicon.expressions.years import YEAR
from generator.parse.issue.entries import LEADER

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
_PAGE_CELL = re.compile(rf"[（(]?\d{{1,4}}{_RANGE}[)）]?")
_LED_PAGE = re.compile(
    rf"(?:[…‥]{{2,}}|{LEADER}{{3,}})(?:{_BEFORE}\d+{_RANGE}{_BEHIND}|[（(\[［])$"
)
"""Leaders and a page, or the bracket of a page that the next line holds."""
_PAGE_WITHIN = re.compile(
    rf"(?:(?<![…‥])[…‥]+|(?<![.．·•])[.．·•]{{3,}}){_BEFORE}\d{{1,4}}{_RANGE}{_BEHIND}(?![页至])(?=[{IDEOGRAPHS}《【★◆])",
)
"""A page behind its leaders where another entry follows on the same line."""
LONGEST_LINE = 300
"""Longest line whose end can be a page, in characters: it may hold two entries."""


def find_page(text: str) -> re.Match[str] | None:
    """The page at the end of a text, where the text is no longer than an entry."""
    return _PAGE.search(text) if len(text) <= LONGEST_LINE else None


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
    ends = [match.end() for match in _PAGE_WITHIN.finditer(text)]
    if not ends:
        return [text]
    return [text[begin:end].strip() for begin, end in pairwise([0, *ends, len(text)])]


def join_cells(cells: list[str]) -> list[str]:
    """The filled cells of a row as one text, the page set apart."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and is_page_cell(filled[-1]):
        return ["".join(filled[:-1]) + "\t" + filled[-1]]
    return ["".join(filled)] if filled else []
