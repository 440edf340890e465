"""What every hostile case is put through: all that a build does but MkDocs, which few cases are about."""

import copy
import json
from pathlib import Path
from typing import Any, NamedTuple

from generator.archive import read_archive
from generator.archive.source_folder import SourceFolder
from generator.errors import NotAGazette
from generator.export import SERVED, build_exports
from generator.model import Archive
from generator.model.codec import plain_from_yaml
from generator.pages import build_assets, build_pages
from generator.search import build_search
from tests.prove.proving import wrong_in

CASES = Path(__file__).parent / "cases"
DEMO = CASES.parent.parent / "fixtures/demo"
LONGEST_NAME = 200
"""Bytes of a file's name that every disk can hold."""

Path_ = tuple[str | int, ...]
"""Keys and indexes that lead to a value of plain data."""


class Published(NamedTuple):
    """What became of a folder of issues."""

    archive: Archive
    errors: tuple[NotAGazette, ...]
    pages: dict[str, str]
    """Markdown by address, without front matter."""
    files: dict[str, bytes]
    """Data files and index by address."""

    @property
    def kinds(self) -> set[str]:
        """The kinds of all findings."""
        return {finding.kind for record in self.archive.issues for finding in record.issue.findings}


def publish(folder: Path) -> Published:
    """Read a folder of issues and make everything of it that is written; whatever is refused is one line."""
    archive, errors = read_archive(folder)
    sources = SourceFolder(folder)
    made = list(build_pages(archive, sources=sources))
    assert all(asset.encoded() for asset in build_assets(archive, sources))
    assert all(page.render().encode() for page in made)
    pages = {page.uri: page.text for page in made}
    files = dict(build_exports(archive, SERVED)) | dict(build_search(archive, SERVED))
    assert all("\n" not in str(error) and len(str(error)) < 1_000 for error in errors)
    names = {name for uri in (*pages, *files) for name in uri.split("/")}
    assert all(len(name.encode()) <= LONGEST_NAME for name in names)
    assert len({uri.casefold() for uri in pages}) == len(pages)
    assert wrong_in(archive) == []
    return Published(archive, errors, pages, files)


def demo_plain() -> dict[str, Any]:
    """The parsed issue of the fictional gazette that has every block, as plain data."""
    plain: dict[str, Any] = plain_from_yaml((DEMO / "2020-01.yml").read_text(encoding="utf-8"))
    return plain


def changed(plain: dict[str, Any], path: Path_, value: object) -> dict[str, Any]:
    """Plain data with another value at a path; -1 as the last step appends to a list."""
    new = copy.deepcopy(plain)
    node: Any = new
    for step in path[:-1]:
        node = node[step]
    if path[-1] == -1:
        node.append(value)
    else:
        node[path[-1]] = value
    return new


def write_issue(folder: Path, plain: object, name: str = "2020-01.yml") -> None:
    """Put plain data as a source into a folder; JSON is YAML too."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")


def plain_text(**replaced: str) -> str:
    """A small print; each replacement is made once: what is in the print, by a name, and what is to be there."""
    text = (CASES / "plain.txt").read_text(encoding="utf-8")
    places = {"line": "每月巡查不少于两次", "block": "二、强化保障", "imprint": "2021年12月20日出版",
              "masthead": "2021年第4期", "date": "2021年10月8日", "second": "2021年11月2日"}  # fmt: skip
    for name, value in replaced.items():
        assert places[name] in text
        text = text.replace(places[name], value, 1)
    return text


def write_text(folder: Path, text: str, name: str = "2021-04.txt") -> None:
    """Put a print as a source into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
