"""JSON Schema (draft 2020-12) of the published formats, made from the typed values themselves."""

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.export.catalog import Catalog
from generator.export.form import File, Links, to_json
from generator.model import Archive
from generator.model.codec import corrections_schema, issue_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The draft that the schemas are written in."""


def export_schemas(archive: Archive, links: Links) -> Iterator[File]:  # noqa: ARG001 - the same for every archive
    """The schema of each format that people or programs write or read."""
    yield "data/catalog.schema.json", to_json(catalog_schema())
    yield "data/corrections.schema.json", to_json(corrections_schema())
    yield "data/issue.schema.json", to_json(issue_schema())


def catalog_schema() -> dict[str, Any]:
    """The schema of ``data/catalog.json``."""
    schema: dict[str, Any] = msgspec.json.schema(Catalog)
    return {"$schema": DIALECT, "title": "The catalogue of a gazette archive", **schema}
