"""Why a line may be left out as page furniture: reasons that are checked without the reader's rules.

A line is furniture where it is a folio or a drawn rule, where its tag says so, where it comes back,
where it names the issue of the gazette or is its name at a folio, where it names a column or is a word of a site,
or where it is a watermark.
A line that is printed once and is none of these is text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.lexicon.characters import HAN
from generator.lexicon.expressions.site_words import LIBRARIES, SCANNERS
from generator.lexicon.gazettes import is_site_line, read_column
from generator.model import Finding
from generator.proof.visible_text import visible

KIND = "page-furniture"
_FOLIO = re.compile(r"(?:[\W\d_]|第|页|共|page_?number|page|of|p)+", re.IGNORECASE)
_RULE = re.compile(r"[—–―─━═＝＿－★☆＊※\s-]+")
_FIGURES = re.compile(r"\d+")
_TAGGED = re.compile(r"<(header|footer)>[^<>]*</\1>", re.IGNORECASE)
_NAMED = re.compile("[公政]报")
_NAME = re.compile(rf"{HAN}{{2,24}}[公政]报")
_WATERMARK = re.compile(f"{LIBRARIES}|{SCANNERS}", re.IGNORECASE)
_STOP = re.compile("[。；！？：]")
LONGEST = 70
"""Longest running head, in characters."""
MASTHEAD = 8
"""First lines of a source, where a running head that follows is printed first."""
_WORD = re.compile(r"[^\W\d_]+")


def without_reasons(
    findings: Iterable[Finding], printed: Sequence[tuple[int, str]]
) -> list[Finding]:
    """The findings that say of a line that it is page furniture, though nothing on the page shows it."""
    said = [one for one in findings if one.kind == KIND and not _is_furniture(one.found)]
    if not said:
        return []
    dropped = Counter(_words_of(one.found) for one in said)
    words = [_words_of(text) for _, text in printed]
    often, above = Counter(words), Counter(words[:MASTHEAD])
    for name in above:
        often[name] -= above[name]
    beside = _named_beside_folios(printed)
    return [
        one
        for one in said
        if one.line not in beside and not _comes_back(_words_of(one.found), dropped, often, above)
    ]


def _named_beside_folios(printed: Sequence[tuple[int, str]]) -> set[int]:
    """The lines that are the name of a gazette and nothing else, right above or below a folio."""
    beside: set[int] = set()
    for pair in pairwise((number, text) for number, text in printed if text.strip()):
        for (number, text), (_, folio) in (pair, pair[::-1]):
            is_name = _NAME.fullmatch(visible(text)) is not None
            if is_name and _FOLIO.fullmatch(folio) and _FIGURES.search(folio):
                beside.add(number)
    return beside


def _is_furniture(text: str) -> bool:
    """Whether a text is a folio or a rule, or says by its tag or its words what it is."""
    if _RULE.fullmatch(text) or (_FOLIO.fullmatch(text) and _FIGURES.search(text)):
        return True
    bare = visible(text)
    columns = any(map(read_column, text.split()))
    is_named = _NAMED.search(bare) is not None and (columns or _FIGURES.search(bare) is not None)
    is_shown = is_named or _WATERMARK.search(bare) is not None
    return (
        (is_shown and len(bare) <= LONGEST and _STOP.search(bare) is None)
        or _TAGGED.fullmatch(text.strip()) is not None
        or is_site_line(text)
        or read_column(text) is not None
    )


def _comes_back(
    words: str, dropped: Counter[str], often: Counter[str], above: Counter[str]
) -> bool:
    """Whether a line is printed more than once, and most of its prints behind the masthead are no text."""
    if dropped[words] > 1:
        return often[words] - dropped[words] <= dropped[words]
    return above[words] > 0 and often[words] == dropped[words]


def _words_of(text: str) -> str:
    """What two prints of a running head share: their words, in any order, without figures."""
    return " ".join(sorted(_WORD.findall(text)))
