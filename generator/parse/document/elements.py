"""The elements of a document (GB/T 9704-2012): recipients, signature, date, note, copies, imprint."""

import re
from dataclasses import dataclass, field
from typing import Any

from generator.lexicon.characters import IDEOGRAPHS, ends_sentence, squeeze, tidy
from generator.lexicon.dates import (
    DATE,
    SPOKEN_DATE,
    find_dates,
    iso_date,
    read_date,
    read_short_date,
)
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.labels import DAY_OF, REPORTED_COPIES
from generator.lexicon.expressions.signs import ANY_COLON, DASHES
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.expressions.verbs import PRINTED
from generator.lexicon.expressions.years import YEAR
from generator.lexicon.gazettes import is_print_run, is_topics
from generator.lexicon.organs import ADDRESSEE, is_organ, is_signed_name, split_organs
from generator.model import Printed
from generator.read import Line

_RECIPIENTS = re.compile(
    rf"(?P<recipients>(?=各|有关|[^:：∶﹕]*{ADDRESSEE})[^。；;:：∶﹕《》]{{2,400}}?)\s*{ANY_COLON}",
)
_NO_RECIPIENTS = re.compile(
    rf"如下|以下|下列|决定|现将|通知|根据|附件|规定|按照|为了|^第|^{DASHES}|同志们|各位代表|各位委员|朋友们|(?:委员|来宾|嘉宾|先生|女士)们?$"
    r"|(?:任命|免去|任免)$|\d{4}年\d{1,2}月",
)
"""What introduces a sentence, a list or a speech rather than names recipients."""
_FULL_STOP = re.compile(f"[{ANY_STOPS}]")
_COLON = re.compile(ANY_COLON)
_NOTES = "此件|本件|本文|联系|信息公开|主动公开|依申请|不予公开|公开|此文|发至|可公开|此通知|登报"
_NOTE = re.compile(
    rf"[（(](?P<note>(?:{_NOTES})[^（()）]{{0,80}}(?:[（(][^（()）]{{1,20}}[)）])?[^（()）]{{0,30}})[)）]",
)
_COPIES = re.compile(rf"(?:{REPORTED_COPIES})\s*[:：]\s*(?P<copies>.*)")
_MARKS_OF_TEXT = re.compile("[，。；：、,;:]")
_PRINTED = re.compile(rf"(?P<organ>[{IDEOGRAPHS}（）()]{{4,40}})?(?P<date>{DATE})(?:{PRINTED})")
_SIGNED_DATE = re.compile(rf"(?P<organ>.{{3,90}}?)[\s，,]*(?P<date>{DATE})")
_DATE_LABEL = re.compile(f"(?:成文|发文)(?:{DAY_OF})[:：]")
_DATED = re.compile(rf"[（(]?{YEAR}|[（(]?[12１二一]|(?:成文|发文)")
_DATE_CHAR = re.compile(r"日|\d[.．/-]\d")
"""What every line with a date holds; most lines have none and need no further look."""
_DASHES = ("—", "–", "-")
_SPOKEN = re.compile(SPOKEN_DATE)
_PASSED = re.compile(rf"[（(]{DATE}[^（()），。；]{{4,60}}通过[)）]")
"""How a decision of a congress says below its title when it was passed; a revised text has more than one date."""


@dataclass(frozen=True, slots=True)
class ElementLengths:
    """Longest elements, in characters without blanks; what is longer is text."""

    date: int = 20
    """Guard against slowness: longest line with a date, its label and brackets around it; the longest form has 19."""
    signed_date: int = 110
    """Longest line with organs and a date, blanks counted."""
    signature: int = 34
    """Longest line of a signature."""
    recipients: int = 900
    """Longest text of the lines up to the colon behind the recipients, with what is behind it on its line."""
    heading: int = 12
    """First characters of a line in which 关于 makes the organ above it the head of the next title, not a signature."""


@dataclass(frozen=True, slots=True)
class ElementLines:
    """Most lines that an element takes; what is farther off is text."""

    subtitle: int = 4
    """Lines below a title in which a speech or report has its date."""
    signatures: int = 10
    """Lines of signatures above a date."""
    recipients: int = 5
    """Lines of recipients."""
    copies: int = 5
    """Lines of copies; where their first is looked for from below, one more."""
    imprint: int = 9
    """Lines of all that closes a document behind its attachments."""


LENGTHS, LINES = ElementLengths(), ElementLines()


@dataclass(slots=True)
class Elements:
    """What was read, with the positions (in the list of lines) that it takes."""

    values: dict[str, Any] = field(default_factory=dict)
    """By the name of the field of a document."""
    at: dict[str, list[int]] = field(default_factory=dict)
    """Positions of each element."""
    as_printed: dict[str, str] = field(default_factory=dict)
    """Those whose value is not what the print has, as it has them."""
    printed: Printed | None = None
    body: int = 0
    """First position of the body."""
    rest: str = ""
    """Text after the colon of the recipients, when the body begins on their line."""

    def put(
        self, name: str, value: str | tuple[str, ...], places: list[int], as_printed: str = ""
    ) -> None:
        """Record an element and where it is, and how it is printed, where its value leaves something out."""
        self.values[name] = value
        self.at[name] = places
        if as_printed:
            self.as_printed[name] = as_printed

    @property
    def closing(self) -> list[int]:
        """Positions of signature, date and note behind the beginning of the body."""
        places = (
            place for name in ("signature", "date", "note") for place in self.at.get(name, [])
        )
        return [place for place in places if place >= self.body]

    @property
    def taken(self) -> set[int]:
        """All positions that elements take."""
        return {place for places in self.at.values() for place in places}


def read_recipients(lines: list[Line], begin: int, end: int, elements: Elements) -> None:
    """主送机关: from ``begin`` to the first colon, over up to five lines; the body may begin behind it."""
    elements.body = begin
    text = ""
    for stop in range(begin, min(begin + LINES.recipients, end)):
        line = lines[stop]
        text += squeeze(line.text)
        if (
            line.cells
            or (stop > begin and read_enumerator(line.text))
            or len(text) > LENGTHS.recipients
        ):
            return
        if _FULL_STOP.search(_COLON.split(text, maxsplit=1)[0]):
            return
        if match := _RECIPIENTS.match(text):
            if not _NO_RECIPIENTS.search(match["recipients"]):
                elements.put(
                    "recipients", match["recipients"], list(range(begin, stop + 1)), match[0]
                )
                elements.rest = (
                    tidy(_COLON.split(line.text, maxsplit=1)[1]) if text[match.end() :] else ""
                )
                elements.body = stop if elements.rest else stop + 1
            return


def find_closing(
    lines: list[Line], begin: int, end: int, *, by_name: bool = False
) -> tuple[list[int], int] | None:
    """The first signature and date after ``begin``: positions of the signature, position of the date, or None.

    ``by_name``: whether a person may sign, as under an order.
    """
    place = next((place for place in range(begin, end) if _closes(lines, place)), None)
    if place is None:
        return None
    if not _date_alone(lines, place):
        return [place], place
    return _signatures(lines, begin, place, by_name=by_name) or _signature_below(
        lines, place, end
    ), place


def find_closings(lines: list[Line]) -> list[int]:
    """Positions of all lines that date a document, in order."""
    return [place for place in range(len(lines)) if _closes(lines, place)]


def _closes(lines: list[Line], place: int) -> bool:
    """Whether a line dates a document: a date alone, or organs and a date."""
    if not _DATE_CHAR.search(lines[place].text) or sum(map(bool, lines[place].cells)) > 1:
        return False
    return _date_alone(lines, place) is not None or _signed_date(lines[place].text) is not None


def _date_alone(lines: list[Line], place: int) -> str | None:
    """The date that a line holds and nothing else; below an organ it may be in brackets or figures, or be named."""
    text = squeeze(lines[place].text)
    if date := read_date(text):
        return date
    if (
        len(text) > LENGTHS.date
        or place < 2
        or not _DATED.match(text)
        or not is_organ(lines[place - 1].text)
    ):
        return None
    if not (ends_sentence(lines[place - 2].text) or is_organ(lines[place - 2].text)):
        return None
    bare = _unbracketed(_DATE_LABEL.sub("", text))
    return read_date(bare) or read_short_date(bare)


def _signed_date(text: str) -> re.Match[str] | None:
    """Organs and a date on one line: ``某某市人民政府　2021年3月8日``, or None."""
    match = _SIGNED_DATE.fullmatch(text.strip()) if len(text) <= LENGTHS.signed_date else None
    return match if match and all(is_organ(part) for part in match["organ"].split()) else None


def _signature_below(lines: list[Line], date: int, end: int) -> list[int]:
    """The signature that some documents print below the date, unless a title begins there."""
    below = date + 1
    if below >= end or not is_organ(lines[below].text):
        return []
    return [] if below + 1 < end and "关于" in lines[below + 1].text[: LENGTHS.heading] else [below]


def _signatures(lines: list[Line], begin: int, date: int, *, by_name: bool) -> list[int]:
    """Positions of the signing organs or persons directly above a date."""
    places: list[int] = []
    for place in range(date - 1, max(begin, date - LINES.signatures) - 1, -1):
        text = lines[place].text
        organs = len(squeeze(text)) <= LENGTHS.signature and bool(split_organs(text))
        if lines[place].cells or not (organs or (by_name and is_signed_name(text))):
            break
        places.insert(0, place)
    return places


def read_closing(
    lines: list[Line], begin: int, end: int, elements: Elements, *, by_name: bool
) -> int:
    """Signature, date, note, copies and imprint; returns the position after them, ``end`` when there is no closing."""
    closing = find_closing(lines, begin, end, by_name=by_name)
    if closing is None or _heads_paragraphs(lines, closing, begin, end):
        return _read_notes(lines, begin, end, elements)
    signatures, date = closing
    text = lines[date].text.strip()
    if whole := _date_alone(lines, date):
        elements.put("date", whole, [date], squeeze(text))
        if signatures:
            elements.put(
                "signature",
                " ".join(_signed(lines[place].text) for place in signatures),
                signatures,
            )
    elif match := _signed_date(text):
        printed = find_dates(text)[-1]
        elements.put("date", iso_date(printed), [date], squeeze(printed[0]))
        elements.put("signature", squeeze(match["organ"]), [date])
    first = min([*signatures, date])
    if first > begin:
        _read_note(lines, first - 1, elements)
    return _read_imprint(lines, max([*signatures, date]) + 1, end, elements)


def _heads_paragraphs(
    lines: list[Line], closing: tuple[list[int], int], begin: int, end: int
) -> bool:
    """Whether dates stand over the paragraphs of a text, as in a list of appointments, rather than close it."""
    signatures, date = closing
    if signatures or date != begin or not read_date(squeeze(lines[date].text)):
        return False
    later = [place for place in range(date + 1, end) if read_date(squeeze(lines[place].text))]
    return any(not _signatures(lines, begin, place, by_name=True) for place in later)


def _signed(text: str) -> str:
    """A line of a signature; several organs, or office and name, stay apart."""
    return " ".join(split_organs(text)) or squeeze(text)


def read_date_line(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """A date in brackets or bare under the title; returns the position after it."""
    if place < end and (date := read_date(_unbracketed(lines[place].text))):
        if _heads_paragraphs(lines, ([], place), place, end):
            return place
        elements.put("date", date, [place], squeeze(lines[place].text))
        return place + 1
    return place


def read_date_beside(lines: list[Line], number: int, elements: Elements) -> None:
    """The date that is behind the number of a document, on one line with it."""
    found = find_dates(lines[number].text)
    if len(found) == 1:
        elements.put("date", iso_date(found[0]), [number], squeeze(found[0][0]))


def read_subtitle(lines: list[Line], place: int, end: int, elements: Elements) -> None:
    """The date of a speech or report, in the lines below its title; they stay where they are, in the body.

    ``——2008年1月20日在某某省人民代表大会上``, ``某某省统计局`` | ``（2008年2月28日）``.
    """
    if place < end and _heads_paragraphs(lines, ([], place), place, end):
        return
    for line in lines[place : min(place + LINES.subtitle, end)]:
        spoken = _SPOKEN.match(squeeze(line.text)) or _PASSED.fullmatch(squeeze(line.text))
        date = iso_date(spoken) if spoken else read_date(_unbracketed(line.text))
        if date:
            elements.values.setdefault("date", date)
        if not (
            date
            or is_organ(line.text)
            or is_signed_name(line.text)
            or line.text.startswith(_DASHES)
        ):
            return


def _unbracketed(text: str) -> str:
    """A line without blanks and without the parentheses around it."""
    bare = squeeze(text)
    return bare[1:-1] if bare[:1] in ("（", "(") and bare[-1:] in ("）", ")") else bare


def _read_notes(lines: list[Line], begin: int, end: int, elements: Elements) -> int:
    for place in range(begin, end):
        _read_note(lines, place, elements)
    return end


def _read_imprint(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """Notes, 主题词, copies and 印发 that follow a date, in any order."""
    while place < end:
        taken = (
            _read_note(lines, place, elements)
            or _read_subjects(lines, place, end, elements)
            or _read_copies(lines, place, end, elements)
            or _read_printed(lines, place, end, elements)
        )
        if not taken:
            break
        place += taken
    return place


def read_end_imprint(lines: list[Line], begin: int, end: int, elements: Elements) -> None:
    """Note, 主题词, 抄送 and 印发 on the last lines of a document, behind its attachments."""
    for place in range(end - 1, max(begin, end - LINES.imprint) - 1, -1):
        if "note" not in elements.values and _read_note(lines, place, elements):
            continue
        if _read_subjects(lines, place, end, elements):
            continue
        if "copies" not in elements.values and _read_copies(lines, place, end, elements):
            continue
        if elements.printed is None and _read_printed(lines, place, end, elements):
            continue
        if not (
            _is_imprint(lines[place])
            or _ends_copies(lines, place, begin)
            or _ends_subjects(lines, place, end)
        ):
            return


def _is_imprint(line: Line) -> bool:
    """Whether a line belongs to the imprint although it is read elsewhere: subject words, how many were printed."""
    return is_topics(line.text) or is_print_run(line.text)


def _ends_copies(lines: list[Line], place: int, begin: int) -> bool:
    """Whether a line goes on with the copies (抄送) that begin on one of the lines above."""
    for above in range(place, max(begin, place - LINES.copies), -1):
        if not _is_more_copies(lines[above]):
            return False
        if _COPIES.match(lines[above - 1].text.strip()):
            return True
    return False


def _read_note(lines: list[Line], place: int, elements: Elements) -> int:
    """附注: （此件公开发布）; returns how many lines it takes."""
    match = _NOTE.fullmatch(squeeze(lines[place].text))
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
    elements.put(
        "subjects", tuple(words), list(range(place, place + count)), f"主题词：{'　'.join(words)}"
    )
    return count


def _ends_subjects(lines: list[Line], place: int, end: int) -> bool:
    """Whether a line goes on with the subject words above it: plain words, and behind them only an imprint."""
    if place >= end or lines[place].cells or not is_topics(lines[place - 1].text):
        return False
    words = lines[place].text
    plain = re.fullmatch(rf"[{IDEOGRAPHS}\s]+", words) is not None and not (
        is_organ(words) or read_date(words)
    )
    return plain and (place + 1 == end or _closes_words(lines[place + 1].text))


def _closes_words(text: str) -> bool:
    """Whether a line is one of those that are below the subject words: 抄送, 印发, how many were printed."""
    closes = _COPIES.match(text.strip()) or _PRINTED.fullmatch(squeeze(text))
    return closes is not None or is_print_run(text)


def _read_copies(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """抄送：…, with the lines that it goes on over; returns how many lines it takes."""
    match = _COPIES.match(lines[place].text.strip())
    if not match:
        return 0
    places, text = [place], match[0]
    for following in range(place + 1, min(place + LINES.copies, end)):
        if re.search(r"[。.]\s*$", text) or not _is_more_copies(lines[following]):
            break
        text += lines[following].text
        places.append(following)
    elements.put("copies", tidy(text[match.start("copies") :]).rstrip("。"), places, tidy(text))
    return len(places)


def _is_more_copies(line: Line) -> bool:
    """Whether a line goes on with the organs that get copies: it lists some, and is no signature or imprint."""
    listed = not line.cells and re.search(r"[，,、]", line.text) is not None
    return listed and not is_organ(line.text) and not _PRINTED.search(squeeze(line.text))


def _read_printed(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """印发机关和印发日期 on one line or on two."""
    for count in (1, 2):
        if place + count > end or (count == 2 and not is_organ(lines[place].text)):
            break
        text = "".join(squeeze(line.text) for line in lines[place : place + count])
        if match := _PRINTED.fullmatch(text):
            elements.as_printed["printed"] = "　".join(
                filter(None, (match["organ"], text[match.start("date") :]))
            )
            elements.printed = Printed(match["organ"], iso_date(match))
            elements.at["printed"] = list(range(place, place + count))
            return count
    return 0
