"""The documents of an issue as search needs them: texts in pieces that are fetched, and postings.

A piece has title, number, and lines by anchor. It is fetched for the results that are shown.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.model import Document
from generator.search.normalise import VARIANTS
from generator.search.passages import Line, SearchText, pieces_of, search_text
from generator.search.postings import Postings, make_postings
from generator.search.script import deflate, to_compact_json

LABEL = 24
"""Longest label, in characters."""

_VARIANT = re.compile(f"[{''.join(VARIANTS)}]")


class IssueTexts(NamedTuple):
    """The documents of an issue as they are fetched."""

    hash: str
    """Of everything in it; part of the names of its pieces where these are files."""
    lengths: tuple[int, ...]
    """Folded characters of each document."""
    counts: tuple[int, ...]
    """Into how many pieces each document is cut."""
    variants: str
    """Traditional characters in them, each once."""
    pieces: tuple[tuple[bytes, ...], ...]
    """Those of each document, as JSON that is deflated."""


class Reading(NamedTuple):
    """What search knows of the documents of an issue; it depends on nothing else."""

    texts: IssueTexts
    postings: tuple[Postings, ...]
    """The pairs of each document."""


def read_texts(documents: Sequence[Document]) -> Reading:
    """The texts and the postings of an issue."""
    texts = tuple(map(search_text, documents))
    return Reading(issue_texts(texts), tuple(make_postings(text.folded) for text in texts))


def issue_texts(texts: Sequence[SearchText]) -> IssueTexts:
    """The pieces of an issue."""
    pieces = tuple(tuple(piece_json(text, lines) for lines in pieces_of(text)) for text in texts)
    return IssueTexts(
        short_hash("\n".join(piece for document in pieces for piece in document).encode()),
        tuple(text.length for text in texts),
        tuple(map(len, pieces)),
        "".join(sorted(set(_VARIANT.findall("".join(find_lines(texts)))))),
        tuple(tuple(map(deflate, document)) for document in pieces),
    )


def find_lines(texts: Sequence[SearchText]) -> Iterator[str]:
    """Every text as the pages show it."""
    for text in texts:
        yield text.title + text.number
        yield from (line.text for zone in text.zones for line in zone)


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
