"""Two columns that were read across, on either side of each limit."""

import pytest

from tests.parse.limits import issue_of

LEFT = (
    "各乡镇要落实领导带班制度，每日",
    "安排两人值守，遇有险情的，立即",
    "报告市政府，并组织群众转移到安",
    "全地带。",
)
RIGHT = (
    "市应急局负责统筹协调，市气象局",
    "及时发布预警。市水利局按照职责",
    "会同有关乡镇检查水库堤防，发现",
    "隐患及时处置。",
)
GAP = " " * 6


def fused(*lines: str) -> list[str]:
    """What is reported of these lines, without blanks at either end."""
    findings = issue_of(*lines).findings
    return [finding.found for finding in findings if finding.kind == "interleaved"]


def across(count: int, gap: str = GAP, width: int = 99) -> list[str]:
    """The last lines of two columns, read across; their halves cut to a width."""
    pairs = list(zip(LEFT, RIGHT, strict=True))[-count:]
    return [f"{left[:width]}{gap}{right[:width]}" for left, right in pairs]


@pytest.mark.parametrize(("count", "found"), [(2, 0), (3, 3), (4, 4)])
def test_fewest_lines(count: int, found: int) -> None:
    assert len(fused(*across(count))) == found


@pytest.mark.parametrize(
    ("gap", "found"), [("  ", 0), ("   ", 4), ("\u3000", 0), ("\u3000\u3000", 4), ("\t\t\t", 0)]
)
def test_narrowest_gap(gap: str, found: int) -> None:
    lines = across(4, gap)
    assert len(fused(*lines)) == found


@pytest.mark.parametrize(("more", "found"), [(3, 4), (4, 0)])
def test_left_halves_are_even(more: int, found: int) -> None:
    first, *others = across(4)
    assert len(fused("务必从速从严"[:more] + first, *others)) == found


@pytest.mark.parametrize(("width", "found"), [(8, 0), (9, 3)])
def test_narrowest_column(width: int, found: int) -> None:
    """Eight characters with a comma among them are seven of Chinese."""
    lines = [
        f"加强领导，落实{'责任分工到人'[: width - 7]}{GAP}完善机制，保障{'经费到位及时'[: width - 7]}",
        f"检查堤防，排除{'隐患险情问题'[: width - 7]}{GAP}发布预警，转移{'群众安全有序'[: width - 7]}",
        f"处置。{GAP}上报。",
    ]
    assert len(fused(*lines)) == found


def test_whole_sentences_beside_each_other_are_no_columns() -> None:
    line = f"市应急局负责统筹协调工作。{GAP}市水利局负责检查水库堤防。"
    assert fused(line, line, line) == []
