"""Processes of a build end with it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SPREAD = """
import os, sys, time
from generator.search.workers import FEW, spread

def tell(nth):
    sys.stdout.write("at work\\n")
    sys.stdout.flush()
    if nth:
        time.sleep(3600)

os.cpu_count = lambda: 3
for _ in spread(tell, ((nth,) for nth in range(3)), FEW):
    pass
"""
"""A run with three processes, two of which are at work for an hour."""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_when_the_run_is_killed(number: signal.Signals, root: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SPREAD], cwd=root, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        assert [run.stdout.readline() for _ in range(3)] == ["at work\n"] * 3
        os.kill(run.pid, number)
        # It ends when the last process that could write has ended.
        out, _ = run.communicate(timeout=60)
    assert out == ""
    assert run.returncode == -number
