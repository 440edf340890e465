"""What is reckoned from figures: growth, the middle of several runs, and whether a limit is held."""

import math
import statistics
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Figures = dict[str, float]


class Limit(NamedTuple):
    """What was wanted, and what is."""

    what: str
    value: float
    limit: float
    unit: str

    @property
    def held(self) -> bool:
        """Whether it is held."""
        return self.value <= self.limit


def exponent(small: tuple[float, float], large: tuple[float, float]) -> float:
    """How a cost grows from one (size, cost) to another: 1 is linear, 2 quadratic."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def ratio(ours: float, theirs: float) -> float | None:
    """How many times theirs ours is; None where theirs is nothing."""
    return ours / theirs if theirs else None


def middle(runs: Sequence[Mapping[str, float]]) -> Figures:
    """The median of each figure of several runs."""
    names = dict.fromkeys(name for run in runs for name in run)
    return {name: statistics.median(run[name] for run in runs if name in run) for name in names}
