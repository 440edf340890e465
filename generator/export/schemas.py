"""JSON Schema (draft 2020-12) of the published formats, made from the typed values themselves."""

from typing import Any

import msgspec

from generator.export.base import Links, to_json
from generator.export.catalog import Catalog
from generator.model import Archive
from generator.model.codec import corrections_schema, issue_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The draft that the schemas are written in."""


def export_issue_schema(archive: Archive, links: Links) -> bytes:  # noqa: ARG001 - the same for every archive
    """The schema of a parsed issue as JSON."""
    return to_json(issue_schema())


def export_catalog_schema(archive: Archive, links: Links) -> bytes:  # noqa: ARG001 - the same for every archive
    """The schema of the catalogue as JSON."""
    return to_json(catalog_schema())


def export_corrections_schema(archive: Archive, links: Links) -> bytes:  # noqa: ARG001 - the same for every archive
    """The schema of a file of corrections as JSON."""
    return to_json(corrections_schema())


def catalog_schema() -> dict[str, Any]:
    """The schema of ``data/catalog.json``."""
    schema: dict[str, Any] = msgspec.json.schema(Catalog)
    return {"$schema": DIALECT, "title": "The catalogue of a gazette archive", **schema}
