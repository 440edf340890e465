"""What a site has once, of the whole archive: which of it must be there, and each value of it against the issues."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from generator.archive.text_apart import WHOLE
from generator.export import SERVED, catalog
from generator.export.bulk.csv_files import PACKAGE, data_package
from generator.export.bulk.dcat import DCAT
from generator.export.bulk.sqlite_file import DATABASE, MOST_CHARACTERS, can_index
from generator.export.form import to_json
from generator.export.schemas import export_schemas
from generator.feeds.feed_files import SCHEMA
from generator.feeds.json_feed import feed_schema
from generator.forms.table_schema import FOLDER, csv_resource
from generator.model import Archive, IssueRecord
from generator.pages.index.feed_places import ALL
from generator.prove.carriers.feed_checks import FeedChecks
from generator.prove.carriers.loaded_texts import check_text
from generator.prove.carriers.published_rows import read_csv_tables, read_database_tables
from generator.prove.carriers.row_checks import ArchiveTables, in_cell, in_database
from generator.prove.citing.head_checks import Head
from generator.prove.data_checks import Catalogue, Plain, differing, read_plain
from generator.prove.mismatch import Difference
from generator.prove.outlets import Outlet, read_page
from generator.registers.table_list import list_tables
from generator.registers.unheld import CitedIndex, collect_cited
from generator.visible.printed_text import first


class WholeFiles:
    """The files of a site that are of the whole archive."""

    def __init__(
        self, outlet: Outlet, catalogues: Sequence[Catalogue], archive: Archive | None
    ) -> None:
        """Read what is there.

        :param catalogues: the last says how large the archive is, and so what must be there
        :param archive: all that was published; None where the sources are those of a part of it only
        """
        self._outlet, self._catalogues, self._archive = outlet, catalogues, archive
        catalogue = catalogues[-1]
        self._cited = collect_cited(archive) if archive else None
        self._package: tuple[str, Plain, str] = "", {}, ""
        documents = [one for entries in catalogue.documents.values() for one in entries]
        words = sum(n for one in documents if isinstance(n := one.get("words"), int))
        is_small = not catalogue.damage and len(documents) <= catalog.MOST_LISTED
        self._has_tables = is_small or outlet.read(PACKAGE) is not None
        self._tables = ArchiveTables(read_csv_tables(outlet) if self._has_tables else (), in_cell)
        data = outlet.read(DATABASE)
        self._has_database = data is not None
        self._lacks_database = is_small and words <= MOST_CHARACTERS and not data and can_index()
        self._database = ArchiveTables(read_database_tables(data) if data else (), in_database)

    def check(self, record: IssueRecord) -> Iterator[Difference]:
        """The differences of what these files say of an issue."""
        yield from self._tables.check(record, self._cited)
        yield from self._database.check(record, self._cited)
        yield from self._check_texts(record)
        yield from self._check_package(record)

    def _check_texts(self, record: IssueRecord) -> Iterator[Difference]:
        """The differences of the texts in the database; one that lacks a row has said so."""
        rows = self._database.rows("documents", record.id)
        for document in record.documents:
            if row := rows.get((document.id,)):
                yield from check_text(DATABASE, dict(row[0]), document)

    def _check_package(self, record: IssueRecord) -> Iterator[Difference]:
        """The differences of the package of the tables of a gazette."""
        tables = list(list_tables(record.documents))
        address = f"{FOLDER}/{record.publication}.datapackage.json"
        if tables and self._package[0] != address:
            self._package = address, *read_plain(self._outlet, address)
        _, package, damage = self._package
        if tables and damage:
            yield Difference("data", address, 0, damage)
            return
        listed = package.get("resources")
        resources = (
            [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        )
        if tables and self._archive:
            titles = {one.id: one.title for one in self._archive.publications}
            expected = {"title": titles[record.publication]}
            yield from differing(expected, package, "data", address, 0)
        for one in tables:
            expected = _encoded(csv_resource(one.name, one.caption, one.table))
            seen = [resource for resource in resources if resource.get("name") == expected["name"]]
            line = first(one.table.lines)
            if len(seen) != 1:
                said = f"{'twice' if seen else 'lost'}: the table {one.name}"
                yield Difference("data", address, line, said)
            else:
                yield from differing(expected, seen[0], "data", f"{one.name} in {address}", line)

    def check_once(self) -> Iterator[Difference]:
        """The differences that are of no single issue."""
        for said in (*self._tables.damage, *self._database.damage):
            yield Difference("data", "tables", 0, said)
        if self._lacks_database:
            yield Difference("data", DATABASE, 0, f"lost: {DATABASE} is not there")
        site = Head(read_page(self._outlet, "") or b"").canonical
        fixed = dict(export_schemas(Archive(), SERVED, WHOLE))
        fixed |= {PACKAGE: to_json(data_package())} if self._has_tables else {}
        fixed |= {SCHEMA: to_json(feed_schema())} if site else {}
        for address, data in fixed.items():
            if self._outlet.read(address) != data:
                said = f"lost: {address} is not there, or has other bytes"
                yield Difference("data", address, 0, said)
        if site and (damage := read_plain(self._outlet, DCAT)[1]):
            yield Difference("data", DCAT, 0, damage)
        if self._archive and self._cited:
            yield from self._check_archive(self._archive, self._cited, site)

    def _check_archive(
        self, archive: Archive, cited: CitedIndex, site: str
    ) -> Iterator[Difference]:
        """The differences from an archive that is all that was published."""
        yield from self._tables.check_archive(archive, cited)
        yield from self._database.check_archive(archive, cited)
        if site or self._outlet.read(f"{ALL}.xml") or self._outlet.read(f"{ALL}.json"):
            yield from FeedChecks(self._outlet, archive, site).check()
        known = {record.id for record in archive.issues}
        for id_ in dict.fromkeys(id_ for one in self._catalogues for id_ in one.issues):
            if id_ not in known:
                yield Difference("data", "catalogue", 0, f"added: the issue {id_}")


def _encoded(value: Any) -> Plain:
    """A value as JSON has it."""
    return msgspec.json.decode(msgspec.json.encode(value), type=Plain)
