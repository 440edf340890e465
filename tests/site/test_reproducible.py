"""The same issues give the same bytes: on another day, in another folder, under other settings of the machine."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[1] / "fixtures/demo"

ELSEWHERE = """
import datetime, os, time

DAYS = 500 * 86_400
_time, _time_ns, _listdir = time.time, time.time_ns, os.listdir
time.time = lambda: _time() + DAYS
time.time_ns = lambda: _time_ns() + DAYS * 10**9
for name in ("gmtime", "localtime"):
    def later(seconds=None, was=getattr(time, name)):
        return was(time.time() if seconds is None else seconds)
    setattr(time, name, later)
os.listdir = lambda *where: _listdir(*where)[::-1]


class datetime_(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=DAYS)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)


class date_(datetime.date):
    @classmethod
    def today(cls):
        return super().today() + datetime.timedelta(seconds=DAYS)


datetime_.__name__, date_.__name__ = "datetime", "date"
datetime.datetime, datetime.date = datetime_, date_
"""
"""What Python runs before anything else on the other machine: 500 days later, folders listed the other way round."""

COMMANDS = (
    ("build", "--site-url", "https://example.org/文库/"),
    ("bundle",),
    ("bundle", "yunxi/2020/1", "--site-url", "https://example.org/"),
    ("wacz", "--site-url", "https://example.org/"),
)
"""Everything that is published or packed."""

MACHINES = {
    "here": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "云 there": {
        "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "zh_CN.GB18030", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1",
    },
}  # fmt: skip


def make(project: Path, settings: dict[str, str], mask: int) -> None:
    """Publish and pack everything in a project of its own."""
    left_out = {"SOURCE_DATE_EPOCH", "SITE_URL", "PYTHONPATH"}
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    environment |= settings

    def run(*arguments: str) -> None:
        command = [sys.executable, "-m", "generator", *arguments]
        done = subprocess.run(
            command, cwd=project, env=environment, umask=mask, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")

    run("new", ".", "--title", "云溪文库", "--publisher", "办公室", "--region", "虚构省云溪市")
    shutil.copytree(DEMO, project / "issues/yunxi")
    for arguments in COMMANDS:
        run(*arguments)


def files_of(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by their paths."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Names of the files that are not the same in both."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same archive, published on two machines."""
    folder = tmp_path_factory.mktemp("machines")
    (folder / "clock").mkdir()
    (folder / "clock/sitecustomize.py").write_text(ELSEWHERE, encoding="utf-8")
    paths = {"here": [str(root)], "云 there": [str(folder / "clock"), str(root)]}
    for mask, (name, settings) in zip((0o022, 0o077), MACHINES.items(), strict=True):
        (folder / name).mkdir()
        make(folder / name, {**settings, "PYTHONPATH": os.pathsep.join(paths[name])}, mask)
    return [folder / name for name in MACHINES]


@pytest.mark.parametrize("place", ["site", "dist", "docs_src", "issues/yunxi"])
def test_all_bytes_are_the_same(made: list[Path], place: str) -> None:
    here, there = (files_of(project / place) for project in made)
    assert differing(here, there) == []
    assert len(here) > 1
    ledgers = {(project / "issues/permalinks.yml").read_bytes() for project in made}
    assert len(ledgers) == 1


def test_everything_was_packed_and_is_of_the_day_of_the_issues(made: list[Path]) -> None:
    names = sorted(path.name for path in (made[0] / "dist").iterdir())
    assert names == [
        "云溪文库-2020-03-31.wacz",
        "云溪文库-2020-03-31.zip",
        "云溪文库-yunxi-2020-1-2020-03-31.zip",
    ]
    for name in names:
        with zipfile.ZipFile(made[1] / "dist" / name) as packed:
            heads = {(one.date_time, one.external_attr >> 16) for one in packed.infolist()}
        assert heads == {((2020, 3, 31, 0, 0, 0), 0o644)}


def test_the_other_machine_has_another_day(made: list[Path]) -> None:
    """Else the test above would compare two builds of one day."""
    script = "import time, datetime; print(time.strftime('%Y'), datetime.date.today().year)"
    environment = {**os.environ, "PYTHONPATH": str(made[0].parent / "clock")}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    plain = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout != plain.stdout
