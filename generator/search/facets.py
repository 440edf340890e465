"""What results are filtered and sorted by.

There is one column a facet and one value a document, in the order of the archive.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.lexicon.numbers import ORDER_SERIAL, split_number
from generator.link.status import last_day
from generator.model import Document, DocumentRecord
from generator.registers.instruments import kinds_of
from generator.search.coding import encode_column

_DATE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_SERIAL = re.compile(ORDER_SERIAL)
PIECES = (1, 2, 3, 6)
"""Into how many pieces a text may be cut."""

FACETS: Mapping[str, Callable[[DocumentRecord], str]] = {
    "issuer": lambda record: "|".join(issuers_of(record.document)),
    "kind": lambda record: "|".join(kinds_of(record.document)),
    "topic": lambda record: "|".join(topic.name for topic in record.document.topics),
    "column": lambda record: record.document.column or "",
    "status": lambda record: record.status or "",
}
"""Facet → its value; several issuers, kinds or classes of subjects of one document have bars between them."""


def make_columns(
    records: Sequence[DocumentRecord], lengths: Sequence[int], pieces: Sequence[int]
) -> dict[str, Any]:
    """All columns: facets, then dates, the printed days of 时效, and lengths.

    A facet has its names and a number for each document.
    """
    facets = {
        name: name_column([read(record) for record in records]) for name, read in FACETS.items()
    }
    dates = [date_number(record.day) for record in records]
    sizes = [
        length_class(length) * 4 + PIECES.index(count)
        for length, count in zip(lengths, pieces, strict=True)
    ]
    return {
        "facets": facets,
        "dates": encode_column(differences(dates)),
        "terms": [
            encode_column(differences(days)) for days in zip(*map(term_of, records), strict=True)
        ]
        or ["", ""],
        "sizes": encode_column(sizes),
    }


def term_of(record: DocumentRecord) -> tuple[int, int]:
    """The days from which and until which a document says that it is in force, 0 for none.

    They are there where a later day than that of its gazette can change its state.
    """
    evidence = record.evidence
    if not evidence or record.status not in {"term", "pending"}:
        return 0, 0
    start = evidence.start if record.status == "pending" else None
    return date_number(last_day(start or "")), date_number(last_day(evidence.until or ""))


def make_numbers(records: Sequence[DocumentRecord]) -> dict[str, Any]:
    """Document numbers: their 机关代字, and for each document its own, its year and its serial."""
    parts = [number_parts(record.document.number) for record in records]
    prefixes = name_column([prefix for prefix, _, _ in parts])
    years = encode_column(differences([year for _, year, _ in parts]))
    return {
        "prefix": prefixes,
        "years": years,
        "serials": encode_column(serial for _, _, serial in parts),
    }


def number_parts(number: str | None) -> tuple[str, int, int]:
    """The parts of a number, 0 for those that it has not: ``第707号`` gives ``("", 0, 707)``."""
    if parts := split_number(number):
        return parts.prefix, parts.year, parts.serial
    match = _SERIAL.search(number or "")
    return ("", int(match["year"] or 0), int(match["serial"])) if match else ("", 0, 0)


def name_column(values: Sequence[str]) -> tuple[list[str], str]:
    """The names that occur, most frequent first, and the place of each value among them."""
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    names = sorted(counts, key=lambda name: (-counts[name], name))
    places = {name: place for place, name in enumerate(names)}
    return names, encode_column(places[value] for value in values)


def date_number(date: str | None) -> int:
    """A date as a number that grows by at least one a day, also for 31 February.

    0 when there is none; the day of a month alone (2021-10) is 0.
    """
    match = _DATE.fullmatch(date or "")
    return (int(match[1]) * 12 + int(match[2])) * 32 + int(match[3] or 0) if match else 0


def differences(numbers: Iterable[int]) -> list[int]:
    """Each number as its difference from the one before: 0, -1, 1, -2 … as 0, 1, 2, 3 and so on."""
    steps, before = [], 0
    for number in numbers:
        step, before = number - before, number
        steps.append(step * 2 if step >= 0 else -step * 2 - 1)
    return steps


def length_class(length: int) -> int:
    """The length of a text on a scale of 16, two steps for each doubling from 64 characters on."""
    return min(15, max(0, round(2 * math.log2(max(length, 1)) - 12)))


def issuers_of(document: Document) -> tuple[str, ...]:
    """All issuers of a document, each once."""
    return tuple(dict.fromkeys(document.issuers or ((document.issuer,) if document.issuer else ())))
