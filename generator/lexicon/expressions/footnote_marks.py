"""The marks of footnotes (脚注), which are printed in a sentence and again at the head of the note.

==========================  ==============================  =======
at the head of the note     in the sentence                 mark
==========================  ==============================  =======
［1］…, [1]…, 〔1〕…, 【1】…  ［1］, [1], 〔1〕, 【1】           ``[1]``
①…, ［①］…, 注①：…           ①, ［①］, （①）                  ``①``
¹…                          ¹                               ``¹``
*…, ＊＊…, ※…, †…           *, ＊＊, ※, † behind a word      ``*``
注：…, 注1：…, 脚注：…        （注）, ［注1］, 〔注1〕, 注1       ``注1``
==========================  ==============================  =======
"""

import re

from generator.lexicon.characters import IDEOGRAPHS, squeeze
from generator.lexicon.expressions.labels import OWN_REMARKS

_CIRCLED = "①-⑳"
_COUNTED = tuple(map(chr, range(ord("①"), ord("⑳") + 1)))
_RAISED = "¹²³⁴-⁹"
_SIGNS = "*＊※†"
_OPEN, _CLOSE = r"[［\[〔【]", r"[］\]〕】]"
_WORD = "注"
_LONG_WORDS = "注释|注解|脚注"
UNNUMBERED = _WORD
"""The mark of a note that has no number: ``注：…``."""
OPENS = re.compile(rf"[［\[〔【{_WORD}脚{_CIRCLED}{_RAISED}{_SIGNS}]")
"""The first character of every footnote; most lines have another one and need no further look."""
_AT_HEAD = re.compile(
    rf"{_OPEN}\s*(?P<figures>\d{{1,2}})\s*{_CLOSE}"
    rf"|{_OPEN}\s*{_WORD}\s*(?P<held>\d{{0,2}})\s*{_CLOSE}\s*[:：]?"
    rf"|(?:{_WORD}|{_LONG_WORDS})\s*(?P<told>\d{{0,2}})\s*[:：]"
    rf"|(?:{_WORD}\s*|{_OPEN}\s*)?(?P<circled>[{_CIRCLED}])(?:\s*{_CLOSE}|\s*[:：])?"
    rf"|(?P<raised>[{_RAISED}])"
    rf"|(?P<sign>[{_SIGNS}]{{1,3}})(?![{_SIGNS}])"
)
_HELD = rf"[（(［\[〔【]\s*{_WORD}\s*%s\s*[)）］\]〕】]"
_BARE = rf"(?<=[{IDEOGRAPHS}]){_WORD}%s(?!\d)"
"""``河长制注1``: a word without brackets, which needs its number."""
_SIGN = rf"(?<=[{IDEOGRAPHS}”》）)%%％])%s(?![{_SIGNS}\d])"


_AT_END = re.compile(
    rf"(?P<printed>{_OPEN}\s*(?P<figures>\d{{1,2}})\s*{_CLOSE}|[（(［\[〔【]\s*(?P<held>[{_CIRCLED}])\s*[)）］\]〕】]"
    rf"|(?P<circled>[{_CIRCLED}])|(?P<raised>[{_RAISED}])|(?<![{_SIGNS}])(?P<sign>[{_SIGNS}]{{1,3}}))\s*"
)
_ENDS = frozenset((*_COUNTED, *"¹²³⁴⁵⁶⁷⁸⁹*＊※†］]〕】)）"))
"""The last character of every mark; most lines have another one and need no further look."""
_LONGEST_MARK = 6
"""Longest mark at the end of a text, in characters: ``［ 12 ］``."""


def split_footnote_mark(text: str) -> tuple[str, str, str]:
    """A text, the mark of a footnote that is printed at its end, and the mark in one form; no marks where none is.

    ``某某市人民政府关于…的通知①`` → ``…的通知``, ``①``, ``①``.
    """
    bare = text.rstrip()
    if bare[-1:] not in _ENDS:
        return text, "", ""
    for begin in range(max(1, len(bare) - _LONGEST_MARK), len(bare)):
        if match := _AT_END.fullmatch(bare, begin):
            return bare[:begin].rstrip(), match["printed"], _in_one_form(match)
    return text, "", ""


def _in_one_form(match: re.Match[str]) -> str:
    """A mark as :func:`read_footnote_mark` writes it."""
    kind, value = next(
        (kind, value)
        for kind, value in match.groupdict().items()
        if value is not None and kind != "printed"
    )
    return f"[{value}]" if kind == "figures" else squeeze(value).replace("＊", "*")


def read_footnote_mark(text: str) -> str | None:
    """The mark of the footnote that opens a text, in one form whatever its brackets are; None for any other text."""
    match = _AT_HEAD.match(text) if OPENS.match(text) else None
    if match is None or not text[match.end() :].strip():
        return None
    kind, value = next(
        (kind, value) for kind, value in match.groupdict().items() if value is not None
    )
    if kind in ("held", "told"):
        return f"{_WORD}{value}"
    return f"[{value}]" if kind == "figures" else squeeze(value).replace("＊", "*")


def is_own_remark(text: str) -> bool:
    """Whether a note says itself what it is: ``注：…``, ``说明：…``, and a footnote with its mark, ``［1］…``."""
    return text.startswith(OWN_REMARKS) or read_footnote_mark(text) is not None


def has_footnote_mark(text: str, mark: str) -> bool:
    """Whether a text has the mark of a footnote behind a word of its own, and not at its head."""
    return any(match.start() > 0 for match in _in_text(mark).finditer(text.lstrip()))


def is_counted(text: str, mark: str) -> bool:
    """Whether a circled number counts inside a sentence: the one before or after it is in the same (①甲类、②乙类)."""
    if mark not in _COUNTED:
        return False
    before, _, behind = text.rpartition(mark)
    sentence = before.rpartition("。")[2], behind.partition("。")[0]
    return chr(ord(mark) - 1) in sentence[0] or chr(ord(mark) + 1) in sentence[1]


def _in_text(mark: str) -> re.Pattern[str]:
    """What a mark is where a sentence has it."""
    if mark.startswith(_WORD):
        number = mark.removeprefix(_WORD)
        return re.compile(_HELD % number + (f"|{_BARE}" % number if number else ""))
    if mark.startswith("["):
        return re.compile(rf"{_OPEN}\s*{mark.strip('[]')}\s*{_CLOSE}")
    if mark[0] in _SIGNS:
        return re.compile(_SIGN % re.escape(mark).replace(r"\*", "[*＊]"))
    return re.compile(mark)
