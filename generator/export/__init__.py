"""The archive as data files for other programs; each of :data:`EXPORTS` makes one file or many."""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.archive.text_apart import WHOLE, Texts
from generator.export.bulk.bulk_files import export_bulk, hold
from generator.export.bulk.csv_files import csv_files
from generator.export.bulk.data_rows import Held
from generator.export.bulk.dcat import export_dcat
from generator.export.catalog_files import export_catalog
from generator.export.document_files import export_documents
from generator.export.form import BUNDLED, SERVED, Export, File, Links
from generator.export.preview_pictures import export_previews
from generator.export.schemas import dictionary_page, export_schemas
from generator.export.short_files import export_short_addresses
from generator.export.table_files import export_tables
from generator.model import Archive

EXPORTS: tuple[Export, ...] = (
    export_catalog,
    export_schemas,
    export_tables,
    export_short_addresses,
    export_previews,
    export_bulk,
)
"""What makes the data files, in the order in which they are written."""


def build_exports(archive: Archive, links: Links, texts: Texts = WHOLE) -> Iterator[File]:
    """Every data file of the site with its address; the same archive gives the same bytes.

    :param texts: where those of its documents are, where these do not have them
    """
    for export in EXPORTS:
        yield from export(archive, links, texts)


def build_package(held: Held) -> Iterator[tuple[str, Iterator[bytes]]]:
    """What :func:`build_exports` gives but for single tables and the database, of an archive of any size.

    Each address comes with its bytes piece by piece.
    """
    for export in (export_catalog, export_schemas):
        for address, data in export(held.archive, held.links, held.texts):
            yield address, iter([data])
    yield from csv_files(held)


def build_data(archive: Archive, links: Links, address: str = "") -> Iterator[File]:
    """Every data file with its address, those of documents too.

    :param address: of the site on the web, which references to documents name, in a bundle too; empty where nobody
        knows it
    """
    yield from build_exports(archive, links)
    yield from export_documents(archive, replace(links, site=address))


__all__ = [
    "BUNDLED",
    "EXPORTS",
    "SERVED",
    "Export",
    "File",
    "Links",
    "build_data",
    "build_exports",
    "build_package",
    "dictionary_page",
    "export_dcat",
    "export_documents",
    "hold",
]
