"""Files of corrections: where they are and what they say.

Those of their entries that an issue did not admit are reported.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from generator.errors import NotAGazette
from generator.model import Issue, Value
from generator.model.correction import Correction
from generator.read.corrections import FAILURES, reason_of
from generator.source.corrected_numbers import find_fault_of_form
from generator.source.corrections_hints import explain_refusal
from generator.source.folder import CORRECTIONS, is_there, unread
from generator.source.yaml_file import AT, find_lines, find_repeated, load_yaml, shorten

MOST_CORRECTIONS = 2_000
"""Entries of a file: each is searched in the whole text as those before it left it."""
KEY_NAMED = re.compile(r"`([^`:]+)[`:]")
"""A key that the reason of a refusal names, perhaps with its value: ```value: 3号```."""


class Count(Value, frozen=True):
    """What became of the corrections of an issue."""

    applied: int
    """Entries that were made."""
    failed: int
    """Entries that did not apply."""


def corrections_file(source: Path) -> Path:
    """Where the corrections of a source lie: ``2021-04.corrections.yml`` beside ``2021-04.txt``."""
    return source.with_name(source.stem + CORRECTIONS)


def read_corrections(source: Path) -> tuple[tuple[Correction, ...], tuple[NotAGazette, ...]]:
    """The corrections beside a source, if any, and what is wrong with their file.

    A bad entry spoils no other.
    """
    path = corrections_file(source)
    if not is_there(path):
        return (), ()
    if source.suffix.lower() == ".yml":
        reason = f"corrects a print, and {source.name} is none; change {source.name} itself"
        return (), (NotAGazette(str(path), 1, reason),)
    try:
        return _read_entries(path)
    except NotAGazette as error:
        return (), (error,)
    except OSError as error:
        return (), (unread(path, error),)


def find_failures(issue: Issue, source: Path) -> Iterator[NotAGazette]:
    """The entries that did not apply, each with the file, its line there, and the reason."""
    for finding in issue.findings:
        if finding.kind in FAILURES:
            path = str(corrections_file(source))
            yield NotAGazette(path, finding.entry or 0, reason_of(finding))


def count_corrections(issue: Issue) -> Count:
    """How many entries were made and how many were not."""
    failed = {finding.entry for finding in issue.findings if finding.kind in FAILURES}
    return Count(
        len({finding.entry for finding in issue.findings if finding.entry} - failed), len(failed)
    )


def _read_entries(path: Path) -> tuple[tuple[Correction, ...], tuple[NotAGazette, ...]]:
    plain = load_yaml(path) or []
    if not isinstance(plain, list):
        raise NotAGazette(str(path), 1, "holds no list of corrections")
    lines = find_lines(path)
    if len(plain) > MOST_CORRECTIONS:
        raise NotAGazette(
            str(path),
            lines.get((MOST_CORRECTIONS,), 1),
            f"holds more than {MOST_CORRECTIONS:,} entries",
        )
    twice = {at[0]: (at[-1], line) for at, line in reversed(find_repeated(path).items())}
    corrections: list[Correction] = []
    errors: list[NotAGazette] = []
    for place, entry in enumerate(plain):
        if place in twice:
            key, line = twice[place]
            errors.append(NotAGazette(str(path), line, shorten(f"says `{key}` twice")))
            continue
        try:
            corrections.append(_read_entry(path, entry, place, lines))
        except NotAGazette as error:
            errors.append(error)
    return tuple(corrections), tuple(errors)


def _read_entry(
    path: Path, entry: Any, place: int, lines: Mapping[tuple[int | str, ...], int]
) -> Correction:
    """One entry with its line.

    Raises :class:`~generator.errors.NotAGazette` with the line at which it is wrong.
    """
    try:
        correction = msgspec.structs.replace(
            msgspec.convert(entry, Correction), line=lines.get((place,), 1)
        )
    except msgspec.ValidationError as error:
        raise _refusal(path, error, place, lines) from error
    if reason := find_fault_of_form(correction):
        raise NotAGazette(str(path), lines.get((place, "value"), correction.line), shorten(reason))
    return correction


def _refusal(
    path: Path, error: Exception, place: int, lines: Mapping[tuple[int | str, ...], int]
) -> NotAGazette:
    """Why an entry is refused, on the line of what is wrong in it, with what could be meant."""
    at = AT.search(str(error))
    steps = [*filter(None, (at["path"] if at else "").split("."))]
    reason, where = AT.sub("", str(error)), f" at {at['path']}" if at else ""
    keys = _faulty_keys((place, *steps), reason, lines)
    meant = explain_refusal(steps, reason)
    return NotAGazette(str(path), lines.get(keys, 1), f"{meant}{shorten(reason)}{shorten(where)}")


def _faulty_keys(
    keys: tuple[int | str, ...], reason: str, lines: Mapping[tuple[int | str, ...], int]
) -> tuple[int | str, ...]:
    """The path of what is wrong, down to the key that the reason names, as far as the file has a line for it."""
    while keys not in lines and len(keys) > 1:
        keys = keys[:-1]
    named = ((*keys, key) for key in KEY_NAMED.findall(reason))
    return next((inner for inner in named if inner in lines), keys)
