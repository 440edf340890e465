"""校勘记: what the reader of the source lost, doubted or repaired in a document, as an editor's apparatus.

Losses come first, then doubts, then what is read otherwise; what was taken away and is no text (marks of the
recogniser, what every page repeats) is one line at the end.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from types import MappingProxyType
from typing import NamedTuple

from msgspec import UnsetType

from generator.model import Document, Finding, Issue, IssueRecord
from generator.model.correction import CHANGING
from generator.model.issue import findings_on
from generator.pages.writing.damage import is_damage, row_anchor
from generator.pages.writing.escape import escape, escape_html
from generator.pages.writing.furnish import HALF_WIDTH
from generator.pages.writing.markdown import EDITORIAL, heading, paragraph, table
from generator.pages.writing.marks import touching_findings
from generator.pages.writing.source_lines import LineLinks
from generator.words.finding_kinds import MARK_KINDS, name_kind
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
    """Findings on the lines of a document, each as often as it was found."""
    return tuple(chain.from_iterable(one.each() for one in findings_on(issue, document)))


def findings_outside(record: IssueRecord) -> tuple[Finding, ...]:
    """Findings on masthead and contents, and on any other line that no document holds.

    Each is there as often as it was found.
    """
    spans = [entry.document.lines for entry in record.documents if entry.document.lines]

    def is_outside(finding: Finding) -> bool:
        return not any(lines[0] <= finding.line <= lines[-1] for lines in spans)

    outside = filter(is_outside, record.issue.findings)
    return tuple(chain.from_iterable(finding.each() for finding in outside))


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
            counts[group_of(finding)] += finding.times
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
    findings: Sequence[Finding], anchors: Anchors, lines: LineLinks | None = None, half: int = 0
) -> str:
    """The section of notes, empty when there is nothing to say.

    :param half: how many half-width marks a script shows as Chinese print has them
    """
    if not findings and not half:
        return ""
    blocks = [heading(2, say("notes.heading"), "notes", EDITORIAL)]
    if findings:
        counted = say("notes.counted", counts=count_findings(findings))
        blocks += [paragraph(counted, EDITORIAL), *notes_groups(findings, Places(anchors, lines))]
    if half:
        blocks.append(paragraph(say("notes.half_width", n=half), EDITORIAL, HALF_WIDTH))
    return "\n\n".join(blocks)


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
            yield [place, _quoted(quoted), _read(together[0]), "<br>".join(_reasons(together))]


def _reasons(findings: Sequence[Finding]) -> list[str]:
    """Why the same characters are damaged: what people say of them, else what the program does."""
    people = [one for one in findings if not isinstance(one.provenance, UnsetType)]
    return list(map(escape, dict.fromkeys(one.message for one in people or findings)))


def places(lines: Counter[int], where: Places) -> str:
    """Source lines, each linked to what is there: 第35、49（2处）行; nothing for the file as a whole.

    Where the source is shown each leads to it too, and to it alone where nothing of them is on the page.
    """
    held = {line: times for line, times in lines.items() if line}
    links = where.lines if where.lines and where.lines.shown else None
    if not held:
        return ""
    if links and not any(line in where.anchors for line in held):
        linked = [_times(links.words(f"{line}", line), times) for line, times in held.items()]
        return say("notes.source_lines", lines=join_names(linked), n=len(linked))
    linked = [_times(_place(line, where.anchors), times) for line, times in held.items()]
    if links and len(held) > 1:
        linked = [_with_source(*one, links) for one in zip(linked, held, strict=True)]
    said = say("notes.lines", lines=join_names(linked), n=len(linked))
    return _with_source(said, next(iter(held)), links) if links and len(held) == 1 else said


def _with_source(place: str, line: int, links: LineLinks) -> str:
    """A place with a link to its line of the source: 第35行（原文）."""
    source = links.words(say("source.line_word"), line)
    return say("notes.with_source", places=place, source=source)


def _place(line: int, anchors: Anchors) -> str:
    """A source line, as a link when it is known where its text is."""
    anchor = anchors.get(line)
    return f"[{line}](#{anchor})" if anchor else f"{line}"


def _times(place: str, times: int) -> str:
    """A place, and how often something was found there."""
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
    """What is read for what the source has: what it is now, or that it was kept, moved or taken away."""
    if finding.correct:
        return _quoted(_worded(finding, finding.correct))
    if not finding.found:
        return ""
    if finding.severity != "info":
        return say("notes.kept")
    said = finding.provenance
    if isinstance(said, UnsetType) or said.operation in CHANGING:
        return say("notes.removed")
    return say("notes.moved") if said.operation == "move" else say("notes.unchanged")


def _removed(findings: Sequence[Finding], where: Places) -> str:
    """One line for the marks that were taken away, with their source lines; of many only where they are asked for.

    Nothing of them is on the page, so that they lead to the source where that is shown.
    """
    lines = Counter(finding.line for finding in findings)
    count = sum(lines.values())
    shown = where.lines and where.lines.shown
    listed = places(lines, Places(lines=where.lines) if shown else where)
    found = {finding.kind for finding in findings}
    kinds = join_names([name_kind(kind)[0] for kind in MARK_KINDS if kind in found])
    if len(lines) <= MOST_LINES:
        return paragraph(say("notes.marks", n=count, kinds=kinds, places=listed), EDITORIAL)
    summary = escape_html(say("notes.marks_many", n=count, kinds=kinds))
    return f'<details class="notes-marks" markdown="1">\n<summary>{summary}</summary>\n\n{listed}\n\n</details>'
