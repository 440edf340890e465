"""The masthead: title of the gazette, year, number, serial number, date of publication, publisher."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.lexicon.characters import HAN, IDEOGRAPHS, squeeze
from generator.lexicon.counts.issue_counts import (
    find_joined_in,
    find_latin,
    find_serials,
    find_special,
)
from generator.lexicon.dates import DATE, PLAIN_DATE, iso_date, read_date, read_short_date
from generator.lexicon.expressions.issue_parts import cut_parts
from generator.lexicon.expressions.labels import DAY_OF
from generator.lexicon.expressions.years import HAN_YEAR, HAN_YEAR_2000, ROUGH_YEAR, YEAR
from generator.lexicon.gazettes import (
    EDITED,
    GAZETTE,
    LABELS_BEHIND,
    LONE_LABELS,
    PUBLISHED,
    PUBLISHER_LABELS,
    SPONSOR_LABELS,
)
from generator.lexicon.numerals import NUMERAL, TENS, read_number
from generator.lexicon.organs import EDITOR_ENDS, is_organ
from generator.model import PublicationRecord, Special
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
_FIGURES = re.compile(rf"{YEAR} \d{{1,2}}")
_BARE_YEAR_NUMBER = re.compile(
    rf"(?P<year>{YEAR})年?[·.•/](?P<number>\d{{1,2}})(?:[（·]?总第?\d{{1,5}}[期号]）?)?"
)
_YEAR_NUMBER = re.compile(
    rf"(?P<year>{ROUGH_YEAR}|{HAN_YEAR})年?[·.,，/]?第?[（(]?(?P<number>{NUMERAL})[)）]?[期号]",
)
_YEAR = re.compile(rf"(?<!\d)(?P<year>{YEAR}|{HAN_YEAR_2000}|{HAN_YEAR}(?=年))年?(?![\d〔])")
_NUMBER = re.compile(rf"(?<!总)(?<!总[期号])(?<!期数)(?<!累计)第(?P<number>{NUMERAL})[期号]")
_SERIAL = re.compile(
    rf"(?:总(?:第|号|期)?|累计)[:：]?第?(?P<serial>{NUMERAL})[期号]?|总期数[:：]?(?P<other>{NUMERAL})"
)
_BESIDE_DATE = re.compile(
    rf"总第\d|{GAZETTE}|出版日期|(?:{EDITOR_ENDS})(?:(?:编|主办|编印)?$|(?=\d{{4}}年))",
)
"""What is beside the date of an issue on its line, where no word says what it is the date of."""
_LABELLED_DATE = re.compile(rf"出版(?:{DAY_OF})[:：](\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})")
_MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日出版")
_NAMED = rf"\s?[:：\s]\s?(?P<organ>{HAN}{{4,40}})(?!《|{HAN})"
_PUBLISHERS = (
    re.compile(rf"(?:{PUBLISHER_LABELS}){_NAMED}"),
    re.compile(rf"(?:{SPONSOR_LABELS}){_NAMED}"),
    re.compile(
        rf"(?:(?<!{HAN})|(?<=[\d{TENS}]日))(?P<organ>(?!日){HAN}{{4,30}}?)"
        rf"(?:{PUBLISHED})(?=$|\s)",
    ),
    re.compile(rf"^(?P<organ>{HAN}{{4,30}}(?:{EDITOR_ENDS}))\s?(?={PLAIN_DATE}$)"),
)
"""Who publishes: 编辑出版：某某办公室; where none is named so, 主办, or 某某办公室编."""
_EDITED = re.compile(f"(?:{EDITED})$")
_LABEL_AFTER = re.compile(
    f"(?:{LABELS_BEHIND}).*$",
)
_LABEL_ALONE = re.compile(f"(?:{LONE_LABELS})[:：]?")


def read_masthead(draft: Draft) -> Draft:
    """The draft with its masthead, read from the lines before the body."""
    return replace(draft, masthead=read_values(_front_texts(draft), draft.publication))


def read_values(
    texts: list[str],
    publication: PublicationRecord | None = None,
    known_year: int | None = None,
) -> Masthead:
    """What lines of the first pages print of an issue.

    :param known_year: the year to which a date without one belongs where these lines print none
    """
    lines, part = cut_parts([_plain(text) for text in texts])
    title = _find_title(lines, publication)
    year, numbers, special = _find_count(lines, texts)
    serials = find_serials(lines)
    return Masthead(
        title=title,
        year=year,
        number=numbers[0] if numbers else None,
        numbers=numbers if len(numbers) > 1 else (),
        serial=serials[0] if serials else _find_serial(lines),
        serials=serials,
        special=special,
        part=part,
        published=_find_labelled(lines) or _find_published(lines, year or known_year),
        publisher=_find_publisher(lines, [_spaced(text) for text in texts], title),
    )


def _front_texts(draft: Draft) -> list[str]:
    """The texts of the first pages: those beside the contents, then those between the contents and the documents."""
    front = draft.lines[: draft.starts[0].begin] if draft.starts else draft.lines
    known = {line.line for line in draft.front}
    below = [line.text for line in front[draft.body :] if line.number not in known]
    return [*(line.text for line in draft.front), *below]


def _plain(text: str) -> str:
    """A line without blanks, its figures and letters half-width and its parentheses full-width."""
    return unicodedata.normalize("NFKC", squeeze(text)).replace("(", "（").replace(")", "）")


def _spaced(text: str) -> str:
    """A line as :func:`_plain` has it, but with a single blank wherever there are some."""
    return " ".join(_plain(word) for word in text.split())


def _find_title(lines: list[str], publication: PublicationRecord | None) -> str:
    """The name of the gazette: as described, else the one that is printed most often, else the first."""
    titles = _printed_names(lines)
    if publication and publication.title in titles:
        return publication.title
    title = max(titles, key=titles.count, default="")
    for name in (title, *titles):
        if name and not _PLACELESS.fullmatch(name):
            return name
    return _over_two_lines(lines, title)


def _printed_names(lines: list[str]) -> list[str]:
    """What lines that are no sentences call a gazette, in the order of the print."""
    found = (_TITLE.search(line) for line in lines if len(line) <= MASTHEAD.line)
    return [match[0] for match in found if match]


def _over_two_lines(lines: list[str], title: str) -> str:
    """A name whose place is on the line above: 中华人民共和国 | 国务院公报, 某某市 | 公报."""
    for above, line in pairwise(lines):
        is_name = line == title if title else re.fullmatch(GAZETTE, line) is not None
        if is_name and _can_be_place(above):
            return above + line
    return title


def _can_be_place(text: str) -> bool:
    """Whether a line above 公报 can be the place in its name: short, without figures and marks."""
    return len(text) <= MASTHEAD.place and not re.search(r"[\d，。：]", text)


def _find_count(
    lines: list[str], texts: list[str]
) -> tuple[int | None, tuple[int, ...], Special | None]:
    """The year, the numbers in it, and what the issue is that is outside the count.

    An issue outside the count and a joint issue have other numbers than those of a regular line, so they come first.
    """
    lines, texts = _with_rests(lines), _with_rests(texts)
    if found := find_special(lines):
        special, numbers = found
        return _find_year(lines), numbers, special
    if joined := find_joined_in(lines):
        return _find_year(lines), joined.numbers, None
    year, number = _find_year_number(lines)
    if number is None:
        year, number = _find_figures(texts) or find_latin(lines) or (year, None)
        year = year or _find_year(lines)
    return year, (number,) if number else (), None


def _with_rests(lines: list[str]) -> list[str]:
    """The lines, and behind them what is beside the name of the gazette on its line: 某某公报　2003·5."""
    rests: list[str] = []
    for line in lines:
        match = _TITLE.search(line) if len(line) <= MASTHEAD.line else None
        if match and match[0].strip() != line.strip():
            rests.append(
                (line[: match.start()] + " " + line[match.end() :]).strip(" 　·•（）()—－-")
            )
    return [*lines, *rests]


def _find_figures(texts: list[str]) -> tuple[int, int | None] | None:
    """Year and number that are bare figures, on one line (``2015　3``) or on two."""
    words = [text.split() for text in texts]
    for pair in (*words, *(first + second for first, second in pairwise(words))):
        if len(pair) == 2 and _FIGURES.fullmatch(" ".join(pair)):
            return int(pair[0]), _read_issue_number(pair[1])
    return None


def _find_year_number(lines: list[str]) -> tuple[int | None, int | None]:
    """Year and number from one line, or from two that follow each other, or each from where it is."""
    for line in (*lines, *(first + second for first, second in pairwise(lines))):
        if match := _YEAR_NUMBER.search(line):
            return read_number(match["year"]), _read_issue_number(match["number"])
    for line in lines:
        if match := _BARE_YEAR_NUMBER.fullmatch(line):
            return int(match["year"]), _read_issue_number(match["number"])
    return _find_year(lines), _find_number(lines)


def _find_year(lines: list[str]) -> int | None:
    """The year of the first line that prints one."""
    for line in lines:
        if match := _YEAR.search(line):
            return read_number(match["year"])
    return None


def _find_number(lines: list[str]) -> int | None:
    """The number of the first line that prints one as 第N期, else of the first that prints one at all."""
    numbers = [match for match in map(_NUMBER.search, lines) if match]
    of_issue = [match for match in numbers if match[0].endswith("期")]
    best = of_issue or numbers
    return _read_issue_number(best[0]["number"]) if best else None


def _read_issue_number(text: str) -> int | None:
    """The number of an issue; None for 0 and for more than a year can have."""
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
    for line in lines:
        if match := _LABELLED_DATE.search(line):
            return read_short_date(match[1])
    return None


def _find_published(lines: list[str], year: int | None) -> str | None:
    """A date with 出版 before or after it, else a line that is nothing but a date."""
    for dates in (
        _dates_of_publication(lines),
        _dates_before_number(lines),
        _dates_without_year(lines, year),
        _dates_alone(lines),
        _dates_beside(lines),
    ):
        date = next(dates, None)
        if date:
            return date
    return None


def _dates_of_publication(lines: list[str]) -> Iterator[str]:
    """Dates on lines that speak of publication: 2021年5月10日出版."""
    for line in lines:
        if "出版" in line and (match := re.search(DATE, line)):
            yield iso_date(match)


def _dates_before_number(lines: list[str]) -> Iterator[str]:
    """Dates that open the line of the number or of the editor."""
    for line in lines:
        match = re.match(DATE, line)
        if match and (_NUMBER.search(line, match.end()) or _EDITED.search(line)):
            yield iso_date(match)


def _dates_without_year(lines: list[str], year: int | None) -> Iterator[str]:
    """Dates that leave the year to the masthead."""
    if not year:
        return
    for line in lines:
        if match := _MONTH_DAY.search(line):
            yield f"{year:04}-{int(match[1]):02}-{int(match[2]):02}"


def _dates_alone(lines: list[str]) -> Iterator[str]:
    """Dates that have a line of their own."""
    for line in lines:
        if date := read_date(line):
            yield date


def _dates_beside(lines: list[str]) -> Iterator[str]:
    """Dates beside other things that an imprint says."""
    for line in lines:
        if len(line) > MASTHEAD.line or not _BESIDE_DATE.search(line):
            continue
        if match := re.search(DATE, line):
            yield iso_date(match)


def _find_publisher(lines: list[str], spaced: list[str], title: str) -> str | None:
    """The organ behind 编辑出版 or 主办, or on a line of its own; ``spaced``: the lines with single blanks."""
    for pattern in _PUBLISHERS:
        for line in (*spaced, *lines):
            if organ := next(_organs_named(pattern, line), None):
                return organ
    for label, line in pairwise(lines):
        if _LABEL_ALONE.fullmatch(label) and is_organ(line):
            return line
    for line in lines:
        if line != title and is_organ(line):
            return line
    return None


def _organs_named(pattern: re.Pattern[str], line: str) -> Iterator[str]:
    """The organs that a line names behind a label."""
    for match in pattern.finditer(line):
        organ = _LABEL_AFTER.sub("", match["organ"])
        if is_organ(organ):
            yield organ
