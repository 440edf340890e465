"""The figures of accuracy of an annotated issue as tables; every share is rounded down."""

from collections.abc import Iterator, Sequence

from generator.model import Accuracy, Figure, Measure, Share
from generator.pages.writing.markdown import heading, table
from generator.words.figure_names import FIGURES, name_figure
from generator.words.wording import percent

NOT_ANNOTATED = "本期没有经过逐行的人工标注，准确率没有测定。"
SAME = "不作人工勘误、只由程序整理，测得的数字相同。"
HOW = (
    "测定的方法：整理者不借助程序，逐行阅读本期的原文件，手工列出目录、文件及其各项要素、标题、条款、附件、表格、名单、引用和"
    "接续上文的行，再与录文比较。依据的是识读所得的原文件，没有对照公报的印本。比较时不计空白，不分全角和半角的标点。"
)
TERMS = (
    "精确率是录得的各项中正确的占多少，召回率是应有的各项中正确录得的占多少，F1是两者的调和平均数。"
)
LIMITS = "测定的是要素和结构，不是逐字的校对。整理的规则是参照已标注的各期修订的，这里的数字对其他各期来说可能偏高。"
"""What the figures do not say; it is shown wherever they are."""
PRECISION = 1
"""Decimals of a share."""


def accuracy_markdown(accuracy: Accuracy) -> Iterator[str]:
    """How it was measured, and the figures.

    Those without and with corrections are apart when these make a difference.
    """
    yield HOW
    yield f"{TERMS}{LIMITS}"
    if accuracy.read == accuracy.published:
        yield from _tables(accuracy.published)
        return
    yield heading(3, "经人工勘误以后", "accuracy-published")
    yield from _tables(accuracy.published)
    yield heading(3, "只由程序整理", "accuracy-read")
    yield from _tables(accuracy.read)


def _tables(figures: Sequence[Figure]) -> Iterator[str]:
    """What may be missed or made up, then what can only be right or wrong."""
    ordered = sorted(figures, key=lambda figure: _place(figure.name))
    measure_rows = [_measure_row(figure) for figure in ordered if isinstance(figure, Measure)]
    share_rows = [_share_row(figure) for figure in ordered if isinstance(figure, Share)]
    if measure_rows:
        yield table(["结构", "应有", "录得", "精确率", "召回率", "F1"], measure_rows, "figures")
    if share_rows:
        yield table(["要素", "核对", "正确", "正确率"], share_rows, "figures")


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
