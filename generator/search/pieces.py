"""The texts in pieces that are fetched for the results that are shown.

Title, number, lines by anchor.
"""

import hashlib
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from generator.search.passages import Line, SearchText, pieces_of
from generator.search.script import script, to_compact_json

LABEL = 24
"""Longest label, in characters."""


class IssueTexts(NamedTuple):
    """The documents of an issue as they are fetched."""

    hash: str
    """Of everything in it; part of the names of its pieces."""
    lengths: tuple[int, ...]
    """Folded characters of each document."""
    counts: tuple[int, ...]
    """Into how many pieces each document is cut."""
    files: tuple[tuple[str, bytes], ...]
    """The pieces by their address."""


def issue_texts(texts: Sequence[SearchText]) -> IssueTexts:
    """The pieces of an issue."""
    pieces = [[piece_json(text, lines) for lines in pieces_of(text)] for text in texts]
    digest = short_hash("\n".join(piece for document in pieces for piece in document).encode())
    names = (
        (f"{place}-{number}-{digest}", piece)
        for place, document in enumerate(pieces)
        for number, piece in enumerate(document)
    )
    return IssueTexts(
        digest,
        tuple(text.length for text in texts),
        tuple(map(len, pieces)),
        tuple((f"t/{name}.js", script(name, piece)) for name, piece in names),
    )


def piece_json(text: SearchText, lines: Sequence[Line]) -> str:
    """A piece: title, number and ``[anchor, label, lines]`` for each stretch under one anchor."""
    groups = [
        (anchor, label[:LABEL], "\n".join(line.text.replace("\n", " ") for line in under))
        for (anchor, label), under in groupby(lines, key=lambda line: (line.anchor, line.label))
    ]
    return to_compact_json((text.title, text.number, groups))


def short_hash(data: bytes) -> str:
    """Eight hexadecimal digits that change with the data."""
    return hashlib.sha256(data).hexdigest()[:8]
