"""Where the long title of a document may go on to the next line: between its parts, never inside a word."""

import re
from collections.abc import Sequence

from generator.lexicon.organs import government_place
from generator.pages.writing.escape import Inserts

BEFORE = (
    "关于",
    "办公室",
    "进一步",
    "切实",
    "全面",
    "积极",
    "加快",
    "推进",
    "促进",
    "加强",
    "深化",
    "优化",
    "规范",
    "完善",
    "开展",
    "解决",
    "做好",
    "有效",
    "推动",
    "百日攻坚",
    "集中整治",
    "专项",
    "监督管理",
    "若干",
    "重点",
    "领导小组",
    "职责分工",
)
"""Words that open a part of a title."""
AFTER = ("印发", "转发", "批转", "公布", "发布", "下达", "成立", "调整")
"""Words after which what a document issues is named."""
KINDS = (
    "通知",
    "意见",
    "决定",
    "通报",
    "通告",
    "公告",
    "批复",
    "报告",
    "函",
    "办法",
    "方案",
    "规定",
    "规划",
    "计划",
    "细则",
    "措施",
    "规则",
    "预案",
)
"""Kinds of document that end a title, alone, behind 的, or behind what they are for (实施方案)."""

_MODIFIERS = "(?:实施|工作|落实|管理|行动|分工|暂行|试行){0,2}"
_NOT_AND = "(?<![共饱总调缓])和(?![国谐平睦])|(?<![参赠授给])与"
_PLACES = re.compile(
    rf"(?:{'|'.join(BEFORE)})"
    rf"|{'|'.join(f'(?<={word})' for word in AFTER)}"
    r"|(?<=[0-9]年)(?!度)|(?<=[0-9]年度)"
    rf"|(?:的|{_MODIFIERS})(?:{'|'.join(KINDS)})(?=[（(》]|的|$)"
    rf"|(?<=.)(?:{_NOT_AND})(?=..)"
    r"|[《“（(]"
)
_CLOSING = "》”）)、，。"
_RARE = re.compile("[\U00010000-\U0010ffff]{1,6}")
"""Characters beside which a browser breaks a line though the style keeps words whole
(``keep-all``)."""


def find_breaks(title: str) -> tuple[int, ...]:
    """Offsets at which a title may be broken.

    It is not broken at its ends, behind an opening mark or before a closing one.
    """
    place = government_place(title)
    offsets = {match.start() for match in _PLACES.finditer(title)}
    if place:
        offsets |= {match.end() for match in re.finditer(re.escape(place), title) if match.start()}
    return tuple(sorted(offset for offset in offsets if _may_break(title, offset)))


def find_wholes(title: str, breaks: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Stretches to be kept on one line: rare characters with the neighbours that no break is between: ``张𬭎等``."""
    ends = {0, *breaks, len(title)}
    wholes: list[tuple[int, int]] = []
    for match in _RARE.finditer(title):
        start = match.start() - (match.start() not in ends)
        end = match.end() + (match.end() not in ends)
        if wholes and start < wholes[-1][1]:
            start = wholes.pop()[0]
        wholes.append((start, end))
    return tuple(wholes)


def keep_wholes(title: str, breaks: Sequence[int]) -> Inserts:
    """The markup that keeps these stretches on one line."""
    opening, closing = '<span class="nowrap">', "</span>"
    inserts: list[tuple[int, str]] = []
    for start, end in find_wholes(title, breaks):
        inserts += [(start, opening), (end, closing)]
    return inserts


def _may_break(title: str, offset: int) -> bool:
    """Whether a line may end before an offset.

    Two characters are then on either side, and no bracket is cut off.
    """
    return (
        2 <= offset <= len(title) - 2
        and title[offset] not in _CLOSING
        and title[offset - 1] not in "《“（("
    )
