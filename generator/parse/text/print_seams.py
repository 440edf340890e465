"""Seams by the print: what blank lines, indents and the width of the lines say of whether a paragraph goes on.

Each rule is a :data:`~generator.parse.text.seams.SeamRule`: True for a line that goes on, False for one that begins a
paragraph, None where it does not know.
"""

import re

from generator.lexicon.characters import ends_sentence, open_brackets, squeeze
from generator.lexicon.enumerators import DIVISIONS, is_ordinal
from generator.lexicon.expressions.stops import CLAUSE_STOPS
from generator.parse.text.leads import is_heading_run
from generator.parse.text.runs import Run, connects, is_complete
from generator.parse.text.seams import (
    ATTACHMENT_NOTE,
    HEADING_SEAM,
    LABEL,
    SEAM,
    Seam,
    is_open,
    shows_more,
)
from generator.parse.text.setting import Layout, measure, printed_size

_CLAUSE = re.compile(f"[{CLAUSE_STOPS}]")


def by_gap(seam: Seam) -> bool | None:
    """Where blank lines separate paragraphs, one of them begins a paragraph, unless a page ended there."""
    if not seam.layout.spaced or not seam.line.gap:
        return None
    page_ended = seam.line.number - seam.before.number != SEAM.single
    return None if page_ended or is_open(seam.run.text) else False


def by_indent(seam: Seam) -> bool | None:
    """Where paragraphs are indented, a line with indent begins one, a line without below one with indent goes on."""
    run, line, layout = seam.run, seam.line, seam.layout
    if not layout.indented or not seam.before.indent:
        return None
    if line.indent:
        return None if layout.wrapped or open_brackets(run.text) else False
    if line.gap or len(line.text.lstrip()) <= SEAM.mark:
        return None
    torn = "，" in run.text or not is_heading_run(run, layout)
    return True if torn else None


def by_wrapped_indent(seam: Seam) -> bool | None:
    """In hard-wrapped text with indents, a line with indent begins a paragraph, but for the lines of a centred note."""
    if seam.layout.wrapped and seam.layout.indented and seam.line.indent:
        return _is_open_note(seam.run.text)
    return None


def _is_open_note(text: str) -> bool:
    """Whether a text is the beginning of a note in a parenthesis, whose centred lines are all indented."""
    return text.startswith(("（", "(")) and len(text) <= SEAM.note and open_brackets(text)


def by_wrapped_heading(seam: Seam) -> bool | None:
    """In hard-wrapped text a heading goes on where its line is full, or nearly so and indented.

    What ends in a connecting word is no heading: 一、违反本办法第十二条至 | 第十五条规定的，….
    Below a blank line it does only where it stops at a comma or a connecting word, or its last characters follow.
    """
    if not seam.layout.wrapped or not is_heading_run(seam.run, seam.layout):
        return None
    if connects(seam.run.text):
        return True
    if seam.line.gap:
        return is_open(seam.run.text) or _is_scrap(squeeze(seam.line.text))
    size = printed_size(seam.before)
    return _goes_on_below(seam, size) or _is_hanging(seam, size)


def _is_hanging(seam: Seam, size: int) -> bool:
    """Whether a line of this size is the indented first one of a heading and full but for figures."""
    width = seam.layout.width or 0
    return seam.layout.indented and seam.before.indent and size >= width - SEAM.figures


def _goes_on_below(seam: Seam, size: int) -> bool:
    """Whether the last line, of this size, is full; where a sentence ends with it, it has the whole width."""
    if not seam.layout.is_cut(seam.before):
        return False
    return size >= (seam.layout.width or 0) or not ends_sentence(seam.run.text)


def by_width(seam: Seam) -> bool | None:
    """In hard-wrapped text a full line goes on, unless a blank line or the form of the line says otherwise."""
    if not seam.layout.wrapped:
        return None
    text = seam.run.text
    size = printed_size(seam.before)
    full = _goes_on_below(seam, size)
    if seam.line.gap:
        return not ends_sentence(text) if full else _is_left_open(seam)
    if _is_short_and_whole(seam, size) or _are_labelled(seam):
        return False
    return full or not is_complete(text, seam.layout)


def _is_left_open(seam: Seam) -> bool:
    """Whether a page ended in a paragraph, with a blank line and in a line that is not full: no sentence ended yet.

    An article is sentences; any other text is when a clause of it was read, or it stops where more must follow.
    """
    if is_complete(seam.run.text, seam.layout):
        return False
    shown = is_open(seam.run.text) or _CLAUSE.search(seam.run.text) is not None
    return shown or _is_article(seam)


def _is_article(seam: Seam) -> bool:
    """Whether the paragraph is an article."""
    found = seam.layout.enumerator(seam.run.text)
    return found is not None and found.kind == "article"


def _is_short_and_whole(seam: Seam, size: int) -> bool:
    """Whether a line of this size is a paragraph by its form: short and without a clause."""
    short = size < (seam.layout.width or 0) * SEAM.torn
    if not short or _is_article(seam):
        return False
    return not shows_more(ATTACHMENT_NOTE.sub("", seam.run.text))


def _are_labelled(seam: Seam) -> bool:
    """Whether a line has a label, and the paragraph above is a label and a value that is no clause."""
    if not LABEL.match(seam.line.text.lstrip()) or not LABEL.match(seam.run.text):
        return False
    return not shows_more(seam.run.text.partition("：")[2])


def by_heading(seam: Seam) -> bool | None:
    """Whether a line that looks like a heading stops in mid-sentence.

    It does when it ends in a connecting word, is counted on from an item that ends in ；, or fills the printed line and
    its siblings do not all look like headings; where the width of the print is not known, the siblings alone decide.
    """
    run, layout = seam.run, seam.layout
    if not is_heading_run(run, layout):
        return None
    if _is_plain_division(run, layout):
        return False
    rest = squeeze(seam.line.text)
    if seam.follows_item or connects(run.text) or _is_scrap(rest):
        return True
    if _is_whole_heading(seam) or _is_no_rest(rest):
        return False
    if layout.width is None:
        return bool(seam.siblings) and not any(seam.siblings)
    size = measure(run.text)
    return size >= layout.width - SEAM.figures and layout.fills(size)


def _is_plain_division(run: Run, layout: Layout) -> bool:
    """Whether a paragraph heads a chapter or a section and the recogniser did not mark it."""
    found = layout.enumerator(run.text)
    is_division = found is not None and found.kind in DIVISIONS
    return is_division and not run.mark.startswith("#")


def _is_scrap(rest: str) -> bool:
    """Whether a line is the last characters of the sentence above."""
    return len(rest) <= HEADING_SEAM.scrap and ends_sentence(rest)


def _is_whole_heading(seam: Seam) -> bool:
    """Whether a heading is one line: the recogniser marked it, or all its siblings look like headings."""
    if seam.run.mark.startswith("#"):
        return True
    return len(seam.siblings) > 0 and all(seam.siblings)


def _is_no_rest(rest: str) -> bool:
    """Whether a line cannot be the rest of a heading: an ordinal, or too short."""
    return is_ordinal(rest) or len(rest) <= HEADING_SEAM.short
