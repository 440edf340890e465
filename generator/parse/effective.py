"""When a document says that it is in force: 施行日期 and 有效期."""

import re
from collections.abc import Iterator

from generator.lexicon.dates import PLAIN_DATE, add_days, add_years, find_dates, is_real_date, iso_date
from generator.lexicon.numerals import NUMERAL, read_number
from generator.lexicon.text import HAN, squeeze
from generator.model import Block, Effective, Finding, Text

_IN_FORCE = r"(?:正式)?(?:施行|实施|执行|生效|试行)"
_SPAN = re.compile(rf"自(?P<from>{PLAIN_DATE})起?至(?P<until>{PLAIN_DATE})止?(?:正式)?(?:执行|实施|施行|有效)")
"""自2019年1月1日至2020年12月31日执行."""
_FROM_DATE = re.compile(rf"[自于从](?P<when>{PLAIN_DATE})起?{_IN_FORCE}")
_FROM_MONTH = re.compile(r"自\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日\s*起(?:正式)?(?:施行|实施|执行)")
_FROM_ISSUE = re.compile(
    r"(?:自|从)(?:印发|发布|公布|下发|发文|颁布)之日"
    rf"(?:起(?P<days>{NUMERAL})日后|后(?P<after>{NUMERAL})日|起)?(?:起)?{_IN_FORCE}?",
)
"""自印发之日起施行, 自公布之日起30日后施行; the verb may stand farther on."""
_FORCE = re.compile(r"施行|实施|执行|生效|试行")
_UNTIL = re.compile(
    r"(?:有效期(?:限)?(?:截止)?(?:至|到|为至)|执行至|实施至|有效至|试行至|执行期自印发之日起至|(?:^|[，,])至)"
    rf"(?P<when>{PLAIN_DATE})",
)
_TERM = re.compile(rf"(?:^|[，,]|本{HAN}{{2,4}})(?:有效期|试行期)(?:限)?(?:为)?(?P<years>{NUMERAL})年")
_OWN = (
    "办法|规定|意见|方案|通知|细则|条例|通告|决定|规划|实施|措施|制度|规则|公告|标准|预案|规程|政策|暂行|试行|文件|计划|章程|令"
)
_SUBJECT = re.compile(
    rf"本(?:{_OWN}|命令|政策|预案)|(?:上述|以上)(?:标准|政策|规定|措施)|现予?公布|现予?发布|予以公布|予以发布|现公布|执行期|(?:^|[，,])有效期|^自",
)
"""What says that a sentence speaks of the document's own force."""


def read_effective(blocks: list[Block], date: str | None) -> tuple[Effective, list[Finding]]:
    """Dates of force from the first sentences that name them; a date that the calendar lacks is a finding."""
    start = until = None
    findings: dict[str, Finding] = {}
    for block, sentence in _sentences(blocks):
        start = start or _read_start(sentence, date)
        until = until or _read_until(sentence, start or date)
        for value in filter(None, (start, until)):
            if not is_real_date(value):
                findings[value] = _impossible(block, sentence, value)
    return Effective(start, until), list(findings.values())


def _sentences(blocks: list[Block]) -> Iterator[tuple[Text, str]]:
    """The sentences that speak of the document's own force, without blanks."""
    for block in blocks:
        if isinstance(block, Text) and any(word in block.text for word in ("起", "有效", "至")):
            sentences = re.split(r"[。；]", squeeze(block.text))
            yield from ((block, sentence) for sentence in sentences if _SUBJECT.search(sentence))


def _read_start(sentence: str, date: str | None) -> str | None:
    """The first day of force: a full date, a day of the document's year, or the day of issue."""
    if span := _SPAN.search(sentence):
        return iso_date(find_dates(span["from"])[0])
    if match := _FROM_DATE.search(sentence):
        return iso_date(find_dates(match["when"])[0])
    if date and is_real_date(date) and (month := _FROM_MONTH.search(sentence)):
        return f"{date[:4]}-{int(month['month']):02}-{int(month['day']):02}"
    match = _FROM_ISSUE.search(sentence)
    if match and date and is_real_date(date) and _FORCE.search(sentence, match.start()):
        days = read_number(match["days"] or match["after"] or "")
        return add_days(date, days) if days else date
    return None


def _read_until(sentence: str, start: str | None) -> str | None:
    """The last day of force: a full date, or the end of a term of years: 有效期两年."""
    if span := _SPAN.search(sentence):
        return iso_date(find_dates(span["until"])[0])
    if match := _UNTIL.search(sentence):
        return iso_date(find_dates(match["when"])[0])
    if (match := _TERM.search(sentence)) and start and is_real_date(start):
        return add_years(start, read_number(match["years"]) or 0)
    return None


def _impossible(block: Text, sentence: str, value: str) -> Finding:
    line = block.lines[-1] if block.lines else 0
    return Finding(
        line=line, kind="impossible-date", severity="warning", found=value,
        message=f"历法中没有此日，照录原文：{sentence[-40:]}",
    )
