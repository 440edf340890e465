"""Page furniture: page numbers and running heads that are between the lines of the text."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from generator.lexicon.characters import HAN, IDEOGRAPHS, squeeze
from generator.lexicon.dates import find_dates
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.issue_parts import BRACKETED_PART
from generator.lexicon.expressions.labels import SPECIAL_WORDS
from generator.lexicon.expressions.stops import HEAD_STOPS
from generator.lexicon.expressions.years import HAN_YEAR, WIDE_YEAR, YEAR
from generator.lexicon.gazettes import is_contents_heading, is_site_line, read_column
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.numbers import read_number_line
from generator.lexicon.numerals import TENS
from generator.lexicon.organs import is_organ, read_head
from generator.model import Finding
from generator.read.lines import SITE, Line
from generator.read.repairs.pages.torn import find_named, find_torn
from generator.read.repairs.pages.values import find_values
from generator.read.repairs.pages.watermarks import find_watermarks
from generator.words.say import say

_DASH = r"[-—–－―·•~∙～▲]"
_MARKED = re.compile(
    rf"{_DASH}\s*(?P<page>\d{{1,4}})\s*{_DASH}"
    r"|第\s*(?P<named>\d{1,4})\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|(?:page|p\.?)\s*(?P<english>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?"
    rf"|(?P<first>(?!{YEAR})\d{{1,4}})\s*/\s*\d{{1,4}}"
    r"|<page_number>\s*(?P<tag>\d{1,4})\s*</page_number>|\[page\s*(?P<square>\d{1,4})\]|\{(?P<curly>\d{1,4})\}-{3,}"
    r"|={2,}\s*第\s*(?P<ruled>\d{1,4})\s*页\s*={2,}|/\s*(?P<slashed>\d{1,4})\s*/",
    re.IGNORECASE,
)
"""``— 12 —``, ``第 12 页 共 40 页``, ``Page 12 of 40``, ``12 / 40``,
and what recognisers print between two pages."""
_TAGGED = re.compile(r"<(?P<tag>header|footer)>[^<>]{1,80}</(?P=tag)>", re.IGNORECASE)
"""A running head as some recognisers mark it."""
_BARE = re.compile(rf"(?:{_DASH}|【)?\s*(?P<page>\d{{1,3}})\s*(?:{_DASH}|】)?")
"""A figure that is a page only when it counts on: ``12``, ``-12``, ``【12】``."""
_TEXT_ENDS = tuple("。；：，、）”")
"""Marks at the end of most lines, and of no page number."""
_PLAIN = re.compile(r"\d{1,3}|\d{1,4}\s*/\s*\d{1,4}")
"""A figure without marks, and one over another: both may be values."""
_INLINE = re.compile(
    rf"(?<=[{IDEOGRAPHS}，、])[^\S\t]*(?:—[^\S\t]*\d{{1,3}}[^\S\t]*—|·[^\S\t]*\d{{1,3}}[^\S\t]*·)[^\S\t]*(?={HAN})"
)
_NAME = re.compile(rf"{HAN}{{2,24}}(?:公\s*报|政\s*报)")
_NUMBER = rf"[\d〇{TENS}]{{1,3}}"
_EXTRA = rf"(?:{SPECIAL_WORDS})(?:\s*第?\s*[（(]?{_NUMBER}[)）]?\s*期?)?"
_NUMBERS = rf"{_NUMBER}\s*(?:(?:期\s*)?[、,，至和/~～—–-]\s*第?\s*{_NUMBER}\s*)*合?期?(?:合刊)?"
_ISSUE = re.compile(
    rf"(?:{WIDE_YEAR}|{HAN_YEAR})\s*年?\s*[·.．第]?\s*(?:{_NUMBERS}(?:\s*[（(]?{_EXTRA}[)）]?)?|{_EXTRA})"
    rf"(?:\s*[（(]总第?[\d\s、—–-]+期?[)）])?(?:\s*{BRACKETED_PART})?",
)
_HEAD = re.compile(
    rf"(?:\d{{1,4}}[\s·•—|]+)?(?:(?:{HAN}{{2,16}}|{_ISSUE.pattern})[\s·•—|]+)?{_NAME.pattern}[\s·•—|]*"
    rf"(?:{_ISSUE.pattern})?[\s·•—|]*(?:{HAN}{{2,16}})?[\s·•—\d-]*",
)
"""``某某市人民政府公报 2020年第3期 · 市政府文件``, with or without any of the rest."""
_PAGED = re.compile(rf"{_ISSUE.pattern}|^\s*\d{{1,4}}\s|\s\d{{1,4}}\s*$")
"""The issue, or a page number beside the name of the gazette."""


@dataclass(frozen=True, slots=True)
class HeadLimits:
    """What a running head is."""

    masthead: int = 8
    """First lines of a source,
    where the name of the gazette belongs to the masthead and is no running head."""
    often: int = 3
    """Fewest prints of a line with the name of the gazette; one that is printed less often is kept,
    unless it names the issue or a page."""
    longest: int = 70
    """Longest such line, in characters; a longer one is text."""
    key: int = 12
    """Last characters of the name of the gazette by which two prints of a head are one."""
    beside: int = 2
    """Fewest prints of the same words right before or after a page number;
    words printed there once are kept."""
    short: int = 40
    """Longest line beside a page number that can be a head, in characters."""


@dataclass(frozen=True, slots=True)
class PageLimits:
    """How page numbers count on."""

    ahead: int = 4
    """Farthest page number ahead of the one before;
    a bare figure farther off, or not ahead, is text."""
    entry: int = 6
    """Most lines from the page of one entry of the contents to the next;
    farther off the contents have ended."""


HEAD, PAGES = HeadLimits(), PageLimits()


def _is_red_head(text: str) -> bool:
    """Whether a line is a red head: one word, while 领导讲话　省政府文件 names columns."""
    return len(text.split()) == 1 and read_head(text) is not None


_TEXT = re.compile(f"[{HEAD_STOPS}]|关于|^[（(].*[)）]$")
"""Clauses, titles, and notes in brackets: （此件公开发布）."""
_ELEMENTS = (
    read_enumerator,
    is_organ,
    _is_red_head,
    read_number_line,
    find_dates,
    ends_in_official_kind,
)
"""What reads as an element of a document is no running head, however often it recurs."""


def drop_furniture(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without page numbers and without running heads that recur; each is recorded."""
    pages = _page_lines(lines)
    furniture = pages | _beside_pages(lines, pages) | _head_lines(lines) | _site_lines(lines)
    furniture |= find_watermarks(lines)
    furniture |= find_named(lines, _named_beside(lines, pages), furniture, HEAD.masthead)
    furniture |= find_torn(lines, furniture)
    kept: list[Line] = []
    findings: list[Finding] = []
    for place, line in enumerate(lines):
        has_dash = "—" in line.text or "·" in line.text  # of a page number inside the line
        inside = _INLINE.findall(line.text) if has_dash else []
        if place in furniture:
            make = _menu if line.mark == SITE else _finding
            findings.append(make(line.number, _printed(line)))
        elif inside:
            findings += [_finding(line.number, found) for found in inside]
            kept.append(line.with_text(_INLINE.sub("", line.text)))
        else:
            kept.append(line)
    return kept, findings


def _site_lines(lines: list[Line]) -> set[int]:
    """Places of what belongs to the site around an HTML page."""
    return {place for place, line in enumerate(lines) if _is_of_site(line)}


def _is_of_site(line: Line) -> bool:
    """Whether an element, a tag or its own words say that a line belongs to the site."""
    if line.mark == SITE or _TAGGED.fullmatch(line.raw.strip()):
        return True
    return not line.cells and is_site_line(line.text)


def _head_lines(lines: list[Line]) -> set[int]:
    """Places of running heads behind the masthead.

    Those that recur, and those that name the issue or a column.
    """
    keys = [_head_key(line) for line in lines]
    often = Counter(keys)
    heads: set[int] = set()
    for place, key in enumerate(keys):
        if not key or place < HEAD.masthead:
            continue
        text = lines[place].text
        if often[key] >= HEAD.often or _PAGED.search(text) or _names_column(text):
            heads.add(place)
    return heads


def _names_column(text: str) -> bool:
    """Whether a running head has a column on its other side: ``市政府文件　　　　云溪政报``."""
    return any(read_column(word) for word in text.split())


def _neighbours(lines: list[Line], pages: set[int]) -> set[int]:
    """Places right before or after page numbers that have marks."""
    marked = [place for place in pages if _MARKED.fullmatch(_printed(lines[place]))]
    beside = {place for page in marked for place in (page - 1, page + 1)}
    return beside.intersection(range(len(lines))) - pages


def _named_beside(lines: list[Line], pages: set[int]) -> set[int]:
    """Places beside page numbers of lines that are the name of a gazette, with its issue or without."""
    return {place for place in _neighbours(lines, pages) if _head_key(lines[place])}


def _beside_pages(lines: list[Line], pages: set[int]) -> set[int]:
    """Places of short lines that recur right before or after page numbers: 领导讲话　省政府文件."""
    keys: dict[int, tuple[str, ...]] = {}
    for place in _neighbours(lines, pages):
        if len(lines[place].text) <= HEAD.short and (key := _words(lines[place])):
            keys[place] = key
    often = Counter(keys.values())
    return {place for place, key in keys.items() if often[key] >= HEAD.beside}


def _words(line: Line) -> tuple[str, ...]:
    """The words of a line in any order, their figures left out; empty for what can be text."""
    if line.cells or _TEXT.search(line.text) or any(is_such(line.text) for is_such in _ELEMENTS):
        return ()
    words = (re.sub(r"\d+", "", word) for word in line.text.split())
    return tuple(sorted(word for word in words if len(word) > 1))


def _printed(line: Line) -> str:
    """A line as printed: the dash of a page number is no mark of a list."""
    return line.raw.strip() if line.mark in ("-", "•") else line.text.strip()


def _page_lines(lines: list[Line]) -> set[int]:
    """Places of page numbers.

    Those with marks, and bare figures that count on through the source.
    """
    marked: set[int] = set()
    figures: list[tuple[int, int]] = []
    no_pages = _listed_pages(lines) | _values(lines)
    for place, line in enumerate(lines):
        text = _printed(line)
        if line.cells or place in no_pages or text.endswith(_TEXT_ENDS):
            continue
        if match := _MARKED.fullmatch(text):
            marked.add(place)
            figures.append((place, int(next(filter(None, match.groups())))))
        elif match := _BARE.fullmatch(text):
            figures.append((place, int(match["page"])))
    for (before, page), (place, following) in pairwise(figures):
        if 0 < following - page <= PAGES.ahead:
            marked |= {before, place}
    return marked


def _values(lines: list[Line]) -> set[int]:
    """Places of figures without marks, or of one over another, that are values of the text."""
    return find_values(
        lines,
        (
            place
            for place, line in enumerate(lines)
            if line.text[:1].isdigit() and not line.cells and _PLAIN.fullmatch(_printed(line))
        ),
    )


def _listed_pages(lines: list[Line]) -> set[int]:
    """Places of pages that the contents print on lines of their own.

    Figures that rise, one for each entry.
    """
    heads = (place for place, line in enumerate(lines) if is_contents_heading(line.text))
    head = next(heads, len(lines))
    found: list[int] = []
    before, last = head, 0
    for place in range(head + 1, len(lines)):
        if place - before > PAGES.entry:
            break
        match = _BARE.fullmatch(_printed(lines[place]))
        if match is None:
            continue
        page = int(match["page"])
        is_next_entry = page > last and place - before > 1
        if found and not is_next_entry:
            break
        found.append(place)
        before, last = place, page
    return set(found) if len(found) > 1 else set()


def _head_key(line: Line) -> str:
    """What two prints of one running head share, empty when the line is none."""
    if line.cells or len(line.text) > HEAD.longest or "报" not in line.text:
        return ""
    if not _HEAD.fullmatch(line.text.strip()):
        return ""
    match = _NAME.search(line.text)
    return squeeze(match[0])[-HEAD.key :] if match else ""


def _finding(number: int, found: str) -> Finding:
    return Finding(
        line=number,
        kind="page-furniture",
        severity="info",
        found=found.strip(),
        message=say("message.page-furniture"),
    )


def _menu(number: int, found: str) -> Finding:
    return Finding(
        line=number,
        kind="site-menu",
        severity="info",
        found=found.strip(),
        message=say("message.site-menu"),
    )
