"""The repairs of damaged text, in order; each is a pure function of all lines.

A repair that is certain is made and recorded (info);
one that is doubtful is not made, and recorded (warning).
"""

from collections.abc import Callable

from generator.model import Finding
from generator.read.lines import Line
from generator.read.repairs.comments import drop_comments
from generator.read.repairs.compatibility import repair_compatibility
from generator.read.repairs.doubled import halve_doubled
from generator.read.repairs.figures.brackets import repair_brackets
from generator.read.repairs.figures.misread_numbers import repair_misread_numbers
from generator.read.repairs.formulas import drop_formulas
from generator.read.repairs.founder import repair_founder
from generator.read.repairs.front_matter import drop_front_matter
from generator.read.repairs.hidden_lines import mark_hidden_lines
from generator.read.repairs.loops import find_loops
from generator.read.repairs.marked_notes import keep_starred_notes, set_footnotes_aside
from generator.read.repairs.markup import drop_markup
from generator.read.repairs.pages.furniture import drop_furniture
from generator.read.repairs.pages.head_rules import drop_head_rules
from generator.read.repairs.pages.page_labels import set_labels_aside
from generator.read.repairs.repeated_cells import join_repeated_cells
from generator.read.repairs.strays import repair_strays
from generator.read.repairs.undecoded import find_undecoded

Repair = Callable[[list[Line]], tuple[list[Line], list[Finding]]]

REPAIRS: tuple[Repair, ...] = (
    drop_front_matter,
    drop_comments,
    drop_formulas,
    keep_starred_notes,
    mark_hidden_lines,
    drop_markup,
    set_footnotes_aside,
    join_repeated_cells,
    repair_compatibility,
    halve_doubled,
    set_labels_aside,
    drop_furniture,
    drop_head_rules,
    repair_strays,
    repair_founder,
    repair_misread_numbers,
    repair_brackets,
    find_loops,
    find_undecoded,
)
"""The steps, in order; adding one takes a module of this folder and a line here."""


def repair(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines after all repairs, and what was found."""
    findings: list[Finding] = []
    for step in REPAIRS:
        lines, remarks = step(lines)
        findings += remarks
    return lines, findings
