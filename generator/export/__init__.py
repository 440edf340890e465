"""The archive as data files for other programs; each is made by one function of :data:`EXPORTS`."""

from generator.export.base import BUNDLED, SERVED, Export, Links
from generator.export.catalog import export_catalog
from generator.export.schemas import export_catalog_schema, export_corrections_schema, export_issue_schema
from generator.export.tables import export_tables
from generator.model import Archive

EXPORTS: dict[str, Export] = {
    "data/catalog.json": export_catalog,
    "data/catalog.schema.json": export_catalog_schema,
    "data/corrections.schema.json": export_corrections_schema,
    "data/issue.schema.json": export_issue_schema,
}
"""Address in the site → what makes the file, in the order in which they are written."""


def build_exports(archive: Archive, links: Links) -> dict[str, bytes]:
    """Every data file of the site by its address; the same archive gives the same bytes."""
    files = {uri: export(archive, links) for uri, export in EXPORTS.items()}
    return files | dict(export_tables(archive))


__all__ = ["BUNDLED", "EXPORTS", "SERVED", "Export", "Links", "build_exports"]
