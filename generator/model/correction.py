"""Corrections by people (勘误): what an editor says of a quoted place of a source, and on what authority."""

import datetime as dt
from typing import Literal

from generator.model.base import Filled, Value

Authority = Literal["scan", "official website", "reading"]
"""On what a correction rests: a picture of the print, an official website, or the sense of the text itself."""

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
    """A paragraph begins where the quoted text begins (``true``) or where this part of it begins."""
    element: ElementName | None = None
    """The element of the document around the quoted text that is set to ``value``."""
    value: str | None = None
    """The right value of ``element``: a date as 2021-04-19, subject words set apart by blanks; empty when the document
    has none."""
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
        for reason in self._faults():
            raise ValueError(reason)

    @property
    def operation(self) -> str:
        """The one of :data:`OPERATIONS` that the entry says."""
        return next(name for name in OPERATIONS if getattr(self, name) is not None)

    def _faults(self) -> list[str]:
        said = [name for name in OPERATIONS if getattr(self, name) is not None]
        faults = {
            f"says {' and '.join(said) or 'nothing'}; an entry says one of {', '.join(OPERATIONS)}": len(
                said
            )
            != 1,
            "`join`, `split` and `lost` are `true` or left out": False
            in (self.join, self.split, self.lost),
            "`element` needs a `value`, and `value` an `element`": (self.element is None)
            != (self.value is None),
            "`note` belongs to `lost`": self.note is not None and self.lost is None,
            "a document cannot be without a title": self.element == "title"
            and not (self.value or "").strip(),
            f"`on: {self.on}` is no date like 2021-04-19": not _is_date(self.on),
            f"`value: {self.value}` is no date like 2021-04-19": bool(
                self.element == "date" and self.value and not _is_date(self.value),
            ),
        }
        return [reason for reason, wrong in faults.items() if wrong]


def _is_date(text: str) -> bool:
    """Whether a text is an ISO date of the calendar."""
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
