"""The order in which the elements of a document are read: one rule an element, from its head to its last line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.lexicon.above_text.head_marks import is_head_mark
from generator.lexicon.numbers import (
    is_broken_number_line,
    is_number_with_year,
    is_register_line,
)
from generator.parse.document.closing import read_closing
from generator.parse.document.document_imprint import read_end_imprint
from generator.parse.document.document_lines import DocumentLines, join_number_lines
from generator.parse.document.elements import Elements
from generator.parse.document.marks_of_head import read_head_marks, read_mark_beside
from generator.parse.document.opening import (
    read_date_beside,
    read_date_line,
    read_number_print,
    read_recipients,
    read_subtitle,
)
from generator.parse.document.parts import Extent
from generator.parse.draft import Start
from generator.read import Line

_ORDER = re.compile("令(?:〔|第|\\d)")
"""The number of an order: 某某市政府令〔2010〕15号."""
_SIGNED_BY_NAME = re.compile(r"令$|公告$|决定$")


@dataclass(slots=True)
class Reading:
    """A document while its elements are read."""

    lines: list[Line]
    start: Start
    end: int
    by_name: bool
    """Whether a person may sign, as under an order."""
    place: int
    """Where the next element is read: below what the elements so far have taken."""
    elements: Elements = field(default_factory=Elements)
    registers: list[int] = field(default_factory=list)
    """Positions of the lines above the text that register the document."""


def read_elements(own: DocumentLines, title: str, number: str | None) -> tuple[Elements, Extent]:
    """The elements around the body, and where body and document end."""
    by_name = _SIGNED_BY_NAME.search(title) is not None or _ORDER.search(number or "") is not None
    start = own.start
    reading = Reading(own.lines, start, own.end, by_name, place=start.body)
    for rule in ELEMENT_RULES:
        rule(reading)
    elements, tail = reading.elements, reading.place
    above = tuple(read_head_marks(own.lines, _above_text(reading), elements))
    body_end = min(elements.closing, default=tail)
    return elements, Extent(above, elements.body, body_end, tail, own.end)


def _above_text(reading: Reading) -> list[int]:
    """The lines above the text that no element has."""
    start = reading.start
    return [*range(start.begin, start.first), *reading.registers]


def _broken_number(reading: Reading) -> None:
    """The line of a number of which a part was lost: it stays as it is printed, above the text.

    One whose rest is on the line below takes both lines: 某政发〔2021〕 | 3号.
    """
    number = reading.start.number
    if number is None or not is_broken_number_line(reading.lines[number].text):
        return
    if number + 1 < reading.end and join_number_lines(reading.lines, number):
        reading.elements.at["number"] = [number, number + 1]
        reading.place = max(reading.place, number + 2)
    else:
        reading.registers.append(number)


def _number_as_printed(reading: Reading) -> None:
    """How a number is printed whose canonical form leaves out or rewrites what its line has."""
    number = reading.start.number
    if number is not None:
        read_number_print(reading.lines, number, reading.elements)


def _date_below_title(reading: Reading) -> None:
    """A date between the title and the number or head below it; other lines there stay above the text."""
    start, below = reading.start, reading.start.title[1]
    if below >= start.body - 1:
        return
    after = read_date_line(reading.lines, below, reading.end, reading.elements)
    if start.head is None or start.head < below:
        places = range(after, start.body - 1)
        reading.registers += [place for place in places if place != start.number]


def _between_number_and_title(reading: Reading) -> None:
    """What is around the number, as 签发人 is: it belongs to the document."""
    start = reading.start
    if start.head is not None and start.number is not None:
        places = range(start.head, start.number)
        reading.registers += [nth for nth in places if is_head_mark(reading.lines[nth].text)]
    if start.number is not None:
        reading.registers += range(start.number + 1, start.title[0])


def _signatory(reading: Reading) -> None:
    """签发人 beside the number."""
    if reading.start.number is not None:
        read_mark_beside(reading.lines, reading.start.number, reading.elements)


def _date_above_text(reading: Reading) -> None:
    """A date on the first line below title and number."""
    reading.place = read_date_line(reading.lines, reading.place, reading.end, reading.elements)


def _registers(reading: Reading) -> None:
    """登记号 and further numbers above the text: lines of the document that are no element of it, least recipients."""
    while reading.place < reading.end and _is_register(reading.lines[reading.place].text):
        reading.registers.append(reading.place)
        reading.place += 1


def _is_register(text: str) -> bool:
    """Whether a line registers the document below it, or is the number that another organ gives it."""
    return is_register_line(text) or is_number_with_year(text)


def _recipients(reading: Reading) -> None:
    """主送机关, below which the body begins."""
    read_recipients(reading.lines, reading.place, reading.end, reading.elements)
    reading.place = reading.elements.body


def _closing(reading: Reading) -> None:
    """发文机关署名 and 成文日期, with the note and the imprint around them.

    A date above the text of a document that is dated below it, too, is kept as text above it.
    """
    above = reading.elements.at.get("date", [])
    reading.place = read_closing(
        reading.lines, reading.place, reading.end, reading.elements, by_name=reading.by_name
    )
    if reading.elements.at.get("date", []) != above:
        reading.registers = sorted({*reading.registers, *above})


def _date_beside_number(reading: Reading) -> None:
    """A date on the line of the number, of a document that is dated nowhere else."""
    if reading.start.number is not None and "date" not in reading.elements.values:
        read_date_beside(reading.lines, reading.start.number, reading.elements)


def _date_in_subtitle(reading: Reading) -> None:
    """The date of a speech or report, which is dated nowhere but in the lines below its title."""
    if "date" not in reading.elements.values:
        read_subtitle(reading.lines, reading.start.body, reading.end, reading.elements)


def _imprint_at_end(reading: Reading) -> None:
    """附注, 主题词, 抄送 and 印发 on the last lines, behind the attachments."""
    read_end_imprint(reading.lines, reading.place, reading.end, reading.elements)


ELEMENT_RULES: tuple[Callable[[Reading], None], ...] = (
    _broken_number,
    _between_number_and_title,
    _signatory,
    _date_below_title,
    _date_above_text,
    _registers,
    _recipients,
    _closing,
    _date_beside_number,
    _number_as_printed,
    _date_in_subtitle,
    _imprint_at_end,
)
"""The rules in their order; each reads on where those before it ended, and adds what it finds to the elements."""
