"""A small bar chart as inline SVG.

It has no script and no style attribute, and the same counts are text beside it.
"""

from collections.abc import Iterator, Sequence

from generator.pages.writing.escape import escape_html, language_of

WIDTH, ROW, LABEL, VALUE = 640, 28, 220, 60
"""Units of the drawing: its width, the height of a row, the room for labels and for values."""
LABEL_LENGTH = 14
"""Longest label before it is cut, in characters;
its whole text stays in the table beside the chart."""


def bar_chart(name: str, title: str, counts: Sequence[tuple[str, int]]) -> str:
    """Horizontal bars, one a row, in the given order; empty without counts."""
    if not counts:
        return ""
    top = max(number for _, number in counts)
    label = f"chart-{name}-title"
    return "\n".join(
        [
            f'<figure class="chart chart-{name}">',
            f'<svg viewBox="0 0 {WIDTH} {ROW * len(counts)}" role="img" aria-labelledby="{label}">',
            f'<title id="{label}">{escape_html(title)}</title>',
            *_bars(counts, top),
            "</svg>",
            "</figure>",
        ]
    )


def _bars(counts: Sequence[tuple[str, int]], top: int) -> Iterator[str]:
    """Label, bar and value of each row."""
    for row, (label, number) in enumerate(counts):
        y, middle = row * ROW + 5, row * ROW + ROW // 2
        width = max(round((WIDTH - LABEL - VALUE) * number / top), 1)
        yield _text(
            "label", LABEL - 10, middle, _cut(label), f' text-anchor="end"{language_of(label)}'
        )
        yield f'<rect class="chart-bar" x="{LABEL}" y="{y}" width="{width}" height="{ROW - 10}"></rect>'
        yield _text("value", LABEL + width + 8, middle, f"{number:,}")


def _text(name: str, x: int, y: int, text: str, more: str = "") -> str:
    """A text of the drawing, centred on its row."""
    return f'<text class="chart-{name}" x="{x}" y="{y}"{more} dominant-baseline="central">{text}</text>'


def _cut(label: str) -> str:
    """The label, cut where it would leave the drawing."""
    return escape_html(label if len(label) <= LABEL_LENGTH else f"{label[: LABEL_LENGTH - 1]}…")
