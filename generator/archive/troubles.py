"""What people have to look at, with its file and line."""

from pathlib import Path

from generator.archive.losses import find_losses
from generator.archive.record import open_errors
from generator.errors import NotAGazette
from generator.model import Archive, IssueRecord
from generator.source.corrections_file import find_failures


def all_failures(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """The corrections of every issue that did not apply, with their lines."""
    failures: list[NotAGazette] = []
    for record in archive.issues:
        failures += find_failures(record.issue, _source(record, folder))
    return tuple(failures)


def all_errors(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """What is lost or out of order in the issues and no correction speaks of, with its lines."""
    errors: list[NotAGazette] = []
    for record in archive.issues:
        source = str(_source(record, folder))
        for finding in open_errors(record):
            reason = f"{finding.kind}: {finding.message}"
            errors.append(NotAGazette(source, finding.line, reason))
    return tuple(errors)


def all_losses(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """What is in the prints and neither in their issues nor in a finding, with its lines."""
    losses: list[NotAGazette] = []
    for record in archive.issues:
        losses += find_losses(record.whole, _source(record, folder))
    return tuple(losses)


def _source(record: IssueRecord, folder: Path) -> Path:
    """The file that an issue was read from."""
    return folder / record.file
