"""The rules of plausibility, in order; each looks at the whole issue and reports the values that disagree."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.model import Finding
from generator.parse.draft import Draft
from generator.parse.plausibility.announced import check_announced
from generator.parse.plausibility.attachments import check_attachments
from generator.parse.plausibility.broken_numbers import check_cited_numbers
from generator.parse.plausibility.called_otherwise import check_names
from generator.parse.plausibility.deadlines import check_deadlines
from generator.parse.plausibility.enumeration import check_enumeration
from generator.parse.plausibility.issue_numbers import check_issue_numbers
from generator.parse.plausibility.repeated_names import check_repeated_names
from generator.parse.plausibility.sentences.between_lines import check_footnotes
from generator.parse.plausibility.sentences.inner_enumeration import check_inner_enumeration
from generator.parse.plausibility.series import check_series
from generator.parse.plausibility.stated_dates import check_dates
from generator.parse.plausibility.stated_numbers import check_numbers

CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    check_issue_numbers,
    check_numbers,
    check_dates,
    check_announced,
    check_series,
    check_enumeration,
    check_inner_enumeration,
    check_footnotes,
    check_attachments,
    check_names,
    check_repeated_names,
    check_cited_numbers,
    check_deadlines,
)
"""The rules, in order."""


def check_plausibility(draft: Draft) -> Draft:
    """The draft with a finding for each value that another one of the issue contradicts."""
    findings = [finding for check in CHECKS for finding in check(draft)]
    return replace(draft, findings=(*draft.findings, *findings))
