"""Half-width marks inside Chinese prose as Chinese print has them: ``建设,构建`` is shown as ``建设，构建``.

Only the display follows this rule, in ``docs_src/assets/scripts/punctuation.js``; here the marks are counted. Widths
and forms are those of GB/T 15834-2011. What is written in Latin letters and figures stays: 1,000, 10:30, 1:1:1, f(x),
addresses, and document numbers with half-width brackets.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

HALF, FULL = ",;:?!()", "，；：？！（）"
"""Marks that have one Chinese form each, and these forms."""
QUOTES = {'"': "“”", "'": "‘’"}
"""Straight quotation marks and the pairs that they become."""
IDEOGRAPHS = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U00033fff"
"""Ranges of Chinese characters, as part of a class."""
LETTER = rf"[{IDEOGRAPHS}]"
"""A Chinese character."""
BEHIND = rf"[{IDEOGRAPHS}》〉」』】〕〗”’）。，、；：？！…—]"
"""What a mark follows in Chinese prose."""
BEFORE = rf"[{IDEOGRAPHS}《〈「『【〔〖“‘（]"
"""What follows it there."""
POINT = rf"[,;:?!](?:(?<={BEHIND}.)|(?<={BEHIND}[ 　].)|(?={BEFORE}))"
"""A comma, semicolon, colon, question or exclamation mark of Chinese prose."""
YEAR = r"^[0-9]{4}$"
"""What brackets in a document number have in them: 晋政发(2020)26号."""
NUMBER = r"^[0-9第]"
"""What follows them there."""
PLAIN = r"[0-9A-Za-z]"
"""A Latin letter or a figure, behind which brackets belong to a formula or a unit: f(x), 100(m2)."""
CLOSED = r"""^(?:$|[ 　,;:?!)，。、；：？！）”’》])"""
"""What no quotation opens before."""

ANY_HALF = re.compile(r"""[,;:?!()"']""")
"""A mark that may have to be shown otherwise; most texts have none."""
_LETTER, _BEHIND, _BEFORE, _PLAIN = map(re.compile, (LETTER, BEHIND, BEFORE, PLAIN))
_YEAR, _NUMBER, _CLOSED, _POINT = map(re.compile, (YEAR, NUMBER, CLOSED, POINT))
_BRACKET, _HALF_BRACKET = re.compile("[()（）]"), re.compile("[()]")
_USUAL = re.compile(rf"\(([^()（）\n]*?{LETTER}[^()（）\n]*)\)")
"""Two brackets with a Chinese character and no others in them, as nearly all are."""
_SHOWN = str.maketrans(HALF, FULL)
_QUOTES = {mark: re.compile(f"[{mark}{pair}]") for mark, pair in QUOTES.items()}
_STRAIGHT = {mark: re.compile(mark) for mark in QUOTES}


class _Pair(NamedTuple):
    """Two places in a text that belong together."""

    first: int
    last: int


def has_letter(text: str) -> bool:
    """Whether a text has a Chinese character."""
    return _LETTER.search(text) is not None


def show_marks(text: str) -> str:
    """The text as Chinese print has its marks; every other character stays at its place.

    :param text: one paragraph or several, a line each
    """
    return _POINT.sub(lambda match: match[0].translate(_SHOWN), _show_pairs(text))


def count_marks(text: str) -> int:
    """How many marks of a text are shown otherwise than the source has them."""
    if not ANY_HALF.search(text):
        return 0
    paired = _show_pairs(text)
    pairs = sum(text.count(mark) - paired.count(mark) for mark in ("(", ")", *QUOTES))
    return pairs + len(_POINT.findall(paired))


def _show_pairs(text: str) -> str:
    """The text with brackets and quotation marks of Chinese prose, which are always two."""
    if "(" in text or ")" in text:
        text = _by_line(_show_brackets, _HALF_BRACKET, _USUAL.sub(r"（\1）", text))
    for mark in QUOTES:
        if mark in text:
            text = _by_line(partial(_show_quotes, mark=mark), _STRAIGHT[mark], text)
    return text


def _by_line(show: Callable[[str], str], mark: re.Pattern[str], text: str) -> str:
    """The text after a rule for those of its lines that have a mark."""
    done: list[str] = []
    end = 0
    while found := mark.search(text, end):
        start = text.rfind("\n", 0, found.start()) + 1
        stop = text.find("\n", found.start())
        stop = len(text) if stop < 0 else stop
        done += (text[end:start], show(text[start:stop]))
        end = stop
    return "".join([*done, text[end:]])


def _show_brackets(line: str) -> str:
    """The line with the brackets of Chinese prose."""
    shown = [
        pair
        for pair in _bracket_pairs(line)
        if line[pair.first] == "（" or line[pair.last] == "）" or _is_chinese_pair(line, *pair)
    ]
    return _put(line, shown, "（）")


def _bracket_pairs(line: str) -> Iterator[_Pair]:
    """The brackets that belong together, of either width."""
    opened: list[int] = []
    for match in _BRACKET.finditer(line):
        if match[0] in "(（":
            opened.append(match.start())
        elif opened:
            yield _Pair(opened.pop(), match.start())


def _is_chinese_pair(line: str, first: int, last: int) -> bool:
    """Whether two brackets are of Chinese prose: by what is in them, else by what is around them."""
    inner, before, behind = line[first + 1 : last], line[first - 1 : first], line[last + 1 :]
    if _YEAR.match(inner) and _NUMBER.match(behind):
        return False
    if _LETTER.search(inner) or _BEHIND.match(before):
        return True
    return _BEFORE.match(behind) is not None and not _PLAIN.match(before)


def _show_quotes(line: str, mark: str) -> str:
    """The line with quotation marks in pairs; one without another stays."""
    opening = QUOTES[mark][0]
    shown: list[_Pair] = []
    begin = -1
    for match in _QUOTES[mark].finditer(line):
        at, one = match.start(), match[0]
        if one in "'’" and _is_apostrophe(line, at):
            continue
        if one == opening or (begin < 0 and one == mark):
            begin = at if one == opening or not _CLOSED.match(line[at + 1 : at + 2]) else -1
        elif begin >= 0:
            if _is_chinese_quote(line, begin, at, mark):
                shown.append(_Pair(begin, at))
            begin = -1
    return _put(line, shown, QUOTES[mark])


def _put(line: str, pairs: Sequence[_Pair], marks: str) -> str:
    """The line with the marks of some pairs, an opening and a closing one."""
    places = sorted(
        [(pair.first, marks[0]) for pair in pairs] + [(pair.last, marks[1]) for pair in pairs]
    )
    pieces: list[str] = []
    end = 0
    for at, mark in places:
        pieces += (line[end:at], mark)
        end = at + 1
    return "".join([*pieces, line[end:]])


def _is_apostrophe(line: str, at: int) -> bool:
    """Whether a mark is inside a word in Latin letters."""
    return all(_PLAIN.match(one) for one in (line[at - 1 : at], line[at + 1 : at + 2]))


def _is_chinese_quote(line: str, first: int, last: int, mark: str) -> bool:
    """Whether two quotation marks are of Chinese prose."""
    if line[first] != mark or line[last] != mark or _LETTER.search(line, first, last):
        return True
    before, behind = line[first - 1 : first], line[last + 1 :]
    return _LETTER.match(before) is not None or _LETTER.match(behind) is not None
