"""What is reckoned for more documents than were measured."""

from typing import Any

import pytest

from tests.bench.model import Model, line, reckon, write_model
from tests.bench.report import write_report


def size(times: float) -> dict[str, Any]:
    """A size that costs so many times what the smallest one does, but for a start that all have."""
    full = {
        "memory": 100 + 20 * times,
        "files": 10 + 800 * times,
        "bytes": 5e6 * times,
        "cpu": 30 * times,
    }
    return {
        "costs": {"full": full, "newest issue added": {"wall": 1 + times}},
        "stages": {
            "reading": times,
            "reading, pieces": 9 * times,
            "parsing": times,
            "pages, pieces": 7 * times,
        },
        "runs": 1,
    }


def test_a_straight_line() -> None:
    assert line((100, 5), (200, 7), 400) == pytest.approx(11)


def test_what_is_reckoned() -> None:
    model = reckon({"100": size(1), "1000": size(10)}, 10_000, 8)
    assert model is not None
    assert model.spread == pytest.approx(1600)
    assert model.reduced == pytest.approx(100)  # parsing is inside reading
    assert model.memory == pytest.approx(2100)
    assert model.files == pytest.approx(80_010)
    assert model.size == pytest.approx(5e8)
    assert model.added == pytest.approx(101)
    assert model.seconds == pytest.approx(1600 / 8 + 100)


def test_an_upload_is_as_slow_as_the_slower_of_files_and_bytes() -> None:
    small = Model(1, 1, 0, 0, 0, files=1000, size=1, added=0)
    assert small.deployed == pytest.approx(2)
    assert small._replace(size=1.25e9).deployed == pytest.approx(10)


def test_one_size_tells_nothing_of_growth() -> None:
    assert list(write_model({"100": size(1)})) == []


def test_the_report_names_the_province() -> None:
    machine = {"cores": 2, "load": 0.1, "python": "3.11", "system": "Linux"}
    page = {"small": 50, "large": 1000, "unlike": 0}
    for each in (sizes := {"100": size(1), "1000": size(10)}).values():
        each["costs"]["full"]["wall"] = 1.0
    figures = {"machine": machine, "seed": 1, "sizes": sizes, "first_page": page}
    for each in sizes.values():
        each["costs"].pop("newest issue added")
    assert "400,000 documents on 16 × 8 cores" in write_report(figures)
