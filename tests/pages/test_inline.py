"""Links and marks in running text are nested, never half inside each other."""

import pytest

from generator.outline.headings import TextLink
from generator.pages.writing.inline import inline
from generator.pages.writing.marks import Mark

TEXT = "甲乙丙丁戊己"
LINK = TextLink(2, 4, "x.md", "")


def marked(start: int, end: int, *links: TextLink) -> str:
    """The text with a mark between two offsets, its tags as braces."""
    written = inline(TEXT, [Mark(start, end, "info", "说明")], links)
    return written.replace('<span class="note-mark info" data-note="说明">', "{").replace(
        "</span>", "}"
    )


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        pytest.param(0, 2, "{甲乙}[丙丁](x.md)戊己", id="before the link"),
        pytest.param(4, 6, "甲乙[丙丁](x.md){戊己}", id="behind the link"),
        pytest.param(2, 3, "甲乙[{丙}丁](x.md)戊己", id="inside, where the link begins"),
        pytest.param(3, 4, "甲乙[丙{丁}](x.md)戊己", id="inside, where the link ends"),
        pytest.param(2, 4, "甲乙[{丙丁}](x.md)戊己", id="the whole link"),
        pytest.param(1, 3, "甲乙[丙丁](x.md)戊己", id="over the beginning"),
        pytest.param(3, 5, "甲乙[丙丁](x.md)戊己", id="over the end"),
        pytest.param(1, 5, "甲乙[丙丁](x.md)戊己", id="around the link"),
        pytest.param(2, 5, "甲乙[丙丁](x.md)戊己", id="from its beginning over its end"),
        pytest.param(1, 4, "甲乙[丙丁](x.md)戊己", id="over its beginning to its end"),
    ],
)
def test_a_mark_that_crosses_a_link_is_left_out(start: int, end: int, written: str) -> None:
    assert marked(start, end, LINK) == written


def test_a_mark_that_crosses_the_second_link_is_left_out() -> None:
    links = (TextLink(0, 1, "x.md", ""), TextLink(3, 5, "y.md", ""))
    assert marked(4, 6, *links) == "[甲](x.md)乙丙[丁戊](y.md)己"
    assert marked(1, 3, *links) == "[甲](x.md){乙丙}[丁戊](y.md)己"
