"""Corrections by people (勘误).

What an editor says of a quoted place of a source, and on what authority.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from generator.model.base import Filled, Value, is_real_date
from generator.model.corrected_values import find_fault_of_value

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
    "copy",
    "security",
    "urgency",
    "signer",
    "index",
    "subjects",
    "copies",
    "column",
    "page",
]
"""The elements of a document that a correction can set; number, title, column and page
also of an entry of the contents."""

ForceName = Literal["effective.from", "effective.until"]
"""The terms of force of a document: its first and its last day."""

IssueElement = Literal[
    "title", "year", "number", "numbers", "serial", "special", "part", "published", "publisher"
]
"""What a correction can set of the issue itself."""

Beginning = Literal["document", "preface", "enclosure", "attachment", "nothing"]
"""What begins at a quoted text: a document, the text above the head of one, an instrument that it issues, an
attachment; or none of them."""

OPERATIONS = (
    "replace",
    "move",
    "join",
    "split",
    "element",
    "lost",
    "begins",
    "ends",
    "issue",
    "announces",
    "cell",
    "columns",
    "header",
)
"""What a correction can say; each says exactly one."""

COMPANIONS: dict[str, tuple[str, ...]] = {
    "value": ("element", "issue", "cell"),
    "note": ("lost",),
    "label": ("begins",),
    "title": ("begins",),
}
"""What an entry can say beside its operation → the operations to which it belongs."""

CHANGING = ("replace", *COMPANIONS["value"])
"""Operations that put other characters in the place of some, or none; all others keep what they quote."""

NOTHING = "nothing"
"""What an entry of the contents announces whose document the issue does not hold."""


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
    element: Literal[ElementName, ForceName] | None = None
    """What is set to ``value``: an element of the document around the quoted text, or of the entry of
    the contents."""
    lost: bool | None = None
    """``true``: text is lost behind the quoted text, or in it."""
    begins: Beginning | None = None
    """What begins at the quoted text, which is all of its head: red head, number and title of a
    document, label and title of an attachment; a ``preface`` is the first line of what belongs to the
    next document above its head; ``nothing`` where none of them begins."""
    ends: Literal["document"] | None = None
    """``document``: the document above has ended before the quoted text; what follows up to the next
    document is the gazette's own."""
    issue: IssueElement | None = None
    """What is set to ``value`` of the issue itself."""
    announces: Quote | Literal["nothing"] | None = None
    """A text of the document that the quoted entry of the contents announces; ``nothing`` where the
    issue does not hold it."""
    cell: Filled | int | None = None
    """The column, by its name or its number from 1, of the cell that is set to ``value``; its row is
    that of the quoted text."""
    columns: tuple[Filled, ...] | None = None
    """The names of the columns of the table around the quoted text in their right order."""
    header: bool | None = None
    """``true``: the quoted row names the columns of its table; ``false``: it is a row like others."""
    value: str | int | None = None
    """The right value of ``element``, ``issue`` or ``cell``: a date as 2021-04-19, subject words set
    apart by blanks; empty when there is none."""
    note: str | None = None
    """What is known of the lost text."""
    label: Filled | None = None
    """The label of the part that begins, 附件1, where the quoted text does not print it."""
    title: Filled | None = None
    """The title of the part that begins, where the quoted text does not print it."""
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
        reason = find_fault_of_value(self.named, self.right)
        if reason:
            raise ValueError(reason)

    @property
    def operations(self) -> list[str]:
        """Those of :data:`OPERATIONS` that the entry says; one, unless it is wrong."""
        return [name for name in OPERATIONS if getattr(self, name) is not None]

    @property
    def operation(self) -> str:
        """The one of :data:`OPERATIONS` that the entry says."""
        return self.operations[0]

    @property
    def right(self) -> str:
        """The value as text, without the blanks around it, on one line but in a cell; empty for none."""
        text = "" if self.value is None else str(self.value).strip()
        return text if self.cell is not None else " ".join(text.splitlines())

    @property
    def named(self) -> str:
        """What the value is of: ``date``, ``effective.from``, ``issue.year``; empty for a cell."""
        return self.element or (f"issue.{self.issue}" if self.issue else "")


class _Fault(NamedTuple):
    """Something that is wrong with an entry."""

    reason: str
    """A plain clause; ``{on}`` is that of the entry, ``{said}`` the operations that it says."""
    is_in: Callable[[Correction], bool]
    """Whether an entry has it."""

    def reason_for(self, entry: Correction) -> str:
        """The clause about one entry."""
        said = " and ".join(entry.operations) or "nothing"
        return self.reason.format(said=said, on=entry.on)


def _says_none_or_several(entry: Correction) -> bool:
    """Whether an entry has no operation, or more than one."""
    return len(entry.operations) != 1


def _denies(entry: Correction) -> bool:
    """Whether an entry says ``false`` where only ``true`` means something."""
    return any(said is False for said in (entry.join, entry.split, entry.lost))


def _lacks_value(entry: Correction) -> bool:
    """Whether an entry says what is set, and not to what."""
    return entry.operation in COMPANIONS["value"] and entry.value is None


def _has_foreign(companion: str) -> Callable[[Correction], bool]:
    """Whether an entry says what belongs to another operation."""

    def has_foreign(entry: Correction) -> bool:
        said = getattr(entry, companion) is not None
        return said and entry.operation not in COMPANIONS[companion]

    return has_foreign


def _names_no_part(entry: Correction) -> bool:
    """Whether an entry has label or title of a part, and no part begins."""
    named = entry.label is not None or entry.title is not None
    return named and entry.begins in {"document", "preface", "nothing"}


def _counts_from_nothing(entry: Correction) -> bool:
    """Whether an entry names a column by a number that no table has."""
    return isinstance(entry.cell, int) and entry.cell < 1


def _names_column_twice(entry: Correction) -> bool:
    """Whether an entry names fewer than two columns, or one twice."""
    columns = entry.columns
    return columns is not None and (len(columns) < 2 or len(set(columns)) < len(columns))


_FAULTS = (
    _Fault(f"says {{said}}; an entry says one of {', '.join(OPERATIONS)}", _says_none_or_several),
    _Fault("`join`, `split` and `lost` are `true` or left out", _denies),
    _Fault("`{said}` needs a `value`", _lacks_value),
    _Fault("`value` belongs to `element`, `issue` or `cell`", _has_foreign("value")),
    _Fault("`note` belongs to `lost`", _has_foreign("note")),
    _Fault("`label` belongs to `begins`", _has_foreign("label")),
    _Fault(
        "`title` belongs to `begins`; to set a title say `element: title`", _has_foreign("title")
    ),
    _Fault("`label` and `title` are those of an enclosure or attachment", _names_no_part),
    _Fault("`cell` is the name of a column or its number from 1", _counts_from_nothing),
    _Fault("`columns` names two columns or more, each once", _names_column_twice),
    _Fault("`on: {on}` is no date like 2021-04-19", lambda entry: not is_real_date(entry.on)),
)
"""All that can be wrong with the form of an entry; the first that is becomes the error."""
