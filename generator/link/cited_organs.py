"""The organ that is printed before a cited title: 国务院办公厅《关于……的意见》."""

import re

from generator.lexicon.expressions.verbs import BASED_ON, CARRIED_OUT, FORWARDED
from generator.lexicon.organs import LONGEST_ORGAN, is_organ

_CUT = re.compile(
    rf"{BASED_ON}|{CARRIED_OUT}|{FORWARDED}|结合|印发的?|以及|关于|[、，,：:；。（()）《》“”〔〕\s\ufdd2]|[0-9]+"
)


def organ_before(text: str, start: int) -> str | None:
    """The organ that is right before a citation, when its title begins with 关于 and so lacks it."""
    if not text.startswith("《关于", start):
        return None
    before = text[max(start - LONGEST_ORGAN, 0) : start]
    organ = _CUT.split(before)[-1].lstrip("和与及")
    return organ if is_organ(organ) else None
