"""The account of an issue that another program parsed: what its YAML says is in the issue as it is read."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from generator.model import Account, Finding, Issue
from generator.model.codec import dump_issue
from generator.proof.accounting import UNEXPLAINED
from generator.proof.plain import CONTROL
from generator.proof.visible_text import count_visible, visible
from generator.words.say import say


def prove_parsed(issue: Issue, plain: Any, line_of: Callable[[str], int]) -> Issue:
    """The issue with an error for each text of its file that it does not have, and an account where it brings none.

    :param plain: what the file holds, as it was loaded
    :param line_of: the line of a value by its path, e.g. ``.documents[0].title``
    """
    held = Counter(text for _, text in _texts(dump_issue(issue)))
    source = missing = marks = 0
    findings: list[Finding] = []
    for path, text in _texts(plain):
        source += len(text)
        bare = CONTROL.sub("", text) if CONTROL.search(text) else text
        marks += len(text) - len(bare)
        held[bare] -= 1
        if bare and held[bare] < 0:
            missing += len(bare)
            findings.append(_unexplained(line_of(path) if len(findings) < MOST_LINES else 0, bare))
    account = Account(
        source=source, kept=source - missing - marks, marks=marks, unexplained=missing
    )
    return msgspec.structs.replace(
        issue,
        findings=(*issue.findings, *findings),
        account=issue.account if issue.account.source and not missing else account,
    )


MOST_LINES = 20
"""Most missing texts whose line is searched for: a guard against slowness."""


def _unexplained(line: int, text: str) -> Finding:
    """What is said of a text that the issue does not have."""
    return Finding(
        line=line,
        kind=UNEXPLAINED,
        severity="error",
        found=text,
        message=say("message.unexplained.missing"),
    )


def _texts(plain: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of plain data, without blanks, with its path."""
    waiting: list[tuple[str, Any]] = [(path, plain)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{path}.{key}", inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list | tuple):
            waiting += [
                (f"{path}[{place}]", value[place]) for place in range(len(value) - 1, -1, -1)
            ]
        elif isinstance(value, str) and count_visible(value):
            yield path, visible(value)
