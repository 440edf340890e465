"""Lines that hold a whole document, or several: a program took the line ends out, and they are inferred.

``关于表彰先进单位的通报 青政发〔2021〕3号 各乡镇人民政府： 经研究，… 青石县人民政府 2021年2月3日``: each was a line of its own.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

import msgspec

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import PLAIN_DATE
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.labels import ATTACHMENT_SHUT
from generator.lexicon.expressions.signs import ANY_COLON
from generator.lexicon.kinds import find_official_kinds
from generator.lexicon.numbers import find_numbers, split_trailing_number
from generator.lexicon.numerals import TENS
from generator.lexicon.organs import is_organ, split_organs
from generator.model import Finding
from generator.parse.document.opening import opens_with_recipients
from generator.parse.draft import Draft
from generator.parse.heads.titles import is_title
from generator.read import Line
from generator.words.say import say

_BLANK = re.compile(r"\s+")
_BOUNDARY = re.compile(r"(?<=[。！？；\s日期])(?=[^\s。！？；])|^")
"""Where a title may begin: behind a sentence, a blank, a date or the number of the issue."""
_ITEM = re.compile(rf"(?<=[。；：:\s])(?<!{ATTACHMENT_SHUT}[：:])(?=[第附（({TENS}\d])")
"""Where an item, or the note of the attachments, may begin."""
_SIGNED = re.compile(rf"[。！”’）)]\s*(?P<organs>[^，。；：！\d]{{4,60}}?)\s*{PLAIN_DATE}\s*")
"""What closes a document: 青石县人民政府2021年2月3日."""
_COLON = re.compile(ANY_COLON)
_ABOUT, _OF = "关于", "对"
"""What the title of a document has, and that of an answer."""


@dataclass(frozen=True, slots=True)
class FusedLimits:
    """Which line holds a whole document."""

    shortest: int = 40
    """Shortest line with a title, a number, recipients and text, in characters."""
    head: int = 120
    """Longest title and number together, in characters."""


FUSED = FusedLimits()


def restore_line_ends(draft: Draft) -> Draft:
    """The draft with each line that holds a whole document cut where the lines of print ended."""
    lines: list[Line] = []
    findings: list[Finding] = []
    for line in draft.lines:
        pieces = _pieces(line)
        lines += pieces
        if len(pieces) > 1:
            findings.append(_restored(line))
    if not findings:
        return draft
    return replace(draft, lines=lines, findings=(*draft.findings, *findings))


def _restored(line: Line) -> Finding:
    """What is said of a line that was cut."""
    return Finding(
        line=line.number,
        kind="line-ends-lost",
        severity="warning",
        found="",
        message=say("message.line-ends-lost"),
    )


def _pieces(line: Line) -> list[Line]:
    """The lines of print that a line holds; the line alone where it holds one."""
    if line.cells or line.said or not _can_hold_head(line.text):
        return [line]
    cuts = {cut for head in _find_heads(line.text) for cut in head}
    if not cuts:
        return [line]
    cuts |= {match.end() for match in _BLANK.finditer(line.text)}
    cuts |= {0, len(line.text), *_find_items(line.text)}
    cuts |= set(_find_signatures(line.text, cuts))
    texts = [line.text[start:end].strip() for start, end in pairwise(sorted(cuts))]
    first, *others = _with_enumerators(filter(None, texts))
    below = (msgspec.structs.replace(line, text=text, gap=False, mark="") for text in others)
    return [msgspec.structs.replace(line, text=first), *below]


def _can_hold_head(text: str) -> bool:
    """Whether a line is long enough, and has what every title with recipients has."""
    has_title = _ABOUT in text or _OF in text
    return len(text) >= FUSED.shortest and has_title and _COLON.search(text) is not None


def _with_enumerators(texts: Iterable[str]) -> Iterator[str]:
    """The texts, each enumerator that stands alone with what it counts: 第一条 | 为规范管理，…."""
    alone = ""
    for text in texts:
        enumerator = read_enumerator(f"{text} ")
        if enumerator is not None and enumerator.end >= len(text):
            alone += f"{text} "
        else:
            yield alone + text
            alone = ""
    if alone:
        yield alone.strip()


def _find_heads(text: str) -> Iterator[tuple[int, ...]]:
    """Where title, number and recipients begin, and where these end, of each document that a line holds."""
    if head := _head_at(text, 0, 0):
        yield head
    for match in find_numbers(text) if "〔" in text else ():
        if opens_with_recipients(text[match.end() :]):
            head = _head_before(text, match.end())
            if head is not None:
                yield *head, match.end(), _behind_colon(text, match.end())
        elif match.start() in _boundaries(text, match.start(), match.end()):
            yield from filter(None, [_head_at(text, match.start(), match.end())])


def _head_at(text: str, start: int, title: int) -> tuple[int, ...] | None:
    """The head that begins at a place, of a title with recipients behind it: the longest title that they follow.

    :param title: where the title begins
    """
    colon = _COLON.search(text, title, title + FUSED.head)
    if colon is None:
        return None
    for end in reversed(find_official_kinds(text, title, colon.start())):
        if _is_whole_title(text[title:end]) and opens_with_recipients(text[end:]):
            return start, title, end, colon.end()
    return None


def _is_whole_title(text: str) -> bool:
    """Whether a text is a title that begins with 关于, with 对, or with its organ."""
    bare = squeeze(text)
    organ = bare.partition(_ABOUT if _ABOUT in bare else _OF)[0]
    return is_title(bare) and (not organ or is_organ(organ))


def _behind_colon(text: str, place: int) -> int:
    """Where the recipients end that open a text at a place."""
    colon = _COLON.search(text, place)
    return colon.end() if colon else place


def _boundaries(text: str, first: int, end: int) -> list[int]:
    """Where a title or a number may begin in a stretch of a text."""
    return [match.start() for match in _BOUNDARY.finditer(text, first, end)]


def _head_before(text: str, end: int) -> tuple[int, int] | None:
    """Where title and number begin that end at a place."""
    for start in reversed(_boundaries(text, max(0, end - FUSED.head), end)):
        title, number = split_trailing_number(text[start:end])
        if number is not None and _is_whole_title(title):
            return start, _behind(text, start, len(title))
    return None


def _behind(text: str, start: int, size: int) -> int:
    """The place behind this many characters, blanks not counted."""
    places = (place for place in range(start, len(text)) if not text[place].isspace())
    return next(islice(places, size - 1, None)) + 1


def _find_items(text: str) -> Iterator[int]:
    """Where the items of a list begin, each behind the end of a sentence and counting on from the one before."""
    counted: dict[str, int] = {}
    for match in _ITEM.finditer(text):
        if text.startswith(ATTACHMENT_SHUT, match.start()):
            yield match.start()
        enumerator = read_enumerator(text[match.start() :])
        if enumerator and enumerator.number in (1, counted.get(enumerator.kind, 0) + 1):
            counted[enumerator.kind] = enumerator.number
            yield match.start()


def _find_signatures(text: str, cuts: Collection[int]) -> Iterator[int]:
    """Where the organs begin that sign, with the date behind them, at the end of a document."""
    for match in _SIGNED.finditer(text):
        if match.end() in cuts and split_organs(squeeze(match["organs"])):
            yield match.start("organs")
