"""YAML files as input: plain data, and errors that name the line at which a reader has to look."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

from generator.errors import GazetteError, NotAGazette
from generator.model import Finding, Issue
from generator.model.codec import load_issue, plain_from_json, plain_from_yaml
from generator.read.decode import CONTROL
from generator.source.folder import refuse_special, unread
from generator.source.mending import find_contradiction
from generator.source.yaml_limits import (
    OWN,
    USUAL,
    BeyondLimits,
    Limits,
    check_limits,
    is_too_much,
    line_of_event,
    read_events,
)
from generator.words.say import say

AT = re.compile(r" - at `\$(?P<path>[^`]*)`$")
"""The end of a msgspec message: ``… - at `$.documents[0].title```."""

STEP = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<index>\d+)\]")
"""One step of such a path."""

LONGEST_REASON = 300
"""Longest reason, in characters; it can quote a value of any length."""

UNREADABLE = yaml.reader.Reader.NON_PRINTABLE
"""A character that no YAML text may hold."""


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds; raises :class:`~generator.errors.NotAGazette`."""
    return require_mapping(path, load_yaml(path))


def read_yaml_as_it_is(path: Path) -> dict[str, Any]:
    """As :func:`read_yaml` for a file that this program wrote.

    It may hold any characters, and far more of them.
    """
    return require_mapping(path, _load(path, OWN))


def require_mapping(path: Path, plain: Any) -> dict[str, Any]:
    """What a YAML file held, where that is a mapping.

    Raises :class:`~generator.errors.NotAGazette`.
    """
    if not isinstance(plain, dict) or not all(isinstance(key, str) for key in plain):
        raise NotAGazette(str(path), 1, "holds no mapping of names to values")
    return plain


def load_yaml(path: Path) -> Any:
    """What a YAML or JSON file holds.

    Raises :class:`~generator.errors.NotAGazette` where that is none. Nothing is built before
    :func:`~generator.source.yaml_limits.check_limits` has seen that it is not too much.
    """
    return clean_values(_load(path))


def _load(path: Path, limits: Limits = USUAL) -> Any:
    """As :func:`load_yaml`, with whatever characters the file holds."""
    text = read_yaml_text(path, limits)
    try:
        plain = plain_from_json(text)
        if plain is None or is_too_much(plain, limits):
            check_limits(text, limits)
            plain = plain_from_yaml(text)
    except BeyondLimits as error:
        raise NotAGazette(str(path), error.line, error.reason) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise NotAGazette(str(path), line, f"is no YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        strange = UNREADABLE.search(text)
        line = text.count("\n", 0, strange.start()) + 1 if strange else 0
        raise NotAGazette(str(path), line, f"is no YAML: {_first_line(error)}") from error
    return plain


def read_yaml_text(path: Path, limits: Limits = USUAL) -> str:
    """The text of a YAML file.

    Raises :class:`~generator.errors.NotAGazette` where there is none to be read.
    """
    try:
        refuse_special(path)
        if path.stat().st_size > limits.largest_file:
            raise NotAGazette(str(path), 0, f"is larger than {limits.largest_file:,} bytes")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unread(path, error) from error
    except UnicodeDecodeError as error:
        raise NotAGazette(str(path), 0, "is not UTF-8") from error


def _first_line(error: BaseException) -> str:
    return str(error).split("\n", 1)[0].strip()


def clean_values(plain: Any) -> Any:
    """Plain data whose texts are without the characters that no print holds.

    E.g. NUL or noncharacters.
    """
    if isinstance(plain, str):
        return CONTROL.sub("", plain) if CONTROL.search(plain) else plain
    if isinstance(plain, list):
        return [clean_values(value) for value in plain]
    if isinstance(plain, dict):
        return {clean_values(key): clean_values(value) for key, value in plain.items()}
    return plain


def removed() -> Finding:
    """The finding of an issue whose texts held characters that no print holds."""
    return Finding(
        line=0,
        kind="control-character",
        severity="info",
        message=say("message.control-character"),
    )


class ParsedIssue(NamedTuple):
    """An issue that another program parsed."""

    issue: Issue
    """The issue."""
    keys: tuple[frozenset[str], ...]
    """The keys that each of its documents brings, whatever their values."""
    plain: Any
    """All that the file holds, as it was loaded."""


def read_yaml_issue(path: Path) -> ParsedIssue:
    """An issue that was parsed before, in the published format."""
    raw = _load(path)
    plain = require_mapping(path, clean_values(raw))
    try:
        issue = load_issue(plain)
    except GazetteError as error:
        raise refusal(path, str(error)) from error
    if contradiction := find_contradiction(issue):
        raise refusal(path, contradiction)
    if plain != raw:
        issue = msgspec.structs.replace(issue, findings=(*issue.findings, removed()))
    keys = tuple(frozenset(document) for document in plain.get("documents", ()))
    return ParsedIssue(issue, keys, raw)


def refusal(path: Path, message: str) -> NotAGazette:
    """The error for data of the wrong shape.

    Its line is that of the value that msgspec's message points to.
    """
    at = AT.search(message)
    line = line_of(read_yaml_text(path, OWN), at["path"]) if at else 1
    reason, place = (message[: at.start()], f" at {at['path'][1:]}") if at else (message, "")
    return NotAGazette(str(path), line, f"{shorten(reason)}{shorten(place)}")


def shorten(reason: str) -> str:
    """A reason on one line, cut where it quotes a value that is very long."""
    cut = reason if len(reason) <= LONGEST_REASON else f"{reason[:LONGEST_REASON]}…"
    return cut.replace("\n", " ")


def line_of(text: str, path: str) -> int:
    """1-based line of the value at a path such as ``.documents[0].title``.

    Where nothing is there, that of the nearest value around it.
    """
    steps = [step["key"] or int(step["index"]) for step in STEP.finditer(path)]
    line, known = 1, 0
    with suppress(yaml.YAMLError):
        for start, place in _places(text):
            if known <= len(place) and place == steps[: len(place)]:
                line, known = start, len(place)
            if known == len(steps):
                break
    return line


def find_lines(path: Path) -> dict[tuple[int | str, ...], int]:
    """1-based line of every value of a YAML file by its path: ``(0, "move")`` for ``[0].move``."""
    lines: dict[tuple[int | str, ...], int] = {}
    with suppress(yaml.YAMLError):
        for line, place in _places(read_yaml_text(path)):
            lines.setdefault(tuple(place), line)
    return lines


def find_repeated(path: Path) -> dict[tuple[int | str, ...], int]:
    """1-based line of every value of a YAML file whose key its mapping has already, by its path."""
    known: set[tuple[int | str, ...]] = set()
    repeated: dict[tuple[int | str, ...], int] = {}
    with suppress(yaml.YAMLError):
        for line, place in _places(read_yaml_text(path)):
            at = tuple(place)
            if at and at in known and at[-1] != "":
                repeated.setdefault(at, line)
            known.add(at)
    return repeated


@dataclass(slots=True)
class _Holder:
    """A list or mapping whose values are being walked through."""

    at: int | str
    """Index or key of the value."""
    is_mapping: bool
    awaits_key: bool

    def advance(self) -> None:
        """Go on to the next value, or from a key that is no word to its value."""
        if isinstance(self.at, int):
            self.at += 1
        self.awaits_key = self.is_mapping and not self.awaits_key


def _places(text: str) -> Iterator[tuple[int, list[int | str]]]:
    """The line and the path of every value of a YAML text, in its order.

    An alias is walked through no further.
    """
    holders: list[_Holder] = []
    for event in read_events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            holders.pop()
            _advance(holders)
        elif isinstance(event, yaml.NodeEvent):
            if holders and holders[-1].awaits_key:
                holders[-1].at = event.value if isinstance(event, yaml.ScalarEvent) else ""
            else:
                yield line_of_event(event), [holder.at for holder in holders]
            if isinstance(event, yaml.CollectionStartEvent):
                holders.append(_holder_of(event))
            else:
                _advance(holders)


def _advance(holders: list[_Holder]) -> None:
    """Go on behind a finished value, in the innermost list or mapping if there is one."""
    if holders:
        holders[-1].advance()


def _holder_of(event: yaml.CollectionStartEvent) -> _Holder:
    """The list or mapping that begins with an event, before its first value."""
    is_mapping = isinstance(event, yaml.MappingStartEvent)
    return _Holder("" if is_mapping else 0, is_mapping, awaits_key=is_mapping)
