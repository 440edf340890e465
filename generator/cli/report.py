"""What the command line shows of an archive: tables and lines, as values."""

import re
from collections.abc import Sequence

from rich.table import Table

from generator.accuracy import READINGS, Change
from generator.accuracy.understanding import count_understood
from generator.model import Accuracy, Archive, Figure, IssueRecord, Measure
from generator.model.finding import count_severities
from generator.publish.kept.site_record import Holdings
from generator.source import count_corrections

UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that would move a terminal's cursor,
turn the direction of its text or end a line, and halves of one."""


def shown(line: str) -> str:
    r"""A line as a terminal may print it, whatever is in a file name.

    A control character is printed as ``\x1b``.
    """
    return UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), line)


def shown_json(text: str) -> str:
    r"""JSON as a terminal may print it: what would move its cursor is ``\u009b``, which says the same."""
    lines = text.split("\n")
    return "\n".join(UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in lines)


def table_of(archive: Archive) -> Table:
    """What was read of each issue, one row an issue."""
    table = Table(box=None, header_style="bold")
    for name in (
        "issue",
        "docs",
        "contents",
        "missing",
        "extra",
        "error",
        "warning",
        "info",
        "corrected",
        "failed",
    ):
        table.add_column(name, justify="left" if name == "issue" else "right", no_wrap=True)
    for record in archive.issues:
        table.add_row(record.id, *map(str, row_of(record)))
    return table


def row_of(record: IssueRecord) -> tuple[int, ...]:
    """The numbers of an issue, for one line of a table.

    Documents, contents, entries and documents without the other, findings, corrections.
    """
    found = count_severities(record.issue.findings).values()
    corrections = count_corrections(record.issue)
    counts = (
        len(record.documents),
        len(record.issue.contents),
        len(record.missing),
        len(record.unannounced),
    )
    return *counts, *found, corrections.applied, corrections.failed


def table_of_figures(id_: str, accuracy: Accuracy) -> Table:
    """The figures of an issue, as the program alone reads it and as it is published.

    The published one has the corrections of people.
    """
    table = Table(title=id_, title_justify="left", box=None, header_style="bold")
    table.add_column("figure", justify="left", no_wrap=True)
    for reading in READINGS:
        for name in (f"{reading}: right", "precision", "recall", "F1"):
            table.add_column(name, justify="right", no_wrap=True)
    published = {figure.name: figure for figure in accuracy.published}
    for figure in accuracy.read:
        table.add_row(figure.name, *cells_of(figure), *cells_of(published.get(figure.name)))
    return table


def cells_of(figure: Figure | None) -> tuple[str, ...]:
    """Right ones of all, precision, recall and F1 of a figure; what it has not is blank."""
    if figure is None:
        return "", "", "", ""
    if isinstance(figure, Measure):
        return f"{figure.hits}/{figure.true}", *(
            f"{part:.3f}" for part in (figure.precision, figure.recall, figure.f1)
        )
    return f"{figure.hits}/{figure.total}", "", "", f"{figure.share:.3f}"


def table_of_changes(changes: Sequence[Change]) -> Table | str:
    """What was lost and gained, what was lost first."""
    if not changes:
        return "No figure changed."
    table = Table(box=None, header_style="bold")
    for name in ("issue", "reading", "figure", "before", "after", "change"):
        table.add_column(
            name, justify="right" if name in {"before", "after", "change"} else "left", no_wrap=True
        )
    for change in changes:
        before, after = (summary_of(figure) for figure in (change.before, change.after))
        table.add_row(
            change.issue, change.reading, change.name, before, after, f"{change.gain:+.3f}"
        )
    return table


def summary_of(figure: Figure | None) -> str:
    """A figure as one number with its counts: 0.998 (234/235)."""
    return f"{figure.value:.3f} ({cells_of(figure)[0]})" if figure else ""


def understanding_line(archive: Archive) -> str:
    """How many of all 《titles》 and numbers lead to a document, to the register, or nowhere.

    The register is that of cited documents.
    """
    understood = count_understood(archive.documents)
    total = understood.total or 1
    named = (
        ("document", understood.linked),
        ("register", understood.registered),
        ("not understood", len(understood.unread)),
    )
    parts = (f"{name} {number} ({number / total:.1%})" for name, number in named)
    return f"citations {understood.total}: {', '.join(parts)}"


def count(held: Holdings) -> str:
    """What an archive holds, in words."""
    return f"{held.gazettes} gazettes, {held.issues} issues, {held.documents} documents"
