"""Citations in one text, each with the place where it begins.

They are printed as 《title》, 《title》（number） and bare numbers.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.signs import CLOSE_MISREAD, OPEN_BEHIND
from generator.lexicon.expressions.verbs import SHORT_FORM
from generator.lexicon.numerals import NUMERAL, read_number
from generator.link.cited_numbers import Number, find_numbers, read_numbers
from generator.link.cited_titles import is_work

_TITLE = re.compile(
    r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》|《(?P<broken>[^》]{2,120})》"
)
_OPEN = re.compile(rf"\s*{OPEN_BEHIND}\s*")
"""What opens the brackets behind a title."""
_CLOSED = re.compile(
    rf"(?:文件?)?\s*{CLOSE_MISREAD}"
    rf"|[^（()）《》]{{0,40}}(?:{SHORT_FORM}《[^《》]{{1,40}}》[^（()）《》]{{0,20}})?[)）]"
)
"""What may be between a number and the bracket that closes behind it;
a misread one (国发〔2018〕19号〕) closes too."""
FARTHEST_TITLE = 3
"""Farthest 》 of a title before another of the same list, in characters, the 》 included.

《甲》和《乙》 and 《甲》、和《乙》 list two titles;
where more is between them, numbers behind belong to the second.
"""
_ARTICLE = re.compile(
    rf"\s*(?:[（(][^（()）《》]{{1,30}}[)）])?的?\s*第\s*(?P<n>{NUMERAL})\s*条(?:之(?P<sub>{NUMERAL}))?"
)
"""第十二条, （2019年修正）第十二条, 的第十二条."""


class Found(NamedTuple):
    """A citation in a text."""

    start: int
    """Offset at which it begins."""
    end: int
    """Offset after it; that of ``start`` for a number that
    is meant without being printed (4 of 3至5号)."""
    title: str | None
    """Title without the outer 《》 and without blanks."""
    number: str | None
    """Number in canonical form."""
    incomplete: bool = False
    """Whether the number lacks its 号 in print."""
    article: int | None = None
    """12 where 第十二条 follows the title."""
    insertion: int | None = None
    """1 where 第十二条之一 does."""


def find_citations(text: str) -> Iterator[Found]:
    """All citations in a text, in order.

    A number inside a title counts apart, a title inside a title does not.
    """
    position = 0
    for match in _TITLE.finditer(text):
        if match.start() < position:
            continue
        yield from _find_bare(text, position, match.start())
        own, others = _numbers_of(text, match)
        end = own.end if own else match.end()
        title = _title_of(match)
        if title and (own or not is_work(title, text, match.start(), match.end())):
            yield _titled(text, match.start(), end, title, own)
        if title:
            yield from _find_bare(text, match.start(), match.end())
        yield from (_bare(text, number) for number in others)
        position = others[-1].end if others else end
    yield from _find_bare(text, position, len(text))


def _title_of(match: re.Match[str]) -> str:
    """The title that was matched, without blanks and without a 《 that another one follows."""
    if match["title"] is not None:
        return squeeze(match["title"])
    return squeeze(match["broken"].replace("《", ""))


def _numbers_of(text: str, match: re.Match[str]) -> tuple[Number | None, list[Number]]:
    """The number of the title that was matched, and the others behind it.

    Several behind two titles are nobody's.
    """
    numbers = _numbers_behind(text, match.end())
    if not numbers or (len(numbers) > 1 and _follows_title(text, match.start())):
        return None, numbers
    return numbers[0], numbers[1:]


def _titled(text: str, start: int, end: int, title: str, own: Number | None) -> Found:
    """The citation of a title, with its number and with the article behind both."""
    article, insertion = _article_behind(text, end)
    if own is None:
        return Found(start, end, title, None, article=article, insertion=insertion)
    return Found(start, end, title, own.number, own.incomplete, article, insertion)


def _numbers_behind(text: str, end: int) -> list[Number]:
    """The numbers in the brackets right after a title; a single one ends with its bracket."""
    opened = _OPEN.match(text, end)
    numbers = read_numbers(text, opened.end(), len(text)) if opened else []
    closed = _CLOSED.match(text, numbers[0].end) if len(numbers) == 1 else None
    if closed and not find_numbers(text, numbers[0].end, closed.end()):
        return [numbers[0]._replace(end=closed.end())]
    return numbers


def _follows_title(text: str, start: int) -> bool:
    """Whether a title is right before another.

    Nobody then says which of two numbers behind them is whose.
    """
    return text[max(start - FARTHEST_TITLE, 0) : start].rstrip("、和与及 ").endswith("》")


def _article_behind(text: str, end: int) -> tuple[int | None, int | None]:
    """The article that is cited after a title, and its insertion."""
    match = _ARTICLE.match(text, end)
    if match is None:
        return None, None
    return read_number(match["n"]), read_number(match["sub"] or "")


def _find_bare(text: str, start: int, end: int) -> Iterator[Found]:
    """Numbers without a title."""
    yield from (_bare(text, number) for number in find_numbers(text, start, end))


def _bare(text: str, number: Number) -> Found:
    """The citation of a number without a title, with the article behind it."""
    article, insertion = _article_behind(text, number.end)
    return Found(
        number.start, number.end, None, number.number, article=article, insertion=insertion
    )
