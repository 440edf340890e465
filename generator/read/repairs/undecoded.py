"""Characters that were not decoded.

Glyphs that a program named by their place in a font, bytes of no encoding, characters for private
use. They are kept, since what was printed there is not known.
"""

import re

from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_UNDECODED = re.compile(
    r"(?:\(cid:\d{1,6}\)\s*)*\(cid:\d{1,6}\)|[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+"
)
"""``(cid:3213)(cid:2201)``, �, and what only a font of somebody's own has."""
_ODD = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")


def find_undecoded(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines as they are, and an error for each run of characters that were not decoded."""
    text = "\n".join(line.text for line in lines)
    if "(cid:" not in text and not _ODD.search(text):  # as in most prints
        return lines, []
    matches = (
        (line.number, match[0]) for line in lines for match in _UNDECODED.finditer(line.text)
    )
    return lines, [_finding(number, found) for number, found in matches]


def _finding(number: int, found: str) -> Finding:
    return Finding(
        line=number,
        kind="undecoded",
        severity="error",
        found=found,
        message=say("message.undecoded"),
    )
