"""Runs: the text of one paragraph, joined from printed lines."""

from dataclasses import dataclass
from typing import Any

from generator.lexicon.characters import tidy
from generator.read import Line


@dataclass(slots=True)
class Run:
    """Text joined from printed lines, with the places where each line begins."""

    text: str
    lines: list[int]
    """Source lines, one for each piece."""
    breaks: list[int]
    """Offset in ``text`` at which each line but the first begins."""
    mark: str = ""
    """Mark of the recogniser before the first line."""

    caption: str = ""
    """The run-in heading that a blank sets apart from the text behind it."""

    @classmethod
    def of(cls, line: Line, caption: tuple[int, int] | None = None) -> "Run":
        """The run of a single line; ``caption``: where its run-in heading begins and ends, the blank behind it kept."""
        if caption is None:
            return cls(tidy(line.text), [line.number], [], line.mark)
        begin, end = caption
        text = f"{tidy(line.text[:end])} {tidy(line.text[end:])}"
        return cls(text, [line.number], [], line.mark, tidy(line.text[begin:end]))

    def add(self, line: Line) -> None:
        """Append a line; two Latin words that the line break set apart keep a blank."""
        text = tidy(line.text)
        if _is_latin(self.text[-1:]) and _is_latin(text[:1]) and not text[:1].isdigit():
            self.text += " "
        self.breaks.append(len(self.text))
        self.lines.append(line.number)
        self.text += text

    @property
    def place(self) -> dict[str, Any]:
        """Text, lines and breaks, as every block of text takes them."""
        return {"text": self.text, "lines": tuple(self.lines), "breaks": tuple(self.breaks)}


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
