"""What a disk, another build or a person does between builds: it never costs a byte of the site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build import run_build
from generator.errors import GazetteError
from generator.publish import Layout
from generator.publish.turns import cache_beside, work_folder
from generator.source import LEDGER
from tests.publish.kept.test_rebuilding import Project, Silence, assert_same, files_of, states_of
from tests.publish.test_exchange import mount, unmount

pytestmark = pytest.mark.slow
PROGRAM = (sys.executable, "-m", "generator", "build")


@pytest.fixture
def volumes() -> Iterator[Callable[[Path, str], None]]:
    """Mounts volumes in the memory on folders, with options; skips where nobody may."""
    mounted: list[Path] = []

    def mount_at(path: Path, options: str) -> None:
        path.mkdir(parents=True, exist_ok=True)
        if not mount("-t", "tmpfs", "-o", options, "tmpfs", str(path)):
            pytest.skip("nothing may be mounted here")
        mounted.append(path)

    yield mount_at
    for path in reversed(mounted):
        unmount(path)


def assert_remade(project: Project) -> None:
    """Build, edit and build again; the bytes are those of a new build each time."""
    for line in ("每月巡查不少于三次", "每月巡查不少于四次"):
        project.write(2, line)
        project.build()
        project.assert_as_new()


def test_a_cache_on_a_disk_that_nobody_may_write(
    tmp_path: Path, volumes: Callable[[Path, str], None]
) -> None:
    project = Project(tmp_path)
    project.build()
    cache = cache_beside(project.issues)
    held = files_of(cache)
    shutil.rmtree(cache)
    volumes(cache, "size=16m")
    for name, data in held.items():
        (cache / name).parent.mkdir(parents=True, exist_ok=True)
        (cache / name).write_bytes(data)
    assert mount("-o", "remount,ro", str(cache))
    assert_remade(project)
    assert files_of(cache) == held


@pytest.mark.parametrize("size", ["4k", "200k"])
def test_a_cache_without_room(
    size: str, tmp_path: Path, volumes: Callable[[Path, str], None]
) -> None:
    project = Project(tmp_path)
    volumes(cache_beside(project.issues), f"size={size}")
    assert_remade(project)


@pytest.mark.parametrize(
    "what", ["a file", "a link to nowhere", "a link to itself", "a folder of folders"]
)
def test_a_cache_that_is_no_folder_of_results(what: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    cache = cache_beside(project.issues)
    cache.parent.mkdir()
    if what == "a file":
        cache.write_text("?", encoding="utf-8")
    elif what == "a link to nowhere":
        cache.symlink_to(tmp_path / "nowhere/deep")
    elif what == "a link to itself":
        cache.symlink_to(cache)
    else:
        for nth in range(256):
            (cache / f"{nth:02x}").mkdir(parents=True)
            (cache / f"{nth:02x}/{'0' * 62}").mkdir()
    assert_remade(project)


def test_no_room_for_the_site_leaves_the_last_one(
    tmp_path: Path, volumes: Callable[[Path, str], None]
) -> None:
    project = Project(tmp_path)
    project.build()
    before = states_of(project.layout.site)
    shutil.rmtree(work_folder(project.layout.site))
    volumes(work_folder(project.layout.site), "size=600k")
    project.write(2, "每月巡查不少于三次")
    with pytest.raises((GazetteError, OSError), match="No space left"):
        project.build()
    assert states_of(project.layout.site) == before
    unmount(work_folder(project.layout.site))
    project.build()
    project.assert_as_new()


def test_a_site_on_a_volume_is_taken_over(
    tmp_path: Path, volumes: Callable[[Path, str], None]
) -> None:
    project = Project(tmp_path)
    volumes(project.layout.site, "size=64m")
    project.build()
    before = states_of(project.layout.site)
    assert len(project.build()) == 1
    assert states_of(project.layout.site) == before
    project.write(2, "每月巡查不少于三次")
    project.build()
    after = states_of(project.layout.site)
    assert {name for name in before if before[name] == after.get(name)} >= {
        f"archive/east/2021/{issue}/{nth}/index.html" for issue in (1, 3) for nth in (1, 2)
    }
    project.assert_as_new()


def test_a_volume_without_room_is_mended_by_the_next_build(
    tmp_path: Path, volumes: Callable[[Path, str], None]
) -> None:
    project = Project(tmp_path)
    volumes(project.layout.site, "size=200k")
    with pytest.raises(OSError, match="No space left"):
        project.build()
    assert mount("-o", "remount,size=64m", str(project.layout.site))
    project.build()
    project.assert_as_new()


def test_two_builds_at_once(tmp_path: Path) -> None:
    """They take turns; what each takes over was left by the other."""
    project = Project(tmp_path)
    project.build()
    project.write(2, "每月巡查不少于三次")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    runs = [
        subprocess.Popen(
            PROGRAM,
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], said
    project.assert_as_new()


def test_two_sites_of_the_same_issues_share_a_cache(tmp_path: Path) -> None:
    project, other = Project(tmp_path / "one"), tmp_path / "other"
    project.build()
    other.mkdir()
    shutil.copyfile(project.layout.config, other / "mkdocs.yml")
    (other / "docs_src").mkdir()
    layout = Layout(
        config=other / "mkdocs.yml",
        docs=other / "docs_src",
        site=other / "site",
        dist=other / "dist",
    )
    for line in ("每月巡查不少于三次", "每月巡查不少于四次"):
        project.write(2, line)
        run_build(project.issues, layout, Silence())
        project.build()
        assert_same(files_of(other / "site"), files_of(project.layout.site))
    project.assert_as_new()


@pytest.mark.parametrize(
    "said", ["east/2021/3: {withdrawn: 依申请撤下}", "east/2021/3: {to: east/2021/2}"]
)
def test_what_people_write_into_the_ledger_between_builds(said: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build()
    ledger = project.issues / LEDGER
    before, source = ledger.read_text(encoding="utf-8"), project.path(3).read_bytes()
    project.path(3).unlink()
    ledger.write_text(f"{before}{said}\n", encoding="utf-8")
    project.build()
    project.assert_as_new()
    assert (project.layout.site / "archive/east/2021/3/1/index.html").is_file()
    project.path(3).write_bytes(source)
    ledger.write_text(before, encoding="utf-8")
    project.build()
    project.assert_as_new()
