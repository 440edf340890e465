"""The house rules that a machine can hold: one-way imports, one voice, small pieces, no place named in the code."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from generator.export import EXPORTS
from generator.pages import ISSUE_KINDS, PAGE_KINDS
from generator.read.repairs import REPAIRS
from generator.source import read_publication

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))
SOURCES = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]

STAGES = (
    "work", "lexicon", "words", "reference", "visible", "read", "parse", "proof", "outline", "link", "life", "source",
    "permanence", "registers", "accuracy", "forms", "archive", "pages", "export", "feeds", "search", "publish",
    "federation", "prove", "build", "cli",
)  # fmt: skip
"""Each stage imports only from those before it."""
APART = {("search", "pages"), ("export", "pages"), ("parse", "source"), ("link", "source")}
"""Stages that do not know each other, whatever their order: (importer, imported)."""
OPEN = ("model", "errors")
"""What every stage may import."""
VOICE = {"cli", "__main__"}
"""The modules that may print, read argv and exit."""
MOST_LINES = 400
MOST_MODULES = 15
"""Modules of a folder."""
MOST_LINES_OF_FUNCTION = 50
MOST_CHARACTERS = 120


def stage_of(module: str) -> str:
    """The stage of a module, ``read`` for ``generator.read.lines``."""
    return module.split(".")[1] if "." in module else ""


def name_of(path: Path) -> str:
    """Dotted name of a module's file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Every module that a module imports, wherever the import is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (
                f"{node.module}.{alias.name}" for alias in node.names if node.module == "generator"
            )


def points_up(importer: str, imported: str) -> bool:
    """Whether an import between two modules of the generator goes against the flow of data."""
    source, target = stage_of(importer), stage_of(imported)
    if target in {"", source}:
        return False
    if source in OPEN:
        return (source, target) != ("model", "errors")
    if target in OPEN:
        return False
    allowed = STAGES if source == "__main__" else STAGES[: STAGES.index(source)]
    return target not in allowed or (source, target) in APART


@cache
def parsed(path: Path) -> ast.Module:
    """Syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def test_every_folder_is_a_stage() -> None:
    found = {stage_of(name_of(path)) for path in MODULES} - {"", "__main__"}
    assert found <= {*STAGES, *OPEN}


def test_imports_flow_one_way() -> None:
    arrows = [
        (name_of(path), imported)
        for path in MODULES
        for imported in imports_of(parsed(path))
        if imported.split(".")[0] == "generator" and points_up(name_of(path), imported)
    ]
    assert arrows == []


@pytest.mark.parametrize(
    ("importer", "imported", "expected"),
    [
        ("generator.read.lines", "generator.parse", True),
        ("generator.parse.heads.titles", "generator.read.lines", False),
        ("generator.model.codec", "generator.errors", False),
        ("generator.model.codec", "generator.lexicon.dates", True),
        ("generator.errors", "generator.model", True),
        ("generator.pages.home", "generator.publish.files", True),
        ("generator.publish.files", "generator.pages", False),
        ("generator.__main__", "generator.cli", False),
        ("generator.search.facets", "generator.pages.writing", True),
    ],
)
def test_the_rule_knows_up_from_down(importer: str, imported: str, expected: bool) -> None:  # noqa: FBT001
    assert points_up(importer, imported) is expected


def room_of(module: str) -> str:
    """The folder in which a module is: of a package, itself."""
    return module if (ROOT / module.replace(".", "/")).is_dir() else module.rpartition(".")[0]


def arrows_between_rooms() -> dict[str, set[str]]:
    """Room → the rooms from which it imports, but for the folders that hold it or that it holds."""
    modules = {name_of(path) for path in MODULES}
    arrows: dict[str, set[str]] = {}
    for path in MODULES:
        room = room_of(name_of(path))
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module in modules:
                names = {f"{node.module}.{alias.name}" for alias in node.names}
                arrows.setdefault(room, set()).update(
                    map(room_of, names & modules or {node.module})
                )
    return {
        room: {other for other in others if not holds(room, other)}
        for room, others in arrows.items()
    }


def holds(room: str, other: str) -> bool:
    """Whether one of two rooms is in the other."""
    return f"{other}.".startswith(f"{room}.") or f"{room}.".startswith(f"{other}.")


def test_rooms_import_each_other_in_one_direction() -> None:
    """Also the rooms within a stage: the order exists, so there is no circle."""
    order = list(TopologicalSorter(arrows_between_rooms()).static_order())
    assert order.index("generator.pages.writing") < order.index("generator.pages.body")


def test_a_room_has_a_dozen_modules_or_a_few_more() -> None:
    rooms = Counter(path.parent for path in MODULES)
    assert {
        str(room.relative_to(ROOT)): count for room, count in rooms.items() if count > MOST_MODULES
    } == {}


def test_a_module_name_means_one_thing() -> None:
    """A name is given once; only a room may be called after the value of the model that it makes."""
    modules = [name_of(path).rpartition(".")[2] for path in MODULES if path.stem != "__init__"]
    rooms = {path.parent.name for path in MODULES if path.stem == "__init__"}
    values = {path.stem for path in MODULES if path.parent.name == "model"}
    assert [name for name, count in Counter(modules).items() if count > 1] == []
    assert (rooms & set(modules)) - values == set()


def importing(*names: str) -> dict[str, str]:
    """Each module that imports one of some packages, with its stage."""
    return {
        name_of(path): stage_of(name_of(path))
        for path in MODULES
        for imported in imports_of(parsed(path))
        if imported.split(".")[0] in names
    }


def test_only_publish_knows_mkdocs() -> None:
    assert set(importing("mkdocs", "material", "jinja2").values()) <= {"publish"}


def test_only_stages_with_files_read_or_write_them() -> None:
    """The model, the words, the reader of a print and the makers of pages and data are pure."""
    pure = {
        "model",
        "words",
        "reference",
        "read",
        "parse",
        "outline",
        "link",
        "registers",
        "pages",
        "export",
    }
    holding = importing("os", "pathlib", "shutil", "subprocess", "tempfile", "socket")
    assert {name: stage for name, stage in holding.items() if stage in pure} == {}


def test_the_model_has_no_rules_of_reading() -> None:
    assert [name for name, stage in importing("re").items() if stage == "model"] == []


def test_chance_and_clock_are_in_no_output() -> None:
    """Only what gives files of a run names of their own may draw them."""
    drawing = importing("random", "secrets", "time", "uuid")
    assert {name: stage for name, stage in drawing.items() if stage != "publish"} == {}
    asking = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert asking == []


def test_what_a_room_makes_is_in_its_list() -> None:
    """Kinds of page, exports and repairs are data: a function that no list names is never called."""
    listed = {
        "pages": (*PAGE_KINDS.values(), *ISSUE_KINDS.values()),
        "export": EXPORTS,
        "read": REPAIRS,
    }
    named = {
        stage: {function.__name__ for function in functions} for stage, functions in listed.items()
    }
    made = {(stage_of(name_of(path)), name) for path in MODULES for name in makers_of(path)}
    assert {(stage, name) for stage, name in made if name not in named[stage]} == set()
    assert len(made) == sum(map(len, named.values()))


def makers_of(path: Path) -> Iterator[str]:
    """The public functions of a module that make a kind of page, an export or a repair."""
    signatures = {
        "pages": "registers: Registers -> Iterator[Page]",
        "export": "archive: Archive, links: Links, texts: Texts -> Iterator[File]",
        "read": "lines: list[Line] -> tuple[list[Line], list[Finding]]",
    }
    signature = signatures.get(stage_of(name_of(path)))
    for node in parsed(path).body if path.stem != "__init__" else ():
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            returned = ast.unparse(node.returns) if node.returns else ""
            if f"{ast.unparse(node.args)} -> {returned}" == signature:
                yield node.name


def test_the_guide_has_the_rooms_in_their_order() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = re.findall(r"^\| `(\w+)(?:/|\.py)` \|", guide, re.MULTILINE)
    assert tuple(rooms) == ("model", *STAGES)


def test_the_guide_names_files_that_exist() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    files = {*SOURCES, *(ROOT / "docs_src").rglob("*.js"), *ROOT.glob("*.*")}
    named = set(re.findall(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|js|toml))`", guide))
    missing = {name for name in named if not any(str(file).endswith(f"/{name}") for file in files)}
    assert missing == set()
    assert len(named) > 20


def speaks(node: ast.AST) -> bool:
    """Whether a node prints, reads argv or exits."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in {"print", "input", "exit", "quit"}
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return (node.value.id, node.attr) in {
            ("sys", "argv"),
            ("sys", "exit"),
            ("sys", "stdout"),
            ("sys", "stderr"),
            ("os", "_exit"),
        }
    return isinstance(node, ast.Name) and node.id == "SystemExit"


def test_only_the_command_line_prints_reads_argv_or_exits() -> None:
    voices = [
        f"{name_of(path)}:{getattr(node, 'lineno', 0)}"
        for path in MODULES
        if stage_of(name_of(path)) not in VOICE
        for node in ast.walk(parsed(path))
        if speaks(node)
    ]
    assert voices == []


def test_modules_are_small() -> None:
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }
    assert {name: length for name, length in lengths.items() if length >= MOST_LINES} == {}


def test_functions_are_short() -> None:
    long = [
        f"{name_of(path)}.{node.name}"
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > MOST_LINES_OF_FUNCTION
    ]
    assert long == []


def test_lines_are_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > MOST_CHARACTERS
    ]
    assert long == []


def test_no_test_reads_the_issues_of_this_repository() -> None:
    reading = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if re.search(r"(?:ROOT|root) / \"issues", path.read_text(encoding="utf-8"))
        and path not in MODULES
    ]
    assert reading == [], (
        "an archive may be changed without its engine: test against tests/archive/issues"
    )


def places() -> set[str]:
    """Names that only the archive may know: the tail of each region, titles and number prefixes of its gazettes."""
    names: set[str] = set()
    for folder in sorted((ROOT / "tests/archive/issues").iterdir()):
        record = read_publication(folder)
        if record is None:
            continue
        region = re.sub(r"^.*[省市](?=.)", "", record.region or "")
        names |= {region, re.sub(r"[区县市]$", "", region), record.id}
        names |= {prefix for organ in record.organs for prefix in organ.prefixes}
    return {name for name in names if len(name) > 1 and name != "市中"}


def test_the_archive_names_places() -> None:
    assert len(places()) >= 10


@pytest.mark.parametrize("place", sorted(places()))
def test_no_place_of_the_archive_is_in_the_code(place: str) -> None:
    naming = [
        str(path.relative_to(ROOT)) for path in MODULES if place in path.read_text(encoding="utf-8")
    ]
    assert naming == []
