"""What people have to look at, with its file and line."""

from pathlib import Path

from generator.archive.losses import find_losses
from generator.archive.record import open_errors
from generator.errors import NotAGazette
from generator.model import Archive, IssueRecord
from generator.source.corrections_file import find_failures


def all_failures(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """The corrections of every issue that did not apply, with their lines."""
    return tuple(
        failure
        for record in archive.issues
        for failure in find_failures(record.issue, _source(record, folder))
    )


def all_errors(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """What is lost or out of order in the issues and no correction speaks of, with its lines."""
    return tuple(
        NotAGazette(
            str(_source(record, folder)), finding.line, f"{finding.kind}: {finding.message}"
        )
        for record in archive.issues
        for finding in open_errors(record)
    )


def all_losses(archive: Archive, folder: Path) -> tuple[NotAGazette, ...]:
    """What is in the prints and neither in their issues nor in a finding, with its lines."""
    return tuple(
        loss
        for record in archive.issues
        for loss in find_losses(record.whole, _source(record, folder))
    )


def _source(record: IssueRecord, folder: Path) -> Path:
    return folder / record.file
