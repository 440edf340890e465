"""The index of an archive, read back as the client reads it."""

import json
import re
from typing import Any

import pytest

from generator.export import BUNDLED, SERVED
from generator.model import Archive
from generator.permanence.lasting_numbers import number_documents
from generator.search import FOLDER, build_search
from generator.search.coding import MASKS
from generator.search.normalise import MARK, bare
from generator.search.passages import TITLE, document_lines, pieces_of, search_text
from generator.search.postings import (
    SINGLE,
    find_crossed,
    find_pairs,
    halves,
    hash_of,
    is_kept,
    printed,
)
from generator.search.ranges import Cut
from generator.work import open_crew
from tests.search.decoding import decode_postings, values_of
from tests.search.oracle import Oracle
from tests.search.synthetic import synthetic_archive


class Index:
    """The files of an index by what they hand over."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        found = [
            (name, value) for data in files.values() for name, value in values_of(data).items()
        ]
        # a pack of texts has a directory as a pack of shards has
        self.values: dict[str, Any] = dict(found)

    def documents(self, pair: str) -> dict[int, int]:
        """Documents and zones that have a pair, which may have a mark within, by the numbers of the documents."""
        first, second = map(ord, bare(pair))
        written = (MARK if MARK in pair else "").join(printed(first, second))
        key = re.compile(re.escape(written) + r"([ -~]*)")
        found: dict[int, int] = {}
        start = 0
        for size, shards, *_ in self.values["manifest"]["ranges"]:
            match = key.search(self.values[f"g{start}-{hash_of(first, second) % shards}"])
            for posting in decode_postings(match[1]) if match else ():
                found[start + (posting >> 8)] = MASKS[posting & 255]
            start += size
        return found


@pytest.fixture(scope="module")
def index(real_archive: Archive) -> Index:
    """The index of the real archive."""
    return Index(dict(build_search(real_archive, SERVED)))


def test_every_file_hands_itself_over(index: Index, real_archive: Archive) -> None:
    assert all(uri.startswith(f"{FOLDER}/") and uri.endswith(".js") for uri in index.files)
    bundled = Index(dict(build_search(real_archive, BUNDLED)))
    own = [uri for uri in bundled.files if not uri.startswith(f"{FOLDER}/w/")]
    (ways,) = bundled.files.keys() - set(own)
    assert len(bundled.values) == len(own) + len(values_of(bundled.files[ways]))


def test_a_pack_has_the_pieces_that_are_files_in_a_bundle(
    index: Index, real_archive: Archive
) -> None:
    bundled = Index(dict(build_search(real_archive, BUNDLED)))
    pieces = [
        sorted(json.dumps(value) for name, value in one.values.items() if is_piece(name))
        for one in (index, bundled)
    ]
    assert pieces[0] == pieces[1]
    assert len(pieces[0]) > len(real_archive.documents)


def is_piece(name: str) -> bool:
    """Whether a piece of a text has this name, in a pack or as a file of its own."""
    return bool(re.fullmatch(r"t\d+-\d|\d+-\d-[0-9a-f]{8}", name))


def test_pairs_are_found_where_a_scan_finds_them(index: Index, real_archive: Archive) -> None:
    oracle = Oracle(real_archive)
    ids = {number: id_ for id_, number in number_documents(real_archive).numbers.items()}
    for fragment in {fragment.strip(MARK) for fragment in oracle.fragments(3, 1500, 3)}:
        pair = fragment if len(fragment) > 1 else fragment + SINGLE
        if len(bare(pair)) == 2:
            assert {ids[document] for document in index.documents(pair)} == oracle.find(fragment)
    assert {ids[document] for document in index.documents("服·改")} == oracle.find("服”改")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("张𬭎为", {"张¶", "𬭎", "为¶"}),
        ("𠮷𬭎", {"𠮷", "𬭎"}),
        ("水利𠮷", {"水利", "水¶", "利¶", "𠮷"}),
        ("😀·𠮷\n𬭎水", {"😀", "𠮷", "𬭎", "水¶"}),
        ("水·利", {"水¶", "利¶"}),
    ],
)
def test_a_character_beyond_two_bytes_is_a_pair_of_its_own(text: str, pairs: set[str]) -> None:
    kept = (halves(pair) for pair in find_pairs((text,)))
    assert {printed(*pair) for pair in kept if is_kept(*pair)} == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("放管·服·改", {"管·服", "服·改"}),
        ("·甲·\n·乙·", {"甲·\n", "\n·乙"}),
        ("甲·𠮷·乙·a", {"乙·a"}),
        ("甲乙", set()),
        ("", set()),
    ],
)
def test_what_has_a_mark_between_is_a_pair_of_its_own(text: str, pairs: set[str]) -> None:
    assert {MARK.join(map(chr, halves(pair))) for pair in find_crossed((text,))} == pairs
    assert set(find_crossed(("", text, text)).values()) <= {0b110}


def test_the_title_is_a_zone(index: Index, real_archive: Archive) -> None:
    record = real_archive.documents[0]
    title = search_text(record.document).folded[0]
    assert index.documents(title[:2])[number_documents(real_archive).numbers[record.id]] & TITLE


def test_pieces_hold_every_line_once_in_order(real_archive: Archive) -> None:
    for record in real_archive.documents:
        lines = [line for line in document_lines(record.document) if line.text.strip()]
        assert [
            line for piece in pieces_of(search_text(record.document)) for line in piece
        ] == lines


def test_articles_have_anchor_and_label(real_archive: Archive) -> None:
    lines = [line for record in real_archive.documents for line in document_lines(record.document)]
    assert {line.label for line in lines if line.anchor == "art-5"} == {"第五条"}


@pytest.mark.slow
def test_the_same_archive_gives_the_same_bytes_with_any_number_of_processes(
    real_archive: Archive,
) -> None:
    archive = synthetic_archive(real_archive, 40)
    cut = Cut(first=4, base=3, shard=700, page=4, most=12)
    alone = list(build_search(archive, SERVED, cut=cut))
    with open_crew(3) as crew:
        assert list(build_search(archive, SERVED, cut=cut, crew=crew)) == alone


def test_an_empty_archive_has_an_index() -> None:
    assert Index(dict(build_search(Archive(), SERVED))).values["manifest"]["documents"] == 0


@pytest.mark.slow
def test_names_change_with_the_content(real_archive: Archive) -> None:
    one, other = (
        dict(build_search(synthetic_archive(real_archive, 16, seed), SERVED)) for seed in (1, 2)
    )
    same = {uri for uri in one if uri in other} - {f"{FOLDER}/manifest.js"}
    assert all(one[uri] == other[uri] for uri in same)
