"""What the index asks of a form in which it is written."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from generator.model import IssueRecord
from generator.search.manifest import File
from generator.search.pieces import IssueTexts
from generator.search.ranges import Cut, Range


class ShardsOfRange(NamedTuple):
    """Some shards of a range, all that one group of its parts gave."""

    range: Range
    total: int
    """How many the range has; a power of two."""
    made: Mapping[int, bytes]
    """Each by its place among them, as JSON that is deflated."""


class Directory(NamedTuple):
    """What leads to the shards of a range."""

    hashes: str
    """Those in the names of its pages, or of the packs, in one row."""
    lengths: str
    """How long the first member of each pack is, as a column."""
    files: Iterable[File]
    """What is left to write of it."""


class Form(Protocol):
    """Makes the files of texts and shards as these are made, in whatever order that is, each once."""

    cut: Cut
    """How the index is cut."""
    said: Mapping[str, Any]
    """What the manifest says of the form."""

    def texts(self, record: IssueRecord, texts: IssueTexts) -> Iterator[File]:
        """The files that can be written when the texts of an issue are there."""

    def shards(self, shards: ShardsOfRange) -> Iterator[File]:
        """The files that can be written when some shards are there."""

    def directory(self, range_: Range) -> Directory:
        """What leads to the shards of a range, which are all there by then."""

    def places(self, range_: Range) -> Mapping[str, Any]:
        """What the columns of a range say of where its texts are; these are all there by then."""

    def name_of(self, texts: IssueTexts) -> str:
        """What the manifest says by which the texts of an issue are found."""
