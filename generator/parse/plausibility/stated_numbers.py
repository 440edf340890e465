"""Numbers that no document has, and documents without one: none was found, or one is printed and was not understood."""

import re
from collections.abc import Iterator

from generator.lexicon.above_text.without_number import has_no_number
from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.counts.rare_numbers import LIKE_NUMBER, LIKE_YEAR
from generator.lexicon.expressions.signs import CLOSE, OPEN
from generator.lexicon.expressions.years import NUMBER_YEAR
from generator.lexicon.numbers import is_broken_number_line, read_number_line
from generator.model import Document, Finding
from generator.parse.draft import Draft
from generator.parse.rows.listed_titles import ends_entry, goes_on_with_number
from generator.words.say import say

_LIKE_NUMBER = re.compile(
    rf"[^\s，。、；：《》]{{1,14}}{OPEN}\s*{NUMBER_YEAR}\s*{CLOSE}[^\s，。；：《》]{{1,12}}?号"
)
"""What a reader sees as a number, also one that the program does not understand: 某政发〔2021〕3、4号."""
_LIKE_LINE = re.compile(
    rf"[（(]?(?P<number>{HAN}{{1,14}}{LIKE_YEAR}第?[^\s，。；：《》]{{0,12}}号"
    rf"|{LIKE_NUMBER}第?[\dA-Za-z、—-]{{0,12}})[)）]?"
)
"""A line that is nothing but a number, though its year or its end was misread: 某政发〔17〕3号, 某政发〔2021〕3."""
_CITED = re.compile(r"\s*[（(]")
"""What opens a number that is cited behind a title on the line before it."""
LONGEST_LINE = 60
"""Guard against slowness: longest line with nothing but a number, in characters."""
FEWEST_BELOW = 2
"""Fewest numbers below their titles that show where the numbers of an issue are printed."""
_HEAD = ("head", "title", "number", "recipients")
"""The elements above a text, on whose lines the number of a document is printed."""


def check_numbers(draft: Draft) -> Iterator[Finding]:
    """What is to be said of the numbers of each document, and of lines that are nothing but a number."""
    texts = {line.number: line.text for line in draft.lines}
    announced = {entry.document: entry.number for entry in draft.contents if entry.number}
    known = {document.number for document in draft.documents}
    for document in draft.documents:
        said = 0
        finding = _numberless(document, texts, announced.get(document.sequence))
        if finding:
            said = finding.line
            yield finding
        elif document.title == document.number:
            yield _untitled(document)
        yield from (loose for loose in _loose(document, known, texts) if loose.line != said)
    yield from _misplaced(draft, set(announced.values()))


def _numberless(document: Document, texts: dict[int, str], announced: str | None) -> Finding | None:
    """A document without a number: where one is printed at its head, the line; else what the contents have.

    Nothing is said of a speech or a chronicle, for which neither prints one.
    """
    if document.number is not None:
        return None
    places = sorted({line for name in _HEAD for line in document.at.get(name, ())})
    for line in places:
        text = _printed_number(texts.get(line, ""))
        if text:
            return _no_number(line, text, say("message.no-number.printed", text=text))
    if announced:
        message = say("message.no-number.announced", number=announced)
        return _no_number(document.lines[0], "", message)
    if has_no_number(document.title, document.column):
        return None
    return _no_number(document.lines[0], "", say("message.no-number"))


def _printed_number(text: str) -> str:
    """What a reader sees as a number in a line, or nothing."""
    within = _LIKE_NUMBER.search(text)
    if within:
        return squeeze(within[0])
    bare = squeeze(text) if len(text) <= LONGEST_LINE else ""
    if alone := _LIKE_LINE.fullmatch(bare):
        return alone["number"]
    return bare if is_broken_number_line(bare) else ""


def _no_number(line: int, found: str, message: str) -> Finding:
    """What is said of a document without a number."""
    return Finding(
        line=line, kind="no-number", severity="warning", found=found, message=message
    )  # fmt: skip


def _untitled(document: Document) -> Finding:
    """A document whose number stands for the title that the print does not have."""
    return Finding(
        line=document.lines[0],
        kind="no-title",
        severity="info",
        found=document.title,
        message=say("message.no-title"),
    )


def _loose(document: Document, known: set[str | None], texts: dict[int, str]) -> Iterator[Finding]:
    """The lines of a document that are nothing but a number, which no document has and no list names."""
    numbers = {
        line: _number_alone(texts.get(line, ""))
        for line in range(document.lines[0], document.lines[-1] + 1)
        if texts.get(line, "").strip()
    }
    lines = list(numbers)
    for place, (line, number) in enumerate(numbers.items()):
        if number is None or number in known or line in document.at.get("number", ()):
            continue
        beside = lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
        listed = [other for other in beside if other not in document.at.get("number", ())]
        above = texts[lines[place - 1]] if place else ""
        if not any(numbers[other] for other in listed) and not goes_on_with_number(above, number):
            yield _loose_number(line, number, say("message.loose-number"))


def _number_alone(text: str) -> str | None:
    """The number that is all that a line prints, or None; not one in brackets, which is cited."""
    if "号" not in text or len(text) > LONGEST_LINE or _CITED.match(text) or ends_entry(text):
        return None
    number = read_number_line(text)
    return number if number and "〔" in number else None


def _misplaced(draft: Draft, announced: set[str | None]) -> Iterator[Finding]:
    """The number above a title, without a red head, where all other numbers of the issue are below their titles.

    It may as well be the end of a document whose text is lost. One that the contents have, too, is not doubted.
    """
    numbered = [each for each in draft.documents if {"number", "title"} <= each.at.keys()]
    above = [each for each in numbered if each.at["number"][0] < each.at["title"][0]]
    if len(above) != 1 or len(numbered) <= FEWEST_BELOW:
        return
    (document,) = above
    number = document.number or ""
    if "head" not in document.at and number not in announced:
        line = document.at["number"][0]
        yield _loose_number(line, number, say("message.loose-number.above"))


def _loose_number(line: int, number: str, message: str) -> Finding:
    """What is said of a line that is nothing but a number."""
    return Finding(
        line=line, kind="loose-number", severity="warning", found=number, message=message
    )  # fmt: skip
