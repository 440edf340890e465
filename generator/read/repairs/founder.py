"""The shift of a Founder (方正) font encoding, mended where the context makes it certain.

The font prints GB 2312 row 1 with the codes of row 50 and row 2 with those of row 51, so that 〔 is
read as 也, 〕 as 页, ” as 冶 (read on as 治 or 洽), 〈 as 掖, 〉 as 业 and ①②③ as 淤于盂. The same characters
are right in 冶炼, 首页, 谁治理.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import HAN
from generator.lexicon.expressions.verbs import QUOTED
from generator.lexicon.expressions.years import LETTER_YEAR
from generator.lexicon.kinds import NESTING
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_B = r"\s*"
_NUMBER = re.compile(
    rf"(?P<open>也)(?<={HAN}也){_B}{LETTER_YEAR}{_B}(?P<close>页){_B}(?=第?{_B}\d)"
)
_QUOTE = re.compile(r"[“”《》]")
_CLOSERS = "冶治洽"
_BEFORE_CLOSE = "治洽"
"""Read before a ” that was read too; 冶” may be a word that is right at the end of a quotation."""
_WORDS = "促防整法自政综共医救惩统根诊德善联群同源系依人力陶融接商和沿款爱浃普博不能可重主先"
"""Characters that make an ordinary word with a following 治, 冶 or 洽: 整治, 陶冶, 融洽."""
_RIGHT = frozenset("理炼金疗愈安病水沙污超谈商")
"""Characters that make an ordinary word with 治, 冶 or 洽 before them: 治理, 冶炼, 洽谈."""
_PAIR = re.compile(
    rf"野(?<![田视分越荒原旷粗狂朝在郊下]野)(?![生外战蛮心味营性炊菜猪兽草马狗果])[^野冶“”]{{2,40}}(?<![{_WORDS}])冶(?![{''.join(sorted(_RIGHT))}])",
)
_NESTED = re.compile(
    rf"《[^《》]{{0,40}}?(?:关于|{QUOTED}|修改|发布|废止){_B}"
    rf"(?P<open>掖)(?P<inner>[^《》掖]{{2,120}}?)(?P<close>业)(?=的(?:{NESTING}))",
)
_CIRCLES = tuple(
    (chr(0x2460 + place), bytes((0xD3, 0xD9 + place)).decode("gb2312")) for place in range(10)
)
_LISTED = re.compile(r"[:：]\s*(?P<first>淤)")
_MISREAD = {"盂": "盂孟"}


@dataclass(frozen=True, slots=True)
class ShiftLimits:
    """How far the mark that belongs to another is searched for."""

    quotation: int = 60
    """Longest quotation whose closing mark was shifted,
    in characters with that mark; a 治 farther off stays."""
    circled: int = 600
    """Farthest circled number behind the one before it, in characters;
    farther off the list has ended."""


SHIFT = ShiftLimits()


class _Change(NamedTuple):
    """Replace ``size`` characters at ``start`` of the joined text by ``correct``."""

    start: int
    size: int
    correct: str


def repair_founder(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines whose shifted brackets, quotation marks and circled numbers are restored.

    Each change is a finding.
    """
    text = "\n".join(line.text for line in lines)
    changes: set[_Change] = set()
    for find_shifted in (_numbers, _nested, _circles, _quotes, _pairs):
        changes.update(find_shifted(text))
    return _apply(lines, text, sorted(changes)) if changes else (lines, [])


def _numbers(text: str) -> Iterator[_Change]:
    """The brackets of 云政发也2017页7号."""
    for match in _NUMBER.finditer(text):
        yield _Change(match.start("open"), 1, "〔")
        yield _Change(match.start("close"), 1, "〕")


def _nested(text: str) -> Iterator[_Change]:
    """The inner brackets of 《…转发掖…业的通知》."""
    for match in _NESTED.finditer(text):
        yield _Change(match.start("open"), 1, "〈")
        yield _Change(match.start("close"), 1, "〉")


def _circles(text: str) -> Iterator[_Change]:
    """①②③ of a run-on list: 包括：淤……；于……；盂……；each is searched for after the one before it."""
    for first in _LISTED.finditer(text):
        position = first.start("first")
        for circle, char in _CIRCLES:
            pattern = re.compile(rf"[:：;；。\n]\s*(?P<circle>[{_MISREAD.get(char, char)}])")
            match = pattern.search(text, position - 1, position + SHIFT.circled)
            if not match:
                break
            yield _Change(match.start("circle"), 1, circle)
            position = match.end()


def _quotes(text: str) -> Iterator[_Change]:
    """A ” that closes “ or 《“, read as 冶, 治 or 洽, alone or before a ” that was read too."""
    for opening in re.finditer("“", text):
        start = opening.end()
        following = _QUOTE.search(text, start)
        end = min(following.start() if following else len(text), start + SHIFT.quotation)
        if following and following[0] == "”":
            yield from _doubled(text[start:end].rstrip(), start)
        else:
            yield from _closer(text, start, end)


def _pairs(text: str) -> Iterator[_Change]:
    """“ and ” of a quotation that were both shifted: 野公开、公平、公正冶."""
    for match in _PAIR.finditer(text):
        yield _Change(match.start(), 1, "“")
        yield _Change(match.end() - 1, 1, "”")


def _doubled(quotation: str, start: int) -> Iterator[_Change]:
    """The last character of a quotation, when it is the ” that closes it once more."""
    if len(quotation) > 1 and quotation[-1] in _BEFORE_CLOSE and quotation[-2] not in _WORDS:
        yield _Change(start + len(quotation) - 1, 1, "")


def _closer(text: str, start: int, end: int) -> Iterator[_Change]:
    """The first 冶, 治 or 洽 that is part of no ordinary word."""
    for place in range(start + 1, end):
        if text[place] in _CLOSERS and not _is_in_word(text, place):
            yield _Change(place, 1, "”")
            return


def _is_in_word(text: str, place: int) -> bool:
    """Whether a 冶, 治 or 洽 makes an ordinary word with its neighbour: 防治, 冶炼, 洽谈."""
    return text[place - 1] in _WORDS or text[place + 1 : place + 2] in _RIGHT


def _apply(
    lines: list[Line], text: str, changes: list[_Change]
) -> tuple[list[Line], list[Finding]]:
    """The lines after the changes; the line of each change is found by counting characters."""
    repaired: list[Line] = []
    findings: list[Finding] = []
    waiting = deque(changes)
    start = 0
    for line in lines:
        end, cursor = start + len(line.text), start
        pieces: list[str] = []
        while waiting and waiting[0].start < end:
            change = waiting.popleft()
            findings.append(_finding(line.number, text, change))
            pieces += [text[cursor : change.start], change.correct]
            cursor = change.start + change.size
        if pieces:
            pieces.append(text[cursor:end])
            repaired.append(line.with_text("".join(pieces)))
        else:
            repaired.append(line)
        start = end + 1
    return repaired, findings


def _finding(number: int, text: str, change: _Change) -> Finding:
    found = text[change.start : change.start + change.size] + ("" if change.correct else "”")
    return Finding(
        line=number,
        kind="font-encoding",
        severity="info",
        found=found,
        correct=change.correct or "”",
        message=say("message.font-encoding"),
    )
