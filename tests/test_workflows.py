"""The workflows: they call what the Makefile has, and the archive's can be copied into any archive."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = (
    ".github/workflows/archive.yml", ".github/workflows/engine.yml", ".gitlab-ci.yml", ".gitlab/archive.yml",
)  # fmt: skip

OF_AN_ARCHIVE = {"ready", "check", "build", "prove"}
"""Targets that every archive's Makefile has."""

PIN = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def load(root: Path, name: str) -> dict[str, Any]:
    """A workflow as data; ``on`` is a word here, as the services read it."""
    text = (root / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - plain strings only
    return loaded


def commands(value: Any, key: str = "") -> Iterator[str]:
    """Every line that a workflow runs."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from commands(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from commands(inner, key)
    elif key in {"run", "script", "before_script"}:
        yield from value.splitlines()


def targets(root: Path) -> set[str]:
    """Targets of the Makefile."""
    text = (root / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):(?!=)", text, re.MULTILINE))


def test_every_workflow_is_known(root: Path) -> None:
    found = [*(root / ".github/workflows").iterdir(), *(root / ".gitlab").iterdir()]
    assert {path.relative_to(root).as_posix() for path in found} | {".gitlab-ci.yml"} == set(
        WORKFLOWS
    )


@pytest.mark.parametrize("name", WORKFLOWS)
def test_only_targets_that_are_there_are_called(name: str, root: Path) -> None:
    lines = list(commands(load(root, name)))
    called = {target for line in lines for target in re.findall(r"^make ([a-z-]+)", line)}
    assert lines
    assert called <= targets(root)
    for file in re.findall(r"bash (\S+)", "\n".join(lines)):
        assert (root / file).is_file()


def test_an_archive_needs_nothing_of_the_engine(root: Path) -> None:
    lines = [
        *commands(load(root, ".github/workflows/archive.yml")),
        *commands(load(root, ".gitlab/archive.yml")),
    ]
    made = [
        re.fullmatch(r'make ([a-z]+)(?: [A-Z_]+="\$[A-Z_]+")?', line)
        for line in lines
        if line != "mv site public"
    ]
    assert {match[1] for match in made if match} == OF_AN_ARCHIVE
    assert None not in made


def test_an_archive_is_published_without_the_engine_s_tests(root: Path) -> None:
    jobs = load(root, ".github/workflows/archive.yml")["jobs"]
    assert {name: job.get("needs") for name, job in jobs.items()} == {
        "archive": None,
        "publish": "archive",
    }
    steps = jobs["archive"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == "0"
    ran = [re.sub(r" .*", "", step["run"].removeprefix("make ")) for step in steps if "run" in step]
    assert ran == ["ready", "check", "build", "prove"]
    assert "paths-ignore" not in str(load(root, ".github/workflows/archive.yml")["on"])
    assert load(root, ".gitlab/archive.yml")["pages"]["needs"] == ["check"]


def test_the_engine_is_not_tested_for_a_new_issue(root: Path) -> None:
    on = load(root, ".github/workflows/engine.yml")["on"]
    assert on["push"]["paths-ignore"] == on["pull_request"]["paths-ignore"] == ["issues/**"]
    (rule,) = load(root, ".gitlab-ci.yml")[".engine"]["rules"]
    folders = {path.split("/")[0] for path in rule["changes"] if path.endswith("/**/*")}
    assert folders == {".ci", ".gitlab", "deploy", "docs_src", "generator", "overrides", "tests"}
    for path in rule["changes"]:
        assert list(root.glob(path.removesuffix("/**/*"))), path


def test_a_release_is_tested_whole(root: Path) -> None:
    engine = load(root, ".github/workflows/engine.yml")
    assert engine["on"]["push"]["tags"] == ["v*"]
    whole = engine["jobs"]["whole"]
    assert "make test-all" in commands(whole)
    assert {"'schedule'", "'tag'"} <= set(re.findall(r"'\w+'", whole["if"]))
    script = (root / ".ci/run").read_text(encoding="utf-8")
    assert [line for line in script.splitlines() if "make" in line] == ["make test"]


@pytest.mark.parametrize("name", [name for name in WORKFLOWS if name.startswith(".github")])
def test_actions_are_pinned_by_commit(name: str, root: Path) -> None:
    used = re.findall(r"uses: (.+)", (root / name).read_text(encoding="utf-8"))
    assert used
    assert [action for action in used if not PIN.fullmatch(action)] == []
    assert len(set(used)) == len({action.split("@")[0] for action in used})


def test_dependabot_keeps_actions_and_packages_fresh(root: Path) -> None:
    updates = load(root, ".github/dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "npm", "pip"}
    assert {update["schedule"]["interval"] for update in updates} == {"weekly"}
    assert all(len(update["groups"]) == 1 for update in updates)


@pytest.mark.parametrize(("since", "passed"), [("", ""), ("HEAD", "--since=HEAD"), ("0" * 40, "")])
def test_check_compares_with_a_revision_that_is_there(
    since: str, passed: str, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "Makefile").write_bytes((root / "Makefile").read_bytes())
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "Makefile"], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    make = ["make", "-n", "check", f"SINCE={since}"]
    done = subprocess.run(make, cwd=tmp_path, capture_output=True, text=True, check=True)
    last = next(line for line in done.stdout.splitlines() if "permalinks" in line)
    assert last.split("--check")[1].strip() == passed
    assert ("there is no commit" in done.stderr) is (since == "0" * 40)
