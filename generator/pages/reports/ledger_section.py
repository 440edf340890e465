"""逐字核对: where each character of the sources is, and how many must be seen where.

``python -m generator prove`` holds the same figures against what was published.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Account, IssueRecord
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import heading, paragraph, table
from generator.visible import balance_of
from generator.words.say import say

ANCHOR = "ledger"
"""Anchor of the section on a report."""

REASONS = ("menu", "head", "noscript", "template", "script", "comment", "tag", "entity")
"""Why characters are set aside, what people can read first; messages name each."""
FIGURES = ("source", "kept", "changed", "marks", "furniture", "form")
"""Figures of an account that add up to its source, with those of :data:`FAILINGS` and what was set aside."""
FAILINGS = ("lost", "unexplained", "added", "disordered", "moved")
PLACES = ("pages", "index", "data")
COMMAND = "python -m generator prove"
"""What a reader can repeat the figures with."""


def issue_ledger(record: IssueRecord, level: int) -> Iterator[str]:
    """The section of an issue: its figures, what they mean, and the command that repeats them.

    :param level: that of its heading
    """
    rows = [*_account_rows([record.issue.account]), *_place_rows(record)]
    intro = say("ledger.intro") if record.issue.account.source else say("ledger.uncounted")
    yield from _section(level, intro, rows, f"{COMMAND} {record.id}")


def archive_ledger(records: Sequence[IssueRecord], level: int) -> Iterator[str]:
    """The section of an archive: the figures of all sources that were counted; nothing when none was."""
    rows = list(_account_rows([record.issue.account for record in records]))
    if rows:
        yield from _section(level, say("ledger.intro"), rows, COMMAND)


def account_words(records: Sequence[IssueRecord]) -> str:
    """Whether every character of some sources is accounted for, in a few words."""
    accounts = _counted(record.issue.account for record in records)
    if not accounts:
        return say("quality.unmeasured")
    wrong = sum(account.wrong for account in accounts)
    return say("ledger.some", n=wrong) if wrong else say("ledger.all")


def _counted(accounts: Iterable[Account]) -> list[Account]:
    """The accounts of sources whose characters were counted."""
    return [account for account in accounts if account.source]


def _section(level: int, intro: str, rows: Sequence[Sequence[str]], command: str) -> Iterator[str]:
    """The heading, what the figures are, and these."""
    yield heading(level, say("ledger.title"), ANCHOR)
    yield intro
    header = [say(f"ledger.column.{name}") for name in ("item", "number", "text")]
    yield table(header, rows, "ledger")
    yield paragraph(say("ledger.command", command=f"<code>{escape(command)}</code>"))


def _account_rows(accounts: Iterable[Account]) -> Iterator[list[str]]:
    """Where the characters of the sources are, all together; nothing when none were counted."""
    counted = _counted(accounts)
    if not counted:
        return
    for name in FIGURES:
        yield _row(name, sum(getattr(account, name) for account in counted))
    aside: Counter[str] = Counter()
    for account in counted:
        aside.update(account.set_aside)
    known = [reason for reason in REASONS if aside[reason]]
    for reason in (*known, *sorted(set(aside) - set(REASONS))):
        named = say(f"ledger.aside.{reason}") if reason in REASONS else escape(reason)
        yield [named, f"{aside[reason]:,}", say("ledger.aside.text")]
    for name in FAILINGS:
        yield _row(name, sum(getattr(account, name) for account in counted))


def _place_rows(record: IssueRecord) -> Iterator[list[str]]:
    """How many characters must be seen on pages, in the index and in the data."""
    balance = balance_of(record)
    for name in PLACES:
        yield _row(name, getattr(balance, name))


def _row(name: str, number: int) -> list[str]:
    """A figure with its name and its meaning."""
    return [say(f"ledger.{name}"), f"{number:,}", say(f"ledger.{name}.text")]
