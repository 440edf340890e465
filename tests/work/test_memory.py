"""Free memory between pieces in use goes back to the system."""

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


def test_what_is_free_below_what_is_in_use_goes_back() -> None:
    give_back()
    if sys.platform != "linux":
        pytest.skip("statm is of Linux")
    said = subprocess.run(
        [sys.executable, "-c", HOLED], check=True, capture_output=True, text=True
    ).stdout
    assert int(said) > 40_000_000
