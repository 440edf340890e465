"""Each finding of an issue with the line of the source that it is about: what ``check`` lists."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from generator.archive.sources import PARSED
from generator.lexicon.characters import squeeze
from generator.model import Finding, IssueRecord, Value
from generator.model.finding import SEVERITIES, FindingPlace, Severity
from generator.read.formats import Received, number_lines

AROUND = 200
"""Most characters of a line that are kept on either side of what was found:
a source may be one line."""
_BEGINNING = 8
"""Characters of what was found that are looked for where it goes on in the next line."""
LONGEST_FOUND = 200
"""Most characters of what was found that are kept with it."""
SEARCHED = 20_000
"""Most characters of a line in which what was found is looked for."""


class Notice(Value, frozen=True):
    """A finding with its place in the archive."""

    issue: str
    """Id of its issue."""
    file: str
    """Path of the source."""
    line: int
    """1-based line of the source; 0 when the file as a whole is meant."""
    kind: str
    """What it is about, e.g. ``impossible-date``."""
    severity: Severity
    """``error``: text is lost or out of order; ``warning``: doubtful, kept; ``info``: repaired."""
    found: str
    """The text as it is in the source."""
    correct: str
    """The text as it was read; empty when it was kept or removed."""
    message: str
    """A sentence for people, in the language of the site."""
    text: str | None
    """The line of the source, a long one shortened around what was found;
    null where the file holds none: another program parsed it."""
    document: str | None
    """Id of the document that it is in; null for masthead and contents."""
    place: FindingPlace | None
    """What holds the characters in that document; null where nothing on its line does."""


def list_notices(record: IssueRecord, folder: Path) -> tuple[Notice, ...]:
    """The findings of an issue with their lines: errors, warnings, then what was repaired.

    :param folder: the folder of all issues
    """
    path = folder / record.file
    texts = read_texts(path) if record.issue.findings else {}
    owners = _Owners(record)
    found = []
    for finding in chain.from_iterable(one.each() for one in record.issue.findings):
        text = texts.get(finding.line)
        found.append(
            Notice(
                issue=record.id,
                file=str(path),
                line=finding.line,
                kind=finding.kind,
                severity=finding.severity,
                found=finding.found,
                correct=finding.correct,
                message=finding.message,
                text=None if text is None else cut_around(text.strip(), finding.found),
                document=owners.find(finding),
                place=finding.place or None,
            )
        )
    return tuple(sorted(found, key=lambda notice: (SEVERITIES.index(notice.severity), notice.line)))


def read_texts(path: Path) -> dict[int, str]:
    """The lines of a print as they are in the source, by their numbers.

    An issue that another program parsed has none: its lines are those of a file that is not there.
    """
    if path.suffix.lower() == PARSED:
        return {}
    return dict(number_lines(Received(path.read_bytes(), path.name)).printed)


def cut_around(text: str, found: str, around: int = AROUND, longest: int = LONGEST_FOUND) -> str:
    """A line, shortened around the first place of what was found; its beginning where that is not in it.

    Blanks do not count, which layout makes.

    :param around: most characters on either side
    :param longest: most characters of what was found
    """
    begin, end = _find(text[:SEARCHED], found)
    first, last = max(begin - around, 0), min(end, begin + longest) + around
    before, after = ("…" if first else ""), ("…" if last < len(text) else "")
    return f"{before}{text[first:last]}{after}"


def _find(text: str, found: str) -> tuple[int, int]:
    """Where characters are in a text, whatever blanks are between them; their beginning, if not all are."""
    places = [at for at, character in enumerate(text) if not character.isspace()]
    squeezed, wanted = squeeze(text), squeeze(found)
    for part in (wanted, wanted[:_BEGINNING]):
        at = squeezed.find(part) if part else -1
        if at >= 0:
            return places[at], places[at + len(part) - 1] + 1
    return 0, 0


class _Owners:
    """Which document of an issue a line is in."""

    def __init__(self, record: IssueRecord) -> None:
        self._by_sequence = {entry.document.sequence: entry.id for entry in record.documents}
        self._spans = sorted(_spans_of(record))
        self._firsts = [first for first, _, _ in self._spans]

    def find(self, finding: Finding) -> str | None:
        """Id of the document that a finding is in."""
        if finding.place:
            return self._by_sequence.get(finding.place.document)
        at = bisect_right(self._firsts, finding.line) - 1
        if at < 0 or finding.line > self._spans[at][1]:
            return None
        return self._spans[at][2]


def _spans_of(record: IssueRecord) -> Iterator[tuple[int, int, str]]:
    """First line, last line and id of each document that has lines."""
    for entry in record.documents:
        if entry.document.lines:
            yield entry.document.lines[0], entry.document.lines[-1], entry.id
