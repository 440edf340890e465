"""The words in which pages say dates, counts and severities."""

import re
from collections.abc import Iterable, Sequence

from generator.lexicon.levels import LEVEL_CODES
from generator.model.ids import read_id
from generator.words.say import say
from generator.words.unnamed import UNNAMED_CODES

LAST_MONTH = 12

_DATE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
NO_YEAR = "undated"
"""What documents without date are listed under in the place of a year."""
_INNER = str.maketrans("《》", "〈〉")


def severity_word(severity: str) -> str:
    """What a severity of a finding is called: 改正, 存疑, 缺失或错乱."""
    return say(f"severity.{severity}")


def validity_word(status: str) -> str:
    """What a status is called: 已被废止."""
    return say(f"validity.{status}")


def level_word(level: str) -> str:
    """What one of ``lexicon.levels.LEVELS`` is called: 国家级."""
    return say(f"level.{LEVEL_CODES[level]}")


def name_label(name: str) -> str:
    """What readers see for a name under which documents are listed.

    It is the name itself, or words for one of ``words.unnamed``.
    """
    return say(f"unknown.{UNNAMED_CODES[name]}") if name in UNNAMED_CODES else name


def chinese_date(iso: str | None) -> str:
    """2021年10月8日 for ``2021-10-08``, as a gazette writes it, also when the calendar has no such day.

    2021年10月 for ``2021-10``; other text as it is.
    """
    match = _DATE.fullmatch(iso or "")
    if not match:
        return iso or ""
    month = f"{match[1]}年{int(match[2])}月"
    return f"{month}{int(match[3])}日" if match[3] else month


def date_words(iso: str | None) -> str:
    """A date as the language of the site writes it: 2021年10月8日, 8 October 2021; a month without a day too.

    Also one that no calendar has; other text as it is.
    """
    match = _DATE.fullmatch(iso or "")
    if not match:
        return iso or ""
    year, month = match[1], str(int(match[2]))
    name = month_words(month)
    if not match[3]:
        return say("date.month_of_year", year=year, month=month, name=name)
    return say("date.day", year=year, month=month, day=str(int(match[3])), name=name)


def month_words(month: str) -> str:
    """The name of a month, ``1`` to ``12``; of another number the number itself."""
    return say(f"date.month.{month}") if 1 <= int(month) <= LAST_MONTH else month


def moment_words(iso: str) -> str:
    """A date as exactly as it is known: 2021年10月8日, 2021年10月 for ``2021-10``, 2021年 for ``2021``."""
    year, _, month = iso.partition("-")
    if not month:
        return say("date.year", year=year)
    if "-" in month:
        return date_words(iso)
    number = str(int(month))
    return say("date.month_of_year", year=year, month=number, name=month_words(number))


def issue_name(id_: str) -> str:
    """2021年第4期 for the id of an issue or of one of its documents: ``yunxi/2021/4``."""
    return issue_words(*read_id(id_).issue.numbers)


def issue_words(year: int, number: int) -> str:
    """2021年第4期 for the year and the number of an issue."""
    return say("issue.name", year=str(year), number=str(number))


def cited_place(gazette: str, id_: str, page: int | None) -> str:
    """Where a document was printed, as it is cited: 《云溪市人民政府公报》2020年第1期，第3页.

    Who cites a Chinese document does so in Chinese, whatever the language of the site is.

    :param id_: of the issue or of the document
    """
    year, number = read_id(id_).issue.numbers
    printed = f"，第{page}页" if page else ""
    return f"《{gazette}》{year}年第{number}期{printed}"


def titled(title: str) -> str:
    """A title in 《》, its own 《》 as 〈〉 as GB/T 15834-2011 has it."""
    return f"《{title.translate(_INNER)}》"


def year_of(iso: str | None) -> str | None:
    """The year of an ISO date, None when there is none."""
    match = _DATE.fullmatch(iso or "")
    return match[1] if match else None


def year_label(name: str) -> str:
    """2021年 for a year of :func:`year_of`, or the words for documents without date."""
    return say("date.unknown") if name == NO_YEAR else say("date.year", year=name)


def month_of(iso: str | None) -> str:
    """The month of an ISO date as two digits, empty when there is none."""
    match = _DATE.fullmatch(iso or "")
    return f"{int(match[2]):02}" if match else ""


def from_to(values: Sequence[str]) -> str:
    """The first and the last of ordered values: 2017—2021, 2017 alone where both are one."""
    if not values:
        return ""
    first, last = values[0], values[-1]
    return first if first == last else say("list.range", first=first, last=last)


def join_names(names: Iterable[str]) -> str:
    """Names, or the Markdown of each, one after the other: 甲局、乙局."""
    return say("list.separator").join(names)


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
