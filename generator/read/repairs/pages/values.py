"""Figures alone on a line that are values of the text: they are close together, or a unit is below them.

A page has many lines, so two page numbers are far apart: ``东溪镇 | 12 | 西溪镇 | 14`` is a list with its values.
"""

import re
from collections.abc import Iterable

from generator.lexicon.characters import HAN
from generator.read.lines import Line

FARTHEST_VALUE = 2
"""Most lines from one value of a list to the next, a name between them; page numbers are farther apart."""
LONGEST_NAME = 10
"""Longest name between two values, in characters; a longer line is text that a page number tears."""
_UNIT = re.compile(
    r"[万亿]元|公里|平方|立方|千克|公斤|公顷|[％%℃]|[—–~～至]\s*\d"
    rf"|[元人名户个件项处座条次吨亩辆台套家张份米里时天日月年岁度倍](?!{HAN})"
)
"""What counts behind a figure: ``投资 | 300 | 万元``; 人 alone does, 人民政府 does not."""


def find_values(lines: list[Line], figures: Iterable[int]) -> set[int]:
    """Places of figures that are values of the text.

    :param figures: places of lines that are nothing but a figure, in order
    """
    values: set[int] = set()
    before = -FARTHEST_VALUE - 1
    for place in figures:
        if place - before <= FARTHEST_VALUE and len(lines[place - 1].text) <= LONGEST_NAME:
            values |= {before, place}
        if place + 1 < len(lines) and _UNIT.match(lines[place + 1].text):
            values.add(place)
        before = place
    return values
