"""Enumerators that skip, double, begin late or count one thing only, and numbers of attachments that do."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.lexicon.enumerators import DIVISIONS, LEVELS, Enumerator, number_of, read_enumerator
from generator.lexicon.expressions.labels import LOOSE_ATTACHMENT
from generator.lexicon.expressions.signs import POINT
from generator.lexicon.numerals import HUNDREDS
from generator.model import Block, Document, Finding, Note, Part, Text
from generator.model.block import Opened
from generator.parse.draft import Draft
from generator.parse.plausibility.places import begin_of, line_at, running
from generator.words.say import say

_NOTED = re.compile(rf"{LOOSE_ATTACHMENT}\s*[:：]\s*1\s*{POINT}")
"""A note that names several attachments counts on from its own line: 附件：1.某某表 | 2.某某名单."""
_ORDER = (*DIVISIONS, "article", *LEVELS)
"""Kinds of enumerator, outermost first; each begins anew below those before it."""
_LISTS = frozenset({"3", "4", "5"})
"""Those that are printed inside a section to count things: one that counts one thing has lost the others."""
_SECTIONS = frozenset({"1", "2"})
"""Those of sections, of which two never begin with 1 right below each other."""
_APART = frozenset(
    {*((kind, "article") for kind in DIVISIONS), ("part", "chapter"), ("subpart", "chapter")}
)
"""Articles count on over chapters, and chapters over parts."""
_BELOW = {
    kind: tuple(deeper for deeper in _ORDER[place + 1 :] if (kind, deeper) not in _APART)
    for place, kind in enumerate(_ORDER)
}
"""Kind of enumerator → those that begin anew below it."""
_STOP = re.compile(rf"[。；：;:）)]\s*(?=[第（({HUNDREDS}\d])")
"""The end of a sentence and what can be the beginning of an enumerator behind it; most texts have few."""
_INSIDE = {
    "subpart": re.compile(rf"第(?P<n>[{HUNDREDS}]+)分编"),
    "chapter": re.compile(rf"第(?P<n>[{HUNDREDS}]+)章"),
    "section": re.compile(rf"第(?P<n>[{HUNDREDS}]+)节"),
    "subsection": re.compile(rf"第(?P<n>[{HUNDREDS}]+)目"),
    "article": re.compile(rf"第(?P<n>[{HUNDREDS}]+)条"),
    "1": re.compile(rf"(?P<n>[{HUNDREDS}]+)、"),
    "2": re.compile(rf"[（(](?P<n>[{HUNDREDS}]+)[)）]"),
    "3": re.compile(r"(?P<n>\d{1,3})\s*[.．、]"),
    "4": re.compile(r"[（(](?P<n>\d{1,3})[)）]"),
}
"""Enumerators inside a text, behind the end of a sentence: their line was run together with the one before."""
_CIRCLED = re.compile("[①-⑳]")
"""Those that are inside a text wherever they are."""
MOST_TEXTS = 1024
"""Texts whose inner enumerators are kept: those of a part are asked for twice."""
_RUN_ON = {
    "1": re.compile(rf"(?<![{HUNDREDS}第、])(?P<n>[{HUNDREDS}]+)、(?![{HUNDREDS}])"),
    "2": re.compile(rf"(?<!第)[（(](?P<n>[{HUNDREDS}]+)[)）]"),
}
"""The same without a stop before them, behind a heading: 一、明确责任二、强化保障."""
_AMENDS = re.compile("修改为|修订为|增加一条|增加.{0,8}作为第")
"""What only a document says that quotes articles of another one, whose numbers need not count on."""
_LABEL = re.compile(r"附件(?P<n>\d{1,3})")

_Enumerated = tuple[Text, Enumerator, frozenset[int]]
"""A block, its enumerator, and the numbers of its kind that are printed inside the texts before it."""


def check_enumeration(draft: Draft) -> Iterator[Finding]:
    """Numbers that do not count on, in each part of each document and over its attachments."""
    for document in draft.documents:
        for part in document.parts:
            yield from _check_part(part)
            yield from _check_alone(part)
        yield from _check_attachments(document)


class _Count:
    """How far the enumerators of a part have counted, by their kind."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        """The last number in the whole part."""
        self._below: dict[str, int] = {}
        """The last number below the heading that the text is under."""
        self._begun: dict[str, int] = {}
        """How many lists of the whole part began with 1."""

    def before(self, kind: str) -> int:
        """The number before the next one of a kind, below the same heading; 0 for none."""
        return self._below.get(kind, 0)

    def expects(self, found: Enumerator) -> bool:
        """Whether a number may come next.

        It may follow the one before it below the same heading, or begin again with 1, which articles never do. Where no
        list of the part began again, it may also follow the last one of the whole part (（一）…（五）, 二、, （六）).
        """
        before, last = self.before(found.kind), self._last.get(found.kind, 0)
        if found.number == before + 1:
            return True
        if found.number == last + 1 and self._begun.get(found.kind, 0) <= 1:
            return True
        return found.kind != "article" and found.number == 1

    def take(self, found: Enumerator) -> None:
        """Count a number; those of the kinds below it begin anew."""
        self._last[found.kind] = self._below[found.kind] = found.number
        if found.number == 1:
            self._begun[found.kind] = self._begun.get(found.kind, 0) + 1
        for deeper in _BELOW[found.kind]:
            self._below.pop(deeper, None)

    def note(self) -> None:
        """Count the 1 of a note that names several attachments on its own line."""
        self._last["3"] = self._below["3"] = 1


def _check_part(part: Part) -> Iterator[Finding]:
    """The enumerators of a part whose number is not the one to come."""
    count = _Count()
    enumerated = list(_enumerated(part, count))
    has_articles = any(found.kind == "article" for _, found, _ in enumerated)
    amends = has_articles and any(_AMENDS.search(block.text) for block in running(part))
    above = dict(zip(map(id, part.blocks[1:]), part.blocks, strict=False))
    for place, (block, found, inside) in enumerate(enumerated):
        if amends and found.kind == "article":
            continue
        skipped = range(count.before(found.kind) + 1, found.number)
        if not count.expects(found) and not (skipped and inside.issuperset(skipped)):
            yield _remark(block, found, count.before(found.kind))
        elif _is_doubled_first(enumerated, place) or _repeats(found, above.get(id(block))):
            yield _remark(block, found, 1)
        count.take(found)


def _is_doubled_first(enumerated: list[_Enumerated], place: int) -> bool:
    """Whether the number 1 is printed twice in one list: 1. | 1. | 3.; else another list may begin with it."""
    if enumerated[place][1].number != 1:
        return False
    kinds = [found.kind for _, found, _ in enumerated[max(0, place - 1) : place + 2]]
    numbers = [found.number for _, found, _ in enumerated[max(0, place - 1) : place + 2]]
    return numbers == [1, 1, 3] and len(set(kinds)) == 1


def _repeats(found: Enumerator, above: Block | None) -> bool:
    """Whether a section is counted as the one right above it is: （一）目标。 | （一）措施。; a list of works may begin anew."""
    before = read_enumerator(above.text) if isinstance(above, Text) else None
    is_first = before is not None and (before.kind, before.number) == (found.kind, found.number)
    return is_first and found.kind in _SECTIONS


def _enumerated(part: Part, count: _Count) -> Iterator[_Enumerated]:
    """The blocks of a part that open with an enumerator which is counted, each with the numbers printed before it."""
    texts: defaultdict[str, set[int]] = defaultdict(set)
    for block in part.blocks:
        if not isinstance(block, Opened):
            continue
        if _NOTED.match(block.text):
            count.note()
        found = read_enumerator(block.text)
        if found is not None and found.number and not found.insertion and found.kind in _ORDER:
            yield block, found, frozenset(texts.get(found.kind, ()))
            if texts:
                _begin_anew(texts, found.kind)
            texts[found.kind].update(_run_on(block.text, found))
        for kind, number in _inside(block.text):
            texts[kind].add(number)


def _begin_anew(texts: dict[str, set[int]], kind: str) -> None:
    """Forget the numbers of a kind, and of those below it."""
    for deeper in _ORDER[_ORDER.index(kind) :]:
        texts.pop(deeper, None)


@lru_cache(maxsize=MOST_TEXTS)
def _inside(text: str) -> frozenset[tuple[str, int]]:
    """The kinds and numbers of the enumerators inside a text."""
    found = {("5", number_of(sign)) for sign in _CIRCLED.findall(text)}
    for stop in _STOP.finditer(text):
        for kind, pattern in _INSIDE.items():
            if match := pattern.match(text, stop.end()):
                found.add((kind, number_of(match["n"])))
    return frozenset(found)


def _run_on(text: str, found: Enumerator) -> Iterator[int]:
    """The later numbers in the text of a heading, which were run together with it."""
    pattern = _RUN_ON.get(found.kind)
    if pattern:
        yield from (number_of(match["n"]) for match in pattern.finditer(text, found.end))


def _remark(block: Text, found: Enumerator, before: int) -> Finding:
    """What is said of a block whose number repeats the one before, does not follow it, or is the first and not 1."""
    return _finding(line_at(block, 0), begin_of(block), before, found.number)


def _finding(line: int, found: str, before: int, here: int) -> Finding:
    """What is said of a number that does not count on from the one before it; 0 for none."""
    if not before:
        kind, message = "numbering-late", say("message.numbering.late", here=str(here))
    elif here == before:
        kind, message = "numbering-duplicate", say("message.numbering.repeated", here=str(here))
    else:
        kind = "numbering-gap"
        message = say("message.numbering.gap", before=str(before), here=str(here))
    return Finding(line=line, kind=kind, severity="warning", found=found, message=message)


def _check_alone(part: Part) -> Iterator[Finding]:
    """The numbers 1 of a part that no 2 follows, neither on a line of its own nor inside a text; a footnote is none."""
    begun: dict[str, Text] = {}
    for block in running(part):
        if isinstance(block, Note):
            continue
        found = read_enumerator(block.text)
        if found is not None and found.number and found.kind in _ORDER:
            if begun:
                begun.pop(found.kind, None)
                deeper = _ORDER[_ORDER.index(found.kind) + 1 :]
                yield from (_alone(begun.pop(kind)) for kind in deeper if kind in begun)
            if found.number == 1 and found.kind in _LISTS:
                begun[found.kind] = block
        for kind in tuple(begun):
            if (kind, 2) in _inside(block.text):
                begun.pop(kind)
    yield from map(_alone, begun.values())


def _alone(block: Text) -> Finding:
    """What is said of a block whose number is the only one of its list."""
    return Finding(
        line=line_at(block, 0),
        kind="numbering-alone",
        severity="warning",
        found=begin_of(block),
        message=say("message.numbering.alone", here="1"),
    )


def _check_attachments(document: Document) -> Iterator[Finding]:
    """The attachments whose number is not the one after that of the attachment before; the first is 1."""
    labelled = []
    for part in document.parts:
        match = _LABEL.fullmatch(part.label or "")
        if match:
            labelled.append((part, int(match["n"])))
    numbers = [0, *(number for _, number in labelled)]
    for (part, _), (before, here) in zip(labelled, pairwise(numbers), strict=True):
        if here != before + 1:
            line = next(iter(part.at or part.lines), 0)
            yield _finding(line, part.label or "", before, here)
