"""The blocks that a part is made of, in reading order; each keeps its source lines."""

from collections.abc import Iterator

from msgspec import UNSET, UnsetType

from generator.model.base import Figures, Line, Nth, Place, Span, Value


class Text(Value, frozen=True, tag_field="type", kw_only=True):
    """A block of running text."""

    text: str
    """The repaired reading text."""
    lines: Span = ()
    """Source lines it was made of."""
    breaks: Span = ()
    """Offsets in ``text`` at which the second and each further line begins."""


class Opened(Text, frozen=True, kw_only=True):
    """A block of running text that can open with an enumerator."""

    enumerator: Line | UnsetType = UNSET
    """Length of the enumerator that opens ``text``,
    with its marks and the blanks behind it; left out without one."""


class Numbered(Opened, frozen=True, kw_only=True):
    """A block whose enumerator may be of any kind."""

    number: Figures | UnsetType = UNSET
    """The number of its enumerator as printed, without its marks: 一 of 一、, 2.1 of 2.1 适用范围."""


class Heading(Numbered, frozen=True, tag="heading", kw_only=True):
    """A line that names what follows, e.g. ``一、指导思想`` or ``第一章 总则``."""

    kind: str
    """``1`` 一、 ``2`` （一） ``3`` 1. ``4`` (1), or ``part``, ``subpart`` 分编, ``chapter``,
    ``section``, ``subsection`` 目,
    ``title``, ``caption``, ``box``."""


class Paragraph(Numbered, frozen=True, tag="paragraph", kw_only=True):
    """A paragraph (款)."""

    lead: str | None = None
    """The run-in heading that opens it (without its enumerator),
    when it has one; it stays in ``text``."""
    kind: str | None = None
    """The enumerator's level (as of a heading) when the paragraph opens with a run-in heading."""


class Article(Opened, frozen=True, tag="article", kw_only=True):
    """An article (条), e.g. ``第五条 …``; its further paragraphs and items are blocks of their own."""

    number: Nth
    """5 for 第五条."""
    insertion: Nth | None = None
    """1 for 第五条之一."""


class Item(Numbered, frozen=True, tag="item", kw_only=True):
    """An enumerated item (项): ``（一） …``, ``1. …``, ``(1) …``."""

    kind: str
    """The enumerator's level, as of a heading; ``•`` when the source prints only a list mark."""
    lead: str | None = None
    """The run-in heading that opens it (without its enumerator); it stays in ``text``."""


class CellSpan(Value, frozen=True):
    """A cell that covers more than one row or column, as in HTML."""

    row: Nth
    """0-based row, counted over header rows and rows together."""
    column: Nth
    """0-based column."""
    rows: Place = 1
    """How many rows it covers."""
    columns: Place = 1
    """How many columns it covers."""


class Table(Value, frozen=True, tag_field="type", tag="table"):
    """A table; every row has the same number of cells, covered cells are empty strings."""

    header: tuple[tuple[str, ...], ...] = ()
    """Header rows."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Data rows."""
    lines: Span = ()
    """Source lines, those of repeated headers included."""
    row_lines: Span = ()
    """Source line of each row of ``rows``."""
    caption: str | None = None
    """The title printed above it (also a heading block
    of kind ``caption`` or the title of its part)."""
    spans: tuple[CellSpan, ...] = ()
    """Merged cells."""
    group: Nth | UnsetType = UNSET
    """Column of the name of the first group of rows,
    where it is printed above the names of the columns."""


class Member(Value, frozen=True):
    """A person of a roster."""

    name: str
    """Without the blanks that only set a name of two characters to the width of three."""
    post: str | None = None
    """Post or office as printed."""


class RosterGroup(Value, frozen=True):
    """The persons who share a role."""

    role: str | None
    """组长, 副组长, 成员 …, or the body that a row of names opens with; null when none is printed."""
    members: tuple[Member, ...]
    """In the order of the print."""
    label: str | UnsetType = UNSET
    """Caption of some of the persons of a role: （一）部门委员 below 委员：; the role is printed above the first."""


class Roster(Value, frozen=True, tag_field="type", tag="roster"):
    """A list of names by role."""

    groups: tuple[RosterGroup, ...]
    """In the order of the print."""
    lines: Span = ()
    """Source lines."""


class Signature(Text, frozen=True, tag="signature", kw_only=True):
    """发文机关署名 inside an instrument or a forwarded report."""


class Note(Text, frozen=True, tag="note", kw_only=True):
    """附注, or a note (注：) on a table."""


class Recipients(Text, frozen=True, tag="recipients", kw_only=True):
    """主送机关 inside a forwarded report."""


class Copies(Text, frozen=True, tag="copies", kw_only=True):
    """抄送 inside a forwarded report."""


Block = (
    Heading | Paragraph | Article | Item | Table | Roster | Signature | Note | Recipients | Copies
)
"""Any block of a part."""


def is_table_caption(block: Block, following: Block | None) -> bool:
    """Whether a heading is the caption of the table that follows and is shown there."""
    if not isinstance(block, Heading) or not isinstance(following, Table):
        return False
    return block.kind == "caption" and following.caption == block.text


def group_heads(roster: "Roster") -> Iterator[tuple[tuple[str, ...], RosterGroup]]:
    """The groups of a roster with what is printed above each: its role, once for all its captions, and its caption."""
    above: str | None = None
    for group in roster.groups:
        again = group.label is not UNSET and group.role == above
        role = () if again or not group.role else (group.role,)
        yield (role if group.label is UNSET else (*role, group.label)), group
        above = None if group.label is UNSET else group.role


def block_texts(block: Block) -> Iterator[str]:
    """Every text of a block in reading order: its own, its cells or its names."""
    if isinstance(block, Table):
        yield from (cell for row in (*block.header, *block.rows) for cell in row)
    elif isinstance(block, Roster):
        for heads, group in group_heads(block):
            yield from heads
            yield from (
                text for member in group.members for text in (member.name, member.post or "")
            )
    else:
        yield block.text
