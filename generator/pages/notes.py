"""校勘记: what the reader of the source repaired, doubted or lost in a document."""

from collections.abc import Sequence

from generator.model import Document, Finding, Issue
from generator.pages.escape import escape
from generator.pages.markdown import heading, table
from generator.pages.wording import SEVERITIES


def findings_of(issue: Issue, document: Document) -> tuple[Finding, ...]:
    """Findings on the lines of a document."""
    if not document.lines:
        return ()
    first, last = document.lines[0], document.lines[-1]
    return tuple(finding for finding in issue.findings if first <= finding.line <= last)


def notes_markdown(findings: Sequence[Finding]) -> str:
    """The section of notes, empty when nothing was found."""
    if not findings:
        return ""
    rows = (
        [f"{finding.line}", SEVERITIES[finding.severity], _reading(finding), escape(finding.message)]
        for finding in findings
    )
    return f"{heading(2, '校勘记', 'notes')}\n\n{table(['原文行', '类别', '原文与录文', '说明'], rows)}"


def _reading(finding: Finding) -> str:
    """也 → 〔, or the text alone when it was kept."""
    found = escape(finding.found) or ("（空白）" if finding.found else "")
    correct = escape(finding.correct)
    return f"{found} → {correct}" if correct else found
