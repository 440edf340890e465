"""The numbers of the documents, cut into ranges that each have shards of their own.

Where they are cut depends on their count alone. A new issue changes the last range, which is small,
a corrected document the one that holds it. A full range stays as it is until there are four of its
size: these become one of the next. So 5,000 documents are 3,072, 768, 768, 192, 192 and 8.

Each range costs a query a shard for each pair of characters, and each join costs an issue all
shards of what is joined. An issue of twelve documents at every count up to 20,000, and a query at
counts up to 5,000 (3,400 characters of postings a document):

=====  ======  ====================================  =======  ========  =============
first  base    files of the index that change        MB,      ranges,   kB of shards
               most of 50 %  95 %  99 %  all  mean   mean     mean all  for each pair
=====  ======  ====================================  =======  ========  =============
   48     2              19   132   522 8322   55     0.46     3.9   7       33
   48     4              19   132   522 8322   46     0.38     5.3  10       45
   48     8              19    35   262 2082   39     0.31     7.6  15       64
   32     4              19   139   533 8333   60     0.36     5.9  11       35
   64     4              35    78  1042 8322   72     0.45     5.3  10       32
   16     4              26    78  1042 8322   63     0.36     6.6  13       38
=====  ======  ====================================  =======  ========  =============

With shards of 4,000 characters instead of 6,000 it is 23 kB a pair, and twice the files. Where shards are in
packs (:mod:`~generator.search.forms.packed`) they cost no files: there they have a sixteenth of the characters, and a
pack has what sixteen pages of a directory would name, which a query loads once for all its pairs in that pack. At
5,000 documents that is 0.3 kB a shard and some 0.5 kB a directory, deflated, beside long lists of common pairs.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Cut(NamedTuple):
    """How an index is cut; only tests cut it otherwise."""

    first: int = 48
    """Documents of the smallest full range; the last range has fewer."""
    base: int = 4
    """Ranges of one size that make one of the next."""
    shard: int = 6_000
    """Most postings of a shard, in characters, on average: a query loads one from each range."""
    page: int = 64
    """Most shards that a page of a directory names, or a pack has."""

    most: int = 256
    """Most documents of a block, whose postings are made at once; they count them in one byte."""

    @property
    def block(self) -> int:
        """Documents of a block of a larger range: those of the largest range that is one block."""
        size = self.first
        while size * self.base <= self.most:
            size *= self.base
        return size

    def shards(self, size: int) -> int:
        """How many shards so many characters take: a power of two, so that no correction changes it."""
        count = 1
        while count * self.shard < size:
            count *= 2
        return count

    def pages(self, shards: int) -> int:
        """How many pages the directory of so many shards has, or how many packs they are in."""
        return max(1, shards // self.page)

    def pack(self, size: int) -> int:
        """Numbers of a pack of texts, in a range of so many.

        A new issue makes the last pack anew, so those of the small ranges at the end are smaller: eight documents. When
        ranges are joined to a block, their texts are packed again, which is 3.4 MB at every 192nd document.
        """
        return self.first if size >= self.block else max(1, self.first // 6)


class Range(NamedTuple):
    """Some documents in a row."""

    first: int
    """The number of the first."""
    size: int
    """How many numbers there are, also those of documents that are not there any more."""

    def blocks(self, cut: Cut) -> range:
        """The blocks that make it, by the numbers of their first documents."""
        return range(self.first, self.first + self.size, cut.block)


CUT = Cut()
"""How it is cut where each shard is a file."""
PACKED_CUT = CUT._replace(shard=375, page=1024)
"""How it is cut where shards are in packs."""


def cut_ranges(count: int, cut: Cut = CUT) -> Iterator[Range]:
    """The ranges of so many numbers, the largest first."""
    size = cut.first
    while size * cut.base <= count:
        size *= cut.base
    first = 0
    while first < count:
        left = count - first
        if size <= left or size == cut.first:
            yield Range(first, min(size, left))
            first += min(size, left)
        else:
            size //= cut.base
