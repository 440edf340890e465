"""校勘记: what the reader of the source repaired, doubted or lost in a document."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from generator.model import Document, Finding, Issue
from generator.pages.escape import escape
from generator.pages.markdown import heading, table
from generator.pages.wording import SEVERITIES

_ORDER = ("error", "warning", "info")


def findings_of(issue: Issue, document: Document) -> tuple[Finding, ...]:
    """Findings on the lines of a document."""
    if not document.lines:
        return ()
    first, last = document.lines[0], document.lines[-1]
    return tuple(finding for finding in issue.findings if first <= finding.line <= last)


def findings_outside(issue: Issue) -> tuple[Finding, ...]:
    """Findings on masthead and contents, and on any other line that no document holds."""
    spans = [(document.lines[0], document.lines[-1]) for document in issue.documents if document.lines]
    return tuple(
        finding for finding in issue.findings if not any(first <= finding.line <= last for first, last in spans)
    )


def notes_markdown(findings: Sequence[Finding]) -> str:
    """The section of notes, empty when nothing was found."""
    return f"{heading(2, '校勘记', 'notes')}\n\n{notes_table(findings)}" if findings else ""


def notes_table(findings: Sequence[Finding]) -> str:
    """Findings as a table; the doubtful comes first, the same repair is one row."""
    lines: dict[Finding, Counter[int]] = {}
    for finding in sorted(findings, key=lambda finding: (_ORDER.index(finding.severity), finding.line)):
        lines.setdefault(replace(finding, line=0), Counter())[finding.line] += 1
    rows = (
        [_places(where), SEVERITIES[kind.severity], _reading(kind), escape(kind.message)]
        for kind, where in lines.items()
    )
    return table(["原文行", "类别", "原文与录文", "说明"], rows)


def _places(lines: Counter[int]) -> str:
    """Source lines: 35、49（2处）."""
    return "、".join(f"{line}（{times}处）" if times > 1 else f"{line}" for line, times in lines.items())


def _reading(finding: Finding) -> str:
    """也 → 〔, or the text alone when it was kept."""
    found = escape(finding.found) or ("（空白）" if finding.found else "")
    correct = escape(finding.correct)
    return f"{found} → {correct}" if correct else found
