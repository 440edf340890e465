"""Hard-wrapped text: the documents of an issue are the same at whatever width its lines are broken."""

from pathlib import Path

import pytest

from generator.model import Issue
from tests.parse.wrapping import wrap
from tests.reading import read_bytes

ISSUES = Path(__file__).parents[1] / "archive/issues"
SOURCES = sorted(path.relative_to(ISSUES).as_posix() for path in ISSUES.glob("*/*.txt"))
WIDTHS = (22, 24, 26, 28, 32, 36, 38, 42)


def beginnings(issue: Issue, origin: tuple[int, ...]) -> list[tuple[int, str | None, str]]:
    """Line of the source, number and title of each document."""
    return [
        (origin[document.lines[0] - 1], document.number, document.title)
        for document in issue.documents
    ]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("furniture", [False, True], ids=["text", "pages"])
def test_no_document_is_made_or_missed_where_lines_are_broken(
    source: str, *, furniture: bool
) -> None:
    text = (ISSUES / source).read_text(encoding="utf-8")
    name = Path(source).name
    whole = beginnings(read_bytes(text.encode(), name), tuple(range(1, text.count("\n") + 2)))
    assert whole
    for seed, width in enumerate(WIDTHS):
        wrapped = wrap(text, width, furniture=furniture, seed=seed)
        issue = read_bytes(wrapped.text.encode(), name)
        assert beginnings(issue, wrapped.origin) == whole, f"at {width} characters"


def test_a_line_is_cut_at_the_width_and_no_closing_mark_begins_one_where_print_is_good() -> None:
    line = "现将《青石县水库管理办法》印发给你们，请遵照执行。"
    assert wrap(line, 18, furniture=False).text.split("\n") == [line[:18], line[18:]]
    assert wrap(line, 18, furniture=False, seed=1).text.split("\n") == [line[:19], line[19:]]
    assert wrap("序号|单位|任务", 2, furniture=False).text == "序号|单位|任务"
