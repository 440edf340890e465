"""The findings of issues as lines for a terminal, each with the text of its line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.archive import Notice, cut_around, list_notices
from generator.cli.report import shown, shown_json
from generator.model import Archive
from generator.words.finding_kinds import MARK_KINDS

AROUND = 30
"""Most characters of a line that are shown on either side of what was found."""
LONGEST = 40
"""Most characters of a reading that are shown."""


def findings_json(archive: Archive, folder: Path) -> str:
    """The findings of all issues as one JSON list, each an object."""
    notices = [notice for record in archive.issues for notice in list_notices(record, folder)]
    return shown_json(msgspec.json.format(msgspec.json.encode(notices)).decode())


def findings_text(archive: Archive, folder: Path, *, everything: bool) -> str:
    """The findings of all issues as lines, below a line that counts those of each issue."""
    lines: list[str] = []
    for record in archive.issues:
        notices = list_notices(record, folder)
        lines += (count_line(record.id, notices), *finding_lines(notices, everything=everything))
    return "\n".join(lines)


def finding_lines(notices: Sequence[Notice], *, everything: bool = False) -> Iterator[str]:
    """The findings of an issue: errors, warnings, what was repaired, then how many marks were removed.

    :param everything: whether each removed mark has lines of its own too
    """
    listed = [notice for notice in notices if everything or not is_mark(notice)]
    marks = [notice for notice in notices if is_mark(notice)]
    for notice in listed:
        yield shown(_headline(notice))
        if notice.text:
            yield shown(f"    {_shorten(notice)}")
    if marks and not everything:
        yield shown(_summary(marks))


def count_line(id_: str, notices: Sequence[Notice]) -> str:
    """How many findings of each severity an issue has: yunxi/2021/4: error 1, warning 2, info 3."""
    counts = Counter(notice.severity for notice in notices)
    marks = sum(map(is_mark, notices))
    of_them = f" (marks {marks})" if marks else ""
    return f"{id_}: error {counts['error']}, warning {counts['warning']}, info {counts['info']}{of_them}"


def is_mark(notice: Notice) -> bool:
    """Whether a repair only took away what is no text."""
    return notice.severity == "info" and notice.kind in MARK_KINDS


def _shorten(notice: Notice) -> str:
    """The line of a finding, shortened around what was found, with blanks between cells."""
    text = (notice.text or "").replace("\t", " ")
    return cut_around(text, notice.found, AROUND, LONGEST)


def _headline(notice: Notice) -> str:
    """Where a finding is, what it is, and what was read: path:48: info font-encoding: … (也 → 〔) [id]."""
    place = f"{notice.file}:{notice.line}" if notice.line else notice.file
    reading = _reading(notice)
    document = f" [{notice.document}]" if notice.document else ""
    return f"{place}: {notice.severity} {notice.kind}: {notice.message}{reading}{document}"


def _reading(notice: Notice) -> str:
    """What was found, and what it was read as."""
    found, correct = (_cut(text) for text in (notice.found, notice.correct))
    if found and correct:
        return f" ({found} → {correct})"
    return f" ({found or correct})" if found or correct else ""


def _cut(text: str) -> str:
    """The first characters of a reading."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _summary(marks: Sequence[Notice]) -> str:
    """How many marks were removed, in one line."""
    kinds = Counter(mark.kind for mark in marks)
    named = ", ".join(f"{kind} {n}" for kind, n in kinds.most_common())
    lines = len({mark.line for mark in marks})
    return f"{marks[0].file}: info marks: {len(marks)} on {lines} lines ({named}); --all lists each"
