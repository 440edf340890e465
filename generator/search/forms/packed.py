"""Pieces and shards in packs, of which a server gives the bytes that a query needs (RFC 9110, Range).

No server compresses a part of a file, so each member of a pack is deflated. A pack is a single script that hands
them over as one string, of characters of a byte each; a browser that reads the site from a disk, where there are no
parts of files, runs it. In it are a head of :data:`UNIT` bytes, a directory, and the members, each filled up with
blanks to whole units. The directory has the lengths of the members; the columns of their range say how long that of
a pack of texts is, the manifest that of a pack of shards.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import IssueRecord
from generator.permanence.lasting_numbers import Numbering
from generator.search.coding import encode_column
from generator.search.forms.form_of_index import Directory, ShardsOfRange
from generator.search.manifest import File
from generator.search.pieces import IssueTexts, short_hash
from generator.search.ranges import PACKED_CUT, Cut, Range, cut_ranges
from generator.search.script import REGISTER, deflate, to_compact_json

UNIT = 64
"""Bytes of a unit: most members then have a length of one digit."""
NO_PACK = "0" * 8
"""The hash of a pack without documents, which is not there."""
END = b'")\n'
"""What closes the string and the script."""
_ESCAPED = ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n"), (b"\r", b"\\r"))
"""The bytes that cannot be in a string of a script, and what is there instead; the first is in the others."""


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
        self._pieces: defaultdict[int, dict[int, tuple[bytes, ...]]] = defaultdict(dict)
        """The documents of packs that lack some yet."""
        self._shards: defaultdict[tuple[Range, int], dict[int, bytes]] = defaultdict(dict)
        """The shards of packs that lack some yet, by their range and the number of the pack."""
        self._texts: dict[int, tuple[str, int]] = {}
        """Of each pack of texts its hash and the length of its directory in units."""
        self._made: defaultdict[Range, dict[int, tuple[str, int]]] = defaultdict(dict)
        """Of each range the same of its packs of shards."""

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
        for nth, made in shards.made.items():
            key = (shards.range, nth % packs)
            self._shards[key][nth] = made
            if len(self._shards[key]) == shards.total // packs:
                yield self._pack_shards(*key, self._shards.pop(key))

    def directory(self, range_: Range) -> Directory:
        """The hashes of the packs of shards; each has a directory of its own."""
        made = self._made[range_]
        hashes, lengths = zip(*(made[nth] for nth in range(len(made))), strict=True)
        return Directory("".join(hashes), encode_column(lengths), ())

    def places(self, range_: Range) -> Mapping[str, Any]:
        """Numbers of a pack; the hashes of all packs in one row, and the lengths of their directories in units."""
        size = self.cut.pack(range_.size)
        firsts = range(range_.first, range_.first + range_.size, size)
        packs = [self._texts.get(first, (NO_PACK, 0)) for first in firsts]
        hashes, lengths = zip(*packs, strict=True)
        return {"texts": [size, "".join(hashes), encode_column(lengths)]}

    def name_of(self, texts: IssueTexts) -> str:  # noqa: ARG002 - another form asks it
        """Nothing: the columns lead to the texts."""
        return ""

    def _first_of(self, number: int) -> int:
        """The first number that the pack of a document may have."""
        range_ = self._ranges[bisect_right(self._firsts, number) - 1]
        return number - (number - range_.first) % self.cut.pack(range_.size)

    def _pack_texts(self, first: int, pieces: Mapping[int, tuple[bytes, ...]]) -> File:
        """The pack of the texts of some documents."""
        members = {
            f"t{number}-{nth}": piece
            for number in sorted(pieces)
            for nth, piece in enumerate(pieces[number])
        }
        hashed, length, file = pack(f"t/{first}", f"d{first}", members)
        self._texts[first] = hashed, length
        return file

    def _pack_shards(self, range_: Range, nth: int, shards: Mapping[int, bytes]) -> File:
        """A pack of shards."""
        place = f"{range_.first}-{nth}"
        members = {f"g{range_.first}-{shard}": shards[shard] for shard in sorted(shards)}
        hashed, length, file = pack(f"g/{place}", f"d{place}", members)
        self._made[range_][nth] = hashed, length
        return file


def pack(address: str, name: str, members: Mapping[str, bytes]) -> tuple[str, int, File]:
    """A pack: the hash in its name, how many units its directory has, and the file.

    :param name: that of the directory
    :param members: each by its name, deflated, in their order
    """
    held = [member(called, deflated) for called, deflated in members.items()]
    lengths = encode_column(len(one) // UNIT for one in held)
    directory = member(name, deflate(to_compact_json(lengths)))
    head = f'{REGISTER}("{address}",'.ljust(UNIT - 1) + '"'
    data = b"".join((head.encode(), directory, *held, END))
    hashed = short_hash(data)
    return hashed, len(directory) // UNIT, (f"{address}-{hashed}.js", data)


def member(name: str, deflated: bytes) -> bytes:
    """A member as it is in the string of its pack: its name, by which a reader knows it, and its value."""
    for plain, escaped in _ESCAPED:
        deflated = deflated.replace(plain, escaped)
    held = name.encode() + b":" + deflated
    return held.ljust(-(-len(held) // UNIT) * UNIT)
