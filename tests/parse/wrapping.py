"""An issue set in lines of a fixed width, as a printer breaks it, with or without what he prints around a page."""

import random
import unicodedata
from dataclasses import dataclass, field

NO_HEAD = frozenset("，。、；：！？）》」』】〕”’,.;:!?)")
"""Marks that a printer lets no line begin with."""
_FURNITURE = ("— {page} —", "- {page} -", "{page}", "·{page}·", "第 {page} 页")
_WIDE = frozenset("WFA")


@dataclass
class Wrapped:
    """The lines of a print, each with the line of the source that it comes from; 0 for page furniture."""

    lines: list[str] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        """The print as a file."""
        return "\n".join(self.lines).encode()

    def add(self, text: str, source: int) -> None:
        """Print a line."""
        self.lines.append(text)
        self.sources.append(source)

    def source_of(self, line: int) -> int:
        """The line of the source from which a line of the print comes."""
        return self.sources[line - 1]


def cut(text: str, width: int, *, proper: bool) -> list[str]:
    """A paragraph in lines of a width, in wide characters; ``proper`` hangs a mark that would begin a line."""
    lines: list[str] = []
    line, used = "", 0.0
    for char in text:
        size = 1.0 if unicodedata.east_asian_width(char) in _WIDE else 0.5
        hangs = proper and char in NO_HEAD
        if line and used + size > width and not hangs:
            lines.append(line)
            line, used = "", 0.0
        line += char
        used += size
    return [*lines, line]


def wrap(text: str, width: int, *, furnished: bool, seed: int) -> Wrapped:
    """The text of an issue in lines of a width, in pages of one dress when ``furnished``.

    A page ends in or below a paragraph that is a line long; a printer parts no title from what belongs to it.
    """
    choose = random.Random(f"{seed} {width} {furnished}")
    proper = choose.random() < 0.5
    dress, head = choose.choice(_FURNITURE), choose.random() < 0.5
    print_, page, room = Wrapped(), 1, choose.randint(28, 40)
    source = text.splitlines()
    running = next(line.strip() for line in source if line.strip())
    for number, line in enumerate(source, start=1):
        is_row = "\t" in line or line.lstrip().startswith(("|", "<"))
        pieces = [line] if is_row else cut(line, width, proper=proper)
        for piece in pieces:
            print_.add(piece, number)
            room -= 1
            if furnished and room <= 0 and len(line) >= width and not is_row:
                print_.add(dress.format(page=page), 0)
                if head:
                    print_.add(running, 0)
                page, room = page + 1, choose.randint(28, 40)
    return print_
