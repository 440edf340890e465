"""Lists of definitions, bullets, numbered lists and pipe tables."""

import re
from collections.abc import Iterator, Sequence

from generator.publish.dialect.attribute_lists import ATTRIBUTES, read_names
from generator.publish.dialect.outside import OutsideDialect
from generator.publish.dialect.plain_blocks import refuse_block
from generator.publish.dialect.running_text import Resolve, write_text
from generator.publish.dialect.sheet import Sheet

_VALUE = ":   "
_BULLET = "- "
_NUMBER = "1. "
_LISTS = frozenset({"ul", "ol"})
"""Lists of which the next one would be the rest."""
_DEEPER = "    "
_NAMES = re.compile(rf"[ ]+{ATTRIBUTES}")
_DEEPEST = 6
"""Most lists one in the other: as many as there are kinds of item."""
_RULED = re.compile(r"\|(?: --- \|)+")


def write_definitions(block: str, sheet: Sheet) -> None:
    """``成员`` and below it ``:   张三``, once or more; or further values of the term before."""
    lines = block.split("\n")
    term = "" if block.startswith(_VALUE) else lines.pop(0).strip()
    if not term and sheet.last != "dl":
        raise OutsideDialect
    written = [_cell("dt", term, sheet.resolve)] if term else []
    for line in lines:
        if not line.startswith(_VALUE):
            raise OutsideDialect
        written.append(_cell("dd", line[len(_VALUE) :], sheet.resolve))
    if sheet.last == "dl":
        sheet.html.pop()
    else:
        sheet.html.append("<dl>\n")
    sheet.html += [*written, "</dl>\n"]
    sheet.last = "dl"


def _cell(tag: str, text: str, resolve: Resolve) -> str:
    """A term or a value."""
    refuse_block(text)
    words = text.lstrip()
    if not words:
        raise OutsideDialect
    return f"<{tag}>{write_text(words, resolve)}</{tag}>\n"


def write_bullets(block: str, sheet: Sheet) -> None:
    """``- 甲`` on each line, an anchor below it (``  {#l-3}``), inner lists indented by four."""
    if sheet.last in _LISTS or "  \n" in block:
        raise OutsideDialect
    sheet.html.append(_list(block.split("\n"), sheet.resolve))
    sheet.last = "ul"


def write_numbers(block: str, sheet: Sheet) -> None:
    """``1. 甲`` on each line: the list counts itself."""
    lines = block.split("\n")
    if sheet.last in _LISTS or not all(line.startswith(_NUMBER) for line in lines):
        raise OutsideDialect
    items = (_numbered(line[len(_NUMBER) :], sheet.resolve) for line in lines)
    sheet.html.append(f"<ol>\n{''.join(items)}</ol>\n")
    sheet.last = "ol"


def _numbered(text: str, resolve: Resolve) -> str:
    """An item of a numbered list."""
    refuse_block(text)
    if not text.strip() or text != text.strip():
        raise OutsideDialect
    return f"<li>{write_text(text, resolve)}</li>\n"


def _list(lines: Sequence[str], resolve: Resolve, level: int = 1) -> str:
    """A list with the lists in it."""
    if level > _DEEPEST:
        raise OutsideDialect
    items = (f"{_item(item, resolve, level)}</li>\n" for item in _items(lines))
    return f"<ul>\n{''.join(items)}</ul>\n"


def _items(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each item."""
    current: list[str] = []
    for line in lines:
        if line.startswith(_BULLET):
            if current:
                yield current
            current = []
        current.append(line)
    yield current


def _item(lines: list[str], resolve: Resolve, level: int) -> str:
    """An item without its end tag."""
    text, names, inner = lines[0][len(_BULLET) :], "", lines[1:]
    if not lines[0].startswith(_BULLET) or not text.strip():
        raise OutsideDialect
    refuse_block(text)
    if inner and (match := _NAMES.fullmatch(inner[0])) and not inner[0].startswith(_DEEPER):
        names, inner = read_names(match[1]).all, inner[1:]
    if any(not line.startswith(_DEEPER) for line in inner):
        raise OutsideDialect
    deeper = [line[len(_DEEPER) :] for line in inner]
    below = _list(deeper, resolve, level + 1) if deeper else ""
    return f"<li{names}>{write_text(text.lstrip(), resolve)}{below}"


def write_pipe_table(block: str, sheet: Sheet) -> None:
    """``| 标题 | 文号 |``, ``| --- | --- |`` and rows; no bar is in a cell, and no cell is aligned."""
    header, *rest = block.split("\n")
    if not rest or not _RULED.fullmatch(rest[0]) or r"\|" in block:
        raise OutsideDialect
    width = rest[0].count("|")
    html = ["<table>\n<thead>\n", _row("th", header, width, sheet.resolve), "</thead>\n<tbody>\n"]
    html += [_row("td", row, width, sheet.resolve) for row in rest[1:]]
    if len(rest) == 1:
        cells = "<td></td>\n" * (width - 1)
        html.append(f"<tr>\n{cells}</tr>\n")
    sheet.html += [*html, "</tbody>\n</table>\n"]
    sheet.last = "table"


def _row(tag: str, row: str, width: int, resolve: Resolve) -> str:
    """A row, from its bar to its bar.

    :param width: how many bars it must have
    """
    if row.count("|") != width or row[:1] != "|" or row[-1:] != "|":
        raise OutsideDialect
    cells = (cell.strip(" ") for cell in row[1:-1].split("|"))
    opening, closing = f"<{tag}>", f"</{tag}>\n"
    written = "".join(f"{opening}{write_text(cell, resolve)}{closing}" for cell in cells)
    return f"<tr>\n{written}</tr>\n"
