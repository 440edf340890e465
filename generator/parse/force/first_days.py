"""The first day of force as a sentence says it: 自2021年6月1日起施行, 自印发之日起30日后施行, 自下月1日起."""

import re
from typing import NamedTuple

from generator.lexicon.characters import HAN
from generator.lexicon.dates import (
    PLAIN_DATE,
    add_days,
    add_months,
    find_dates,
    is_real_date,
    iso_date,
    read_month,
)
from generator.lexicon.expressions.in_force import (
    BACK_TO,
    BEGINS,
    CARRIED,
    DAY_OF_ISSUE,
    HOUR,
    IN_FORCE,
    NEXT_DAY,
    QUARTER_OR_SEASON,
    SPAN,
    TO,
)
from generator.lexicon.expressions.years import DATE_YEAR
from generator.lexicon.numerals import NUMERAL, read_number

_LONG = rf"{NUMERAL}(?:个?月|[年日天])"
"""5年, 6个月, 30日."""
_BETWEEN = rf"(?P<from>{PLAIN_DATE})起?{TO}(?P<until>{PLAIN_DATE})止?"
_TERM = rf"{SPAN}限?[:：]?(?:暂?定)?为?(?:{_LONG}[，,（(]{{1,2}})?[自从]?"
"""What opens a term: 有效期自, 执行期限：, 实施期限暂定为, 执行期为三年（."""
_SPANS = (
    re.compile(rf"自{_BETWEEN}(?:正式)?(?:{CARRIED}|有效)"),
    re.compile(rf"{_TERM}{_BETWEEN}"),
    re.compile(rf"[本此]{HAN}{{1,6}}自{_BETWEEN}$"),
)
"""自2019年1月1日至2020年12月31日执行; 有效期自…至…, 有效期三年，自…至…, 施行期限为…至…; 本通告自…起至…止."""
TERM_FROM = re.compile(
    rf"{_TERM}(?P<first>{PLAIN_DATE}|(?:{DATE_YEAR})年{NUMERAL}月)份?起?{TO}(?=(?P<next>{DATE_YEAR}年)?{NUMERAL}月)"
)
"""执行期限为2022年6月至: the first month or day of a term, behind which is the month or day that ends it."""
_FROM_DATE = re.compile(
    rf"(?:[自于从]|[本此]{HAN}{{2,6}})(?P<when>{PLAIN_DATE}){HOUR}起?{BEGINS}"
    rf"|(?:{IN_FORCE})(?:日期|时间)(?:为|是|[:：])[自从]?(?P<named>{PLAIN_DATE})"
    rf"|{SPAN}限?[:：]?为?[自从](?P<counted>{PLAIN_DATE})起(?={_LONG})"
    rf"|(?:{BACK_TO})[至到自]?(?P<back>{PLAIN_DATE})"
    rf"|{SPAN}限?[:：]?(?:暂?定)?为?{_LONG}[，,（(][自从](?P<since>{PLAIN_DATE})起(?:开始)?(?:计?算)?(?![^，,。；)）])"
)
"""自2021年6月1日起施行, 施行日期：2021年6月1日, 有效期自2021年6月1日起三年, 有效期三年，自2021年6月1日起计算."""
_FROM_MONTH = re.compile(
    rf"[自从于](?P<year>{DATE_YEAR})年(?P<month>{NUMERAL})月份?起{BEGINS}",
)
"""自2021年7月起执行: a month, which has no day in print."""
_FROM_DAY = re.compile(
    rf"[自从](?:(?P<near>今年|当年|本年|明年|次年)?(?P<month>{NUMERAL})月|(?P<this>本月|当月|下个?月|次月))"
    rf"(?P<day>{NUMERAL})日起{BEGINS}",
)
"""自3月1日起施行, 自明年1月1日起施行, 自下月1日起施行: a day that counts from the date of the document."""
_NOT_WITHIN = rf"(?!{NUMERAL}?(?:个?工作)?[日天月]?内)"
_FROM_ISSUE = re.compile(
    rf"[自从于](?:即日起|(?:{DAY_OF_ISSUE})(?:(?:之日)?起?[之的]?(?P<next>{NEXT_DAY})|之日|起|日起|后?(?={NUMERAL}[日天]))"
    rf"起?+满?+后?+(?:(?P<days>{NUMERAL})[日天]|(?P<months>{NUMERAL})个月)?)(?!{NUMERAL}个工作){_NOT_WITHIN}"
)
"""自印发之日起施行, 自公布之日起30日后施行, 自印发次日起施行, 自即日起执行; the verb may be farther on."""
_FROM_OWN_ISSUE = re.compile(
    rf"[自从于]本{HAN}{{1,4}}(?:{DAY_OF_ISSUE})(?:之日)?起(?P<next>)(?P<days>)(?P<months>){BEGINS}"
)
"""自本办法印发之日起施行."""
_FORCE = re.compile(IN_FORCE)
_VALID_FOR = re.compile(
    rf"[自从](?:{DAY_OF_ISSUE})之日起{_LONG}内?有效|{SPAN}限?[:：]?为?[自从](?:{DAY_OF_ISSUE})之日起{_LONG}"
)
"""自发布之日起30日内有效, 有效期自印发之日起5年."""
_OPEN = re.compile(
    rf"[自从于](?:{DATE_YEAR}年|今年|明年)?{QUARTER_OR_SEASON}起?{BEGINS}"
    rf"|[自从于]{HAN}{{0,12}}(?:{DAY_OF_ISSUE})之日起满?{NUMERAL}个工作日(?:之?后)?{BEGINS}"
    rf"|[自从于]{HAN}{{0,24}}(?:批准|通过|备案|同意|竣工|到位|届满)之?日起{BEGINS}"
    rf"|[自从于]同年{NUMERAL}月{NUMERAL}日起{BEGINS}"
    rf"|[自从于]{HAN}{{0,12}}(?:{DAY_OF_ISSUE})(?:之日)?[起后]"
    rf"(?:第{NUMERAL}个?(?:工作)?[日天]|{NUMERAL}个?(?:工作)?[日天月]之?内){HAN}{{0,2}}{BEGINS}"
    rf"|(?:{CARRIED})(?:日期|时间)由?{HAN}{{0,12}}另行"
)
"""自2021年第四季度起施行, 自印发之日起30个工作日后施行, 自上级批准之日起施行: no day can be reckoned from it."""
_NEXT_YEAR = ("明年", "次年")
_THIS_MONTH = ("本月", "当月")
"""自本月15日起."""


class Beginning(NamedTuple):
    """What a sentence says of the first day of force."""

    day: str | None
    """ISO date, or a month where no day is printed; None where it says none that can be reckoned."""
    is_open: bool = False
    """Whether it says one from which no day can be reckoned."""
    lacks_date: bool = False
    """Whether that is so because the document has no date from which it counts."""


_ANY_DAY = "2000-01-01"
"""From which a sentence counts to show whether it counts at all."""
SAYS_NONE = Beginning(None)
_IS_OPEN = Beginning(None, is_open=True)


def find_span(sentence: str) -> re.Match[str] | None:
    """First and last day of force in one phrase."""
    for pattern in _SPANS:
        if match := pattern.search(sentence):
            return match
    return None


def read_beginning(sentence: str, date: str | None) -> Beginning:
    """The first day of force: a full date, a month, a day near the document's date, or the day of issue.

    :param date: of the document; None, or one that the calendar lacks, where nothing counts from it
    """
    if span := find_span(sentence):
        return Beginning(iso_date(find_dates(span["from"])[0]))
    if match := _FROM_DATE.search(sentence):
        return Beginning(iso_date(find_dates(match[str(match.lastgroup)])[0]))
    if _OPEN.search(sentence):
        return _IS_OPEN
    if match := _FROM_MONTH.search(sentence):
        return Beginning(f"{read_number(match['year']):04}-{read_number(match['month']) or 0:02}")
    if date and is_real_date(date):
        return _count_from(sentence, date)
    says = _count_from(sentence, _ANY_DAY)
    return Beginning(None, is_open=True, lacks_date=True) if says != SAYS_NONE else SAYS_NONE


def read_first_of_term(sentence: str) -> str | None:
    """The first month, or day, of a term that ends with a month or without a year: 执行期限：2022年1月至2024年12月."""
    match = TERM_FROM.search(sentence)
    if match is None:
        return None
    days = find_dates(match["first"])
    return iso_date(days[0]) if days else read_month(match["first"])


def _count_from(sentence: str, date: str) -> Beginning:
    """A first day that counts from the date of the document."""
    if match := _FROM_DAY.search(sentence):
        return _day_near(date, match)
    if _VALID_FOR.search(sentence):
        return Beginning(date)
    match = _FROM_ISSUE.search(sentence)
    if match is None or not _FORCE.search(sentence, match.start()):
        match = _FROM_OWN_ISSUE.search(sentence)
    return Beginning(_days_after(date, match)) if match else SAYS_NONE


def _day_near(date: str, match: re.Match[str]) -> Beginning:
    """The day of 3月1日, 明年1月1日 or 下月1日, seen from the date of a document.

    3月1日 alone is of the same year, unless that day is over: nobody says then whether the next is
    meant.
    """
    day = read_number(match["day"]) or 0
    if this := match["this"]:
        first = add_months(f"{date[:7]}-01", 0 if this in _THIS_MONTH else 1)
        return Beginning(f"{first[:7]}-{day:02}") if first else SAYS_NONE
    year = int(date[:4]) + (match["near"] in _NEXT_YEAR)
    iso = f"{year:04}-{read_number(match['month']) or 0:02}-{day:02}"
    is_over = match["near"] is None and is_real_date(iso) and iso < date
    return _IS_OPEN if is_over else Beginning(iso)


def _days_after(date: str, match: re.Match[str]) -> str | None:
    """The day that is as many months and days behind the day of issue as a phrase says: 自印发之日起30日后施行.

    None where they are too many to be read.
    """
    if any(match[unit] and not _count(match, unit) for unit in ("months", "days")):
        return None
    after = add_months(date, _count(match, "months"))
    days = _count(match, "days") + bool(match["next"])
    return add_days(after, days) if after else None


def _count(match: re.Match[str], unit: str) -> int:
    """How many years, months or days a phrase counts; 0 when it counts none."""
    return read_number(match[unit] or "") or 0
