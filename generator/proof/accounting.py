"""Each visible character of a source → what explains it.

Two steps: the visible characters of the bytes are those of the reader's lines, in order; and those of
each group of lines are those of the values that were made of it, but for what a finding says.
"""

import html
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from generator.lexicon.characters import HAN
from generator.model import Account, Finding, Issue
from generator.proof.alignment import Explained, differences
from generator.proof.corrected_characters import Corrected, Pool
from generator.proof.furniture_reasons import without_reasons
from generator.proof.issue_pieces import Piece, pieces_of
from generator.proof.line_groups import Entry, Group, Printed, entries_of, explain, groups_of
from generator.proof.order.cells_in_place import find_moved_cells, lines_of_tables, rows_of
from generator.proof.order.rosters_in_order import find_disordered_rosters
from generator.proof.plain import Plain, read_plain
from generator.proof.shown_text import Reading
from generator.proof.visible_text import Aside, count_visible, visible
from generator.words.say import say

UNEXPLAINED = "unexplained"
"""Kind of the findings on characters that nothing explains."""
OWN = (UNEXPLAINED, "set-aside")
"""Kinds of finding that an account makes."""
LONGEST_FOOTNOTE = 12
"""Lines of the source from the first of a footnote in which the others are, blank ones counted."""
_CONTROL = re.compile(r"U\+([0-9A-F]{4,6})(?:×(\d+))?")
_WORDS = frozenset(("head", "noscript", "template", "hidden"))
"""Reasons for which words are set aside that people could read."""
_TITLE = re.compile(r"<title\b[^<>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_FRAME = re.compile(r"""\ssrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
"""The page inside a frame, which is in its tag."""
_SAID = re.compile(rf"""(?:alt|title|placeholder|value)\s*=\s*["']([^"'<>]*{HAN}[^"'<>]*)["']""")
"""What a tag says to people: the words in the place of a picture."""


def prove_issue(issue: Issue, data: bytes, printed: Printed) -> Issue:
    """The issue with its account, its counts of characters, and the findings of the account.

    :param data: the bytes of the source
    :param printed: its lines as the reader numbered them (``Read.printed``)
    """
    earlier = tuple(finding for finding in issue.findings if finding.kind not in OWN)
    bare = msgspec.structs.replace(issue, findings=earlier)
    account, findings = account_for(bare, data, printed)
    return msgspec.structs.replace(
        bare,
        findings=tuple(sorted((*bare.findings, *findings), key=lambda finding: finding.line)),
        characters=account.source - account.aside + account.set_aside.get("menu", 0),
        changed=account.changed,
        account=account,
    )


def account_for(issue: Issue, data: bytes, printed: Printed) -> tuple[Account, list[Finding]]:
    """Where each character of a source is, and a finding for what was set aside or is not explained."""
    entries = entries_of(printed)
    plain = read_plain(data, Reading("".join(entry.text for entry in entries)))
    counts: Counter[str] = Counter()
    issue = _believed(issue, printed)
    findings = [
        *_against_lines(plain, entries, counts),
        *_against_controls(plain.aside, issue.findings, counts),
        *_against_issue(issue, entries, counts),
        *_against_cells(issue, printed, counts),
    ]
    aside: Counter[str] = Counter(menu=counts.pop("menu", 0))
    for one in plain.aside:
        if one.reason != "control":
            aside[one.reason] += one.characters
    findings += _set_aside(plain.aside)
    return _account(plain.source, counts, +aside), findings


def _believed(issue: Issue, printed: Printed) -> Issue:
    """The issue without the findings that call a line furniture, where nothing on the page shows that it is."""
    doubted = frozenset(without_reasons(issue.findings, printed))
    if not doubted:
        return issue
    kept = tuple(finding for finding in issue.findings if finding not in doubted)
    return msgspec.structs.replace(issue, findings=kept)


def _account(source: int, counts: Counter[str], aside: Counter[str]) -> Account:
    """The figures; what is kept is all that nothing else was counted for."""
    elsewhere = sum(
        counts[name] for name in ("changed", "marks", "furniture", "form", "lost", "unexplained")
    )
    return Account(
        source=source,
        kept=max(0, source - elsewhere - aside.total()),
        set_aside=dict(aside),
        **{
            name: counts[name]
            for name in (
                "changed", "marks", "furniture", "form", "lost", "unexplained", "added", "disordered", "moved",
            )
        },
    )  # fmt: skip


def _against_lines(
    plain: Plain, entries: Sequence[Entry], counts: Counter[str]
) -> Iterator[Finding]:
    """What the bytes have and the reader's lines have not, and the other way round."""
    source = "".join(plain.lines)
    read = "".join(entry.text for entry in entries)
    if source == read:
        return
    ends = list(accumulate(map(len, plain.lines)))
    for start, end, begin, stop in differences(source, read):
        line = bisect_right(ends, start) + 1
        yield from _unexplained("missing", min(line, len(ends)), source[start:end], counts)
        yield from _unexplained("added", min(line, len(ends)), read[begin:stop], counts)


def _against_controls(
    aside: Iterable[Aside], findings: Iterable[Finding], counts: Counter[str]
) -> Iterator[Finding]:
    """Control characters that were removed without a finding."""
    said: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        if finding.kind == "control-character":
            for code, times in _CONTROL.findall(finding.found):
                said[finding.line][chr(int(code, 16))] += int(times or 1)
    for one in aside:
        if one.reason == "control":
            unsaid = "".join((Counter(one.text) - said[one.line]).elements())
            counts["marks"] += one.characters - count_visible(unsaid)
            yield from _unexplained("missing", one.line, visible(unsaid), counts)


def _against_issue(
    issue: Issue, entries: Sequence[Entry], counts: Counter[str]
) -> Iterator[Finding]:
    """What the reader's lines have and the issue has not, and the other way round."""
    corrections = [finding for finding in issue.findings if finding.kind == "correction"]
    corrected = {finding.line for finding in corrections}
    pieces = list(pieces_of(issue))
    explained = [(group, explain(group, corrected)) for group in groups_of(issue, entries, pieces)]
    said = Corrected(issue.findings, explained)
    elsewhere, form = Pool(), Pool()
    taken: list[tuple[Group, str]] = []
    for group, one in explained:
        if one.counts:
            counts.update(one.counts)
        if one.missing:
            missing, moved = said.movable.split(one.missing)
            elsewhere.add(moved)
            taken.append((group, moved))
            counts["changed"] += len(moved)
            yield from _unexplained("missing", group.first, missing, counts)
    for _, one in explained:
        if one.form:
            form.add(said.movable.split(one.form)[1])
    yield from _added(explained, (elsewhere, form, said.come), counts)
    for group, moved in reversed(taken):
        nowhere, _ = said.gone.split(elsewhere.split(moved)[1])
        counts["changed"] -= len(nowhere)
        yield from _unexplained("missing", group.first, nowhere, counts)
    yield from _against_order(
        pieces, entries, corrected | _lines_set_below(issue.findings, pieces), counts
    )


def _added(
    explained: Iterable[tuple[Group, Explained]],
    pools: tuple[Pool, Pool, Pool],
    counts: Counter[str],
) -> Iterator[Finding]:
    """What the issue has and the reader's lines have not, and what is in another order.

    :param pools: the characters that were moved, those of the form of an element, and those that people added
    """
    elsewhere, form, come = pools
    for group, one in explained:
        if one.added:
            left, moved = elsewhere.split(one.added)
            new, shaped = form.split(left)
            added, _ = come.split(new)
            counts.update(moved=len(moved) + len(shaped), changed=-len(moved), form=-len(shaped))
            yield from _unexplained("added", group.first, added, counts)
        yield from _unexplained("disordered", group.first, one.disordered, counts)


def _lines_set_below(findings: Iterable[Finding], pieces: Iterable[Piece]) -> set[int]:
    """The lines of footnotes that a finding quotes, which are below the sentence in which they are printed."""
    notes = [
        (finding.line, visible(finding.found))
        for finding in findings
        if finding.kind == "footnote" and finding.severity == "info"
    ]
    if not notes:
        return set()
    return {
        piece.lines[0]
        for piece in pieces
        for first, text in notes
        if 0 <= piece.lines[0] - first < LONGEST_FOOTNOTE and piece.text in text
    }


def _against_order(
    pieces: Sequence[Piece], entries: Sequence[Entry], said: set[int], counts: Counter[str]
) -> Iterator[Finding]:
    """Texts that are before others that the source has before them.

    :param said: lines of which a finding says that they are in another place
    """
    places: dict[int, int] = {}
    for entry in entries:
        places.setdefault(entry.number, len(places))
    last: Counter[int] = Counter()
    for piece in pieces:
        if not piece.chain:
            continue
        place = places.get(piece.lines[0], 0)
        if not said.isdisjoint(piece.lines):
            counts["moved"] += len(piece.text) if place < last[piece.chain] else 0
        elif place < last[piece.chain]:
            yield from _unexplained("disordered", piece.lines[0], piece.text, counts)
        else:
            last[piece.chain] = place


def _against_cells(issue: Issue, printed: Printed, counts: Counter[str]) -> Iterator[Finding]:
    """Rows whose texts are in other cells than their lines have them, and people with the posts of others."""
    wanted = lines_of_tables(issue)
    moved = find_moved_cells(issue, rows_of(one for one in printed if one[0] in wanted))
    for line, text in (*moved, *find_disordered_rosters(issue, printed)):
        yield from _unexplained("disordered", line, text, counts)


NAMES = {"missing": "unexplained", "added": "added", "disordered": "disordered"}
"""A difference → what it counts as."""


def _unexplained(difference: str, line: int, text: str, counts: Counter[str]) -> Iterator[Finding]:
    """An error of the issue, where there are such characters."""
    if not text:
        return
    counts[NAMES[difference]] += len(text)
    yield Finding(
        line=line,
        kind=UNEXPLAINED,
        severity="error",
        found=text,
        message=say(f"message.unexplained.{difference}"),
    )


def _set_aside(aside: Iterable[Aside]) -> Iterator[Finding]:
    """One finding for each reason for which something was set aside, with its lines and what it says to people."""
    by_reason: defaultdict[str, list[Aside]] = defaultdict(list)
    for one in aside:
        if one.reason != "control":
            by_reason[one.reason].append(one)
    for reason, pieces in by_reason.items():
        yield Finding(
            line=0,
            kind="set-aside",
            severity="info",
            found=" ".join(filter(None, (_said(reason, one.text) for one in pieces))),
            message=say(
                f"message.set-aside.{reason}",
                n=sum(one.characters for one in pieces),
                lines=_ranges(sorted({one.line for one in pieces})),
            ),
        )


def _said(reason: str, text: str) -> str:
    """What something that was set aside says to people."""
    framed = html.unescape(" ".join(one or other for one, other in _FRAME.findall(text)))
    if reason == "tag":
        return " ".join([*_SAID.findall(text), *_without_tags(framed)])
    if reason == "head":
        text = " ".join(_TITLE.findall(text))
    words = f"{framed} {_FRAME.sub('', text)}"
    return " ".join(_without_tags(words)) if reason in _WORDS else ""


def _without_tags(text: str) -> list[str]:
    """The words between the tags of a piece of a page."""
    return re.sub(r"<[^<>]*>", " ", text).split()


def _ranges(lines: Sequence[int]) -> str:
    """Lines as a reader writes them: 1-3, 7."""
    ranges: list[list[int]] = []
    for line in lines:
        if ranges and line == ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in ranges)
