"""Running heads that show themselves only by what they tear.

A line between the two halves of a paragraph.
"""

import re
from collections import Counter
from dataclasses import dataclass

from generator.lexicon.characters import ends_sentence, open_brackets, squeeze
from generator.lexicon.dates import read_date
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.signs import TORN_CLOSE, TORN_OPEN
from generator.lexicon.expressions.stops import PROSE_STOPS, TORN_STOPS
from generator.lexicon.gazettes import read_column
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.numbers import read_number_line
from generator.lexicon.organs import is_organ
from generator.read.lines import Line

_CLAUSE = re.compile(f"[{TORN_STOPS}]")
_PROSE = re.compile(f"[{PROSE_STOPS}]")
_FOREIGN = re.compile("[A-Za-z]{3,}")
_FIGURES = re.compile(r"\d+")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class TearLimits:
    """What a running head is that tears paragraphs."""

    half: int = 12
    """Shortest line that can be the first half of a torn paragraph, in characters."""
    shortest: int = 3
    """Shortest head, in characters without blanks; what is shorter is a scrap of the text."""
    longest: int = 60
    """Longest head, in characters without blanks; what is longer is text."""
    often: int = 3
    """Fewest paragraphs that the same line tears.

    One fewer is enough where figures count on, for Latin letters and for a title.
    """
    heads: int = 20
    """Most different heads of one source, those that tear most;
    others stay, as each is counted in the whole text."""
    beside: int = 3
    """Farthest half of the paragraph from the head, in lines,
    where page numbers are between them."""


TEAR = TearLimits()


def find_torn(lines: list[Line], furniture: set[int]) -> set[int]:
    """Places of running heads between two halves of a paragraph.

    Such a line names a column of the gazette, or comes back on other pages, its figures left out;
    there it is taken for a head where it tears a paragraph too, or is beside a page number.

    :param furniture: places of the page furniture that is known already
    """
    tearing = _find_tearing(lines, furniture)
    if not tearing:
        return tearing
    keys = _keys_of_heads(lines, furniture)
    heads = _find_heads(lines, sorted(tearing), keys)
    beside = {at for place in furniture for at in (place - 1, place + 1)}
    recurring = {place for place in tearing | beside if keys.get(place) in heads}
    return recurring | {place for place in tearing if read_column(lines[place].text)}


def find_named(lines: list[Line], named: set[int], furniture: set[int], masthead: int) -> set[int]:
    """Places of running heads that are printed once: the name of the gazette beside a page number, in a sentence.

    ``一旦发生险情，要立即报告并`` | ``— 12 —`` | ``某某市人民政府公报`` | ``组织抢险。``

    :param named: places beside page numbers of lines that are the name of a gazette
    :param masthead: first lines of a source, where that may be the masthead unless a clause is torn
    """
    if not named:
        return set()
    known = furniture | named
    open_ends = [
        _is_open(line) if at >= masthead else _stops_midway(line) for at, line in enumerate(lines)
    ]
    return {place for place in named if _is_between_halves(lines, place, known, open_ends)}


def _is_open(line: Line) -> bool:
    """Whether a line ends no sentence and is no element that ends a document."""
    text = line.text.strip()
    if line.cells or ends_sentence(text):
        return False
    return not any(
        is_such(text) for is_such in (read_date, read_number_line, is_organ, ends_in_official_kind)
    )


def _find_tearing(lines: list[Line], furniture: set[int]) -> set[int]:
    """Places of lines between two halves of a paragraph that can be running heads."""
    midway = [_stops_midway(line) for line in lines]
    tearing: set[int] = set()
    for place, line in enumerate(lines):
        if place in furniture or not _is_between_halves(lines, place, furniture, midway):
            continue
        if _can_be_head(line):
            tearing.add(place)
    return tearing


def _keys_of_heads(lines: list[Line], furniture: set[int]) -> dict[int, str]:
    """The place of each line that can be a running head and is not known to be one → its key."""
    keys: dict[int, str] = {}
    for place, line in enumerate(lines):
        if place not in furniture and _can_be_head(line):
            keys[place] = _key(line)
    return keys


def _find_heads(lines: list[Line], tearing: list[int], keys: dict[int, str]) -> set[str]:
    """Keys of the lines that tear often.

    What is in the text elsewhere is a scrap of text itself.
    """
    often = Counter(keys[place] for place in tearing)
    text = "\n".join(line.text for line in lines)
    heads: set[str] = set()
    for key, count in often.most_common(TEAR.heads):
        printed = {lines[place].text.strip() for place in tearing if keys[place] == key}
        if _is_distinct(printed):
            recurs = count >= TEAR.often - 1
        else:
            recurs = count >= TEAR.often and text.count(min(printed)) == _count(keys, key)
        if recurs:
            heads.add(key)
    return heads


def _is_distinct(printed: set[str]) -> bool:
    """Whether the printed forms of one line are no scrap of text.

    Figures count on in them, they have Latin words, or they are titles.
    """
    return (
        len(printed) > 1
        or any(map(_FOREIGN.search, printed))
        or all(map(ends_in_official_kind, printed))
    )


def _count(keys: dict[int, str], key: str) -> int:
    """How often a line that can be a head has a key."""
    return sum(found == key for found in keys.values())


def _can_be_head(line: Line) -> bool:
    """Whether a line can be a running head.

    It is short, no figure alone, no sentence, no element of a document and no table row.
    """
    text = line.text.strip()
    short = TEAR.shortest <= len(squeeze(text)) <= TEAR.longest
    if line.cells or not short or text.isdigit() or _PROSE.search(text) or _is_unbalanced(text):
        return False
    return not any(is_such(text) for is_such in (read_enumerator, read_date, read_number_line))


def _is_unbalanced(text: str) -> bool:
    """Whether a bracket closes that did not open in a text."""
    return len(re.findall(TORN_OPEN, text)) != len(re.findall(TORN_CLOSE, text))


def _key(line: Line) -> str:
    """What two prints of one running head share: its words without figures, in any order."""
    words = _FIGURES.sub("", line.text).strip()
    return "".join(sorted(_BLANKS.split(words)))


def _is_between_halves(
    lines: list[Line], place: int, furniture: set[int], midway: list[bool]
) -> bool:
    """Whether a line is between two halves of a paragraph, page numbers beside it passed over.

    :param midway: of each line, whether it stops in mid-sentence
    """
    over = range(place - 1, max(-1, place - 1 - TEAR.beside), -1)
    above = next((at for at in over if at not in furniture), None)
    if above is None or not midway[above]:
        return False
    under = range(place + 1, min(len(lines), place + 1 + TEAR.beside))
    below = next((at for at in under if at not in furniture), None)
    return below is not None and _goes_on(lines[below])


def _stops_midway(line: Line) -> bool:
    """Whether a line of running text stops in mid-sentence."""
    text = line.text.strip()
    if line.cells or len(text) < TEAR.half or ends_sentence(text):
        return False
    return _CLAUSE.search(text) is not None or open_brackets(text)


def _goes_on(line: Line) -> bool:
    """Whether a line can be the second half of a paragraph: running text without an enumerator."""
    text = line.text.strip()
    return (
        not line.cells
        and read_enumerator(text) is None
        and not line.mark
        and _PROSE.search(text) is not None
    )
