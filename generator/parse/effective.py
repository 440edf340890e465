"""When a document says that it is in force: 施行日期 and 有效期."""

import re

from generator.lexicon.dates import PLAIN_DATE, add_days, add_years, find_dates, is_real_date, iso_date
from generator.lexicon.numerals import NUMERAL, read_number
from generator.model import Block, Effective, Finding, Text

_FROM_DATE = re.compile(rf"[自于从](?P<when>{PLAIN_DATE})起?(?:正式)?(?:施行|实施|执行|生效|试行)")
_FROM_MONTH = re.compile(r"自\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日\s*起(?:正式)?(?:施行|实施|执行)")
_FROM_ISSUE = re.compile(rf"(?:自|从)(?:印发|发布|公布|下发|发文|颁布)之日(?:起(?P<days>{NUMERAL})日后|后(?P<after>{NUMERAL})日|起)?(?:起)?(?:正式)?(?:施行|实施|执行|生效|试行)?")
_UNTIL = re.compile(rf"(?:有效期(?:限)?(?:截止)?(?:至|到|为至)|执行至|实施至|有效至|试行至|执行期自印发之日起至|(?:^|[，,])至)(?P<when>{PLAIN_DATE})")
_TERM = re.compile(rf"(?:^|[，,]|本[\u4e00-\u9fff]{{2,4}})(?:有效期|试行期)(?:限)?(?:为)?(?P<years>{NUMERAL})年")
_SUBJECT = re.compile(r"本(?:办法|规定|意见|方案|通知|细则|条例|通告|决定|规划|实施|措施|制度|规则|公告|标准|预案|规程|政策|暂行|试行|文件|计划|章程|令)|上述标准|现予?公布|现予?发布|予以公布|予以发布|现公布|执行期|(?:^|[，,])有效期|^自")


def read_effective(blocks: list[Block], date: str | None) -> tuple[Effective, list[Finding]]:
    """Dates of force from the first sentences that name them; a date that the calendar lacks is a finding."""
    start = until = None
    findings: list[Finding] = []
    for block in blocks:
        if not isinstance(block, Text) or "起" not in block.text and "有效" not in block.text and "至" not in block.text:
            continue
        for sentence in re.split(r"[。；]", "".join(block.text.split())):
            if not _SUBJECT.search(sentence):
                continue
            start = start or _read_start(sentence, date)
            until = until or _read_until(sentence, start or date)
            findings += [_impossible(block, sentence, value) for value in (start, until) if value and not is_real_date(value)]
    return Effective(start, until), list({finding.found: finding for finding in findings}.values())


def _read_start(sentence: str, date: str | None) -> str | None:
    if match := _FROM_DATE.search(sentence):
        return iso_date(find_dates(match["when"])[0])
    if date and is_real_date(date) and (month := _FROM_MONTH.search(sentence)):
        return f"{date[:4]}-{int(month['month']):02}-{int(month['day']):02}"
    match = _FROM_ISSUE.search(sentence)
    if match and date and is_real_date(date) and re.search(r"施行|实施|执行|生效|试行", sentence[match.start():]):
        days = read_number(match["days"] or match["after"] or "")
        return add_days(date, days) if days else date
    return None


def _read_until(sentence: str, start: str | None) -> str | None:
    if match := _UNTIL.search(sentence):
        return iso_date(find_dates(match["when"])[0])
    if (match := _TERM.search(sentence)) and start and is_real_date(start):
        return add_years(start, read_number(match["years"]) or 0)
    return None


def _impossible(block: Text, sentence: str, value: str) -> Finding:
    line = block.lines[-1] if block.lines else 0
    return Finding(line=line, kind="impossible-date", severity="warning", found=value, message=f"历法中没有此日，照录原文：{sentence[-40:]}")
