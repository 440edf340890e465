"""How many characters of sources are shown as they were printed, as facts of a report."""

from collections.abc import Sequence

from generator.model import Issue
from generator.words.say import say
from generator.words.wording import percent


def untouched(issues: Sequence[Issue]) -> str:
    """The share of the characters of sources that are shown as they were; what was set aside is no part of it."""
    characters = sum(issue.characters for issue in issues)
    touched = sum(
        issue.changed + issue.account.lost + issue.account.unexplained for issue in issues
    )
    shown = max(0, characters - touched)
    return percent(shown, characters) if characters else say("quality.unmeasured")


def character_facts(issues: Sequence[Issue]) -> list[tuple[str, list[str]]]:
    """Characters of the sources, those that were changed, and the share of the others.

    Nothing when they were not counted.
    """
    characters = sum(issue.characters for issue in issues)
    if not characters:
        return []
    source = sum(issue.account.source or issue.characters for issue in issues)
    changed = sum(issue.changed for issue in issues)
    return [
        (say("quality.source_characters"), [say("quality.without_blanks", n=source)]),
        (say("ledger.changed"), [say("quality.without_marks", n=changed)]),
        (say("quality.untouched"), [untouched(issues)]),
    ]
