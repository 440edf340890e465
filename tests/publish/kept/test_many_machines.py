"""A site is the same bytes whoever makes it: this process, several, or the workers of a cluster, of which some die."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from generator.build import run_build
from generator.errors import GazetteError
from generator.publish import Layout
from generator.work import ALONE, Crew, open_crew
from generator.work.cluster import Cluster, DaskCrew, open_cluster
from generator.work.cluster.dask_crew import Piece
from generator.work.cluster.worker import Receipt
from tests.bench.corpus import save_issue, slot_of
from tests.conftest import SAMPLES
from tests.publish.frames.test_frames import project_of
from tests.publish.kept.test_rebuilding import Silence, assert_same, files_of

pytestmark = pytest.mark.slow

ISSUES = 24
"""Enough for other processes, beside those of the samples."""

KILLED_AFTER = {3, 20, 45, 69, 80}
"""Pieces of work after which a worker is killed: when sources are read, pages drawn, and the index is made."""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, and small issues made of them."""
    folder = tmp_path_factory.mktemp("sources") / "issues"
    shutil.copytree(SAMPLES, folder)
    for index in range(ISSUES):
        save_issue(folder, 1, slot_of(index), 1)
    return folder


@pytest.fixture(scope="module")
def plain(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The site of them that this process made."""
    layout, _ = made_by(lambda: nullcontext(ALONE), sources, tmp_path_factory.mktemp("plain"))
    return layout


def made_by(
    gather: Callable[[], AbstractContextManager[Crew]],
    sources: Path,
    folder: Path,
    *,
    cached: bool = False,
) -> tuple[Layout, list[str]]:
    """A site, and what was said."""
    folder = folder / "project"
    voice = Silence()
    layout = project_of(folder, sources) if not folder.exists() else layout_of(folder)
    run_build(folder / "issues", layout, voice, cached=cached, gather=gather)
    return layout, voice.lines


def layout_of(folder: Path) -> Layout:
    """Where a project that is there keeps its files."""
    return Layout(config=folder / "mkdocs.yml", docs=folder / "docs_src", site=folder / "site")


def assert_same_site(layout: Layout, expected: Layout) -> None:
    """Compare pages and site, and the ledger."""
    for made, other in ((layout.site, expected.site), (layout.docs, expected.docs)):
        assert_same(files_of(made), files_of(other))
    ledgers = [one.config.parent / "issues/permalinks.yml" for one in (layout, expected)]
    assert ledgers[0].read_bytes() == ledgers[1].read_bytes()


def two_workers(folder: Path) -> Callable[[], AbstractContextManager[DaskCrew]]:
    """A cluster of this machine."""
    return lambda: open_cluster(Cluster("", str(folder / "results"), 2))


def test_processes_make_the_same_site(sources: Path, plain: Layout, tmp_path: Path) -> None:
    layout, _ = made_by(lambda: open_crew(2), sources, tmp_path)
    assert_same_site(layout, plain)


def count_pieces(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of the function of each piece that is handed out from now on."""
    done: list[str] = []
    map_ = DaskCrew.map

    def count(
        self: DaskCrew, function: Callable[..., Any], arguments: Iterable[Any], **more: Any
    ) -> Iterator[Any]:
        for made in map_(self, function, arguments, **more):
            done.append(function.__name__)
            yield made

    monkeypatch.setattr(DaskCrew, "map", count)
    return done


def test_nothing_is_lost_when_workers_are_killed_during_the_build(
    sources: Path, plain: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After some pieces of work have come in a worker is killed, while others are at work."""
    done = count_pieces(monkeypatch)
    killed: dict[int, int] = {}
    take = DaskCrew._take  # noqa: SLF001 - pieces are counted where they come in

    def take_and_kill(self: DaskCrew, piece: Piece, receipt: Receipt) -> bytes:
        made = take(self, piece, receipt)
        if len(done) in KILLED_AFTER - killed.keys():
            workers = self._joined()._client.run(os.getpid)  # noqa: SLF001 - only the cluster knows them
            killed[len(done)] = min(workers.values())
            os.kill(killed[len(done)], signal.SIGKILL)
        return made

    monkeypatch.setattr(DaskCrew, "_take", take_and_kill)
    layout, _ = made_by(two_workers(tmp_path), sources, tmp_path, cached=True)
    assert_same_site(layout, plain)
    assert killed.keys() == KILLED_AFTER
    assert {"read_source", "draw", "run_packed", "make_shards"} == set(done)
    assert done.count("read_source") == ISSUES + 5
    assert not list((tmp_path / "results").iterdir())

    done.clear()
    layout, said = made_by(two_workers(tmp_path), sources, tmp_path, cached=True)
    assert ": 0 pages written, " in said[-1]
    assert done == []


class Elsewhere:
    """A crew that does its work here and writes nothing, as one elsewhere."""

    is_here = False

    def __init__(self, before: Callable[[str], None]) -> None:
        """Call a function with the name of each piece's function before it is done."""
        self._before = before

    def get_ready(self, pieces: int) -> None:
        """Be ready."""

    def map(
        self,
        function: Callable[..., Any],
        arguments: Iterable[tuple[object, ...]],
        *,
        few: int = 0,  # noqa: ARG002 - part of a protocol
        ahead: int = 0,  # noqa: ARG002
    ) -> Iterator[Any]:
        """The result for each tuple of arguments, one after the other."""
        for argument in arguments:
            self._before(function.__name__)
            yield function(*argument)


@contextmanager
def elsewhere(before: Callable[[str], None]) -> Iterator[Crew]:
    """Such a crew."""
    yield Elsewhere(before)


@pytest.mark.parametrize(
    ("name", "step", "expected"),
    [
        ("issues/zichuan/2021-04.txt", "read_source", "2021-04.txt: a worker reads something else"),
        ("issues/zichuan/2021-04.txt", "draw", "2021-04.txt: a worker reads something else"),
        ("mkdocs.yml", "draw", "mkdocs.yml: a worker has other settings or templates"),
    ],
)
def test_a_worker_that_sees_another_project_makes_nothing(
    name: str, step: str, expected: str, tmp_path: Path
) -> None:
    """As one does whose copy of the project is older."""
    path = tmp_path / "project" / name

    def change(function: str) -> None:
        if function == step:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("云溪文库", "旧文库") + "\n", encoding="utf-8")

    with pytest.raises(GazetteError, match=expected):
        made_by(lambda: elsewhere(change), SAMPLES, tmp_path)
    assert not (tmp_path / "project/site").exists()


def test_a_build_without_a_cluster_loads_nothing_of_it(tmp_path: Path) -> None:
    code = (
        "import sys; from generator.cli import main\n"
        "main(['build'], standalone_mode=False)\n"
        "sys.exit(str({'dask', 'distributed', 'fsspec', 'tornado', 'generator.work.cluster'} & sys.modules.keys()))"
    )
    project_of(tmp_path, SAMPLES)
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr.endswith("set()\n")
