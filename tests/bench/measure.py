"""What archives of several sizes cost: ``make bench``, or ``python -m tests.bench.measure --sizes 500 2000``.

Each size is built in a project of its own: in full, and after each edit from the state behind a full build, by the
command line alone. Hugo and Material for MkDocs then make a site of the same Markdown in the same run. The figures are
written beside this file after each size. Other work on the machine changes times, and processor seconds a little.
"""

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.arithmetic import Figures, middle
from tests.bench.first_page import compare_pages, read_page
from tests.bench.meter import Cost
from tests.bench.project import EDITS, PROGRAM, Project
from tests.bench.report import write_report
from tests.bench.rivals import find_rivals, run_rival
from tests.bench.stages import FILE
from tests.bench.trees import Tree, compare_trees, list_tree, size_of

HERE = Path(__file__).parent
SMALL = 50
"""Documents of the archive whose first page is compared."""
SIZES = (500, 2000, 5000)
MORE = 10_000
REPEATED = 2000
"""The largest size that is measured several times."""
STAGED = (*PROGRAM[:-1], "tests.bench.stages")


class Plan(NamedTuple):
    """What is to be measured."""

    sizes: tuple[int, ...]
    repeats: int
    seed: int
    edits: tuple[str, ...]
    rivals: tuple[str, ...]
    folder: Path
    """In which projects are made and removed."""


def measure_sizes(plan: Plan) -> Iterator[dict[str, Any]]:
    """All figures so far, after each size."""
    figures: dict[str, Any] = {"machine": describe_machine(), "seed": plan.seed, "sizes": {}}
    small = build_small(plan)
    for count in plan.sizes:
        repeats = plan.repeats if count <= REPEATED else 1
        measured, page = measure_size(plan, count, repeats)
        figures["sizes"][str(count)] = {**measured, "runs": repeats}
        figures["first_page"] = {
            "small": SMALL,
            "large": count,
            **compare_pages(small, page)._asdict(),
        }
        yield figures


def describe_machine() -> dict[str, object]:
    """On what it is measured."""
    return {
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }


def build_small(plan: Plan) -> str:
    """The page of the first document in a small archive."""
    project = Project(plan.folder / "small", SMALL, plan.seed)
    project.make()
    project.build()
    page = read_page(project.site)
    project.remove()
    return page


def measure_size(plan: Plan, count: int, repeats: int) -> tuple[dict[str, Any], str]:
    """The figures of one size, and the page of its first document."""
    project = Project(plan.folder / str(count), count, plan.seed)
    runs: dict[str, list[Figures]] = {}
    stages: list[Figures] = []
    for run in range(repeats):
        project.make()
        runs.setdefault("full", []).append(measure_full(project, stages))
        project.keep()
        before = list_tree(project.site)
        for name in plan.edits:
            runs.setdefault(name, []).append(measure_edit(project, name, before))
            tell(count, run, name, runs[name][-1])
        for name in plan.rivals:
            cost = run_rival(name, project.kept / "docs_src", plan.folder / "rival")
            runs.setdefault(name, []).append(cost._asdict())
            tell(count, run, name, runs[name][-1])
    page = read_page(project.kept / "site")
    project.remove()
    costs = {name: middle(each) for name, each in runs.items()}
    return {"costs": costs, "stages": middle(stages)}, page


def measure_full(project: Project, stages: list[Figures]) -> Figures:
    """A build without any cache; the seconds of its stages are added to the list."""
    told = project.folder.with_name("stages.json")
    cost = project.build(STAGED, **{FILE: str(told)})
    stages.append(json.loads(told.read_text(encoding="utf-8")))
    told.unlink()
    figures = figures_of(cost, list_tree(project.site))
    tell(project.count, len(stages) - 1, "full", figures)
    return figures


def measure_edit(project: Project, name: str, before: Tree) -> Figures:
    """A build after an edit of what was kept."""
    project.set_back()
    EDITS[name](project)
    cost = project.build()
    after = list_tree(project.site)
    change = compare_trees(before, after)
    return {**figures_of(cost, after), **change._asdict(), "touched": change.files}


def figures_of(cost: Cost, site: Tree) -> Figures:
    """What a build cost, and what it made."""
    return {**cost._asdict(), "files": len(site), "bytes": size_of(site)}


def tell(count: int, run: int, name: str, figures: Figures) -> None:
    """One line on what was measured just now."""
    more = f", {figures['touched']:.0f} files changed" if "touched" in figures else ""
    print(
        f"{count:>6} documents, run {run + 1}, {name}: {figures['cpu']:.1f} s CPU, "
        f"{figures['wall']:.1f} s, {figures['memory']:.0f} MB{more}",
        flush=True,
    )


def read_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line wants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="documents")
    parser.add_argument("--more", action="store_true", help=f"{MORE:,} documents too")
    parser.add_argument("--repeats", type=int, default=3, help=f"runs of each, up to {REPEATED:,}")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edits", nargs="*", choices=EDITS, default=list(EDITS))
    parser.add_argument("--rivals", nargs="*", choices=find_rivals(), default=list(find_rivals()))
    parser.add_argument("--folder", type=Path, help="for the projects; a temporary one")
    parser.add_argument("--report", type=Path, default=HERE / "figures", help="without an ending")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write figures and tables after each size."""
    given = read_arguments(arguments)
    sizes = sorted({*given.sizes, *([MORE] if given.more else [])})
    with tempfile.TemporaryDirectory(prefix="bench-", dir=given.folder) as name:
        plan = Plan(
            tuple(sizes),
            given.repeats,
            given.seed,
            tuple(given.edits),
            tuple(given.rivals),
            Path(name),
        )
        for figures in measure_sizes(plan):
            data = json.dumps(figures, ensure_ascii=False, indent=1)
            given.report.with_suffix(".json").write_text(f"{data}\n", encoding="utf-8")
            given.report.with_suffix(".md").write_text(write_report(figures), encoding="utf-8")
    print(f"{given.report}.md")


if __name__ == "__main__":
    main()
