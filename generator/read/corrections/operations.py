"""What a correction can do to the lines: one function an operation, all in :data:`EDITS`."""

from collections.abc import Callable

from generator.model import Finding
from generator.model.correction import Correction, Quote
from generator.read.corrections.edit import (
    begin,
    cut,
    cut_out,
    follow,
    insert,
    remove,
    say_of,
    substitute,
    take,
)
from generator.read.corrections.notes import correction_finding, lost_finding
from generator.read.corrections.quote import DoesNotApply, Place, Range, find_quote, text_of
from generator.read.lines import Line
from generator.words.say import say

LONGEST_SHOWN = 24
"""Longest beginning of a paragraph that the finding on a split shows, in characters."""

Outcome = tuple[list[Line], list[Finding]]
Edit = Callable[[list[Line], Correction, Range], Outcome]
"""The lines, the correction and the range that it quotes → the lines
as they are right, and the findings on it."""


def replace_text(lines: list[Line], correction: Correction, found: Range) -> Outcome:
    """The right text takes the place of the quoted one."""
    right = "".join((correction.replace or "").splitlines())
    wrong = text_of(lines, found)
    if right == wrong:
        raise DoesNotApply("stale-correction", say("message.stale-correction.right"))
    finding = correction_finding(
        correction, lines[found.start.line].number, _what(right), wrong, right
    )
    return (substitute(lines, found, right) if right else remove(lines, found)), [finding]


def _what(right: str) -> str:
    """What was done to a text in whose place is another one, or none."""
    return say("message.correction.replaced") if right else say("message.correction.deleted")


def move_text(lines: list[Line], correction: Correction, found: Range) -> Outcome:
    """The quoted text is where it belongs; a finding for each line that it came from."""
    assert correction.move is not None  # noqa: S101 - EDITS chose this function by it
    target = find_quote(lines, correction.move.target)
    place = target.start if correction.move.before else target.end
    if found.start <= place <= found.end:
        raise DoesNotApply("unusable-correction", say("message.unusable-correction.place"))
    pieces = take(lines, found)
    where = say("message.correction.moved", line=str(lines[place.line].number))
    findings = [correction_finding(correction, piece.number, where, piece.text) for piece in pieces]
    if place <= found.start:
        return insert(remove(lines, found), place, pieces), findings
    return remove(insert(lines, place, pieces), found), findings


def join_lines(lines: list[Line], correction: Correction, found: Range) -> Outcome:
    """The lines inside the quoted text go on with each other."""
    first, last = found.start.line, found.end.line
    if first == last:
        raise DoesNotApply("unusable-correction", say("message.unusable-correction.line"))
    finding = correction_finding(
        correction, lines[last].number, say("message.correction.joined"), text_of(lines, found)
    )
    return [*lines[: first + 1], *map(follow, lines[first + 1 : last + 1]), *lines[last + 1 :]], [
        finding
    ]


def split_line(lines: list[Line], correction: Correction, found: Range) -> Outcome:
    """A paragraph begins where the quoted text, or the named part of it, begins."""
    place = _split_place(lines, correction, found)
    line = lines[place.line]
    shown = line.text[place.offset : place.offset + LONGEST_SHOWN]
    finding = correction_finding(correction, line.number, say("message.correction.split"), shown)
    head, tail = cut(line, place.offset)
    pieces = [head, begin(tail)] if head.text else [begin(line)]
    return [*lines[: place.line], *pieces, *lines[place.line + 1 :]], [finding]


def report_loss(lines: list[Line], correction: Correction, found: Range) -> Outcome:
    """The lines as they are; the loss is a finding."""
    return lines, [lost_finding(correction, lines[found.end.line].number, text_of(lines, found))]


def mark_beginning(lines: list[Line], correction: Correction, found: Range) -> Outcome:
    """The quoted text is on lines of its own, which know what begins with them; the reader of documents reports it."""
    if correction.begins == "nothing":
        return say_of(lines, slice(found.start.line, found.end.line + 1), correction), []
    if correction.begins == "preface":
        return mark_line(lines, correction, found)
    whole, where = cut_out(lines, found)
    return say_of(whole, where, correction), []


def mark_line(lines: list[Line], correction: Correction, found: Range) -> Outcome:
    """The line that begins with the quoted text knows what begins with it or has ended before it."""
    place = found.start
    head, tail = cut(lines[place.line], place.offset)
    pieces = [head, begin(tail)] if head.text else [tail]
    whole = [*lines[: place.line], *pieces, *lines[place.line + 1 :]]
    first = place.line + len(pieces) - 1
    return say_of(whole, slice(first, first + 1), correction), []


def leave(lines: list[Line], correction: Correction, found: Range) -> Outcome:  # noqa: ARG001 - one shape for all
    """The lines as they are: what is said is of an issue, a document or a table, and waits for them."""
    return lines, []


EDITS: dict[str, Edit] = {
    "replace": replace_text,
    "move": move_text,
    "join": join_lines,
    "split": split_line,
    "element": leave,
    "lost": report_loss,
    "begins": mark_beginning,
    "ends": mark_line,
    "issue": leave,
    "announces": leave,
    "cell": leave,
    "columns": leave,
    "header": leave,
}
"""Operation of an entry → what it does, in the order of ``model.correction.OPERATIONS``."""


def _split_place(lines: list[Line], correction: Correction, found: Range) -> Place:
    if not isinstance(correction.split, str):
        return found.start
    first, last = found.start, found.end
    inner = lines[first.line : last.line + 1]
    inner[-1] = inner[-1].with_text(inner[-1].text[: last.offset])
    inner[0] = inner[0].with_text(inner[0].text[first.offset :])
    try:
        part = find_quote(inner, Quote(exact=correction.split)).start
    except DoesNotApply as error:
        message = say("message.stale-correction.part")
        message = message if error.kind == "stale-correction" else error.message
        raise DoesNotApply(error.kind, message, correction.split) from error
    return Place(first.line + part.line, part.offset + (0 if part.line else first.offset))
