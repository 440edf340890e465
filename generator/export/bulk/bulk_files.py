"""What a site has of the whole archive in one file each: tables and a database, while they are small.

Above that they would be many megabytes that change with every issue; ``gongbao data`` writes them of an archive of any
size, with the same bytes.
"""

from collections.abc import Iterator

from generator.archive.text_apart import Texts
from generator.export import catalog
from generator.export.bulk.csv_files import whole_files
from generator.export.bulk.data_rows import Held
from generator.export.bulk.sqlite_file import (
    DATABASE,
    can_index,
    has_database,
    sqlite_bytes,
)
from generator.export.form import File, Links
from generator.model import Archive
from generator.registers.unheld import collect_cited


def export_bulk(archive: Archive, links: Links, texts: Texts) -> Iterator[File]:
    """The tables as CSV with their package, and the database."""
    if len(archive.documents) > catalog.MOST_LISTED:
        return
    held = hold(archive, links, texts)
    yield from whole_files(held)
    if has_database(archive) and can_index():
        yield DATABASE, sqlite_bytes(held)


def hold(archive: Archive, links: Links, texts: Texts) -> Held:
    """What rows are made of."""
    return Held(archive, links, texts, collect_cited(archive))
