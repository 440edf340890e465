"""Runs at the same time: one waits for the other, and a run that died is in nobody's way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from generator.build import build_site
from generator.errors import GazetteError
from generator.model import Archive
from generator.publish import Layout, take_turn
from generator.publish.turns import CACHE, LOCK, WORK, clear_up, new_folder
from tests.publish.test_site import files

HOLD = """
import sys, time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from generator.publish import take_turn
with take_turn(Path(sys.argv[1]), waiting=print), ProcessPoolExecutor(2) as pool:
    pool.submit(time.sleep, float(sys.argv[2]))
    list(pool.map(abs, range(1)))
    print("held", flush=True)
    sys.stdin.read()
"""
"""A run with processes of its own, which outlive it for some seconds when it is killed."""


def start_build(root: Path, issues: Path, layout: Layout) -> subprocess.Popen[str]:
    """A build as somebody else's process."""
    paths = {"issues": issues, "docs": layout.docs, "site": layout.site, "config": layout.config}
    options = [word for name, path in paths.items() for word in (f"--{name}", str(path))]
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--lenient", *options],
        cwd=root,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def held(path: Path, outlived: float = 0) -> Iterator[subprocess.Popen[str]]:
    """A run of somebody else's that is at work beside a path, and by how many seconds its processes outlive it."""
    command = [sys.executable, "-c", HOLD, str(path), str(outlived)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        assert run.stdout
        assert run.stdout.readline() == "held\n"
        yield run
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)


def waits_for(path: Path) -> list[Path]:
    """The folders for which a turn beside a path has to wait."""
    folders: list[Path] = []

    def waiting(folder: Path) -> None:
        folders.append(folder)
        raise TimeoutError

    try:
        with take_turn(path, waiting=waiting):
            pass
    except TimeoutError:
        pass
    return folders


def test_a_build_says_that_it_waits_for_another(root: Path, issues: Path, project: Layout) -> None:
    with held(project.site) as other:
        build = start_build(root, issues, project)
        assert build.stderr
        assert (
            build.stderr.readline()
            == f"{project.site.parent}: another run is at work; waiting for it to end\n"
        )
        assert build.poll() is None
        assert not project.site.exists()
        other.communicate("")
    assert build.communicate()[1].count("\n") > 0
    assert build.returncode == 0
    assert (project.site / "index.html").exists()


def test_builds_at_once_leave_a_whole_site(root: Path, issues: Path, project: Layout) -> None:
    start_build(root, issues, project).communicate()
    whole = files(project.site)
    for pause in (0, 0.1, 0.4):
        one = start_build(root, issues, project)
        time.sleep(pause)
        other = start_build(root, issues, project)
        said = one.communicate()[1] + other.communicate()[1]
        assert (one.returncode, other.returncode) == (0, 0), said
        assert files(project.site) == whole
    assert {path.name for path in project.staging.iterdir()} == {LOCK, CACHE}


def test_folders_side_by_side_have_one_turn(tmp_path: Path) -> None:
    with held(tmp_path / "site"):
        assert waits_for(tmp_path / "issues") == [tmp_path]
        assert waits_for(tmp_path / "elsewhere/issues") == []
    with take_turn(tmp_path / "issues", waiting=lambda _: None):
        pass  # a process of that run can end a moment after it
    assert waits_for(tmp_path / "issues") == []


@pytest.mark.parametrize("name", ["project/../project/site", "link/site"])
def test_a_folder_is_one_however_it_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "link").symlink_to("project")
    with take_turn(
        tmp_path / "project/docs", tmp_path / name, waiting=lambda folder: pytest.fail(str(folder))
    ):
        assert waits_for(tmp_path / name) == [tmp_path / "project"]


def test_a_run_that_was_killed_lets_go_though_its_processes_live_on(tmp_path: Path) -> None:
    with held(tmp_path / "site", outlived=8) as run:
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        assert waits_for(tmp_path / "site") == []


def test_nothing_is_waited_for_where_nothing_may_be_written(tmp_path: Path) -> None:
    (tmp_path / WORK).write_text("a file in the place of the folder", encoding="utf-8")
    assert waits_for(tmp_path / "issues") == []


def test_what_a_run_that_died_left_is_removed(tmp_path: Path) -> None:
    for name in ("site-0123abcd", "bundle-0123abcd"):
        (tmp_path / WORK / name).mkdir(parents=True)
    (tmp_path / WORK / "site-4567abcd").write_text("a file", encoding="utf-8")
    (tmp_path / WORK / "uv").mkdir()
    (tmp_path / "site").mkdir()
    clear_up(tmp_path / WORK)
    assert [path.name for path in (tmp_path / WORK).iterdir()] == ["uv"]
    assert (tmp_path / "site").is_dir()


def test_a_link_that_was_left_is_removed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / WORK).mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / WORK / "site-0123abcd").symlink_to(tmp_path / "elsewhere")
    clear_up(tmp_path / WORK)
    assert list((tmp_path / WORK).iterdir()) == []
    assert (tmp_path / "elsewhere").is_dir()


def test_each_run_has_a_folder_of_its_own(tmp_path: Path) -> None:
    with new_folder(tmp_path, "site") as one, new_folder(tmp_path, "site") as other:
        assert one != other
        assert list(one.iterdir()) == []
    assert list(tmp_path.iterdir()) == []


def test_a_failed_build_leaves_nothing_behind(archive: Archive, project: Layout) -> None:
    (project.docs / "index.md").write_text("[没有](nowhere.md)", encoding="utf-8")
    with pytest.raises(GazetteError):
        build_site(archive, project)
    assert list(project.staging.iterdir()) == []
