"""The imprint of a document (版记): note, subject words, copies and who printed it when, in any order."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.lexicon.characters import IDEOGRAPHS, squeeze, tidy
from generator.lexicon.dates import DATE, iso_date, read_date
from generator.lexicon.expressions.labels import ELSEWHERE, REPORTED_COPIES
from generator.lexicon.expressions.signs import ANY_COLON
from generator.lexicon.expressions.verbs import PRINTED
from generator.lexicon.gazettes import is_print_run, is_topics
from generator.lexicon.organs import is_organ
from generator.model import Printed
from generator.parse.document.elements import Elements
from generator.parse.rows.kept_blanks import keep_blanks
from generator.read import Line

_COLON = re.compile(ANY_COLON)
_NOTES = (
    "此件|本件|本文|联系|信息公开|主动公开|依申请|不予公开|公开|此文|发至|可公开|此通知|登报"
    rf"|(?=[^（()）]*(?:{ELSEWHERE}))(?:附件|本刊)"
)
_NOTE = re.compile(
    rf"[（(](?P<note>(?:{_NOTES})[^（()）]{{0,80}}(?:[（(][^（()）]{{1,20}}[)）])?[^（()）]{{0,30}})[)）]",
)
_COPIES = re.compile(rf"(?:{REPORTED_COPIES})\s*[:：]\s*(?P<copies>.*)")
_MARKS_OF_TEXT = re.compile("[，。；：、,;:]")
_PRINTED = re.compile(rf"(?P<organ>[{IDEOGRAPHS}（）()]{{4,40}})?(?P<date>{DATE})(?:{PRINTED})")
_SENTENCE_END = re.compile(r"[。.]\s*$")
_COMMA = re.compile(r"[，,、]")
_PLAIN_WORDS = re.compile(rf"[{IDEOGRAPHS}\s]+")


@dataclass(frozen=True, slots=True)
class ImprintLimits:
    """Most lines that the imprint takes; what is farther off is text."""

    copies: int = 5
    """Lines of copies; where their first is searched for from below, one more."""
    lines: int = 9
    """Lines of all that closes a document behind its attachments."""


IMPRINT = ImprintLimits()


def read_imprint(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """Notes, 主题词, copies and 印发 that follow a date, in any order; returns the position after them."""
    while place < end:
        taken = _take_any(lines, place, end, elements)
        if not taken:
            break
        place += taken
    return place


def _take_any(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """Read the element that begins at a line; returns how many lines it takes, 0 when none begins there."""
    for read in IMPRINT_ELEMENTS.values():
        taken = read(lines, place, end, elements)
        if taken:
            return taken
    return 0


def read_end_imprint(lines: list[Line], begin: int, end: int, elements: Elements) -> None:
    """Note, 主题词, 抄送 and 印发 on the last lines of a document, behind its attachments."""
    for place in range(end - 1, max(begin, end - IMPRINT.lines) - 1, -1):
        if _take_missing(lines, place, end, elements):
            continue
        if not _is_imprint(lines, place, begin, end):
            return


def _take_missing(lines: list[Line], place: int, end: int, elements: Elements) -> bool:
    """Read the element that begins at a line where the document has none yet; whether there was one."""
    for name, read in IMPRINT_ELEMENTS.items():
        if name not in elements.at and read(lines, place, end, elements):
            return True
    return False


def _is_imprint(lines: list[Line], place: int, begin: int, end: int) -> bool:
    """Whether a line belongs to the imprint although no element begins there."""
    text = lines[place].text
    if is_topics(text) or is_print_run(text):
        return True
    return _ends_copies(lines, place, begin) or _ends_subjects(lines, place, end)


def read_note(lines: list[Line], place: int, _end: int, elements: Elements) -> int:
    """附注: （此件公开发布）; returns how many lines it takes."""
    match = _NOTE.fullmatch(keep_blanks(lines[place].text))
    if not match or "note" in elements.values:
        return 0
    elements.put("note", match["note"], [place], match[0])
    return 1


def _read_subjects(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """主题词：…, words set apart by blanks, on one line or on two; returns how many lines it takes.

    A line with marks of punctuation is a sentence about subject words; the label alone says nothing.
    """
    if "subjects" in elements.values or not is_topics(lines[place].text):
        return 0
    count = 2 if _ends_subjects(lines, place + 1, end) else 1
    text = " ".join(line.text.strip() for line in lines[place : place + count])
    words = _COLON.split(text, maxsplit=1)[1].split()
    if not words or _MARKS_OF_TEXT.search("".join(words)):
        return 0
    printed = f"主题词：{'　'.join(words)}"
    elements.put("subjects", tuple(words), list(range(place, place + count)), printed)
    return count


def _ends_subjects(lines: list[Line], place: int, end: int) -> bool:
    """Whether a line goes on with the subject words above it: plain words, and behind them only an imprint."""
    if place >= end or lines[place].cells or not is_topics(lines[place - 1].text):
        return False
    words = lines[place].text
    if not _PLAIN_WORDS.fullmatch(words) or is_organ(words) or read_date(words):
        return False
    return place + 1 == end or _closes_words(lines[place + 1].text)


def _closes_words(text: str) -> bool:
    """Whether a line is one of those that are below the subject words: 抄送, 印发, how many were printed."""
    closes = _COPIES.match(text.strip()) or _PRINTED.fullmatch(squeeze(text))
    return closes is not None or is_print_run(text)


def _read_copies(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """抄送：…, with the lines that it goes on over; returns how many lines it takes.

    抄报 right above 抄送 is one element with it; other copies than these are text.
    """
    match = _COPIES.match(lines[place].text.strip())
    above = elements.at.get("copies", [])
    if not match or (above and above[-1] != place - 1):
        return 0
    places, text = [place], match[0]
    for following in range(place + 1, min(place + IMPRINT.copies, end)):
        if _SENTENCE_END.search(text) or not _is_more_copies(lines[following]):
            break
        text += lines[following].text
        places.append(following)
    copies = tidy(text[match.start("copies") :]).rstrip("。")
    if above:
        copies = f"{elements.values['copies']}。{copies}"
        text = elements.as_printed["copies"] + text
    elements.put("copies", copies, [*above, *places], tidy(text))
    return len(places)


def _ends_copies(lines: list[Line], place: int, begin: int) -> bool:
    """Whether a line goes on with the copies (抄送) that begin on one of the lines above."""
    for above in range(place, max(begin, place - IMPRINT.copies), -1):
        if not _is_more_copies(lines[above]):
            return False
        if _COPIES.match(lines[above - 1].text.strip()):
            return True
    return False


def _is_more_copies(line: Line) -> bool:
    """Whether a line goes on with the organs that get copies: it lists some, and is no signature or imprint."""
    if line.cells or not _COMMA.search(line.text):
        return False
    return not is_organ(line.text) and not _PRINTED.search(squeeze(line.text))


def _read_printed(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """印发机关和印发日期 on one line or on two; returns how many lines they take."""
    if elements.printed is not None:
        return 0
    counts = (1, 2) if is_organ(lines[place].text) else (1,)
    for count in counts:
        if place + count > end:
            break
        text = "".join(squeeze(line.text) for line in lines[place : place + count])
        match = _PRINTED.fullmatch(text)
        if match:
            _put_printed(match, range(place, place + count), elements)
            return count
    return 0


def _put_printed(match: re.Match[str], places: range, elements: Elements) -> None:
    """Record who printed a document and when."""
    organ, day = match["organ"], match.string[match.start("date") :]
    elements.printed = Printed(organ, iso_date(match))
    elements.as_printed["printed"] = f"{organ}　{day}" if organ else day
    elements.at["printed"] = list(places)


IMPRINT_ELEMENTS: dict[str, Callable[[list[Line], int, int, Elements], int]] = {
    "note": read_note,
    "subjects": _read_subjects,
    "copies": _read_copies,
    "printed": _read_printed,
}
"""The elements of an imprint: a line is asked for each of them in this order."""
