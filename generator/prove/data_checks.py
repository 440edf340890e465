"""The data files against the issue: each value of the catalogue, each cell of a table."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.model import DocumentRecord, Issue, IssueRecord
from generator.model.document import tables_of
from generator.model.finding import count_severities
from generator.permanence.published import CATALOG, PARTS
from generator.prove.mismatch import Difference, Where, compare, quote
from generator.prove.outlets import Outlet
from generator.visible import CELL, ROW, Piece, seen_text
from generator.visible.data_seen import csv_seen
from generator.visible.printed_text import first

Plain = dict[str, Any]
"""A value as JSON has it."""

NOT_LISTED = {
    "issue": frozenset({"masthead", "documents", "findings"}),
    "document": frozenset({"as_printed", "parts"}),
    "part": frozenset({"blocks"}),
}
"""What the catalogue does not repeat of a value: texts are on pages and in the index, it has their elements."""
NOTHING: tuple[object, ...] = (None, [], {}, "")
"""Values that say nothing."""
FORMULA = "=+-@＝＋－＠"
"""With these a formula begins: a table has an apostrophe before such a cell."""


class Catalogue:
    """The catalogue of a site, by id."""

    def __init__(self, plain: Plain, damage: str = "") -> None:
        self.damage = damage
        """Why nothing can be read of it; empty where it was read."""
        self.issues = _by_id(plain.get("issues"))
        self.documents = _by_id(plain.get("documents"))
        self.publications = _by_id(plain.get("publications"))
        self.citations = _by_id(plain.get("citations"), "from")
        self.order = {id_: nth for nth, id_ in enumerate(self.documents)}
        """Id of each document → its place."""
        self.citing = frozenset(_citing(_entries(plain.get("cited"))))
        """Ids of the documents that cite what the archive does not hold."""


def read_catalogues(outlet: Outlet) -> tuple[Catalogue, ...]:
    """The catalogue of a site as its parts have it, and as one file, unless that has no lists."""
    whole, damage = read_plain(outlet, CATALOG)
    try:
        parts = Catalogue(_join(outlet))
    except DamagedPart as error:
        parts = Catalogue({}, str(error))
    if whole.get("complete") is False and not damage:
        return (parts,)
    return Catalogue(whole, damage), parts


class DamagedPart(Exception):
    """A file of the catalogue that cannot be read, or is not what the index of the parts says."""


def read_plain(outlet: Outlet, address: str) -> tuple[Plain, str]:
    """A file of JSON as plain data; nothing where it is damaged, with what is said then."""
    data = outlet.read(address)
    if data is None:
        return {}, f"lost: {address} is not there"
    try:
        return msgspec.json.decode(data, type=Plain), ""
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}, f"lost: {address} is damaged"


def _join(outlet: Outlet) -> Plain:
    """The catalogue that the parts make together.

    Raises :class:`DamagedPart` for one that is not there, damaged, or not what the index says.
    """
    index, damage = read_plain(outlet, PARTS)
    if damage:
        raise DamagedPart(damage)
    joined: dict[str, list[Any]] = {name: [] for name in LISTS}
    parts = {str(entry.get("part")): entry for entry in _entries(index.get("issues"))}
    for entry in parts.values():
        part = _read_part(outlet, entry)
        for name in LISTS:
            joined[name] += _entries(part.get(name))
    for document in joined["documents"]:
        _add_coverage(document, index.get("coverage"))
    return {**joined, "publications": index.get("publications")}


LISTS = ("issues", "documents", "citations", "cited")
"""Lists of a part that are joined with those of the others."""


def _read_part(outlet: Outlet, entry: Plain) -> Plain:
    """The part of an entry of the index; raises :class:`DamagedPart`."""
    address = str(entry.get("part"))
    part, damage = read_plain(outlet, address)
    if damage:
        raise DamagedPart(damage)
    if sha256(outlet.read(address) or b"").hexdigest() != entry.get("part_sha256"):
        reason = f"lost: {address} is not the one of the index"
        raise DamagedPart(reason)
    return part


def _add_coverage(document: Plain, coverage: object) -> None:
    """Put how far its gazette is held back into the evidence of a document, in place."""
    evidence = document.get("evidence")
    if not isinstance(evidence, dict) or not isinstance(coverage, dict):
        return
    held = coverage.get(str(document.get("id")).partition("/")[0])
    evidence |= held if isinstance(held, dict) else {}
    repealing = coverage.get(str(evidence.get("by")).partition("/")[0])
    if isinstance(repealing, dict):
        evidence["by_as_of"] = repealing.get("as_of")


def _entries(listed: object) -> Iterator[Plain]:
    """The entries of a list of the catalogue."""
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            yield entry


def _citing(cited: Iterable[Plain]) -> Iterator[str]:
    """The ids of the documents that cite others."""
    for entry in cited:
        by = entry.get("by")
        yield from map(str, by if isinstance(by, list) else ())


def _by_id(listed: object, key: str = "id") -> dict[str, list[Plain]]:
    """Entries of the catalogue by their ids, in order."""
    found: dict[str, list[Plain]] = {}
    for entry in _entries(listed):
        found.setdefault(str(entry.get(key)), []).append(entry)
    return found


def check_catalogues(
    catalogues: Iterable[Catalogue], record: IssueRecord
) -> tuple[Difference, ...]:
    """The differences between an issue and the catalogue in each of its forms, the same one once."""
    found = (one for catalogue in catalogues for one in check_catalogue(catalogue, record))
    return tuple(dict.fromkeys(found))


def check_catalogue(catalogue: Catalogue, record: IssueRecord) -> Iterator[Difference]:
    """The differences between the catalogue and an issue with its documents."""
    place = f"catalogue entry of {record.id}"
    if catalogue.damage:
        yield Difference("data", place, 0, catalogue.damage)
        return
    own = {
        "id": record.id,
        "gazette": record.publication,
        "documents": [document.id for document in record.documents],
    }
    expected = _plain(record.issue, "issue") | own | _said(record.issue)
    entries = catalogue.issues.get(record.id, [])
    yield from _check_entry(entries, expected, place, {})
    yield from _check_address(entries, record.id, place)
    if len(catalogue.publications.get(record.publication, ())) != 1:
        yield Difference("data", place, 0, f"lost: the gazette {record.publication} has no entry")
    places = [catalogue.order.get(document.id, 0) for document in record.documents]
    if places != sorted(places):
        yield Difference("data", place, 0, "in another order: its documents")
    for document in record.documents:
        yield from check_document(catalogue, document)
        yield from _check_citations(catalogue, document)
    ids = {document.id for document in record.documents}
    for id_, entries in catalogue.documents.items():
        if id_ not in ids and any(entry.get("issue") == record.id for entry in entries):
            yield Difference("data", place, 0, f"added: the document {id_}")


def is_page_of(id_: str, url: object) -> bool:
    """Whether a relative address is that of the page of an issue or a document, on a server or in a bundle."""
    return url in (f"archive/{id_}/", f"archive/{id_}/index.html", f"archive/{id_}.html")


def _check_address(entries: list[Plain], id_: str, place: str) -> Iterator[Difference]:
    """The difference of an entry whose address is not that of its page."""
    for entry in entries:
        if not is_page_of(id_, entry.get("url")):
            yield Difference("data", place, 0, f"url: {_shown(entry.get('url'))} is not its page")


def _check_citations(catalogue: Catalogue, record: DocumentRecord) -> Iterator[Difference]:
    """The differences between the lists of citations and what a document cites."""
    place = f"citations of {record.id}"
    start = first(record.document.lines)
    held: list[Plain] = [
        {"from": record.id, **{name: getattr(one, name) for name in _OF_CITATION}}
        for one in record.document.citations
        if one.target is not None
    ]
    for path, one, other in unequal(held, catalogue.citations.get(record.id, []), "citations"):
        yield Difference("data", place, start, f"{path}: {_shown(one)} is {_shown(other)}")
    cites = any(
        one.target is None and not one.candidates and (one.title or one.number)
        for one in record.document.citations
    )
    if cites and record.id not in catalogue.citing:
        yield Difference("data", place, start, "lost: no document that is not held is cited by it")


_OF_CITATION = ("target", "anchor", "relation", "line", "role")


def _said(issue: Issue) -> Plain:
    """What the catalogue says of the findings of an issue: how many, and those of damage."""
    damage = [finding for finding in issue.findings if finding.severity == "error"]
    return {
        "findings": count_severities(issue.findings),
        "damage": _encoded(damage),
    }


def check_document(catalogue: Catalogue, record: DocumentRecord) -> Iterator[Difference]:
    """The differences between the catalogue and a document: every element, label and title."""
    place = f"catalogue entry of {record.id}"
    entries = catalogue.documents.get(record.id, [])
    yield from check_entry(entries, record, place)
    yield from _check_address(entries, record.id, place)


def check_entry(
    entries: list[Plain], record: DocumentRecord, place: str, apart: Collection[str] = ()
) -> Iterator[Difference]:
    """The differences between a document and the entries that list it, of which there must be one.

    :param apart: names of what these entries do not list
    """
    document = record.document
    own = {"id": record.id, "issue": record.issue, "words": record.characters}
    own |= {name: _encoded(getattr(record, name)) for name in ("status", "evidence")}
    expected = _plain(document, "document") | own
    expected["parts"] = [_plain(part, "part") for part in document.parts]
    expected = {name: value for name, value in expected.items() if name not in apart}
    lines = {name: first(span) for name, span in document.at.items()}
    lines[""] = first(document.lines)
    yield from _check_entry(entries, expected, place, lines)


def _encoded(value: Any) -> Any:
    """A value as JSON has it."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _plain(value: Any, kind: str) -> Plain:
    """A value as JSON has it, without what the catalogue does not repeat."""
    plain: Plain = _encoded(value)
    return {name: held for name, held in plain.items() if name not in NOT_LISTED[kind]}


def _check_entry(
    entries: list[Plain], expected: Plain, place: str, lines: Mapping[str, int]
) -> Iterator[Difference]:
    """The differences of one entry, a line for each name."""
    start = lines.get("", 0)
    if len(entries) != 1:
        said = "twice: it has several entries" if entries else "lost: it has no entry"
        yield Difference("data", place, start, said)
        return
    for name, value in expected.items():
        line = lines.get(name, start)
        for path, one, other in unequal(value, entries[0].get(name), name):
            said = (
                f"lost: {path}: {_shown(one)}"
                if other is None
                else f"{path}: {_shown(one)} is {_shown(other)}"
            )
            yield Difference("data", place, line, said)


def unequal(expected: object, seen: object, path: str) -> Iterator[tuple[str, object, object]]:
    """Where two plain values differ: path, expected value, value seen; a value that says nothing may be left out."""
    if isinstance(expected, dict) and isinstance(seen, dict):
        for name in dict.fromkeys((*expected, *seen)):
            yield from unequal(expected.get(name), seen.get(name), f"{path}.{name}")
    elif isinstance(expected, list) and isinstance(seen, list) and len(expected) == len(seen):
        for nth, (one, other) in enumerate(zip(expected, seen, strict=True)):
            yield from unequal(one, other, f"{path}.{nth}")
    elif expected != seen and not (seen is None and expected in NOTHING):
        yield path, expected, seen


def differing(
    expected: Plain, seen: Plain, where: Where, place: str, line: int
) -> Iterator[Difference]:
    """The differences of the values that are expected, whatever else is there."""
    held = {name: seen.get(name) for name in expected}
    for path, one, other in unequal(expected, held, ""):
        said = f"{path.lstrip('.')}: {quote(str(one))} is {quote(str(other))}"
        yield Difference(where, place, line, said)


def _shown(value: object) -> str:
    """A value as a line shows it."""
    return quote(value if isinstance(value, str) else msgspec.json.encode(value).decode())


def check_tables(outlet: Outlet, record: DocumentRecord) -> Iterator[Difference]:
    """The differences between the tables of a document and their files, cell by cell."""
    number = 0
    for number, table in enumerate(tables_of(record.document), 1):
        address = _address(record, number)
        data = outlet.read(address)
        if data is None:
            yield Difference("data", address, first(table.lines), f"lost: {address} is not there")
        else:
            expected = [_as_in_file(one) for one in csv_seen(table)]
            yield from compare(expected, _cells(data), "data", address)
    if outlet.read(_address(record, number + 1)) is not None:
        yield Difference(
            "data", _address(record, number + 1), 0, "added: the document has no such table"
        )


def _address(record: DocumentRecord, number: int) -> str:
    """Address of the file of a table."""
    return f"data/tables/{record.id.replace('/', '-')}-{number}.csv"


def _cells(data: bytes) -> str:
    """The cells of a file, each with its mark."""
    csv.field_size_limit(max(csv.field_size_limit(), len(data)))  # 131,072 unless it is said
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig", errors="replace"), newline=""))
    try:
        return "".join(ROW + "".join(CELL + bare_cell(cell) for cell in row) for row in rows)
    except csv.Error:
        return ""


def _as_in_file(one: Piece) -> Piece:
    """A cell as its file has it: an apostrophe before a formula may be printed too."""
    return replace(one, text=CELL + bare_cell(one.text[1:])) if one.text.startswith(CELL) else one


def bare_cell(text: str) -> str:
    """The characters of a cell without the apostrophe that hinders a formula."""
    rest = seen_text(text).removeprefix("'")
    return rest if rest[:1] and rest[0] in FORMULA else seen_text(text)
