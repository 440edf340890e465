"""Where the characters of sources are, as rows of a report: kept, changed, set aside, lost, unexplained."""

from collections import Counter
from collections.abc import Sequence

from generator.model import Issue
from generator.pages.writing.escape import escape
from generator.words.say import say
from generator.words.wording import percent

REASONS = ("menu", "head", "noscript", "template", "script", "comment", "tag", "entity")
"""Why characters are set aside, what people can read first; messages name each."""
COUNTED = ("marks", "furniture", "form", "moved", "lost")
"""Figures of an account that are shown where they are not 0, in this order."""


def untouched(issues: Sequence[Issue]) -> str:
    """The share of the characters of sources that are shown as they were; what was set aside is no part of it."""
    characters = sum(issue.characters for issue in issues)
    touched = sum(
        issue.changed + issue.account.lost + issue.account.unexplained for issue in issues
    )
    shown = max(0, characters - touched)
    return percent(shown, characters) if characters else say("quality.unmeasured")


def character_facts(issues: Sequence[Issue]) -> list[tuple[str, list[str]]]:
    """Characters of the sources, those that were changed, set aside or lost, and the share of the others.

    Nothing when they were not counted.
    """
    characters = sum(issue.characters for issue in issues)
    if not characters:
        return []
    source = sum(issue.account.source or issue.characters for issue in issues)
    changed = sum(issue.changed for issue in issues)
    return [
        (say("quality.source_characters"), [say("quality.without_blanks", n=source)]),
        *_set_aside(issues),
        (say("quality.changed_characters"), [say("quality.without_marks", n=changed)]),
        *_counted(issues),
        *_unexplained(issues),
        (say("quality.untouched"), [untouched(issues)]),
    ]


def _set_aside(issues: Sequence[Issue]) -> list[tuple[str, list[str]]]:
    """What is no text of the gazettes, by reason."""
    aside: Counter[str] = Counter()
    for issue in issues:
        aside.update(issue.account.set_aside)
    named = [say(f"set_aside.{reason}", n=aside[reason]) for reason in REASONS if aside[reason]]
    named += [
        f"{escape(name)} {n:,}" for name, n in sorted(aside.items()) if name not in REASONS and n
    ]
    return [(say("quality.set_aside"), named)] if named else []


def _counted(issues: Sequence[Issue]) -> list[tuple[str, list[str]]]:
    """The other figures of the accounts."""
    counts = {name: sum(getattr(issue.account, name) for issue in issues) for name in COUNTED}
    return [
        (say(f"quality.{name}"), [say("amount.characters", n=n)]) for name, n in counts.items() if n
    ]


def _unexplained(issues: Sequence[Issue]) -> list[tuple[str, list[str]]]:
    """What no account explains; nothing is said where none was made."""
    accounts = [issue.account for issue in issues if issue.account.source]
    if not accounts:
        return []
    n = sum(one.wrong for one in accounts)
    said = say("amount.characters", n=n) if n else say("quality.nothing")
    return [(say("quality.unexplained"), [said])]
