"""A build may be killed at any moment: a site is whole, and the next build gives what a build gives that was not.

A site of two issues is built; then one of them, a draft, is withdrawn and another one is added. The build of that is
killed, at 20 moments that chance draws and at places of the program that are chosen.
"""

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from generator.publish.exchange import UNFINISHED
from generator.publish.turns import CACHE, LOCK, WORK
from generator.source import LEDGER
from tests.conftest import CONFIG, MAIN
from tests.publish.killed import PLACES, Order, Outcome
from tests.publish.test_site import files

Run = Callable[[Order], Outcome]

pytestmark = pytest.mark.slow

SEED = 10
IN_PLACE = (
    "before anything in place", "amid the files in place", "between a file and its place",
    "before what is no longer made goes", "amid what is no longer made", "after the site in place",
)  # fmt: skip
"""Places that a build comes to only where folders cannot be exchanged."""
FIRST = tuple(name for name in PLACES if "first rename" in name)
"""Places of the first build of a project."""


class State(msgspec.Struct):
    """What a project holds of what builds make."""

    site: dict[str, bytes]
    docs: dict[str, bytes]
    ledger: bytes


class Story(msgspec.Struct):
    """A project before the build that is going to be killed, and what it held and is to hold."""

    project: Path
    old: State
    new: State
    operations: dict[bool, int]
    """How many operations the whole build comes to, exchanged and in place."""


def state_of(project: Path) -> State:
    """What a project holds now."""
    return State(
        files(project / "site"), files(project / "docs"), (project / "issues" / LEDGER).read_bytes()
    )


@pytest.fixture(scope="module")
def run(root: Path) -> Iterator[Run]:
    """Carries out orders in a process that has everything loaded."""
    command = [sys.executable, "-m", "tests.publish.killed"]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as driver:

        def carry_out(order: Order) -> Outcome:
            assert driver.stdin
            assert driver.stdout
            driver.stdin.write(f"{msgspec.json.encode(order).decode()}\n")
            driver.stdin.flush()
            return msgspec.json.decode(driver.stdout.readline(), type=Outcome)

        yield carry_out
        driver.communicate()


def whole(run: Run, project: Path, *, in_place: bool = False) -> Outcome:
    """A build that nobody kills."""
    outcome = run(Order(str(project), None, in_place))
    assert outcome.status == 0, outcome.said
    return outcome


@pytest.fixture(scope="module")
def story(run: Run, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The project with its old site, after somebody withdrew one issue and added another."""
    project = tmp_path_factory.mktemp("kills") / "project"
    shutil.copytree(root / "tests/fixtures/demo", project / "issues/yunxi")
    for name, text in {
        "mkdocs.yml": CONFIG,
        "theme/main.html": MAIN,
        "docs/about.md": "# 关于\n",
    }.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    whole(run, project)
    change(project / "issues")
    old = state_of(project)
    made = [copy(project, project.with_name(name)) for name in ("exchanged", "in-place")]
    operations = {
        bool(nth): whole(run, path, in_place=bool(nth)).operations for nth, path in enumerate(made)
    }
    new = state_of(made[0])
    assert state_of(made[1]) == new
    assert min(operations.values()) > 200
    return Story(project, old, new, operations)


def change(issues: Path) -> None:
    """Withdraw one issue and add another."""
    (issues / "yunxi/2019-12.yml").unlink()
    with (issues / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write("yunxi/2019/12:\n  withdrawn: 未定稿\n")
    text = (issues / "yunxi/2020-01.yml").read_text(encoding="utf-8")
    (issues / "yunxi/2020-02.yml").write_text(
        text.replace("number: 1\n", "number: 2\n", 1), encoding="utf-8"
    )


def copy(project: Path, target: Path) -> Path:
    """The project somewhere else; no byte of what it makes may show where."""
    shutil.copytree(project, target)
    return target


def test_the_story_withdraws_and_adds(story: Story) -> None:
    draft = story.old.site["archive/yunxi/2019/12/1/index.html"]
    assert story.new.site["archive/yunxi/2019/12/1/index.html"] != draft
    assert story.old.docs.keys() - story.new.docs.keys()
    assert story.new.docs.keys() - story.old.docs.keys()
    assert b"yunxi/2020/2/5:" in story.new.ledger
    assert b"yunxi/2020/2/5:" not in story.old.ledger


def survives(run: Run, story: Story, project: Path, order: Order) -> None:
    """Kill a build, look at what it left, and build again."""
    outcome = run(order)
    assert outcome.status == -signal.SIGKILL, outcome
    left = files(project / "site")
    if order.in_place:
        assert torn(left, story) == {}
    else:
        assert left in (story.old.site, story.new.site)
    ledger = (project / "issues" / LEDGER).read_bytes()
    assert ledger == story.old.ledger or (ledger == story.new.ledger and left == story.new.site)
    whole(run, project, in_place=order.in_place)
    assert state_of(project) == story.new
    assert {path.name for path in (project / WORK).iterdir()} == {LOCK, CACHE}
    assert sorted(path.name for path in (project / "issues").iterdir()) == [LEDGER, "yunxi"]


def torn(left: dict[str, bytes], story: Story) -> dict[str, bytes]:
    """The files of a site that are neither those of the old one nor those of the new one."""
    states = (story.old.site, story.new.site)
    plain = {
        name: data
        for name, data in left.items()
        if name != UNFINISHED and not name.endswith(".part")
    }
    missing = dict.fromkeys(story.old.site.keys() & story.new.site.keys() - plain.keys(), b"")
    return missing | {
        name: data
        for name, data in plain.items()
        if all(data != state.get(name) for state in states)
    }


@pytest.mark.matrix(6)
@pytest.mark.parametrize("nth", range(20))
def test_killed_by_chance(nth: int, run: Run, story: Story, tmp_path: Path) -> None:
    in_place = nth % 3 == 2
    moment = random.Random(f"{SEED}/{nth}").randint(1, story.operations[in_place])
    project = copy(story.project, tmp_path / "project")
    survives(run, story, project, Order(str(project), moment, in_place))


@pytest.mark.matrix(6)
@pytest.mark.parametrize("place", [place for place in PLACES if place not in FIRST])
def test_killed_at_a_chosen_place(place: str, run: Run, story: Story, tmp_path: Path) -> None:
    project = copy(story.project, tmp_path / "project")
    survives(run, story, project, Order(str(project), place, place in IN_PLACE))


@pytest.mark.parametrize("place", FIRST)
def test_a_first_build_is_killed(place: str, run: Run, story: Story, tmp_path: Path) -> None:
    project = copy(story.project, tmp_path / "project")
    shutil.rmtree(project / "site")
    assert run(Order(str(project), place)).status == -signal.SIGKILL
    assert files(project / "site") in ({}, story.new.site)
    assert (project / "site").exists() == place.startswith("after")
    assert (project / "issues" / LEDGER).read_bytes() == story.old.ledger
    whole(run, project)
    assert state_of(project) == story.new


def test_a_draft_that_was_never_published_leaves_no_page(
    run: Run, story: Story, tmp_path: Path
) -> None:
    project = copy(story.project, tmp_path / "project")
    assert run(Order(str(project), "between pages and manifest")).status == -signal.SIGKILL
    assert (project / "docs/archive/yunxi/2020/2/1.md").exists()
    (project / "issues/yunxi/2020-02.yml").unlink()
    whole(run, project)
    assert not (project / "docs/archive/yunxi/2020/2").exists()
    assert not (project / "site/archive/yunxi/2020/2").exists()
    assert b"yunxi/2020/2/" not in (project / "issues" / LEDGER).read_bytes()
