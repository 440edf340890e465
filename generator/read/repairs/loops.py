"""Loops of a recogniser: the same phrase three times and more. Kept as read, since what stood there is not known."""

import re

from generator.lexicon.characters import HAN
from generator.model import Finding
from generator.read.lines import Line

_LOOP = re.compile(rf"(?P<phrase>{HAN}[^。；]{{4,40}}?)(?:\s*(?P=phrase)){{2,}}")
_SHORTEST, _GRAM = 18, 5


def find_loops(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines as they are, and an error for each phrase that a line repeats three times without anything between."""
    findings = [
        Finding(
            line=line.number, kind="ocr-loop", severity="error", found=match["phrase"],
            message="识别软件在此反复输出同一词句，原文可能有缺失，照录",
        )
        for line in lines if _may_loop(line.text) and (match := _LOOP.search(line.text))
    ]
    return lines, findings


def _may_loop(text: str) -> bool:
    """Whether some five characters stand three times in a text: a cheap test before the costly one."""
    if len(text) < _SHORTEST:
        return False
    seen: dict[str, int] = {}
    for place in range(len(text) - _GRAM + 1):
        gram = text[place:place + _GRAM]
        seen[gram] = seen.get(gram, 0) + 1
        if seen[gram] > 2:
            return True
    return False
