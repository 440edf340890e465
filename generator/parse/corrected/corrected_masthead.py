"""What people said of the issue itself: its gazette, year, numbers, day and publisher."""

from dataclasses import replace
from typing import Any

from generator.lexicon.counts.issue_counts import read_special
from generator.lexicon.expressions.issue_parts import read_part
from generator.model import Finding, IssuePart, Special
from generator.parse.draft import Draft, Masthead
from generator.read import Placed
from generator.read.corrections.notes import (
    failed_finding,
    finding_of_value,
    is_right_already,
    is_set_already,
)
from generator.words.say import say

COUNTED = ("year",)
"""What is a whole number."""
TERMS = {
    "title": "term.issue.title",
    "year": "term.issue.year",
    "number": "term.issue.number",
    "numbers": "term.issue.numbers",
    "serial": "term.issue.serial",
    "special": "term.issue.special",
    "part": "term.issue.part",
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
    found = _shown(getattr(masthead, name))
    if found == right:
        return masthead, is_right_already(correction)
    changes = _changes(name, right)
    key = TERMS[name]
    finding = finding_of_value(correction, placed.line, say(key), found, right)
    return replace(masthead, **changes), finding


def _shown(value: object) -> str:
    """A value of the masthead as a correction writes it: 2021, 3-4, 增刊第1期, 下册; empty for none."""
    if isinstance(value, Special | IssuePart):
        return value.as_printed
    if isinstance(value, tuple):
        return f"{value[0]}-{value[-1]}" if value else ""
    return "" if value is None else str(value)


def _changes(name: str, right: str) -> dict[str, Any]:
    """What a right value sets; a number in the year replaces those that an issue joins, and the other way round."""
    if name == "number":
        return {"number": int(right) if right else None, "numbers": ()}
    if name == "serial":
        return {"serial": int(right) if right else None, "serials": ()}
    if name == "numbers":
        first, _, last = right.partition("-")
        joined = tuple(range(int(first), int(last) + 1)) if right else ()
        return {"numbers": joined, **({"number": joined[0]} if joined else {})}
    if name == "special":
        return {"special": read_special(right) if right else None}
    if name == "part":
        return {"part": read_part(right) if right else None}
    return {name: int(right) if right and name in COUNTED else right or None}
