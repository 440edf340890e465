"""The last day of force as a sentence says it: 有效期至2017年底, 有效期5年, 试行期一年, 有效期30日."""

import calendar
import re

from generator.lexicon.characters import HAN
from generator.lexicon.dates import (
    PLAIN_DATE,
    add_days,
    end_of_term,
    find_dates,
    is_real_date,
    iso_date,
)
from generator.lexicon.expressions.in_force import (
    CARRIED,
    DAY_OF_ISSUE,
    IN_FORCE,
    OPENS_CLAUSE,
    SPAN,
)
from generator.lexicon.expressions.labels import TRIAL
from generator.lexicon.expressions.verbs import ENDED
from generator.lexicon.expressions.years import DATE_YEAR
from generator.lexicon.numerals import COUNTING, NUMERAL, read_number
from generator.parse.force.first_days import TERM_FROM, find_span

_UP_TO = (
    rf"(?:{SPAN}限?[:：]?(?:截止|截至)?(?:日期)?(?:暂?定)?(?:为?至|到|为)?"
    rf"|(?:{CARRIED}|{TRIAL}|有效)(?:截?至|到)|执行期自印发之日起至|(?:^|[，,])(?:截?至))"
)
_UNTIL = re.compile(
    rf"{_UP_TO}(?P<when>{PLAIN_DATE})"
    rf"|(?:{IN_FORCE})[，,](?P<ends>{PLAIN_DATE})(?:自行|自动)?(?:{ENDED})",
)
_UNTIL_END = re.compile(
    rf"{_UP_TO}(?P<year>{DATE_YEAR})年(?:年?(?P<close>[底末])|(?P<month>{NUMERAL})月份?(?P<last>[底末])?)(?!{NUMERAL}?日)"
)
"""有效期至2017年底, 有效期至2017年6月底; a month without 底 has no day in print."""
_LENGTH = (
    rf"(?:(?P<years>\d{{1,2}}|[{COUNTING}]{{1,3}})年(?!行动|规划|计划)(?P<half>半)?(?:零?(?P<rest>{NUMERAL})个月)?"
    rf"|(?P<months>{NUMERAL})个月|(?P<days>{NUMERAL})[日天])"
)
_TERM = re.compile(
    rf"(?:(?:{OPENS_CLAUSE}|[，,（(]|之日起|本{HAN}{{2,6}}?的?){SPAN}限?[:：]?(?:暂定)?(?:为)?"
    rf"(?:[自从](?:(?:{DAY_OF_ISSUE})之日|{PLAIN_DATE})起)?"
    rf"|(?:{IN_FORCE})[，,](?:期限|暂定|期限暂定)(?:为)?|(?:^|[，,起]|暂定|本{HAN}{{2,4}})(?:{TRIAL})|起(?:{CARRIED})"
    rf"|[，,](?:{CARRIED})时间(?:暂定)?为?){_LENGTH}"
    rf"|[自从](?:{DAY_OF_ISSUE})之日起(?=[^，,。；]{{1,8}}有效){_LENGTH.replace('?P<', '?P<in_')}内?有效"
)
"""有效期为五年, 有效期限5年, 试行期二年, 暂行一年, 有效期1年6个月, 有效期60个月, 暂定两年."""
_YEAR_OF_MONTHS = 12


def read_last_day(sentence: str, start: str | None) -> str | None:
    """The last day of force: a full date, the end of a year or month, or that of a term: 有效期两年.

    :param start: the day from which a term counts
    """
    if span := find_span(sentence):
        return iso_date(find_dates(span["until"])[0])
    sentence = TERM_FROM.sub(_end_alone, sentence)
    if match := _UNTIL.search(sentence):
        return iso_date(find_dates(match["when"] or match["ends"])[0])
    if match := _UNTIL_END.search(sentence):
        return _end_of(match)
    match = _TERM.search(sentence)
    if not match or not start or not is_real_date(start):
        return None
    return _end_of_length(start, match)


def _end_alone(match: re.Match[str]) -> str:
    """What says the end of a term alone, with the year of its beginning where the print has no other."""
    return "有效期至" if match["next"] else f"有效期至{match['first'].partition('年')[0]}年"


def _end_of(match: re.Match[str]) -> str:
    """The last day of a year or a month; the month itself where the print does not say 底."""
    year = read_number(match["year"]) or 0
    if match["close"]:
        return f"{year:04}-12-31"
    month = read_number(match["month"]) or 0
    if not match["last"] or not 1 <= month <= _YEAR_OF_MONTHS:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def _end_of_length(start: str, term: re.Match[str]) -> str | None:
    """The last day of a term of years, months or days; None where it is too long to be read."""
    if days := _count(term, "days"):
        return add_days(start, days - 1)
    half = _YEAR_OF_MONTHS // 2 if term["half"] or term["in_half"] else 0
    years = _count(term, "years") * _YEAR_OF_MONTHS
    months = years + half + _count(term, "rest") + _count(term, "months")
    return end_of_term(start, months) if months else None


def _count(term: re.Match[str], unit: str) -> int:
    """How many years, months or days a term counts; 0 when it counts none."""
    return read_number(term[unit] or term[f"in_{unit}"] or "") or 0
