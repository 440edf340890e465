"""Numbers of an issue that are not one number of its year: 第3、4期合刊, 增刊第1期."""

import re
from collections.abc import Iterator

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.signs import DASHES
from generator.model import Finding
from generator.parse.draft import Draft
from generator.words.say import say

LONGEST_LINE = 40
"""Longest line of the first pages that numbers the issue, in characters; a longer one is text."""
_JOINED = re.compile(rf"第\d{{1,3}}期?(?:[、，,至和]|{DASHES})第?\d{{1,3}}期|合刊")
_SPECIAL = re.compile("增刊|专刊|特刊|号外")


def check_issue_numbers(draft: Draft) -> Iterator[Finding]:
    """The first line of the masthead with more than one number, and the first that is of an issue outside the count."""
    numbered = [
        (line, squeeze(line.text)) for line in draft.front if len(line.text) <= LONGEST_LINE
    ]
    for pattern, sort in ((_JOINED, "joined"), (_SPECIAL, "special")):
        for line, text in numbered:
            if pattern.search(text) and not text.startswith(("总第", "（总第", "(总第")):
                yield Finding(
                    line=line.line,
                    kind="issue-number",
                    severity="warning",
                    found=text,
                    message=say(f"message.issue-number.{sort}", text=text),
                )
                break
