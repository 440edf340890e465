"""The files of the search as a browser reads them: manifest, columns, texts and postings.

It follows ``docs_src/assets/scripts/search-data.js``, not the code that writes the files.
"""

import re
import zlib
from array import array
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import msgspec

from generator.errors import GazetteError
from generator.prove.outlets import Outlet

FOLDER = "data/search"
DIGITS = 8
"""Length of a hash in a name."""
PIECES = (1, 2, 3, 6)
"""Into how many pieces the text of a document is cut, by the last two bits of its size."""
UNIT = 64
"""Bytes by which lengths in packs are counted, and which are before the directory of each."""
KEPT = 4
"""So many packs are kept in memory; documents that are beside each other are in one."""
_SCRIPT = re.compile(r'[\w.]+\("[\w-]+",(.*)\)\s*', re.DOTALL)
_ESCAPE = re.compile(rb'\\([\\"nr])')
_ENTRY = re.compile("([^ -~]+)([ -~]*)")
"""A pair of characters, maybe with a mark between them, and its postings, which are printable ASCII."""
_DIGITS = {
    character: digit
    for digit, character in enumerate(
        character for character in map(chr, range(32, 127)) if character not in '"\\'
    )
}
BASE, ONE, COMMON, MOVED = 93, 78, 7, 0x780
TWO = ONE + (BASE - 1 - ONE) * BASE
MASKS = sorted(range(1, 256), key=lambda mask: (mask.bit_count(), mask & 3, mask))
"""Sets of zones by their rank."""


class DamagedIndex(GazetteError):
    """A file of the search that is not there, or that no browser can read."""


class _Range(NamedTuple):
    """Numbers of documents in a row, which have shards of their own."""

    first: int
    held: list[int]
    """Those of documents that are there, ascending."""
    shards: int
    pages: list[str]
    """The hash of each page of the directory of the shards, or of each pack."""
    lengths: list[int]
    """How many units the directory in each pack has."""
    columns: str
    """The hash of the columns."""


class SearchFiles:
    """The search of a site."""

    def __init__(self, outlet: Outlet) -> None:
        self._outlet = outlet
        self._packs: dict[str, bytes] = {}

    def load(self, path: str) -> Any:
        """The value that a file hands over.

        Raises :class:`DamagedIndex`.
        """
        return _value(path, self._read(path))

    def part(self, path: str, name: str, place: slice) -> Any:
        """The value of the member of a pack that has a name and is in some bytes.

        Raises :class:`DamagedIndex`.
        """
        if path not in self._packs:
            self._packs[path] = self._read(path)
            if len(self._packs) > KEPT:
                self._packs.pop(next(iter(self._packs)))
        return _member(path, self._packs[path][place], name)

    def members(self, path: str, directory: str, length: int) -> list[slice]:
        """Where the members of a pack are.

        Raises :class:`DamagedIndex`.

        :param length: units that its directory has, which has a name
        """
        at = UNIT + UNIT * length
        lengths = numbers(self.part(path, directory, slice(UNIT, at)))
        bounds = list(accumulate((UNIT * units for units in lengths), initial=at))
        return [slice(start, end) for start, end in pairwise(bounds)]

    def _read(self, path: str) -> bytes:
        """The bytes of a file."""
        data = self._outlet.read(f"{FOLDER}/{path}")
        if data is None:
            raise DamagedIndex(f"{FOLDER}/{path} is not there")
        return data

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the script has to know before anything else."""
        loaded = self.load("manifest.js")
        return loaded if isinstance(loaded, dict) else _refuse("manifest.js")

    @cached_property
    def places(self) -> dict[str, tuple[int, int, str]]:
        """Id of each document → its number in the index, its number in its issue, the hash of that issue's texts."""
        publications = self.manifest["publications"]
        places: dict[str, tuple[int, int, str]] = {}
        for issue in self.manifest["issues"]:
            gazette, year, number, digest, size, counted, *ids = issue
            for nth in range(size):
                id_ = (
                    ids[0][nth] if ids else f"{publications[gazette][0]}/{year}/{number}/{nth + 1}"
                )
                own = counted + nth if isinstance(counted, int) else counted[nth]
                places[id_] = own, nth, digest
        return places

    @cached_property
    def _ranges(self) -> list[_Range]:
        """The ranges of the numbers."""
        ranges: list[_Range] = []
        held = sorted(number for number, _, _ in self.places.values())
        start = 0
        for size, shards, pages, lengths, columns, _ in self.manifest["ranges"]:
            own = [one for one in held if start <= one < start + size]
            ranges.append(
                _Range(start, own, shards, _split(pages), list(numbers(lengths)), columns)
            )
            start += size
        return ranges

    @cached_property
    def variants(self) -> dict[str, str]:
        """Characters that the script takes for another: traditional ones, forms of 〇."""
        pairs = self.manifest["variants"]
        return dict(zip(pairs[::2], pairs[1::2], strict=True))

    @property
    def _is_packed(self) -> bool:
        """Whether texts and shards are in packs."""
        return bool(self.manifest.get("packed"))

    @cached_property
    def _columns(self) -> list[tuple[list[int], dict[str, Any]]]:
        """What results are filtered and sorted by: the documents of each range, and its columns."""
        loaded = [(one.held, self.load(f"c/{one.first}-{one.columns}.js")) for one in self._ranges]
        return [
            (held, columns)
            for held, columns in loaded
            if isinstance(columns, dict) or _refuse("columns")
        ]

    @cached_property
    def sizes(self) -> dict[int, int]:
        """Into how many pieces each document is cut."""
        return {
            number: PIECES[size % 4]
            for held, columns in self._columns
            for number, size in zip(held, numbers(columns["sizes"]), strict=True)
        }

    @cached_property
    def facets(self) -> dict[str, dict[int, str]]:
        """The value of each document by which results are filtered, by the name of the facet."""
        facets: dict[str, dict[int, str]] = {}
        for held, columns in self._columns:
            for name, (names, text) in columns["facets"].items():
                values = (names[nth] for nth in numbers(text))
                facets.setdefault(name, {}).update(zip(held, values, strict=True))
        return facets

    @cached_property
    def dates(self) -> dict[int, int]:
        """The day of each document by which results are sorted, as a number."""
        dates: dict[int, int] = {}
        for held, columns in self._columns:
            steps = (
                step // 2 if step % 2 == 0 else -(step + 1) // 2
                for step in numbers(columns["dates"])
            )
            dates.update(zip(held, accumulate(steps), strict=True))
        return dates

    def text(self, id_: str) -> tuple[str, str, list[str]]:
        """Title, number and lines of a document, from all its pieces."""
        document, nth, digest = self.places[id_]
        title = number = ""
        lines: list[str] = []
        for piece in range(self.sizes[document]):
            if self._is_packed:
                pack, directory, length, before = self._text_places[document]
                places = self.members(pack, directory, length)
                loaded = self.part(pack, f"t{document}-{piece}", places[before + piece])
            else:
                loaded = self.load(f"t/{nth}-{piece}-{digest}.js")
            title, number, parts = loaded
            for _, _, text in parts:
                lines += text.split("\n")
        return title, number, lines

    @cached_property
    def _text_places(self) -> dict[int, tuple[str, str, int, int]]:
        """Of each document its pack, the name and the length of the directory, and how many members come before."""
        found: dict[int, tuple[str, str, int, int]] = {}
        for one, (held, columns) in zip(self._ranges, self._columns, strict=True):
            size, hashes, text = columns["texts"]
            packs, lengths = _split(hashes), list(numbers(text))
            pack, before = -1, 0
            for document in held:
                nth = (document - one.first) // size
                before = before if nth == pack else 0
                pack, first = nth, one.first + nth * size
                path = f"t/{first}-{packs[nth]}.js"
                found[document] = path, f"d{first}", lengths[nth], before
                before += self.sizes[document]
        return found

    def masks(self, ids: Collection[str]) -> Iterator[tuple[str, dict[str, int]]]:
        """For each of some documents: the pairs that the index has for it, each with the zones that hold it."""
        found = {self.places[id_][0]: array("Q") for id_ in ids}
        pairs: list[str] = []
        for first, pair, text in self._entries():
            for document, rank in decode_postings(text):
                if first + document in found:
                    found[first + document].append(len(pairs) << 8 | MASKS[rank])
            pairs.append(pair)
        for id_ in ids:
            postings = found[self.places[id_][0]]
            yield id_, {pairs[posting >> 8]: posting & 0xFF for posting in postings}

    def _entries(self) -> Iterator[tuple[int, str, str]]:
        """Each pair of each range with its postings, from the shard in which the script searches for it.

        The number of the range's first document comes before it.
        """
        for one in self._ranges:
            shards = self._packed_shards(one) if self._is_packed else self._loose_shards(one)
            for shard, entries in shards:
                for key, text in _ENTRY.findall(entries):
                    found = (
                        pair
                        for pair in (plain_pair(key), key)
                        if hash_of(pair) % one.shards == shard
                    )
                    if pair := next(found, ""):
                        yield one.first, pair, text

    def _loose_shards(self, one: _Range) -> Iterator[tuple[int, str]]:
        """The shards of a range, each a file of its own."""
        pages = [
            _split(self.load(f"d/{one.first}-{page}-{name}.js"))
            for page, name in enumerate(one.pages)
        ]
        for shard in range(one.shards):
            name = pages[shard % len(pages)][shard // len(pages)]
            yield shard, self.load(f"g/{one.first}-{shard}-{name}.js")

    def _packed_shards(self, one: _Range) -> Iterator[tuple[int, str]]:
        """The shards of a range, in packs that begin with a directory."""
        for page, (hashed, length) in enumerate(zip(one.pages, one.lengths, strict=True)):
            path = f"g/{one.first}-{page}-{hashed}.js"
            held = range(page, one.shards, len(one.pages))
            places = self.members(path, f"d{one.first}-{page}", length)
            for shard, place in zip(held, places, strict=True):
                yield shard, self.part(path, f"g{one.first}-{shard}", place)


def _value(path: str, data: bytes) -> Any:
    """The value that a script hands over."""
    try:
        match = _SCRIPT.fullmatch(data.decode())
        return msgspec.json.decode(match[1]) if match else _refuse(path)
    except (UnicodeDecodeError, msgspec.DecodeError) as error:
        raise DamagedIndex(f"{FOLDER}/{path} is damaged") from error


def _member(path: str, data: bytes, name: str) -> Any:
    """The value of a member of a pack, which begins with its name and is filled up with blanks."""
    before = f"{name}:".encode()
    deflated = _ESCAPE.sub(_plain_byte, data.removeprefix(before))
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        json = unpacker.decompress(deflated)
        is_whole = unpacker.eof and not unpacker.unused_data.strip(b" ")
        return (
            msgspec.json.decode(json)
            if data[: len(before)] == before and is_whole
            else _refuse(path)
        )
    except (zlib.error, msgspec.DecodeError) as error:
        raise DamagedIndex(f"{FOLDER}/{path} is damaged") from error


def _plain_byte(escape: re.Match[bytes]) -> bytes:
    """The byte for which there is an escape in a string of a script."""
    return {b"n": b"\n", b"r": b"\r"}.get(escape[1], escape[1])


def _split(hashes: str) -> list[str]:
    """The hashes in a row of them."""
    return [hashes[at : at + DIGITS] for at in range(0, len(hashes), DIGITS)]


def _refuse(path: str) -> Any:
    """Raise for a file that hands nothing over."""
    raise DamagedIndex(f"{FOLDER}/{path} is damaged")


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Turn what is not of the form that the script expects into :class:`DamagedIndex`."""
    try:
        yield
    except (KeyError, IndexError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise DamagedIndex(f"{FOLDER}: its files do not fit each other") from error


def numbers(text: str) -> Iterator[int]:
    """The numbers that a text encodes, each in one, two or five characters."""
    digits = iter([_DIGITS[character] for character in text])
    for digit in digits:
        if digit < ONE:
            yield digit
        elif digit < BASE - 1:
            yield ONE + (digit - ONE) * BASE + next(digits)
        else:
            number = 0
            for _ in range(4):
                number = number * BASE + next(digits)
            yield TWO + number


def decode_postings(text: str) -> Iterator[tuple[int, int]]:
    """Documents and the ranks of their sets of zones."""
    document = -1
    found = numbers(text)
    for number in found:
        gap, rank = divmod(number, COMMON + 1)
        document += gap + 1
        yield document, rank + next(found) if rank == COMMON else rank


def plain_pair(key: str) -> str:
    """A pair as texts have it, where its ASCII characters are not moved away."""
    return "".join(
        chr(ord(character) - MOVED) if MOVED <= ord(character) < MOVED + 128 else character
        for character in key
    )


def hash_of(pair: str) -> int:
    """The number by which the script finds the shard of a pair, with or without a mark in it."""
    units = pair.encode("utf-16-le")
    first, second = (int.from_bytes(unit, "little") for unit in (units[:2], units[-2:]))
    return (((first * 40503 + second) * 0x85EBCA6B) & 0xFFFFFFFF) >> 8
