"""How well an annotated issue was read, as typed figures.

They come from a truth made by hand and the issue as read.
"""

from generator.accuracy.difference import READINGS, Accuracies, Change, find_changes
from generator.accuracy.measures import MEASURES, Reading, pair_documents
from generator.accuracy.truth import Truth, read_truth
from generator.model import Figure, Issue

__all__ = [
    "MEASURES",
    "READINGS",
    "Accuracies",
    "Change",
    "Truth",
    "find_changes",
    "measure_accuracy",
    "read_truth",
]


def measure_accuracy(truth: Truth, issue: Issue) -> tuple[Figure, ...]:
    """Every figure of an issue, in a fixed order; what neither truth nor issue has is left out."""
    reading = Reading(truth, issue, pair_documents(truth, issue))
    return tuple(figure for measure in MEASURES for figure in measure(reading))
