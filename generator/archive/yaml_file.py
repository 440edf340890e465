"""YAML files as input: plain data, and errors that name the line at which a reader has to look."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.archive.folder import refuse_special, unread
from generator.errors import GazetteError, NotAGazette
from generator.model import Issue
from generator.model.codec import load_issue, plain_from_yaml

AT = re.compile(r" - at `\$(?P<path>[^`]*)`$")
"""The end of a msgspec message: ``… - at `$.documents[0].title```."""

STEP = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<index>\d+)\]")
"""One step of such a path."""


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds; raises :class:`~generator.errors.NotAGazette`."""
    plain = load_yaml(path)
    if not isinstance(plain, dict) or not all(isinstance(key, str) for key in plain):
        raise NotAGazette(str(path), 1, "holds no mapping of names to values")
    return plain


def load_yaml(path: Path) -> Any:
    """What a YAML file holds; raises :class:`~generator.errors.NotAGazette` where that is no YAML."""
    try:
        refuse_special(path)
        return plain_from_yaml(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise unread(path, error) from error
    except UnicodeDecodeError as error:
        raise NotAGazette(str(path), 0, "is not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise NotAGazette(str(path), line, f"is no YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise NotAGazette(str(path), 0, f"is no YAML: {' '.join(str(error).split())}") from error


class ParsedIssue(NamedTuple):
    """An issue that another program parsed."""

    issue: Issue
    """The issue."""
    keys: tuple[frozenset[str], ...]
    """The keys that each of its documents brings, whatever their values."""


def read_yaml_issue(path: Path) -> ParsedIssue:
    """An issue that was parsed before, in the published format."""
    plain = read_yaml(path)
    try:
        issue = load_issue(plain)
    except GazetteError as error:
        raise refusal(path, str(error)) from error
    return ParsedIssue(issue, tuple(frozenset(document) for document in plain.get("documents", ())))


def refusal(path: Path, message: str) -> NotAGazette:
    """The error for data of the wrong shape, with the line of the value that msgspec's message points to."""
    at = AT.search(message)
    line = _line_of(path.read_text(encoding="utf-8-sig"), at["path"]) if at else 1
    return NotAGazette(str(path), line, message[: at.start()] + f" at {at['path'][1:]}" if at else message)


def _line_of(text: str, path: str) -> int:
    """1-based line of the value at a path such as ``.documents[0].title``, or of the nearest value around it."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for step in STEP.finditer(path):
        inner = _child(node, step["key"], step["index"])
        if inner is None:
            break
        node = inner
    return node.start_mark.line + 1 if node else 1


def _child(node: yaml.Node | None, key: str | None, index: str | None) -> yaml.Node | None:
    """The value under a key of a mapping or at an index of a list; None when there is none."""
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and index is not None:
        return next(iter(node.value[int(index) :]), None)
    return None
