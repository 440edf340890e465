"""The numbers of the documents, cut into ranges that each have shards of their own.

Where they are cut depends on their count alone: 5,000 documents are 4,096, then 3 × 256, then 136.
A new issue changes the last range, a corrected document the one that holds it. When the last one is
full it is joined to the one before, so that there are few: four for 400,000 documents.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Cut(NamedTuple):
    """How an index is cut; only tests cut it otherwise."""

    block: int = 256
    """Documents of a block, 256 at most; the last range has fewer."""
    base: int = 16
    """Blocks of one size that make one of the next, and ranges of one size at most, plus one."""
    shard: int = 4_000
    """Most characters of a shard, on average: a query loads one from each range."""
    last: int = 6_000
    """The same in the last range, where nearly every shard changes with each new issue."""
    page: int = 128
    """Most shards that a page of a directory names."""


class Range(NamedTuple):
    """Some documents in a row."""

    first: int
    """The number of the first."""
    size: int
    """How many numbers there are, also those of documents that are not there any more."""

    def most(self, cut: Cut) -> int:
        """Most characters of a shard, on average."""
        return cut.shard if self.size >= cut.block else cut.last

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
