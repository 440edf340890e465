"""What people have to look at, with its file and line."""

from pathlib import Path

from generator.archive.record import open_errors
from generator.errors import NotAGazette
from generator.model import Archive, IssueRecord
from generator.proof import UNEXPLAINED
from generator.source.corrections_file import find_failures

SHOWN = 40
"""Most characters of the source that a line shows."""


def all_failures(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """The corrections of every issue that did not apply, with their lines."""
    failures: list[NotAGazette] = []
    for record in archive.issues:
        failures += find_failures(record.issue, _source(record, folder))
    return tuple(failures)


def all_errors(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """What is lost, out of order or not decoded in the issues and no correction speaks of, with its lines."""
    errors: list[NotAGazette] = []
    for record in archive.issues:
        source = str(_source(record, folder))
        for finding in open_errors(record):
            if finding.kind == UNEXPLAINED:  # reported whether a check is strict or not
                continue
            shown = f": {finding.found[:SHOWN]}" if finding.found.strip() else ""
            reason = f"{finding.kind}: {finding.message}{shown}"
            errors.append(NotAGazette(source, finding.line, reason))
    return tuple(errors)


def all_unexplained(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """What is in the prints and neither in their issues nor in a finding, or the other way round, with its lines."""
    unexplained: list[NotAGazette] = []
    for record in archive.issues:
        source = str(_source(record, folder))
        for finding in record.issue.findings:
            if finding.kind == UNEXPLAINED:
                reason = f"{finding.kind}: {finding.message}: {finding.found[:SHOWN]}"
                unexplained.append(NotAGazette(source, finding.line, reason))
    return tuple(unexplained)


def _source(record: IssueRecord, folder: Path) -> Path:
    """The file that an issue was read from."""
    return folder / record.file
