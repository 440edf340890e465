"""How well an issue is read and published, by a truth made by hand beside its source."""

from pathlib import Path

import msgspec

from generator.accuracy import Truth, measure_accuracy, read_truth
from generator.archive.sources import read_issue
from generator.errors import NotAGazette
from generator.model import Accuracy, IssueRecord, PublicationRecord


def annotate(
    record: IssueRecord, source: Path, publication: PublicationRecord | None
) -> tuple[IssueRecord, tuple[NotAGazette, ...]]:
    """The issue with its accuracy, and what is wrong with its truth.

    A truth that is no good counts as none.
    """
    try:
        truth = read_truth(source)
        accuracy = _measure(truth, record, source, publication) if truth else None
    except NotAGazette as error:
        return record, (error,)
    return msgspec.structs.replace(record, accuracy=accuracy), ()


def _measure(
    truth: Truth, record: IssueRecord, source: Path, publication: PublicationRecord | None
) -> Accuracy:
    """How well an issue was read by the program alone, and with corrections."""
    published = measure_accuracy(truth, record.whole)
    corrected = any(finding.entry for finding in record.issue.findings)
    read = measure_accuracy(truth, read_issue(source, publication)) if corrected else published
    return Accuracy(read, published)
