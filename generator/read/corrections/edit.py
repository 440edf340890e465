"""Lines cut, taken out and put in; every piece keeps the number of the line that it came from."""

from msgspec.structs import replace

from generator.model.correction import Correction
from generator.read.corrections.quote import Place, Range
from generator.read.lines import Line


def follow(line: Line) -> Line:
    """The line as one that goes on with the line before."""
    return replace(line, mark="", gap=False, indent=False, joined=True)


def begin(line: Line) -> Line:
    """The line as one that begins a paragraph."""
    return replace(line, joined=False)


def take(lines: list[Line], found: Range) -> list[Line]:
    """What is in a range, as lines that moved."""
    first, last = found.start, found.end
    pieces = [
        _piece(
            line,
            first.offset if at == first.line else 0,
            last.offset if at == last.line else len(line.text),
        )
        for at, line in enumerate(lines[first.line : last.line + 1], first.line)
    ]
    return [replace(piece, moved=True) for piece in pieces]


def remove(lines: list[Line], found: Range) -> list[Line]:
    """The lines without a range.

    What is left of one line stays one line, what is left of two stays two. Of the blanks on both sides of
    what goes, those behind it go with it: ``事项清单,实现 3.积极承接… 一套材料`` is ``事项清单,实现 一套材料``.
    """
    first, last = found.start, found.end
    head, tail = lines[first.line], lines[last.line]
    if first.line == last.line:
        before, behind = head.text[: first.offset], head.text[last.offset :]
        rest = [_with_text(head, before + (behind.lstrip() if before[-1:].isspace() else behind))]
    else:
        rest = [
            _with_text(head, head.text[: first.offset]),
            _with_text(tail, tail.text[last.offset :]),
        ]
    return [
        *lines[: first.line],
        *(line for line in rest if line.text.strip()),
        *lines[last.line + 1 :],
    ]


def insert(lines: list[Line], place: Place, pieces: list[Line]) -> list[Line]:
    """The lines with others at a place.

    Between two lines these stay lines of their own, in mid-line they join it.
    """
    line = lines[place.line]
    before, behind = lines[: place.line], lines[place.line + 1 :]
    if not line.text[: place.offset].strip():
        return [*before, *pieces, line, *behind]
    if not line.text[place.offset :].strip():
        return [*before, line, *pieces, *behind]
    head, tail = cut(line, place.offset)
    return [*before, head, follow(pieces[0]), *pieces[1:], follow(tail), *behind]


def cut(line: Line, offset: int) -> tuple[Line, Line]:
    """The two pieces of a line."""
    return _piece(line, 0, offset), _piece(line, offset, len(line.text))


def cut_out(lines: list[Line], found: Range) -> tuple[list[Line], slice]:
    """The lines with a range on lines of its own, and where these are."""
    first, last = found.start, found.end
    head, _ = cut(lines[first.line], first.offset)
    inner = list(lines[first.line : last.line + 1])
    inner[-1], tail = cut(inner[-1], last.offset)
    if head.text:
        inner[0] = _piece(
            lines[first.line],
            first.offset,
            last.offset if first.line == last.line else len(lines[first.line].text),
        )
    above = [head] if head.text else []
    below = [begin(tail)] if tail.text else []
    whole = [*lines[: first.line], *above, *inner, *below, *lines[last.line + 1 :]]
    begins = first.line + len(above)
    return whole, slice(begins, begins + len(inner))


def say_of(lines: list[Line], where: slice, correction: Correction) -> list[Line]:
    """The lines, some of which know what a person said of them."""
    said = [replace(line, said=correction) for line in lines[where]]
    return [*lines[: where.start], *said, *lines[where.stop :]]


def substitute(lines: list[Line], found: Range, text: str) -> list[Line]:
    """The lines with another text for a range.

    What is behind it continues, whatever line it is on.
    """
    first, last = found.start, found.end
    if first.line == last.line:
        line = lines[first.line]
        whole = _with_text(line, line.text[: first.offset] + text + line.text[last.offset :])
        return [*lines[: first.line], whole, *lines[first.line + 1 :]]
    head = _with_text(lines[first.line], lines[first.line].text[: first.offset] + text)
    tail = _with_text(lines[last.line], lines[last.line].text[last.offset :])
    return [
        *lines[: first.line],
        head,
        *([follow(tail)] if tail.text else []),
        *lines[last.line + 1 :],
    ]


def _with_text(line: Line, text: str) -> Line:
    return line.with_text(text if line.cells else text.strip())


def _piece(line: Line, start: int, end: int) -> Line:
    """A part of a line; only the part that opens it keeps what the form of its beginning says."""
    if not line.text[:start].strip() and not line.text[end:].strip():
        return line
    text = line.text[start:end].strip(" \u3000")
    piece = replace(
        line,
        text=text,
        cells=tuple(text.split("\t")) if line.cells and "\t" in text else (),
        spans=(),
    )
    return (
        piece
        if not line.text[:start].strip()
        else replace(piece, mark="", gap=False, indent=False, joined=None)
    )
