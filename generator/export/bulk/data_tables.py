"""Which tables the archive is published as: their columns, keys and links, said once for CSV, package and SQLite."""

import ast
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from generator.export.bulk.data_rows import (
    CitationRow,
    CitedRow,
    DocumentRow,
    FindingRow,
    GazetteRow,
    Held,
    IssueRow,
    TableRow,
    TextRow,
    citation_rows,
    cited_rows,
    document_rows,
    finding_rows,
    gazette_rows,
    issue_rows,
    table_rows,
    text_rows,
)
from generator.model import Value


class DataTable(NamedTuple):
    """A table."""

    name: str
    """Of its file and of the table of the database."""
    kind: type[Value]
    """What a row is."""
    rows: Callable[[Held], Iterator[Value]]
    """Makes the rows."""
    key: tuple[str, ...]
    """Columns that name a row."""
    links: Mapping[str, str]
    """Column → the table whose id it holds."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return self.kind.__struct_fields__


DOCUMENTS = DataTable(
    "documents", DocumentRow, document_rows, ("id",), {"issue": "issues", "gazette": "gazettes"}
)
"""Documents without their texts."""
TABLES = (
    DataTable("gazettes", GazetteRow, gazette_rows, ("id",), {}),
    DataTable("issues", IssueRow, issue_rows, ("id",), {"gazette": "gazettes"}),
    DOCUMENTS,
    DataTable("cited", CitedRow, cited_rows, ("id",), {}),
    DataTable(
        "citations", CitationRow, citation_rows, ("document", "nth"),
        {"document": "documents", "target": "documents", "cited": "cited"},
    ),
    DataTable("tables", TableRow, table_rows, ("name",), {"document": "documents"}),
    DataTable("findings", FindingRow, finding_rows, ("issue", "nth"), {"issue": "issues"}),
)  # fmt: skip
"""All tables, each behind those whose ids it holds."""
WITH_TEXTS = DOCUMENTS._replace(kind=TextRow, rows=text_rows)
"""Documents with their texts, in the place of :data:`DOCUMENTS`."""


class Column(NamedTuple):
    """A column."""

    name: str
    type: str
    """``string`` or ``integer``."""
    required: bool
    """Whether every row has a value."""
    meaning: str
    """What it holds, in English."""


def columns_of(kind: type[Value]) -> tuple[Column, ...]:
    """The columns of a table by the type of its rows."""
    hints, notes = get_type_hints(kind), notes_of(kind)
    return tuple(
        Column(
            name,
            "integer" if int in (hints[name], *get_args(hints[name])) else "string",
            type(None) not in get_args(hints[name]),
            notes[name],
        )
        for name in kind.__struct_fields__
    )


def notes_of(kind: type[Any]) -> dict[str, str]:
    """What the fields of a type hold: the string below each of them in its source."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if hasattr(base, "__struct_fields__") and base.__module__.startswith("generator."):
            found |= _own_notes(base)
    return found


def _own_notes(kind: type[Any]) -> Iterator[tuple[str, str]]:
    """The fields that a type itself has, each with its note; empty where it has none."""
    body = _classes_of(kind.__module__)[kind.__name__].body
    for node, below in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            said = below.value if isinstance(below, ast.Expr) else None
            note = said.value if isinstance(said, ast.Constant) else ""
            yield node.target.id, " ".join(str(note).split())


@cache
def _classes_of(module: str) -> dict[str, ast.ClassDef]:
    """The classes of a module, as its source has them."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
