"""Free memory between pieces in use goes back to the system."""

import os
import subprocess
import sys

import pytest

from generator.work.memory import give_back

HOLED = """
from generator.work.memory import give_back

def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

pieces = [bytes(60_000) + b"." for _ in range(1_000)]
del pieces[:-1]  # the last one is above all others
before = held()
give_back()
print(before - held())
"""


LARGE = """
from generator.work.memory import LARGE, keep_large_apart
import sys

if sys.argv[1] == "apart":
    keep_large_apart()

def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

(b"." * (10 * LARGE)).count(b"!")  # given back, it makes others small
before = held()
pieces = [(b"." * (2 * LARGE), b"." * 9_000) for _ in range(20)]
pieces = [small for _, small in pieces]
print(held() - before)
"""


def test_what_is_free_below_below_what_is_in_use_goes_back() -> None:
    give_back()
    assert said_by(HOLED) > 40_000_000


def test_large_pieces_go_back_at_once_for_good() -> None:
    assert said_by(LARGE, "among others") > 20_000_000
    assert said_by(LARGE, "apart") < 5_000_000


def said_by(*script: str) -> int:
    """The number that a script prints.

    What the environment tells the C library, as Dask has it do, is not told to it.
    """
    if sys.platform != "linux":
        pytest.skip("statm is of Linux")
    untold = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    run = subprocess.run(
        [sys.executable, "-c", *script], check=True, capture_output=True, text=True, env=untold
    )
    return int(run.stdout)
