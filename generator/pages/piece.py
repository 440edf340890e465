"""A piece of a document's page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Markdown with the source line on which it begins."""

    line: int
    text: str
    item: str = ""
    """Kind of the enumerated item that it is; empty when it is none, or one with a heading of its own."""

    @property
    def inline(self) -> str:
        """The text without the classes below it."""
        return self.text.partition("\n{:")[0]
