"""What each key and column of the data holds, as one Markdown file: ``data/dictionary.md``.

The words are those below the fields of the typed values, which are English.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_type_hints

from msgspec import Struct

from generator.export.bulk.data_tables import TABLES, WITH_TEXTS, columns_of, notes_of

DICTIONARY = "data/dictionary.md"
"""Address of the file."""
HEAD = """\
# Data dictionary

Every key of the JSON files and every column of the CSV files and of the database. Descriptions are in English (`en`);
Chinese terms are those of GB/T 9704. A key may be added, and none is dropped or given another meaning.
"""


def dictionary(formats: Mapping[str, type[Any]]) -> str:
    """The dictionary.

    :param formats: what a file holds → the type of its value
    """
    lines = [HEAD]
    told: set[type[Any]] = set()
    for title, kind in formats.items():
        lines += _section(f"`{title}`: `{kind.__name__}`", _keys(kind))
        told.add(kind)
        for other in _below(kind):
            if other not in told:
                told.add(other)
                lines += _section(f"`{other.__name__}`", _keys(other))
    for table in TABLES:
        columns = [(one.name, one.meaning) for one in columns_of(table.kind)]
        lines += _section(f"Table `{table.name}` of CSV and database", columns)
    (text,) = set(WITH_TEXTS.columns) - {name for table in TABLES for name in table.columns}
    lines += _section(
        "In the database only", [(f"documents.{text}", notes_of(WITH_TEXTS.kind)[text])]
    )
    return "\n".join(lines)


def _section(title: str, keys: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> list[str]:
    """The keys of a type as a table of Markdown."""
    rows = [f"| `{name}` | {_cell(meaning)} |" for name, meaning in keys]
    return [f"## {title}", "", "| key | meaning |", "| --- | --- |", *rows, ""]


def _cell(text: str) -> str:
    """A text as a cell of a table of Markdown."""
    return text.replace("|", "\\|").replace("``", "`")


def _keys(kind: type[Any]) -> Iterator[tuple[str, str]]:
    """The keys of a type and what they hold."""
    notes, config = notes_of(kind), kind.__struct_config__
    if config.tag is not None:
        yield str(config.tag_field), f"`{config.tag}`, which says what it is."
    for field, key in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True):
        yield key, notes.get(field, "") or "see its type"


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    """The types of the values that a type holds, at any depth, each once."""
    seen: dict[type[Any], None] = {}
    waiting: list[Any] = list(get_type_hints(kind).values())
    while waiting:
        hint = waiting.pop(0)
        if isinstance(hint, type) and issubclass(hint, Struct) and hint not in seen:
            seen[hint] = None
            waiting += get_type_hints(hint).values()
        waiting += getattr(hint, "__args__", ())
    yield from seen
