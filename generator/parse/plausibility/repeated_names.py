"""Rows of a table that repeat the counted items of their document by name: a name of which only a piece is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.expressions.columns import COUNT_HEADERS, NAMING_HEADER
from generator.model import Document, Finding, Table, TextPlace
from generator.model.block import Item, Paragraph
from generator.parse.draft import Draft
from generator.parse.findings import place_finding
from generator.parse.plausibility.places import quotable
from generator.words.say import say


@dataclass(frozen=True, slots=True)
class RepeatLimits:
    """When a table repeats the items of a text, and when a cell is a piece of a name."""

    same: int = 3
    """Fewest rows with the whole name of the item of their number."""
    pieces: int = 2
    """Most pieces for each such row; a table with more of them shortens the names."""
    shortest: int = 2
    """Shortest piece, in characters."""
    among: int = 3
    """First columns among which that of the names is searched for."""


REPEATED = RepeatLimits()


@dataclass(slots=True)
class _Task:
    """A counted row and those below it that go on with it."""

    number: str
    cells: list[tuple[int, str]] = field(default_factory=list)
    """The row and the text of each cell of its name."""

    @property
    def name(self) -> str:
        """Its name as it is compared."""
        return fold("".join(text for _, text in self.cells))


def check_repeated_names(draft: Draft) -> Iterator[Finding]:
    """The cells of tables that have a piece of the name which an item of the same number has in the text."""
    for document in draft.documents:
        names: dict[str, str] | None = None
        for place, table in _tables(document):
            if place.column is None:
                continue
            names = _names(document) if names is None else names
            for task, name in _pieces(_tasks(table, place.column), names):
                yield _finding(document, place, table, task, name)


def _tables(document: Document) -> Iterator[tuple[TextPlace, Table]]:
    """The tables of a document, each with its place and the column of the names, if it has one."""
    for index, part in enumerate(document.parts):
        for nth, block in enumerate(part.blocks):
            if isinstance(block, Table):
                yield TextPlace(index, nth, column=_naming_column(block)), block


def _naming_column(table: Table) -> int | None:
    """The column that names the tasks of a table whose first one counts them."""
    header = [squeeze(cell) for cell in table.header[-1]] if table.header else [""]
    if header[0] not in COUNT_HEADERS:
        return None
    columns = range(1, min(REPEATED.among, len(header)))
    return next((column for column in columns if NAMING_HEADER.fullmatch(header[column])), None)


def _names(document: Document) -> dict[str, str]:
    """Number of an item of the text → its name; a number that two names have is left out."""
    names: dict[str, str] = {}
    for part in document.parts:
        for block in part.blocks:
            if not isinstance(block, Paragraph | Item) or not block.lead:
                continue
            number = block.number
            if not isinstance(number, msgspec.UnsetType):
                known = names.setdefault(number, block.lead)
                names[number] = known if fold(known) == fold(block.lead) else ""
    return {number: name for number, name in names.items() if name}


def _tasks(table: Table, column: int) -> list[_Task]:
    """The counted rows of a table, each with the cells of its name."""
    tasks: list[_Task] = []
    for place, row in enumerate(table.rows):
        count = squeeze(row[0])
        if count.isdecimal():
            tasks.append(_Task(count))
        elif count:
            tasks.append(_Task(""))
        if tasks and row[column].strip():
            tasks[-1].cells.append((place, row[column]))
    return [task for task in tasks if task.number]


def _pieces(tasks: Sequence[_Task], names: dict[str, str]) -> Sequence[tuple[_Task, str]]:
    """The tasks with a piece of a name, each with that name, where others of the table have the whole one."""
    known = [(task, names[task.number]) for task in tasks if task.number in names and task.cells]
    same = sum(task.name == fold(name) for task, name in known)
    pieces = [(task, name) for task, name in known if _is_piece(task.name, fold(name))]
    is_repeated = same >= REPEATED.same and len(pieces) <= same * REPEATED.pieces
    return pieces if is_repeated else []


def _is_piece(text: str, name: str) -> bool:
    """Whether a text is a piece of a name and not all of it."""
    return REPEATED.shortest <= len(text) < len(name) and text in name


def _finding(document: Document, place: TextPlace, table: Table, task: _Task, name: str) -> Finding:
    """What is said of a piece of a name: of its last cell where the end of the name is not there."""
    row, text = task.cells[-1 if fold(name).startswith(task.name) else 0]
    finding = Finding(
        line=table.row_lines[row] if row < len(table.row_lines) else 0,
        kind="cell-cut",
        severity="warning",
        found=text,
        message=say("message.cell-cut", number=task.number, name=quotable(name)),
    )
    cell = msgspec.structs.replace(place, row=len(table.header) + row)
    return place_finding(finding, document, cell, 0, len(text))
