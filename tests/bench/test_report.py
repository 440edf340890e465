"""The tables, and which limits are held."""

from typing import Any

from tests.bench.report import limits_of, limits_of_growth, limits_of_page, write_report

BUILD = {
    "cpu": 80.0,
    "wall": 40.0,
    "memory": 400.0,
    "resident": 500.0,
    "files": 100.0,
    "bytes": 5e6,
}
CHANGE = {
    "added": 20.0,
    "changed": 300.0,
    "removed": 79.0,
    "touched": 399.0,
    "uploaded": 2e6,
    "search": 3e5,
    "lists": 7e5,
}


def size(**more: dict[str, float]) -> dict[str, Any]:
    edit = {**BUILD, **CHANGE, "cpu": 10.0, "wall": 7.0}
    costs = {
        "full": BUILD, "unchanged": {**edit, "cpu": 2.0}, "newest issue added": edit,
        "one template line": {**edit, "cpu": 61.0}, "hugo": {"cpu": 20.0, "wall": 11.0, "memory": 900.0},
    }  # fmt: skip
    return {"costs": costs | more, "stages": {"reading": 20.0, "search": 8.0}, "runs": 1}


def held(measured: dict[str, Any]) -> dict[str, bool]:
    return {limit.what: limit.held for limit in limits_of(measured)}


def test_limits_by_hugo_memory_and_reading() -> None:
    assert held(size()) == {
        "full build ÷ Hugo": True,
        "memory of all processes": True,
        "full build, wall ÷ CPU": True,
        "newest issue added ÷ Hugo": True,
        "newest issue added": True,
        "newest issue added, files changed": True,
        "newest issue added, to upload": True,
        "unchanged": True,
        "one template line": False,
    }


def test_without_hugo_nothing_is_reckoned_by_it() -> None:
    measured = size()
    del measured["costs"]["hugo"]
    assert not [what for what in held(measured) if "Hugo" in what]


def test_the_most_memory_of_all_builds_of_ours_counts() -> None:
    assert not held(size(unchanged={**BUILD, **CHANGE, "memory": 501.0}))["memory of all processes"]


def test_growth_is_that_of_the_first_and_the_last_size() -> None:
    sizes = {"500": size(full={**BUILD, "cpu": 8.0}), "2000": size(), "5000": size()}
    (limit,) = limits_of_growth(sizes)
    assert limit.value == 1
    assert list(limits_of_growth({"500": size()})) == []


def test_the_page_is_to_be_the_same() -> None:
    page = {"small": 50, "large": 5000, "lines": 4, "unlike": 2, "examples": []}
    (limit,) = limits_of_page({"first_page": page})
    assert not limit.held


def test_the_tables() -> None:
    page = {"small": 50, "large": 5000, "lines": 2, "unlike": 0, "examples": []}
    machine = {"cores": 2, "load": 0.5, "python": "3.11", "system": "Linux"}
    text = write_report(
        {"machine": machine, "seed": 1, "sizes": {"5000": size()}, "first_page": page}
    )
    assert "| full | 80.0 | 4.00 | 40.0 | 400 | 100 | 5.0 |" in text
    assert "| newest issue added | 20 | 300 | 79 | 2.00 |" in text
    assert "| search | 8.0 | 10 % |" in text
    assert "| full build ÷ Hugo | 4.00 | 4.00 | CPU | yes |" in text
    assert "| one template line | 61.00 | 60.00 | s CPU | **no** |" in text
