"""Where the documents of an issue begin: at a number, at a red head, or at a title that nothing else explains."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.lexicon.dates import find_dates
from generator.lexicon.numbers import read_number_line
from generator.lexicon.organs import is_order_head, is_organ, read_head
from generator.parse.draft import Draft, Start
from generator.parse.text import ends_sentence, fold, squeeze
from generator.parse.titles import MOST_LINES, bare_title_before, can_be_title_line, is_title, title_after, title_before
from generator.read import Line

_RECIPIENTS = re.compile(r"^(?:各|有关|[\u4e00-\u9fff（）()、，,]{2,80}(?:政府|部门|单位|局|委|办|厅|院|公司|机构|企业|学校|街道|办事处|中心)[^。]{0,60})[^。]{0,200}?[:：]")


def find_starts(draft: Draft) -> Draft:
    """The draft with the beginnings of its documents."""
    lines, begin = draft.lines, draft.body
    starts: list[Start] = []
    for start in sorted({start.first: start for start in (*_at_numbers(lines, begin), *_at_orders(lines, begin))}.values(), key=lambda s: s.first):
        if not starts or start.first >= starts[-1].body:
            starts.append(start)
    starts += _at_titles(draft, starts)
    starts.sort(key=lambda start: start.first)
    starts = _without_overlaps(starts) or _whole(draft)
    return replace(draft, starts=tuple(starts))


def _without_overlaps(starts: list[Start]) -> list[Start]:
    kept: list[Start] = []
    for start in starts:
        if not kept or start.first >= kept[-1].body:
            kept.append(start)
    return kept


def _at_numbers(lines: list[Line], begin: int) -> Iterator[Start]:
    """Documents with a line that is nothing but a number, the title before or after it."""
    for index in range(begin, len(lines)):
        if lines[index].cells or len(lines[index].text) > 60 or (number := read_number_line(lines[index].text)) is None:
            continue
        if "〔" not in number and not _has_order_head(lines, index, begin):
            continue
        head = _head_before(lines, index, begin)
        after = title_after(lines, index + 1, len(lines))
        before = (index, index) if head is not None and "〔" not in number else title_before(lines, index, begin)
        if after[0] < after[1] and (head is not None or before[0] == before[1]):
            if head is None and index > begin and is_organ(lines[index - 1].text) and not _is_signature(lines, index - 1, begin):
                head = index - 1
            yield Start(index if head is None else head, after, index, head)
        elif before[0] < before[1]:
            above = before[0] - 1
            head = above if above >= begin and read_head(lines[above].text) else None
            yield Start(before[0] if head is None else head, before, index, head)
        elif head is not None:
            yield Start(head, (index + 1, index + 1), index, head)
        elif (bare := bare_title_before(lines, index, begin))[0] < bare[1]:
            yield Start(bare[0], bare, index)


def _is_signature(lines: list[Line], index: int, begin: int) -> bool:
    """Whether an organ's line closes what stands before it rather than opening what follows."""
    return index + 1 < len(lines) and bool(find_dates(lines[index + 1].text))


def _head_before(lines: list[Line], index: int, begin: int) -> int | None:
    """The red head above a number, a joint one over several lines."""
    for place in range(index - 1, max(begin, index - 3) - 1, -1):
        if read_head(lines[place].text):
            while place > begin and read_head(lines[place - 1].text):
                place -= 1
            return place
        if not is_organ(lines[place].text):
            break
    return None


def _has_order_head(lines: list[Line], index: int, begin: int) -> bool:
    above = [squeeze(line.text) for line in lines[max(begin, index - 4):index]]
    return any(is_order_head(text) or text.endswith(("令", "公告", "通告")) and len(text) <= 40 for text in above)


def _at_orders(lines: list[Line], begin: int) -> Iterator[Start]:
    """Orders and announcements whose head stands above a number that names no year: 某某部令 | 第 3 号."""
    for index in range(begin, len(lines) - 1):
        text = squeeze(lines[index].text)
        if lines[index].cells or not (is_order_head(text) or re.fullmatch(r"[\u4e00-\u9fff]{4,40}(?:公告|通告)", text)):
            continue
        number = read_number_line(lines[index + 1].text)
        if number:
            yield Start(index, (index, index + 1), index + 1)


def _at_titles(draft: Draft, starts: list[Start]) -> list[Start]:
    """Documents without a number: their title stands in the contents, or reads as one and is followed by recipients."""
    lines = draft.lines
    covered = {place for start in starts for place in range(start.first, start.body)}
    folded = {fold(entry.title) for entry in draft.contents}
    found: list[Start] = []
    place = draft.body
    while place < len(lines):
        span = _title_at(lines, place, covered, folded)
        if span and not _is_enclosed(lines, span, starts + found):
            found.append(_with_head(lines, span, draft.body))
            place = span[1]
        else:
            place += 1
    return found


def _title_at(lines: list[Line], place: int, covered: set[int], folded: set[str]) -> tuple[int, int] | None:
    if place in covered or not can_be_title_line(lines[place]):
        return None
    text = ""
    for stop in range(place, min(place + MOST_LINES, len(lines))):
        if stop in covered or not can_be_title_line(lines[stop]):
            return None
        text += squeeze(lines[stop].text)
        if len(text) > 160:
            return None
        known = _is_known(text, folded)
        addressed = is_title(text) and not text.startswith(("关于", "印发", "转发")) and _is_addressed(lines, stop + 1)
        if known or addressed:
            return place, stop + 1
    return None


def _is_known(text: str, folded: set[str]) -> bool:
    """Whether the contents announce a title, with or without the organ that is printed before it."""
    bare = fold(text)
    return len(bare) > 3 and any(bare == title or (len(title) > 8 and bare.endswith(title) and is_organ(bare.removesuffix(title))) for title in folded)


def _is_addressed(lines: list[Line], index: int) -> bool:
    text = "".join(squeeze(line.text) for line in lines[index:index + 3])
    return bool(_RECIPIENTS.match(text))


def _is_enclosed(lines: list[Line], span: tuple[int, int], starts: list[Start]) -> bool:
    """Whether the document before names this very title as what it forwards or issues."""
    title = fold("".join(line.text for line in lines[span[0]:span[1]]))
    owner = max((start for start in starts if start.body <= span[0]), key=lambda start: start.first, default=None)
    if owner is None:
        return False
    if not ends_sentence(lines[span[0] - 1].text) and span[0] == owner.body:
        return True
    head = fold("".join(line.text for line in lines[owner.title[0]:min(owner.title[1] + 8, span[0])]))
    return title in head


def _with_head(lines: list[Line], span: tuple[int, int], begin: int) -> Start:
    """A start at a title, with the organ or red head printed above it."""
    above = span[0] - 1
    if above >= begin and read_head(lines[above].text):
        return Start(above, span, None, above)
    if above >= begin and is_organ(lines[above].text) and squeeze(lines[span[0]].text).startswith(("关于", "印发", "转发")):
        return Start(above, (above, span[1]))
    return Start(span[0], span)


def _whole(draft: Draft) -> list[Start]:
    """A source that shows no beginning at all is one document when it opens with a title."""
    for place in range(draft.body, min(draft.body + 8, len(draft.lines))):
        span = title_after(draft.lines, place, len(draft.lines))
        if span[0] < span[1]:
            return [Start(place, span)]
    return []
