"""References inside a document: 本办法第三条, 本办法第二章和第五条, 见附件2, each with the anchor on its page.

A text speaks of its own document where it says 本 and the kind in which the title of the part ends: in a
《…办法》 本办法第三条, not 《某某法》第三条, not 该条例第三条 and not a bare 第三条, which may go on with another
law. 附件2 is its own unless the words before it name another paper: 《某某通知》附件2, 某政发〔2021〕3号附件2.
What the document does not have, or has twice, leads nowhere.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.lexicon.characters import squeeze
from generator.lexicon.enumerators import DIVISIONS
from generator.lexicon.expressions.labels import TRIAL_OR_DRAFT
from generator.lexicon.kinds import INSTRUMENTS, OFFICIAL
from generator.lexicon.numerals import NUMERAL, TENS, read_number
from generator.model import Article, Block, Document, Heading, Table, Text
from generator.outline.headings import PlacedBlock, PlacedPart

_ATTACHES = "附"
_OWN = "本"
"""``本办法``."""
_KIND = f"(?:{'|'.join(sorted((*INSTRUMENTS, *OFFICIAL, '法'), key=len, reverse=True))})"
_ARTICLE = rf"第\s*(?P<n>{NUMERAL})\s*条(?:之(?P<sub>{NUMERAL}))?"
_DIVISION = rf"第\s*{NUMERAL}\s*(?:分编|[编章节])"
_STEP = rf"(?:{_ARTICLE}|(?P<divisions>{_DIVISION}(?:\s*{_DIVISION})*(?:\s*第\s*{NUMERAL}\s*目(?![标的]))?))"
"""第五条, 第五条之一; 第二章, 第二编第一分编, 第三章第二节第一目."""
_AND = r"\s*(?:[、，,和与及或至]|以及|或者)\s*"
_BEHIND = rf"(?:第{NUMERAL}款)?(?:第[（(]?{NUMERAL}[)）]?项)?"
"""第一款第（二）项 behind an article, which is part of the reference."""
_OWN_PLACE = re.compile(rf"{_OWN}(?P<kind>{_KIND})(?:的)?{_STEP}{_BEHIND}")
_FURTHER = re.compile(rf"{_AND}(?P<item>{_STEP}{_BEHIND})")
_NO_COUNT = r"(?!\s*[\d.．：:％%年月日份个张页类级号])"
"""附件2021年 and 附件1：, the label of an attachment, refer to nothing."""
_WORD = r"(?P<word>附[件表图录])"
_N = rf"(?P<n>\d{{1,2}}|[{TENS}]{{1,3}})"
_NUMBERED = rf"(?P<item>{_WORD}\s*(?:{_N}{_NO_COUNT}|[（(]{_N.replace('?P<n>', '?P<inner>')}[)）]))"
"""附件2, 附表一, 附件（1）."""
_ATTACHED = re.compile(
    rf"(?:^|(?<=[（(，,。、；;：:“”\s见按照据依在以将填和与及或由对从如即报送写表为行考用参交执])|(?<={_OWN})(?:{_KIND})的?)"
    rf"{_NUMBERED}"
)
_ONLY_ATTACHED = re.compile(rf"(?<=[见按照填写])(?P<item>{_WORD})(?!\s*[\d{TENS}（(：:])")
_FURTHER_ATTACHED = re.compile(
    rf"\s*[、和及至－—-]\s*(?P<item>{_N})(?=[\s）)，,。、；;和及至所的])"
)
_UNITS = {"编": "part", "分编": "subpart", "章": "chapter", "节": "section", "目": "subsection"}
_ONE = re.compile(rf"第\s*(?P<n>{NUMERAL})\s*(?P<unit>分编|[编章节目])")
"""Each of the divisions that a reference names, outermost first."""
_ADDED = re.compile(rf"[（(](?:{TRIAL_OR_DRAFT}|[^（()）]{{1,12}})[)）]$")
"""（试行）, （2021年修订） behind the kind of a title."""


class Reference(NamedTuple):
    """A reference of a document to a place in itself."""

    part: int
    """Index of the part that refers."""
    block: int
    """Index of the block in it."""
    start: int
    """Offset in its text."""
    end: int
    """Offset after it."""
    anchor: str
    """Of the place."""
    cell: tuple[int, int] | None = None
    """Row (header rows counted) and column of the cell whose text it is; None for a text that is no table."""


def find_references(document: Document, parts: Sequence[PlacedPart]) -> Iterator[Reference]:
    """The references of a document to its own articles, chapters and attachments, in the order of the text.

    :param parts: its parts with their anchors
    """
    places = _Places(document, parts)
    for index, part in enumerate(parts):
        for nth, placed in enumerate(part.blocks):
            for cell, text in _texts(placed.block):
                if _OWN not in text and _ATTACHES not in text:
                    continue
                for start, end, anchor in _references(text, index, places):
                    if anchor and anchor != placed.anchor:
                        yield Reference(index, nth, start, end, anchor, cell)


def _texts(block: Block) -> Iterator[tuple[tuple[int, int] | None, str]]:
    """The text of a block that can refer, or those of the cells of a table, each with its place."""
    if isinstance(block, Table):
        for number, row in enumerate(block.rows, len(block.header)):
            yield from (((number, column), cell) for column, cell in enumerate(row))
    elif isinstance(block, Text) and not isinstance(block, Heading):
        yield None, block.text


def _references(text: str, part: int, places: "_Places") -> Iterator[tuple[int, int, str]]:
    """What a text refers to: offsets and anchors, the anchor empty for what the document does not have."""
    found: list[tuple[int, int, str]] = []
    if _OWN in text:
        for match in _OWN_PLACE.finditer(text):
            found += _places_in(match, part, places)
    if _ATTACHES in text:
        for match in _ATTACHED.finditer(text):
            found += _attachments_in(match, places)
        for match in _ONLY_ATTACHED.finditer(text):
            found.append((*match.span("item"), places.only_attachment(match["word"])))
    return iter(sorted(found))


def _places_in(
    match: re.Match[str], part: int, places: "_Places"
) -> Iterator[tuple[int, int, str]]:
    """本办法第三条, and 第五条 of 本办法第三条和第五条."""
    own = places.part_of(match["kind"], part)
    if own is None:
        return
    yield match.start(), match.end(), places.find(own, match)
    end = match.end()
    while further := _FURTHER.match(match.string, end):
        yield *further.span("item"), places.find(own, further)
        end = further.end()


def _attachments_in(match: re.Match[str], places: "_Places") -> Iterator[tuple[int, int, str]]:
    """附件1, and 2 of 附件1、2."""
    word = match["word"]
    yield *match.span("item"), places.attachment(word, match["n"] or match["inner"])
    end = match.end("item")
    while further := _FURTHER_ATTACHED.match(match.string, end):
        yield *further.span("item"), places.attachment(word, further["n"])
        end = further.end()


_Step = tuple[str, int, int]
"""Kind of heading or ``article``, its number, and its insertion: 1 for 第五条之一."""
_Key = tuple[_Step, ...]
"""How a text may name a place: with some of the divisions that it is in, or none, outermost first."""


class _Places:
    """The places of a document to which its texts can refer."""

    def __init__(self, document: Document, parts: Sequence[PlacedPart]) -> None:
        self._titles = [
            _ADDED.sub("", document.title if part.part.kind == "body" else part.part.title or "")
            for part in parts
        ]
        self._parts = parts
        self._known: dict[int, dict[_Key, str]] = {}
        self._labels = [
            (_read_label(part.part.label), part.anchor)
            for part in parts
            if part.part.label and part.anchor
        ]
        several = Counter(label for label, _ in self._labels)
        self._attachments = {label: anchor for label, anchor in self._labels if several[label] == 1}

    def attachment(self, word: str, printed: str) -> str:
        """The anchor of the attachment with a label (附件 and 2); empty where none or several have it."""
        number = read_number(printed)
        return self._attachments.get((word, number), "") if number else ""

    def only_attachment(self, word: str) -> str:
        """The anchor of the attachment where there is one, and it is called so."""
        labels = self._labels
        return labels[0][1] if len(labels) == 1 and labels[0][0][0] == word else ""

    def part_of(self, kind: str, part: int) -> int | None:
        """The part that 本办法 means: the one that says so, if its title ends in 办法, else the only one."""
        if self._titles[part].endswith(kind):
            return part
        named = [nth for nth, title in enumerate(self._titles) if title.endswith(kind)]
        return named[0] if len(named) == 1 else None

    def find(self, part: int, match: re.Match[str]) -> str:
        """The anchor of the place that a match names; empty where the part lacks it or has it twice."""
        key = _key_of(match)
        if part not in self._known:
            self._known[part] = dict(_places_of(self._parts[part].blocks))
        return self._known[part].get(key, "")


def _key_of(match: re.Match[str]) -> _Key:
    """The key of the place that a match names."""
    if match["divisions"] is None:
        return (("article", read_number(match["n"]) or 0, read_number(match["sub"] or "") or 0),)
    steps = _ONE.finditer(match["divisions"])
    return tuple((_UNITS[step["unit"]], read_number(step["n"]) or 0, 0) for step in steps)


def _places_of(blocks: Sequence[PlacedBlock]) -> Iterator[tuple[_Key, str]]:
    """The articles and divisions of a part with their anchors; of what is there twice none."""
    anchors: dict[_Key, list[str]] = {}
    above: _Key = ()
    for placed in blocks:
        block = placed.block
        if isinstance(block, Article):
            own: _Step = ("article", block.number, block.insertion or 0)
            anchors.setdefault((own,), []).append(placed.anchor)
        elif isinstance(block, Heading) and block.number and block.kind in DIVISIONS:
            own = (block.kind, _numeral(block.number), 0)
            above = tuple(step for step in above if _is_outer(step, own))
            for size in range(len(above) + 1):
                for named in combinations(above, size):
                    anchors.setdefault((*named, own), []).append(placed.anchor)
            above = (*above, own)
    for key, found in anchors.items():
        yield key, found[0] if len(found) == 1 else ""


def _is_outer(step: _Step, other: _Step) -> bool:
    """Whether a division is of a kind that holds the other."""
    return DIVISIONS.index(step[0]) < DIVISIONS.index(other[0])


def _numeral(printed: str) -> int:
    """The number of a heading as it is printed."""
    return read_number(squeeze(printed)) or 0


def _read_label(label: str | None) -> tuple[str, int | None]:
    """Word and number of a label: 附件1, 附件一, 附件１：, 附件（1）."""
    text = squeeze(label or "").strip("：:")
    return text[:2], read_number(text[2:].strip("()（）.．、"))
