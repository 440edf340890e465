"""What people said of the issue itself: its gazette, year, number, day and publisher."""

from dataclasses import replace
from typing import Any

from generator.model import Finding
from generator.parse.draft import Draft, Masthead
from generator.read import Placed
from generator.read.corrections.notes import (
    failed_finding,
    finding_of_value,
    is_right_already,
    is_set_already,
)
from generator.words.say import say

COUNTED = ("year", "number", "serial")
"""What is a whole number."""
TERMS = {
    "title": "term.issue.title",
    "year": "term.issue.year",
    "number": "term.issue.number",
    "serial": "term.issue.serial",
    "published": "term.issue.published",
    "publisher": "term.issue.publisher",
}
"""What each is called."""


def correct_masthead(draft: Draft) -> Draft:
    """The draft whose masthead says what people said is right, with a finding on each."""
    masthead, findings = draft.masthead, list(draft.findings)
    entries: dict[str, int] = {}
    for placed in draft.waiting:
        name = placed.correction.issue
        if name == "title" and draft.publication is not None:
            message = say("message.unusable-correction.described")
            findings.append(failed_finding(placed.correction, "unusable-correction", message))
        elif name in entries:
            findings.append(is_set_already(placed.correction, entries[name]))
        elif name is not None:
            masthead, finding = _correct(masthead, placed, name)
            findings.append(finding)
            if finding.provenance:
                entries[name] = placed.correction.line
    return replace(draft, masthead=masthead, findings=tuple(findings))


def _correct(masthead: Masthead, placed: Placed, name: str) -> tuple[Masthead, Finding]:
    """The masthead with one value set, and what is reported of it."""
    correction, right = placed.correction, placed.correction.right
    before = getattr(masthead, name)
    found = "" if before is None else str(before)
    if found == right:
        return masthead, is_right_already(correction)
    changes: dict[str, Any] = {name: int(right) if right and name in COUNTED else right or None}
    key = TERMS[name]
    finding = finding_of_value(correction, placed.line, say(key), found, right)
    return replace(masthead, **changes), finding
