"""How a gazette counts an issue: by a number in the year, by several, outside the count, or over all years.

A printer counts the issues of a year from one. An issue that takes the place of two has both numbers (3、4期合刊).
What appears besides is counted by itself: 增刊第1期 is the first of the year that is called so, and a number that is
printed before the word is that of the year (第4期增刊). Whoever names a file says it in the same words, or as an
address does: ``2021-03_04``, ``2021-z1``, ``2021-s78``, ``2021-12-shang``.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.lexicon.characters import IDEOGRAPHS, squeeze
from generator.lexicon.expressions.issue_parts import cut_named_part
from generator.lexicon.expressions.joined import LONGEST_LINE, Joined, find_joined
from generator.lexicon.expressions.labels import SPECIAL_WORDS
from generator.lexicon.expressions.years import HAN_YEAR, YEAR
from generator.lexicon.numerals import NUMERAL, TENS, read_number
from generator.model.base import MOST_ISSUES
from generator.model.ids import SPECIALS
from generator.model.issue import IssuePart, Special

SPECIAL_CODES = dict(zip(SPECIAL_WORDS.split("|"), SPECIALS, strict=False))
"""What an issue outside the count is called, and how an address calls it."""
SPECIAL_NAMES = {code: kind for kind, code in SPECIAL_CODES.items()}
"""The other way round."""
OTHER_SPECIAL, OTHER_NAME = "x", "非正刊"
"""How an address, and a citation, call one of another name."""
ISSUE_LINE = (
    rf"(?:{YEAR}|{HAN_YEAR})年?(?:第?{NUMERAL}(?:[、—–~～至和/-]第?{NUMERAL})*(?:合?期|合刊)|{SPECIAL_WORDS})"
    rf"|(?:{SPECIAL_WORDS})(?:$|[第（(])"
)
"""How a line begins that counts an issue: 二〇二一年第四期, 2021年第3、4期合刊, 2021年增刊, 增刊第1期."""
_COUNTED_APART = ("增刊", "号外")
"""Those whose number may be on a line below; 安全生产专刊 above 第4期 is the fourth issue of the year."""
_OWN = rf"(?:\d{{1,3}}|[{TENS}]+)"
_SPECIAL = re.compile(
    rf"(?P<theme>(?:(?![年期号报])[{IDEOGRAPHS}]){{0,12}}?)(?P<kind>{SPECIAL_WORDS})"
    rf"(?P<count>[（(]?第?[（(]?(?P<own>{_OWN})(?![\d年月日])[)）]?[期号辑]?[)）]?)?"
)
_BEFORE = re.compile(r"(?:^|[期号年报\d）)])[（(·—－:：-]*$")
"""What is before the word and its theme: the name of the gazette, a year, a number."""
_BEHIND = re.compile(
    rf"[）)]*(?:$|[（(·,，/—－-]*(?:总第|总号|总期|第[\d{TENS}]|出版$|{YEAR}|{HAN_YEAR}))"
)
_NO_THEME = re.compile("[的本各]|关于|通知|目录|出版")
_NUMBER = re.compile(rf"(?<!总)第(?P<number>{NUMERAL})[期号]")
_SERIAL = re.compile(rf"总第?(?P<serial>{NUMERAL})[期号]")
_LATIN = re.compile(
    rf"(?:(?P<before>{YEAR})年?[,，.·/]?)?(?:Vol\.?\d{{1,4}}[,，.·/]?)?No\.?[:：]?(?P<number>\d{{1,3}})"
    rf"(?:[,，.·/（(]*(?P<behind>{YEAR})年?[)）]?)?(?:[（(]?总.*)?",
    re.IGNORECASE,
)
_NAMED_YEAR = re.compile(rf"(?<!\d)(?P<year>{YEAR}|{HAN_YEAR})(?!\d)")
_NAMED_NUMBER = re.compile(
    rf"(?:{YEAR}|{HAN_YEAR})年?[-_.·]?第?(?P<number>{NUMERAL})[期号]|(?<!总)第(?P<alone>{NUMERAL})[期号]"
)
_CODED_NUMBERS = r"0*(?P<first>[1-9]\d{0,3})(?:[_+]0*(?P<last>[1-9]\d{0,3}))?"
_CODED_SPECIAL = (
    rf"(?P<code>{'|'.join(sorted(SPECIAL_NAMES, reverse=True))})(?:0*(?P<own>[1-9]\d{{0,2}}))?"
)
_CODED = (
    re.compile(rf"(?P<year>[1-9]\d{{3}})-{_CODED_NUMBERS}(?:-{_CODED_SPECIAL})?", re.ASCII),
    re.compile(rf"(?P<year>[1-9]\d{{3}})-{_CODED_SPECIAL}", re.ASCII),
    re.compile(r"(?:(?P<year>[1-9]\d{3})-)?s0*(?P<serial>[1-9]\d{0,6})", re.ASCII),
)
"""2021-04, 2021-03_04, 2021-04-z, 2021-z1, 2021-s78, s78.

2021-03-04 can be a day or two numbers, so it says neither.
"""


class Counted(NamedTuple):
    """How an issue is counted, as far as lines or a name say it."""

    year: int | None = None
    numbers: tuple[int, ...] = ()
    """Its numbers in the year: one, those that it joins, or none."""
    serials: tuple[int, ...] = ()
    """Its numbers over all years."""
    special: Special | None = None
    part: IssuePart | None = None
    """Which part of its number it is: 上 of 第12期（上）."""

    @property
    def number(self) -> int | None:
        """Its number in the year, the first of those that it joins."""
        return self.numbers[0] if self.numbers else None

    @property
    def serial(self) -> int | None:
        """Its number over all years, the first of those that it joins."""
        return self.serials[0] if self.serials else None

    @property
    def joined(self) -> tuple[int, ...]:
        """Its numbers where these are several."""
        return self.numbers if len(self.numbers) > 1 else ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return self == Counted()


def find_joined_in(lines: Sequence[str]) -> Joined | None:
    """The numbers in the year that the first line joins which joins some."""
    return _first_joined(lines, serial=False)


def find_serials(lines: Sequence[str]) -> tuple[int, ...]:
    """The numbers over all years that the first line joins which joins some: 总第27、28期."""
    joined = _first_joined(lines, serial=True)
    return joined.numbers if joined else ()


def _first_joined(lines: Sequence[str], *, serial: bool) -> Joined | None:
    """The first numbers that a line joins, of one of the two counts."""
    for line in lines:
        for joined in find_joined(line):
            if joined.serial is serial:
                return joined
    return None


def find_special(lines: Sequence[str]) -> tuple[Special, tuple[int, ...]] | None:
    """What an issue outside the count is, and its numbers in the year, where some are printed before the word."""
    for at, line in enumerate(lines):
        match = _special_in(line)
        if match is None:
            continue
        above = [*lines[:at], line[: match.start()]]
        numbers = _numbers_in(above)
        own = read_number(match["own"]) if match["own"] else None
        if own is None and match["kind"] in _COUNTED_APART and not numbers:
            own = next(iter(_numbers_in([line[match.end() :], *lines[at + 1 :]])), None)
        elif own is None and not numbers:
            numbers = _numbers_in([line[match.end() :], *lines[at + 1 :]])
        return Special(match["kind"], own, _bracketed(match[0])), numbers
    return None


def read_special(text: str) -> Special | None:
    """What a text calls an issue outside the count, which says nothing else: 增刊第1期, 安全生产专刊."""
    plain = unicodedata.normalize("NFKC", squeeze(text)).replace("(", "（").replace(")", "）")
    match = _special_in(plain)
    if match is None or match.start() or match.end() != len(plain):
        return None
    own = read_number(match["own"]) if match["own"] else None
    return Special(match["kind"], own, plain)


def _bracketed(text: str) -> str:
    """The word with its number, without a bracket whose other half is elsewhere."""
    text = text.lstrip("（")
    return text if text.count("（") == text.count("）") else text.rstrip("）")


def _special_in(line: str) -> re.Match[str] | None:
    """The word that says that an issue is outside the count, on a line that can say so."""
    if len(line) > LONGEST_LINE:
        return None
    for match in _SPECIAL.finditer(line):
        theme = match["theme"]
        if theme and (match["kind"] in _COUNTED_APART or _NO_THEME.search(theme)):
            continue
        if _BEFORE.search(line[: match.start()]) and _BEHIND.match(line, match.end()):
            return match
    return None


def _numbers_in(lines: Sequence[str]) -> tuple[int, ...]:
    """The number in the year, or those that are joined, of the first line that prints some."""
    if joined := find_joined_in(lines):
        return joined.numbers
    for line in lines:
        if match := _NUMBER.search(line):
            number = read_number(match["number"])
            return (number,) if number and number <= MOST_ISSUES else ()
    return ()


def find_latin(lines: Sequence[str]) -> tuple[int | None, int] | None:
    """Year and number of a line in letters: ``No. 4``, ``2021 Vol.12 No.4``, ``No.4, 2021``."""
    for line in lines:
        if "o" not in line.lower():
            continue
        if match := _LATIN.fullmatch(line):
            year = match["before"] or match["behind"]
            return int(year) if year else None, int(match["number"])
    return None


def read_issue_name(name: str) -> Counted:
    """What the name of a file without its ending says of its issue; nothing where it can be read in two ways."""
    plain = unicodedata.normalize("NFKC", squeeze(name)).replace("(", "（").replace(")", "）")
    whole, part = cut_named_part(plain)
    counted = _read_whole_name(whole if part else name)
    return counted if counted.is_empty else counted._replace(part=part)


def _read_whole_name(name: str) -> Counted:
    """What a name says that names no part of a number."""
    for pattern in _CODED:
        if match := pattern.fullmatch(name):
            return _read_coded(match.groupdict())
    text = unicodedata.normalize("NFKC", squeeze(name)).replace("(", "（").replace(")", "）")
    if not re.search(rf"[期号]|{SPECIAL_WORDS}|合刊", text):
        return Counted()
    return _read_words(re.sub(rf"(?<=\d)[-_](?={SPECIAL_WORDS}|总)", "", text))


def _read_coded(parts: dict[str, str | None]) -> Counted:
    """What a name says that is written like an address."""
    year, first, last, own, serial = (
        int(parts.get(name) or 0) for name in ("year", "first", "last", "own", "serial")
    )
    code = parts.get("code")
    if last and not first < last:
        return Counted()
    numbers = tuple(range(first, (last or first) + 1)) if first else ()
    special = Special(SPECIAL_NAMES[code], own or None, "") if code else None
    return Counted(year or None, numbers, (serial,) if serial else (), special)


def _read_words(text: str) -> Counted:
    """What a name says in words: 2021年第3、4期合刊, 2021-增刊1, 总第123期."""
    year = _NAMED_YEAR.search(text)
    serial = _SERIAL.search(text)
    serials = find_serials([text]) or ((read_number(serial["serial"]) or 0,) if serial else ())
    found = find_special([text])
    special, numbers = found or (None, ())
    if special is None:
        numbers = _named_numbers(text)
    return Counted(
        year=read_number(year["year"]) if year else None,
        numbers=numbers,
        serials=tuple(filter(None, serials)),
        special=special,
    )


def _named_numbers(text: str) -> tuple[int, ...]:
    """The numbers in the year that a name says in words; a hyphen joins year and number too."""
    joined = next(_joined_in_name(text), None)
    if joined:
        return joined.numbers
    match = _NAMED_NUMBER.search(text)
    number = read_number(match["number"] or match["alone"]) if match else None
    return (number,) if number and number <= MOST_ISSUES else ()


def _joined_in_name(text: str) -> Iterator[Joined]:
    """The numbers that a name joins; 2021-3-4期 does so too, 2021-03-04 does not say it."""
    plain = re.sub(rf"^(.*?{YEAR})年?[-_.·]第?(?=\d)", r"\1年第", text)
    yield from (joined for joined in find_joined(plain) if not joined.serial)
