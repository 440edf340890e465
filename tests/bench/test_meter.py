"""What a command costs, with the processes that it starts."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.meter import leaving_nothing, measure, members, memory_of

HELD = 60_000_000
CHILD = f"held = bytearray(b'1') * {HELD}; print(len(held), flush=True); input()"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}])"
BURN = "sum(range(10_000_000))"
BURN_BELOW = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN!r}])"


def test_memory_of_all_processes_of_a_session() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline()
        found = members(process.pid)
        held = [memory_of(each) for each in found]
        process.communicate(b"\n")
    assert process.pid in found
    assert len(found) == 2
    assert sum(each.pss for each in held) > HELD
    assert all(0 < each.pss <= each.rss for each in held)
    assert members(process.pid) == []
    assert memory_of(process.pid).rss == 0


def test_seconds_of_a_child_count(tmp_path: Path) -> None:
    idle = measure([sys.executable, "-c", BURN_BELOW.replace(BURN, "")], tmp_path)
    busy = measure([sys.executable, "-c", BURN_BELOW], tmp_path)
    assert busy.cpu > idle.cpu
    assert not list(tmp_path.iterdir())


def test_seconds_of_what_outlives_the_command_count(tmp_path: Path) -> None:
    left = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BURN!r}])"
    idle = measure([sys.executable, "-c", left.replace(BURN, "")], tmp_path)
    busy = measure([sys.executable, "-c", left], tmp_path)
    assert busy.cpu > idle.cpu


def test_who_is_interrupted_leaves_nothing_behind() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, start_new_session=True
    ) as process:
        with pytest.raises(KeyboardInterrupt), leaving_nothing(process.pid):
            raise KeyboardInterrupt
        assert process.wait() == -signal.SIGKILL


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)exit 3.*no such thing"):
        measure([sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"], tmp_path)
