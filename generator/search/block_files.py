"""The first step: issues → blocks of postings, and the pieces of their texts.

A block and the issues that it needs are one task. An issue with documents in two blocks is read for
both, and its texts come with the first.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from generator.archive.text_apart import WHOLE, Texts, digests_of, with_text, without_text
from generator.model import Archive, Document, IssueRecord
from generator.permanence.lasting_numbers import Numbering
from generator.search.blockwise import Block, make_block
from generator.search.pieces import IssueTexts, issue_texts, read_texts
from generator.search.postings import Postings
from generator.search.ranges import Cut, cut_ranges
from generator.search.store import BLOCK, POSTINGS, TEXTS, Store
from generator.work import ALONE, Crew, key_of

Places = tuple[tuple[int, int], ...]
"""Number of a document in its block, and its place in its issue."""
FEW_BLOCKS = 3
"""So many blocks are made before another process has loaded the program."""
NO_TEXTS = issue_texts(())
"""The texts of an issue without documents."""


class Share(NamedTuple):
    """The documents that an issue has in a block."""

    record: IssueRecord
    places: Places
    is_first: bool
    """Whether it has none in a block before."""


class Plan(NamedTuple):
    """What a block is made of."""

    first: int
    """The number of its first document, by which the block is known."""
    shares: tuple[Share, ...]


class Head(NamedTuple):
    """What is known of a block without its postings."""

    parts: tuple[str, ...]
    """The key of each part."""
    size: int
    """Characters of its postings."""


class Given(NamedTuple):
    """What a task is given of an issue: its documents, or where these were read before their postings."""

    documents: tuple[Document, ...]
    """Without their texts."""
    texts: tuple[bytes, ...]
    """Those of the documents."""
    postings: tuple[Postings, ...]
    places: Places


class Task(NamedTuple):
    """What a process is to make; nothing in it is of any other block."""

    given: tuple[Given, ...]
    wants_block: bool
    wants_postings: bool
    """Whether the postings are to come back, for a cache."""


class Done(NamedTuple):
    """What it made."""

    texts: tuple[IssueTexts | None, ...]
    """Of each issue whose documents were given."""
    postings: tuple[tuple[Postings, ...], ...]
    block: Block | None


class Found(NamedTuple):
    """What the cache has of a block."""

    texts: dict[str, IssueTexts]
    """Of issues that come with this block."""
    head: Head | None

    def is_all(self, plan: Plan) -> bool:
        """Whether nothing is left to do."""
        wanted = {share.record.id for share in plan.shares if share.is_first}
        return self.head is not None and self.texts.keys() >= wanted


def run_task(given: tuple[Given, ...], *wants: bool) -> Done:
    """Do a task, in any process; ``wants`` are its other values."""
    wants_block, wants_postings = wants
    texts: list[IssueTexts | None] = []
    postings: list[tuple[Postings, ...]] = []
    for one in given:
        whole = tuple(map(with_text, one.documents, one.texts))
        reading = read_texts(whole) if whole else None
        texts.append(reading.texts if reading else None)
        postings.append(reading.postings if reading else one.postings)
    members = sorted(
        (number, of_issue[place])
        for one, of_issue in zip(given, postings, strict=True)
        for number, place in one.places
        if wants_block
    )
    block = make_block(members) if wants_block else None
    return Done(tuple(texts), tuple(postings) if wants_postings else (), block)


_ENCODER = msgspec.msgpack.Encoder()
_TASK = msgspec.msgpack.Decoder(Task)
_DONE = msgspec.msgpack.Decoder(Done)


def run_packed(task: bytes) -> bytes:
    """Do a :class:`Task`, in any process; it comes, and :class:`Done` goes, as MessagePack, which costs least."""
    return _ENCODER.encode(run_task(*_TASK.decode(task)))


def key_of_issue(record: IssueRecord) -> str:
    """A key of all that search reads of an issue: its documents but for where their citations lead."""
    return key_of(msgspec.msgpack.encode(_bare(record)), *digests_of(record))


def _bare(record: IssueRecord) -> tuple[Document, ...]:
    """The documents of an issue without their texts, and without where their citations lead."""
    return tuple(
        msgspec.structs.replace(without_text(one.document), citations=())
        for one in record.documents
    )


def plan_blocks(archive: Archive, numbering: Numbering, cut: Cut) -> Iterator[Plan]:
    """Each block with the issues that it needs; some may have no documents any more."""
    shares: defaultdict[int, list[Share]] = defaultdict(list)
    firsts = [first for range_ in cut_ranges(numbering.size, cut) for first in range_.blocks(cut)]
    for record in archive.issues:
        blocks: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for place, document in enumerate(record.documents):
            number = numbering.numbers[document.id]
            block = firsts[bisect_right(firsts, number) - 1]
            blocks[block].append((number - block, place))
        for block, places in blocks.items():
            is_first = block == min(blocks)
            shares[block].append(Share(record, tuple(sorted(places)), is_first))
    for block in firsts:
        yield Plan(block, tuple(sorted(shares[block], key=lambda share: share.places)))


class BlockFiles:
    """The blocks of an archive while they are made."""

    def __init__(
        self,
        plans: Sequence[Plan],
        store: Store,
        crew: Crew = ALONE,
        texts: Texts = WHOLE,
    ) -> None:
        """Begin.

        :param texts: where those of the documents are, where these do not have them
        """
        self._store = store
        self._plans = {plan.first: plan for plan in plans}
        self._given = texts
        self._crew = crew
        self._keys: dict[str, str] = {}
        self.texts: dict[str, IssueTexts] = {}
        """Issue → its texts without their pieces."""
        self.heads: dict[int, Head] = {}
        """Block → what is known of it."""

    def make(self) -> Iterator[tuple[IssueRecord, IssueTexts]]:
        """Make all blocks; the issues with their texts, each once."""
        todo: list[tuple[Plan, Found]] = []
        for plan in self._plans.values():
            found = self._look_up(plan)
            if found.is_all(plan):
                yield from self._take(plan, found)
            else:
                todo.append((plan, found))
        tasks = ((_ENCODER.encode(self._task(plan, found)),) for plan, found in todo)
        made = self._crew.map(run_packed, tasks, few=FEW_BLOCKS, ahead=1)  # some 10 MB each
        for (plan, found), done in zip(todo, made, strict=True):
            yield from self._take(plan, self._keep(plan, found, _DONE.decode(done)))

    def part(self, block: int, place: int) -> bytes:
        """A part of a block; where the cache has lost it meanwhile, the block is made anew."""
        key = self.heads[block].parts[place]
        part = self._store.read_part(key)
        if part is None:
            made = run_task(*self._task(self._plans[block], Found({}, None)))
            for one in made.block.parts if made.block else ():
                self._store.write_part(key_of(one), one, again=True)
            part = self._store.read_part(key)
        if part is None:
            raise LookupError(key)
        return part

    def _take(self, plan: Plan, found: Found) -> Iterator[tuple[IssueRecord, IssueTexts]]:
        """Note what was made of a block; the texts that came with it."""
        if found.head:
            self.heads[plan.first] = found.head
        for share in plan.shares:
            if texts := found.texts.get(share.record.id):
                yield share.record, texts
                self.texts[share.record.id] = texts._replace(pieces=())

    def _look_up(self, plan: Plan) -> Found:
        """What the cache has of a block and the issues that come with it."""
        if not self._store.is_lasting:
            return Found({}, None)
        found = {
            share.record.id: self._store.read(TEXTS, self._key(share.record), IssueTexts)
            for share in plan.shares
            if share.is_first
        }
        head = self._store.read(BLOCK, self._key_of_block(plan), Head)
        return Found({id_: texts for id_, texts in found.items() if texts}, head)

    def _task(self, plan: Plan, found: Found) -> Task:
        """What is left to do of a block."""
        wants_block = found.head is None
        given = (
            self._give(share, wants_block=wants_block, has_texts=share.record.id in found.texts)
            for share in plan.shares
        )
        return Task(tuple(given), wants_block, self._store.is_lasting)

    def _give(self, share: Share, *, wants_block: bool, has_texts: bool) -> Given:
        """What a task needs of an issue."""
        if share.is_first and not has_texts:
            return self._whole(share)
        postings = None
        if wants_block and self._store.is_lasting:
            key = self._key(share.record)
            postings = self._store.read(POSTINGS, key, tuple[Postings, ...])
        if wants_block and postings is None:
            return self._whole(share)
        return Given((), (), postings or (), share.places)

    def _whole(self, share: Share) -> Given:
        """An issue with the texts of its documents."""
        return Given(_bare(share.record), self._given.of(share.record), (), share.places)

    def _keep(self, plan: Plan, found: Found, done: Done) -> Found:
        """Keep what a task made."""
        texts = dict(found.texts)
        for share, made in zip(plan.shares, done.texts, strict=True):
            if made and share.is_first and share.record.id not in texts:
                texts[share.record.id] = made
                if self._store.is_lasting:
                    self._store.write(TEXTS, self._key(share.record), made)
        for share, made, postings in zip(plan.shares, done.texts, done.postings, strict=False):
            if made and self._store.is_lasting:
                self._store.write(POSTINGS, self._key(share.record), postings)
        return Found(texts, found.head or self._keep_block(plan, done.block))

    def _keep_block(self, plan: Plan, block: Block | None) -> Head | None:
        """Keep a block, its parts by their content."""
        if block is None:
            return None
        head = Head(tuple(map(key_of, block.parts)), block.size)
        for key, part in zip(head.parts, block.parts, strict=True):
            self._store.write_part(key, part)
        if self._store.is_lasting:
            self._store.write(BLOCK, self._key_of_block(plan), head)
        return head

    def _key(self, record: IssueRecord) -> str:
        """The key of an issue, made once."""
        if record.id not in self._keys:
            self._keys[record.id] = key_of_issue(record)
        return self._keys[record.id]

    def _key_of_block(self, plan: Plan) -> str:
        """The key of a block: of its issues, and of where their documents are in it."""
        members = [(self._key(share.record), share.places) for share in plan.shares]
        return key_of(msgspec.msgpack.encode(members))
