"""Numbers that no document has, and documents without one: none was found, or one is printed and was not understood."""

import re
from collections.abc import Iterator

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.signs import CLOSE, OPEN
from generator.lexicon.expressions.years import NUMBER_YEAR
from generator.lexicon.numbers import read_number_line
from generator.model import Document, Finding
from generator.parse.draft import Draft
from generator.words.say import say

_LIKE_NUMBER = re.compile(
    rf"[^\s，。、；：《》]{{1,14}}{OPEN}\s*{NUMBER_YEAR}\s*{CLOSE}[^\s，。；：《》]{{1,12}}?号"
)
"""What a reader sees as a number, also one that the program does not understand: 某政发〔2021〕3、4号."""
_CITED = re.compile(r"\s*[（(]")
"""What opens a number that is cited behind a title on the line before it."""
LONGEST_LINE = 60
"""Guard against slowness: longest line with nothing but a number, in characters."""
_HEAD = ("head", "title", "number", "recipients")
"""The elements above a text, on whose lines the number of a document is printed."""


def check_numbers(draft: Draft) -> Iterator[Finding]:
    """What is to be said of the numbers of each document, and of lines that are nothing but a number."""
    texts = {line.number: line.text for line in draft.lines}
    announced = {entry.document: entry.number for entry in draft.contents if entry.number}
    for document in draft.documents:
        said = 0
        if document.number is None:
            finding = _numberless(document, texts, announced.get(document.sequence))
            said = finding.line
            yield finding
        yield from (loose for loose in _loose(document, draft, texts) if loose.line != said)


def _numberless(document: Document, texts: dict[int, str], announced: str | None) -> Finding:
    """A document without a number: where one is printed at its head, the line; else what the contents have."""
    places = sorted({line for name in _HEAD for line in document.at.get(name, ())})
    for line in places:
        match = _LIKE_NUMBER.search(texts.get(line, ""))
        if match:
            text = squeeze(match[0])
            return _no_number(line, text, say("message.no-number.printed", text=text))
    message = say("message.no-number")
    if announced:
        message = say("message.no-number.announced", number=announced)
    return _no_number(document.lines[0], "", message)


def _no_number(line: int, found: str, message: str) -> Finding:
    """What is said of a document without a number."""
    return Finding(
        line=line, kind="no-number", severity="warning", found=found, message=message
    )  # fmt: skip


def _loose(document: Document, draft: Draft, texts: dict[int, str]) -> Iterator[Finding]:
    """The lines of a document that are nothing but a number, and not its own."""
    known = {other.number for other in draft.documents}
    for line in range(document.lines[0], document.lines[-1] + 1):
        text = texts.get(line, "")
        can_be_number = "号" in text and len(text) <= LONGEST_LINE and not _CITED.match(text)
        number = read_number_line(text) if can_be_number else None
        if number is None or line in document.at.get("number", ()) or "〔" not in number:
            continue
        if number not in known:
            yield Finding(
                line=line,
                kind="loose-number",
                severity="warning",
                found=number,
                message=say("message.loose-number"),
            )
