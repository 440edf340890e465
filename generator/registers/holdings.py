"""Which numbers of a series (机关代字 and year) the archive holds and which it lacks.

The highest number is the highest that anyone names.
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.lexicon.numbers import DocumentNumber, split_number
from generator.model import Archive, DocumentRecord, Value
from generator.registers.plausible import misreads_year

SeriesKey = tuple[str, str, int]
"""Gazette, prefix and year: what the numbers of a series have in common."""
Holding = tuple[int, DocumentRecord]
"""A serial number, and the document that has or cites it."""


class Series(Value, frozen=True):
    """The numbers of one 机关代字 in one year, as one gazette prints them."""

    publication: str
    """Id of the gazette."""
    prefix: str
    """机关代字."""
    year: int
    """Year in the brackets."""
    held: tuple[Holding, ...]
    """Serial numbers and documents, ascending; a number that two documents have is there twice."""
    highest: int
    """The highest serial number that is held or cited."""
    cited_by: DocumentRecord | None
    """The document that cites the highest number, when it is not held."""

    @property
    def missing(self) -> tuple[tuple[int, int], ...]:
        """Runs of numbers below the highest that are not held: first and last of each."""
        ends = {serial for serial, _ in self.held}
        if self.cited_by:
            ends.add(self.highest + 1)  # the highest number is missing itself
        runs, expected = [], 1
        for serial in sorted(ends):
            if serial > expected:
                runs.append((expected, serial - 1))
            expected = serial + 1
        return tuple(runs)


def list_series(archive: Archive) -> tuple[Series, ...]:
    """Every series of which the archive holds a document, newest year first within its prefix."""
    held: defaultdict[SeriesKey, list[Holding]] = defaultdict(list)
    for record in archive.documents:
        if number := split_number(record.document.number):
            held[_key(record, number)].append((number.serial, record))
    cited = _highest_cited(archive)
    found = [_series(key, holdings, cited.get(key)) for key, holdings in held.items()]
    return tuple(sorted(found, key=_order))


def _series(key: SeriesKey, holdings: list[Holding], cited: Holding | None) -> Series:
    """A series: what is held of it, and the highest number, which may be one that is only cited."""
    held = tuple(sorted(holdings, key=lambda holding: holding[0]))
    highest, cited_by = held[-1][0], None
    if cited and cited[0] > highest:
        highest, cited_by = cited
    return Series(*key, held, highest, cited_by)


def _order(series: Series) -> tuple[str, str, int]:
    """Sort key: newest year first, a year that was misread last."""
    misread = all(misreads_year(record, series.year) for _, record in series.held)
    return series.publication, series.prefix, 0 if misread else -series.year


def _key(record: DocumentRecord, number: DocumentNumber) -> SeriesKey:
    """Gazette, prefix and year: the same prefix may be that of another place in another gazette."""
    return record.gazette, number.prefix, number.year


def _highest_cited(archive: Archive) -> dict[SeriesKey, Holding]:
    """The highest number of each series that documents of the same gazette cite, and which do."""
    highest: dict[SeriesKey, Holding] = {}
    for record, number in _cited(archive):
        key = _key(record, number)
        if key not in highest or number.serial > highest[key][0]:
            highest[key] = (number.serial, record)
    return highest


def _cited(archive: Archive) -> Iterator[tuple[DocumentRecord, DocumentNumber]]:
    """Every number of a series that a document cites, with that document."""
    for record in archive.documents:
        for citation in record.document.citations:
            if number := split_number(citation.number):
                yield record, number
