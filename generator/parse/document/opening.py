"""The elements above the text of a document: its date below the title or beside the number, its recipients."""

import re
from dataclasses import dataclass

from generator.lexicon.above_text.head_marks import SIGNATORY
from generator.lexicon.above_text.salutations import NOT_ADDRESSED
from generator.lexicon.characters import squeeze, tidy
from generator.lexicon.dates import DATE, SPOKEN_DATE, find_dates, iso_date, read_date
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.signs import ANY_COLON, DASHES
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.names import is_name
from generator.lexicon.numbers import DATE_BESIDE, NUMBER_END, read_number_line
from generator.lexicon.numerals import plain_digits
from generator.lexicon.organs import ADDRESSEE, REPRESENTATIVES, is_organ, is_signed_name
from generator.parse.document.closing import dates_paragraphs, unbracketed
from generator.parse.document.elements import Elements
from generator.read import Line

_RECIPIENTS = re.compile(
    rf"(?P<recipients>(?=各|有关|[^:：∶﹕]*{ADDRESSEE}|{REPRESENTATIVES}\s*{ANY_COLON})"
    rf"[^。；;:：∶﹕《》]{{2,400}}?)\s*{ANY_COLON}",
)
_NO_RECIPIENTS = re.compile(
    rf"如下|以下|下列|决定|现将|通知|根据|附件|规定|按照|为了|^第|^{DASHES}|{NOT_ADDRESSED}"
    r"|(?:任命|免去|任免)$|\d{4}年\d{1,2}月",
)
"""What introduces a sentence, a list or a speech rather than names recipients."""
_FULL_STOP = re.compile(f"[{ANY_STOPS}]")
_COLON = re.compile(ANY_COLON)
_DASHES = ("—", "–", "-")
_SPOKEN = re.compile(SPOKEN_DATE)
_PASSED = re.compile(rf"[（(]{DATE}(?:[^（()），。；]{{4,60}})?通过[)）]")
"""How a decision of a congress says below its title when it was passed; a revised text has more than one date."""


@dataclass(frozen=True, slots=True)
class OpeningLimits:
    """How far the elements above a text go; what is longer or farther off is text."""

    recipients: int = 900
    """Longest text of the lines up to the colon behind the recipients, with what is behind it on its line, in
    characters without blanks."""
    recipient_lines: int = 5
    """Most lines of recipients."""
    speaker: int = 10
    """Longest line with the name of a speaker alone, in characters with its blanks."""
    subtitle_lines: int = 4
    """Lines below a title in which a speech or report has its date."""


OPENING = OpeningLimits()


def read_date_line(lines: list[Line], place: int, end: int, elements: Elements) -> int:
    """A date in brackets or bare under the title; returns the position after it."""
    date = read_date(unbracketed(lines[place].text)) if place < end else None
    if date is None or dates_paragraphs(lines, place, end):
        return place
    elements.put("date", date, [place], squeeze(lines[place].text))
    return place + 1


def read_date_beside(lines: list[Line], number: int, elements: Elements) -> None:
    """The date that is behind the number of a document, on one line with it."""
    found = find_dates(lines[number].text)
    if len(found) == 1:
        elements.put("date", iso_date(found[0]), [number], squeeze(found[0][0]))


def read_number_print(lines: list[Line], number: int, elements: Elements) -> None:
    """The print of a number that its canonical form rewrites: 〔2021〕003号, 〔81〕23号, 3至5号.

    With the number of another organ beside it, and the date beside it, where the document is dated by another line.
    """
    bare = squeeze(lines[number].text)
    canonical = read_number_line(lines[number].text)
    if canonical is None or "〔" not in canonical:
        return
    is_dated = elements.at.get("date") == [number]
    is_whole = canonical in plain_digits(bare).replace("第", "")
    is_clean = bare[-1] not in ".．·" and (is_dated or not find_dates(bare))
    if is_whole and is_clean and bare.count(NUMBER_END) == 1:
        return
    alone = DATE_BESIDE.sub("", bare) if is_dated else bare
    elements.as_printed["number"] = SIGNATORY.sub("", alone)


def read_subtitle(lines: list[Line], place: int, end: int, elements: Elements) -> None:
    """The date of a speech or report, in the lines below its title; they stay where they are, in the body.

    ``——2008年1月20日在某某省人民代表大会上``, ``某某省统计局`` | ``（2008年2月28日）``.
    """
    if place < end and dates_paragraphs(lines, place, end):
        return
    for line in lines[place : min(place + OPENING.subtitle_lines, end)]:
        date = _date_of_subtitle(line.text)
        if date:
            elements.values.setdefault("date", date)
        elif not _is_subtitle(line.text):
            return


def _date_of_subtitle(text: str) -> str | None:
    """When a line below a title says that a speech was held, a text passed or a report made."""
    bare = squeeze(text)
    spoken = _SPOKEN.match(bare) or _PASSED.fullmatch(bare)
    return iso_date(spoken) if spoken else read_date(unbracketed(text))


def _is_subtitle(text: str) -> bool:
    """Whether a line below a title says who speaks or reports, or on what occasion."""
    if text.startswith(_DASHES) or is_organ(text) or is_signed_name(text):
        return True
    return len(text) <= OPENING.speaker and is_name(text)


def read_recipients(lines: list[Line], begin: int, end: int, elements: Elements) -> None:
    """主送机关: from ``begin`` to the first colon, over up to five lines; the body may begin behind it."""
    elements.body = begin
    text = ""
    for stop in range(begin, min(begin + OPENING.recipient_lines, end)):
        line = lines[stop]
        text += squeeze(line.text)
        if _is_no_recipient(line, text) or (stop > begin and read_enumerator(line.text)):
            return
        match = _RECIPIENTS.match(text)
        if match is None:
            continue
        if not _NO_RECIPIENTS.search(match["recipients"]):
            places = list(range(begin, stop + 1))
            elements.put("recipients", match["recipients"], places, match[0])
            has_rest = match.end() < len(text)
            elements.rest = tidy(_COLON.split(line.text, maxsplit=1)[1]) if has_rest else ""
            elements.body = stop if elements.rest else stop + 1
        return


def opens_with_recipients(text: str) -> bool:
    """Whether recipients and their colon open a text, whatever is behind them."""
    match = _RECIPIENTS.match(squeeze(text[: OPENING.recipients]))
    return match is not None and not _NO_RECIPIENTS.search(match["recipients"])


def _is_no_recipient(line: Line, text: str) -> bool:
    """Whether a line cannot belong to the recipients, of which ``text`` has been read: a row, or a sentence ends."""
    if line.cells or len(text) > OPENING.recipients:
        return True
    return _FULL_STOP.search(_COLON.split(text, maxsplit=1)[0]) is not None
