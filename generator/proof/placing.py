"""The order in which the lines of a source have the pieces of an issue."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate

from generator.proof.issue_pieces import Piece

OF_DOCUMENTS = frozenset(
    {"head", "title", "number", "recipients", "signature", "date", "note", "copies", "printed"}
)
"""Elements that each document has once, in the order of the documents."""
FAR = 20_000
"""Farthest place behind the text before it at which a piece is searched for, in characters."""


def in_print_order(entries: Sequence[str], pieces: list[Piece]) -> list[Piece]:
    """The pieces as their lines have them: elements have an order of their own, running text keeps its order.

    :param entries: the visible characters of each line
    """
    if len(pieces) < 2 or all(piece.chain for piece in pieces):
        return pieces
    places = _Places(entries)
    placed = [(places.take(piece), place, piece) for place, piece in enumerate(pieces)]
    return [piece for _, _, piece in sorted(placed, key=lambda found: found[:2])]


def find_disorder(source: str, pieces: Sequence[Piece]) -> str:
    """The texts that are behind what their lines have behind them; what was repaired is passed over.

    Running text keeps its order, and so do the titles of documents, their numbers, signatures and dates, each
    for itself.
    """
    last: Counter[int | str] = Counter()
    disordered: list[str] = []
    for piece in pieces:
        chain = piece.chain or (piece.role if piece.role in OF_DOCUMENTS else "")
        if not chain or not piece.text:
            continue
        cursor = last[chain]
        place = source.find(piece.text, cursor, cursor + FAR)
        if place >= 0:
            last[chain] = place + len(piece.text)
        elif source.find(piece.text, max(0, cursor - FAR), cursor) >= 0:
            disordered.append(piece.text)
    return "".join(disordered)


class _Places:
    """Where pieces are in a source; each line is given to one of them."""

    def __init__(self, entries: Sequence[str]) -> None:
        self._source = "".join(entries)
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        for start, entry in zip(accumulate(map(len, entries), initial=0), entries, strict=False):
            self._starts[entry].append(start)
        self._taken: Counter[str] = Counter()
        self._last: Counter[int] = Counter()
        """Chain → the place behind its last piece."""
        self._latest = 0

    def take(self, piece: Piece) -> int:
        """The place of a piece; of a chain not before the piece before it."""
        last = self._last[piece.chain] if piece.chain else self._latest
        place = -1 if piece.role in {"contents", "entry"} else self._next_line(piece.text, last)
        if place < 0:
            place = self._source.find(piece.text, last, last + FAR)
        if place < 0:
            place = (
                last
                if piece.chain
                else max(0, self._source.find(piece.text, max(0, last - FAR), last + FAR))
            )
        if piece.chain:
            self._latest = self._last[piece.chain] = place + len(piece.text)
        return place

    def _next_line(self, text: str, last: int) -> int:
        """The next line that is a text, not before a place; below 0 where there is none."""
        starts = self._starts.get(text, ())
        while self._taken[text] < len(starts):
            place = starts[self._taken[text]]
            self._taken[text] += 1
            if place >= last:
                return place
        return -1
