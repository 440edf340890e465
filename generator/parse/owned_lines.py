"""Which lines of a source something was read of, also where several of them are on one line of a page."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Document, TextLine
from generator.parse.draft import Draft
from generator.read import Line


@dataclass(frozen=True, slots=True)
class Owned:
    """The lines that values were made of."""

    numbers: frozenset[int]
    """Their numbers."""
    front: frozenset[tuple[int, str]]
    """Numbers and texts of the lines of the first pages."""
    between: range
    """Lines behind the contents and before the first document."""

    def has(self, place: int, line: Line) -> bool:
        """Whether something was read of a line; before the first document its number alone does not say so.

        One that a person moved may be in an element of other lines; the account of characters finds it if it is lost.
        """
        if place in self.between:
            return (line.number, line.text) in self.front
        if line.moved:
            return True
        return line.number in self.numbers


def find_owned(draft: Draft) -> Owned:
    """The lines of a draft that its values were made of."""
    numbers = {line.line for line in draft.front}
    for entry in draft.contents:
        numbers.update(entry.lines)
    for document in draft.documents:
        numbers.update(_lines(document))
    first = min((start.begin for start in draft.starts), default=draft.body)
    return Owned(
        frozenset(numbers),
        frozenset((line.line, line.text) for line in draft.front),
        range(draft.body, first),
    )


def in_print_order(texts: Iterable[TextLine], lines: Sequence[Line]) -> tuple[TextLine, ...]:
    """Texts in the order of the print, also where several lines of a page have one number."""
    texts = tuple(texts)
    wanted = {text.line for text in texts}
    places: defaultdict[tuple[int, str], deque[int]] = defaultdict(deque)
    for place, line in enumerate(lines):
        if line.number not in wanted:
            continue
        for text in dict.fromkeys((line.text, *line.cells)):
            places[line.number, text].append(place)

    def place_of(text: TextLine) -> tuple[int, int]:
        """The number of a line, and the next place with its text; contents behind the documents are last."""
        found = places.get((text.line, text.text))
        return text.line, found.popleft() if found else len(lines)

    return tuple(sorted(texts, key=place_of))


def _lines(document: Document) -> Iterator[int]:
    """Every source line that an element, a heading or a block of a document was made of."""
    for lines in document.at.values():
        yield from lines
    for part in document.parts:
        yield from part.at
        for block in part.blocks:
            yield from block.lines
