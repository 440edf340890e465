"""逐字核对: where each character of a source is, and how many must be seen where.

``python -m generator prove`` holds the same figures against what was published.
"""

from collections.abc import Iterator

from generator.model import Account, IssueRecord
from generator.pages.reports.character_facts import REASONS
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import heading, paragraph, table
from generator.visible import balance_of
from generator.words.say import say

ANCHOR = "ledger"
"""Anchor of the section on the report of an issue."""

FIGURES = ("source", "kept", "changed", "marks", "furniture", "form")
"""Figures of an account that add up to its source, with those of :data:`FAILINGS` and what was set aside."""
FAILINGS = ("lost", "unexplained", "added", "disordered", "moved")
PLACES = ("pages", "index", "data")


def ledger_markdown(record: IssueRecord) -> Iterator[str]:
    """The section of an issue: the figures, what they mean, and the command that repeats them."""
    account = record.issue.account
    yield heading(2, say("ledger.title"), ANCHOR)
    yield say("ledger.intro") if account.source else say("ledger.uncounted")
    rows = [*(_account_rows(account) if account.source else ()), *_place_rows(record)]
    header = [say(f"ledger.column.{name}") for name in ("item", "number", "text")]
    yield table(header, rows, "ledger")
    command = f"<code>python -m generator prove {escape(record.id)}</code>"
    yield paragraph(say("ledger.command", command=command))


def account_words(record: IssueRecord) -> str:
    """Whether every character of a source is accounted for, in a few words."""
    account = record.issue.account
    if not account.source:
        return say("quality.unmeasured")
    return say("ledger.all") if account.holds else say("ledger.some", n=account.wrong)


def _account_rows(account: Account) -> Iterator[list[str]]:
    """Where the characters of the source are."""
    for name in FIGURES:
        yield _row(name, getattr(account, name))
    for reason, number in account.set_aside.items():
        named = say(f"ledger.aside.{reason}") if reason in REASONS else escape(reason)
        yield [named, f"{number:,}", say("ledger.aside.text")]
    for name in FAILINGS:
        yield _row(name, getattr(account, name))


def _place_rows(record: IssueRecord) -> Iterator[list[str]]:
    """How many characters must be seen on pages, in the index and in the data."""
    balance = balance_of(record)
    for name in PLACES:
        yield _row(name, getattr(balance, name))


def _row(name: str, number: int) -> list[str]:
    """A figure with its name and its meaning."""
    return [say(f"ledger.{name}"), f"{number:,}", say(f"ledger.{name}.text")]
