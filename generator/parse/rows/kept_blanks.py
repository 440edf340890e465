"""Blanks between words: which of them only set the type, and which set apart names, posts, organs and captions.

A printer widens the letters of a short word to the width of a longer one: ``主　　任``, ``赵　某``, ``目　录``. Such a
blank is between single letters, and goes. Any other wide blank between two words stays: ``王某某　　市委宣传部副部长``,
``市民政局　市司法局``. One half-width blank is where the line of a column ended, and goes, but for one between bodies
or before a label: ``联系人：王某某 电话：5551234``.
"""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from generator.lexicon.characters import BETWEEN, IDEOGRAPHS, tidy
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.labels import CONTACT
from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.lexicon.names import find_blanks_in_names, is_name
from generator.lexicon.roles import ROLE, ends_unit

_GAP = re.compile(
    rf"(?<=[{IDEOGRAPHS}）)》”］\]\d%％A-Za-z])[ \u3000\u00a0\u2002\u2003]+(?=[{IDEOGRAPHS}《“\dA-Za-z])",
)
"""A blank between two words."""
_WIDE = ("\u3000", "\u2003")
"""A blank of the width of a letter."""
_HALVES = 2
"""Half-width blanks of that width."""
_HELD = "\ufdd2"
"""Represents a blank that stays while the others go; a noncharacter, which no source holds."""
_LABEL = re.compile(rf"(?:{CONTACT})\s*[:：]")
_BEFORE_LABEL = re.compile(
    rf"(?<=[{IDEOGRAPHS}）)\dA-Za-z])[ \u3000\u00a0\u2002\u2003]+(?={_LABEL.pattern})"
)
"""The blank before a label behind the value of another."""
_NUMBER = re.compile(r"\s*\d{1,3}(?:[.．]\d{1,2})*(?=\s)")
"""A number that opens a line."""
_TITLE = re.compile("《[^《》]*》?")
_CLAUSE = re.compile(f"[{SENTENCE_STOPS}，,]")
_LETTER = re.compile(f"[{IDEOGRAPHS}]")
_COUNTED = tuple("年月日时分号期")
"""What belongs to the figure before it, whatever the blank between them."""
SEXES = frozenset("男女")
"""A letter that is a word in a row: ``李　某　女　回族``."""
_UNEVEN = 5
"""Fewest letters set apart that can be names of two letters and of three."""
_PAIR = 2
"""Letters of a name whose letters are set apart."""

_BODY_ENDS = frozenset("局委办厅部院室处科队会社厂所站馆园心司团校学行地镇乡县区市省州旗道村府位")
"""The last letters of bodies: a guard against slowness."""
SHORTEST_BODY = 3
"""Shortest name of a body in a row, in characters."""
LONGEST_ROW = 90
"""Longest row of bodies that half-width blanks set apart, in characters."""


class Gap(NamedTuple):
    """A wide blank of a line."""

    begin: int
    end: int

    @property
    def width(self) -> int:
        """Its width, in half-width blanks."""
        return self.end - self.begin


def keep_blanks(text: str) -> str:
    """The text as :func:`tidy` has it, with the blanks that set words apart.

    Each of them is one full-width blank; what opens a paragraph, and a title in 《》, has none.
    """
    if " " not in text and "\u3000" not in text and "\u2003" not in text:
        return tidy(text)
    gaps = sorted({*find_gaps(text), *_before_labels(text)})
    if not gaps:
        return tidy(text)
    pieces: list[str] = []
    begin = 0
    for gap in gaps:
        pieces.append(text[begin : gap.begin])
        begin = gap.end
    pieces.append(text[begin:])
    return tidy(_HELD.join(pieces)).replace(_HELD, BETWEEN)


def has_wide(text: str) -> bool:
    """Whether a line can have a wide blank: a guard against slowness."""
    return "\u3000" in text or "  " in text or "\u2003" in text


def can_be_row(text: str) -> bool:
    """Whether a line has a full-width blank, or is short and has others: a guard against slowness."""
    return "\u3000" in text or "\u2003" in text or (" " in text and len(text) <= LONGEST_ROW)


def is_wide(blanks: str) -> bool:
    """Whether blanks are as wide as a letter."""
    return len(blanks) >= _HALVES or blanks in _WIDE


def split_at_gaps(text: str) -> list[str]:
    """The words of a line that wide blanks set apart, each without the blanks inside it."""
    return [tidy(word) for word in keep_blanks(text).split(BETWEEN)]


def is_row(text: str) -> bool:
    """Whether a line is words that wide blanks set apart, and no clause: ``市民政局　市司法局　市财政局``."""
    return bool(find_gaps(text)) and _CLAUSE.search(text) is None


def find_gaps(text: str) -> list[Gap]:
    """The blanks of a line that set words apart."""
    if not has_wide(text):
        can_be_bodies = text[-1:] in _BODY_ENDS and " " in text
        return _between_bodies(text) if can_be_bodies else _behind_role(text)
    text = text.rstrip()
    one = read_enumerator(text.lstrip())
    number = _NUMBER.match(text)
    opening = number.end() if number else len(text) - len(text.lstrip()) + (one.end if one else 0)
    found = (match for match in _GAP.finditer(text, opening) if is_wide(match[0]))
    gaps = [Gap(*match.span()) for match in found if match.start() > opening]
    gaps = [gap for gap in gaps if not _is_beside_figure(text, gap)]
    if not gaps:
        return []
    spaced = _gaps_in_words(text, gaps) | {Gap(*span) for span in find_blanks_in_names(text)}
    titles = [match.span() for match in _TITLE.finditer(text)]
    return [gap for gap in gaps if gap not in spaced and not _is_inside(titles, gap)]


def _between_bodies(text: str) -> list[Gap]:
    """The half-width blanks of a line that is nothing but bodies: ``市计委 市经贸委 市教育局``.

    Two of them open with the same letter; where they do not, the second may be the rest of the first.
    """
    if len(text) > LONGEST_ROW or _CLAUSE.search(text):
        return []
    words = text.split()
    if len(words) < _PAIR or not all(
        len(word) >= SHORTEST_BODY and ends_unit(word) for word in words
    ):
        return []
    if len(words) == _PAIR and words[0][0] != words[1][0]:
        return []
    return [Gap(*match.span()) for match in _GAP.finditer(text, text.index(words[0]))]


def _behind_role(text: str) -> list[Gap]:
    """The half-width blanks between the words of a line that opens with a role: ``成员：李 红 女 县财政局局长``."""
    role = ROLE.match(text) if " " in text and ("：" in text or ":" in text) else None
    if role is None or len(text) > LONGEST_ROW or _CLAUSE.search(text):
        return []
    gaps = [Gap(*match.span()) for match in _GAP.finditer(text, role.end())]
    gaps = [gap for gap in gaps if not _is_beside_figure(text, gap)]
    spaced = _gaps_in_words(text, gaps)
    return [gap for gap in gaps if gap not in spaced]


def _before_labels(text: str) -> list[Gap]:
    """The blanks of a line before each further label of a contact: ``联系人：王某某 联系电话：5551234``."""
    if len(_LABEL.findall(text)) < _PAIR:
        return []
    return [Gap(*match.span()) for match in _BEFORE_LABEL.finditer(text)]


def _is_beside_figure(text: str, gap: Gap) -> bool:
    """Whether a blank is between two Latin words or figures, or beside a figure and a letter alone: 2021　年　3　月."""
    before, behind = text[gap.begin - 1], text[gap.end]
    if before.isascii() and behind.isascii():
        return True
    if before.isascii():
        return behind in _COUNTED or _is_letter_behind(text, gap)
    return behind.isascii() and _is_letter_before(text, gap)


def _is_inside(titles: list[tuple[int, int]], gap: Gap) -> bool:
    """Whether a blank is inside one of the titles, which are in order."""
    nth = bisect_right(titles, (gap.begin, gap.end))
    return nth > 0 and gap.end <= titles[nth - 1][1]


def _gaps_in_words(text: str, gaps: list[Gap]) -> set[Gap]:
    """The blanks between single letters, which only widen a word."""
    inside: set[Gap] = set()
    run: list[Gap] = []
    for gap in gaps:
        if run and gap.begin - run[-1].end == 1:
            run.append(gap)
            continue
        inside |= _of_letters(text, run)
        run = [gap]
    return inside | _of_letters(text, run)


def _of_letters(text: str, run: list[Gap]) -> set[Gap]:
    """The blanks inside words among those of a run, with one letter between each two of them.

    A wider one is between two words: ``王　某　　　李　某``; where all are equal, two letters each may be names.
    """
    run = run[1:] if run and not _is_letter_before(text, run[0]) else list(run)
    if run and not _is_letter_behind(text, run[-1]):
        run = run[:-1]
    if not run:
        return set()
    while len(run) > 1 and text[run[-1].end] in SEXES:
        run.pop()
    narrowest = min(gap.width for gap in run)
    letters = [text[run[0].begin - 1], *(text[gap.end] for gap in run)]
    if all(gap.width == narrowest for gap in run):
        if _are_names(letters):
            return set(run[::_PAIR])
        if len(letters) >= _UNEVEN and _can_be_names("".join(letters)):
            return set()
    return {gap for gap in run if gap.width < narrowest * _PAIR}


def _are_names(letters: list[str]) -> bool:
    """Whether letters are names of two letters, one behind the other, and more than one."""
    if len(letters) % _PAIR or len(letters) <= _PAIR:
        return False
    pairs = list(pairwise(letters))[::_PAIR]
    return all(is_name(first + second) for first, second in pairs)


def _can_be_names(letters: str) -> bool:
    """Whether letters can be names of two letters or three, one behind the other; no blank says where one ends."""
    return not letters or any(
        is_name(letters[:size]) and _can_be_names(letters[size:])
        for size in (2, 3)
        if len(letters) >= size
    )


def _is_letter_before(text: str, gap: Gap) -> bool:
    """Whether one letter alone is before a blank, at the beginning or behind a mark or blank."""
    return gap.begin < _PAIR or not _LETTER.match(text[gap.begin - _PAIR])


def _is_letter_behind(text: str, gap: Gap) -> bool:
    """Whether one letter alone is behind a blank."""
    behind = text[gap.end + 1 : gap.end + 2]
    return not behind or not _LETTER.match(behind)
