"""Which lines of a source something was read of, also where several of them are on one line of a page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lexicon.characters import squeeze
from generator.model import Document, Span
from generator.model.block import block_texts
from generator.parse.draft import Draft
from generator.read import Line


@dataclass(frozen=True, slots=True)
class Owned:
    """The lines that values were made of."""

    numbers: frozenset[int]
    """Their numbers."""
    texts: dict[int, str]
    """Of numbers that several lines share, what documents have of them."""
    body: int
    """First line after masthead and contents."""

    def has(self, place: int, line: Line) -> bool:
        """Whether something was read of a line."""
        if line.number not in self.numbers:
            return False
        text = self.texts.get(line.number) if place >= self.body and not line.moved else None
        return text is None or squeeze(line.text) in text


def find_owned(draft: Draft) -> Owned:
    """The lines of a draft that its values were made of."""
    numbers = {line.line for line in draft.front}
    for entry in draft.contents:
        numbers.update(entry.lines)
    often = Counter(line.number for line in draft.lines)
    texts: dict[int, list[str]] = {number: [] for number, times in often.items() if times > 1}
    for document in draft.documents:
        for text, lines in _values_of(document):
            numbers.update(lines)
            for line in texts.keys() & set(lines):
                texts[line].append(squeeze(text))
    joined = {line: "\0".join(found) for line, found in texts.items()}
    return Owned(frozenset(numbers), joined, draft.body)


def _values_of(document: Document) -> Iterator[tuple[str, Span]]:
    """The texts of a document with the lines that each was made of."""
    for name, lines in document.at.items():
        value = getattr(document, name, None)
        text = "".join(value) if isinstance(value, str | tuple) else ""
        yield document.as_printed.get(name, "") + text + (document.number or ""), lines
    for part in document.parts:
        yield (part.label or "") + (part.title or ""), part.at
        for block in part.blocks:
            yield "".join(block_texts(block)), block.lines
