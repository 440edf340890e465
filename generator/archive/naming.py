"""What an issue is called: its id, of what its masthead prints and of what its file is named.

The print comes first. A file is named by the archivist, who saw the whole volume, so its name says what the print
leaves out: the year, the number, or that an issue is outside the count. Where both say something and it is not the
same, the print is kept, with a finding.
"""

from typing import Any

import msgspec

from generator.lexicon.counts.issue_counts import OTHER_SPECIAL, SPECIAL_CODES, Counted
from generator.model import Finding, Issue
from generator.model.ids import BEHIND_ALL, UNDATED, Count, Id, part_place
from generator.source.folder import named_issue
from generator.words.say import say

NONE = (BEHIND_ALL, BEHIND_ALL)
"""The first and the last number of an issue that has none in its year."""


def count_of(counted: Counted) -> Count | None:
    """How an issue is counted in its year, or over all years where it has no number in its year."""
    special = counted.special
    part = part_place(counted.part.code) if counted.part else 0
    if counted.numbers or special:
        first, last = (counted.numbers[0], counted.numbers[-1]) if counted.numbers else NONE
        code = SPECIAL_CODES.get(special.kind, OTHER_SPECIAL) if special else ""
        return Count(first, last, code, (special and special.number) or 0, part)
    if counted.serials:
        return Count(counted.serials[0], counted.serials[-1], "s", part=part)
    return None


def id_of_issue(gazette: str, issue: Issue) -> Id | None:
    """The id of an issue; None where nothing says how it is counted."""
    return _id(gazette, counted_of(issue))


def name_id(gazette: str, path: str) -> Id | None:
    """The id that an issue has by the name of its file; None where that says too little."""
    return _id(gazette, named_issue(path))


def file_name(issue: Id) -> str:
    """The name without its ending that says the id of an issue: 2021-04, 2021-03_04, 2021-z1."""
    count, numbers = issue.nth, ""
    if count.numbered:
        joined = f"_{count.last:02}" if count.last != count.first else ""
        numbers = f"{count.first:02}{joined}"
        special = f"{count.special}{count.own or ''}"
        numbers = "-".join(filter(None, (numbers, special, count.part_code)))
    year = () if issue.year == UNDATED else (str(issue.year),)
    return "-".join((*year, numbers or str(count)))


def _id(gazette: str, counted: Counted) -> Id | None:
    """The id of an issue that is counted so."""
    count = count_of(counted)
    if count and counted.year:
        return Id(gazette, counted.year, count)
    by_serial = count_of(Counted(serials=counted.serials, part=counted.part))
    return Id(gazette, UNDATED, by_serial) if by_serial else None


def counted_of(issue: Issue) -> Counted:
    """How an issue says that it is counted."""
    numbers = issue.numbers or ((issue.number,) if issue.number else ())
    serials = issue.serials or ((issue.serial,) if issue.serial else ())
    return Counted(issue.year, numbers, serials, issue.special, issue.part)


def date_by_name(issue: Issue, path: str) -> Issue:
    """The issue with year and numbers, from the file name where the masthead has none.

    Differences are findings.
    """
    named, printed = named_issue(path), counted_of(issue)
    if named.is_empty:
        return issue
    used = _complete(printed, named)
    finding = _difference(printed, used, named)
    new = () if finding is None or finding in issue.findings else (finding,)
    return msgspec.structs.replace(issue, **_values(used), findings=(*issue.findings, *new))


def _complete(printed: Counted, named: Counted) -> Counted:
    """What is printed of the count of an issue, and what its file adds."""
    numbers, special = printed.numbers, printed.special
    if special is None and named.special is not None:
        special = named.special
        if not named.numbers and numbers == (special.number,):
            numbers = ()
    if not numbers and printed.special is None:
        numbers = named.numbers
    serials = printed.serials or named.serials
    return Counted(
        printed.year or named.year, numbers, serials, special, printed.part or named.part
    )


def _values(counted: Counted) -> dict[str, Any]:
    """The values of an issue that say how it is counted."""
    serials = counted.serials if len(counted.serials) > 1 else ()
    return {
        "year": counted.year,
        "number": counted.number,
        "numbers": counted.joined,
        "serial": counted.serial,
        "serials": serials,
        "special": counted.special,
        "part": counted.part,
    }


def _difference(printed: Counted, used: Counted, named: Counted) -> Finding | None:
    """What is to be said when masthead and file name do not agree."""
    differs = not _agrees(used, named)
    if not differs and _key(used) == _key(printed):
        return None
    if differs:
        message, severity = say("message.file-name.differs"), "warning"
    else:
        message, severity = say("message.file-name.taken"), "info"
    return msgspec.convert(
        {
            "line": 0,
            "kind": "file-name",
            "severity": severity,
            "message": message,
            "found": _plain(printed),
            "correct": _plain(used),
        },
        Finding,
    )


def _agrees(used: Counted, named: Counted) -> bool:
    """Whether an issue is what its file is named; one of two numbers is enough for a joint issue."""
    if named.year not in (None, used.year) or not set(named.numbers) <= set(used.numbers):
        return False
    if named.part is not None and _part(named) != _part(used):
        return False
    if named.special is not None:
        return _sign(named) == _sign(used)
    return not named.serials or not used.serials or named.serials[0] in used.serials


def _key(counted: Counted) -> tuple[object, ...]:
    """What two counts are compared by."""
    return counted.year, counted.numbers, counted.serials, _sign(counted), _part(counted)


def _part(counted: Counted) -> str:
    """Which part of its number an issue is, without the form of its print; empty for a whole one."""
    return counted.part.code if counted.part else ""


def _sign(counted: Counted) -> tuple[str, int | None] | None:
    """What an issue outside the count is, without the form of its print."""
    return (counted.special.kind, counted.special.number) if counted.special else None


def _plain(counted: Counted) -> str:
    """Year and count as an address shows them: 2021-4, with ? for what is not known."""
    return f"{counted.year or '?'}-{count_of(counted) or '?'}"
