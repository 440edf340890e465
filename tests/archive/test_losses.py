"""What goes astray between a print and its issue is said with its line."""

from pathlib import Path

import msgspec

from generator.archive import all_losses, read_archive
from generator.archive.losses import find_losses
from generator.model import Archive


def test_nothing_of_the_frozen_archive_is_lost(real_archive: Archive, samples: Path) -> None:
    assert all_losses(real_archive, samples) == ()


def test_a_document_that_is_dropped_is_said_with_its_lines(
    real_archive: Archive, samples: Path
) -> None:
    (record,) = [record for record in real_archive.issues if record.id == "zichuan/2021/4"]
    first, *rest = record.whole.documents
    damaged = msgspec.structs.replace(record.issue, documents=tuple(rest))
    found = list(find_losses(damaged, samples / "zichuan/2021-04.txt"))
    assert found
    assert all(first.lines[0] <= loss.line <= first.lines[-1] for loss in found)
    assert str(found[0]).startswith(
        f"{samples / 'zichuan/2021-04.txt'}:{found[0].line}: is in no value"
    )


def test_of_an_issue_that_was_parsed_before_there_is_no_print(issues: Path) -> None:
    archive, _ = read_archive(issues)
    assert all_losses(archive, issues) == ()
