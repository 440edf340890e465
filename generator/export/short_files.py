"""The short addresses of a site on a server: a file for each 机关代字, which the page for what is not found reads.

A page for each number would be as many files as there are documents. Only a number that several documents have has a
page, which lists them. In a bundle nobody types an address.
"""

from collections.abc import Iterator
from itertools import groupby

from generator.archive.text_apart import Texts
from generator.export.form import File, Links, to_line
from generator.model import Archive, DocumentRecord
from generator.model.ids import read_id
from generator.registers.short_numbers import FOLDER, Holder, ShortNumber, find_holders


def export_short_addresses(
    archive: Archive,
    links: Links,
    texts: Texts,  # noqa: ARG001 - no text is in them
) -> Iterator[File]:
    """``{"2021": {"3": "archive/…/"}}`` for each 机关代字: where each of its numbers leads, by year and serial number."""
    if not links.served:
        return
    for prefix, numbers in groupby(
        find_holders(archive).items(), key=lambda entry: entry[0].prefix
    ):
        years = groupby(numbers, key=lambda entry: entry[0].year)
        addresses = {
            f"{year}": {f"{number.serial}": _goal(number, holders, links) for number, holders in of}
            for year, of in years
        }
        yield f"{FOLDER}/{prefix}.json", to_line(addresses)


def _goal(number: ShortNumber, holders: list[Holder], links: Links) -> str:
    """Where a number leads: to what has it, or to the page that lists them."""
    if len(holders) > 1:
        return f"{number.folder}/"
    (holder,) = holders
    is_document = isinstance(holder, DocumentRecord) or read_id(holder.id).is_document
    return links.document(holder.id) if is_document else links.issue(holder.id)
