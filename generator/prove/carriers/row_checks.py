"""The tables of the archive, as CSV and in the database, against the issues: each row, each value."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from generator.forms.carried import carried, one_line
from generator.model import Archive, IssueRecord
from generator.prove.carriers.published_rows import Keyed, Published, TableRows
from generator.prove.carriers.row_values import Row, rows_of, rows_of_archive
from generator.prove.data_checks import bare_cell, differing, is_page_of
from generator.prove.mismatch import Difference
from generator.registers.unheld import CitedIndex

MOST = 20
"""Most differences of one issue that are listed: a whole column may be another."""


def in_cell(value: Any) -> str:
    """A value as a CSV file has it, without blanks and without what hinders a formula."""
    return "" if value is None else bare_cell(one_line(str(value)))


def in_database(value: Any) -> Any:
    """A value as the database has it."""
    return carried(value) if isinstance(value, str) else value


class ArchiveTables:
    """The tables of an archive in one of their forms."""

    def __init__(
        self, read: Iterable[tuple[str, TableRows | str]], form: Callable[[Any], Any]
    ) -> None:
        """Take what was read.

        :param form: what a value that is known, or one that was read, is in this form
        """
        found = dict(read)
        self.damage = [one for one in found.values() if isinstance(one, str)]
        """Why tables cannot be read, a line for each."""
        self.tables = {name: one for name, one in found.items() if isinstance(one, TableRows)}
        self._form = form

    def rows(self, name: str, issue: str) -> Keyed:
        """The rows of a table that are of an issue."""
        return self.tables[name].by_issue.get(issue, {}) if name in self.tables else {}

    def check(self, record: IssueRecord, cited: CitedIndex | None) -> Iterator[Difference]:
        """The differences of the rows of an issue, the first of them.

        :param cited: what the archive cites without holding it; without it this is not compared
        """
        return islice(self._check(rows_of(record, cited), record.id), MOST)

    def check_archive(self, archive: Archive, cited: CitedIndex) -> Iterator[Difference]:
        """The differences of the rows that are of no single issue, and those that are of none of the archive."""
        yield from islice(self._check(rows_of_archive(archive, cited), ""), MOST)
        known = {"", *(record.id for record in archive.issues)}
        for table in self.tables.values():
            for issue in sorted(table.by_issue.keys() - known):
                yield Difference("data", table.address, 0, f"added: rows of {issue}")

    def _check(self, rows: Iterable[Row], issue: str) -> Iterator[Difference]:
        """The differences of the rows of an issue, or of those that are of none."""
        expected: defaultdict[str, list[Row]] = defaultdict(list)
        for row in rows:
            expected[row.table].append(row)
        for name, table in self.tables.items():
            rest = dict(self.rows(name, issue))
            for row in expected[name]:
                seen = rest.pop(tuple(map(str, row.key)), [])
                yield from self._check_row(table.address, row, seen)
            for key in rest:
                said = f"added: the row {' '.join(key)} of {name}"
                yield Difference("data", table.address, 0, said)

    def _check_row(self, address: str, row: Row, seen: list[Published]) -> Iterator[Difference]:
        """The differences of a row, of which there must be one."""
        key = " ".join(map(str, row.key))
        if len(seen) != 1:
            said = f"{'twice' if seen else 'lost'}: the row {key} of {row.table}"
            yield Difference("data", address, row.line, said)
            return
        place = f"values of {key} in {address}"
        values, own = (
            {k: self._form(one) for k, one in held.items()} for held in (row.values, seen[0])
        )
        yield from differing(values, own, "data", place, row.line)
        if "url" in own and not is_page_of(str(row.key[0]), own["url"]):
            yield Difference("data", place, row.line, "url: is not that of its page")
