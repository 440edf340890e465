"""The options of ``build`` for many machines: what goes together, and what is said where something lacks."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import building, main
from generator.work.cluster import membership
from tests.publish.frames.test_frames import DEMO, project_of

pytestmark = pytest.mark.slow

RESULTS = ("--results", "file:///nowhere")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive, in whose folder the commands are given."""
    monkeypatch.chdir(tmp_path)
    project_of(tmp_path, DEMO)
    return tmp_path


def build(*options: str) -> Result:
    """Build the site in this process."""
    return CliRunner().invoke(main, ["build", *options])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (RESULTS, "--results and --workers go with --scheduler"),
        (("--workers", "2"), "--results and --workers go with --scheduler"),
        (("--scheduler", "tcp://host:8786"), "--scheduler with an address needs --results"),
        (
            ("--scheduler", "tcp://host:8786", *RESULTS, "--workers", "2"),
            "--workers goes with --scheduler without an address",
        ),
        (("--scheduler", "--workers", "0"), "'--workers': 0 is not in the range 1<=x<=64"),
        (("--scheduler", "--workers", "65"), "'--workers': 65 is not in the range 1<=x<=64"),
    ],
)
def test_options_that_do_not_go_together(options: tuple[str, ...], expected: str) -> None:
    result = build(*options)
    assert result.exit_code == 2
    assert expected in result.stderr


def test_more_workers_than_cores_can_serve_are_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "available_cores", lambda: 2)
    result = build("--scheduler", "--workers", "9")
    assert result.exit_code == 2
    assert "--workers 9: this machine has cores for 8 at most" in result.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize("name", ["distributed", "fsspec"])
def test_what_has_to_be_installed_is_one_line(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    result = build("--scheduler")
    assert (result.exit_code, result.stderr) == (2, f"{membership.MISSING}\n")
    assert not (project / "site").exists()


def test_an_address_where_nobody_listens_is_one_line(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(membership, "CONNECTING", 1)
    result = build("--scheduler", "tcp://127.0.0.1:1", *RESULTS)
    assert result.exit_code == 1
    assert result.stderr.startswith("tcp://127.0.0.1:1: no scheduler of Dask answers there (")
    assert len(result.stderr.splitlines()) == 1
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    "results", ["s3://bucket/results", "/dev/null/results", "memory://results"]
)
def test_a_place_for_results_that_is_none_is_one_line(
    results: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    result = build("--scheduler", "--workers", "1", "--results", results)
    assert result.exit_code in (1, 2)
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr
    assert not (project / "site").exists()


def test_workers_of_this_machine_leave_nothing_behind(project: Path) -> None:
    result = build("--scheduler", "--workers", "1")
    assert result.exit_code == 0
    assert "site: 1 gazettes, " in result.stderr
    assert sorted(path.name for path in (project / ".build").iterdir()) == ["cache", "lock"]
