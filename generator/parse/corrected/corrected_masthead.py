"""What people said of the issue itself: its gazette, year, number, day and publisher."""

from dataclasses import replace
from typing import Any

from generator.model import Finding
from generator.parse.draft import Draft
from generator.read import Placed
from generator.read.corrections.notes import (
    failed_finding,
    finding_of_value,
    is_right_already,
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
    for placed in draft.waiting:
        if placed.correction.issue is not None:
            draft = _correct(draft, placed)
    return draft


def _correct(draft: Draft, placed: Placed) -> Draft:
    """The draft with one value of its masthead, and a finding."""
    correction = placed.correction
    name, right = str(correction.issue), correction.right
    if name == "title" and draft.publication is not None:
        message = say("message.unusable-correction.described")
        return _with(draft, failed_finding(correction, "unusable-correction", message))
    before = getattr(draft.masthead, name)
    found = "" if before is None else str(before)
    if found == right:
        return _with(draft, is_right_already(correction))
    value = int(right) if right and name in COUNTED else right or None
    changes: dict[str, Any] = {name: value}
    masthead = replace(draft.masthead, **changes)
    key = TERMS[name]
    term = say(key)
    finding = finding_of_value(placed.correction, placed.line, term, found, right)
    return _with(replace(draft, masthead=masthead), finding)


def _with(draft: Draft, finding: Finding) -> Draft:
    """The draft with one more finding."""
    return replace(draft, findings=(*draft.findings, finding))
