"""The clock at the stages of the program."""

from collections.abc import Iterator

import pytest

from tests.bench import piece, stages


@pytest.fixture(autouse=True)
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that goes on by a second whenever it is looked at."""
    seconds = iter(range(1000))
    for module in (stages, piece):
        monkeypatch.setattr(module, "clock", lambda: float(next(seconds)))
    monkeypatch.setattr(stages, "spent", {})


def test_calls_are_added_up() -> None:
    double = stages.timed("double", lambda value: value * 2)
    assert [double(2), double(3)] == [4, 6]
    assert stages.spent == {"double": 2}


def test_values_that_come_one_by_one_count() -> None:
    def give(count: int) -> Iterator[int]:
        yield from range(count)

    assert list(stages.timed("give", give)(3)) == [0, 1, 2]
    assert stages.spent == {"give": 1 + 3 + 1}


def test_a_call_inside_itself_counts_once() -> None:
    def count_down(value: int) -> int:
        return timed(value - 1) if value else 0

    timed = stages.timed("count", count_down)
    assert timed(5) == 0
    assert stages.spent == {"count": 1}


def test_pieces_count_in_whatever_process() -> None:
    run = stages.timed_pieces(
        lambda _, function, pieces, **__: (function(*each) for each in pieces), {"abs": "size"}
    )
    assert list(run(None, abs, [(-1,), (2,)], few=3)) == [1, 2]
    assert stages.spent == {"size": 2}


def test_each_stage_is_there() -> None:
    assert [
        name
        for name, place, function in (*stages.STAGES, *stages.PIECES)
        if not stages.find(place, function)
    ] == []
