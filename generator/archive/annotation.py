"""An issue with a truth made by hand beside its source: how well it was read, and how well it is published."""

from pathlib import Path

import msgspec

from generator.archive.accuracy import measure_accuracy, read_truth
from generator.archive.source import read_source
from generator.model import Accuracy, IssueRecord, PublicationRecord


def annotate(record: IssueRecord, source: Path, publication: PublicationRecord | None) -> IssueRecord:
    """The issue with its accuracy; the same issue when nobody made a truth of it.

    Raises :class:`~generator.errors.NotAGazette` when the truth cannot be used.
    """
    truth = read_truth(source)
    if truth is None:
        return record
    published = measure_accuracy(truth, record.issue)
    corrected = any(finding.entry for finding in record.issue.findings)
    read = measure_accuracy(truth, read_source(source, publication)) if corrected else published
    return msgspec.structs.replace(record, accuracy=Accuracy(read, published))
