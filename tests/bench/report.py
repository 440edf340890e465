"""Figures as Markdown: a table a size, the stages, and the limits that are held or not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.bench.arithmetic import Limit, exponent, ratio
from tests.bench.model import CORES, DOCUMENTS, MACHINES, write_model
from tests.bench.rivals import HUGO, MATERIAL

LIMITED = 5000
"""The size for which the limits are said."""
FULL = "full"
ADDED = ("newest issue added", "old issue added", "one correction")
TITLE = """\
# What an archive costs

Written by `make bench`; not to be changed by hand. `tests/bench/corpus.py` makes the archives of the lines of
the frozen samples: 12 documents an issue, eight gazettes. CPU: seconds of user and system of all processes.
Memory: most that all processes held at once, shared pages counted once (PSS; [figures.json](figures.json) also
has RSS). Each edit is built from the state behind a full build. Hugo and Material for MkDocs, with its search,
make a site of the same Markdown in the same run; of Material, only the first page is in the navigation.
"""
PROVINCE = """\
By `tests/bench/model.py`: a straight line through the first size and the last one above, and what a document costs at
the last one. Nothing of this was measured. Where it would break first is said in
[CONTRIBUTING](../../CONTRIBUTING.md#what-an-archive-costs)."""


def write_report(figures: Mapping[str, Any]) -> str:
    """The whole page."""
    parts = [
        TITLE.rstrip(),
        say_machine(figures),
        *write_limits(figures),
    ]
    for count, size in figures["sizes"].items():
        parts += [f"## {int(count):,} documents", say_runs(size["runs"]), *write_size(size)]
    parts += write_province(figures["sizes"])
    return "\n\n".join(parts) + "\n"


def write_province(sizes: Mapping[str, Any]) -> Iterator[str]:
    """What many more documents on many machines would cost, reckoned from the first size and the last one."""
    rows = list(write_model(sizes))
    if rows:
        yield f"## Reckoned: {DOCUMENTS:,} documents on {MACHINES} × {CORES} cores"
        yield PROVINCE
        yield table(("what", "reckoned"), rows)


def say_machine(figures: Mapping[str, Any]) -> str:
    """On what it was measured."""
    machine = figures["machine"]
    on = f"{machine['cores']} cores, {machine['system']}, Python {machine['python']}"
    load = "" if machine["load"] < 1 else f", with other work on it (load {machine['load']:.1f})"
    return f"Measured on {on}{load}; seed {figures['seed']}."


def say_runs(runs: int) -> str:
    """How often it was measured."""
    return "Measured once." if runs == 1 else f"Median of {runs} runs."


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; all columns but the first are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write_size(size: Mapping[str, Any]) -> Iterator[str]:
    """The tables of one size."""
    costs = size["costs"]
    hugo = costs.get(HUGO, {}).get("cpu", 0.0)
    builds = ("build", "CPU, s", "÷ Hugo", "wall, s", "memory, MB", "files", "MB")
    yield table(builds, [cost_row(name, cost, hugo) for name, cost in costs.items()])
    edits = (
        "edit",
        "files added",
        "changed",
        "removed",
        "MB to upload",
        "search",
        "lists",
        "documents",
    )
    rows = [change_row(name, cost) for name, cost in costs.items() if "touched" in cost]
    if rows:
        yield table(edits, rows)
    whole = costs[FULL]["cpu"]
    stages = [
        (name, f"{seconds:.1f}", f"{100 * seconds / whole:.0f} %")
        for name, seconds in size["stages"].items()
    ]
    yield table(("stage of the full build", "CPU, s", "of all"), stages)


def cost_row(name: str, cost: Mapping[str, float], hugo: float) -> list[str]:
    """What one build cost."""
    times = ratio(cost["cpu"], hugo)
    made = [f"{cost['files']:,.0f}", f"{cost['bytes'] / 1e6:.1f}"] if "files" in cost else ["", ""]
    return [
        name, f"{cost['cpu']:.1f}", "" if times is None else f"{times:.2f}", f"{cost['wall']:.1f}",
        f"{cost['memory']:.0f}", *made,
    ]  # fmt: skip


def change_row(name: str, cost: Mapping[str, float]) -> list[str]:
    """What one edit changed on the site."""
    counts = [f"{cost[key]:,.0f}" for key in ("added", "changed", "removed")]
    rest = cost["uploaded"] - cost["search"] - cost["lists"]
    shares = (cost["uploaded"], cost["search"], cost["lists"], rest)
    return [name, *counts, *(f"{share / 1e6:.2f}" for share in shares)]


def write_limits(figures: Mapping[str, Any]) -> Iterator[str]:
    """What was wanted, and whether it is held."""
    sizes = figures["sizes"]
    count = str(LIMITED) if str(LIMITED) in sizes else list(sizes)[-1]
    limits = [*limits_of(sizes[count]), *limits_of_growth(sizes), *limits_of_page(figures)]
    rows = [
        (
            each.what,
            f"{each.value:.2f}",
            f"{each.limit:.2f}",
            each.unit,
            "yes" if each.held else "**no**",
        )
        for each in limits
    ]
    yield f"## Limits, at {int(count):,} documents"
    yield table(("limit", "measured", "at most", "unit", "held"), rows)
    if HUGO not in sizes[count]["costs"]:
        yield "Hugo was not there: what is reckoned by it is left out."


def limits_of(size: Mapping[str, Any]) -> Iterator[Limit]:
    """The limits of one size."""
    costs = size["costs"]
    full, hugo = costs[FULL], costs.get(HUGO, {}).get("cpu")
    if hugo:
        yield Limit("full build ÷ Hugo", full["cpu"] / hugo, 4, "CPU")
    memory = max(cost["memory"] for name, cost in costs.items() if name not in (HUGO, MATERIAL))
    yield Limit("memory of all processes", memory, 500, "MB")
    yield Limit("full build, wall ÷ CPU", full["wall"] / full["cpu"], 0.6, "two cores")
    for name in ADDED:
        if name in costs:
            yield from limits_of_edit(name, costs[name], hugo)
    if "unchanged" in costs:
        yield Limit("unchanged", costs["unchanged"]["cpu"], 3, "s CPU")
    if "one template line" in costs:
        stages = size["stages"]
        allowed = full["cpu"] - sum(
            stages.get(name, 0.0) for name in ("reading", "reading, pieces")
        )
        yield Limit("one template line", costs["one template line"]["cpu"], allowed, "s CPU")


def limits_of_edit(name: str, cost: Mapping[str, float], hugo: float | None) -> Iterator[Limit]:
    """The limits of an issue that was added or corrected."""
    if hugo:
        yield Limit(f"{name} ÷ Hugo", cost["cpu"] / hugo, 0.5, "CPU")
    yield Limit(name, cost["wall"], 8, "s wall")
    yield Limit(f"{name}, files changed", cost["touched"], 400, "files")
    yield Limit(f"{name}, to upload", cost["uploaded"] / 1e6, 3, "MB")


def limits_of_growth(sizes: Mapping[str, Any]) -> Iterator[Limit]:
    """How processor seconds grow from the first size to the last one."""
    counts = list(sizes)
    if len(counts) > 1:
        first, last = (
            (int(each), sizes[each]["costs"][FULL]["cpu"]) for each in (counts[0], counts[-1])
        )
        what = f"exponent of growth, {counts[0]} → {counts[-1]}"
        yield Limit(what, exponent(first, last), 1.1, "")


def limits_of_page(figures: Mapping[str, Any]) -> Iterator[Limit]:
    """Whether the page of the first document is the same in a small archive and in a large one."""
    page = figures["first_page"]
    what = f"page of document 1, {page['small']} → {page['large']}: lines that differ"
    yield Limit(what, page["unlike"], 0, "lines")
