"""A pack is the scripts of its members, each of whole units; where they are follows from their lengths."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.export import SERVED
from generator.model import Archive
from generator.permanence.lasting_numbers import number_documents
from generator.search import FOLDER, build_search
from generator.search.coding import BASE
from generator.search.forms.form_of_index import ShardsOfRange
from generator.search.forms.packed import UNIT, Packed, encode_length, member, pack
from generator.search.index_files import build_index
from generator.search.manifest import File
from generator.search.ranges import CUT, PACKED_CUT, Cut, Range, cut_ranges
from tests.search.decoding import decode_number
from tests.search.synthetic import with_gaps

SMALL = Cut(first=9, base=3, shard=900, page=4, most=9)


@pytest.mark.parametrize("length", [0, 1, 36, 37, 38, 100])
def test_a_member_is_a_script_of_whole_units(length: int) -> None:
    made = member("t1-0", json.dumps("甲" * length, ensure_ascii=False))
    assert len(made) % UNIT == 0
    assert made.decode().rstrip() == f'gongbaoSearch.add("t1-0","{"甲" * length}")'
    assert made.endswith(b"\n")
    assert made.count(b"\n") == 1


def test_a_pack_is_named_by_its_content() -> None:
    one, other = (member("g0-1", json.dumps(text)) for text in "ab")
    assert pack("g/0-0", [one])[1][1] == one
    assert pack("g/0-0", [one])[1][0] != pack("g/0-0", [other])[1][0]


@pytest.mark.parametrize("units", [0, 77, 78, 92, 93, BASE**2 - 1])
def test_a_length_has_two_digits(units: int) -> None:
    made = encode_length(units)
    assert len(made) == 2
    assert digit(made[0]) * BASE + digit(made[1]) == units


def digit(character: str) -> int:
    """The value of a digit."""
    alphabet = [chr(code) for code in range(32, 127) if chr(code) not in '"\\']
    return alphabet.index(character)


@pytest.mark.parametrize(
    ("range_", "numbers"), [(Range(0, 3072), 48), (Range(0, 192), 48), (Range(0, 48), 8), (Range(0, 5), 8)]
)  # fmt: skip
def test_packs_of_the_last_ranges_are_smaller(range_: Range, numbers: int) -> None:
    assert PACKED_CUT.pack(range_.size) == numbers
    assert range_.size < numbers or range_.size % numbers == 0


def test_five_thousand_documents_have_some_two_hundred_packs() -> None:
    ranges = list(cut_ranges(5000))
    texts = sum(-(-one.size // PACKED_CUT.pack(one.size)) for one in ranges)
    shards = [PACKED_CUT.shards(5500 * one.size) for one in ranges]
    assert texts + sum(map(PACKED_CUT.pages, shards)) < 240
    assert sum(map(CUT.shards, (5500 * one.size for one in ranges))) == 6664


def test_the_columns_lead_to_each_piece(real_archive: Archive) -> None:
    archive = with_gaps(real_archive)
    files = dict(build_search(archive, SERVED, cut=SMALL))
    held = sorted(number_documents(archive).numbers.values())
    seen: list[int] = []
    first = 0
    for size, _, _, columns, _ in value_of(files[f"{FOLDER}/manifest.js"])["ranges"]:
        loaded = value_of(files[f"{FOLDER}/c/{first}-{columns}.js"])
        numbers, hashes, text = loaded["texts"]
        lengths, at = [], 0
        while at < len(text):
            length, at = decode_number(text, at)
            lengths.append(length)
        for nth in range(0, size, numbers):
            hashed = hashes[nth // numbers * 8 :][:8]
            data = files.get(f"{FOLDER}/t/{first + nth}-{hashed}.js", b"")
            assert bool(data) is any(first + nth <= one < first + nth + numbers for one in held)
            while data:
                piece, data = data[: lengths[0] * UNIT], data[lengths.pop(0) * UNIT :]
                name = piece.decode().partition('"')[2].partition('"')[0]
                seen.append(int(name[1:].partition("-")[0]))
        assert lengths == []
        first += size
    assert sorted(set(seen)) == held


class Waiting(Packed):
    """Packs that note how many packs of shards lack some."""

    def __init__(self, archive: Archive) -> None:
        """Begin."""
        super().__init__(number_documents(archive), SMALL)
        self.most = 0
        self.packs = 0

    def shards(self, shards: ShardsOfRange) -> Iterator[File]:
        """The packs that some shards complete."""
        made = list(super().shards(shards))
        self.most = max(self.most, len(self._shards))
        self.packs += len(made)
        return iter(made)


def test_a_pack_of_shards_is_complete_before_the_next_begins(real_archive: Archive) -> None:
    form = Waiting(real_archive)
    list(build_index(real_archive, form))
    assert form.packs > 50
    assert form.most == 1


def value_of(script: bytes) -> dict[str, Any]:
    """What a file hands over."""
    value = json.loads(script.decode().partition(",")[2].rstrip(")\n"))
    assert isinstance(value, dict)
    return value
