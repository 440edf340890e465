"""The enumerators of blocks: read once, where the block is made, and carried by it ever after."""

from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from generator.lexicon.enumerators import read_enumerator, read_printed
from generator.model import Article, Block, Document, Heading, Item, Paragraph, Table
from generator.model.base import LONGEST_FIGURES

AnyBlock = TypeVar("AnyBlock", bound=Block)
_OPENED = (Article, Heading, Item, Paragraph)
"""Blocks that can open with an enumerator."""


def number_document(document: Document) -> Document:
    """The document whose blocks know their enumerators."""
    parts = (
        msgspec.structs.replace(part, blocks=tuple(number_block(block) for block in part.blocks))
        for part in document.parts
    )
    return msgspec.structs.replace(document, parts=tuple(parts))


def number_block(block: AnyBlock) -> AnyBlock:
    """The block with the number and the length of its enumerator, a table with the column that names its first group.

    What a block brings already stays, unless it cannot be.
    """
    if isinstance(block, Table):
        group = block.group if _has_group(block) else _group_above(block)
        return msgspec.structs.replace(block, group=group)
    if not isinstance(block, _OPENED) or _is_numbered(block):
        return block
    found = read_printed(block.text)
    if isinstance(block, Article):
        return msgspec.structs.replace(
            block, enumerator=found.end if found and found.kind == "article" else UNSET
        )
    if found is None or len(found.printed) > LONGEST_FIGURES:
        return msgspec.structs.replace(block, enumerator=UNSET, number=UNSET)
    return msgspec.structs.replace(block, enumerator=found.end, number=found.printed)


def _is_numbered(block: Article | Heading | Item | Paragraph) -> bool:
    """Whether a block brings an enumerator that its text can have."""
    if isinstance(block.enumerator, UnsetType) or block.enumerator > len(block.text):
        return False
    return isinstance(block, Article) or block.number is not UNSET


def _has_group(table: Table) -> bool:
    """Whether a table brings a column that it has."""
    if isinstance(table.group, UnsetType) or not table.header:
        return False
    return table.group < len(table.header[0])


def _group_above(table: Table) -> int | UnsetType:
    """The column of the name of the first group of rows, where it is printed above the names of the columns.

    ``| | （一）某某工程 | | |`` above ``| 序号 | 任务 | 单位 | 时限 |``: it names the rows below, not the columns.
    """
    if len(table.header) < 2:
        return UNSET
    first = table.header[0]
    filled = [column for column, cell in enumerate(first) if cell.strip()]
    if len(filled) != 1:
        return UNSET
    (column,) = filled
    return column if read_enumerator(first[column].strip()) else UNSET
