"""Lines that seem to give an issue more than one number, or none in its year, and that were not read so."""

import re
import unicodedata
from collections.abc import Iterator

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.issue_parts import is_doubted_part
from generator.lexicon.expressions.joined import LONGEST_LINE, find_joined
from generator.lexicon.expressions.years import HAN_YEAR, YEAR
from generator.lexicon.numerals import NUMERAL, read_number
from generator.model import Finding, TextLine
from generator.parse.draft import Draft
from generator.words.say import say

_JOINED = re.compile("合刊")
_SPECIAL = re.compile("增刊|专刊|特刊|号外")
_LIKE_YEAR = re.compile(r"^(?:[12][\dOoQlI|]{3}|[一二][^\s年]{3})年第?.{0,4}[期号]")
"""202l年第5期, a year with a letter in it."""
_LIKE_NUMBER = re.compile(
    rf"(?:{YEAR}|{HAN_YEAR})年?第[^第期号]{{0,3}}(?:[期号]|$)|^第[^第期号]{{0,3}}期$|总第[^第期号]{{0,4}}[期号]"
    rf"|^(?:{YEAR}|{HAN_YEAR})年.{{1,3}}[月季]号$"
)
"""2021年第？期, 2021年第五, 总第□期, 2021年5月号: what could only be the number of an issue."""
_ONLY_NUMBER = re.compile(rf"(?:{YEAR}|{HAN_YEAR})年?第?(?P<number>{NUMERAL})期")


def check_issue_numbers(draft: Draft) -> Iterator[Finding]:
    """Lines of the masthead that number the issue and were not read so, each reported once."""
    numbered = [
        (line, squeeze(line.text)) for line in draft.front if len(line.text) <= LONGEST_LINE
    ]
    reported: set[int] = set()
    for check in (_check_sorts, _check_part, _check_unread, _check_other):
        for finding in check(draft, numbered):
            if finding.line not in reported:
                reported.add(finding.line)
                yield finding


def _check_sorts(draft: Draft, numbered: list[tuple[TextLine, str]]) -> Iterator[Finding]:
    """The first lines that seem to join numbers, or to name an extra issue, where none could be read."""
    read = {"joined": draft.masthead.numbers, "special": draft.masthead.special}
    for pattern, sort in ((_JOINED, "joined"), (_SPECIAL, "special")):
        for line, text in numbered if not read[sort] else ():
            if _is_serial(text):
                continue
            if pattern.search(text) or (sort == "joined" and _joins(text)):
                yield _finding(line, sort, text)
                break


def _check_unread(draft: Draft, numbered: list[tuple[TextLine, str]]) -> Iterator[Finding]:
    """The first line that numbers the issue, where its year or number could not be read from any."""
    head = draft.masthead
    has_number = bool(head.number or head.special or head.serial)
    if has_number and (head.year or not head.number):
        return
    for line, text in numbered:
        plain = unicodedata.normalize("NFKC", text)
        if (not has_number and _LIKE_NUMBER.search(plain)) or _LIKE_YEAR.search(plain):
            yield _finding(line, "unread", text)
            return


def _check_other(draft: Draft, numbered: list[tuple[TextLine, str]]) -> Iterator[Finding]:
    """The first line that is nothing but year and number, and another number than was read."""
    head = draft.masthead
    if not head.year or not head.number or head.special or head.part:
        return
    for line, text in numbered:
        match = _ONLY_NUMBER.fullmatch(unicodedata.normalize("NFKC", text))
        number = read_number(match["number"]) if match else None
        if number and number not in {head.number, *head.numbers}:
            yield _finding(line, "other", text)
            return


def _check_part(draft: Draft, numbered: list[tuple[TextLine, str]]) -> Iterator[Finding]:
    """The first line that seems to name a part of a number, where none could be read."""
    if draft.masthead.part:
        return
    for line, text in numbered:
        plain = unicodedata.normalize("NFKC", text).replace("(", "（").replace(")", "）")
        if is_doubted_part(plain):
            yield _finding(line, "part", text)
            return


def _finding(line: TextLine, sort: str, text: str) -> Finding:
    """What is said of a line that was not read."""
    return Finding(
        line=line.line,
        kind="issue-number",
        severity="warning",
        found=text,
        message=say(f"message.issue-number.{sort}", text=text),
    )


def _is_serial(text: str) -> bool:
    """Whether a line has the number over all years only: （总第27、28期）."""
    return text.startswith(("总第", "（总第", "(总第"))


def _joins(text: str) -> bool:
    """Whether a line joins two numbers of a year."""
    return any(not joined.serial for joined in find_joined(text))
