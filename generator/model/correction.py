"""Corrections by people (勘误).

What an editor says of a quoted place of a source, and on what authority.
"""

import datetime as dt
from collections.abc import Callable
from typing import Literal, NamedTuple

from generator.model.base import Filled, Value

Authority = Literal["scan", "official website", "reading"]
"""On what a correction rests:
a picture of the print, an official website, or the sense of the text itself."""

ElementName = Literal[
    "head",
    "number",
    "title",
    "issuer",
    "recipients",
    "signature",
    "date",
    "note",
    "subjects",
    "copies",
]
"""The elements of a document that a correction can set."""

OPERATIONS = ("replace", "move", "join", "split", "element", "lost")
"""What a correction can say; each says exactly one."""


class Quote(Value, frozen=True, forbid_unknown_fields=True):
    """A place of the source by its words (TextQuoteSelector of the W3C Web Annotation Model); blanks do not count."""

    exact: Filled
    """The quoted text."""
    prefix: str = ""
    """What is directly before it."""
    suffix: str = ""
    """What is directly behind it."""


class Move(Value, frozen=True, forbid_unknown_fields=True):
    """Where a text belongs: directly before or directly after another quote."""

    before: Quote | None = None
    """The text that it belongs in front of."""
    after: Quote | None = None
    """The text that it belongs behind."""

    def __post_init__(self) -> None:
        """Refuse a place that is none or two."""
        if (self.before is None) == (self.after is None):
            reason = "a move names one place, either `before` or `after`"
            raise ValueError(reason)

    @property
    def target(self) -> Quote:
        """The one quote that is named."""
        target = self.before or self.after
        assert target is not None  # noqa: S101 - __post_init__ saw to it
        return target


class Correction(Quote, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of a file of corrections: a quote, what is right there, and who says so."""

    replace: str | None = None
    """The right text for the quoted one; empty to delete it."""
    move: Move | None = None
    """Where the quoted text belongs."""
    join: bool | None = None
    """``true``: the line breaks inside the quoted text end no paragraph."""
    split: bool | str | None = None
    """A paragraph begins where the quoted text begins (``true``) or
    where this part of it begins."""
    element: ElementName | None = None
    """The element of the document around the quoted text that is set to ``value``."""
    value: str | None = None
    """The right value of ``element``: a date as 2021-04-19, subject words set apart by blanks;
    empty when the document has none."""
    lost: bool | None = None
    """``true``: text is lost behind the quoted text, or in it."""
    note: str | None = None
    """What is known of the lost text."""
    by: Filled
    """Who corrected."""
    on: Filled
    """ISO date of the correction."""
    why: Filled
    """The reason, a phrase in Chinese for the reader of the page."""
    authority: Authority
    """On what it rests."""
    line: int = 0
    """1-based line of the entry in its file, set by the reader of the file."""

    def __post_init__(self) -> None:
        """Refuse an entry that does not say exactly one thing, or says it by halves."""
        for fault in _FAULTS:
            if fault.is_in(self):
                raise ValueError(fault.reason_for(self))

    @property
    def operations(self) -> list[str]:
        """Those of :data:`OPERATIONS` that the entry says; one, unless it is wrong."""
        return [name for name in OPERATIONS if getattr(self, name) is not None]

    @property
    def operation(self) -> str:
        """The one of :data:`OPERATIONS` that the entry says."""
        return self.operations[0]


class _Fault(NamedTuple):
    """Something that is wrong with an entry."""

    reason: str
    """A plain clause; ``{on}`` and ``{value}`` are those of the entry,
    ``{said}`` the operations that it says."""
    is_in: Callable[[Correction], bool]
    """Whether an entry has it."""

    def reason_for(self, entry: Correction) -> str:
        """The clause about one entry."""
        said = " and ".join(entry.operations) or "nothing"
        return self.reason.format(said=said, on=entry.on, value=entry.value)


def _says_none_or_several(entry: Correction) -> bool:
    """Whether an entry has no operation, or more than one."""
    return len(entry.operations) != 1


def _denies(entry: Correction) -> bool:
    """Whether an entry says ``false`` where only ``true`` means something."""
    return False in (entry.join, entry.split, entry.lost)


def _has_half_an_element(entry: Correction) -> bool:
    """Whether an entry names an element without its value, or a value of no element."""
    return (entry.element is None) != (entry.value is None)


def _has_note_of_nothing(entry: Correction) -> bool:
    """Whether an entry has a note on lost text, and no text is lost."""
    return entry.note is not None and entry.lost is None


def _takes_title_away(entry: Correction) -> bool:
    """Whether an entry leaves a document without a title."""
    return entry.element == "title" and not (entry.value or "").strip()


def _has_impossible_date(entry: Correction) -> bool:
    """Whether an entry gives a document a date that the calendar lacks.

    An empty one says that it has none.
    """
    return entry.element == "date" and bool(entry.value) and not _is_date(entry.value or "")


_FAULTS = (
    _Fault(f"says {{said}}; an entry says one of {', '.join(OPERATIONS)}", _says_none_or_several),
    _Fault("`join`, `split` and `lost` are `true` or left out", _denies),
    _Fault("`element` needs a `value`, and `value` an `element`", _has_half_an_element),
    _Fault("`note` belongs to `lost`", _has_note_of_nothing),
    _Fault("a document cannot be without a title", _takes_title_away),
    _Fault("`on: {on}` is no date like 2021-04-19", lambda entry: not _is_date(entry.on)),
    _Fault("`value: {value}` is no date like 2021-04-19", _has_impossible_date),
)
"""All that can be wrong with an entry; the first that is becomes the error."""


def _is_date(text: str) -> bool:
    """Whether a text is an ISO date of the calendar."""
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
