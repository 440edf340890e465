"""The figures of accuracy of an annotated issue as tables; every share is rounded down."""

from collections.abc import Iterator, Sequence

from generator.model import Accuracy, Figure, Measure, Share
from generator.pages.writing.markdown import heading, table
from generator.words.figure_names import FIGURES, name_figure
from generator.words.say import say
from generator.words.wording import percent

PRECISION = 1
"""Decimals of a share."""
MEASURED = ("structure", "true", "found", "precision", "recall", "f1")
"""Columns of what may be missed or made up."""
COUNTED = ("element", "total", "right", "share")
"""Columns of what can only be right or wrong."""


def accuracy_markdown(accuracy: Accuracy, level: int) -> Iterator[str]:
    """How it was measured, and the figures.

    Those without and with corrections are apart when these make a difference.

    :param level: that of their headings
    """
    yield say("accuracy.how")
    yield say("accuracy.terms", limits=say("accuracy.limits"))
    if accuracy.read == accuracy.published:
        yield from _tables(accuracy.published)
        return
    yield heading(level, say("accuracy.published"), "accuracy-published")
    yield from _tables(accuracy.published)
    yield heading(level, say("accuracy.read"), "accuracy-read")
    yield from _tables(accuracy.read)


def _tables(figures: Sequence[Figure]) -> Iterator[str]:
    """What may be missed or made up, then what can only be right or wrong."""
    ordered = sorted(figures, key=lambda figure: _place(figure.name))
    measure_rows = [_measure_row(figure) for figure in ordered if isinstance(figure, Measure)]
    share_rows = [_share_row(figure) for figure in ordered if isinstance(figure, Share)]
    if measure_rows:
        yield table(_header(MEASURED), measure_rows, "figures")
    if share_rows:
        yield table(_header(COUNTED), share_rows, "figures")


def _header(names: Sequence[str]) -> list[str]:
    """What the columns of a table are called."""
    return [say(f"accuracy.column.{name}") for name in names]


def _place(name: str) -> int:
    """The place of a figure among the others."""
    return list(FIGURES).index(name) if name in FIGURES else len(FIGURES)


def _measure_row(figure: Measure) -> list[str]:
    """Counts, precision, recall and F1."""
    precision = percent(figure.hits, figure.found, PRECISION)
    recall = percent(figure.hits, figure.true, PRECISION)
    f1 = percent(2 * figure.hits, figure.true + figure.found, PRECISION)
    counts = [f"{figure.true:,}", f"{figure.found:,}"]
    return [name_figure(figure.name), *counts, precision, recall, f1]


def _share_row(figure: Share) -> list[str]:
    """Counts and the share of those that are right."""
    counts = [f"{figure.total:,}", f"{figure.hits:,}"]
    right = percent(figure.hits, figure.total, PRECISION)
    return [name_figure(figure.name), *counts, right]
