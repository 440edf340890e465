"""Long matrices are sampled: a run takes some cases of each kind, drawn by a seed, and says how many it left out.

``@pytest.mark.matrix(3)`` on a test with parameters takes three of its cases, with as many different values of each
parameter as three cases can have; a test that goes through many itself asks the fixture ``sampled``. A test marked
``release`` takes long and breaks rarely. ``--all`` runs every case, ``--quick`` only the tests that take no time.
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
LONG = {"release"}
"""Markers of tests that only ``--all`` runs."""
SLOW = {"slow", "browser", "registry", *LONG}
"""Markers of tests that ``--quick`` does not run."""
SLOW_FOLDERS = ("hostile", "publish", "site")
"""All tests below them publish something, most of them a whole site; ``--quick`` does not even load them."""


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


def draw_varied(items: Sequence[pytest.Function], count: int, seed: str) -> list[pytest.Function]:
    """As many cases of one test as are wanted, each with as many new values of parameters as it can have."""
    values = {
        item: {(name, repr(value)) for name, value in item.callspec.params.items()}
        for item in items
    }
    rest = random.Random(seed).sample(items, len(items))
    seen: set[tuple[str, str]] = set()
    chosen: list[pytest.Function] = []
    while rest and len(chosen) < count:
        best = max(rest, key=lambda item: len(values[item] - seen))
        rest.remove(best)
        seen |= values[best]
        chosen.append(best)
    return chosen


def is_marked(item: pytest.Item, marks: set[str]) -> bool:
    """Whether a test has one of these markers."""
    return any(mark.name in marks for mark in item.iter_markers())


def is_quick(item: pytest.Item) -> bool:
    """Whether a test may come last, when there is no other left for the processes that are done."""
    return item.path.parent.name not in SLOW_FOLDERS and not is_marked(item, SLOW)


def find_sample(items: Iterable[pytest.Item], seed: str) -> set[pytest.Item]:
    """The tests that a run takes: each without a matrix, and cases of each that has one."""
    kept: set[pytest.Item] = set()
    matrices: dict[str, list[pytest.Function]] = defaultdict(list)
    counts: dict[str, int] = {}
    for item in items:
        matrix = item.get_closest_marker("matrix")
        if matrix and isinstance(item, pytest.Function):
            test = item.nodeid.split("[")[0]
            matrices[test].append(item)
            (counts[test],) = matrix.args
        elif not is_marked(item, LONG):
            kept.add(item)
    for test, cases in matrices.items():
        kept.update(draw_varied(cases, counts[test], f"{seed}/{test}"))
    return kept


class LeftOut:
    """One case in the statistics of a run, where other plugins expect objects."""


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
        kept = set(items)
        if not self.config.option.every_case:
            kept = find_sample(items, self.config.option.seed)
        if self.config.option.quick:
            kept = {item for item in kept if not is_marked(item, SLOW)}
        self.left_out = len(items) - len(kept)
        items[:] = sorted((item for item in items if item in kept), key=is_quick)

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
