"""A sample is the same for the same seed, keeps every kind, and says what it left out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sampling import draw

pytestmark = pytest.mark.slow

KINDS = """
import pytest

@pytest.mark.matrix(2)
@pytest.mark.parametrize("n", range(10))
def test_first(n): pass

@pytest.mark.matrix(1)
@pytest.mark.parametrize("n", range(5))
def test_second(n): pass

@pytest.mark.matrix(3)
@pytest.mark.parametrize("figure", "123")
@pytest.mark.parametrize("letter", "abc")
def test_varied(letter, figure): pass

@pytest.mark.release
def test_long(): pass

def test_within(sampled):
    assert len(sampled(range(10), 3)) in (3, 10)
"""


def run(folder: Path, *options: str) -> str:
    """What a run of these tests prints; other plugins than the own would only take time."""
    (folder / "conftest.py").write_text(
        "from tests.conftest import pytest_addoption, pytest_configure, sampled\n", encoding="utf-8"
    )
    (folder / "test_kinds.py").write_text(KINDS, encoding="utf-8")
    (folder / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n  matrix(count): a sample\n  release: long\n", encoding="utf-8"
    )
    root = str(Path(__file__).parent.parent)
    code = f"import sys; sys.path.insert(0, {root!r}); import pytest; sys.exit(pytest.main(sys.argv[1:]))"
    options = ("-v", "-p", "no:cacheprovider", *options, "test_kinds.py")
    return subprocess.run(
        [sys.executable, "-c", code, *options],
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def test_a_draw_depends_on_the_seed_only() -> None:
    cases = list(range(100))
    assert draw(cases, 5, "a") == draw(cases, 5, "a") != draw(cases, 5, "b")
    assert len(draw(cases, 0, "a")) == 1
    assert draw(cases[:3], 5, "a") == [0, 1, 2]


def test_each_kind_is_kept_and_the_rest_is_counted(tmp_path: Path) -> None:
    said = run(tmp_path, "--seed=4")
    assert "SEED=4" in said
    assert said.count("test_first[") == 2
    assert said.count("test_second[") == 1
    assert "test_long" not in said
    assert "7 passed, 26 left out by the sample" in said


def test_a_sample_has_as_many_values_of_each_parameter_as_it_can(tmp_path: Path) -> None:
    drawn = re.findall(r"test_varied\[(\w)-(\d)\]", run(tmp_path))
    assert {letter for letter, _ in drawn} == set("abc")
    assert {figure for _, figure in drawn} == set("123")


def test_processes_count_together(tmp_path: Path) -> None:
    assert "7 passed, 26 left out by the sample" in run(tmp_path, "-p", "xdist", "-n2", "--seed=4")


def test_a_whole_run_leaves_nothing_out(tmp_path: Path) -> None:
    said = run(tmp_path, "--all")
    assert "26 passed" in said
    assert "left out" not in said


def test_a_quick_run_leaves_out_what_takes_long(tmp_path: Path) -> None:
    assert "test_long" not in run(tmp_path, "--quick")
