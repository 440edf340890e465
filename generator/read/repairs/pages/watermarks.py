"""Watermarks: what an app for scanning or a library of documents prints across a page, and no gazette does."""

import re
from collections import Counter

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.site_words import LIBRARIES, SCANNERS
from generator.read.lines import Line

_NAMES = f"{LIBRARIES}|{SCANNERS}".split("|")
_SIGN = re.compile("|".join(name for name in _NAMES if not name[0].isascii()), re.IGNORECASE)
_LATIN_SIGN = re.compile("|".join(name for name in _NAMES if name[0].isascii()), re.IGNORECASE)
_INITIAL = re.compile(
    f"[{''.join(sorted({name[0] for name in _NAMES if name[0].isascii()}))}]", re.IGNORECASE
)
"""The first letters of those in Latin letters, which few lines have."""
_MARK = re.compile(
    rf"(?:[由用]|使用)?(?:{SCANNERS})(?:创建|扫描|扫描创建|生成|App|出品)?"
    rf"|(?:(?:本|该)?(?:文档|文件|资料|内容)?(?:均)?(?:由|来自|来源于|来源[:：]|源自|下载自|选自))?(?:{LIBRARIES})(?:网)?"
    r"(?:整理|收集|搜集|提供|发布|上传|分享|下载|首发|会员|欢迎您?|[,，与和及])*(?:https?://)?(?:[\w-]+\.)*(?:[\w-]+)?/?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://)?www\.[\w.-]{3,60}/?|https?://[\w.-]{3,60}/?", re.IGNORECASE)
LONGEST = 40
"""Longest watermark, in characters without blanks; a longer line is text."""
OFTEN = 2
"""Fewest lines with nothing but one address that are watermarks; an address printed once may be in a sentence."""


def find_watermarks(lines: list[Line]) -> set[int]:
    """Places of watermarks: ``扫描全能王 创建``, ``本文档由第一文库网整理发布``, an address that comes back.

    A sentence that speaks of such an app or library is text.
    """
    marks: set[int] = set()
    addresses: dict[int, str] = {}
    is_named = _has_sign("\n".join(line.text for line in lines))
    for place, line in enumerate(lines):
        text = line.text
        if line.cells or len(text) > 2 * LONGEST:
            continue
        if is_named and _has_sign(text) and _is_mark(squeeze(text)):
            marks.add(place)
        elif text.lstrip()[:1] in "whWH" and _ADDRESS.fullmatch(text.strip()):
            addresses[place] = text.strip().lower()
    often = Counter(addresses.values())
    return marks | {place for place, address in addresses.items() if often[address] >= OFTEN}


def _has_sign(text: str) -> bool:
    """Whether a text names an app or a library."""
    if _SIGN.search(text):
        return True
    return any(_LATIN_SIGN.match(text, sign.start()) for sign in _INITIAL.finditer(text))


def _is_mark(text: str) -> bool:
    """Whether a text without blanks is nothing but a watermark."""
    return len(text) <= LONGEST and _MARK.fullmatch(text) is not None
