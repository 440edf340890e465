"""What gazettes print without a number or a date: speeches, chronicles, news, statistics, corrections, lists."""

import re

from generator.lexicon.kinds import ends_in_official_kind, is_spoken_title, read_kind

_NO_NUMBER = frozenset(
    [
        *("讲话", "致辞", "解读", "大事记", "更正", "更正启事", "启事", "简介"),
        *("名单", "名录", "统计表", "人事任免", "任免", "国家工作人员"),
    ]
)
"""Kinds of text that have no number."""
_NO_DATE = _NO_NUMBER - {"讲话", "致辞"}
"""Those that have no date either."""
_SAID = "讲话|致辞|访谈"
"""Words of the columns of what was said, which has no number but a day: ``领导讲话``."""
_TOLD = "解读|问答|简讯|要闻|动态|政务信息|大事记|纪事|统计|数据|资料|更正"
"""Words of the columns of interpretations, news, chronicles and statistics: ``政策解读``, ``统计资料``."""
_SAID_OR_TOLD, _TOLD_ALONE = re.compile(f"{_SAID}|{_TOLD}"), re.compile(_TOLD)


def has_no_number(title: str, column: str | None) -> bool:
    """Whether nobody expects a number: ``在全市某某会议上的讲话``, ``大事记``, or news in a column of news.

    An official document (…的通知) has one in every column.
    """
    if read_kind(title) in _NO_NUMBER or is_spoken_title(title):
        return True
    return _is_in(_SAID_OR_TOLD, title, column)


def has_no_date(title: str, column: str | None) -> bool:
    """Whether nobody expects a date: ``某某市2022年3月大事记``, ``更正``, statistics in a column of statistics."""
    return read_kind(title) in _NO_DATE or _is_in(_TOLD_ALONE, title, column)


def _is_in(words: re.Pattern[str], title: str, column: str | None) -> bool:
    """Whether a text that is no official document is in a column that some words name."""
    return (
        column is not None and words.search(column) is not None and not ends_in_official_kind(title)
    )
