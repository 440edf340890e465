"""What is printed above a title or a number: red heads, joint ones too, and organs."""

from dataclasses import dataclass

from generator.lexicon.above_text.head_marks import is_head_mark
from generator.lexicon.characters import squeeze
from generator.lexicon.dates import read_date
from generator.lexicon.organs import is_organ, read_head
from generator.parse.heads.issuers import organ_of_minutes
from generator.read import Line

REST_OF_HEAD = "文件"
"""What closes a red head: 某某市人民政府 | 文件."""


@dataclass(frozen=True, slots=True)
class HeadLimits:
    """Where the red head of a document is."""

    lines: int = 3
    """Lines above a number in which its red head is, organs between them."""


HEAD = HeadLimits()


def head_above(lines: list[Line], title: int, begin: int) -> int | None:
    """The line of the red head right above a title."""
    above = title - 1
    return above if above >= begin and read_head(lines[above].text) else None


def head_or_organ_above(lines: list[Line], index: int, begin: int) -> int | None:
    """The line above a number that heads the document whose title is below it: an organ, or its minutes in general.

    某某县人民政府专题会议纪要 | 〔2015〕6号 | 关于…的会议纪要.
    """
    above = index - 1
    if above >= begin and organ_of_minutes(lines[above].text) is not None:
        return above
    return organ_above(lines, index, begin)


def organ_above(lines: list[Line], index: int, begin: int) -> int | None:
    """The line of an organ above a number, unless it is a signature below its date, which has none above it."""
    above = index - 1
    if above < begin or not is_organ(lines[above].text):
        return None
    if above > begin and read_date(lines[above - 1].text):
        signed = above - 1 > begin and is_organ(lines[above - 2].text)
        return above if signed else None
    return above


def head_before(lines: list[Line], index: int, begin: int) -> int | None:
    """The red head above a number, a joint one over several lines."""
    for place in range(index - 1, max(begin, index - HEAD.lines) - 1, -1):
        if read_head(lines[place].text):
            return _first_head(lines, place, begin)
        if _is_rest_of_head(lines[place]):
            return _above_rest(lines, place, begin)
        if not is_organ(lines[place].text) and not is_head_mark(lines[place].text):
            break
    return None


def _is_rest_of_head(line: Line) -> bool:
    """Whether a line is the word 文件 alone, which a red head has behind its organ."""
    return not line.cells and squeeze(line.text) == REST_OF_HEAD


def _above_rest(lines: list[Line], place: int, begin: int) -> int | None:
    """The first line of a red head whose 文件 has a line of its own, or is printed twice; None where no organ heads it.

    某某市人民政府 | 文件, 某某市人民政府文件 | 文件.
    """
    while place > begin and _is_rest_of_head(lines[place]):
        place -= 1
    if read_head(lines[place].text):
        return _first_head(lines, place, begin)
    return place if is_organ(lines[place].text) else None


def _first_head(lines: list[Line], place: int, begin: int) -> int:
    """The first of the red heads that are above each other."""
    while place > begin and (
        read_head(lines[place - 1].text) or _is_joint_head(lines, place, begin)
    ):
        place -= 1
    return place


def _is_joint_head(lines: list[Line], place: int, begin: int) -> bool:
    """Whether the organ above a red head heads the document with it: 某某市人民政府 | 某某市财政局　文件."""
    above = lines[place - 1]
    if not above.gap or not is_organ(above.text):
        return False
    return place - 1 == begin or not is_organ(lines[place - 2].text)
