"""Lines in the middle of a sentence, where hard-wrapped text ends a line by chance as a title ends.

A printer begins a title on a line of its own: the text above has ended, and what is below begins anew.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.lexicon.characters import HAN, IDEOGRAPHS, ends_sentence, open_brackets, squeeze
from generator.lexicon.dates import find_dates
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.signs import TORN_CLOSE
from generator.lexicon.expressions.stops import CLAUSE_STOPS, TORN_STOPS
from generator.lexicon.expressions.verbs import BASED_ON
from generator.lexicon.numbers import NUMBER, read_number_line
from generator.lexicon.organs import split_organs
from generator.parse.text.setting import measure
from generator.read import Line

_CLOSING = re.compile(rf"(?:等?{TORN_CLOSE}|[{TORN_STOPS}：:；;”’〉])")
"""How a line begins that goes on with the sentence above it."""
_CITED = re.compile(rf"[（(]{NUMBER}[)）].")
"""How a line begins below the title of a paper that the sentence cites: its number in brackets, and more."""
_GOES_ON = re.compile("[，,、和与及或]$")
"""How a line ends that has more to say, also one of a list."""
_RUNNING = re.compile(rf"[{IDEOGRAPHS}”》）][{CLAUSE_STOPS};]")
"""What only running text has: clauses."""
_LABELLED = re.compile(rf"{HAN}{{2,6}}[：:]")
"""How a list begins that need not end in a stop: 抄送：, 出席：."""
_REASON = re.compile(rf"为|{BASED_ON}")
"""How a sentence begins that cites a title, and no title does: 为贯彻落实《…》, 根据《…》."""
_JOINED = re.compile("(?:以?及|[和与等、])[《〈（(]")
"""How a line begins that goes on with a list of titles: 和《…》."""
_LONE_BRACKETS = (")", "）")
"""The rest of a number in brackets whose line was too long for it."""
_REMARK = re.compile(r"[（(【\[〔][^（()）]*[)）】\]〕]$")
"""What may be behind the end of a sentence: （市公安局负责）."""
_CLOSES_FIRST = re.compile("^[^《]*》|^[^〈]*〉|^[^（(]*[)）]")


@dataclass(frozen=True, slots=True)
class SentenceLimits:
    """How much around a title is read to see whether it is in the middle of a sentence."""

    above: int = 12
    """Most lines above a title that belong to its sentence: a guard against slowness."""
    around: int = 4
    """Lines above and below a line whose width is that of the print."""
    agreeing: int = 3
    """Fewest of these lines that have that width, the one above included."""
    narrowest: int = 18
    """Narrowest width of a print, in characters."""
    widest: int = 64
    """Widest one; a source with wider lines has one paragraph a line."""
    slack: int = 1
    """Characters by which a full line may miss the width."""


SENTENCE = SentenceLimits()


def is_mid_sentence(lines: Sequence[Line], first: int, end: int, begin: int) -> bool:
    """Whether the lines from ``first`` to ``end`` are in the middle of a sentence, and no title.

    The line above stops in mid-sentence, a 《 or a bracket that it opened is open, the lines close one
    that they do not open or say why something is done, or the line below goes on with a mark.

    :param begin: the first line of the body
    """
    if goes_on_below(lines, end):
        return True
    text = squeeze("".join(line.text for line in lines[first:end]))
    if _CLOSES_FIRST.match(text) or _REASON.match(text) or open_brackets(text):
        return True
    return _goes_on_from_above(lines, first, begin)


def goes_on_below(lines: Sequence[Line], end: int) -> bool:
    """Whether the line below a title begins with a mark that closes or divides."""
    if end >= len(lines) or lines[end].cells or squeeze(lines[end].text) in _LONE_BRACKETS:
        return False
    below = squeeze(lines[end].text)
    if open_brackets(below) and end + 1 < len(lines):
        below += squeeze(lines[end + 1].text)
    return any(form.match(below) for form in (_CLOSING, _CITED, _JOINED))


def _goes_on_from_above(lines: Sequence[Line], first: int, begin: int) -> bool:
    """Whether the line above a title is running text that stops in mid-sentence."""
    if first <= begin:
        return False
    above = lines[first - 1]
    if above.cells or _has_ended(squeeze(above.text)):
        return False
    sentence = _sentence(lines, first, begin)
    if open_brackets(sentence):
        return True
    if _runs_into(lines, first):
        return True
    if lines[first].gap or _GOES_ON.search(above.text):
        return not lines[first].gap
    return _RUNNING.search(above.text) is not None and not _LABELLED.match(sentence)


def _runs_into(lines: Sequence[Line], place: int) -> bool:
    """Whether the line above fills the width of a print that breaks its lines, and goes on in the one at ``place``."""
    if lines[place].gap or lines[place].indent:
        return False
    size = measure(lines[place - 1].text)
    if not SENTENCE.narrowest <= size <= SENTENCE.widest:
        return False
    near = lines[max(0, place - SENTENCE.around) : place + SENTENCE.around]
    sizes = [measure(line.text) for line in near if not line.cells]
    full = [other for other in sizes if abs(other - size) <= SENTENCE.slack]
    return max(sizes) <= size + SENTENCE.slack and len(full) >= SENTENCE.agreeing


def _has_ended(text: str) -> bool:
    """Whether a line ends a sentence, a remark behind it apart, or is an element, which has no sentence."""
    if ends_sentence(text) or ends_sentence(_REMARK.sub("", text)):
        return True
    return read_number_line(text) is not None or _is_signed(text) or bool(split_organs(text))


def _is_signed(text: str) -> bool:
    """Whether a line ends in a date, as that of a signature does."""
    dates = find_dates(text)
    return bool(dates) and dates[-1].end() == len(text.rstrip())


def _sentence(lines: Sequence[Line], first: int, begin: int) -> str:
    """What is printed of a sentence above a line."""
    text = ""
    for place in range(first - 1, max(begin, first - SENTENCE.above) - 1, -1):
        line = lines[place]
        if line.cells or ends_sentence(line.text) or _is_signed(line.text):
            break
        text = squeeze(line.text) + text
        if read_enumerator(line.text):
            break
    return text
