"""The files of the index: the same archive gives the same, with any number of processes and any cache.

It is made in two steps, each over all cores: issues → blocks of documents (and the pieces of their
texts), blocks → the shards of a range. What a step makes depends on its arguments alone, and a cache
that is handed in keeps it.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from generator.archive.text_apart import WHOLE, Texts
from generator.export import Links
from generator.model import Archive, DocumentRecord
from generator.permanence.lasting_numbers import number_documents
from generator.search.block_files import NO_TEXTS, BlockFiles, plan_blocks
from generator.search.blockwise import PARTS, groups_of, make_shards
from generator.search.facets import make_columns, make_numbers
from generator.search.forms.form_of_index import Form, ShardsOfRange
from generator.search.forms.loose import Loose
from generator.search.forms.packed import Packed
from generator.search.manifest import File, Index, RangeFiles, make_manifest, named, variants_file
from generator.search.pieces import IssueTexts
from generator.search.ranges import CUT, PACKED_CUT, Cut, Range, cut_ranges
from generator.search.script import script, to_compact_json
from generator.search.store import SHARDS, Cache, Store
from generator.search.ways.ways_pack import ways_pack
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


def build_search(
    archive: Archive,
    links: Links,
    cache: Cache | None = None,
    texts: Texts = WHOLE,
    cut: Cut | None = None,
    crew: Crew = ALONE,
) -> Iterator[File]:
    """Every file of the index with its address in the site; the manifest comes last.

    The names of all others change with their content.

    :param cache: what earlier runs of this program made; it may be empty
    :param texts: where those of the documents are, where these do not have them
    :param cut: how the index is cut; None for what is best for its form
    :param crew: who does the steps
    """
    if links.served:
        form: Form = Packed(number_documents(archive), cut or PACKED_CUT)
    else:
        form = Loose(cut or CUT)
    index = yield from build_index(archive, form, cache, texts, crew)
    said, file = ways_pack(archive, links)
    yield from placed([file])
    yield manifest_file({**make_manifest(archive, index, links), **form.said, **said})


def manifest_file(manifest: Mapping[str, Any]) -> File:
    """The manifest with its address in the site."""
    return f"{FOLDER}/manifest.js", script("manifest", to_compact_json(manifest))


def build_index(
    archive: Archive,
    form: Form,
    cache: Cache | None = None,
    texts: Texts = WHOLE,
    crew: Crew = ALONE,
) -> Generator[File, None, Index]:
    """Every file of the index but its manifest, as :func:`build_search` makes them; what that is to say of them."""
    numbering = number_documents(archive)
    with Store(cache) as store:
        plans = tuple(plan_blocks(archive, numbering, form.cut))
        blocks = BlockFiles(plans, store, crew, texts)
        for record, made_of_issue in blocks.make():
            yield from placed(form.texts(record, made_of_issue))
        groups = tuple(find_groups(blocks, numbering.size, form.cut))
        counts = {group.range: group.shards for group in groups}
        for group, shards in run_groups(groups, blocks, store, crew):
            yield from placed(form.shards(_placed_shards(group, shards)))
    made = {record.id: blocks.texts.get(record.id, NO_TEXTS) for record in archive.issues}
    members = dict(find_members(archive, made, numbering.numbers))
    ranges: list[RangeFiles] = []
    for range_ in cut_ranges(numbering.size, form.cut):
        described, files = side_files(range_, counts[range_], members, form)
        ranges.append(described)
        yield from placed(files)
    yield from placed([variants_file()])
    names = {id_: form.name_of(text) for id_, text in made.items()}
    return Index(made, names, numbering.numbers, ranges)


def find_groups(blocks: BlockFiles, size: int, cut: Cut) -> Iterator[Group]:
    """Every group of parts of every range; those whose shards are in the same pack, or page, follow each other."""
    for range_ in cut_ranges(size, cut):
        heads = {block: blocks.heads[block] for block in range_.blocks(cut)}
        shards = cut.shards(sum(head.size for head in heads.values()))
        groups, pages = groups_of(shards), cut.pages(shards)
        for nth in chain.from_iterable(range(page, groups, pages) for page in range(pages)):
            parts = tuple(range(nth, PARTS, groups))
            made_of = [[head.parts[part] for part in parts] for head in heads.values()]
            key = key_of(msgspec.msgpack.encode((shards, nth, cut.block, made_of)))
            yield Group(range_, shards, nth, tuple((block, parts) for block in heads), key)


def _placed_shards(group: Group, shards: Sequence[bytes]) -> ShardsOfRange:
    """The shards of a group by their places in the range."""
    step = groups_of(group.shards)
    made = {group.nth + place * step: shard for place, shard in enumerate(shards)}
    return ShardsOfRange(group.range, group.shards, made)


def run_groups(
    groups: Iterable[Group], blocks: BlockFiles, store: Store, crew: Crew
) -> Iterator[tuple[Group, tuple[bytes, ...]]]:
    """Each group with its shards, those first that the cache has."""
    todo: list[Group] = []
    for group in groups:
        if shards := store.read(SHARDS, group.key, tuple[bytes, ...]):
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
    range_: Range, shards: int, members: Mapping[int, Member], form: Form
) -> tuple[RangeFiles, list[File]]:
    """What the manifest says of a range, and its files but for texts and shards.

    These are what leads to the shards and what is loaded of its documents when a
    query needs it; documents that are not there any more have no place there.

    :param shards: how many it has
    """
    directory = form.directory(range_)
    numbers = range(range_.first, range_.first + range_.size)
    held = [members[number] for number in numbers if number in members]
    records = [member.record for member in held]
    lengths, counts = [one.length for one in held], [one.pieces for one in held]
    columns, of_columns = named(
        "c", range_, {**make_columns(records, lengths, counts), **form.places(range_)}
    )
    document_numbers, of_numbers = named("n", range_, make_numbers(records))
    described = RangeFiles(
        range_.size,
        shards,
        directory.hashes,
        directory.lengths,
        columns,
        document_numbers,
    )
    return described, [*directory.files, of_columns, of_numbers]


def placed(files: Iterable[File]) -> Iterator[File]:
    """The files with their addresses in the site."""
    for name, data in files:
        yield f"{FOLDER}/{name}", data
