"""The parts in which one number of a gazette appears: 第12期（上）, 第12期（下册）, 第3期（上半月）, 第12期（二）.

A printer who cannot bind a number in one volume calls its parts 上 and 下, with 中 between them, or counts them. Whoever
names a file says it in the same words, or as an address does: ``2021-12-shang``, ``2021-12-p2``.
"""

import re
from collections.abc import Sequence

from generator.lexicon.expressions.joined import LONGEST_LINE
from generator.lexicon.expressions.labels import SPECIAL_WORDS
from generator.lexicon.expressions.years import HAN_YEAR, YEAR
from generator.lexicon.numerals import NUMERAL, ONES, TENS, read_number
from generator.model.ids import PARTS
from generator.model.issue import IssuePart

PART_CODES = dict(zip("上中下", PARTS, strict=True))
"""What a part is called, and how an address calls it."""
_UNIT = "(?:分册|册|卷|辑|编|篇|集|部分|部)"
_WORD = rf"[上中下](?:{_UNIT}|半月刊?|旬刊?)?"
_COUNTED = rf"第(?:\d{{1,2}}|[{TENS}]{{1,2}}){_UNIT}"
_OPEN, _CLOSE = "[（(【〔]", "[）)】〕]"
BRACKETED_PART = rf"{_OPEN}(?:{_WORD}|{_COUNTED}|之?[{TENS}]{{1,2}}{_UNIT}?){_CLOSE}"
"""（上）, （下册）, （第二分册）, （之一）, （二）."""
_BEHIND = rf"(?=$|[（()）]|总第|出版|(?:{YEAR}|{HAN_YEAR})年)"
_PART = rf"(?P<part>{BRACKETED_PART}|(?:{_WORD}|{_COUNTED}|之[{TENS}]{{1,2}}){_BEHIND})"
_SERIAL = rf"(?:[（·,，]?总第?{NUMERAL}[期号]）?)?"
_COUNT = rf"(?:{NUMERAL}期|合刊|合期|(?P<special>{SPECIAL_WORDS})|No\.?\d{{1,3}}|(?:^|(?<=[公政]报)){YEAR}年?[·.•/]\d{{1,2}})"
"""What counts an issue, and what its part is behind: 第12期, 2021·12, No.12."""
_BEHIND_COUNT = re.compile(
    rf"(?P<count>{_COUNT}{_SERIAL})(?P<cut>[·•—–－,，、/:：-]?{_PART})", re.IGNORECASE
)
_BEFORE_SIGN = re.compile(rf"(?P<count>第{NUMERAL})(?P<cut>(?P<part>{BRACKETED_PART}))(?=期)")
"""第12（上）期."""
_BELOW = re.compile(rf"{BRACKETED_PART}|{_WORD}|{_COUNTED}|之[{TENS}]{{1,2}}")
"""A part on a line of its own, below one that ends with what counts the issue."""
_ENDS_WITH_COUNT = re.compile(rf"{_COUNT}{_SERIAL}$", re.IGNORECASE)
_IN_NAME = re.compile(rf"(?<=[\da-z])[-_]?(?P<part>{BRACKETED_PART}|{_WORD}|{_COUNTED})$")
_CODED = re.compile(rf"(?<=[\da-z])-(?P<code>{'|'.join(PARTS)}|p[1-9]\d?)$", re.ASCII)
_WHICH = re.compile(rf"(?P<word>[上中下])|(?P<nth>\d{{1,2}}|[{TENS}]{{1,2}})")
_LIKE_PART = r"\d{1,2}|[A-Z]{1,3}|[甲乙丙丁]|[^（）]{0,2}[上中下册卷辑][^（）]{0,2}"
_DOUBTED = re.compile(
    rf"(?:{NUMERAL}期|合刊){_SERIAL}{_OPEN}(?P<inner>{_LIKE_PART}){_CLOSE}$"
    rf"|^{_OPEN}?(?:[上中下]{_UNIT}|{_COUNTED}){_CLOSE}?$|^{_OPEN}[上中下]{_CLOSE}$"
)
"""Like a part behind a number, and like one on a line of its own."""


def read_part(text: str) -> IssuePart | None:
    """The part that a text names and nothing else: 上, （下册）, 第二分册, 之一."""
    if _BELOW.fullmatch(text) is None:
        return None
    printed = text.strip("（()）【】〔〕")
    which = _WHICH.search(printed)
    number = read_number(which["nth"]) if which and which["nth"] else None
    if which is None or number == 0:
        return None
    return IssuePart(PART_CODES[which["word"]] if which["word"] else f"p{number}", printed)


def cut_parts(lines: Sequence[str]) -> tuple[list[str], IssuePart | None]:
    """The lines of the first pages without the part of the number that they print, and that part.

    Lines that print two parts speak of another one too, so none of them is that of the issue.
    """
    cut: list[str] = []
    found: dict[str, IssuePart] = {}
    above = ""
    for line in lines:
        bare, part = _cut_part(line, above)
        if part is not None:
            found.setdefault(part.code, part)
        cut.append(bare)
        above = line
    return (cut, next(iter(found.values()))) if len(found) == 1 else ([*lines], None)


def _cut_part(line: str, above: str) -> tuple[str, IssuePart | None]:
    """A line without the part of a number, and that part; ``above`` is the line above it."""
    if len(line) > LONGEST_LINE:
        return line, None
    if (part := read_part(line)) and len(above) <= LONGEST_LINE and _ENDS_WITH_COUNT.search(above):
        return "", part
    match = _BEHIND_COUNT.search(line) or _BEFORE_SIGN.search(line)
    part = read_part(match["part"]) if match else None
    if match is None or part is None or _is_own_number(match, part):
        return line, None
    return line[: match.start("cut")] + line[match.end("cut") :], part


def _is_own_number(match: re.Match[str], part: IssuePart) -> bool:
    """Whether what is behind a word such as 增刊 is its number: 增刊（二）."""
    return match.re is _BEHIND_COUNT and match["special"] is not None and part.code[0] == "p"


def cut_named_part(name: str) -> tuple[str, IssuePart | None]:
    """The name of a file without the part that it says, and that part: 2021-12-shang, 2021-12（上）, 2021年第12期下册."""
    if match := _CODED.search(name):
        return name[: match.start()], IssuePart(match["code"])
    (bare,), part = cut_parts([name])
    if part is None and (match := _IN_NAME.search(name)):
        return name[: match.start()], read_part(match["part"])
    return bare, part


def is_doubted_part(text: str) -> bool:
    """Whether a line names something like a part of a number that is not read as one: 第12期（A）, 第5期（2）.

    （上、下）are both in one volume, which is the whole number.
    """
    match = _DOUBTED.search(text) if len(text) <= LONGEST_LINE else None
    return match is not None and not {"上", "下"} <= set(match["inner"] or "")


def part_word(code: str) -> str:
    """What a gazette calls the part with a code: 上 for ``shang``, 二 for ``p2``."""
    words = {code: word for word, code in PART_CODES.items()}
    return words.get(code) or _in_characters(int(code[1:]))


def _in_characters(number: int) -> str:
    """A number below a hundred in characters: 二, 十二, 二十."""
    tens, ones = divmod(number, 10)
    digits = f" {ONES}"
    before = digits[tens] if tens > 1 else ""
    return f"{before}{'十' if tens else ''}{digits[ones]}".replace(" ", "")
