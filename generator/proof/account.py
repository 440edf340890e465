"""Each visible character of a source → what explains it."""

from collections.abc import Sequence

import msgspec

from generator.model import Finding, Issue
from generator.model.account import Account

Printed = Sequence[tuple[int, str]]
"""Numbers and texts of the lines as the reader took them from the bytes, in order."""


def account_for(issue: Issue, data: bytes, printed: Printed) -> tuple[Account, list[Finding]]:
    """Where each character of a source is, and a finding for what was set aside or is not explained.

    :param data: the bytes of the source
    :param printed: its lines as the reader numbered them (``Read.printed``)
    """
    raise NotImplementedError


def prove_issue(issue: Issue, data: bytes, printed: Printed) -> Issue:
    """The issue with its account, its counts of characters, and the findings of the account."""
    account, findings = account_for(issue, data, printed)
    return msgspec.structs.replace(
        issue,
        findings=tuple(sorted((*issue.findings, *findings), key=lambda finding: finding.line)),
        account=account,
    )
