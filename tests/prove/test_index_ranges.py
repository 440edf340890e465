"""The index is proven range by range, however it is cut and counted."""

import pytest

from generator.export import BUNDLED, SERVED, Links
from generator.model import Archive, Roster
from generator.model.block import group_heads
from generator.prove.index_checks import check_pairs
from generator.prove.proof_of_issue import check_index
from generator.prove.search_files import SearchFiles
from generator.search import build_search
from generator.search.ranges import Cut
from tests.search.synthetic import with_gaps

CUT = Cut(first=9, base=3, shard=900, page=4, most=9)


class Files:
    """Files in memory."""

    name = "memory"

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, address: str) -> bytes | None:
        """The bytes of a file."""
        return self.files.get(address)


@pytest.fixture(scope="module")
def counted(real_archive: Archive) -> Archive:
    """An archive whose ledger counts its documents in no order, and others that are not there any more."""
    return with_gaps(real_archive)


@pytest.mark.parametrize("links", [SERVED, BUNDLED], ids=["packed", "loose"])
def test_every_document_is_proven_in_every_range(counted: Archive, links: Links) -> None:
    search = SearchFiles(Files(dict(build_search(counted, links, cut=CUT))))
    assert len(search.manifest["ranges"]) > 2
    assert not any(check_index(search, counted.issues).values())


def test_a_shard_that_another_range_has_is_no_shard_of_this_one(counted: Archive) -> None:
    files = dict(build_search(counted, BUNDLED, cut=CUT))
    start = SearchFiles(Files(files)).manifest["ranges"][0][0]
    shards = sorted(uri for uri in files if f"/g/{start}-" in uri)
    files[shards[0]], files[shards[1]] = files[shards[1]], files[shards[0]]
    assert any(check_index(SearchFiles(Files(files)), counted.issues).values())


@pytest.mark.parametrize("kind", ["t", "g"])
def test_a_pack_that_is_cut_off_or_is_another_is_damaged(counted: Archive, kind: str) -> None:
    whole = dict(build_search(counted, SERVED, cut=CUT))
    packs = sorted(uri for uri in whole if f"/{kind}/" in uri)
    cut_off = whole | {packs[0]: whole[packs[0]][:-64]}
    exchanged = whole | {packs[0]: whole[packs[1]], packs[1]: whole[packs[0]]}
    for files in (cut_off, exchanged):
        found = check_index(SearchFiles(Files(files)), counted.issues).values()
        assert all("is damaged" in str(one[-1]) or "fit" in str(one[-1]) for one in found)


def test_pairs_with_a_mark_between_them_are_proven_too(real_archive: Archive) -> None:
    search = SearchFiles(Files(dict(build_search(real_archive, SERVED))))
    record = next(iter(real_archive.documents))
    ((_, masks),) = search.masks([record.id])
    crossed = next(pair for pair in masks if len(pair) == 3)
    lost = {pair: mask for pair, mask in masks.items() if pair != crossed}
    assert not list(check_pairs(search, record, masks))
    assert f"lost: “{crossed}”" in " ".join(map(str, check_pairs(search, record, lost)))
    (added,) = check_pairs(search, record, masks | {"甲·乙": 4})
    assert added.said == "added: “甲·乙”"


def test_no_pair_is_expected_from_a_name_into_its_post(real_archive: Archive) -> None:
    search = SearchFiles(Files(dict(build_search(real_archive, SERVED))))
    named = [
        (record, member)
        for record in real_archive.documents
        for part in record.document.parts
        for block in part.blocks
        if isinstance(block, Roster)
        for _, group in group_heads(block)
        for member in group.members
        if member.name and member.post
    ]
    record, member = named[0]
    ((_, masks),) = search.masks([record.id])
    pair = f"{member.name[-1]}·{(member.post or '')[0]}"
    assert pair not in masks
    assert any(pair in one.said for one in check_pairs(search, record, masks | {pair: 4}))
