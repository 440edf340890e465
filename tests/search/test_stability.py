"""What changes in the index when something changes in the archive: counted file by file."""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice

import msgspec
import pytest

from generator.archive.reader import give_permalinks
from generator.export import BUNDLED, SERVED, Links
from generator.model import Archive, Article, DocumentRecord, IssueRecord, Paragraph, Permalink
from generator.permanence.lasting_numbers import number_documents
from generator.search import FOLDER, block_files, build_search, index_files
from generator.search.normalise import MARK
from generator.search.postings import SINGLE
from generator.search.ranges import Cut
from tests.search import synthetic
from tests.search.oracle import Oracle
from tests.search.test_index import Index

CUT = Cut(first=16, base=4, shard=400, page=8, most=16)
"""Ranges as those of a large archive, for a small one: of 16 documents, and of four times as many."""
ISSUES = 11
"""88 documents: a range of 64, one of 16, and eight more."""

Files = dict[str, bytes]


class Memory:
    """A cache; an empty one is one, too."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def __len__(self) -> int:
        return len(self.kept)

    def get(self, kind: str, key: str) -> bytes | None:
        """What was put there."""
        return self.kept.get((kind, key))

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep it; the same key has the same bytes."""
        assert self.kept.setdefault((kind, key), data) == data


class Forgetful(Memory):
    """A cache that loses much of what it is given, at any time."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.chance = random.Random(seed)

    def get(self, kind: str, key: str) -> bytes | None:
        """What was put there, or nothing."""
        return None if self.chance.random() < 0.3 else super().get(kind, key)


@pytest.fixture(scope="module")
def whole(real_archive: Archive) -> Archive:
    """An archive of short documents, with one issue more than the ledger has."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(synthetic, "CHARACTERS", 700)
        return synthetic.synthetic_archive(real_archive, 8 * (ISSUES + 1))


def publish(
    archive: Archive, issues: Iterable[IssueRecord], ledger: Iterable[Permalink] = ()
) -> Archive:
    """The archive of some issues, after another one with this ledger."""
    held = msgspec.structs.replace(archive, issues=tuple(issues))
    return give_permalinks(held, {entry.id: entry for entry in ledger})


def files_of(archive: Archive, cache: Memory | None = None, links: Links = BUNDLED) -> Files:
    """The index of an archive."""
    return dict(build_search(archive, links, cache, cut=CUT))


def kind_of(uri: str) -> str:
    """Shards, directories, columns, numbers, texts by the letter of their folder, or the name of a file."""
    return uri.removeprefix(f"{FOLDER}/").split("/")[0].split("-")[0]


def new_files(before: Files, after: Files) -> dict[str, list[str]]:
    """The files that have to be published, by their kind."""
    new: dict[str, list[str]] = {}
    for uri in sorted(after):
        if after[uri] != before.get(uri):
            new.setdefault(kind_of(uri), []).append(uri)
    return new


def firsts(uris: Iterable[str]) -> set[int]:
    """The ranges of some files, by the numbers of their first documents."""
    return {int(uri.rsplit("/", 1)[1].split("-")[0]) for uri in uris}


@pytest.mark.parametrize("place", [0, 5, ISSUES], ids=["newest", "middle", "oldest"])
def test_a_new_issue_changes_the_last_range_only(whole: Archive, place: int) -> None:
    others = [record for nth, record in enumerate(whole.issues) if nth != place]
    before = publish(whole, others)
    after = publish(whole, whole.issues, before.permalinks)
    eighty = publish(whole, others[:-1])  # the last range has no documents yet, then eight
    grown = publish(whole, others, eighty.permalinks)
    new = new_files(files_of(eighty), files_of(grown))
    assert firsts(new["g"] + new["d"] + new["c"] + new["n"]) == {80}
    assert len(new["t"]) == len([uri for uri in files_of(grown) if kind_of(uri) == "t"]) - len(
        [uri for uri in files_of(eighty) if kind_of(uri) == "t"]
    )
    filled = new_files(files_of(before), files_of(after))
    assert firsts(filled["g"] + filled["d"] + filled["c"] + filled["n"]) == {80}
    assert filled["manifest.js"] == [f"{FOLDER}/manifest.js"]


@pytest.mark.parametrize(
    ("issues", "changed"), [(1, {0}), (2, {16}), (6, {48}), (7, {0}), (8, {64})]
)
def test_an_issue_joins_ranges_when_there_are_four_of_a_size(
    whole: Archive, issues: int, changed: set[int]
) -> None:
    before = publish(whole, whole.issues[:issues])
    after = publish(whole, whole.issues[: issues + 1], before.permalinks)
    new = new_files(files_of(before), files_of(after))
    assert firsts(new["g"] + new["d"] + new["c"] + new["n"]) == changed


def corrected(
    archive: Archive, place: int, change: Callable[[DocumentRecord], DocumentRecord]
) -> Archive:
    """An archive in which the first document of an issue is another one."""
    issue = archive.issues[place]
    documents = (change(issue.documents[0]), *issue.documents[1:])
    issues = [*archive.issues]
    issues[place] = msgspec.structs.replace(issue, documents=documents)
    return publish(archive, issues, archive.permalinks)


def with_another_character(record: DocumentRecord) -> DocumentRecord:
    """A document with one character of its last paragraph changed."""
    part = record.document.parts[0]
    last = part.blocks[-1]
    assert isinstance(last, Article | Paragraph)
    block = msgspec.structs.replace(last, text=f"{last.text[:-3]}𠮷{last.text[-2:]}")
    parts = (msgspec.structs.replace(part, blocks=(*part.blocks[:-1], block)),)
    document = msgspec.structs.replace(record.document, parts=parts)
    return msgspec.structs.replace(record, document=document)


@pytest.mark.parametrize("place", [0, 4, ISSUES - 1])
def test_one_character_changes_a_handful_of_shards(whole: Archive, place: int) -> None:
    before = publish(whole, whole.issues[:-1])
    new = new_files(files_of(before), files_of(corrected(before, place, with_another_character)))
    assert len(firsts(new["g"])) == 1
    # two pairs and a single character are gone or there, and one beyond U+FFFF is there
    assert len(new["g"]) <= 7
    assert len(new["d"]) <= len(new["g"])
    assert firsts(new["d"]) == firsts(new["g"])
    assert not {"c", "n"} & new.keys()
    issue = {uri.rsplit("-", 1)[1] for uri in new["t"]}
    assert len(issue) == 1
    assert sum(map(len, new.values())) < 60


@pytest.mark.parametrize("place", [0, 4, ISSUES - 1])
def test_one_character_changes_a_pack_of_texts_and_a_handful_of_shards(
    whole: Archive, place: int
) -> None:
    before = publish(whole, whole.issues[:-1])
    after = corrected(before, place, with_another_character)
    new = new_files(files_of(before, links=SERVED), files_of(after, links=SERVED))
    assert len(firsts(new["g"])) == 1
    assert len(new["g"]) <= 7
    # the columns of the range name the pack of the text
    assert (len(new["t"]), len(new["c"])) == (1, 1)
    assert new.keys() == {"t", "g", "c", "manifest.js"}


def test_a_new_issue_makes_the_last_packs_anew(whole: Archive) -> None:
    eighty = publish(whole, whole.issues[:-2])
    grown = publish(whole, whole.issues[:-1], eighty.permalinks)
    new = new_files(files_of(eighty, links=SERVED), files_of(grown, links=SERVED))
    assert firsts(new["g"] + new["c"] + new["n"]) == {80}
    assert firsts(new["t"]) == {80, 82, 84, 86}


def test_a_full_pack_stays_until_its_range_is_joined(whole: Archive) -> None:
    cut = CUT._replace(most=64)  # packs of a range of 64 have sixteen documents, others two
    eight, *more = (publish(whole, whole.issues[:count]) for count in (1, 2, 8))
    sixteen, all_ = (publish(whole, one.issues, eight.permalinks) for one in more)
    files = [dict(build_search(one, SERVED, cut=cut)) for one in (eight, sixteen, all_)]
    assert firsts(new_files(files[0], files[1])["t"]) == {8, 10, 12, 14}
    assert firsts(new_files(files[1], files[2])["t"]) == {0, 16, 32, 48}


def test_a_cache_serves_both_forms_and_changes_no_byte_of_a_pack(whole: Archive) -> None:
    archive, cache = publish(whole, whole.issues), Memory()
    plain = files_of(archive, links=SERVED)
    files_of(archive, cache)
    assert files_of(archive, cache, SERVED) == files_of(archive, cache, SERVED) == plain


def test_a_document_that_is_withdrawn_leaves_an_empty_place(whole: Archive) -> None:
    before = publish(whole, whole.issues[:-1])
    gone = before.issues[3]
    left = [record for record in before.issues if record is not gone]
    said = Permalink(gone.id, withdrawn="依申请撤下")
    after = publish(before, left, (*before.permalinks, said))
    assert len(after.permalinks) == len(before.permalinks) + 1
    new = new_files(files_of(before), files_of(after))
    changed = firsts(new["g"])
    assert len(changed) == 1
    assert firsts(new["d"] + new["c"] + new["n"]) == changed
    assert "t" not in new


@pytest.mark.parametrize("count", [15, 16, 17, 63, 64, 65])
def test_every_pair_is_found_on_both_sides_of_a_bound(whole: Archive, count: int) -> None:
    documents = iter(whole.documents)
    held = [
        msgspec.structs.replace(
            record, documents=tuple(islice(documents, min(8, max(0, count - 8 * nth))))
        )
        for nth, record in enumerate(whole.issues)
    ]
    archive = publish(whole, (record for record in held if record.documents))
    index, numbers = Index(files_of(archive)), number_documents(archive).numbers
    oracle = Oracle(archive)
    assert len(numbers) == count
    for fragment in {fragment.strip(MARK) for fragment in oracle.fragments(5, 200, 2)}:
        pair = fragment if len(fragment) == 2 else fragment + SINGLE
        assert index.documents(pair).keys() == {numbers[id_] for id_ in oracle.find(fragment)}


def test_a_cache_changes_no_byte_and_saves_the_work(
    whole: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = publish(whole, whole.issues[:-1])
    after = publish(whole, whole.issues, before.permalinks)
    plain, cache, done = files_of(after), Memory(), Counter[str]()
    assert files_of(before, cache) == files_of(before)
    for module, name in (
        (block_files, "read_texts"),
        (block_files, "make_block"),
        (index_files, "make_shards"),
    ):
        right = getattr(module, name)
        monkeypatch.setattr(module, name, counting(done, name, right))
    assert files_of(after, cache) == plain
    assert done["read_texts"] == done["make_block"] == 1
    last = [uri for uri in plain if kind_of(uri) == "g" and firsts([uri]) == {80}]
    assert 0 < done["make_shards"] <= len(last)
    done.clear()
    assert files_of(after, cache) == plain
    assert not done
    assert files_of(corrected(after, 0, with_another_character), cache) == files_of(
        corrected(after, 0, with_another_character)
    )


def counting(done: Counter[str], name: str, right: Callable[..., object]) -> Callable[..., object]:
    """A function that counts its calls."""

    def counted(*given: object) -> object:
        done[name] += 1
        return right(*given)

    return counted


@pytest.mark.parametrize("seed", range(3))
def test_a_cache_may_lose_anything_at_any_time(whole: Archive, seed: int) -> None:
    cache, archive = Forgetful(seed), publish(whole, whole.issues)
    plain = files_of(archive, links=SERVED)
    for _ in range(3):
        assert files_of(archive, cache, SERVED) == plain


def test_the_key_of_an_issue_is_that_of_what_search_reads(whole: Archive) -> None:
    (first, *_) = whole.issues
    record = first.documents[0]
    cited = msgspec.structs.replace(record, status="none", characters=1)
    same = msgspec.structs.replace(first, documents=(cited, *first.documents[1:]))
    assert block_files.key_of_issue(same) == block_files.key_of_issue(first)
    other = msgspec.structs.replace(
        first, documents=(with_another_character(record), *first.documents[1:])
    )
    assert block_files.key_of_issue(other) != block_files.key_of_issue(first)
