"""What a province would cost: figures of the sizes that were measured, reckoned for more documents on many machines.

Everything is a straight line through what was measured at two sizes, or a cost a document at the larger one. What is
assumed beside that is named here and in the table.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

DOCUMENTS = 400_000
"""Of the counties of a province."""
MACHINES, CORES = 16, 8
REDUCED = ("reading", "pages", "MkDocs", "data", "search", "ledger")
"""Stages that one process does for all; none of them is inside another."""
SPREAD = ("reading, pieces", "pages, pieces", "search, blocks", "search, shards")
"""Stages whose pieces any process does."""
PER_SECOND = 500
"""Files that one upload puts on a host in a second: assumed."""
LINE = 1e9 / 8
"""Bytes a second of the line to the host: assumed, 1 Gbit/s."""


class Model(NamedTuple):
    """What some number of documents costs on some cores."""

    documents: int
    cores: int
    spread: float
    """Seconds of processors for what is spread over all cores."""
    reduced: float
    """Seconds of the one process that resolves, keeps the registers and puts results in their place."""
    memory: float
    """MB of the process that builds and of two workers."""
    files: float
    size: float
    """Bytes of the site."""
    added: float
    """Seconds for one issue added."""

    @property
    def seconds(self) -> float:
        """A full build, if nothing of what is spread and of what is reduced goes on at the same time."""
        return self.spread / self.cores + self.reduced

    @property
    def deployed(self) -> float:
        """Seconds to send all files: the slower of counting and of carrying them."""
        return max(self.files / PER_SECOND, self.size / LINE)


def line(small: tuple[float, float], large: tuple[float, float], at: float) -> float:
    """The value at some place of the straight line through two points."""
    slope = (large[1] - small[1]) / (large[0] - small[0])
    return large[1] + slope * (at - large[0])


def reckon(
    sizes: Mapping[str, Any], documents: int = DOCUMENTS, cores: int = MACHINES * CORES
) -> Model | None:
    """The model by the smallest and the largest size that were measured; None where there are not two."""
    counts = sorted(sizes, key=int)
    if len(counts) < 2:
        return None
    small, large = sizes[counts[0]], sizes[counts[-1]]
    times = documents / int(counts[-1])

    def at(build: str, figure: str) -> float:
        points = [
            (float(count), size["costs"].get(build, {}).get(figure, 0.0))
            for count, size in ((counts[0], small), (counts[-1], large))
        ]
        return line(points[0], points[1], documents)

    stages = large["stages"]
    return Model(
        documents,
        cores,
        spread=times * sum(stages.get(name, 0.0) for name in SPREAD),
        reduced=times * sum(stages.get(name, 0.0) for name in REDUCED),
        memory=at("full", "memory"),
        files=at("full", "files"),
        size=at("full", "bytes"),
        added=at("newest issue added", "wall"),
    )


def write_model(sizes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Rows: what is reckoned, and its value."""
    model = reckon(sizes)
    if model is None:
        return
    yield (
        "spread over all cores (reading, pages, search)",
        f"{model.spread / 3600:.1f} h of processors",
    )
    yield "the same, by the clock", f"{model.spread / model.cores / 60:.0f} min"
    yield (
        "one process (resolution, registers, results put in place)",
        f"{model.reduced / 60:.0f} min",
    )
    yield "full build, if nothing overlaps", f"{model.seconds / 60:.0f} min"
    yield "memory of the process that builds", f"{model.memory / 1000:.1f} GB"
    yield "files", f"{model.files / 1e6:.1f} million"
    yield "bytes", f"{model.size / 1e9:.0f} GB"
    yield "first upload, 500 files a second and 1 Gbit/s", f"{model.deployed / 60:.0f} min"
    yield "one issue added", f"{model.added:.0f} s"
