"""JSON Schema (draft 2020-12) of the published formats, made from the typed values themselves."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import msgspec

from generator.archive.text_apart import Texts
from generator.export.bulk.data_dictionary import DICTIONARY, dictionary
from generator.export.bulk.text_lines import TextDocument
from generator.export.catalog import Catalog
from generator.export.catalog_files import CatalogIndex, CatalogPartOfYear
from generator.export.form import File, Links, to_json
from generator.forms.document_json import DocumentFile
from generator.model import Archive, Value
from generator.model.codec import corrections_schema, issue_schema
from generator.words.say import say

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The draft that the schemas are written in."""


def export_schemas(
    archive: Archive,  # noqa: ARG001 - the same for every archive
    links: Links,  # noqa: ARG001
    texts: Texts,  # noqa: ARG001
) -> Iterator[File]:
    """The schema of each format that people or programs write or read."""
    yield "data/catalog.schema.json", to_json(catalog_schema())
    yield "data/catalog-index.schema.json", to_json(index_schema())
    yield "data/catalog-part.schema.json", to_json(part_schema())
    yield "data/text-line.schema.json", to_json(text_schema())
    yield "data/corrections.schema.json", to_json(corrections_schema())
    yield "data/document.schema.json", to_json(document_schema())
    yield "data/issue.schema.json", to_json(issue_schema())
    yield DICTIONARY, dictionary_file().encode()


FORMATS: dict[str, type[Value]] = {
    "data/catalog.json": Catalog,
    "data/catalog/index.json": CatalogIndex,
    "data/catalog/<gazette>/<year>.json": CatalogPartOfYear,
    "data/texts/<gazette>/<year>.jsonl.gz": TextDocument,
    "data/documents/<id>.json": DocumentFile,
}
"""What a file holds → the type of its value."""


@cache
def dictionary_file() -> str:
    """What each key and column of the data holds, as Markdown."""
    return dictionary(FORMATS)


def dictionary_page(mark_chinese: Callable[[str], str]) -> str:
    """The same as a page of the site, which says in its language what it is.

    :param mark_chinese: marks what is Chinese in an English text
    """
    title, lead = say("dictionary.title"), say("dictionary.lead")
    front = f"---\ntitle: {title}\ndescription: {say('dictionary.description')}\nkind: page\n---\n"
    text = mark_chinese(dictionary_file().partition("\n## ")[2])
    return f'{front}\n# {title} {{#title}}\n\n{lead}\n\n<div lang="en" markdown="1">\n\n## {text}\n</div>\n'


def catalog_schema() -> dict[str, Any]:
    """The schema of ``data/catalog.json``."""
    return schema_of(Catalog, "The catalogue of a gazette archive")


def index_schema() -> dict[str, Any]:
    """The schema of ``data/catalog/index.json``."""
    return schema_of(CatalogIndex, "The index of the parts of a catalogue")


def part_schema() -> dict[str, Any]:
    """The schema of the file of a gazette and a year below ``data/catalog/``."""
    return schema_of(
        CatalogPartOfYear,
        "The part of a catalogue that is about the issues of one gazette in one year",
    )


def text_schema() -> dict[str, Any]:
    """The schema of a line of a file below ``data/texts/``."""
    return schema_of(TextDocument, "A document of a gazette archive with its text")


def document_schema() -> dict[str, Any]:
    """The schema of the file of a document below ``data/documents/``."""
    return schema_of(DocumentFile, "A document of a gazette")


def schema_of(kind: type[Value], title: str) -> dict[str, Any]:
    """The schema of a type, with its title."""
    schema: dict[str, Any] = msgspec.json.schema(kind)
    return {"$schema": DIALECT, "title": title, **schema}
