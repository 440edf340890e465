"""The archive as data files for other programs; each of :data:`EXPORTS` makes one file or many."""

from collections.abc import Iterator

from generator.archive.text_apart import WHOLE, Texts
from generator.export.catalog_files import export_catalog
from generator.export.form import BUNDLED, SERVED, Export, File, Links
from generator.export.preview_pictures import export_previews
from generator.export.schemas import export_schemas
from generator.export.table_files import export_tables
from generator.model import Archive

EXPORTS: tuple[Export, ...] = (export_catalog, export_schemas, export_tables, export_previews)
"""What makes the data files, in the order in which they are written."""


def build_exports(archive: Archive, links: Links, texts: Texts = WHOLE) -> Iterator[File]:
    """Every data file of the site with its address; the same archive gives the same bytes.

    :param texts: where those of its documents are, where these do not have them
    """
    for export in EXPORTS:
        yield from export(archive, links, texts)


__all__ = ["BUNDLED", "EXPORTS", "SERVED", "Export", "File", "Links", "build_exports"]
