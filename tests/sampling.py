"""Long matrices are sampled: a run takes some cases of each kind, drawn by a seed, and says how many it left out.

``@pytest.mark.matrix(3)`` on a test with parameters takes three of its cases; a test that goes through many itself asks
the fixture ``sampled``. ``--all`` runs every case, ``--quick`` only the tests that take no time.
"""

import os
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest

Case = TypeVar("Case")

DEFAULT_SEED = "1"
LEFT_OUT = "left out by the sample"
"""What the summary line calls the cases that were not drawn."""
SLOW = {"slow", "browser", "registry"}
"""Markers of tests that ``--quick`` does not run."""
SLOW_FOLDERS = ("hostile", "publish", "site")
"""All tests below them publish something, most of them a whole site; ``--quick`` does not even load them."""


class LeftOut:
    """One case in the statistics of a run, where other plugins expect objects."""


def add_options(parser: pytest.Parser) -> None:
    """Add ``--all``, ``--seed`` and ``--quick``."""
    seed = os.environ.get("SEED") or DEFAULT_SEED
    parser.addoption(
        "--all", action="store_true", dest="every_case", help="run every case of the long matrices"
    )
    parser.addoption("--seed", default=seed, help="by which cases are drawn (environment: SEED)")
    parser.addoption(
        "--quick", action="store_true", help="run cases, golden files and units only: nothing slow"
    )


def draw(cases: Sequence[Case], count: int, seed: str) -> list[Case]:
    """As many cases as are wanted, at least one, in their order; the same for the same seed."""
    chosen = random.Random(seed).sample(range(len(cases)), min(max(count, 1), len(cases)))
    return [cases[index] for index in sorted(chosen)]


def is_slow(item: pytest.Item) -> bool:
    """Whether ``--quick`` leaves a test out by its marker."""
    return any(mark.name in SLOW for mark in item.iter_markers())


def draw_items(
    items: Iterable[pytest.Item], seed: str
) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """The tests that run and those that are left out; each test with a matrix keeps cases of its own."""
    items, kinds = list(items), defaultdict(list)
    for item in items:
        if item.get_closest_marker("matrix"):
            kinds[item.nodeid.split("[")[0]].append(item)
    drawn = set()
    for kind, cases in kinds.items():
        (count,) = cases[0].get_closest_marker("matrix").args  # type: ignore[union-attr]
        drawn |= set(draw(cases, count, f"{seed}/{kind}"))
    kept = [item for item in items if item in drawn or not item.get_closest_marker("matrix")]
    return kept, [item for item in items if item not in set(kept)]


class Sampling:
    """The plugin of one run; with several processes the first one gathers what the others left out."""

    def __init__(self, config: pytest.Config) -> None:
        self.config, self.left_out, self.by_nodes = config, 0, 0
        self.inner = 0

    def pytest_report_header(self) -> str:
        """Say by what the cases are drawn."""
        if self.config.option.every_case:
            return "sample: none, every case runs"
        seed = f"SEED={self.config.option.seed}"
        if self.config.option.quick:
            folders, marks = ", ".join(SLOW_FOLDERS), ", ".join(sorted(SLOW))
            return f"sample: {seed}; quick: nothing below {folders}, nothing marked {marks}"
        return f"sample: {seed}"

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Pass over the folders that a quick run leaves out."""
        below = (
            self.config.option.quick
            and collection_path.is_dir()
            and collection_path.name in SLOW_FOLDERS
        )
        return True if below else None

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Take the tests out that are not to run now."""
        out: list[pytest.Item] = []
        if self.config.option.quick:
            out = [item for item in items if is_slow(item)]
            items[:] = [item for item in items if not is_slow(item)]
        if not self.config.option.every_case:
            items[:], more = draw_items(items, self.config.option.seed)
            out += more
        self.left_out = len(out)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand the number over to the process that gathers; all collected the same tests."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output["left_out"] = self.left_out

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Hear how many tests a process left out."""
        self.left_out = max(self.left_out, getattr(node, "workeroutput", {}).get("left_out", 0))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count what a test left out of its own cases."""
        if report.when == "call":
            self.inner += sum(
                int(str(value)) for name, value in report.user_properties if name == LEFT_OUT
            )

    @pytest.hookimpl(tryfirst=True)
    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Put the number into the last line, and say how nothing is left out."""
        count = self.left_out + self.inner
        if count:
            terminalreporter.stats[LEFT_OUT] = [LeftOut() for _ in range(count)]
            terminalreporter.write_line(
                f"{count} cases left out: {self.left_out} tests, {self.inner} cases inside tests; "
                f"SEED={self.config.option.seed} draws the same again, `make test-all` runs everything"
            )


@pytest.fixture
def sampled(request: pytest.FixtureRequest) -> Callable[[Sequence[Any], int], list[Any]]:
    """A function that draws some of the cases of a test, and notes how many it leaves out."""

    def choose(cases: Sequence[Any], count: int) -> list[Any]:
        if request.config.option.every_case:
            return list(cases)
        chosen = draw(cases, count, f"{request.config.option.seed}/{request.node.nodeid}")
        request.node.user_properties.append((LEFT_OUT, len(cases) - len(chosen)))
        return chosen

    return choose
