"""Runs: the text of one paragraph, joined from printed lines, and whether a paragraph can end with a text."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from generator.lexicon.characters import BETWEEN, ends_sentence, tidy
from generator.lexicon.expressions.signs import WITH_BRACKETS
from generator.lexicon.expressions.stops import STOPS
from generator.lexicon.organs import SHORT_ENDS
from generator.parse.rows.kept_blanks import keep_blanks
from generator.parse.text.setting import Layout
from generator.read import Line

_CONNECTS = re.compile(
    r"(?:[，、,“（(《〈或按将向把被以至于—-]|(?<!目)的|(?<![共总缓饱])和|(?<!参)与|(?<!普)及|(?<![核校])对|(?<!存)在|(?<![行作认])为"
    r"|(?<![理自])由|(?<!服)从|(?<![合兼])并)$",
)
"""Characters after which a text goes on; 目的, 行为 or 参与 are words that may end a heading."""
LONGEST_CONNECTING = 2
"""Characters at the end of a text in which a word is searched for after which it goes on: 目的 is none, 的 is one."""
_ORGANS_BEHIND = re.compile(
    rf"(?P<stop>[{STOPS}])?[（(](?P<organs>[^（()）]{{2,}}{WITH_BRACKETS})[)）]$",
)
_CHARGED = re.compile(r"(?:负责|参与|配合|牵头|落实|组织实施)$")
_ORGAN_WORD = re.compile(f"[{SHORT_ENDS}]")


@dataclass(slots=True)
class Run:
    """Text joined from printed lines, with the places where each line begins."""

    text: str
    lines: list[int]
    """Source lines, one for each piece."""
    breaks: list[int]
    """Offset in ``text`` at which each line but the first begins."""
    mark: str = ""
    """Mark of the recogniser before the first line."""

    caption: str = ""
    """The run-in heading that a blank sets apart from the text behind it."""
    footnotes: list["Run"] = field(default_factory=list)
    """Those of the pages over which it goes."""

    @classmethod
    def of(cls, line: Line, caption: tuple[int, int] | None = None) -> "Run":
        """The run of a single line; ``caption``: where its run-in heading begins and ends, the blank behind it kept."""
        if caption is None:
            return cls(keep_blanks(line.text), [line.number], [], line.mark)
        begin, end = caption
        text = f"{tidy(line.text[:end])}{BETWEEN}{keep_blanks(line.text[end:])}"
        return cls(text, [line.number], [], line.mark, tidy(line.text[begin:end]))

    def add(self, line: Line) -> None:
        """Append a line; two Latin words that the line break set apart keep a blank."""
        text = keep_blanks(line.text)
        if _is_latin(self.text[-1:]) and _is_latin(text[:1]) and not text[:1].isdigit():
            self.text += " "
        self.breaks.append(len(self.text))
        self.lines.append(line.number)
        self.text += text

    @property
    def place(self) -> dict[str, Any]:
        """Text, lines and breaks, as every block of text takes them."""
        return {"text": self.text, "lines": tuple(self.lines), "breaks": tuple(self.breaks)}


def _is_latin(char: str) -> bool:
    """Whether a character is a Latin letter or a figure."""
    return char.isascii() and char.isalnum()


def connects(text: str) -> bool:
    """Whether a text ends in a word or mark after which it goes on."""
    return _connects(text[-LONGEST_CONNECTING:])


@lru_cache(maxsize=4096)
def _connects(end: str) -> bool:
    """Whether these last characters are such a word or mark; most texts end in few ways."""
    return _CONNECTS.search(end) is not None


def is_complete(text: str, layout: Layout) -> bool:
    """Whether a paragraph can end with this text."""
    return ends_sentence(text) or _closes_with_organs(text, layout)


def _closes_with_organs(text: str, layout: Layout) -> bool:
    """Whether a paragraph ends in a parenthesis of organs: （区交通运输局、区财政局）, （某某局牵头，某某局参与）."""
    match = _ORGANS_BEHIND.search(text) if text.endswith((")", "）")) else None
    if match is None:
        return False
    if _CHARGED.search(match["organs"]):
        return True
    names_organs = match["stop"] is not None or _ORGAN_WORD.search(match["organs"]) is not None
    return names_organs and not layout.is_full(text)
