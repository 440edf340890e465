"""Lists of documents that are repealed, kept or named: a title and its number on each entry, perhaps over two lines.

``某某县人民政府关于加强房屋管理 | 工作的通知　　某政发〔1999〕12号``, ``…的紧急通知（某政办发〔2003〕8号）``. The number of
an entry is that of no document of the issue.
"""

import re
from dataclasses import dataclass

from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.lexicon.kinds import INSTRUMENTS, OFFICIAL
from generator.lexicon.numbers import NUMBER, read_number_line
from generator.read import Line

_YEAR = "〔"
_KINDS = "|".join((*OFFICIAL, *INSTRUMENTS))
_ENTRY = re.compile(
    rf"(?:{_KINDS})(?:[（(][^（()）]{{2,8}}[)）])?"
    r"(?:[ \u3000]{2,}|\u3000|[ \u3000]*(?P<open>[（(]))(?P<number>\S+号)(?(open)[)）])[；;]?$"
)
_ENDS_TITLE = re.compile(rf"(?:{_KINDS})》?(?:[（(][^（()）]{{2,8}}[)）])?$")
_NUMBER = re.compile(NUMBER)
_BRACKETED = re.compile(r"[（(]\S+号[)）][；;]?")
_SENTENCE = re.compile(f"[{SENTENCE_STOPS}](?!$)|。$")


@dataclass(frozen=True, slots=True)
class ListedLimits:
    """What a list of documents is."""

    entries: int = 2
    """Fewest entries; one alone may be the title of a document with its number."""
    apart: int = 4
    """Most lines from the end of one entry to that of the next."""


LISTED = ListedLimits()


def ends_entry(text: str) -> bool:
    """Whether a line is the end of an entry: the end of a title, and a number behind a wide blank or in brackets."""
    if _YEAR not in text:
        return False
    found = _ENTRY.search(text)
    return found is not None and _NUMBER.fullmatch(found["number"]) is not None


def goes_on_with_number(entry: str, below: str) -> bool:
    """Whether a line that is nothing but a number ends the entry above it: 2.某某县人民政府关于…的通知 | 某政发〔2011〕5号."""
    if _YEAR not in below or read_enumerator(entry) is None or _YEAR in entry:
        return False
    return _ENDS_TITLE.search(entry) is not None and read_number_line(below) is not None


def find_listed_titles(lines: list[Line], begin: int) -> set[int]:
    """Places of the lines that end the titles and numbers of a list, with no sentence between them."""
    listed: set[int] = set()
    group: list[int] = []
    last = begin
    for place in range(begin, len(lines)):
        text = lines[place].text
        if _YEAR in text and (ends_entry(text) or (group and _BRACKETED.fullmatch(text))):
            if place - last > LISTED.apart:
                group = []
            group.append(place)
            last = place
            if len(group) >= LISTED.entries:
                listed.update(group)
            if len(group) >= LISTED.entries and _BRACKETED.fullmatch(text):
                listed.add(place - 1)
        elif group and (_SENTENCE.search(text) or lines[place].mark.startswith("#")):
            group = []
    return listed
