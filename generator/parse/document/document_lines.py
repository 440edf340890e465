"""The lines of each document: from its beginning to that of the next."""

from bisect import bisect_right
from dataclasses import dataclass

from generator.lexicon.above_text.head_marks import is_head_mark
from generator.lexicon.characters import squeeze
from generator.lexicon.gazettes import read_marked_column
from generator.lexicon.numbers import (
    is_broken_number_line,
    is_rest_of_number,
    read_number_line,
)
from generator.parse.draft import Draft, Start
from generator.read import Line


@dataclass(frozen=True, slots=True)
class DocumentLines:
    """The lines of one document among those of the issue."""

    draft: Draft
    start: Start
    end: int
    """The line after it."""
    limit: int = 0
    """The line after what follows it and belongs to no document; ``end`` or 0 where nothing does."""

    @property
    def lines(self) -> list[Line]:
        """All lines of the issue, in which the positions of the document count."""
        return self.draft.lines

    @property
    def title_lines(self) -> list[Line]:
        """The lines of the title."""
        return self.lines[self.start.title[0] : self.start.title[1]]

    @property
    def head_places(self) -> tuple[int, ...]:
        """The positions of the red head: down to number or title, without the marks below it (签发人)."""
        first = self.start.head
        if first is None:
            return ()
        below = first + 1
        ends = [place for place in (self.start.number, self.start.title[0]) if place is not None]
        end = min((place for place in ends if place > first), default=below)
        return tuple(
            place for place in range(first, end) if not is_head_mark(self.lines[place].text)
        )

    @property
    def head_lines(self) -> list[str]:
        """The lines of the red head."""
        return [self.lines[place].text for place in self.head_places]

    @property
    def has_own_head(self) -> bool:
        """Whether the red head is a line of its own rather than the title."""
        return self.start.head is not None and self.start.head != self.start.title[0]

    @property
    def number_line(self) -> Line | None:
        """The line of the number, when it has its own."""
        return None if self.start.number is None else self.lines[self.start.number]

    @property
    def number_text(self) -> str | None:
        """The text of the number, which may be broken over its line and the one below it."""
        line = self.number_line
        if line is None or self.start.number is None:
            return None
        return join_number_lines(self.lines, self.start.number) or line.text

    @property
    def column_line(self) -> Line | None:
        """The line above the document that names its column."""
        return None if self.start.column is None else self.lines[self.start.column]

    @property
    def lines_behind(self) -> list[Line]:
        """The lines that follow it and belong to no document."""
        return self.lines[self.end : max(self.end, self.limit)]

    @property
    def column(self) -> str | None:
        """The column that the line above the document names."""
        line = self.column_line
        return None if line is None else read_marked_column(line.text) or squeeze(line.text)


def join_number_lines(lines: list[Line], place: int) -> str | None:
    """A number whose serial or 号 is on the line below its sign and year, or None: 某政发〔2021〕 | 3号."""
    rest = lines[place + 1].text if place + 1 < len(lines) else ""
    if not is_rest_of_number(rest) or not is_broken_number_line(lines[place].text):
        return None
    whole = lines[place].text + rest
    return whole if read_number_line(whole) else None


def lines_of_documents(draft: Draft) -> list[DocumentLines]:
    """The lines of each document; the line that names the column of the next one is left out.

    So is what follows where people said that the document has ended.
    """
    limits = [start.begin if start.column is None else start.column for start in draft.starts[1:]]
    limits.append(len(draft.lines))
    documents: list[DocumentLines] = []
    for start, limit in zip(draft.starts, limits, strict=False):
        place = bisect_right(draft.ends, start.first)
        end = min([limit, *draft.ends[place : place + 1]])
        documents.append(DocumentLines(draft, start, end, limit))
    return documents
