"""Document numbers (发文字号), GB/T 9704-2012 clause 7.2.5.

A number has the organ's sign, the year in 〔〕, a serial number and 号.
"""

import re
from typing import NamedTuple

from generator.lexicon.above_text.head_marks import SIGNATORY
from generator.lexicon.above_text.traditional import NUMBER_END as TRADITIONAL_END
from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.counts.rare_numbers import (
    OLD_YEAR,
    SERIALS,
    is_broken_number,
    whole_year,
    write_serials,
)
from generator.lexicon.dates import PLAIN_DATE
from generator.lexicon.expressions.signs import CLOSE, DASHES, OPEN
from generator.lexicon.expressions.site_words import INDEX_LABELS
from generator.lexicon.expressions.years import NUMBER_YEAR
from generator.lexicon.numerals import (
    COUNTING,
    LONGEST_NUMBER,
    NUMERAL,
    ONES,
    TENS,
    in_figures,
    plain_digits,
    read_number,
)

NUMBER_END = "号"
"""The last character of every number; a text that cites one may leave it out."""
_SIGN = rf"{HAN}{{1,14}}?(?:字|发|函|令|办|电)?"
_COUNT = rf"(?:\d+|[{COUNTING}]+\d*)(?:\s+\d+)*"
"""A number of either script in which blanks may be between figures;
each text is one in one way only."""
ORDER_KINDS = ("令", "公告", "通告", "布告")
"""Kinds of document that are numbered without a bracketed year."""
ORDERED = f"(?:{'|'.join(ORDER_KINDS)})"
"""One of them: 国务院|令|第707号."""
ANNOUNCEMENTS = ("公告", "通告", "布告")
"""Those of them that are no orders."""
ANNOUNCED = f"(?:{'|'.join(ANNOUNCEMENTS)})"
"""One of these: 某某市人民政府公告."""
NUMBER = (
    rf"(?P<prefix>{_SIGN})\s*{OPEN}\s*(?P<year>{NUMBER_YEAR})\s*{CLOSE}"
    rf"\s*/?\s*(?:第\s*)?(?P<serial>{SERIALS})\s*号"
)
"""Regular expression of a number with a bracketed year, blanks allowed."""
ORDER = rf"第\s*(?P<order>{_COUNT})\s*号"
"""Regular expression of the number of an order or announcement: 第707号."""
YEARLY = rf"(?P<of>{NUMBER_YEAR})\s*年\s*第\s*(?P<nth>{NUMERAL})\s*号"
"""Regular expression of the number of an announcement by year: 2019年第1号."""

NUMBER_AND_DAY = r"〔\d{4}〕\d+号\s*\d{1,2}月\d{1,2}日"
"""How the head of a notice among several goes on behind its sign: 某政任〔2007〕9号 11月12日."""
_NUMBER = re.compile(NUMBER)
_ORDER = re.compile(ORDER)
_YEARLY = re.compile(YEARLY)
_OF_TERM = re.compile(rf"{OPEN}?(?P<term>第?[{TENS}]{{1,3}}届){CLOSE}?{ORDER}")
"""The number of an order or announcement by the term of a congress: 九届第37号, （十三届）第12号."""
_NAMED = re.compile(rf"{HAN}{{2,40}}{ORDERED}(?:{YEARLY}|{ORDER})")
_BARE_YEAR = re.compile(rf"{OPEN}(?P<year>{NUMBER_YEAR}){CLOSE}(?P<nth>第?)(?P<serial>\d+)号")
_LEADING = re.compile(rf"(?P<number>{NUMBER})(?P<title>关于.+)")
"""A title behind its number: 某政发〔2021〕2号关于…的通知."""
BARE_SIGN = (
    r"(?![^〔\[（(]{0,14}(?:的|关于|通知|意见|决定|公告|通告|通报|批复|办法|方案|规定|条例|报告))"
)
"""Where the sign of a number can begin behind a title: no later end of the title is within it."""
_BEHIND = re.compile(
    rf"(?P<title>.+?(?:通知|意见|决定|公告|通告|通报|批复|复函|报告|请示|议案|决议|命令)){BARE_SIGN}(?P<number>{NUMBER})"
)
"""A title before its number without brackets: 关于…的通知 某政发〔2021〕2号."""
_TRAILING = re.compile(rf"(?P<title>.+?)[（(](?P<number>{NUMBER})[)）]$")
_ORDER_LINE = re.compile(rf"(?P<title>{HAN}{{3,40}}令)[（(]?{ORDER}[)）]?$")
_OF_ANNOUNCEMENT = rf"(?:{OPEN}?第?[{TENS}]{{1,3}}届{CLOSE}?)?第\s*{_COUNT}\s*号"
_ANNOUNCEMENT_LINE = re.compile(
    rf"(?P<title>{HAN}{{4,40}}{ANNOUNCED})[（(]?(?P<number>{_OF_ANNOUNCEMENT})[)）]?$"
)
"""某某市人大常委会公告〔十三届〕第12号, 某某市公安局通告（第3号）: what announces and its number."""
_REGISTER = re.compile(
    rf"(?:登记号|统一编号|统一登记号|规范性文件编号|备案号|备案编号|有效性|{INDEX_LABELS}|公开属性|公开方式)[:：].{{1,60}}"
    rf"|[A-Z]{{2,8}}\d{{0,3}}{DASHES}\d{{4}}{DASHES}\d{{3,9}}",
)
_REGISTER_CODE = re.compile("[A-Z]")
_BESIDE = re.compile(
    rf"^(?:发文字号|发文号|文号)[:：]|(?<=号)[，,]?[（(]?{PLAIN_DATE}[)）]?$|(?<=号)[.．·]$"
)
"""A label before a number, and the date of the document or a stray point behind it."""
_DATED = re.compile(
    rf"[（(](?:{PLAIN_DATE}[，,]?(?P<after>.+号)|(?P<before>.+号)[，,]?{PLAIN_DATE})[)）]"
)
"""A number and the date of the document in the brackets that both have: （2021年3月5日　某政发〔2021〕3号）."""
DATE_BESIDE = re.compile(rf"[，,]?[（(]?{PLAIN_DATE}[，,)）]?")
"""The date beside a number on its line."""
_OLD = re.compile(
    rf"(?P<prefix>{_SIGN})(?:{OPEN}(?P<year>{OLD_YEAR}){CLOSE})(?:第)?(?P<serial>{SERIALS})号"
)
"""A number of the last century: 国发〔81〕23号."""
_OLD_FIRST = re.compile(
    rf"{OPEN}(?P<year>{OLD_YEAR}|{NUMBER_YEAR}){CLOSE}(?P<prefix>{HAN}{{1,10}}[发字函办电令])(?:第)?"
    rf"(?P<serial>{SERIALS})号"
)
"""One whose year is before its sign: （81）国发23号, （2001）某政字第3号."""
_LETTERED = re.compile(rf"(?P<sign>{HAN}{{1,12}}字)第(?P<serial>\d{{1,5}})号")
"""One without a year: 政秘字第3号."""
_EACH_END = re.compile(r"号(?=[、，和及]第?\d+号[)）]?$)")
"""The first 号 of two serials that each have one: 某政发〔2021〕3号、4号."""
_ZEROS = str.maketrans("OoＯ〇○", "00000")
"""What is printed for 0 among the figures of a year."""
_SPLIT = re.compile(
    rf"(?P<prefix>.+?)〔(?P<year>\d{{4}})〕(?P<serial>\d{{1,{LONGEST_NUMBER}}})[号號]?"
)
_SPLIT_ORDER = re.compile(
    rf"(?P<organ>[^〔〕]*?)(?P<kind>{ORDERED})?(?:(?P<year>\d{{4}})年)?"
    rf"第(?P<serial>\d{{1,{LONGEST_NUMBER}}})号",
)
ORDER_SERIAL = r"(?:(?P<year>\d{4})年)?第(?P<serial>\d{1,7})号"
"""Regular expression of the end of an order's number: 第707号, 2019年第1号."""


class DocumentNumber(NamedTuple):
    """The three parts of 云政发〔2021〕3号."""

    prefix: str
    year: int
    serial: int


class OrderNumber(NamedTuple):
    """The parts of 国务院令第707号 or 某某部公告2019年第1号; a document often has only 第707号."""

    organ: str
    kind: str
    year: int | None
    serial: int

    def agrees(self, other: "OrderNumber") -> bool:
        """Whether two can be one number: nothing that both of them say differs, organs aside."""
        pairs = ((self.kind, other.kind), (self.year, other.year))
        return self.serial == other.serial and all(one == two for one, two in pairs if one and two)


def read_year(text: str) -> int | None:
    """The year of a number in either script, a letter or a circle among its figures read as 0.

    E.g. ``2O21``, ``二〇二一``.
    """
    return read_number(text if text[:1] in ONES else text.translate(_ZEROS))


def format_number(match: re.Match[str]) -> str:
    """Canonical form of a match of :data:`NUMBER`: brackets 〔〕, Arabic figures, no zeros before them, no blanks.

    Several serials that do not count up stay as they are printed.
    """
    serial = squeeze(match["serial"])
    written = write_serials(serial) or plain_digits(serial)
    return f"{match['prefix']}〔{whole_year(read_year(match['year']))}〕{written}号"


def write_number(parts: DocumentNumber) -> str:
    """The number that has these parts: 云政发〔2021〕3号."""
    return f"{parts.prefix}〔{parts.year}〕{parts.serial}号"


def number_between(gap: str) -> str:
    """Regular expression of a number with something between its parts, and five characters of its organ at most.

    :param gap: regular expression of what may be there
    """
    return rf"{HAN}{{1,5}}{gap}〔{gap}\d{{4}}{gap}〕{gap}\d{{1,5}}{gap}号"


def read_number_line(text: str) -> str | None:
    """Canonical number of a line that is a number and nothing else, or None.

    Brackets around the number are allowed.
    """
    if NUMBER_END not in text:
        return _read_traditional(text) if TRADITIONAL_END in text else None
    bare = SIGNATORY.sub("", squeeze(_first_of_several(text)))
    if match := _DATED.fullmatch(bare):
        return _read_bare(match["after"] or match["before"])
    return _read_bare(_EACH_END.sub("", _BESIDE.sub("", bare)))


def _first_of_several(text: str) -> str:
    """The first number of a line on which each organ of a joint document has its own: 某财〔2020〕6号　某税发〔2020〕7号."""
    if text.count(NUMBER_END) == 1:
        return text
    several = [_NUMBER.fullmatch(part) for part in text.split()]
    signs = {number["prefix"] for number in several if number is not None}
    return text.split(maxsplit=1)[0] if len(signs) == len(several) else text


def _read_traditional(text: str) -> str | None:
    """Canonical number of a line that ends in 號, which it keeps."""
    number = read_number_line(text.replace(TRADITIONAL_END, NUMBER_END))
    return number and number.replace(NUMBER_END, TRADITIONAL_END)


def _read_bare(bare: str) -> str | None:
    """Canonical number of a text without blanks."""
    if len(bare) > 2 and bare[0] in "(（〔[【" and bare[-1] in ")）〕]】":
        bare = bare[1:-1]
    if match := _NUMBER.fullmatch(bare):
        return format_number(match) if write_serials(match["serial"]) else None
    if match := _BARE_YEAR.fullmatch(bare):
        return f"〔{read_year(match['year'])}〕{match['nth']}{plain_digits(match['serial'])}号"
    if _NAMED.fullmatch(bare):
        return plain_digits(bare)
    return _read_unyeared(bare) or _read_old(bare)


def _read_unyeared(bare: str) -> str | None:
    """Canonical number of an order or announcement, which has no year in brackets."""
    if match := _YEARLY.fullmatch(bare):
        return f"{read_year(match['of'])}年第{in_figures(match['nth'])}号"
    if match := _ORDER.fullmatch(bare) or _OF_TERM.fullmatch(bare):
        return f"{match.groupdict().get('term', '')}第{in_figures(match['order'])}号"
    return None


def _read_old(bare: str) -> str | None:
    """Canonical number of the last century: 国发〔81〕23号, （81）国发23号, 政秘字第3号."""
    if match := _OLD.fullmatch(bare) or _OLD_FIRST.fullmatch(bare):
        return format_number(match)
    if match := _LETTERED.fullmatch(bare):
        return f"{match['sign']}第{int(match['serial'])}号"
    return None


_REST = re.compile(r"(?:第\s*)?\d[\d\s]{0,6}号|号")


def is_rest_of_number(text: str) -> bool:
    """Whether a line is what the line above lacks of a number: ``3号``, ``号``."""
    return _REST.fullmatch(text.strip()) is not None


def is_number_with_year(text: str) -> bool:
    """Whether a line is a number with its year in brackets and nothing else; an order's may be text."""
    return ("〔" in text or "[" in text) and "〔" in (read_number_line(text) or "")


def is_broken_number_line(text: str) -> bool:
    """Whether a line is a number and nothing else, of which a part was lost or misread: 某政发〔2021〕　号."""
    bare = squeeze(text)
    return is_broken_number(bare) and not _lists_numbers(bare) and read_number_line(text) is None


def _lists_numbers(bare: str) -> bool:
    """Whether a text has several numbers of one organ: no document has two."""
    signs = [number["prefix"] for number in _NUMBER.finditer(bare)]
    return len(signs) > len(set(signs))


def is_register_line(text: str) -> bool:
    """Whether a line registers the document below it: ``登记号：QJGF—2023—0002``."""
    can_be = "：" in text or ":" in text or _REGISTER_CODE.match(text)  # most lines have neither
    return bool(can_be) and _REGISTER.fullmatch(squeeze(text)) is not None


def split_trailing_number(text: str) -> tuple[str, str | None]:
    """A title and the number on its line.

    ``…的通知（某政发〔2017〕40号）``, ``某政发〔2017〕40号关于…的通知``, ``某某省人民政府令第320号``,
    ``某某市人大常委会公告〔十三届〕第12号``.
    """
    bare = squeeze(text)
    if NUMBER_END not in bare:
        return bare, None
    for form in (_TRAILING, _LEADING, _BEHIND):
        if match := form.fullmatch(bare):
            return match["title"], format_number(match)
    if match := _ORDER_LINE.fullmatch(bare):
        return match["title"], f"第{in_figures(match['order'])}号"
    if match := _ANNOUNCEMENT_LINE.fullmatch(bare):
        return match["title"], read_number_line(match["number"])
    return bare, None


def find_numbers(text: str) -> list[re.Match[str]]:
    """All numbers with a bracketed year in a text, in order."""
    return list(_NUMBER.finditer(text))


def split_number(number: str | None) -> DocumentNumber | None:
    """The parts of a canonical number, or None for an order (第707号) or no number."""
    match = _SPLIT.fullmatch((number or "").replace(TRADITIONAL_END, NUMBER_END))
    return (
        DocumentNumber(match["prefix"], int(match["year"]), int(match["serial"])) if match else None
    )


_SHORT_YEAR = re.compile(r"〔(?P<year>\d\d)〕")


def full_year(number: str) -> str:
    """A canonical number with the year in four figures, by which one with two is found: 国发〔98〕3号."""
    return _SHORT_YEAR.sub(_in_full, number) if "〔" in number else number


def _in_full(match: re.Match[str]) -> str:
    """A bracketed year in four figures."""
    return f"〔{whole_year(int(match['year']))}〕"


def split_order(number: str | None) -> OrderNumber | None:
    """The parts of a canonical number of an order or announcement.

    None for one with a bracketed year.
    """
    match = _SPLIT_ORDER.fullmatch(number or "")
    if not match:
        return None
    year = int(match["year"]) if match["year"] else None
    return OrderNumber(match["organ"], match["kind"] or "", year, int(match["serial"]))
