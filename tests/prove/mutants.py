"""Mutants of reader, parser, pages, search and data: each loses, doubles or reorders text of an issue.

A mutant changes one value of one module; ``prove`` has to exit 1 for each.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from generator.model import Document, Finding, Issue, Table
from generator.search.forms.form_of_index import Directory
from generator.search.ranges import Range
from generator.search.script import deflate

LONGEST_ID = 20
"""Longest text that may be an id, which a database refuses to have twice."""
Change = Callable[[Any], Any]
"""Makes the mutated value of the right one."""


class Mutant(NamedTuple):
    """One mutant."""

    name: str
    """What it does to the text."""
    module: str
    attribute: str
    """What is changed: a function or a table, where it is used."""
    change: Change


def takes(mutate: Callable[..., tuple[Any, ...]]) -> Change:
    """A mutant that gives a function other arguments."""

    def change(original: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(original)
        def mutated(*arguments: Any, **named: Any) -> Any:
            return original(*mutate(*arguments), **named)

        return mutated

    return change


def gives(mutate: Callable[[Any], Any]) -> Change:
    """A mutant that gives something else back than a function does."""

    def change(original: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(original)
        def mutated(*arguments: Any, **named: Any) -> Any:
            return mutate(original(*arguments, **named))

        return mutated

    return change


def without_last(values: Any) -> list[Any]:
    """All values but the last."""
    return list(values)[:-1]


def first_twice(values: Any) -> list[Any]:
    """The values with the first twice."""
    held = list(values)
    return [*held[:1], *held]


def backwards(values: Any) -> list[Any]:
    """The values from the last to the first."""
    return list(values)[::-1]


def cut(text: str, *more: Any) -> tuple[Any, ...]:
    """A text without its last character, before further arguments."""
    return text[:-1], *more


def once(text: str, *more: Any) -> tuple[Any, ...]:
    """A text in which no character is twice in a row."""
    return re.sub(r"(.)\1", r"\1", text), *more


def hide(markdown: str, classes: str = "", id_: str = "") -> tuple[str, str, str]:
    """A paragraph that only those hear who listen."""
    return markdown, f"{classes} visually-hidden", id_


def other_cell(heads: Any, placed: Any, place: tuple[int, int], marks: Any) -> tuple[Any, ...]:
    """The cell at the other end of a row."""
    row, column = place
    return heads, placed, (row, len(heads.cells[row]) - 1 - column), marks


def fewer_rows(name: str, heads: Any, placed: Any, rows: range, above: Any = ()) -> tuple[Any, ...]:
    """A section of a table without its last row."""
    return name, heads, placed, rows[:-1], above


def more_rows(name: str, heads: Any, placed: Any, rows: range, above: Any = ()) -> tuple[Any, ...]:
    """A section of a table with its last row twice."""
    return name, heads, placed, _Rows([*rows, rows[-1]] if rows else [], rows.stop), above


def to_next_cell(row: Sequence[str]) -> tuple[str, ...]:
    """A row whose first text is in the cell behind its own."""
    place = next((nth for nth, cell in enumerate(row[:-1]) if cell), None)
    if place is None:
        return tuple(row)
    return (*row[:place], "", row[place] + row[place + 1], *row[place + 2 :])


def to_next_shown(original: Callable[..., str]) -> Callable[..., str]:
    """The first cell of a row is shown in the second."""

    def mutated(heads: Any, placed: Any, place: tuple[int, int], marks: Any) -> str:
        row, column = place
        moved = original(heads, placed, (row, 0), marks) if column == 1 else ""
        return moved + (original(heads, placed, place, marks) if column else "")

    return mutated


def to_next_written(data: bytes) -> bytes:
    """A file of rows with the first text of each in the next cell."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    text = io.StringIO()
    csv.writer(text).writerows(map(to_next_cell, rows))
    return text.getvalue().encode("utf-8-sig")


class _Rows(list[int]):
    """Rows of a section, with the one that follows them."""

    def __init__(self, rows: Sequence[int], stop: int) -> None:
        super().__init__(rows)
        self.stop = stop


def loses_catalogue_title(entry: Any) -> Any:
    """An entry of the catalogue whose title is cut."""
    return msgspec.structs.replace(entry, title=entry.title[:-1])


def reverses_contents(entry: Any) -> Any:
    """An entry of the catalogue whose contents are in another order."""
    return msgspec.structs.replace(entry, contents=entry.contents[::-1])


def lists_twice(catalog: Any) -> Any:
    """A catalogue that has each document twice."""
    return msgspec.structs.replace(catalog, documents=catalog.documents * 2)


def without_last_row(data: bytes) -> bytes:
    """A file of rows without the last."""
    return b"".join(data.splitlines(keepends=True)[:-1])


def empties_last_shard(shards: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Shards of the index, the last of them empty."""
    return *shards[:-1], deflate('""')


def exchanges_documents(members: Iterable[tuple[int, Any]]) -> tuple[list[tuple[int, Any]]]:
    """The documents of a block, each with the postings of another one."""
    numbers, postings = zip(*members, strict=True)
    return (list(zip(numbers, postings[::-1], strict=True)),)


def loses_first_zone(zones: tuple[str, ...]) -> tuple[tuple[str, ...]]:
    """The zones of a document without the characters of its title."""
    return (("", *zones[1:]),)


def loses_last_piece(pieces: tuple[Any, ...]) -> tuple[Any, ...]:
    """The pieces of a text, the last of them without lines."""
    return *pieces[:-1], ()


def cut_text(value: Any) -> tuple[Any]:
    """A value without the last character of its text."""
    return (value[:-1] if isinstance(value, str) else value,)


def cut_long(value: Any) -> tuple[Any]:
    """The same of a value that is too long for an id."""
    return cut_text(value) if isinstance(value, str) and len(value) > LONGEST_ID else (value,)


def names_no_pack(form: Any) -> Any:
    """A form of the index whose directory names packs that are not there."""
    directory = form.directory

    def elsewhere(range_: Range) -> Directory:
        """What leads to packs that are not there."""
        right: Directory = directory(range_)
        return right._replace(hashes="0" * len(right.hashes))

    form.directory = elsewhere
    return form


def with_lines(mutate: Callable[..., tuple[Any, ...]]) -> Change:
    """A mutant that gives the list of the lines of a source other lines, or another first number."""

    def of_list(lines: Any) -> Any:
        """The list."""
        pieces = lines.pieces
        lines.pieces = lambda *arguments: pieces(*mutate(*arguments))
        return lines

    return gives(of_list)


def with_other_title(item: dict[str, Any]) -> dict[str, Any]:
    """An item whose title is cut."""
    return {**item, "title": item["title"][:-1]}


PAGES = "generator.pages"
SEARCH = "generator.search"
EXPORT = "generator.export"
BULK, BOX = f"{EXPORT}.bulk", f"{PAGES}.tools.reference_box"
FLOW, TABLE = f"{PAGES}.body.flow", f"{PAGES}.body.table_markup"

OF_PAGES = (
    Mutant("a block is lost", FLOW, "_part_pieces", gives(without_last)),
    Mutant("a block is twice", FLOW, "_part_pieces", gives(first_twice)),
    Mutant("blocks are in another order", FLOW, "_part_pieces", gives(backwards)),
    Mutant("an element is lost", FLOW, "shown_elements", gives(without_last)),
    Mutant("an element is twice", FLOW, "shown_elements", gives(first_twice)),
    Mutant("the title of a part is lost", FLOW, "_part_heading", gives(lambda _: "")),
    Mutant("the last character of a text is lost", f"{PAGES}.writing.inline", "escape", takes(cut)),
    Mutant("a doubled character is once", f"{PAGES}.body.blocks", "escape", takes(once)),
    Mutant("a text is only heard", f"{PAGES}.body.blocks", "paragraph", takes(hide)),
    Mutant("the rest of a run-in heading is lost", f"{PAGES}.body.blocks", "run_in",
           gives(lambda found: found and (*found[:2], ""))),
    Mutant("an item of a list is lost", f"{PAGES}.body.items", "_list",
           takes(lambda items: (items[:-1],))),
    Mutant("items of a list are in another order", f"{PAGES}.body.items", "_list",
           takes(lambda items: (items[::-1],))),
    Mutant("cells of a row are in another order", TABLE, "_content", takes(other_cell)),
    Mutant("a text is shown in the next cell", TABLE, "_content", to_next_shown),
    Mutant("a row of a table is lost", TABLE, "_section", takes(fewer_rows)),
    Mutant("a row of a table is twice", TABLE, "_section", takes(more_rows)),
    Mutant("the post of a person is lost", f"{PAGES}.body.roster_lists", "_member",
           takes(lambda member: (msgspec.structs.replace(member, post=None),))),
    Mutant("the number of a document is lost", f"{PAGES}.body.document_page", "_number",
           gives(lambda _: "")),
    Mutant("the title of a document is cut", f"{PAGES}.body.document_page", "heading",
           takes(lambda level, text, *more: (level, text[:-1], *more))),
    Mutant("a line of the masthead is cut", f"{PAGES}.lists.issue_page", "_masthead_line", takes(cut)),
    Mutant("an entry of the contents is twice", f"{PAGES}.lists.issue_page", "_entry",
           gives(lambda entry: f"{entry} {entry}")),
    Mutant("the last page is lost", PAGES, "document_page",
           gives(lambda page: msgspec.structs.replace(page, uri=f"{page.uri}.md"))),
)  # fmt: skip

OF_SEARCH = (
    Mutant("a line is not searched", f"{SEARCH}.passages", "document_lines", gives(without_last)),
    Mutant("lines are searched in another order", f"{SEARCH}.passages", "document_lines", gives(backwards)),
    Mutant("a line is searched twice", f"{SEARCH}.passages", "document_lines", gives(first_twice)),
    Mutant("figures are folded away", f"{SEARCH}.passages", "fold",
           gives(lambda text: re.sub(r"\d", "", text))),
    Mutant("the title is in no posting", f"{SEARCH}.postings", "find_pairs", takes(loses_first_zone)),
    Mutant("the first pair of a text is lost", f"{SEARCH}.postings", "numbers_of",
           takes(lambda text, singles: (text[1:], singles))),
    Mutant("postings are those of another document", f"{SEARCH}.block_files", "make_block",
           takes(exchanges_documents)),
    Mutant("a shard of the index is lost", f"{SEARCH}.index_files", "make_shards", gives(empties_last_shard)),
    Mutant("a directory names shards that are not there", f"{SEARCH}.index_files", "Packed", gives(names_no_pack)),
    Mutant("facets are those of other documents", f"{SEARCH}.index_files", "make_columns",
           takes(lambda records, *more: (list(records)[::-1], *more))),
    Mutant("the last piece of a text is lost", f"{SEARCH}.pieces", "pieces_of", gives(loses_last_piece)),
)  # fmt: skip

OF_DATA = (
    Mutant("a title of the catalogue is cut", f"{EXPORT}.catalog", "list_document", gives(loses_catalogue_title)),
    Mutant("contents of the catalogue are in another order", f"{EXPORT}.catalog", "list_issue",
           gives(reverses_contents)),
    Mutant("documents of the catalogue are twice", f"{EXPORT}.catalog_files", "make_catalog", gives(lists_twice)),
    Mutant("the last character of a cell is lost", f"{EXPORT}.table_files", "safe_cell", takes(cut)),
    Mutant("a text of a file is in the next cell", f"{EXPORT}.table_files", "table_csv",
           gives(to_next_written)),
    Mutant("a row of a file is lost", f"{EXPORT}.table_files", "table_csv", gives(without_last_row)),
    Mutant("a value of a table of the archive is cut", f"{BULK}.csv_files", "_cell", takes(cut_text)),
    Mutant("a value of the database is cut", f"{BULK}.sqlite_file", "_value", takes(cut_long)),
    Mutant("the index of the database is that of nothing", f"{BULK}.sqlite_file", "_INDEX",
           lambda script: script.replace("'rebuild'", "'delete-all'")),
    Mutant("a reference has another title", f"{PAGES}.body.document_page", "item_of", gives(with_other_title)),
    Mutant("a reference lost a character of BibTeX", BOX, "bibtex",
           takes(lambda item: (with_other_title(item),))),
    Mutant("a reference lost a character of RIS", BOX, "ris",
           takes(lambda item: (with_other_title(item),))),
    Mutant("a reference lost a character of GB/T 7714", BOX, "gbt_7714",
           takes(lambda item, edition: (with_other_title(item), edition))),
    Mutant("the files of tables are not written", EXPORT, "EXPORTS",
           lambda exports: tuple(one for one in exports if one.__name__ != "export_tables")),
)  # fmt: skip


def of_lines(mutate: Callable[[list[Any]], list[Any]]) -> Change:
    """A mutant of the lines that the repairs give."""
    return gives(lambda repaired: (mutate(repaired[0]), *repaired[1:]))


def of_issue(mutate: Callable[[Issue], Issue]) -> Change:
    """A mutant of the issue that the parser gives."""
    return gives(mutate)


def of_blocks(mutate: Callable[[Any], Any]) -> Change:
    """A mutant of the blocks of the last document."""

    def change(issue: Issue) -> Issue:
        *others, last = issue.documents
        return msgspec.structs.replace(issue, documents=(*others, mutated(last)))

    def mutated(document: Document) -> Document:
        parts = tuple(
            msgspec.structs.replace(part, blocks=tuple(mutate(part.blocks)))
            for part in document.parts
        )
        return msgspec.structs.replace(document, parts=parts)

    return of_issue(change)


def swap_lines(lines: list[Any]) -> list[Any]:
    """Two lines of running text in each other's place."""
    return [*lines[:17], lines[18], lines[17], *lines[19:]]


def cut_line(lines: list[Any]) -> list[Any]:
    """A line without its last character."""
    return [*lines[:17], replace(lines[17], text=lines[17].text[:-2]), *lines[18:]]


def shift_rows(values: Any) -> Iterator[Any]:
    """The blocks, the first text of each row of a table in the next cell."""
    for value in values:
        is_table = isinstance(value, Table)
        yield (
            msgspec.structs.replace(value, rows=tuple(map(to_next_cell, value.rows)))
            if is_table
            else value
        )


def of_every_block(mutate: Callable[[Any], Any]) -> Change:
    """A mutant of the blocks of all documents."""

    def change(document: Document) -> Document:
        parts = (
            msgspec.structs.replace(part, blocks=tuple(mutate(part.blocks)))
            for part in document.parts
        )
        return msgspec.structs.replace(document, parts=tuple(parts))

    return of_issue(
        lambda issue: msgspec.structs.replace(issue, documents=tuple(map(change, issue.documents)))
    )


def calls_furniture(said: str) -> Change:
    """A mutant that leaves a line out as page furniture, with its finding."""

    def change(repairs: Any) -> Any:
        return tuple(mutated(one) if one.__name__ == "drop_furniture" else one for one in repairs)

    def mutated(original: Callable[..., Any]) -> Callable[..., Any]:
        def drop(lines: list[Any]) -> tuple[list[Any], list[Finding]]:
            kept, findings = original(lines)
            place = next(nth for nth, line in enumerate(kept) if line.text.strip() == said)
            gone = Finding(kept[place].number, "page-furniture", "info", said)
            return [*kept[:place], *kept[place + 1 :]], [*findings, gone]

        return drop

    return change


def join_texts(values: Any) -> Iterator[Any]:
    """The blocks, each text without its last sentence mark."""
    for value in values:
        text = getattr(value, "text", None)
        yield msgspec.structs.replace(value, text=text[:-1]) if text else value


READ, PARSE = "generator.read", "generator.parse.pipeline"

OF_READING = (
    Mutant("the reader loses a line", READ, "repair", of_lines(lambda lines: [*lines[:17], *lines[18:]])),
    Mutant("the reader has a line twice", READ, "repair",
           of_lines(lambda lines: [*lines[:18], *lines[17:]])),
    Mutant("the reader swaps two lines", READ, "repair", of_lines(swap_lines)),
    Mutant("the reader cuts a line", READ, "repair", of_lines(cut_line)),
    Mutant("the reader ends early", READ, "repair", of_lines(lambda lines: lines[:-3])),
    Mutant("a heading is called a running head", "generator.read.repairs", "REPAIRS",
           calls_furniture("二、主要任务")),
    Mutant("a line that is printed three times is called a running head", "generator.read.repairs", "REPAIRS",
           calls_furniture("各县区人民政府，市政府各部门：")),
    Mutant("a signature is called a running head", "generator.read.repairs", "REPAIRS",
           calls_furniture("云溪市人民政府")),
    Mutant("the parser loses a block", PARSE, "_issue", of_blocks(without_last)),
    Mutant("the parser has a block twice", PARSE, "_issue", of_blocks(first_twice)),
    Mutant("the parser has blocks in another order", PARSE, "_issue", of_blocks(backwards)),
    Mutant("the parser moves a text to the next cell", PARSE, "_issue", of_every_block(shift_rows)),
    Mutant("the parser cuts every text", PARSE, "_issue", of_blocks(join_texts)),
    Mutant("the parser loses a document", PARSE, "_issue",
           of_issue(lambda issue: msgspec.structs.replace(issue, documents=issue.documents[:-1]))),
    Mutant("the parser loses a line of the masthead", PARSE, "_issue",
           of_issue(lambda issue: msgspec.structs.replace(issue, masthead=issue.masthead[1:]))),
    Mutant("the parser loses an entry of the contents", PARSE, "_issue",
           of_issue(lambda issue: msgspec.structs.replace(issue, contents=issue.contents[:-1]))),
)  # fmt: skip


def of_elements(**values: Callable[[Any], Any]) -> Change:
    """A mutant of elements of every document, whose print is as it was."""

    def change(document: Document) -> Document:
        changed = {name: mutate(getattr(document, name)) for name, mutate in values.items()}
        return msgspec.structs.replace(document, **changed)

    return of_issue(
        lambda issue: msgspec.structs.replace(issue, documents=tuple(map(change, issue.documents)))
    )


OF_ELEMENTS = (
    Mutant("copies are lost, but for their print", PARSE, "_issue", of_elements(copies=lambda _: None)),
    Mutant("dates are lost, but for their print", PARSE, "_issue", of_elements(date=lambda _: None)),
    Mutant("recipients are cut, but for their print", PARSE, "_issue",
           of_elements(recipients=lambda text: text and text[:-2])),
    Mutant("findings are not counted", f"{EXPORT}.catalog", "count_severities", gives(lambda _: {})),
)  # fmt: skip

SOURCE = f"{PAGES}.source.source_pages"

OF_SOURCES = (
    Mutant("a line of a source is lost", SOURCE, "_Lines",
           with_lines(lambda lines, first: (lines[:5] + lines[6:], first))),
    Mutant("lines of a source are in another order", SOURCE, "_Lines",
           with_lines(lambda lines, first: (lines[::-1], first))),
    Mutant("lines of a source are cut", SOURCE, "_shown", takes(cut)),
    Mutant("a line of a source is markup", SOURCE, "_shown", gives(lambda line: f"<!--{line}-->")),
    Mutant("lines of a source have other numbers", SOURCE, "_Lines",
           with_lines(lambda lines, first: (lines, first + 1))),
    Mutant("a source cannot be downloaded", "generator.prove.in_memory", "build_assets", gives(lambda _: ())),
    Mutant("a source has other bytes", f"{PAGES}.source.assets", "Asset",
           takes(lambda uri, data: (uri, data + b"\n"))),
)  # fmt: skip

MUTANTS = (*OF_PAGES, *OF_SEARCH, *OF_DATA, *OF_READING, *OF_ELEMENTS, *OF_SOURCES)
