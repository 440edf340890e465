"""Printed lines → paragraphs: joined over line, column and page breaks, split where a new one begins in mid-line."""

from generator.parse.text.cuts import cut_lines
from generator.parse.text.footnotes import Foot, find_feet
from generator.parse.text.form_seams import (
    by_blanks,
    by_closed_line,
    by_element,
    by_end,
    by_figure,
    by_list,
    by_person,
    by_start,
    by_words,
)
from generator.parse.text.leads import find_spaced_leads, is_heading_line
from generator.parse.text.print_seams import (
    by_gap,
    by_heading,
    by_indent,
    by_width,
    by_wrapped_heading,
    by_wrapped_indent,
)
from generator.parse.text.runs import Run, is_complete
from generator.parse.text.seams import (
    CONTINUES,
    HEADING_SEAM,
    LIST,
    SEAM,
    Seam,
    SeamRule,
    shows_more,
)
from generator.parse.text.setting import Layout, measure
from generator.read import Line

SEAMS: tuple[SeamRule, ...] = (
    by_person,
    by_element,
    by_words,
    by_figure,
    by_closed_line,
    by_start,
    by_blanks,
    by_gap,
    by_indent,
    by_wrapped_indent,
    by_wrapped_heading,
    by_width,
    by_heading,
    by_list,
    by_end,
)
"""Rules on whether a line goes on with a paragraph, in order; the last one always knows."""


def make_paragraphs(lines: list[Line], layout: Layout) -> list[Run]:
    """The paragraphs of lines of running text, with the footnotes of the pages over which they go."""
    feet = find_feet(lines, layout)
    while feet:
        runs = _join_lines(_without(feet, lines), layout)
        inside = [foot for foot in feet if _add_footnotes(runs, foot, lines)]
        if inside == feet:
            return runs
        feet = inside
    return _join_lines(lines, layout)


def _without(feet: list[Foot], lines: list[Line]) -> list[Line]:
    """The lines that are in no foot of a page."""
    of_feet = {place for foot in feet for place in range(foot.begin, foot.end)}
    return [line for place, line in enumerate(lines) if place not in of_feet]


def _add_footnotes(runs: list[Run], foot: Foot, lines: list[Line]) -> bool:
    """Give footnotes to the paragraph that is above and below them; whether one is."""
    around = {lines[foot.begin - 1].number, lines[foot.end].number}
    run = next((run for run in runs if around.issubset(run.lines)), None)
    if run is None or len(around) == 1:
        return False
    for note in foot.notes(lines):
        first, *further = note
        footnote = Run.of(first)
        for line in further:
            footnote.add(line)
        run.footnotes.append(footnote)
    return True


def _join_lines(lines: list[Line], layout: Layout) -> list[Run]:
    """The paragraphs of lines of running text among which there are no footnotes."""
    pieces = cut_lines(lines)
    siblings = _find_siblings(pieces, layout)
    names = _find_names(pieces, layout)
    leads = find_spaced_leads(pieces, layout)
    runs: list[Run] = []
    first = 0
    for place, line in enumerate(pieces):
        if runs and len(runs[-1].lines) < SEAM.lines:
            seam = Seam(
                run=runs[-1],
                above=runs[-2] if len(runs) > 1 else None,
                before=pieces[place - 1],
                line=line,
                layout=layout,
                siblings=siblings.get(first, []),
                first=first == 0,
                named=place - 1 in names,
            )
            if _continues(seam):
                runs[-1].add(line)
                continue
        runs.append(Run.of(line, leads.get(place)))
        first = place
    return runs


def _continues(seam: Seam) -> bool:
    """Whether the line goes on with the paragraph: the first rule that knows decides."""
    for rule in SEAMS:
        answer = rule(seam)
        if answer is not None:
            return answer
    return False


def _find_names(lines: list[Line], layout: Layout) -> set[int]:
    """Places of the lines of lists without marks, one name or target a line: 市水利局 | 市财政局 | 市教育局.

    Such a list is below a line that is complete; in hard-wrapped text nothing is known of short lines.
    """
    if layout.wrapped:
        return set()
    names: set[int] = set()
    begins = 0
    for place in range(len(lines) + 1):
        if place < len(lines) and _is_name_line(lines[place], layout):
            continue
        if place - begins >= LIST.lines and _can_begin_list(lines, begins, layout):
            names.update(range(begins, place))
        begins = place + 1
    return names


def _can_begin_list(lines: list[Line], place: int, layout: Layout) -> bool:
    """Whether a list of names can begin at a line: nothing is above it, or a line that is complete, or a heading."""
    if place == 0:
        return True
    above = lines[place - 1].text
    return is_complete(above, layout) or is_heading_line(above, layout)


def _is_name_line(line: Line, layout: Layout) -> bool:
    """Whether a line can be in a list of names: short, no mark of a sentence, nothing that goes on."""
    text = line.text.strip()
    if line.cells or not LIST.shortest <= measure(text) < LIST.line:
        return False
    if CONTINUES.match(text) or shows_more(text):
        return False
    return layout.enumerator(text) is None


def _find_siblings(lines: list[Line], layout: Layout) -> dict[int, list[bool]]:
    """For each enumerated line: whether the lines with the number before and after it look like headings."""
    siblings: dict[int, list[bool]] = {}
    last: dict[tuple[str, int], int] = {}
    for place, line in enumerate(lines):
        found = layout.enumerator(line.text.lstrip())
        if found is None:
            continue
        before = last.get((found.kind, found.number - 1))
        if before is not None and place - before < HEADING_SEAM.siblings:
            siblings.setdefault(place, []).append(is_heading_line(lines[before].text, layout))
            siblings.setdefault(before, []).append(is_heading_line(line.text, layout))
        last[found.kind, found.number] = place
    return siblings
