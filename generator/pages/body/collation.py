"""校勘记: what the reader of the source lost, doubted or repaired in a document, as an editor's apparatus.

Losses come first, then doubts, then what is read otherwise; what was taken away and is no text (marks of the
recogniser, what every page repeats) is one line at the end.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from msgspec import UnsetType

from generator.model import Document, Finding, Issue, IssueRecord
from generator.pages.writing.damage import is_damage, row_anchor
from generator.pages.writing.escape import escape, escape_html
from generator.pages.writing.markdown import EDITORIAL, heading, paragraph, table
from generator.pages.writing.marks import touching_findings
from generator.pages.writing.source_lines import LineLinks
from generator.words.finding_kinds import MARK_KINDS
from generator.words.say import say
from generator.words.wording import cut, date_words, join_names

GROUPS = ("error", "warning", "info", "marks")
"""The groups of findings, in the order in which readers see them."""
LONGEST_READING = 60
"""Longest text of the source that a row shows, in characters."""
MOST_LINES = 12
"""Most source lines of the removed marks that are shown without being asked for."""
_OF_VALUES = ("element", "issue")
"""Operations of people that set a value, which the data have in their own form."""
Anchors = Mapping[int, str]
"""Anchor of what is on a source line."""


class Places(NamedTuple):
    """Where the lines of findings are: on the page, and in the source where that is shown."""

    anchors: Anchors = MappingProxyType({})
    lines: LineLinks | None = None


NOWHERE = Places()


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


def group_of(finding: Finding) -> str:
    """The group of a finding: its severity, and ``marks`` for a removal of what is no text."""
    is_mark = finding.kind in MARK_KINDS and not finding.correct
    return "marks" if is_mark and finding.severity == "info" else finding.severity


def count_groups(findings: Iterable[Finding]) -> Counter[str]:
    """How much was found, by group; what is said of the same damaged characters is one thing."""
    counts: Counter[str] = Counter()
    damage: dict[int, list[Finding]] = {}
    for finding in findings:
        if is_damage(finding):
            damage.setdefault(finding.line, []).append(finding)
        else:
            counts[group_of(finding)] += 1
    counts["error"] = sum(len(touching_findings(found)) for found in damage.values())
    return counts


def count_findings(findings: Iterable[Finding]) -> str:
    """How much was found, in words: 缺失错乱1处，订正12处; empty when nothing was."""
    return count_words(count_groups(findings))


def count_words(counts: Mapping[str, int]) -> str:
    """Counts of groups in words; empty when all are 0."""
    counted = (
        say(f"notes.count.{group}", n=counts[group]) for group in GROUPS if counts.get(group)
    )
    return say("list.comma").join(counted)


def notes_link(findings: Sequence[Finding]) -> str:
    """How much was found, as a link to the notes on the page."""
    return f"[{count_findings(findings)}](#notes)" if findings else ""


def notes_markdown(
    findings: Sequence[Finding], anchors: Anchors, lines: LineLinks | None = None
) -> str:
    """The section of notes, empty when nothing was found."""
    if not findings:
        return ""
    title = heading(2, say("notes.heading"), "notes", EDITORIAL)
    counted = paragraph(say("notes.counted", counts=count_findings(findings)), EDITORIAL)
    return "\n\n".join([title, counted, *notes_groups(findings, Places(anchors, lines))])


def notes_groups(findings: Sequence[Finding], where: Places = NOWHERE) -> Iterator[str]:
    """The findings by their groups: a heading and a table for each, and a line for the removed marks."""
    groups: dict[str, list[Finding]] = {name: [] for name in GROUPS}
    for finding in sorted(findings, key=lambda finding: finding.line):
        groups[group_of(finding)].append(finding)
    for name in GROUPS[:-1]:
        if groups[name]:
            yield heading(3, say(f"notes.group.{name}"), f"notes-{name}", EDITORIAL)
            header = [say(f"notes.column.{column}") for column in ("place", "found", "read", "why")]
            yield table(header, _rows(groups[name], where), f"notes notes-{name}")
    if groups["marks"]:
        yield _removed(groups["marks"], where)


def _rows(findings: Sequence[Finding], where: Places) -> Iterator[list[str]]:
    """The rows of a group: where, what the source has, what is read, and why.

    The same reading for the same reason is one row; damage, to which the text leads, has rows of its own.
    """
    if findings and is_damage(findings[0]):
        yield from _damage_rows(findings, where)
        return
    rows: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        key = finding.message, finding.found, finding.correct
        rows.setdefault(key, []).append(finding)
    for found in rows.values():
        place = places(Counter(finding.line for finding in found), where)
        quoted = _quoted(_worded(found[0], found[0].found))
        yield [place, quoted, _read(found[0]), escape(found[0].message)]


def _damage_rows(findings: Iterable[Finding], where: Places) -> Iterator[list[str]]:
    """The rows of damage: one for all that is said of the same characters of a line."""
    for line, found in groupby(findings, key=lambda finding: finding.line):
        for nth, together in enumerate(touching_findings(found)):
            place = places(Counter([line]), where)
            if nth == 0:
                place = f'<span id="{row_anchor(line)}">{place}</span>'
            quoted = max((finding.found for finding in together), key=len)
            reasons = dict.fromkeys(finding.message for finding in together)
            yield [place, _quoted(quoted), _read(together[0]), "<br>".join(map(escape, reasons))]


def places(lines: Counter[int], where: Places) -> str:
    """Source lines, each linked to what is there: 第35、49（2处）行; nothing for the file as a whole.

    Each leads to the source, too, where it is shown.
    """
    numbers = [line for line in lines if line]
    if not numbers:
        return ""
    if len(numbers) == 1:
        return _with_source(
            _lines([_place(numbers[0], lines[numbers[0]], where)]), numbers[0], where
        )
    linked = (_with_source(_place(line, lines[line], where), line, where) for line in numbers)
    return _lines(list(linked))


def _lines(linked: Sequence[str]) -> str:
    """The numbers of lines: 第35、49行."""
    return say("notes.lines", lines=join_names(linked), n=len(linked))


def _with_source(place: str, line: int, where: Places) -> str:
    """A place with a link to its line of the source: 第35行（原文）; none where the place is one."""
    if not (where.lines and where.lines.shown) or where.anchors.get(line) is None:
        return place
    source = where.lines.words(say("source.line_word"), line)
    return say("notes.with_source", places=place, source=source)


def _place(line: int, times: int, where: Places) -> str:
    """A source line, and how often something was found on it.

    It is a link to its text on the page, or to the source where the page has none.
    """
    anchor = where.anchors.get(line)
    place = f"[{line}](#{anchor})" if anchor else f"{line}"
    if where.lines and not anchor:
        place = where.lines.words(place, line)
    return say("notes.line_and_times", line=place, n=times) if times > 1 else place


def _quoted(text: str) -> str:
    """A text of the source, cut where it is long; blanks are said in words."""
    return escape(cut(text, LONGEST_READING)) or (say("notes.blank") if text else "")


def _worded(finding: Finding, text: str) -> str:
    """A text of a finding, a date that a person has set as readers see all dates: 2020年6月1日 for ``2020-06-01``."""
    provenance = finding.provenance
    if isinstance(provenance, UnsetType) or provenance.operation not in _OF_VALUES:
        return text
    return date_words(text)


def _read(finding: Finding) -> str:
    """What is read for what the source has: as it is where it was kept, nothing where it was taken away."""
    if finding.correct:
        return _quoted(_worded(finding, finding.correct))
    if not finding.found:
        return ""
    return say("notes.removed") if finding.severity == "info" else say("notes.kept")


def _removed(findings: Sequence[Finding], where: Places) -> str:
    """One line for the marks that were taken away, with their source lines; of many only where they are asked for."""
    lines = Counter(finding.line for finding in findings)
    count = sum(lines.values())
    if len(lines) <= MOST_LINES:
        return paragraph(say("notes.marks", n=count, places=places(lines, where)), EDITORIAL)
    summary = escape_html(say("notes.marks_many", n=count))
    listed = places(lines, where)
    return f'<details class="notes-marks" markdown="1">\n<summary>{summary}</summary>\n\n{listed}\n\n</details>'
