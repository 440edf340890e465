"""The words in which pages say dates, counts and severities."""

import re
from collections.abc import Sequence

from generator.model.ids import read_id

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
SEVERITIES = {"info": "订正", "warning": "存疑", "error": "缺失"}
"""The words for the severity of a finding."""
STATES = {
    "repealed": "已被废止",
    "expired": "已过有效期",
    "pending": "尚未施行",
    "term": "未过有效期",
    "none": "未见失效记载",
}
"""The words for each status;
``docs_src/assets/scripts/page.js`` knows those that a later day can give."""
UNKNOWN_ISSUER = "发文机关未详"
UNKNOWN_KIND = "未分文种"
UNKNOWN_COLUMN = "未列栏目"
UNKNOWN_REGION = "地区未详"
LEVEL_NAMES = {"国家": "国家级", "省": "省级", "市": "市级", "县": "县级"}
"""The words for each of ``lexicon.levels.LEVELS``."""
OTHER_NUMBERS = "其他文号"
UNDATED = "日期未详"
NO_YEAR = "undated"
"""What documents without date are listed under in the place of a year."""
NO_ISSUES = "本库尚未收录公报。"
"""What a list of gazettes or issues says in an archive without any."""
NO_DOCUMENTS = "本库尚未收录文件。"
"""What a list of documents, or of what they hold, says in an archive without any."""
_INNER = str.maketrans("《》", "〈〉")


def chinese_date(iso: str | None) -> str:
    """2021年10月8日 for ``2021-10-08``, also when the calendar has no such day.

    Other text as it is.
    """
    match = _DATE.fullmatch(iso or "")
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日" if match else iso or ""


def issue_name(id_: str) -> str:
    """2021年第4期 for the id of an issue or of one of its documents: ``yunxi/2021/4``."""
    year, number = read_id(id_).issue.numbers
    return f"{year}年第{number}期"


def titled(title: str) -> str:
    """A title in 《》, its own 《》 as 〈〉 as GB/T 15834-2011 has it."""
    return f"《{title.translate(_INNER)}》"


def year_of(iso: str | None) -> str | None:
    """The year of an ISO date, None when there is none."""
    match = _DATE.fullmatch(iso or "")
    return match[1] if match else None


def year_label(name: str) -> str:
    """2021年 for a year of :func:`year_of`, or the words for documents without date."""
    return UNDATED if name == NO_YEAR else f"{name}年"


def month_of(iso: str | None) -> str:
    """The month of an ISO date as two digits, empty when there is none."""
    match = _DATE.fullmatch(iso or "")
    return f"{int(match[2]):02}" if match else ""


def count(number: int, unit: str = "件") -> str:
    """A count with its unit and a comma each three digits: 1,204件."""
    return f"{number:,}{unit}"


def from_to(values: Sequence[str]) -> str:
    """The first and the last of ordered values: 2017—2021, 2017 alone where both are one."""
    if not values:
        return ""
    return values[0] if values[0] == values[-1] else f"{values[0]}—{values[-1]}"


def cut(text: str, longest: int) -> str:
    """The text, or as many of its first characters as fit and an ellipsis."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def percent(part: int, whole: int, digits: int = 2) -> str:
    """A share with its decimals, rounded down: only what is whole is 100 %.

    A share of nothing is a dash.
    """
    if not whole:
        return "—"
    scaled = part * 100 * 10**digits // whole
    return f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}}%"


def bracketed(text: str) -> str:
    """The text in （）, unless it is in brackets already."""
    return text if text[:1] in "（(" and text[-1:] in "）)" else f"（{text}）"


def with_colon(text: str) -> str:
    """The text closed by a colon."""
    return text if text[-1:] in "：:" else f"{text}："
