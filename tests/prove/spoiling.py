"""How tests spoil a file of a site in one place, and what ``prove`` says then of what is of the whole archive."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cache
from typing import Any

import msgspec

from generator.export import SERVED, build_exports, export_dcat
from generator.feeds import build_feeds
from generator.model import Archive, Site
from generator.prove import Difference
from generator.prove.carriers.whole_files import WholeFiles
from generator.prove.data_checks import read_catalogues
from tests.fixtures.demo_archive import demo_archive
from tests.prove.test_form_checks import Published

ADDRESS = "https://example.org/a/"
SITE = Site("云溪文库", publisher="云溪市档案馆")
Change = Callable[[bytes], bytes | None]
Rows = list[list[str]]


@cache
def archive_and_files() -> tuple[Archive, Mapping[str, bytes]]:
    """The fictional archive, and the data of a site of it that has an address."""
    archive = demo_archive()
    links = msgspec.structs.replace(SERVED, site=ADDRESS)
    home = f'<head><link rel="canonical" href="{ADDRESS}"></head>'
    files = {"index.html": home.encode(), **dict(build_exports(archive, links))}
    return archive, {
        **files,
        **dict(build_feeds(archive, SITE, links)),
        **dict(export_dcat(archive, SITE, links)),
    }


def said_of(spoilt: Mapping[str, bytes | None], *, alone: bool = False) -> list[Difference]:
    """What is said of a site of which some files are spoilt.

    :param alone: whether sources of a part of it only are at hand
    """
    archive, files = archive_and_files()
    outlet = Published(dict(files), dict(spoilt))
    whole = WholeFiles(outlet, read_catalogues(outlet), None if alone else archive)
    found = [*whole.check_once()]
    for record in archive.issues:
        found += whole.check(record)
    return found


def spoil(address: str, change: Change) -> list[Difference]:
    """What is said where one file is spoilt; the change must change it."""
    data = archive_and_files()[1][address]
    spoilt = change(data)
    assert spoilt != data
    return said_of({address: spoilt})


def gone(data: bytes) -> None:
    """No file."""


def put(pattern: str, text: str) -> Change:
    """Other characters in the place of the first that match."""

    def change(data: bytes) -> bytes:
        made, count = re.subn(pattern, text, data.decode(), count=1, flags=re.DOTALL)
        assert count, pattern
        return made.encode()

    return change


def of_rows(change: Callable[[Rows], Rows]) -> Change:
    """Other rows of a CSV file."""

    def changed(data: bytes) -> bytes:
        text = io.StringIO()
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        csv.writer(text).writerows(change(rows))
        return text.getvalue().encode("utf-8-sig")

    return changed


def cell(column: str, value: str) -> Change:
    """Another value in the first row."""

    def change(rows: Rows) -> Rows:
        rows[1][rows[0].index(column)] = value
        return rows

    return of_rows(change)


def of_json(change: Callable[[Any], object]) -> Change:
    """A file of JSON that is changed in place."""

    def changed(data: bytes) -> bytes:
        plain = json.loads(data)
        change(plain)
        return json.dumps(plain, ensure_ascii=False).encode()

    return changed


def run(*statements: str) -> Change:
    """A database behind some statements."""

    def change(data: bytes) -> bytes:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
            database.deserialize(data)
            for statement in statements:
                database.execute(statement)
            return database.serialize()

    return change
