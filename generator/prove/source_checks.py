"""The account of a source: what of its characters nothing explains."""

from collections.abc import Iterator

from generator.archive.sources import PARSED
from generator.model import IssueRecord
from generator.proof import UNEXPLAINED
from generator.prove.mismatch import Difference, quote


def check_account(record: IssueRecord) -> Iterator[Difference]:
    """What the account of an issue does not explain, each with its line and characters.

    An issue that another program parsed has no source whose characters could be counted.
    """
    issue, account = record.issue, record.issue.account
    if not account.source and not record.file.endswith(PARSED):
        yield Difference("source", "source", 0, "the characters of the source are not counted")
    named = [finding for finding in issue.findings if finding.kind == UNEXPLAINED]
    for finding in named:
        yield Difference("source", "source", finding.line, f"unexplained: {quote(finding.found)}")
    if not account.holds and not named:
        yield Difference("source", "source", 0, f"unexplained: {account.wrong} characters")
