"""Lines that seem to give an issue more than one number, or none in its year, and that were not read so."""

import re
import unicodedata
from collections.abc import Iterator

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.issue_parts import is_doubted_part
from generator.lexicon.expressions.joined import LONGEST_LINE, find_joined
from generator.model import Finding, TextLine
from generator.parse.draft import Draft
from generator.words.say import say

_JOINED = re.compile("合刊")
_SPECIAL = re.compile("增刊|专刊|特刊|号外")


def check_issue_numbers(draft: Draft) -> Iterator[Finding]:
    """Lines of the masthead that seem to join numbers or to name an extra issue or a part, and were not read so."""
    numbered = [
        (line, squeeze(line.text)) for line in draft.front if len(line.text) <= LONGEST_LINE
    ]
    read = {"joined": draft.masthead.numbers, "special": draft.masthead.special}
    for pattern, sort in ((_JOINED, "joined"), (_SPECIAL, "special")):
        for line, text in numbered if not read[sort] else ():
            if _is_serial(text):
                continue
            if pattern.search(text) or (sort == "joined" and _joins(text)):
                yield _finding(line, sort, text)
                break
    yield from _check_part(draft, numbered)


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
