"""Where the documents of an issue begin: at a number, at a red head, or at a title that nothing else explains."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.lexicon.above_text.head_marks import is_bare_copy, is_head_mark, is_signatory
from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.gazettes import is_body_column
from generator.lexicon.kinds import is_standing_kind
from generator.lexicon.numbers import (
    ANNOUNCED,
    ORDERED,
    is_broken_number_line,
    is_register_line,
    read_number_line,
    split_trailing_number,
)
from generator.lexicon.organs import is_order_head, split_organs
from generator.parse.beginnings.announcement_lines import announces, promulgates
from generator.parse.beginnings.bare_numbers import start_below_number
from generator.parse.beginnings.mid_sentence import goes_on_below, is_mid_sentence
from generator.parse.draft import Draft, Start
from generator.parse.heads.red_heads import (
    head_above,
    head_before,
    head_or_organ_above,
    organ_above,
)
from generator.parse.heads.repeated_titles import join_repeated
from generator.parse.heads.titles import (
    CONTINUED,
    TITLE,
    bare_title_before,
    title_after,
    title_before,
)
from generator.parse.issue.listed_entries import without_listed
from generator.parse.issue.numberless import find_numberless, find_whole
from generator.parse.issue.said_starts import SaidStarts, read_said_starts
from generator.parse.rows.listed_titles import find_listed_titles
from generator.read import Line

_SORT = re.compile(r"令|公告|通告|布告|命令|决定")
_NAMED_SORT = re.compile(rf"{HAN}{{4,40}}{ANNOUNCED}")
_ANNOUNCED = re.compile(f"{ANNOUNCED}$")
_NAMED_NUMBER = re.compile(rf"{HAN}+{ORDERED}|{HAN}+字第")

_SIGNED_ORDER = re.compile(rf"{HAN}{{1,6}}府令(?:第\d{{1,4}}号|〔\d{{4}}〕第?\d{{1,4}}号)")
"""The number of an order of a government by its sign: 青府令第12号."""
_SORT_AND_NUMBER = re.compile(rf"{ANNOUNCED}[（(〔]?第?")
"""公告〔十三届〕第12号, below its organ."""


@dataclass(frozen=True, slots=True)
class StartLimits:
    """Where a document begins; a longer line is text."""

    number: int = 60
    """Longest line with nothing but a number, in characters."""
    broken: int = 30
    """Longest line with a number of which a part was lost, in characters."""
    order: int = 49
    """Longest line with the head and number of an order, in characters."""


START = StartLimits()


def find_starts(draft: Draft) -> Draft:
    """The draft with the beginnings of its documents."""
    said = read_said_starts(draft.lines, draft.body)
    starts = _settle(draft, said)
    if said.deniers and not starts:
        none = SaidStarts(draft.lines, (), {})
        return replace(
            _with_starts(draft, none, _settle(draft, none)),
            findings=(*draft.findings, *said.refused()),
        )
    ends = said.ends(starts)
    whole = _with_starts(draft, said, starts)
    findings = (*draft.findings, *said.findings(starts, ends))
    return replace(whole, ends=ends, findings=findings)


def _settle(draft: Draft, said: SaidStarts) -> list[Start]:
    """The beginnings that the lines show, as people said."""
    lines, begin = draft.lines, draft.body
    sure: list[Start] = []
    for find in SURE_STARTS:
        sure += find(lines, begin)
    sure = _without_overlaps(sorted(sure, key=lambda start: (start.first, -start.body)))
    sure = [start for start in sure if not _is_within_text(lines, start, begin)]
    starts = _without_overlaps(said.settle(sure))
    found = sorted([*starts, *find_numberless(draft, starts)], key=lambda start: start.first)
    whole = _without_overlaps(said.settle(without_listed(draft, _without_overlaps(found))))
    return join_repeated(lines, whole, title_after)


def _is_within_text(lines: list[Line], start: Start, begin: int) -> bool:
    """Whether what reads as a title and its number is in the middle of a sentence; a cited number is in brackets."""
    first, end = start.title
    if first == end or start.first != first:
        return False
    if goes_on_below(lines, start.body):
        return True
    has_number_line = start.number is not None and lines[start.number].text[:1] not in "（("
    return not has_number_line and is_mid_sentence(lines, first, end, begin)


def _with_starts(draft: Draft, said: SaidStarts, starts: list[Start]) -> Draft:
    """The draft with the beginnings of its documents, each with what is above it."""
    whole = [_with_register(draft, start) for start in starts or find_whole(draft)]
    whole = said.with_prefaces(whole)
    return replace(draft, starts=tuple(_with_column(draft, start) for start in whole))


def _without_overlaps(starts: list[Start]) -> list[Start]:
    """The starts without those that begin in the head or title of the one before."""
    kept: list[Start] = []
    for start in starts:
        if not kept or start.first >= kept[-1].body:
            kept.append(start)
    return kept


def _with_register(draft: Draft, start: Start) -> Start:
    """The start with the lines above it that register the document."""
    first = start.first
    while first > draft.body and _is_above_head(draft.lines, first - 1, start):
        first -= 1
    return start if first == start.first else replace(start, register=first)


def _is_above_head(lines: list[Line], place: int, start: Start) -> bool:
    """Whether a line registers the document below it, or is a mark above its red head or number."""
    text = lines[place].text
    if is_bare_copy(text):
        return _is_copy(lines, place, start)
    is_formal = start.head is not None or start.number is not None
    is_mark = is_head_mark(text) and (is_formal or not is_signatory(text))
    return is_register_line(text) or is_mark


def _is_copy(lines: list[Line], place: int, start: Start) -> bool:
    """Whether six figures are 份号: another mark, the red head or the number is right below.

    Above a title they may be the postal code at the end of the document before.
    """
    return is_head_mark(lines[place + 1].text) or place + 1 in (start.head, start.number)


def _with_column(draft: Draft, start: Start) -> Start:
    """The start with the line above it that names its column, as the body of some gazettes prints it."""
    above = start.begin - 1
    if above < draft.body:
        return start
    text = draft.lines[above].text
    columns = {entry.column for entry in draft.contents}
    if is_standing_kind(text) or is_body_column(text) or squeeze(text) in columns:
        return replace(start, column=above)
    return start


def _at_numbers(lines: list[Line], begin: int) -> Iterator[Start]:
    """Documents with a line that is nothing but a number, the title before or after it."""
    seen: set[str] = set()
    listed = find_listed_titles(lines, begin)
    last = ""
    for index in range(begin, len(lines)):
        line = lines[index]
        is_short = not line.cells and len(line.text) <= START.number
        can_be_number = is_short and index not in listed
        number = read_number_line(line.text) if can_be_number else None
        if number is None or (number in seen and _is_above_numbered_title(lines, index)):
            continue
        head = head_before(lines, index, begin)
        if number == last and head is None and _is_running_head(lines, index, begin):
            continue
        seen.add(number)
        last = number
        if "〔" in number or _NAMED_NUMBER.match(number) or head is not None:
            start = _start_at(lines, index, head, begin)
            if start is not None:
                yield start


def _is_running_head(lines: list[Line], index: int, begin: int) -> bool:
    """Whether a line that prints the number of the document before once more is below no title: it heads a page."""
    before = title_before(lines, index, begin)
    return before[0] == before[1]


def _is_above_numbered_title(lines: list[Line], index: int) -> bool:
    """Whether the title below a number has a number of its own below it.

    Then the one above is that of no document, or heads the last page of the one before; but for a number
    between a red head and the title, which is where it belongs.
    """
    _, end = title_after(lines, index + 1, len(lines))
    return index + 1 < end < len(lines) and read_number_line(lines[end].text) is not None


def _start_at(lines: list[Line], index: int, head: int | None, begin: int) -> Start | None:
    """The document whose number is at ``index``: the title after it, before it, or its red head alone."""
    after = title_after(lines, _below_signatory(lines, index), len(lines))
    before = title_before(lines, index, begin)
    is_after, is_before = after[0] < after[1], before[0] < before[1]
    if is_after and head is None and not is_before and _is_above_numbered_title(lines, index):
        return None
    if is_after and (head is not None or not is_before):
        head = head_or_organ_above(lines, index, begin) if head is None else head
        return _start_of(after, index, head)
    if is_before:
        return _start_of(before, index, head_above(lines, before[0], begin))
    if head is not None:
        return Start(head, (index + 1, index + 1), index, head)
    return _start_by_place(lines, index, begin)


def _start_by_place(lines: list[Line], index: int, begin: int) -> Start | None:
    """The document at a number that has nothing beside it which reads as a title or a red head.

    An order that has its number on the line of its head is none of them.
    """
    if is_order_head(split_trailing_number(lines[index].text)[0]):
        return None
    bare = _start_at_bare_title(lines, index, begin)
    if bare is not None:
        return bare
    if _SIGNED_ORDER.fullmatch(squeeze(lines[index].text)):
        return _start_at_order(lines, index, begin)
    organ = organ_above(lines, index, begin)
    return start_below_number(lines, index, _below_signatory(lines, index), begin, organ)


def _start_at_order(lines: list[Line], index: int, begin: int) -> Start | None:
    """An order whose number has the sign of its government: 青石县人民政府 | 青府令第12号.

    Its title is the organ, else the number itself, where the line below says what it promulgates.
    """
    below = squeeze(lines[index + 1].text) if index + 1 < len(lines) else ""
    organ = organ_above(lines, index, begin)
    if organ is not None:
        return Start(organ, (organ, index), index)
    return Start(index, (index, index), index) if promulgates(below) else None


def _below_signatory(lines: list[Line], index: int) -> int:
    """The line below a number, and below 签发人 where that has a line of its own between number and title."""
    below = index + 1
    return below + 1 if below < len(lines) and is_signatory(lines[below].text) else below


def _start_of(title: tuple[int, int], number: int, head: int | None) -> Start:
    """The document with this title, number and head; without a head it begins with title or number."""
    first = min(title[0], number) if head is None else head
    return Start(first, title, number, head)


def _start_at_bare_title(lines: list[Line], index: int, begin: int) -> Start | None:
    """The document whose number is below a title that only its place makes one; None where there is none."""
    bare = bare_title_before(lines, index, begin)
    if bare[0] == bare[1]:
        return None
    organ = organ_above(lines, bare[0], begin)
    first = bare[0] if organ is None else organ
    return Start(first, (first, bare[1]), index)


def _at_heads(lines: list[Line], begin: int) -> Iterator[Start]:
    """Orders and announcements: organs over one or more lines, 令 or 公告, and a number: 某某部令 | 第 3 号."""
    for index in range(begin, len(lines) - 1):
        if lines[index].cells or read_number_line(lines[index + 1].text) is None:
            continue
        text = squeeze(lines[index].text)
        if _SORT.fullmatch(text) and index > begin and split_organs(lines[index - 1].text):
            yield _with_title(lines, _first_organ(lines, index, begin), index + 1)
        elif is_order_head(text) or _NAMED_SORT.fullmatch(text):
            goes_on = text.startswith(CONTINUED[0]) and index > begin
            below_organ = goes_on and split_organs(lines[index - 1].text)
            first = _first_organ(lines, index, begin) if below_organ else index
            yield _with_title(lines, first, index + 1)


def _with_title(lines: list[Line], first: int, number: int) -> Start:
    """A start at organs and sort: these are its title, or its head where an announcement has its subject below."""
    after = title_after(lines, number + 1, len(lines))
    title = squeeze("".join(line.text for line in lines[slice(*after)]))
    if _ANNOUNCED.search(title) and _ANNOUNCED.search(squeeze(lines[number - 1].text)):
        return Start(first, after, number, first)
    return Start(first, (first, number), number)


def _first_organ(lines: list[Line], index: int, begin: int) -> int:
    """The first of the organs above the line of a sort."""
    first = index - 1
    while first > begin and split_organs(lines[first - 1].text) and index - first < TITLE.lines:
        first -= 1
    return first


def _at_order_lines(lines: list[Line], begin: int) -> Iterator[Start]:
    """Orders whose number is on the line of the head: 某某省人民政府令第321号."""
    for index in range(begin, len(lines)):
        if lines[index].cells or len(lines[index].text) > START.order:
            continue
        title, number = split_trailing_number(lines[index].text)
        if number and is_order_head(title):
            yield Start(index, (index, index + 1))
        elif _SORT_AND_NUMBER.match(squeeze(lines[index].text)):
            first = _first_organ(lines, index, begin) if index > begin else index
            if announces(lines, first, index, begin):
                yield Start(first, (first, index + 1))
        elif number and announces(lines, index, index, begin):
            yield Start(index, (index, index + 1))


def _at_broken_numbers(lines: list[Line], begin: int) -> Iterator[Start]:
    """Documents whose number, of which a part was lost, is right below their title: 某政发〔2021〕　号.

    The line is that of the number, though what it says is not known; it names no recipients.
    """
    for index in range(begin + 1, len(lines)):
        line = lines[index]
        if line.cells or not ("号" in line.text or "〔" in line.text):
            continue
        if len(line.text) > START.broken or not is_broken_number_line(line.text):
            continue
        title = title_before(lines, index, begin)
        head = head_above(lines, title[0], begin)
        if title[0] == title[1] and (head := head_before(lines, index, begin)) is not None:
            title = title_after(lines, index + 1, len(lines))
        if title[0] < title[1]:
            yield _start_of(title, index, head)


SURE_STARTS: tuple[Callable[[list[Line], int], Iterator[Start]], ...] = (
    _at_heads,
    _at_numbers,
    _at_order_lines,
    _at_broken_numbers,
)
"""How a document shows where it begins; of two that begin on one line the one with the longer head is kept."""
