"""What is reckoned of figures."""

import pytest

from tests.bench.arithmetic import Limit, exponent, middle, ratio


def test_growth() -> None:
    assert exponent((500, 20), (5000, 200)) == pytest.approx(1)
    assert exponent((10, 1), (100, 100)) == pytest.approx(2)
    assert exponent((10, 7), (100, 7)) == pytest.approx(0)


def test_a_ratio_to_nothing_is_none() -> None:
    assert ratio(87, 21.75) == 4
    assert ratio(1, 0) is None


def test_the_middle_is_that_of_each_figure() -> None:
    runs = [{"cpu": 3.0, "wall": 1.0}, {"cpu": 1.0, "wall": 9.0}, {"cpu": 2.0, "wall": 5.0}]
    assert middle(runs) == {"cpu": 2, "wall": 5}
    assert middle([{"cpu": 1.0}, {"search": 4.0}]) == {"cpu": 1, "search": 4}


def test_a_limit_is_held_up_to_itself() -> None:
    assert Limit("memory", 500, 500, "MB").held
    assert not Limit("memory", 500.1, 500, "MB").held
