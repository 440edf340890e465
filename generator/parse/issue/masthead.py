"""The masthead: title of the gazette, year, number, serial number, date of publication, publisher."""

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.lexicon.characters import HAN, IDEOGRAPHS, squeeze
from generator.lexicon.dates import DATE, PLAIN_DATE, iso_date, read_date, read_short_date
from generator.lexicon.gazettes import GAZETTE
from generator.lexicon.numerals import NUMERAL, read_number
from generator.lexicon.organs import is_organ
from generator.model import PublicationRecord
from generator.model.base import MOST_ISSUES
from generator.parse.draft import Draft, Masthead

_TITLE = re.compile(rf"(?!本期|本刊|各期)[{IDEOGRAPHS}（）()]{{2,28}}{GAZETTE}")
_PLACELESS = re.compile(rf"(?:(?:人民)?政府|国务院|政务)?{GAZETTE}")
"""A name that lacks its place."""


@dataclass(frozen=True, slots=True)
class MastheadLimits:
    """What a line of the masthead is; a longer one is a sentence about the gazette."""

    line: int = 60
    """Longest line with the name or the date of the gazette, in characters without blanks."""
    place: int = 28
    """Longest line above 公报 that is the place in its name, in characters without blanks."""


MASTHEAD = MastheadLimits()
_HAN_YEAR = "[一二][九〇○零OＯ][〇○零OＯ一二三四五六七八九]{2}"
_FIGURES = re.compile(r"(?:19|20)\d\d \d{1,2}")
_BARE_YEAR_NUMBER = re.compile(r"(?P<year>(?:19|20)\d\d)[·.•/](?P<number>\d{1,2})")
_YEAR_NUMBER = re.compile(
    rf"(?P<year>[12][09]\d\d|{_HAN_YEAR})年?[·.,，/]?第?[（(]?(?P<number>{NUMERAL})[)）]?[期号]",
)
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d|二[〇○零OＯ][〇○零OＯ一二三四五六七八九]{2})年?(?![\d〔])")
_NUMBER = re.compile(rf"(?<!总)第(?P<number>{NUMERAL})[期号]")
_SERIAL = re.compile(rf"总(?:第|号|期)?[:：]?第?(?P<serial>{NUMERAL})[期号]?|总期数[:：]?(?P<other>{NUMERAL})")
_BESIDE_DATE = re.compile(
    rf"总第\d|{GAZETTE}|出版日期|(?:办公室|办公厅|人民政府)(?:(?:编|主办|编印)?$|(?=\d{{4}}年))",
)
"""What stands beside the date of an issue on its line, where no word says what it is the date of."""
_LABELLED_DATE = re.compile(r"出版(?:日期|时间)[:：](\d{4}[-./]\d{1,2}[-./]\d{1,2})")
_MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日出版")
_NAMED = rf"\s?[:：\s]\s?(?P<organ>{HAN}{{4,40}})(?!《|{HAN})"
_PUBLISHERS = (
    re.compile(rf"(?:编辑出版|编辑、出版|编辑发行|编辑单位|编印|出版发行|出版单位|出版者|出版|编辑){_NAMED}"),
    re.compile(rf"(?:主办单位|主办|主管主办|主管、主办){_NAMED}"),
    re.compile(
        rf"(?:(?<!{HAN})|(?<=[\d一二三四五六七八九十]日))(?P<organ>(?!日){HAN}{{4,30}}?)"
        r"(?:编辑出版|编辑|主办|编印|编)(?=$|\s)",
    ),
    re.compile(rf"^(?P<organ>{HAN}{{4,30}}(?:办公室|办公厅|人民政府))\s?(?={PLAIN_DATE}$)"),
)
"""Who publishes: 编辑出版：某某办公室; where none is named so, 主办, or 某某办公室编."""
_EDITED = re.compile("(?:编辑|编印|编|出版|主办)$")
_LABEL_AFTER = re.compile(
    "(?:主办单位|主办|主管|编辑|出版日期|出版时间|地址|电话|邮编|邮政编码|承印|印刷|刊号|电子邮箱|网址|发行|校对|总编|责任编辑|国内|国外).*$",
)
_LABEL_ALONE = re.compile(r"(?:主办单位|主办|编辑出版|编印|出版)[:：]?")


def read_masthead(draft: Draft) -> Draft:
    """The draft with its masthead, read from the lines before the body."""
    front = draft.lines[:draft.starts[0].first] if draft.starts else draft.lines
    known = {line.line for line in draft.front}
    texts = [line.text for line in draft.front]
    texts += [line.text for line in front[draft.body:] if line.number not in known]
    lines = [_plain(text) for text in texts]
    title = _find_title(lines, draft.publication)
    year, number = _find_year_number(lines)
    if number is None:
        year, number = _find_figures(texts) or (year, None)
    masthead = Masthead(
        title=title,
        year=year,
        number=number,
        serial=_find_serial(lines),
        published=_find_labelled(lines) or _find_published(lines, year),
        publisher=_find_publisher(lines, [_spaced(text) for text in texts], title),
    )
    return replace(draft, masthead=masthead)


def _plain(text: str) -> str:
    """A line without blanks, its figures and letters half-width and its parentheses full-width."""
    return unicodedata.normalize("NFKC", squeeze(text)).replace("(", "（").replace(")", "）")


def _spaced(text: str) -> str:
    """A line as :func:`_plain` has it, but with a single blank wherever there are some."""
    return " ".join(_plain(word) for word in text.split())


def _find_title(lines: list[str], publication: PublicationRecord | None) -> str:
    """The name of the gazette: as described, else the one that is printed most often, else the first."""
    titles = [match[0] for line in lines if len(line) <= MASTHEAD.line and (match := _TITLE.search(line))]
    if publication and publication.title in titles:
        return publication.title
    title = max(titles, key=lambda title: (titles.count(title), -titles.index(title)), default="")
    if title and not _PLACELESS.fullmatch(title):
        return title
    whole = [longer for longer in titles if not _PLACELESS.fullmatch(longer)]
    return whole[0] if whole else _over_two_lines(lines, title)


def _over_two_lines(lines: list[str], title: str) -> str:
    """A name whose place stands on the line above: 中华人民共和国 | 国务院公报, 某某市 | 公报."""
    for above, line in pairwise(lines):
        if re.fullmatch(title or GAZETTE, line) and len(above) <= MASTHEAD.place and not re.search(r"[\d，。：]", above):
            return above + line
    return title


def _find_figures(texts: list[str]) -> tuple[int, int | None] | None:
    """Year and number that stand as bare figures, on one line (``2015　3``) or on two."""
    words = [text.split() for text in texts]
    for pair in (*words, *(first + second for first, second in pairwise(words))):
        if len(pair) == 2 and _FIGURES.fullmatch(" ".join(pair)):
            return int(pair[0]), _read_issue_number(pair[1])
    return None


def _find_year_number(lines: list[str]) -> tuple[int | None, int | None]:
    """Year and number from one line, or from two that follow each other, or each from where it stands."""
    for line in (*lines, *(first + second for first, second in pairwise(lines))):
        if match := _YEAR_NUMBER.search(line):
            return read_number(match["year"]), _read_issue_number(match["number"])
    for line in lines:
        if match := _BARE_YEAR_NUMBER.fullmatch(line):
            return int(match["year"]), _read_issue_number(match["number"])
    year = next((read_number(match["year"]) for line in lines if (match := _YEAR.search(line))), None)
    numbers = [match for line in lines if (match := _NUMBER.search(line))]
    best = next((match for match in numbers if match[0].endswith("期")), numbers[0] if numbers else None)
    return year, _read_issue_number(best["number"]) if best else None


def _read_issue_number(text: str) -> int | None:
    """The number of an issue; None for 0 and for what no year has so many issues for."""
    number = read_number(text)
    return number if number and number <= MOST_ISSUES else None


def _find_serial(lines: list[str]) -> int | None:
    """The number that counts all issues: ``总第78期``, ``总号：1650``."""
    for line in lines:
        if match := _SERIAL.search(line):
            return read_number(match["serial"] or match["other"])
    return None


def _find_labelled(lines: list[str]) -> str | None:
    """A date in figures behind its label: 出版日期：2015-05-10."""
    labelled = (match for line in lines if (match := _LABELLED_DATE.search(line)))
    return next((read_short_date(match[1]) for match in labelled), None)


def _find_published(lines: list[str], year: int | None) -> str | None:
    """A date with 出版 before or after it, else a line that is nothing but a date."""
    for line in lines:
        if "出版" in line and (match := re.search(DATE, line)):
            return iso_date(match)
    for line in lines:
        if (match := re.match(DATE, line)) and (_NUMBER.search(line, match.end()) or _EDITED.search(line)):
            return iso_date(match)
    for line in lines:
        if year and (match := _MONTH_DAY.search(line)):
            return f"{year:04}-{int(match[1]):02}-{int(match[2]):02}"
    if alone := next((date for line in lines if (date := read_date(line))), None):
        return alone
    beside = (re.search(DATE, line) for line in lines if len(line) <= MASTHEAD.line and _BESIDE_DATE.search(line))
    return next((iso_date(match) for match in beside if match), None)


def _find_publisher(lines: list[str], spaced: list[str], title: str) -> str | None:
    """The organ behind 编辑出版 or 主办, or on a line of its own; ``spaced``: the lines with single blanks."""
    for pattern in _PUBLISHERS:
        for match in (match for line in (*spaced, *lines) for match in pattern.finditer(line)):
            organ = _LABEL_AFTER.sub("", match["organ"])
            if is_organ(organ):
                return organ
    for label, line in pairwise(lines):
        if _LABEL_ALONE.fullmatch(label) and is_organ(line):
            return line
    return next((line for line in lines if is_organ(line) and line != title), None)
