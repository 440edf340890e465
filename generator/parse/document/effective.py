"""When a document says that it is in force: 施行日期 and 有效期."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.dates import (
    PLAIN_DATE,
    add_days,
    add_months,
    end_of_term,
    find_dates,
    find_print,
    is_real_date,
    iso_date,
)
from generator.lexicon.expressions.labels import TRIAL
from generator.lexicon.expressions.stops import STOPS
from generator.lexicon.expressions.verbs import ENDED, ISSUE_DAY
from generator.lexicon.numerals import NUMERAL, read_number
from generator.model import Effective, Finding, Part, Stretch, Text
from generator.model.document import Bound
from generator.words.say import say

_CARRIED_OUT = "施行|实施|执行|实行"
_VERB = f"{_CARRIED_OUT}|生效|{TRIAL}"
_IN_FORCE = rf"(?:正式)?(?:{_VERB})"
_BETWEEN = rf"(?P<from>{PLAIN_DATE})起?至(?P<until>{PLAIN_DATE})止?"
_SPANS = (
    re.compile(rf"自{_BETWEEN}(?:正式)?(?:{_CARRIED_OUT}|有效)"),
    re.compile(rf"(?:有效期|(?:{_CARRIED_OUT}|试行)期)限?[为自从]{{0,2}}{_BETWEEN}"),
    re.compile(rf"本{HAN}{{1,6}}自{_BETWEEN}$"),
)
"""自2019年1月1日至2020年12月31日执行; 有效期自…至…, 施行期限为…至…; 本通告自…起至…止."""
_FROM_DATE = re.compile(
    rf"(?:[自于从]|本{HAN}{{2,6}})(?P<when>{PLAIN_DATE})(?:零时)?起?{_IN_FORCE}"
)
_FROM_MONTH = re.compile(
    rf"自\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日\s*起(?:正式)?(?:{_CARRIED_OUT})",
)
_FROM_ISSUE = re.compile(
    rf"[自从于](?:即日起|(?:{ISSUE_DAY})(?:之日|起|(?={NUMERAL}[日天]))起?满?后?"
    rf"(?:(?P<days>{NUMERAL})[日天]|(?P<months>{NUMERAL})个月)?)(?!{NUMERAL}?(?:个?工作)?[日天月]?内)"
)
"""自印发之日起施行, 自公布之日起30日后施行, 自即日起执行; the verb may be farther on."""
_FORCE = re.compile(_VERB)
_UNTIL = re.compile(
    r"(?:有效期(?:限)?(?:截止|截至)?(?:日期)?(?:至|到|为至|为)?|执行至|实施至|有效至|试行至|执行期自印发之日起至|(?:^|[，,])至)"
    rf"(?P<when>{PLAIN_DATE})"
    rf"|(?:{_CARRIED_OUT}|试行)[，,](?P<ends>{PLAIN_DATE})(?:自行|自动)?(?:{ENDED})",
)
_TERM = re.compile(
    rf"(?:(?:^|[，,]|本{HAN}{{2,4}}的?)(?:有效期|试行期|暂行期)(?:限)?(?:为)?|(?:{_VERB})[，,]期限(?:为)?|(?:^|[，,起]|暂定)(?:试行|暂行))"
    rf"(?:(?P<years>{NUMERAL})年(?!行动|规划|计划)(?P<half>半)?(?:零?(?P<rest>{NUMERAL})个月)?|(?P<months>{NUMERAL})个月)"
)
"""有效期为五年, 有效期限5年, 试行期二年, 暂行一年, 有效期1年6个月, 有效期60个月."""
_YEAR_OF_MONTHS = 12
_SENTENCE = re.compile(f"[^{STOPS}]+[{STOPS}]?")
LONGEST_SHOWN = 40
"""Longest end of a sentence that the finding on its date shows, in characters."""
_WORDS_OF_FORCE = ("起", "有效", "至", "之日", "日后")
"""Where a block has none of these words, its sentences are not searched for dates of force."""
_OWN = (
    "办法|规定|意见|方案|通知|细则|条例|通告|决定|规划|实施|措施|制度|规则|公告|标准|预案|规程|政策|暂行|试行|文件|计划|章程|令|指南|导则|公约"
    "|准则|守则|纲要|要点|清单|目录|工作方案"
)
_SUBJECT = re.compile(
    rf"本(?:{_OWN}|命令)|(?:上述|以上)(?:标准|政策|规定|措施)|现予?公布|现予?发布|予以公布|予以发布|现公布|执行期|(?:^|[，,])有效期|^自",
)
"""What says that a sentence speaks of the document's own force."""
_FOREIGN = re.compile(
    r"^原?《[^》]+》(?:[（(〔][^）)]*[）)〕])?的?(?:[自从于]|有效期|施行期|试行期)|(?:合同|协议|证书?|许可|资质|资格|批文|报价)(?:的?有效期|[自从])"
)
"""What says that it speaks of something else: another document, a contract, a licence."""


def read_effective(parts: Sequence[Part], date: str | None) -> tuple[Effective, list[Finding]]:
    """Dates of force from the first sentences that name them; a date that the calendar lacks is a finding."""
    start = until = None
    at: dict[Bound, Stretch] = {}
    findings: dict[str, Finding] = {}
    for block, place, sentence in _sentences(parts):
        start = start or _read_start(sentence, date)
        until = until or _read_until(sentence, start or date)
        bounds: tuple[tuple[Bound, str | None], ...] = (("from", start), ("until", until))
        for name, value in bounds:
            if value:
                at.setdefault(name, place)
            if value and not is_real_date(value):
                findings.setdefault(value, _impossible(block, sentence, value))
    return Effective(start, until, at or msgspec.UNSET), list(findings.values())


def _sentences(parts: Sequence[Part]) -> Iterator[tuple[Text, Stretch, str]]:
    """The sentences that speak of the document's own force: the block, the place there, the words without blanks."""
    for part, place, block in _blocks(parts):
        if any(word in block.text for word in _WORDS_OF_FORCE):
            for match in _SENTENCE.finditer(block.text):
                sentence = squeeze(match[0]).rstrip(STOPS)
                if _is_own(sentence):
                    yield block, Stretch(part, place, *_bounds(match)), sentence


def _blocks(parts: Sequence[Part]) -> Iterator[tuple[int, int, Text]]:
    """The blocks of running text, with the indices of their part and of themselves."""
    for index, part in enumerate(parts):
        for place, block in enumerate(part.blocks):
            if isinstance(block, Text):
                yield index, place, block


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    """Where the words of a sentence begin and end, the blanks around them left out."""
    return match.end() - len(match[0].lstrip()), match.start() + len(match[0].rstrip())


def _is_own(sentence: str) -> bool:
    """Whether a sentence speaks of the force of the document that holds it."""
    return _SUBJECT.search(sentence) is not None and _FOREIGN.search(sentence) is None


def _find_span(sentence: str) -> re.Match[str] | None:
    """First and last day of force in one phrase."""
    for pattern in _SPANS:
        match = pattern.search(sentence)
        if match:
            return match
    return None


def _read_start(sentence: str, date: str | None) -> str | None:
    """The first day of force: a full date, a day of the document's year, or the day of issue."""
    if span := _find_span(sentence):
        return iso_date(find_dates(span["from"])[0])
    if match := _FROM_DATE.search(sentence):
        return iso_date(find_dates(match["when"])[0])
    if not date or not is_real_date(date):
        return None
    if month := _FROM_MONTH.search(sentence):
        return f"{date[:4]}-{int(month['month']):02}-{int(month['day']):02}"
    match = _FROM_ISSUE.search(sentence)
    if match and _FORCE.search(sentence, match.start()):
        return _days_after(date, match)
    return None


def _days_after(date: str, match: re.Match[str]) -> str | None:
    """The day that is as many months and days behind the day of issue as a phrase says: 自印发之日起30日后施行.

    None where they are too many to be read.
    """
    if any(match[unit] and not _count(match, unit) for unit in ("months", "days")):
        return None
    after = add_months(date, _count(match, "months"))
    return add_days(after, _count(match, "days")) if after else None


def _count(match: re.Match[str], unit: str) -> int:
    """How many years, months or days a phrase counts; 0 when it counts none."""
    return read_number(match[unit] or "") or 0


def _read_until(sentence: str, start: str | None) -> str | None:
    """The last day of force: a full date, or the end of a term of years: 有效期两年."""
    if span := _find_span(sentence):
        return iso_date(find_dates(span["until"])[0])
    if match := _UNTIL.search(sentence):
        return iso_date(find_dates(match["when"] or match["ends"])[0])
    match = _TERM.search(sentence)
    if not match or not start or not is_real_date(start):
        return None
    months = _months(match)
    return end_of_term(start, months) if months else None


def _months(term: re.Match[str]) -> int:
    """The length of a term in months."""
    half = _YEAR_OF_MONTHS // 2 if term["half"] else 0
    years = _count(term, "years") * _YEAR_OF_MONTHS
    return years + half + _count(term, "rest") + _count(term, "months")


def _impossible(block: Text, sentence: str, value: str) -> Finding:
    """What is said of a date of force that the calendar lacks."""
    line = block.lines[-1] if block.lines else 0
    return Finding(
        line=line,
        kind="impossible-date",
        severity="warning",
        found=find_print(sentence, value),
        message=say("message.impossible-date.quoted", sentence=sentence[-LONGEST_SHOWN:]),
    )
