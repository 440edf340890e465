"""When two readings are the same, and how sets and sequences are counted."""

import pytest

from generator.accuracy.compare import measure_sequence, measure_set, plain, plain_number
from generator.model import Measure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("各县（区）：", "各县(区)"),
        ("“四个全面”", '"四个全面"'),
        ("决 策\n事项", "决策事项"),
        (2021, "2021"),
        (None, None),
    ],
)
def test_the_same_text(one: object, other: object) -> None:
    assert plain(one) == plain(other)


def test_what_is_missing_is_not_what_is_empty() -> None:
    assert plain(None) != plain("")


def test_numbers_in_any_brackets() -> None:
    assert (
        plain_number("云政发[2020] 1号") == plain_number("云政发（2020）1号") == "云政发〔2020〕1号"
    )


def test_a_set_counts_what_is_there_twice_twice() -> None:
    assert measure_set("x", ["a", "a", "b"], ["a", "b", "c"]) == Measure(
        "x", true=3, found=3, hits=2
    )


def test_a_sequence_counts_what_is_in_order() -> None:
    assert measure_sequence("x", ["b", "a", "c"], ["a", "b", "c"]).hits == 2


def test_precision_recall_and_their_mean() -> None:
    measure = Measure("x", true=4, found=2, hits=1)
    assert (measure.precision, measure.recall) == (0.5, 0.25)
    assert measure.f1 == pytest.approx(1 / 3)


def test_nothing_found_is_no_division_by_zero() -> None:
    measure = Measure("x", true=0, found=0, hits=0)
    assert (measure.precision, measure.recall, measure.f1) == (0, 0, 0)
