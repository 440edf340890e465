"""Numbers of an issue that are not one number of its year: 第3、4期合刊, 增刊第1期."""

import re
from collections.abc import Iterator

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.joined import LONGEST_LINE, find_joined
from generator.model import Finding
from generator.parse.draft import Draft
from generator.words.say import say

_JOINED = re.compile("合刊")
_SPECIAL = re.compile("增刊|专刊|特刊|号外")


def check_issue_numbers(draft: Draft) -> Iterator[Finding]:
    """The first line of the masthead with more than one number, and the first that is of an issue outside the count."""
    numbered = [
        (line, squeeze(line.text)) for line in draft.front if len(line.text) <= LONGEST_LINE
    ]
    for pattern, sort in ((_JOINED, "joined"), (_SPECIAL, "special")):
        for line, text in numbered:
            if _is_serial(text):
                continue
            if pattern.search(text) or (sort == "joined" and _joins(text)):
                yield Finding(
                    line=line.line,
                    kind="issue-number",
                    severity="warning",
                    found=text,
                    message=say(f"message.issue-number.{sort}", text=text),
                )
                break


def _is_serial(text: str) -> bool:
    """Whether a line has the number over all years only: （总第27、28期）."""
    return text.startswith(("总第", "（总第", "(总第"))


def _joins(text: str) -> bool:
    """Whether a line joins two numbers of a year."""
    return any(not joined.serial for joined in find_joined(text))
