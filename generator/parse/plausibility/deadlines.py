"""Days by which something has to be done that are before the date of the document which sets them."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generator.lexicon.dates import is_real_date
from generator.lexicon.expressions.years import YEAR
from generator.lexicon.numerals import ONES, TENS, plain_digits, read_number
from generator.model import Document, Finding, Table, Text
from generator.parse.draft import Draft
from generator.parse.plausibility.places import line_at
from generator.words.say import say
from generator.words.wording import date_words

_HAN_DAY = rf"[二三]?十[{ONES}]?|[{ONES}]"
_DAY = (
    rf"(?:(?P<year>{YEAR})\s*年\s*)?(?<![\d{TENS}第])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[{ONES}])\s*月"
    rf"(?:\s*(?P<day>[12]\d|3[01]|0?[1-9]|{_HAN_DAY})\s*日|月?底|末|(?P<third>上旬|中旬|下旬))"
)
_HOUR = r"(?:[（(][^（()）]{1,6}[)）])?\s*(?:[上下]午|中午|晚上?)?\s*(?:\d{1,2}\s*[时点:：](?:\d{1,2}分?|整|半)?)?"
_DEADLINE = re.compile(
    rf"{_DAY}\s*(?:{_HOUR}\s*(?:之|以)?前(?![期后往述来款]|[\d{TENS}两半几]+个?(?:年|月|日|天|周|工作日|小时))|完成)"
)
"""``于8月17日前``, ``2021年4月底前``, ``6月上旬完成``, ``8月17日（星期二）下午5时前``; not ``8月17日前三年内``."""
_UNTIL = re.compile(rf"截止(?:时间|日期|期限)\s*(?:为|是|至|到|[:：])\s*{_DAY}")
"""``报名截止时间为2021年8月31日``; 截止 alone often says how far something has come."""
_EVERY = re.compile(
    r"(?:每年?|次年|翌年|来年|明年|去年|上年|下年|当年|年度|各年|历年"
    r"|每(?:学期|学年|半年|季度?|个?月|期|届)[^，。；]{0,4}|已经?[于在]?|凡[于在]?"
    r"|自|从|对|截至|至|—|-|~)[度的]?\s*$"
)
"""What is before a day that comes again, is of another year, is past, or is where something begins."""
_OTHER_YEAR = re.compile(r"(?<![今本])年\s*$")
"""A year before a day that is not in figures, or was misread: 二〇二〇年|8月底前; of 今年 the year is known."""
_PAST = re.compile(
    r"^[，,]?已|^[^，。；、,;]{0,12}?"
    r"(?:已|者|的|了|过|未|出生|取得|注册|登记|发生|投入|建成|参加|实施|施行|成立|签订)"
)
"""What is behind a day that says what was then, or which things are meant: 2016年12月31日前投入使用的."""
_STOP = re.compile(r"[，。；,;]")
_THIRDS = {"上旬": 10, "中旬": 20}
_REPORTS = ("报告", "讲话", "致辞", "总结", "通报")
"""Kinds of document that say what was done by a day."""
_UNSURE = frozenset({"lost", "ocr-loop", "cell-scrambled", "undecoded"})
"""Findings on lines whose figures nobody can rely on."""


@dataclass(frozen=True, slots=True)
class DeadlineLimits:
    """Which days before a document are deadlines that it missed."""

    days: int = 183
    """Most days by which a deadline is before the date.

    One that is earlier is of the next year, or a day of the past.
    """
    before: int = 9
    """Characters before a day in which it is said that it comes again, or is past."""
    shown: int = 40
    """Longest text that its finding shows, in characters."""


DEADLINES = DeadlineLimits()


def check_deadlines(draft: Draft) -> Iterator[Finding]:
    """The deadlines of each document that are before its date; not those of a line that was not read well."""
    unsure = {finding.line for finding in draft.findings if finding.kind in _UNSURE}
    for document in draft.documents:
        if document.date and is_real_date(document.date) and document.kind not in _REPORTS:
            findings = _check(document, date.fromisoformat(document.date))
            yield from (finding for finding in findings if finding.line not in unsure)


def _check(document: Document, day: date) -> Iterator[Finding]:
    """The deadlines of a document that is dated on a day."""
    for block in chain.from_iterable(part.blocks for part in document.parts):
        if isinstance(block, Text):
            for start, text, deadline in _missed(block.text, day):
                yield _finding(line_at(block, start), text, deadline, day)
        elif isinstance(block, Table):
            yield from _check_table(block, day)


def _check_table(table: Table, day: date) -> Iterator[Finding]:
    """The first deadline of each row that was missed."""
    for line, row in zip(table.row_lines, table.rows, strict=False):
        missed = next((each for cell in row for each in _missed(cell, day)), None)
        if missed:
            _, text, deadline = missed
            yield _finding(line, text, deadline, day)


def _missed(text: str, day: date) -> Iterator[tuple[int, str, date]]:
    """The deadlines of a text that are before a day: offset, text up to the next stop, and the last day of each."""
    if "月" not in text:
        return
    figures = plain_digits(text)
    for match in chain(_DEADLINE.finditer(figures), _UNTIL.finditer(figures)):
        before = text[max(0, match.start() - DEADLINES.before) : match.start()]
        behind = text[match.end() : match.end() + DEADLINES.shown]
        if _EVERY.search(before) or _PAST.match(behind):
            continue
        if match["year"] is None and _OTHER_YEAR.search(before):
            continue
        deadline = _last_day(match, day)
        if deadline and 0 < (day - deadline).days <= DEADLINES.days:
            clause = _STOP.split(text[match.start() : match.end()] + behind, maxsplit=1)[0]
            yield match.start(), clause[: DEADLINES.shown], deadline


def _last_day(match: re.Match[str], day: date) -> date | None:
    """The last day on which a deadline is met; without a year, in that of the document."""
    year, month = int(match["year"] or day.year), read_number(match["month"]) or 0
    last = calendar.monthrange(year, month)[1]
    if match["day"]:
        number = read_number(match["day"]) or 0
        if number > last:
            return None
        return date(year, month, number)
    return date(year, month, _THIRDS.get(match["third"] or "", last))


def _finding(line: int, text: str, deadline: date, day: date) -> Finding:
    """What is said of a deadline before the date of its document."""
    return Finding(
        line=line,
        kind="date-before-document",
        severity="warning",
        found=text,
        message=say(
            "message.date-before-document",
            deadline=date_words(deadline.isoformat()),
            date=date_words(day.isoformat()),
        ),
    )
