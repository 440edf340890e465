"""Work on a cluster: the same results in the same order, whatever happens to workers and to what they made."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.errors import GazetteError, WrongUse
from generator.work.cluster import Cluster, DaskCrew, dask_crew, membership, open_cluster
from generator.work.cluster.parcels import Parcels, parcels_at
from generator.work.cluster.worker import Order, carry_out, look_around, own_program
from generator.work.crew import FEW
from tests.work.cluster.pieces_of_work import (
    die,
    die_at_first,
    doubled,
    refuse,
    square,
    stumble,
    worker_of,
)

pytestmark = pytest.mark.slow

MANY = 3 * FEW


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A scheduler with two workers, as somebody may run one."""
    with ExitStack() as stack:
        stack.enter_context(membership.quiet())
        yield stack.enter_context(membership.own_workers(2)).address


@pytest.fixture
def crew(address: str, tmp_path: Path) -> Iterator[DaskCrew]:
    """The workers at the service of a test."""
    with open_cluster(Cluster(address, str(tmp_path / "results"))) as crew:
        yield crew
    assert list((tmp_path / "results").iterdir()) == []


def test_results_come_in_the_order_of_their_arguments_from_all_workers(crew: DaskCrew) -> None:
    for many in (1, FEW, MANY):
        assert list(crew.map(square, ((nth,) for nth in range(many)))) == [
            nth * nth for nth in range(many)
        ]
    workers = set(crew.map(worker_of, ((nth,) for nth in range(MANY))))
    assert len(workers) == 2
    assert os.getpid() not in workers


def test_few_pieces_are_done_by_workers_too(crew: DaskCrew) -> None:
    assert list(crew.map(worker_of, [(1,)], few=100)) != [os.getpid()]


def test_a_loop_of_events_may_be_at_work_already(crew: DaskCrew) -> None:
    async def within() -> list[int]:
        return list(crew.map(square, [(2,), (3,)]))

    with ThreadPoolExecutor(1) as apart:  # the tests in a browser leave such a loop in this one
        assert apart.submit(asyncio.run, within()).result() == [4, 9]


def test_arguments_are_asked_for_while_others_are_at_work(crew: DaskCrew) -> None:
    """A long list of pieces is never held as a whole."""
    asked = 0

    def arguments() -> Iterator[tuple[int]]:
        nonlocal asked
        for nth in range(MANY):
            asked += 1
            yield (nth,)

    ahead = [asked - done for done, _ in enumerate(crew.map(square, arguments()), start=1)]
    assert max(ahead) <= 4


def test_nothing_is_joined_where_nothing_is_to_be_done(tmp_path: Path) -> None:
    with open_cluster(Cluster("tcp://127.0.0.1:1", str(tmp_path))) as crew:
        assert list(crew.map(square, ())) == []


def test_what_is_large_goes_by_the_store(
    crew: DaskCrew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Order] = []
    submit = membership.Joined.submit

    def remember(self: membership.Joined, function: Callable[..., Any], order: Order) -> Any:
        sent.append(order)
        return submit(self, function, order)

    monkeypatch.setattr(membership.Joined, "submit", remember)
    large = [os.urandom(dask_crew.INLINE) for _ in range(3)]
    small = [b"1", b"2"]
    assert list(crew.map(doubled, [(one,) for one in (*large, *small)])) == [
        one * 2 for one in (*large, *small)
    ]
    assert [bool(order.parcel) for order in sent] == [True] * 3 + [False] * 2
    assert all(len(order.sent) < dask_crew.INLINE for order in sent)
    left = [path for path in (tmp_path / "results").rglob("*") if path.is_file()]
    assert left == []


@pytest.fixture
def mended(tmp_path: Path) -> Iterator[DaskCrew]:
    """Two workers of a crew that sees to it that others come for those that are killed."""
    with open_cluster(Cluster("", str(tmp_path / "results"), 2)) as crew:
        yield crew


def test_nothing_is_lost_when_workers_are_killed(mended: DaskCrew, tmp_path: Path) -> None:
    """Every fourth piece ends its worker."""
    marks = tmp_path / "marks"
    marks.mkdir()
    for nth in range(12):
        if nth % 4:
            (marks / f"{nth}").touch()
    assert list(mended.map(die_at_first, ((nth, str(marks)) for nth in range(12)))) == [*range(12)]
    assert len(list(marks.iterdir())) == 12


def test_a_piece_that_ends_every_worker_is_told_in_a_plain_sentence(
    mended: DaskCrew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_crew, "ATTEMPTS", 1)
    with pytest.raises(GazetteError, match=r"failed 1 times on the cluster: .*die") as raised:
        list(mended.map(die, [(1,)]))
    assert "\n" not in str(raised.value)
    assert list(mended.map(square, [(2,)])) == [4]


def test_a_piece_that_always_fails_is_tried_some_times(crew: DaskCrew, tmp_path: Path) -> None:
    with pytest.raises(GazetteError, match="failed 5 times on the cluster: ZeroDivisionError"):
        list(crew.map(stumble, [(7, str(tmp_path))]))
    assert (tmp_path / "attempts").read_text(encoding="ascii") == "7\n" * dask_crew.ATTEMPTS


def test_what_cannot_be_is_said_as_it_is_said_here(crew: DaskCrew) -> None:
    with pytest.raises(GazetteError, match=r"^3 cannot be$"):
        list(crew.map(refuse, [(3,)]))
    assert list(crew.map(square, [(3,)])) == [9]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b"of another"),
        lambda path: path.unlink(),
    ],
    ids=["torn", "foreign", "gone"],
)
def test_a_result_that_was_spoilt_is_made_again(
    spoil: Callable[[Path], object], crew: DaskCrew, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = Parcels.take
    spoilt: list[str] = []

    def spoil_once(self: Parcels, label: str, name: str) -> bytes:
        if not spoilt:
            spoilt.append(label)
            spoil(Path(self._path(name)))
        return take(self, label, name)

    monkeypatch.setattr(Parcels, "take", spoil_once)
    assert list(crew.map(square, ((nth,) for nth in range(6)))) == [0, 1, 4, 9, 16, 25]
    assert len(spoilt) == 1


def test_workers_of_another_version_are_refused(
    crew: DaskCrew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(membership, "own_program", lambda: "another")
    with pytest.raises(GazetteError, match=r"the worker tcp://.* runs another version of the pro"):
        list(crew.map(square, [(1,)]))


def order(**changes: str) -> Order:
    """An order that a worker can carry out."""
    usual: dict[str, Any] = {
        "label": "1", "program": own_program(), "folder": "/", "parcels": "memory://order", "sent": b"",
    }  # fmt: skip
    return Order(**{**usual, **changes})


def test_a_worker_that_came_later_refuses_what_another_version_asks_for() -> None:
    receipt = carry_out(order(program="another"))
    assert receipt.is_final
    assert not receipt.parcel
    assert "a worker runs another version of the program" in receipt.problem


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ""),
        ({"program": "another"}, "runs another version of the program"),
        ({"folder": "/nowhere/at/all"}, "does not see /nowhere/at/all, the folder"),
        ({"parcels": "memory://elsewhere"}, "does not see what the build left in memory://else"),
        ({"parcels": "nowhere://"}, "does not see what the build left in nowhere://"),
    ],
)
def test_a_worker_looks_around_before_it_begins(changes: dict[str, str], expected: str) -> None:
    parcel = parcels_at("memory://order").put("1", b"look")
    said = look_around(order(parcel=parcel, **changes))
    assert said.startswith(expected)
    assert bool(said) is bool(expected)


def test_an_address_where_nobody_listens_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(membership, "CONNECTING", 1)
    reason = "tcp://127.0.0.1:1: no scheduler of Dask answers there"
    with (
        open_cluster(Cluster("tcp://127.0.0.1:1", str(tmp_path))) as crew,
        pytest.raises(GazetteError, match=reason),
    ):
        list(crew.map(square, [(1,)]))


def refused(address: str, results: Path) -> str:
    """What is said of an address."""
    with (
        open_cluster(Cluster(address, str(results))) as crew,
        pytest.raises(GazetteError, match="no scheduler of Dask answers there") as raised,
    ):
        list(crew.map(square, [(1,)]))
    return str(raised.value)


@pytest.mark.parametrize("wrong", ["?", "nonsense", "tcp://", "nowhere://1.2.3.4:1"])
def test_what_is_no_address_is_told(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(membership, "CONNECTING", 1)
    assert refused(wrong, tmp_path).startswith(f"{wrong}: ")


def test_who_is_no_scheduler_is_told(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One who listens and says nothing, and a worker."""
    monkeypatch.setattr(membership, "CONNECTING", 1)
    client_of: Any = import_module("distributed").Client
    with socket.create_server(("127.0.0.1", 0)) as server:
        silent = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        assert "TimeoutError" in refused(silent, tmp_path)
    with client_of(address, set_as_default=False) as client:
        assert "it is a Worker" in refused(min(client.nthreads()), tmp_path)


@pytest.mark.parametrize("name", ["distributed", "fsspec"])
def test_what_has_to_be_installed_is_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with (
        pytest.raises(WrongUse, match=r"pip install distributed fsspec"),
        open_cluster(Cluster("", str(tmp_path))),
    ):
        pass


def test_workers_that_cannot_begin_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("no process\nto be had")

    monkeypatch.setattr(membership, "_preload", fail)
    reason = r"^the workers of this machine could not begin \(no process to be had\)$"
    with (
        open_cluster(Cluster("", str(tmp_path))) as crew,
        pytest.raises(GazetteError, match=reason),
    ):
        list(crew.map(square, [(1,)]))


def test_a_scheduler_that_went_away_is_told(tmp_path: Path) -> None:
    with ExitStack() as stack:
        stack.enter_context(membership.quiet())
        with membership.own_workers(1) as own:
            crew = stack.enter_context(open_cluster(Cluster(own.address, str(tmp_path))))
            results = crew.map(square, ((nth,) for nth in range(MANY)))
            assert next(results) == 0
        with pytest.raises(GazetteError, match=r"the scheduler is gone|no worker is left"):
            list(results)


SPREAD = """
import time
from generator.work.cluster import Cluster, open_cluster
from tests.work.cluster.pieces_of_work import tell

with open_cluster(Cluster("", {results!r}, 2)) as crew:
    for _ in crew.map(tell, [(1, {seconds}), (2, {seconds})]):
        pass
    time.sleep(3600)
"""
"""A run whose two workers are at work for some seconds; nothing in it looks at its ``__name__``."""


@pytest.mark.parametrize("seconds", [0, 3600], ids=["idle", "at work"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_the_run_and_say_nothing(
    number: signal.Signals, seconds: int, root: Path, tmp_path: Path
) -> None:
    text = SPREAD.format(results=str(tmp_path / "results"), seconds=seconds)
    script = tmp_path / "spread.py"
    script.write_text(text, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        assert run.stdout
        assert [run.stdout.readline() for _ in range(2)] == ["at work\n"] * 2
        # A terminal sends Ctrl-C to all of them.
        (os.killpg if number == signal.SIGINT else os.kill)(run.pid, number)
        # It ends when the last process that could write has ended.
        out, err = run.communicate(timeout=180)
    assert out == ""
    assert run.returncode == -number
    assert "Worker" not in err
