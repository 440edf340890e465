"""Lists of names in rows: ``王　某　李某某　赵　某``, and rows that open with a body: ``县水利局：王某某　李某某``.

A name of two letters has a blank inside where it is set to the width of three. A row is divided only where every word
of it is a name; one word that may be none leaves the row as it is printed.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.names import is_name
from generator.lexicon.organs import SHORT_ENDS
from generator.lexicon.roles import AWARD, ROLE, ROLES, ends_post, ends_unit
from generator.model import Member, Roster, RosterGroup
from generator.parse.rows.kept_blanks import SEXES, has_wide, split_at_gaps
from generator.read import Line

_PROSE = re.compile(f"[{ANY_STOPS}]")
NOTE = re.compile(r"[（(][^（()）]{1,12}[)）]$")
"""What is behind a name and is part of it: （女，回族）."""
_DOTTED = re.compile(rf"{HAN}{{1,8}}(?:[·•．]{HAN}{{1,8}}){{1,2}}")
_WORD = re.compile(rf"{HAN}{{2,3}}")
_ROLES = frozenset(ROLES)
_APART = re.compile("[\\s：:]")
"""What is in the first row of any list."""
_BODY = f"{SHORT_ENDS}组"
"""The last letter of a body that opens like a name: 安监局, 高中组."""
_PLACE = tuple(f"{_BODY}镇乡县区市")
"""How a word of three characters ends that is a place or body although it opens like a name: 张桥镇."""
_LISTED = re.compile(r"[、，,；;]")
_LABELLED = re.compile(rf"(?P<unit>{HAN}[^\s:：]{{1,23}})\s*[:：]\s*(?P<names>\S.*)")
_SPACED = re.compile(rf"(?<!{HAN}){HAN}\s+{HAN}(?!{HAN})")
"""A name of two letters with a blank inside."""


@dataclass(frozen=True, slots=True)
class NameRowLimits:
    """What a list of names in rows is."""

    names: int = 3
    """Fewest names of a list that has nothing else; a line of two is a title or a signature."""
    units: int = 2
    """Fewest rows that open with a body."""
    row: int = 90
    """Longest row, in characters with its blanks."""
    letters: int = 3
    """Shortest name that no other word in a row looks like, in characters; a shorter one has a blank inside."""
    sure: float = 0.5
    """Lowest share of such names, for 农业 and 金融 open with families too."""
    known: float = 0.75
    """Lowest share of names of a known family; the others are 2 or 3 characters of no post."""
    in_row: float = 0.5
    """The same for one row of the list."""
    places: float = 0.5
    """Lowest share of words behind a body or an award that are places or bodies themselves: 一等奖：张村镇　李村镇."""


NAME_ROWS = NameRowLimits()


class NameRow(NamedTuple):
    """The names of a line, and the body that it opens with."""

    unit: str | None
    names: tuple[str, ...]
    known: int
    """How many of them are of a known family."""
    sure: int
    """How many of them look like nothing else."""


def read_name_row(text: str) -> NameRow | None:
    """The names of a line that has nothing else but a body before them; None for any other line."""
    if len(text) > NAME_ROWS.row or not _can_be_row(text) or ROLE.match(text.strip()):
        return None
    labelled = _LABELLED.fullmatch(text.strip())
    if labelled:
        unit = labelled["unit"]
        heads_row = ends_unit(unit) or unit.endswith(AWARD)
        return _row(unit, labelled["names"], _words(labelled["names"])) if heads_row else None
    if "：" in text or ":" in text:
        return None
    words = _words(text)
    if not words or words[0] in _ROLES:
        return None
    if len(words) > 1 and _is_unit(words[0]):
        return _row(words[0], text, words[1:])
    return _row(None, text, words)


def _can_be_row(text: str) -> bool:
    """Whether a line has no clause: a stop is in it only inside a note."""
    if _PROSE.search(text) is None:
        return True
    return "（" in text and _PROSE.search(re.sub(r"（[^（）]*）", "", text)) is None


def _words(text: str) -> list[str]:
    """The words of a row, those letters joined that one name has."""
    words = [word for word in split_at_gaps(text.replace("\t", "\u3000")) if word]
    if len(words) > 1:
        return words
    return _join_letters(_LISTED.sub(" ", text).split())


def _join_letters(words: list[str]) -> list[str]:
    """Words with two single letters each as one, for a row that half-width blanks set apart."""
    joined: list[str] = []
    letter = ""
    for word in words:
        if letter:
            joined.append(letter + word)
            letter = ""
        elif len(word) == 1:
            letter = word
        else:
            joined.append(word)
    return [*joined, letter] if letter else joined


def _is_unit(word: str) -> bool:
    """Whether the first word of a row is a body, a place or an award, and no person."""
    if word.endswith(AWARD):
        return True
    if not ends_unit(word):
        return False
    return len(word) > NAME_ROWS.letters or not is_name(word) or word[-1] in _PLACE


def _row(unit: str | None, text: str, words: list[str]) -> NameRow | None:
    """The row of these words, where all of them can be names and most are of known families."""
    bare = [NOTE.sub("", word) for word in words]
    known = [word for word in bare if is_only_name(word)]
    if not known or len(known) < len(bare) * NAME_ROWS.in_row:
        return None
    if unit and sum(map(ends_unit, bare)) >= len(bare) * NAME_ROWS.places:
        return None
    if not all(word in known or _can_be_name(word) for word in bare):
        return None
    long = sum(len(word) >= NAME_ROWS.letters for word in bare)
    return NameRow(unit, tuple(map(squeeze, words)), len(known), long + len(_SPACED.findall(text)))


@lru_cache(maxsize=4096)
def is_only_name(word: str) -> bool:
    """Whether a word is a name and can be no post or body."""
    if _DOTTED.fullmatch(word):
        return True
    return is_name(word) and not ends_post(word) and word[-1] not in _BODY


def opens_with_person(text: str) -> bool:
    """Whether a line is words that wide blanks set apart, and the first is a name: ``王某某　局长　某某县民政局``.

    Or one of them is a sex: ``赵　某　男　某某县民政局``.
    """
    if not has_wide(text):
        return False
    if not SEXES.isdisjoint(text.split()):
        return True
    first, *others = split_at_gaps(text.strip())
    return bool(others) and is_only_name(first) and first[-1] not in _PLACE


def is_place(word: str) -> bool:
    """Whether a word that opens like a name is a place: 和平镇, 安宁区; one of two letters (李镇) is a person."""
    return len(word) >= NAME_ROWS.letters and word[-1] in _PLACE


def _can_be_name(word: str) -> bool:
    """Whether a word may be the name of a rare family."""
    return _WORD.fullmatch(word) is not None and not (ends_unit(word) or ends_post(word))


def name_rows_end(lines: list[Line], place: int) -> int:
    """The end of the list of names in rows that begins at ``place``; ``place`` itself when none begins there."""
    text = lines[place].text
    first = read_name_row(text) if _APART.search(text) else None
    if first is None:
        return place
    rows = [first]
    for line in lines[place + 1 :]:
        row = None if line.mark.startswith("#") else read_name_row(line.text)
        if row is None or (row.unit and not first.unit):
            break
        rows.append(row)
    return place + len(rows) if _are_list(rows) else place


def _are_list(rows: list[NameRow]) -> bool:
    """Whether rows are a list of names: enough of them, and at least half look like nothing else."""
    names = sum(len(row.names) for row in rows)
    if sum(row.sure for row in rows) < names * NAME_ROWS.sure:
        return False
    if sum(row.known for row in rows) < names * NAME_ROWS.known:
        return False
    if rows[0].unit:
        return sum(row.unit is not None for row in rows) >= NAME_ROWS.units
    return names >= NAME_ROWS.names


def read_name_rows(lines: list[Line]) -> Roster:
    """The list of names that these lines are, a group for each body."""
    groups: list[tuple[str | None, list[Member]]] = []
    for row in filter(None, (read_name_row(line.text) for line in lines)):
        if row.unit or not groups:
            groups.append((row.unit, []))
        groups[-1][1].extend(map(Member, row.names))
    return Roster(
        groups=tuple(RosterGroup(unit, tuple(members)) for unit, members in groups),
        lines=tuple(line.number for line in lines),
    )
