"""Text that is printed before the first document and belongs to none: a preface, 编者按, contents that were not read.

The lines of the first pages are shown with the issue, so nothing of them is lost. What is neither masthead nor imprint
nor contents is reported, with its lines, so that nobody has to search for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.lexicon.characters import HAN, IDEOGRAPHS, squeeze
from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.lexicon.gazettes import (
    GAZETTE,
    IMPRINT,
    heads_imprint,
    is_closing_imprint,
    is_contents_heading,
    read_column,
)
from generator.model import Finding, TextLine
from generator.parse.draft import Draft
from generator.parse.issue.masthead import read_values
from generator.words.say import say


@dataclass(frozen=True, slots=True)
class FrontLimits:
    """What text before the first document is."""

    sentence: int = 8
    """Shortest line with a stop that is a sentence, in characters without blanks."""
    numbered: int = 16
    """Longest line that numbers or dates an issue, in characters without blanks."""
    clauses: int = 3
    """Fewest commas of a line that is a sentence without a stop."""
    beside: int = 40
    """Longest line beside a sentence that is its heading or its signature, in characters."""
    above: int = 2
    """Most such lines above the first sentence."""
    below: int = 3
    """Most such lines below the last one."""


FRONT = FrontLimits()
_EDITORIAL = "编者按"
_STOP = re.compile(f"[{SENTENCE_STOPS}]")
_SAYS = re.compile(rf"[{IDEOGRAPHS}]")
_PAGE_NAMES = re.compile(
    rf"(?:序号|标题|题名|页码|页次|文号|发文字号|栏目|{HAN}{{0,4}}(?:公报|政报))*"
)
"""The names of the columns of contents, and the name of the gazette."""


def report_front_text(draft: Draft) -> Draft:
    """The draft with findings on what is printed before its first document."""
    return replace(draft, findings=(*draft.findings, *_check_front_text(draft)))


def _check_front_text(draft: Draft) -> Iterator[Finding]:
    """Runs of lines before the first document that are neither masthead nor imprint nor contents."""
    first = draft.documents[0].lines[0] if draft.documents else 0
    front = [line for line in draft.front if line.line < first and line.text.strip()]
    unread = _unread_contents(draft, front)
    rows = {nth for nth, line in enumerate(front) if _is_row(line.text, draft)}
    places = (
        rows.union(nth for nth, line in enumerate(front) if _is_text(line.text, draft)) - unread
    )
    for run in (*_runs(unread, len(front)), *_runs(places | _beside(front, places), len(front))):
        lines = [front[place] for place in run]
        yield _finding(lines, "contents" if run[0] in unread else "prose")


def _unread_contents(draft: Draft, front: Sequence[TextLine]) -> set[int]:
    """Places of lines of the contents that became no entry: below their heading, up to the last entry.

    Where none became one, up to the first sentence.
    """
    heading = next((nth for nth, line in enumerate(front) if is_contents_heading(line.text)), None)
    if heading is None:
        return set()
    of_entries = {line for entry in draft.contents for line in entry.lines}
    last = max(of_entries, default=0)
    of_entries |= {finding.line for finding in draft.findings if finding.kind == "contents-damage"}
    found: set[int] = set()
    for place in range(heading + 1, len(front)):
        line = front[place]
        if (last and line.line > last) or (not last and _is_sentence(line.text)):
            break
        if line.line not in of_entries and not _is_known(line.text, draft):
            found.add(place)
    return found


def _is_known(text: str, draft: Draft) -> bool:
    """Whether a line is one that masthead, imprint and contents have: a name, a date, an address, a column."""
    bare = squeeze(text)
    columns = {entry.column for entry in draft.contents}
    if not _SAYS.search(bare) or bare in columns or read_column(bare) or _is_imprint(bare):
        return True
    if is_contents_heading(bare) or _PAGE_NAMES.fullmatch(bare) or heads_imprint(bare):
        return True
    if len(bare) > FRONT.numbered:
        return False
    read = read_values([text])
    return any(
        (read.title, read.year, read.number, read.serial, read.special, read.published, read.part)
    )


def _is_imprint(bare: str) -> bool:
    """Whether a line belongs to the imprint, among which 编者按 is at the end of an issue only."""
    if bare.startswith(_EDITORIAL):
        return False
    return is_closing_imprint(bare) or IMPRINT.search(bare) is not None


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence or the beginning of one, and no imprint."""
    bare = squeeze(text)
    if len(bare) < FRONT.sentence or _is_imprint(bare):
        return False
    return _STOP.search(bare) is not None or bare.count("，") >= FRONT.clauses


def _is_text(text: str, draft: Draft) -> bool:
    """Whether a line is a sentence; a short one may hold a stop that was read for a figure: 2021年第？期."""
    return _is_sentence(text) and not _is_known(text, draft)


def _is_row(text: str, draft: Draft) -> bool:
    """Whether a line is a row of a table, and none of masthead, imprint and contents."""
    return "\t" in text.strip() and not _is_known(text, draft)


def _beside(front: Sequence[TextLine], places: set[int]) -> set[int]:
    """Places of the short lines above and below sentences that are their heading and signature."""
    found: set[int] = set()
    for place in places:
        for step, most in ((-1, FRONT.above), (1, FRONT.below)):
            for beside in range(place + step, place + step * (most + 1), step):
                if not 0 <= beside < len(front) or not _can_be_beside(front[beside].text):
                    break
                found.add(beside)
    return found


def _can_be_beside(text: str) -> bool:
    """Whether a short line can be the heading or the signature of a sentence: no masthead, imprint or contents."""
    bare = squeeze(text)
    if len(bare) > FRONT.beside or _is_imprint(bare) or is_contents_heading(bare):
        return False
    return _SAYS.search(bare) is not None and re.search(GAZETTE, bare) is None


def _runs(places: set[int], end: int) -> Iterator[list[int]]:
    """Places that follow each other."""
    run: list[int] = []
    for place in range(end + 1):
        if place in places:
            run.append(place)
        elif run:
            yield run
            run = []


def _finding(lines: Sequence[TextLine], sort: str) -> Finding:
    """What is said of lines that belong to nothing."""
    first, last = lines[0].line, lines[-1].line
    where = str(first) if first == last else f"{first}—{last}"
    return Finding(
        line=first,
        kind="front-text",
        severity="warning",
        found=lines[0].text,
        message=say(f"message.front-text.{sort}", lines=where),
    )
