"""How deep and large a YAML or JSON file may be, its aliases written out.

That is looked at before anything is built from it. A file that another program wrote can be small
and yet never end: ``[`` a hundred thousand times, an anchor that holds itself, nine lists of nine
aliases each. Its events are cheap to walk through; they show all of that, and the line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

DEEPEST = 64
"""Most levels of lists and mappings inside each other; a parsed issue has some ten."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold; how deep it may be is the same for all."""

    largest_file: int = 16_000_000
    """Largest file of YAML or JSON, in bytes."""
    most_values: int = 250_000
    """Most values of a file, those that aliases repeat counted each time.

    An issue of 400 pages has some 60,000.
    """
    most_characters: int = 16_000_000
    """Most characters of all values, those that aliases repeat counted each time."""

    def times(self, factor: int) -> "Limits":
        """Limits that are this many times as wide."""
        return Limits(
            self.largest_file * factor, self.most_values * factor, self.most_characters * factor
        )


USUAL = Limits()
"""Of a file that another program or a person wrote."""
OWN = USUAL.times(100)
"""Of a file that this program wrote and that grows with the archive:
ten values for each document in the ledger."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class BeyondLimits(Exception):
    """A text is too much.

    :param line: 1-based line of the value that is
    :param reason: a plain clause
    """

    def __init__(self, line: int, reason: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(reason)


@dataclass(slots=True)
class _Measure:
    """What a value amounts to, aliases written out."""

    values: int = 1
    characters: int = 0
    height: int = 0
    """Levels of lists and mappings below it, its own included."""

    def add(self, inner: "_Measure") -> None:
        """Count a value that this one holds."""
        self.values += inner.values
        self.characters += inner.characters
        self.height = max(self.height, inner.height + 1)


def check_limits(text: str, limits: Limits = USUAL) -> None:
    """Raise :class:`BeyondLimits` where a text is too much.

    Raises ``yaml.YAMLError`` where it is no YAML.
    """
    if not _is_plain(text, limits):
        _measure(text, limits)


def is_too_much(plain: Any, limits: Limits = USUAL) -> bool:
    """Whether plain data, as a JSON file gives them, go beyond the limits."""
    level, values = [plain], 0
    for _ in range(DEEPEST):
        values += len(level)
        level = [inner for value in level for inner in _inner(value)]
        if values > limits.most_values:
            return True
    return any(isinstance(value, dict | list) for value in level)


def _inner(value: Any) -> Iterable[Any]:
    """The values in a list or a mapping."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _is_plain(text: str, limits: Limits) -> bool:
    """Whether a text holds no alias and keeps the limits, which takes the least work to see."""
    depth = values = 0
    for event in read_events(text):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            values += 1
        elif kind in _OPENING:
            depth, values = depth + 1, values + 1
        elif kind in _CLOSING:
            depth -= 1
        if kind is yaml.AliasEvent or depth > DEEPEST or values > limits.most_values:
            return False
    return len(text) <= limits.most_characters


def _measure(text: str, limits: Limits) -> None:
    """Look at the limits value by value, aliases written out."""
    opened: list[tuple[_Measure, str | None]] = [(_Measure(), None)]
    anchors: dict[str, _Measure] = {}
    for event in read_events(text):
        measure = _of_event(event, anchors)
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append((measure, event.anchor))
            if event.anchor:
                anchors.pop(event.anchor, None)
        elif isinstance(event, yaml.CollectionEndEvent):
            measure, anchor = opened.pop()
            _close(opened, anchors, measure, anchor)
        elif isinstance(event, yaml.NodeEvent):
            _close(
                opened,
                anchors,
                measure,
                event.anchor if isinstance(event, yaml.ScalarEvent) else None,
            )
        _refuse_beyond(event, opened, measure, limits)


def read_events(text: str) -> Iterator[yaml.Event]:
    """The events of a YAML text, each with its marks.

    Raises ``yaml.YAMLError`` where it is none.
    """
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
    return events


def _of_event(event: yaml.Event, anchors: dict[str, _Measure]) -> _Measure:
    """What a value amounts to that begins with an event."""
    if isinstance(event, yaml.ScalarEvent):
        return _Measure(characters=len(event.value))
    if isinstance(event, yaml.AliasEvent):
        if event.anchor not in anchors:
            _refuse(
                event,
                f"the alias {event.anchor} names nothing that is defined before it, or what holds it",
            )
        return anchors[event.anchor]
    return _Measure(height=1)


def _close(
    opened: list[tuple[_Measure, str | None]],
    anchors: dict[str, _Measure],
    measure: _Measure,
    anchor: str | None,
) -> None:
    """Count a finished value for the one that holds it, and remember it under its anchor."""
    opened[-1][0].add(measure)
    if anchor:
        anchors[anchor] = measure


def _refuse_beyond(
    event: yaml.Event, opened: list[tuple[_Measure, str | None]], measure: _Measure, limits: Limits
) -> None:
    """Raise where the values so far are too deep or too many."""
    holder = opened[-1][0]
    if len(opened) - 1 + (measure.height if isinstance(event, yaml.AliasEvent) else 0) > DEEPEST:
        _refuse(event, f"lists or mappings are nested more than {DEEPEST} deep")
    if holder.values > limits.most_values:
        _refuse(event, f"holds more than {limits.most_values:,} values, aliases written out")
    if holder.characters > limits.most_characters:
        _refuse(
            event, f"holds more than {limits.most_characters:,} characters, aliases written out"
        )


def _refuse(event: yaml.Event, reason: str) -> NoReturn:
    raise BeyondLimits(line_of_event(event), reason)


def line_of_event(event: yaml.Event) -> int:
    """1-based line on which an event begins; 0 where it has no mark."""
    return event.start_mark.line + 1 if event.start_mark else 0
