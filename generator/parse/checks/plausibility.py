"""The rules of plausibility, in order; each looks at the whole issue and reports the values that disagree."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.model import Finding
from generator.parse.checks.announced import check_announced
from generator.parse.checks.attachments import check_attachments
from generator.parse.checks.called_otherwise import check_names
from generator.parse.checks.deadlines import check_deadlines
from generator.parse.checks.enumeration import check_enumeration
from generator.parse.checks.series import check_series
from generator.parse.checks.stated_dates import check_dates
from generator.parse.checks.stated_numbers import check_numbers
from generator.parse.draft import Draft

CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    check_numbers,
    check_dates,
    check_announced,
    check_series,
    check_enumeration,
    check_attachments,
    check_names,
    check_deadlines,
)
"""The rules, in order."""


def check_plausibility(draft: Draft) -> Draft:
    """The draft with a finding for each value that another one of the issue contradicts."""
    findings = [finding for check in CHECKS for finding in check(draft)]
    return replace(draft, findings=(*draft.findings, *findings))
