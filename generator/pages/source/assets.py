"""The files of the sources as they are published: every text as plain text, pictures and PDF as they are."""

from collections.abc import Iterator

from generator.model import Archive, IssueRecord
from generator.pages.writing.page import Asset
from generator.pages.writing.source_lines import image_uri, pdf_uri, text_uri
from generator.source.source_file import Sources


def build_assets(archive: Archive, sources: Sources | None) -> Iterator[Asset]:
    """The files of each issue, one at a time; none where sources are not published."""
    for record in archive.issues:
        yield from assets_of_issue(record, sources)


def assets_of_issue(record: IssueRecord, sources: Sources | None) -> Iterator[Asset]:
    """The files of an issue; none where sources are not published."""
    if sources is None:
        return
    yield Asset(text_uri(record), sources.data(record))
    scan = sources.scan(record)
    if scan.pdf:
        yield Asset(pdf_uri(record), sources.data(record, scan.pdf))
    for image in scan.images:
        yield Asset(image_uri(record, image), sources.data(record, image.file))
