"""The words in which pages say dates, counts and severities."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.lexicon.counts.issue_counts import OTHER_NAME, SPECIAL_NAMES
from generator.lexicon.expressions.issue_parts import part_word
from generator.lexicon.levels import LEVEL_CODES
from generator.model.ids import COUNTED_PART, UNDATED, Count, Id, read_id
from generator.words.say import say, spoken
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
    return _date_words(iso or "", spoken().language)


@lru_cache(maxsize=4096)
def _date_words(iso: str, _language: str) -> str:
    """A date in words; lists have the same days again and again.

    :param _language: that is spoken, in which the words are kept
    """
    match = _DATE.fullmatch(iso)
    if not match:
        return iso
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
    id_of_issue = read_id(id_)
    nth, year = id_of_issue.nth, str(id_of_issue.year)
    if nth == Count(nth.first, nth.first):
        return say("issue.name", year=year, number=str(nth.first))
    if id_of_issue.year == UNDATED:
        return count_words(nth)
    return say("issue.name.otherwise", year=year, count=count_words(nth))


def count_words(nth: Count) -> str:
    """How an issue is counted, without its year: 第4期, 第3、4期合刊, 增刊第1期, 总第78期."""
    if nth.part:
        return say("issue.part.of", issue=count_words(nth._replace(part=0)), part=_part_words(nth))
    if nth.by_serial:
        return say("issue.serial_number", number=from_to(_ends(nth)))
    if not nth.special:
        return _numbers_words(nth)
    kind = say(f"issue.special.{nth.special}")
    if nth.own:
        kind = say("issue.special.numbered", kind=kind, number=str(nth.own))
    return say("issue.special.of", issue=_numbers_words(nth), kind=kind) if nth.numbered else kind


def _part_words(nth: Count) -> str:
    """Which part of its number an issue is: 上, or 二 where the parts are counted."""
    if nth.part > COUNTED_PART:
        return say("issue.part.counted", number=str(nth.part - COUNTED_PART))
    return say(f"issue.part.{nth.part_code}")


def _numbers_words(nth: Count) -> str:
    """第4期, 第3、4期合刊, 第3—5期合刊."""
    if nth.first == nth.last:
        return say("issue.number_in_year", number=str(nth.first))
    first, last = _ends(nth)
    if nth.last == nth.first + 1:
        return say("issue.numbers.two", first=first, last=last)
    return say("issue.numbers.more", first=first, last=last)


def _ends(nth: Count) -> list[str]:
    """The first and the last number of an issue as text."""
    return [str(nth.first), str(nth.last)]


def chinese_issue(id_of_issue: Id) -> str:
    """2021年第4期 as a gazette writes it, whatever the language of the site is."""
    nth, year = id_of_issue.nth, f"{id_of_issue.year}年"
    if nth.part:
        whole = chinese_issue(id_of_issue._replace(nth=nth._replace(part=0)))
        return f"{whole}（{part_word(nth.part_code)}）"
    first, last = _ends(nth)
    between = "、" if nth.last == nth.first + 1 else "—"
    numbers = f"{first}期" if first == last else f"{first}{between}{last}期合刊"
    if nth.by_serial:
        serial = f"总第{numbers.removesuffix('合刊')}"
        return serial if id_of_issue.year == UNDATED else f"{year}{serial}"
    kind = SPECIAL_NAMES.get(nth.special, nth.special and OTHER_NAME)
    own = f"第{nth.own}期" if nth.own else ""
    return f"{year}第{numbers}{kind}{own}" if nth.numbered else f"{year}{kind}{own}"


def cited_place(gazette: str, id_: str, page: int | None) -> str:
    """Where a document was printed, as it is cited: 《云溪市人民政府公报》2020年第1期，第3页.

    Who cites a Chinese document does so in Chinese, whatever the language of the site is.

    :param id_: of the issue or of the document
    """
    printed = f"，第{page}页" if page else ""
    return f"《{gazette}》{chinese_issue(read_id(id_))}{printed}"


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
