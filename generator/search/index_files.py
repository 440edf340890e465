"""The files of the index: the same archive gives the same, with any number of processes and any cache.

It is made in two steps, each over all cores: issues → blocks of documents (and the pieces of their
texts), blocks → the shards of a range. What a step makes depends on its arguments alone, and a cache
that is handed in keeps it.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from generator.archive.text_apart import WHOLE, Texts
from generator.export import Links
from generator.model import Archive, DocumentRecord
from generator.permanence.lasting_numbers import number_documents
from generator.search.block_files import NO_TEXTS, BlockFiles, plan_blocks
from generator.search.blockwise import PARTS, groups_of, make_shards
from generator.search.facets import make_columns, make_numbers
from generator.search.manifest import File, RangeFiles, make_manifest, named, variants_file
from generator.search.pieces import IssueTexts
from generator.search.ranges import CUT, Cut, Range, cut_ranges
from generator.search.script import script, to_compact_json
from generator.search.store import SHARDS, Cache, Store
from generator.work import ALONE, Crew, key_of

FOLDER = "data/search"
"""Where the files lie in the site."""


FEW_GROUPS = 8
"""So many groups are joined before another process has loaded the program."""


class Member(NamedTuple):
    """A document of a range."""

    record: DocumentRecord
    length: int
    """Folded characters of its body."""
    pieces: int
    """Into how many its text is cut."""


class Group(NamedTuple):
    """Parts of a range from which some of its shards are made."""

    range: Range
    shards: int
    """How many the range has."""
    nth: int
    blocks: tuple[tuple[int, tuple[int, ...]], ...]
    """Each block of the range with the parts that are in the group."""
    key: str


class Index(NamedTuple):
    """What the manifest is made of, once all other files are there."""

    texts: Mapping[str, IssueTexts]
    """The texts of each issue."""
    numbers: Mapping[str, int]
    """The number of each document."""
    ranges: Sequence[RangeFiles]


def build_search(
    archive: Archive,
    links: Links,
    cache: Cache | None = None,
    texts: Texts = WHOLE,
    cut: Cut = CUT,
    crew: Crew = ALONE,
) -> Iterator[File]:
    """Every file of the index with its address in the site; the manifest comes last.

    The names of all others change with their content.

    :param cache: what earlier runs of this program made; it may be empty
    :param texts: where those of the documents are, where these do not have them
    :param crew: who does the steps
    """
    index = yield from build_index(archive, cache, texts, cut, crew)
    yield manifest_file(make_manifest(archive, *index, links))


def manifest_file(manifest: Mapping[str, Any]) -> File:
    """The manifest with its address in the site."""
    return f"{FOLDER}/manifest.js", script("manifest", to_compact_json(manifest))


def build_index(
    archive: Archive,
    cache: Cache | None = None,
    texts: Texts = WHOLE,
    cut: Cut = CUT,
    crew: Crew = ALONE,
) -> Generator[File, None, Index]:
    """Every file of the index but its manifest, as :func:`build_search` makes them; what that is to say of them."""
    numbering = number_documents(archive)
    with Store(cache) as store:
        plans = tuple(plan_blocks(archive, numbering, cut))
        blocks = BlockFiles(plans, store, crew, texts)
        yield from placed(blocks.make())
        hashes: dict[Range, list[str]] = {}
        for group, shards in run_groups(
            find_groups(blocks, numbering.size, cut), blocks, store, crew
        ):
            found = hashes.setdefault(group.range, [""] * group.shards)
            for place, shard in enumerate(shards):
                nth = group.nth + place * groups_of(group.shards)
                found[nth], file = named("g", group.range, shard, nth)
                yield from placed([file])
    made = {record.id: blocks.texts.get(record.id, NO_TEXTS) for record in archive.issues}
    members = dict(find_members(archive, made, numbering.numbers))
    ranges: list[RangeFiles] = []
    for range_ in cut_ranges(numbering.size, cut):
        described, files = side_files(range_, hashes[range_], members, cut)
        ranges.append(described)
        yield from placed(files)
    yield from placed([variants_file()])
    return Index(made, numbering.numbers, ranges)


def find_groups(blocks: BlockFiles, size: int, cut: Cut) -> Iterator[Group]:
    """Every group of parts of every range."""
    for range_ in cut_ranges(size, cut):
        heads = {block: blocks.heads[block] for block in range_.blocks(cut)}
        shards = cut.shards(sum(head.size for head in heads.values()))
        groups = groups_of(shards)
        for nth in range(groups):
            parts = tuple(range(nth, PARTS, groups))
            made_of = [[head.parts[part] for part in parts] for head in heads.values()]
            key = key_of(msgspec.msgpack.encode((shards, nth, cut.block, made_of)))
            yield Group(range_, shards, nth, tuple((block, parts) for block in heads), key)


def run_groups(
    groups: Iterable[Group], blocks: BlockFiles, store: Store, crew: Crew
) -> Iterator[tuple[Group, tuple[str, ...]]]:
    """Each group with its shards, those first that the cache has."""
    todo: list[Group] = []
    for group in groups:
        if shards := store.read(SHARDS, group.key, tuple[str, ...]):
            yield group, shards
        else:
            todo.append(group)
    tasks = (_task(group, blocks) for group in todo)
    for group, shards in zip(todo, crew.map(make_shards, tasks, few=FEW_GROUPS), strict=True):
        store.write(SHARDS, group.key, shards)
        yield group, shards


def _task(group: Group, blocks: BlockFiles) -> tuple[tuple[tuple[int, bytes], ...], int]:
    """The arguments of :func:`~generator.search.blockwise.make_shards` for a group."""
    parts = tuple(
        (block - group.range.first, blocks.part(block, part))
        for block, parts in group.blocks
        for part in parts
    )
    return parts, group.shards


def find_members(
    archive: Archive, texts: Mapping[str, IssueTexts], numbers: Mapping[str, int]
) -> Iterator[tuple[int, Member]]:
    """Every document by its number."""
    for issue in archive.issues:
        text = texts[issue.id]
        for record, length, count in zip(issue.documents, text.lengths, text.counts, strict=True):
            yield numbers[record.id], Member(record, length, count)


def side_files(
    range_: Range, hashes: list[str], members: Mapping[int, Member], cut: Cut
) -> tuple[RangeFiles, list[File]]:
    """What the manifest says of a range, and its files but for the shards.

    These are the pages of the directory of its shards and what is loaded of its documents when a
    query needs it; documents that are not there any more have no place there.
    """
    pages = max(1, len(hashes) // cut.page)
    directory = [named("d", range_, "".join(hashes[page::pages]), page) for page in range(pages)]
    numbers = range(range_.first, range_.first + range_.size)
    held = [members[number] for number in numbers if number in members]
    records = [member.record for member in held]
    lengths, counts = [one.length for one in held], [one.pieces for one in held]
    columns, of_columns = named("c", range_, make_columns(records, lengths, counts))
    document_numbers, of_numbers = named("n", range_, make_numbers(records))
    described = RangeFiles(
        range_.size,
        len(hashes),
        "".join(hashed for hashed, _ in directory),
        columns,
        document_numbers,
    )
    return described, [*(file for _, file in directory), of_columns, of_numbers]


def placed(files: Iterable[File]) -> Iterator[File]:
    """The files with their addresses in the site."""
    for name, data in files:
        yield f"{FOLDER}/{name}", data
