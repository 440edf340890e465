"""Work spread over processes: the same results in the same order, and nobody left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import GazetteError
from generator.work import ALONE, open_crew
from generator.work.crew import FEW, SOME

SPREAD = """
import sys, time
from generator.work import open_crew
from generator.work.crew import FEW
from tests.work.pieces import tell

with open_crew(3) as crew:
    for _ in crew.map(tell, ((nth,) for nth in range(FEW))):
        pass
"""
"""A run with three processes that are at work for an hour; nothing in it looks at its ``__name__``."""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_when_the_run_is_killed(
    number: signal.Signals, root: Path, tmp_path: Path
) -> None:
    script = tmp_path / "spread.py"
    script.write_text(SPREAD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(
        [sys.executable, str(script)], cwd=root, env=environment, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        assert [run.stdout.readline() for _ in range(3)] == ["at work\n"] * 3
        os.kill(run.pid, number)
        # It ends when the last process that could write has ended.
        out, _ = run.communicate(timeout=60)
    assert out == ""
    assert run.returncode == -number


@pytest.mark.slow
def test_results_come_in_the_order_of_their_arguments() -> None:
    with open_crew(2) as crew:
        for count in (FEW - 1, FEW, 5 * FEW, 3):
            arguments = [(nth,) for nth in range(count)]
            made = list(crew.map(divmod_of_seven, arguments))
            assert made == list(ALONE.map(divmod_of_seven, arguments))
            assert len(made) == count


def divmod_of_seven(number: int) -> tuple[int, int]:
    """Some work."""
    return divmod(number, 7)


def process_of(_: int) -> int:
    """Who does it."""
    return os.getpid()


@pytest.mark.slow
def test_few_pieces_are_done_here_and_many_elsewhere() -> None:
    with open_crew(2) as crew:
        assert set(crew.map(process_of, ((nth,) for nth in range(FEW - 1)))) == {os.getpid()}
        elsewhere = set(crew.map(process_of, ((nth,) for nth in range(FEW))))
        assert os.getpid() not in elsewhere
        assert 1 <= len(elsewhere) <= 2
        assert set(crew.map(process_of, [(1,)])) <= elsewhere


@pytest.mark.slow
def test_fewer_pieces_are_done_elsewhere_where_more_were_to_come() -> None:
    with open_crew(2) as crew:
        crew.get_ready(FEW - 1)
        assert set(crew.map(process_of, ((nth,) for nth in range(SOME)))) == {os.getpid()}
        crew.get_ready(FEW)
        assert set(crew.map(process_of, ((nth,) for nth in range(SOME - 1)))) == {os.getpid()}
        assert os.getpid() not in set(crew.map(process_of, ((nth,) for nth in range(SOME))))


def test_one_process_works_alone() -> None:
    with open_crew(1) as crew:
        assert crew is ALONE


@pytest.mark.slow
def test_arguments_are_asked_for_while_others_are_at_work() -> None:
    """A long list of pieces is never held as a whole."""
    ahead = []
    asked = 0

    def arguments() -> object:
        nonlocal asked
        for nth in range(10 * FEW):
            asked += 1
            yield (nth,)

    with open_crew(2) as crew:
        for done, _ in enumerate(crew.map(divmod_of_seven, arguments()), start=1):  # type: ignore[arg-type]
            ahead.append(asked - done)
    assert max(ahead) <= FEW + 5


def end_here(_: int) -> None:
    """Be ended by somebody."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
def test_a_lost_process_is_told_in_a_plain_sentence() -> None:
    with open_crew(2) as crew, pytest.raises(GazetteError, match="was ended by somebody"):
        list(crew.map(end_here, ((nth,) for nth in range(FEW))))
