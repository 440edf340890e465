"""Documents damaged in print or by a recogniser read as the clean ones do."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.parse.clean import Clean, documents, issue_of, read, shape
from tests.reading import read_lawfully

pytestmark = pytest.mark.slow

ISSUES = st.lists(documents(), min_size=1, max_size=3)
QUICK = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def assert_same(damaged: list[str], clean: list[Clean]) -> None:
    """The damaged lines give what the clean ones give, and nothing is lost."""
    issue = read_lawfully("\n".join(damaged).encode())
    assert shape(issue) == shape(read(issue_of(clean)))


def wrap(line: str, width: int) -> list[str]:
    """A line broken at the width of the print; no line begins with a mark that closes."""
    pieces, rest = [], line
    while len(rest) > width:
        cut = width
        while rest[cut] in "，。；、：）”":
            cut -= 1
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return [*pieces, rest]


@QUICK
@given(ISSUES)
def test_a_clean_document_reads_as_it_was_made(clean: list[Clean]) -> None:
    issue = read_lawfully("\n".join(issue_of(clean)).encode())
    for made, document in zip(clean, issue.documents, strict=True):
        assert (document.title, document.number, document.signature) == (
            made.title,
            made.number,
            made.organ,
        )
        texts = [
            "".join(block.text.split())
            for block in document.parts[0].blocks
            if hasattr(block, "text")
        ]
        assert texts == ["".join(text.split()) for text in made.paragraphs]


@QUICK
@given(ISSUES, st.integers(20, 60))
def test_rewrapped_at_any_width(clean: list[Clean], width: int) -> None:
    assert_same([piece for line in issue_of(clean) for piece in wrap(line, width)], clean)


@QUICK
@given(ISSUES, st.integers(2, 9))
def test_page_numbers_between_lines(clean: list[Clean], step: int) -> None:
    lines = issue_of(clean)
    damaged = lines[:3]
    for place, line in enumerate(lines[3:]):
        if place % step == step - 1:
            damaged.append(f"— {place // step + 1} —")
        damaged.append(line)
    assert_same(damaged, clean)


@QUICK
@given(ISSUES, st.sampled_from(("[]", "［］", "()", "（）", "﹝﹞", "【】", "也页")))
def test_other_brackets_of_numbers(clean: list[Clean], brackets: str) -> None:
    table = str.maketrans("〔〕", brackets)
    assert_same([line.translate(table) for line in issue_of(clean)], clean)


@QUICK
@given(ISSUES, st.sampled_from(("**{}**", "<b>{}</b>", "> {}", "<u>{}</u>")))
def test_markup(clean: list[Clean], form: str) -> None:
    damaged = [
        form.format(line.strip("　")) if re.match("　　[一（]", line) else line
        for line in issue_of(clean)
    ]
    assert_same(damaged, clean)


@QUICK
@given(ISSUES, st.booleans())
def test_blank_lines_dropped_or_doubled(clean: list[Clean], doubled: bool) -> None:  # noqa: FBT001
    lines = issue_of(clean)
    damaged = (
        [piece for line in lines for piece in (line, "")]
        if doubled
        else [line for line in lines if line]
    )
    assert_same(damaged, clean)


@QUICK
@given(ISSUES)
def test_full_width_figures_of_numbers_and_dates(clean: list[Clean]) -> None:
    table = str.maketrans("0123456789", "０１２３４５６７８９")
    lines = issue_of(clean)
    damaged = [line.translate(table) if re.search("〔|月", line) else line for line in lines]
    assert_same(damaged, clean)


@pytest.mark.parametrize("mark", ["也2021页", "[2021]", "〔2O21〕"])
def test_the_number_is_canonical(mark: str) -> None:
    lines = [
        "海州市人民政府公报",
        "2021年第1期",
        "海州市人民政府关于做好防汛工作的通知",
        f"海政发{mark}7号",
        "各乡镇人民政府：",
        "请认真执行。",
    ]
    assert read(lines).documents[0].number == "海政发〔2021〕7号"
