"""Blocks of HTML: raw ones, and elements whose content is Markdown."""

import re
from collections.abc import Iterator

from generator.publish.dialect.outside import OutsideDialect
from generator.publish.dialect.running_text import Resolve, write_text
from generator.publish.dialect.sheet import Sheet
from generator.publish.dialect.tags import check_entities, is_flat_list, raw_elements, reopened

_PAIRS = r'(?:[ ][a-z][a-z0-9-]*="[^"<>\n]*")*'
_OPENING = re.compile(rf'<(div|details){_PAIRS}[ ]markdown="1">')
_SUMMARY = re.compile(
    r'<summary>(?!</)[^<>\[\n]*+(?:</?span(?:[ ][a-z]+="[^"<>]*")?>[^<>\[\n]*+)*</summary>'
)
_CAPTION = re.compile(rf'(<p{_PAIRS}[ ]markdown="span">)([^\n]*)</p>')
_ONE = re.compile(
    rf'<(div|table|thead|tbody){_PAIRS}[ ]markdown="block">|</(div|table|thead|tbody)>'
)
_ROW = re.compile(rf'(<tr{_PAIRS}[ ]markdown="block">)(<[^\n]*)</tr>')
_CELL = re.compile(rf'(<(td|th){_PAIRS}[ ]markdown="span">)([^<]*(?:<(?!/t[dh]>)[^<]*)*)</\2>')


def write_element(block: str, sheet: Sheet) -> None:
    """A block that begins with a tag of a block."""
    if "markdown=" not in block:
        _write_plain(block, sheet)
        return
    first, _, rest = block.partition("\n")
    if match := _OPENING.fullmatch(first):
        _open(match[1], first, rest, sheet)
    elif not rest and (match := _CAPTION.fullmatch(first)):
        sheet.html.append(f"{reopened(match[1])}{write_text(match[2], sheet.resolve)}</p>\n")
        sheet.last = "element"
    else:
        sheet.html += _table_lines(block.split("\n"), sheet.resolve)
        sheet.last = "element"


def _open(name: str, tag: str, rest: str, sheet: Sheet) -> None:
    """``<div class="facts" markdown="1">``, or ``<details …>`` with its summary below."""
    if bool(rest) != (name == "details"):
        raise OutsideDialect
    sheet.html.append(reopened(tag))
    sheet.open.append((name, len(sheet.html)))
    sheet.last = ""
    if rest:
        if not _SUMMARY.fullmatch(rest):
            raise OutsideDialect
        check_entities(rest)
        sheet.html.append(f"{rest}\n")
        sheet.last = "summary"


def _write_plain(block: str, sheet: Sheet) -> None:
    """The end of an element, or raw HTML, which stays as it is."""
    if block.startswith("</"):
        _close(block, sheet)
        return
    if sheet.open:
        raise OutsideDialect
    if is_flat_list(block):
        sheet.html.append(f"{block}\n\n")
    else:
        sheet.html += [f"{element}\n" for element in raw_elements(block)]
        sheet.html.append("\n")
    sheet.last = "raw"


def _close(block: str, sheet: Sheet) -> None:
    """``</div>``."""
    if not sheet.open:
        raise OutsideDialect
    name, pieces = sheet.open.pop()
    if block != f"</{name}>":
        raise OutsideDialect
    if len(sheet.html) > pieces:
        sheet.html[pieces - 1] += "\n"
    sheet.html.append(f"{block}\n")
    sheet.last = "element"


def _table_lines(lines: list[str], resolve: Resolve) -> Iterator[str]:
    """The lines of a table whose cells are Markdown: ``div``, ``table``, sections and rows, each on a line."""
    above: list[str] = []
    for line in lines:
        if line.startswith("<tr"):
            if above[-1:] not in (["thead"], ["tbody"]):
                raise OutsideDialect
            yield _row(line, resolve)
            continue
        match = _ONE.fullmatch(line)
        if match is None:
            raise OutsideDialect
        _follow(match[1], match[2], above)
        yield f"{reopened(line) if match[1] else line}\n"
    if above:
        raise OutsideDialect


def _follow(opened: str | None, closed: str | None, above: list[str]) -> None:
    """Keep the names of the open elements of a table; nothing is open where it does not belong."""
    if opened:
        wanted = {"div": [], "table": ["div"], "thead": ["table"], "tbody": ["table"]}[opened]
        if above[-1:] != wanted:
            raise OutsideDialect
        above.append(opened)
    elif not above or above.pop() != closed:
        raise OutsideDialect


def _row(line: str, resolve: Resolve) -> str:
    """A row of a table whose cells are Markdown."""
    match = _ROW.fullmatch(line)
    if match is None:
        raise OutsideDialect
    cells, place = [f"{reopened(match[1])}\n"], 0
    for cell in _CELL.finditer(match[2]):
        if cell.start() != place:
            raise OutsideDialect
        place = cell.end()
        cells.append(f"{reopened(cell[1])}{write_text(cell[3], resolve)}</{cell[2]}>\n")
    if place != len(match[2]):
        raise OutsideDialect
    return f"{''.join(cells)}</tr>\n"
