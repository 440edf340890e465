"""Characters of printed text: its blanks, brackets and the marks that end a sentence."""

import re
from collections.abc import Callable
from functools import lru_cache

from generator.lexicon.expressions.labels import BOX
from generator.lexicon.expressions.stops import ENDING_STOPS
from generator.lexicon.expressions.years import YEAR
from generator.lexicon.numerals import TENS, THOUSANDS

SELECTORS = r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Invisible characters that choose a form of the character before them, as part of a class."""
IDEOGRAPHS = (
    rf"\u3007\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\U00020000-\U0003fffd{SELECTORS}"
    r"\ue000-\ue864\U000f0000-\U0010fffd"
)
"""Ranges of Chinese characters as part of a class: 〇, the rare ones of planes 2 and 3 too (𬭎, 𠮷),
with the form that is chosen, and those for private use, where GBK and fonts of one's own keep
characters that had no code."""
HAN = f"[{IDEOGRAPHS}]"
"""One Chinese character, as part of a larger expression."""
FREQUENT = r"\u3007\u3400-\u4dbf\u4e00-\u9fff"
"""Frequent Chinese characters, as part of a class: those that every other program knows as letters."""
FULL_WIDTHS = r"\u2014\u2018\u2019\u201c\u201d\u3000-\u303e\u4e00-\u9fff\uff01-\uff60"
"""Frequent characters that are as wide as one of Chinese, as part of a class: not all that are."""
BETWEEN = "\u3000"
"""The blank that is kept between words which the print sets apart:
``王某某　市委宣传部副部长``."""
_WIDE = rf"[\u2014-\u2027\u2460-\u24ff\u3001-\u30ff{IDEOGRAPHS}\uff00-\uffef]"
_BLANK = re.compile(
    rf" (?:(?={_WIDE})|(?<={_WIDE} )"
    r"|(?<=[\d.%)\]] )(?=[,.:;)\]%])|(?<=[,.:;(\[] )(?=[\d(]))"
)
"""A blank beside a Chinese character or mark, or between figures and their marks.

The blank is first, which the search of an expression finds at once."""
_DIVISION = re.compile(rf"(第[{THOUSANDS}\d]+(?:分?编|[篇章节条目]|部分)(?:之[{TENS}]+)?)\s+")
_CAPTION = re.compile(rf"((?:{BOX}|附?[表图]\s*)\d{{1,3}}(?:[-—.]\d{{1,2}})?)\s+(?={HAN}|[“《])")
"""What opens the caption of a box, a table or a picture: ``专栏 1 主要指标``, ``表2-1 任务分解表``."""
_CAPTIONED = tuple("专表图附")
_DECIMAL = re.compile(
    rf"^(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}|\d{{1,2}}(?=\s+{HAN}{{2,16}}$))\s+(?={HAN})"
)
_BEFORE_YEAR = re.compile(rf"^(\d{{1,3}}[.．])\s+(?={YEAR}\s*[年—–-])")
"""An enumerator before a year: ``2. 2020 年…``, where 2.2020 would read as a figure."""
_KEPT = "\ufdd1"
"""Represents a blank that stays while the others go; a noncharacter, which no source holds."""
_PUNCTUATION = re.compile(rf"[\s{SELECTORS}《》〈〉“”‘’\"'（）()〔〕\[\]，,、。.：:；;·—-]+")
_ENDS = frozenset(ENDING_STOPS)
_COLONS = frozenset("：:")
_CLOSERS = '”’）)》」』"'
"""What may close behind the mark that ends a sentence."""
_TAIL = 20
"""Last characters of a text that say whether a sentence ends:
a guard against slowness, no mark has more behind it."""


DEVICES = frozenset({
    "con", "prn", "aux", "nul", "conin$", "conout$",
    *(f"{port}{nth}" for port in ("com", "lpt") for nth in "0123456789¹²³"),
})  # fmt: skip
"""Names that Windows keeps for devices, whatever ending follows."""


def is_device(name: str) -> bool:
    """Whether Windows takes a file's name for that of a device.

    E.g. ``con``, ``NUL.txt``, ``com1.md``.
    """
    return name.split(".", 1)[0].rstrip(" ").casefold() in DEVICES


@lru_cache(maxsize=2048)
def squeeze(text: str) -> str:
    """The text without any blanks."""
    return "".join(text.split())


def fold(text: str) -> str:
    """The text reduced to what two prints of one title share.

    It has no blanks, brackets, quotation marks or punctuation, nor the selectors that choose
    between forms of one character.
    """
    return _PUNCTUATION.sub("", text)


def tidy(text: str) -> str:
    """The text without the blanks of the layout: ``决 策事项`` → ``决策事项``.

    The blank after 第一条, 第一章, 专栏1, 表1 or a decimal number,
    that in ``2. 2020年`` and those between Latin words stay.
    """
    marked = " ".join(text.split())
    if " " not in marked:
        return marked
    if marked[:1].isdecimal():
        marked = _keep_behind(_BEFORE_YEAR.match, _keep_behind(_DECIMAL.match, marked))
    elif marked.startswith("第"):
        marked = _keep_behind(_DIVISION.search, marked)
    elif marked.startswith(_CAPTIONED):
        marked = _keep_behind(_CAPTION.match, marked)
    return _BLANK.sub("", marked).replace(_KEPT, " ")


def _keep_behind(find: Callable[[str], re.Match[str] | None], text: str) -> str:
    """A text whose blank behind what is found in it stays."""
    found = find(text)
    return f"{text[: found.end(1)]}{_KEPT}{text[found.end() :]}" if found else text


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a mark that closes a sentence, a list item or opens a list."""
    text = text.rstrip()
    last = text[-1:]
    if last and last in _CLOSERS:
        return text[-_TAIL:].rstrip(_CLOSERS)[-1:] in _ENDS
    return last in _ENDS or last in _COLONS


def open_brackets(text: str) -> bool:
    """Whether 《, 〔, “ or （ opened in the text is still open at its end.

    The two widths of a parenthesis count together.
    """
    count = text.count
    return (
        count("《") > count("》")
        or count("〔") > count("〕")
        or count("“") > count("”")
        or count("（") + count("(") > count("）") + count(")")
    )


def open_title(text: str) -> bool:
    """Whether a 《 is still open at the end of a text."""
    return text.rfind("《") > text.rfind("》")
