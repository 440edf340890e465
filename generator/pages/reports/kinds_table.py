"""What was found in issues, by kind, as a section of a report on quality."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from generator.model import Issue
from generator.pages.body.collation import GROUPS, group_of
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import heading, paragraph, table
from generator.words.finding_kinds import KINDS, name_kind
from generator.words.say import say


def kinds_markdown(issues: Sequence[Issue], found: Counter[str], level: int) -> Iterator[str]:
    """How often each kind of finding occurs, and what it means.

    Losses come first, then doubts, then what was put right, then the marks that were taken away.

    :param found: how much was found, by group; places of two issues are never one
    :param level: that of the heading
    """
    counts: Counter[tuple[str, str]] = Counter()
    for finding in chain.from_iterable(issue.findings for issue in issues):
        counts[group_of(finding), finding.kind] += finding.times
    if not counts:
        return
    yield heading(level, say("quality.kinds"), "kinds")
    if found.total() < counts.total():
        yield paragraph(say("quality.kinds_overlap"))
    kinds = [*KINDS, *(kind for _, kind in counts)]

    def as_explained(key: tuple[str, str]) -> tuple[int, int]:
        """Sort key: by group, then in the order of the explanations."""
        group, kind = key
        return GROUPS.index(group), kinds.index(kind)

    rows = (_kind_row(*key, counts[key]) for key in sorted(counts, key=as_explained))
    header = [say(f"quality.column.{name}") for name in ("severity", "kind", "number", "text")]
    yield table(header, rows, "findings")


def _kind_row(group: str, kind: str, number: int) -> list[str]:
    """Group, name, count and explanation of a kind."""
    name, explanation = name_kind(kind)
    return [say(f"notes.group.{group}"), escape(name), f"{number:,}", escape(explanation)]
