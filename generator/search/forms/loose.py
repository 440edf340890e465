"""Each piece of a text and each shard as a script of its own, which a browser loads from a disk too.

There are some four files a document, so a site on a server has :mod:`~generator.search.forms.packed` instead.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import IssueRecord
from generator.search.forms.form_of_index import Directory, ShardsOfRange
from generator.search.manifest import File, named, named_json
from generator.search.pieces import IssueTexts
from generator.search.ranges import CUT, Cut, Range
from generator.search.script import inflate, script


class Loose:
    """The form of a bundle, and of an index over several archives."""

    said: Mapping[str, Any] = {}

    def __init__(self, cut: Cut = CUT) -> None:
        self.cut = cut
        self._hashes: dict[Range, list[str]] = {}
        """Of each range those of its shards."""

    def texts(self, record: IssueRecord, texts: IssueTexts) -> Iterator[File]:  # noqa: ARG002 - another form asks it
        """Each piece; its name says its place in its issue and the hash of that."""
        for place, pieces in enumerate(texts.pieces):
            for nth, piece in enumerate(pieces):
                name = f"{place}-{nth}-{texts.hash}"
                yield f"t/{name}.js", script(name, inflate(piece))

    def shards(self, shards: ShardsOfRange) -> Iterator[File]:
        """Each shard."""
        hashes = self._hashes.setdefault(shards.range, [""] * shards.total)
        for nth, made in shards.made.items():
            hashes[nth], file = named_json("g", shards.range, inflate(made), nth)
            yield file

    def directory(self, range_: Range) -> Directory:
        """The pages of a directory that has the hash of each shard."""
        hashes = self._hashes[range_]
        pages = self.cut.pages(len(hashes))
        made = [named("d", range_, "".join(hashes[page::pages]), page) for page in range(pages)]
        return Directory("".join(hashed for hashed, _ in made), "", [file for _, file in made])

    def places(self, range_: Range) -> Mapping[str, Any]:  # noqa: ARG002 - another form asks it
        """Nothing: the names of the pieces follow from the manifest."""
        return {}

    def name_of(self, texts: IssueTexts) -> str:
        """The hash in the names of the pieces."""
        return texts.hash
