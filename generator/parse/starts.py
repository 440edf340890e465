"""Where the documents of an issue begin: at a number, at a red head, or at a title that nothing else explains."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.lexicon.dates import DATE, find_dates, read_date
from generator.lexicon.kinds import is_standing_title
from generator.lexicon.numbers import read_number_line, split_trailing_number
from generator.lexicon.organs import is_order_head, is_organ, read_head, split_organs
from generator.parse.draft import Draft, Start
from generator.parse.elements import find_closing
from generator.lexicon.text import ends_sentence, fold, squeeze
from generator.parse.titles import MOST_LINES, bare_title_before, can_be_title_line, is_title, title_after, title_before
from generator.read import Line

_RECIPIENTS = re.compile(r"^(?:各|有关|[\u4e00-\u9fff（）()、，,]{2,80}(?:政府|部门|单位|局|委|办|厅|院|公司|机构|企业|学校|街道|办事处|中心)[^。]{0,60})[^。]{0,200}?[:：]")
_SORT = re.compile(r"令|公告|通告|命令|决定")
_DATED = re.compile(rf"[（(]?{DATE}[)）]?|[（(][12]\d{{3}}年.{{2,80}}(?:通过|公布|修订|会议).{{0,80}}[)）]")
_COLUMN = re.compile(r"[【\[［〖](?P<name>[\u4e00-\u9fff·、]{2,20})[】\]］〗]")


def find_starts(draft: Draft) -> Draft:
    """The draft with the beginnings of its documents."""
    lines, begin = draft.lines, draft.body
    sure = [*_at_heads(lines, begin), *_at_numbers(lines, begin), *_at_order_lines(lines, begin)]
    starts = _without_overlaps(sorted(sure, key=lambda start: (start.first, -start.body)))
    starts = _without_overlaps(sorted([*starts, *_at_titles(draft, starts)], key=lambda start: start.first)) or _whole(draft)
    return replace(draft, starts=tuple(_with_column(lines, start, draft) for start in starts))


def _without_overlaps(starts: list[Start]) -> list[Start]:
    kept: list[Start] = []
    for start in starts:
        if not kept or start.first >= kept[-1].body:
            kept.append(start)
    return kept


def _with_column(lines: list[Line], start: Start, draft: Draft) -> Start:
    """The start with the line above it that names its column, as the body of some gazettes prints it."""
    above = start.first - 1
    if above < draft.body:
        return start
    text = squeeze(lines[above].text)
    columns = {entry.column for entry in draft.contents}
    return replace(start, column=above) if _COLUMN.fullmatch(text) or text in columns else start


def _at_numbers(lines: list[Line], begin: int) -> Iterator[Start]:
    """Documents with a line that is nothing but a number, the title before or after it."""
    for index in range(begin, len(lines)):
        if lines[index].cells or len(lines[index].text) > 60 or (number := read_number_line(lines[index].text)) is None:
            continue
        named = re.match(r"[\u4e00-\u9fff]+(?:公告|通告|令)", number) is not None
        head = _head_before(lines, index, begin)
        if "〔" not in number and not named and head is None:
            continue
        start = _start_at(lines, index, head, begin)
        if start:
            yield start


def _start_at(lines: list[Line], index: int, head: int | None, begin: int) -> Start | None:
    """The document whose number stands at ``index``: the title after it, before it, or its red head alone."""
    after = title_after(lines, index + 1, len(lines))
    before = title_before(lines, index, begin)
    if after[0] < after[1] and (head is not None or before[0] == before[1]):
        if head is None and index > begin and is_organ(lines[index - 1].text) and not _is_signature(lines, index - 1):
            head = index - 1
        return Start(index if head is None else head, after, index, head)
    if before[0] < before[1]:
        above = before[0] - 1
        head = above if above >= begin and read_head(lines[above].text) else None
        return Start(before[0] if head is None else head, before, index, head)
    if head is not None:
        return Start(head, (index + 1, index + 1), index, head)
    bare = bare_title_before(lines, index, begin)
    return Start(bare[0], bare, index) if bare[0] < bare[1] else None


def _is_signature(lines: list[Line], index: int) -> bool:
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


def _at_heads(lines: list[Line], begin: int) -> Iterator[Start]:
    """Orders and announcements: organs over one or more lines, 令 or 公告, and a number: 某某部令 | 第 3 号."""
    for index in range(begin, len(lines) - 1):
        text = squeeze(lines[index].text)
        if lines[index].cells or read_number_line(lines[index + 1].text) is None:
            continue
        if _SORT.fullmatch(text) and index > begin and split_organs(lines[index - 1].text):
            first = index - 1
            while first > begin and split_organs(lines[first - 1].text) and index - first < MOST_LINES:
                first -= 1
            yield Start(first, (first, index + 1), index + 1)
        elif is_order_head(text) or re.fullmatch(r"[\u4e00-\u9fff]{4,40}(?:公告|通告)", text):
            yield Start(index, (index, index + 1), index + 1)


def _at_order_lines(lines: list[Line], begin: int) -> Iterator[Start]:
    """Orders whose number stands on the line of the head: 某某省人民政府令第321号."""
    for index in range(begin, len(lines)):
        title, number = split_trailing_number(lines[index].text) if len(lines[index].text) < 50 else ("", None)
        if number and is_order_head(title) and not lines[index].cells:
            yield Start(index, (index, index + 1))


def _at_titles(draft: Draft, starts: list[Start]) -> list[Start]:
    """Documents without a number of their own: their title stands in the contents, or reads as one where a document has ended."""
    lines = draft.lines
    covered = {place for start in starts for place in range(start.first, start.body)}
    folded = {fold(entry.title) for entry in draft.contents}
    found: list[Start] = []
    place = draft.body
    while place < len(lines):
        owner = max((start for start in (*starts, *found) if start.body <= place), key=lambda start: start.first, default=None)
        span = _title_at(lines, place, covered, folded, owner)
        if span and not _is_enclosed(lines, span, owner):
            found.append(_with_head(lines, span, draft.body))
            place = span[1]
        else:
            place += 1
    return found


def _title_at(lines: list[Line], place: int, covered: set[int], folded: set[str], owner: Start | None) -> tuple[int, int] | None:
    if place in covered or not can_be_title_line(lines[place]):
        return None
    text = ""
    for stop in range(place, min(place + MOST_LINES, len(lines))):
        if stop in covered or not can_be_title_line(lines[stop]):
            return None
        text += squeeze(lines[stop].text)
        if len(text) > 160:
            return None
        if _is_known(text, folded) or (stop == place and _is_standing(lines, place) and _has_ended(lines, owner, place)):
            return place, stop + 1
        if is_title(text) and not text.startswith(("关于", "印发", "转发", "《")) and not _is_split(lines, stop, text) \
                and (_is_addressed(lines, stop + 1) or (owner is not None or place < 12) and _has_ended(lines, owner, place)):
            return place, stop + 1
    return None


def _is_standing(lines: list[Line], place: int) -> bool:
    """Whether a standing title begins here; a line above another such title names the column instead."""
    following = lines[place + 1].text if place + 1 < len(lines) else ""
    return is_standing_title(lines[place].text) and not is_standing_title(following)


def _is_split(lines: list[Line], stop: int, text: str) -> bool:
    """Whether the title goes on in the next line."""
    following = squeeze(lines[stop + 1].text) if stop + 1 < len(lines) else ""
    return following.startswith("的") or (re.fullmatch(r"[（(].{1,8}[)）](?:的.{2,4})?", following) is not None and not read_date(following.strip("（()）")))


def _is_known(text: str, folded: set[str]) -> bool:
    """Whether the contents announce a title, with or without the organ that is printed before it."""
    bare = fold(split_trailing_number(text)[0])
    return len(bare) > 3 and any(bare == title or (len(title) > 8 and bare.endswith(title) and is_organ(bare.removesuffix(title))) for title in folded)


def _is_addressed(lines: list[Line], index: int) -> bool:
    """Whether recipients follow, or a date under the title."""
    if index < len(lines) and _DATED.fullmatch(squeeze(lines[index].text)):
        return True
    text = "".join(squeeze(line.text) for line in lines[index:index + 3])
    return bool(_RECIPIENTS.match(text))


def _has_ended(lines: list[Line], owner: Start | None, place: int) -> bool:
    """Whether the document before ``place`` has come to its end: it is signed and dated, or there is none."""
    if owner is not None and any(_DATED.fullmatch(squeeze(lines[at].text)) for at in (owner.body, owner.title[1]) if at < place):
        return True
    return owner is None or find_closing(lines, owner.body, place) is not None


def _is_enclosed(lines: list[Line], span: tuple[int, int], owner: Start | None) -> bool:
    """Whether the document before names this very title as what it forwards or issues."""
    if owner is None:
        return False
    title = fold("".join(line.text for line in lines[span[0]:span[1]]))
    if not ends_sentence(lines[span[0] - 1].text) and span[0] == owner.body:
        return True
    head = fold("".join(line.text for line in lines[owner.title[0]:min(owner.title[1] + 8, span[0])]))
    return title in head


def _with_head(lines: list[Line], span: tuple[int, int], begin: int) -> Start:
    """A start at a title, with the organ or red head printed above it."""
    above = span[0] - 1
    if above >= begin and read_head(lines[above].text):
        return Start(above, span, None, above)
    if above >= begin and split_organs(lines[above].text) and squeeze(lines[span[0]].text).startswith(("关于", "印发", "转发")):
        return Start(above, (above, span[1]))
    return Start(span[0], span)


def _whole(draft: Draft) -> list[Start]:
    """A source that shows no beginning at all is one document when it opens with a title."""
    for place in range(draft.body, min(draft.body + 12, len(draft.lines))):
        span = title_after(draft.lines, place, len(draft.lines))
        if span[0] < span[1]:
            return [_with_head(draft.lines, span, draft.body)]
    return []
