"""校勘记: what the reader of the source repaired, doubted or lost in a document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.model import Document, Finding, Issue, IssueRecord
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import EDITORIAL, heading, table
from generator.words.say import say
from generator.words.wording import SEVERITIES, join_names, severity_word

_ORDER = ("error", "warning", "info")
Anchors = Mapping[int, str]
"""Anchor of what is on a source line."""
NOWHERE: Anchors = MappingProxyType({})


def findings_of(issue: Issue, document: Document) -> tuple[Finding, ...]:
    """Findings on the lines of a document."""
    if not document.lines:
        return ()
    first, last = document.lines[0], document.lines[-1]
    return tuple(finding for finding in issue.findings if first <= finding.line <= last)


def findings_outside(record: IssueRecord) -> tuple[Finding, ...]:
    """Findings on masthead and contents, and on any other line that no document holds."""
    spans = [entry.document.lines for entry in record.documents if entry.document.lines]

    def is_outside(finding: Finding) -> bool:
        return not any(lines[0] <= finding.line <= lines[-1] for lines in spans)

    return tuple(filter(is_outside, record.issue.findings))


def count_findings(findings: Iterable[Finding]) -> str:
    """How much was found, in words: 订正12处，存疑1处; empty when nothing was."""
    counts: Counter[str] = Counter(finding.severity for finding in findings)
    present = [severity for severity in SEVERITIES if counts[severity]]
    counted = (say(f"notes.count.{severity}", n=counts[severity]) for severity in present)
    return say("list.comma").join(counted)


def notes_link(findings: Sequence[Finding]) -> str:
    """How much was found, as a link to the notes on the page."""
    return f"[{count_findings(findings)}](#notes)" if findings else ""


def notes_markdown(findings: Sequence[Finding], anchors: Anchors) -> str:
    """The section of notes, empty when nothing was found."""
    if not findings:
        return ""
    title = heading(2, say("notes.heading"), "notes", EDITORIAL)
    return f"{title}\n\n{notes_table(findings, anchors)}"


def notes_table(findings: Sequence[Finding], anchors: Anchors = NOWHERE) -> str:
    """Findings as a table.

    The doubtful first, findings of one kind in one row, each reading with its source lines.
    """
    kinds: dict[tuple[str, str], list[Finding]] = {}
    for finding in sorted(findings, key=_worst_first):
        kinds.setdefault((finding.severity, finding.message), []).append(finding)
    rows = (
        [severity_word(severity), escape(message), "<br>".join(_readings(found, anchors))]
        for (severity, message), found in kinds.items()
    )
    header = [say("notes.severity"), say("notes.message"), say("notes.readings")]
    return table(header, rows, "notes")


def _worst_first(finding: Finding) -> tuple[int, int]:
    """Sort key: by severity, then by line."""
    return _ORDER.index(finding.severity), finding.line


def _readings(findings: Sequence[Finding], anchors: Anchors) -> Iterator[str]:
    """Each reading once, with all its lines: 也 → 〔　第286、300行."""
    lines: dict[str, Counter[int]] = {}
    for finding in findings:
        lines.setdefault(_reading(finding), Counter())[finding.line] += 1
    for reading, where in lines.items():
        places = _places(where, anchors)
        both = reading and places
        yield say("notes.reading", reading=reading, places=places) if both else reading or places


def _places(lines: Counter[int], anchors: Anchors) -> str:
    """Source lines, each linked to what is there: 第35、49（2处）行; nothing for the file as a whole."""
    places = [_place(line, anchors.get(line), times) for line, times in lines.items() if line]
    if not places:
        return ""
    return say("notes.lines", lines=join_names(places), n=len(places))


def _place(line: int, anchor: str | None, times: int) -> str:
    """A source line, and how often something was found on it.

    It is a link when it is known where its text is.
    """
    place = f"[{line}](#{anchor})" if anchor else f"{line}"
    return say("notes.line_and_times", line=place, n=times) if times > 1 else place


def _reading(finding: Finding) -> str:
    """也 → 〔, or the text alone when it was kept."""
    found = escape(finding.found) or (say("notes.blank") if finding.found else "")
    correct = escape(finding.correct)
    return f"{found} → {correct}" if correct else found
