"""A pack is one script with its members in a string, each deflated and of whole units; a directory leads to them."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.export import SERVED
from generator.model import Archive
from generator.permanence.lasting_numbers import number_documents
from generator.search import FOLDER, build_search
from generator.search.forms.form_of_index import ShardsOfRange
from generator.search.forms.packed import UNIT, Packed, member, pack
from generator.search.index_files import build_index
from generator.search.manifest import File
from generator.search.ranges import CUT, PACKED_CUT, Cut, Range, cut_ranges
from generator.search.script import deflate, inflate
from tests.search.decoding import decode_number, members_of, read_member, values_of
from tests.search.synthetic import with_gaps

SMALL = Cut(first=9, base=3, shard=900, page=4, most=9)
SPECIAL = b'\\"\n\r'
"""The bytes that a string of a script cannot have."""


@pytest.mark.parametrize("length", [0, 1, 36, 37, 38, 100])
def test_a_member_is_whole_units(length: int) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 7 * length, 7)))
    made = member("t1-0", deflate(json.dumps(text, ensure_ascii=False)))
    assert len(made) % UNIT == 0
    assert made.startswith(b"t1-0:")
    assert read_member(made) == ("t1-0", text)


@pytest.mark.parametrize("left", [0, 1, UNIT - 1])
def test_a_member_is_filled_up_to_the_next_unit(left: int) -> None:
    held = b"x" * (2 * UNIT - left - len("t1-0:"))
    assert member("t1-0", held) == b"t1-0:" + held + b" " * left


def test_a_member_has_no_byte_that_ends_a_string_or_a_line() -> None:
    held = bytes(range(256)) + SPECIAL * 2 + b"n\\n"
    made = member("t1-0", held).removeprefix(b"t1-0:")
    assert not re.search(rb"[\n\r]", made)
    assert not re.search(rb'(?<!\\)(?:\\\\)*"', made)
    plain = {b"n": b"\n", b"r": b"\r"}
    again = re.sub(rb"\\(.)", lambda found: plain.get(found[1], found[1]), made)
    assert again.rstrip(b" ") == held


def test_a_pack_is_one_script_and_its_directory_leads_to_each_member() -> None:
    texts = {f"g0-{nth}": "水利" * nth**2 + chr(0x4E00 + nth) for nth in range(40)}
    held = {name: deflate(json.dumps(text)) for name, text in texts.items()}
    _, length, (address, data) = pack("g/0-0", "d0-0", held)
    assert address.startswith("g/0-0-")
    assert data[:UNIT].startswith(b'gongbaoSearch.add("g/0-0", ')
    assert data[UNIT - 1 : UNIT] == b'"'
    assert data.endswith(b'")\n')
    assert data.count(b"\n") == 1
    assert read_member(data[UNIT : UNIT + UNIT * length])
    assert {name: value for name, value in members_of(data).items() if name != "d0-0"} == texts


def test_a_pack_is_named_by_its_content() -> None:
    one, other = ({"g0-1": deflate(json.dumps(text))} for text in "ab")
    assert pack("g/0-0", "d0-0", one) == pack("g/0-0", "d0-0", dict(one))
    assert pack("g/0-0", "d0-0", one)[0] != pack("g/0-0", "d0-0", other)[0]


def test_a_pack_takes_two_thirds_of_the_bytes_of_its_texts(real_archive: Archive) -> None:
    packs = [data for uri, data in build_search(real_archive, SERVED) if "/t/" in uri]
    texts = [members_of(data) for data in packs]
    plain = sum(len(json.dumps(one, ensure_ascii=False).encode()) for one in texts)
    assert 3 * sum(map(len, packs)) < 2 * plain


@pytest.mark.parametrize("text", ["", "甲", "a\u2028\ud7ff𠮷\\n", "通知" * 9000])
def test_what_is_deflated_comes_back(text: str) -> None:
    assert inflate(deflate(text)) == text


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
    for size, _, _, _, columns, _ in value_of(files[f"{FOLDER}/manifest.js"])["ranges"]:
        loaded = value_of(files[f"{FOLDER}/c/{first}-{columns}.js"])
        numbers, hashes, text = loaded["texts"]
        at = 0
        for nth in range(0, size, numbers):
            length, at = decode_number(text, at)
            hashed = hashes[nth // numbers * 8 :][:8]
            data = files.get(f"{FOLDER}/t/{first + nth}-{hashed}.js", b"")
            assert bool(data) is any(first + nth <= one < first + nth + numbers for one in held)
            assert bool(data) is bool(length)
            members = members_of(data) if data else {}
            if data:
                found = read_member(data[UNIT : UNIT + UNIT * length])
                assert found == (f"d{first + nth}", members.pop(f"d{first + nth}"))
            seen += [int(name[1:].partition("-")[0]) for name in members]
        assert at == len(text)
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
    (value,) = values_of(script).values()
    assert isinstance(value, dict)
    return value
