"""The numbers of the documents, cut into ranges that each have shards of their own.

Where they are cut depends on their count alone: 5,000 documents are 4,864 (19 × 256) and 136. A new
issue changes the last range, a corrected document the one that holds it. When the last one is full
it is joined to the one before, so that there are few, as a query asks each: two for 8,000 documents,
four for 400,000.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Cut(NamedTuple):
    """How an index is cut; only tests cut it otherwise."""

    block: int = 256
    """Documents of a block, 256 at most; the last range has fewer."""
    base: int = 32
    """Blocks of one size that make one of the next, and ranges of one size at most, plus one."""
    shard: int = 4_000
    """Most characters of a shard, on average: a query loads one from each range."""
    last: int = 3_000
    """The same in the last range, as long as it has no more shards than a block documents:
    nearly every one changes with each new issue."""
    page: int = 64
    """Most shards that a page of a directory names."""


class Range(NamedTuple):
    """Some documents in a row."""

    first: int
    """The number of the first."""
    size: int
    """How many numbers there are, also those of documents that are not there any more."""

    def shards(self, size: int, cut: Cut) -> int:
        """How many shards so many characters take: a power of two, so that no correction changes it."""
        is_last = self.size < cut.block
        most = cut.last if is_last else cut.shard
        count = 1
        while count * most < size and not (is_last and count >= cut.block):
            count *= 2
        return count

    def blocks(self, cut: Cut) -> range:
        """The blocks that make it, by their numbers."""
        return range(self.first // cut.block, -(-(self.first + self.size) // cut.block))


CUT = Cut()


def cut_ranges(count: int, cut: Cut = CUT) -> Iterator[Range]:
    """The ranges of so many numbers, the largest first.

    The blocks are counted to a base; each figure is a range, and what is less than a block one more.
    """
    unit = cut.block
    while unit * cut.base <= count:
        unit *= cut.base
    first = 0
    while count > first:
        size = (count - first) // unit * unit if unit >= cut.block else count - first
        if size:
            yield Range(first, size)
        first += size
        unit //= cut.base
