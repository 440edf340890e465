"""Pieces and shards in packs, of which a server gives the bytes that a query needs (RFC 9110, Range).

A pack is the scripts of its members, one behind the other, each filled up with blanks to whole units of
:data:`UNIT` bytes; so a browser that reads the site from a disk, where there are no parts of files, runs
the whole pack. Where a member is follows from the lengths of those before it. Of texts the columns of their
range have these lengths, for these are loaded before any text is; of shards the pack itself, in a first
member of a length that the client knows.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model import IssueRecord
from generator.permanence.lasting_numbers import Numbering
from generator.search.coding import ALPHABET, BASE, encode_column
from generator.search.forms.form_of_index import ShardsOfRange
from generator.search.manifest import File
from generator.search.pieces import IssueTexts, short_hash
from generator.search.ranges import PACKED_CUT, Cut, Range, cut_ranges
from generator.search.script import script, to_compact_json

UNIT = 64
"""Bytes of a unit: most pieces then have a length of one digit."""
NO_PACK = "0" * 8
"""The hash of a pack without documents, which is not there."""


class Packed:
    """The form of a site on a server."""

    said: Mapping[str, Any] = {"packed": True}

    def __init__(self, numbering: Numbering, cut: Cut = PACKED_CUT) -> None:
        """Begin.

        :param numbering: of all documents that have texts
        """
        self.cut = cut
        self._numbers = numbering.numbers
        self._ranges = tuple(cut_ranges(numbering.size, cut))
        self._firsts = [range_.first for range_ in self._ranges]
        self._sizes = Counter(map(self._first_of, self._numbers.values()))
        """How many documents each pack has, by the first number that it may have."""
        self._pieces: defaultdict[int, dict[int, tuple[str, ...]]] = defaultdict(dict)
        """The documents of packs that lack some yet."""
        self._shards: defaultdict[tuple[Range, int], dict[int, str]] = defaultdict(dict)
        """The shards of packs that lack some yet, by their range and the number of the pack."""
        self._texts: dict[int, tuple[str, str]] = {}
        """Of each pack of texts its hash and the lengths of its members."""
        self._hashes: defaultdict[Range, dict[int, str]] = defaultdict(dict)
        """Of each range the hashes of its packs of shards."""

    def texts(self, record: IssueRecord, texts: IssueTexts) -> Iterator[File]:
        """The packs that an issue completes."""
        for one, pieces in zip(record.documents, texts.pieces, strict=True):
            number = self._numbers[one.id]
            first = self._first_of(number)
            self._pieces[first][number] = pieces
            if len(self._pieces[first]) == self._sizes[first]:
                yield self._pack_texts(first, self._pieces.pop(first))

    def shards(self, shards: ShardsOfRange) -> Iterator[File]:
        """The packs that some shards complete: a range has one for every so many of its shards."""
        packs = self.cut.pages(shards.total)
        for nth, text in shards.texts.items():
            key = (shards.range, nth % packs)
            self._shards[key][nth] = text
            if len(self._shards[key]) == shards.total // packs:
                yield self._pack_shards(*key, self._shards.pop(key))

    def directory(self, range_: Range) -> tuple[str, tuple[File, ...]]:
        """The hashes of the packs of shards; each has a directory of its own."""
        hashes = self._hashes[range_]
        return "".join(hashes[nth] for nth in range(len(hashes))), ()

    def places(self, range_: Range) -> Mapping[str, Any]:
        """Numbers of a pack, the hashes of all packs in one row, the lengths of all pieces in units."""
        size = self.cut.pack(range_.size)
        firsts = range(range_.first, range_.first + range_.size, size)
        packs = [self._texts.get(first, (NO_PACK, "")) for first in firsts]
        hashes, lengths = ("".join(column) for column in zip(*packs, strict=True))
        return {"texts": [size, hashes, lengths]}

    def name_of(self, texts: IssueTexts) -> str:  # noqa: ARG002 - another form asks it
        """Nothing: the columns lead to the texts."""
        return ""

    def _first_of(self, number: int) -> int:
        """The first number that the pack of a document may have."""
        range_ = self._ranges[bisect_right(self._firsts, number) - 1]
        return number - (number - range_.first) % self.cut.pack(range_.size)

    def _pack_texts(self, first: int, pieces: Mapping[int, tuple[str, ...]]) -> File:
        """The pack of the texts of some documents."""
        members = [
            member(f"t{number}-{nth}", piece)
            for number in sorted(pieces)
            for nth, piece in enumerate(pieces[number])
        ]
        hashed, file = pack(f"t/{first}", members)
        self._texts[first] = hashed, encode_column(len(one) // UNIT for one in members)
        return file

    def _pack_shards(self, range_: Range, nth: int, shards: Mapping[int, str]) -> File:
        """A pack of shards behind a directory of them."""
        members = [
            member(f"g{range_.first}-{place}", to_compact_json(shards[place]))
            for place in sorted(shards)
        ]
        lengths = "".join(encode_length(len(one) // UNIT) for one in members)
        head = member(f"d{range_.first}-{nth}", to_compact_json(lengths))
        self._hashes[range_][nth], file = pack(f"g/{range_.first}-{nth}", [head, *members])
        return file


def member(name: str, json: str) -> bytes:
    """The script that hands over a value under a name, filled up with blanks to whole units."""
    text = script(name, json).removesuffix(b"\n")
    return text.ljust(-(-(len(text) + 1) // UNIT) * UNIT - 1) + b"\n"


def pack(name: str, members: Iterable[bytes]) -> tuple[str, File]:
    """A pack and the hash that is in its name."""
    data = b"".join(members)
    hashed = short_hash(data)
    return hashed, (f"{name}-{hashed}.js", data)


def encode_length(units: int) -> str:
    """A length in two digits, as the client knows how long a directory is before it has one.

    They do for 550 kB, a pair of characters in more than 400,000 documents of one range.
    """
    high, low = divmod(units, BASE)
    return ALPHABET[high] + ALPHABET[low]
