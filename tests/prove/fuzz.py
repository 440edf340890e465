"""Issues that nobody printed: five hundred of them, each the same in every run."""

import random
from collections.abc import Callable
from functools import cache

from tests.parse.test_fuzz import ALPHABET, HEADS, HTML_HEADS, HTML_UNITS, PIECES, UNITS
from tests.test_golden import SOURCES

COUNT = 500
MASTHEAD = "云溪市人民政府公报\n2021年第3期\n"
DOCUMENT = "云溪市人民政府关于做好防汛工作的通知\n云政发〔2021〕3号\n各县区人民政府：\n为做好防汛工作，现通知如下：\n"
"""Without a document nothing is an issue."""


@cache
def printed_lines() -> tuple[str, ...]:
    """The lines of the frozen issues."""
    texts = (source.read_text(encoding="utf-8", errors="replace") for source in SOURCES)
    return tuple(line for text in texts for line in text.splitlines())


def pieces(dice: random.Random) -> str:
    """Lines of a gazette in any order."""
    return MASTHEAD + DOCUMENT + "\n".join(dice.choices(PIECES, k=dice.randint(1, 60)))


def characters(dice: random.Random) -> str:
    """Characters of a gazette in any order."""
    return MASTHEAD + DOCUMENT + "".join(dice.choices(ALPHABET, k=dice.randint(1, 600)))


def damaged(dice: random.Random) -> str:
    """Lines of a printed issue, some of them lost, twice, in another place or with other characters."""
    lines = printed_lines()
    start = dice.randrange(len(lines))
    held = list(lines[start : start + dice.randint(10, 120)])
    for _ in range(dice.randint(0, 12)):
        at, other = dice.randrange(len(held)), dice.randrange(len(held))
        damage = dice.choice((_swap, _double, _drop, _scatter))
        damage(held, at, other, dice)
    return MASTHEAD + DOCUMENT + "\n".join(held)


def _swap(lines: list[str], at: int, other: int, _: random.Random) -> None:
    lines[at], lines[other] = lines[other], lines[at]


def _double(lines: list[str], at: int, other: int, _: random.Random) -> None:
    lines.insert(other, lines[at])


def _drop(lines: list[str], at: int, _other: int, _: random.Random) -> None:
    lines[at] = ""


def _scatter(lines: list[str], at: int, _other: int, dice: random.Random) -> None:
    place = dice.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + "".join(dice.choices(ALPHABET, k=3)) + lines[at][place:]


def units(dice: random.Random) -> str:
    """What has been slow or wrong once, behind a head of a gazette."""
    return (
        dice.choice(list(HEADS.values()))
        + DOCUMENT
        + "".join(dice.choices(UNITS, k=dice.randint(1, 80)))
    )


def page(dice: random.Random) -> str:
    """A web page with what has been slow or wrong once."""
    head = dice.choice(list(HTML_HEADS.values()))
    return head + "".join(dice.choices((*HTML_UNITS, *PIECES), k=dice.randint(1, 60)))


MAKERS: tuple[Callable[[random.Random], str], ...] = (
    pieces,
    damaged,
    characters,
    damaged,
    units,
    page,
)


def fuzzed(seed: int) -> tuple[bytes, str]:
    """The bytes of an issue, and the name of its file."""
    maker = MAKERS[seed % len(MAKERS)]
    text = maker(random.Random(seed))
    return text.encode(errors="replace"), "print.html" if maker is page else "print.txt"
