"""The entries of the contents and the documents that they announce."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

import msgspec

from generator.lexicon.characters import fold
from generator.lexicon.gazettes import read_covered
from generator.lexicon.numerals import TENS
from generator.lexicon.organs import is_organ
from generator.model import ContentsEntry, Document, Finding
from generator.parse.draft import Draft
from generator.parse.issue.entries import cut_before, damage, edge_character, is_whole, split_day
from generator.words.say import say

_FIGURES = re.compile(rf"\d+|[{TENS}]+(?=[年月批届号期次])")
_ISSUER_BEHIND = re.compile(r"[（(]([^（()）]{3,40})[)）]$")
"""The organ that some contents print in brackets behind a title."""


@dataclass(frozen=True, slots=True)
class MatchLimits:
    """When an entry of the contents and a document are one."""

    alike: float = 0.85
    """Lowest likeness of their titles; of titles less alike each keeps to itself, and the entry has no document."""
    title: int = 8
    """Shortest title of a document, in characters, before which what an entry has more is a scrap."""


MATCH = MatchLimits()
_A_LITTLE = 1e-9
"""What a later title has to be more alike than the one before."""


def match_contents(draft: Draft) -> Draft:
    """The draft whose entries know their document, and whose documents know column and page.

    First what people said, then what number or title say without doubt, then titles that are nearly the same, and last
    the entries that have one document left, and it them: these differ in one thing, which is a finding.
    """
    pairs = _Pairs(draft)
    pairs.pair(_find)
    pairs.pair(_find_alike)
    pairs.pair_left()
    findings = _without_certain(draft.findings, pairs.found, draft.contents)
    entries = [msgspec.structs.replace(entry, document=None) for entry in draft.contents]
    announced: dict[int, ContentsEntry] = {}
    for place, document in sorted(pairs.found.items()):
        clean = _without_stray(_without_scrap(entries[place], document), document)
        findings += _remarks(entries[place], clean, document)
        entries[place] = msgspec.structs.replace(clean, document=document.sequence)
        for sequence in range(document.sequence, document.sequence + read_covered(clean.title)):
            announced.setdefault(sequence, msgspec.structs.replace(entries[place], page=None))
        announced[document.sequence] = entries[place]
    documents = [_place(document, announced.get(document.sequence)) for document in draft.documents]
    return replace(
        draft,
        contents=tuple(entries),
        documents=tuple(documents),
        findings=tuple(findings),
    )


def _without_certain(
    findings: Sequence[Finding], found: dict[int, Document], entries: Sequence[ContentsEntry]
) -> list[Finding]:
    """The findings; one character before a title is no damage where the rest is the title of its document."""
    certain = {
        entries[place].lines[0]
        for place, document in found.items()
        if entries[place].lines and fold(document.title).endswith(fold(entries[place].title))
    }
    return [
        edge_character(finding.line, finding.found)
        if finding.kind == "contents-damage" and len(finding.found) == 1 and finding.line in certain
        else finding
        for finding in findings
    ]


class _Pairs:
    """Entries of the contents, by their place, and the documents that they announce."""

    def __init__(self, draft: Draft) -> None:
        """Begin with what people said."""
        said = dict(draft.announced)
        self.free = {document.sequence: document for document in draft.documents}
        self.left = {
            place: entry for place, entry in enumerate(draft.contents) if place not in said
        }
        self.found: dict[int, Document] = {}
        for place, sequence in said.items():
            if sequence in self.free and place < len(draft.contents):
                self.found[place] = self.free.pop(sequence)

    def _add(self, place: int, document: Document) -> None:
        """Pair an entry with a document."""
        self.found[place] = document
        self.left.pop(place)
        self.free.pop(document.sequence)

    def pair(self, find: Callable[[ContentsEntry, list[Document]], Document | None]) -> None:
        """Pair each entry that is left with the document that a rule finds among those left."""
        for place, entry in [*self.left.items()]:
            if not self.free:
                return
            if document := find(entry, list(self.free.values())):
                self._add(place, document)

    def pair_left(self) -> None:
        """Pair each entry that is left with its only candidate where no other entry has that one."""
        candidates = {place: self._candidates(place, entry) for place, entry in self.left.items()}
        wanted = Counter(document.sequence for found in candidates.values() for document in found)
        for place, found in candidates.items():
            if len(found) == 1 and wanted[found[0].sequence] == 1:
                self._add(place, found[0])

    def _candidates(self, place: int, entry: ContentsEntry) -> list[Document]:
        """The documents left that an entry may mean: one thing of it is otherwise, or it names several at once."""
        count = read_covered(entry.title)
        between = self._between(place) if count > 1 else []
        if count > 1 and len(between) == count:
            return between[:1]
        title = fold(entry.title)
        if len(title) < MATCH.title:
            return []
        return [document for document in self.free.values() if _may_be(entry, title, document)]

    def _between(self, place: int) -> list[Document]:
        """The documents between those of the entries above and below one."""
        above = [self.found[at].sequence for at in self.found if at < place]
        below = [self.found[at].sequence for at in self.found if at > place]
        first, last = (
            max(above, default=0),
            min(below, default=len(self.free) + len(self.found) + 1),
        )
        return [self.free[at] for at in range(first + 1, last) if at in self.free]


def _may_be(entry: ContentsEntry, title: str, document: Document) -> bool:
    """Whether a document is what an entry means though its number, its figures or the form of its title differ."""
    whole = fold(document.title)
    if _differ_in_number(entry, document):
        return _figures(title) == _figures(whole[-len(title) :]) and _is_alike(title, whole)
    about = whole[max(0, whole.find("关于")) :]
    if title in whole or (len(about) >= MATCH.title and about in title):
        return True
    return _is_alike(title, whole)


def _figures(title: str) -> list[str]:
    """The years, ordinals and figures of a folded title: 2021, 第二批."""
    return _FIGURES.findall(title)


def _other_number(entry: ContentsEntry, document: Document) -> Finding:
    """What is said of an entry whose number is not that of the document with its title."""
    return Finding(
        line=entry.lines[-1],
        kind="number-differs",
        severity="warning",
        found=entry.number or "",
        message=say(
            "message.number-differs", contents=entry.number or "", body=document.number or ""
        ),
    )


def _remarks(printed: ContentsEntry, clean: ContentsEntry, document: Document) -> list[Finding]:
    """What an entry has wrong: a scrap before its title, another number or another title than its document."""
    remarks = [_other_number(printed, document)] if _differ_in_number(printed, document) else []
    if clean.title != printed.title:
        return [*remarks, _stray(printed, clean.title) or damage(printed, clean.title)]
    return [*remarks, *_other_title(printed, document)]


def _other_title(printed: ContentsEntry, document: Document) -> list[Finding]:
    """What is said of an entry whose title is not that of its document, nor of what that issues."""
    if read_covered(printed.title) > 1:
        message = say("message.title-differs.several", n=read_covered(printed.title))
    else:
        message = say("message.title-differs")
    title, day = split_day(printed.title)
    is_dated = day is not None and document.date in {day, None}
    if is_dated and title and fold(document.title).endswith(fold(title)):
        return []
    titles = [document.title]
    titles += [part.title or "" for part in document.parts if part.kind == "enclosure"]
    if any(fold(title).endswith(fold(printed.title)) for title in titles):
        return []
    return [
        Finding(
            line=printed.lines[0],
            kind="title-differs",
            severity="warning",
            found=printed.title,
            message=message,
        )
    ]


def _find(entry: ContentsEntry, documents: list[Document]) -> Document | None:
    """By number when both print one, by the end of its title, else by what it issues."""
    number = entry.number or ""
    same = [document for document in documents if _agree(number, document.number or "")]
    if len(same) == 1:
        return None if _is_of_another(entry, same[0], documents) else same[0]
    candidates = [document for document in documents if not _differ_in_number(entry, document)]
    title = fold(_ISSUER_BEHIND.sub(_without_organs, entry.title))
    return (_find_named(title, candidates) or _find_dated(entry, candidates)) if title else None


def _find_dated(entry: ContentsEntry, documents: list[Document]) -> Document | None:
    """The only document with the title and the day that an entry prints; where none has that day, the only title."""
    title, day = split_day(entry.title)
    same = [document for document in documents if fold(document.title).endswith(fold(title))]
    if day is None or not title:
        return None
    of_day = [document for document in same if document.date == day]
    return (of_day or same)[0] if len(of_day or same) == 1 else None


def _is_of_another(entry: ContentsEntry, document: Document, documents: list[Document]) -> bool:
    """Whether the document with the number of an entry has another title, and exactly one has that of the entry."""
    title = fold(entry.title)
    if len(title) < MATCH.title or _likeness(title, fold(document.title)) >= MATCH.alike:
        return False
    return sum(fold(other.title).endswith(title) for other in documents) == 1


def _differ_in_number(entry: ContentsEntry, document: Document) -> bool:
    """Whether entry and document both print a number, and not the same one."""
    if not entry.number or not document.number:
        return False
    return not _agree(entry.number, document.number)


def _find_named(title: str, documents: list[Document]) -> Document | None:
    """The first document whose title ends with a folded one, else the only one that issues what is so called."""
    for document in documents:
        if fold(document.title).endswith(title):
            return document
    issuing = [document for document in documents if _issues(document, title)]
    return issuing[0] if len(issuing) == 1 else None


def _issues(document: Document, title: str) -> bool:
    """Whether one of the parts behind the body of a document has a folded title."""
    return any(fold(part.title or "") == title for part in document.parts[1:])


def _find_alike(entry: ContentsEntry, documents: list[Document]) -> Document | None:
    """The document whose title is most like that of an entry, with the same figures, where any is like it at all."""
    title = fold(_ISSUER_BEHIND.sub(_without_organs, entry.title))
    best, found = MATCH.alike, None
    for document in documents:
        whole = fold(document.title)
        if _differ_in_number(entry, document) or not _is_alike(title, whole):
            continue
        likeness = _likeness(title, whole)
        if likeness >= best and _figures(title) == _figures(whole[-len(title) :]):
            best, found = likeness + _A_LITTLE, document
    return found


def _is_alike(title: str, whole: str) -> bool:
    """Whether a folded title is like another, or like its end; its size and its characters are counted first."""
    if not title:
        return False
    for printed in (whole[-len(title) :], whole):
        matcher = SequenceMatcher(None, title, printed, autojunk=False)
        if (
            matcher.real_quick_ratio() >= MATCH.alike
            and matcher.quick_ratio() >= MATCH.alike
            and matcher.ratio() >= MATCH.alike
        ):
            return True
    return False


def _agree(printed: str, number: str) -> bool:
    """Whether two prints of a number are one: an order may be printed with its organ or without (国务院令第741号, 第741号)."""
    if not number:
        return False
    if printed == number:
        return True
    if number.startswith("第"):
        return printed.endswith(f"令{number}")
    return number[:1].isdigit() and printed.endswith(number)


def _without_organs(match: re.Match[str]) -> str:
    """Nothing when the brackets hold organs only, else the brackets as they are."""
    names = re.split(r"[、\s]+", match[1])
    return "" if all(map(is_organ, names)) else match[0]


def _without_scrap(entry: ContentsEntry, document: Document) -> ContentsEntry:
    """The entry without what is before the whole title of its document."""
    place = document.title.find("关于")
    title = document.title[place:] if place > 0 else document.title
    if len(title) < MATCH.title or not entry.title.endswith(title):
        return entry
    if is_whole(entry.title) or document.title.endswith(entry.title):
        return entry
    if is_organ(entry.title.removesuffix(title)):
        return entry
    return cut_before(entry, title)


def _without_stray(entry: ContentsEntry, document: Document) -> ContentsEntry:
    """The entry without one character at the edge of its column, where the title is that of the document without it."""
    whole = fold(document.title)
    if len(fold(entry.title)) <= MATCH.title or whole.endswith(fold(entry.title)):
        return entry
    for title in (entry.title[1:], entry.title[:-1]):
        is_at_its_start = title.startswith("关于") or fold(title) == whole
        if whole.endswith(fold(title)) and (is_at_its_start or entry.title.startswith(title)):
            return _cut(entry, title)
    return entry


def _cut(entry: ContentsEntry, title: str) -> ContentsEntry:
    """The entry with a shorter title; its print loses the same character."""
    if entry.title.endswith(title):
        return cut_before(entry, title)
    begin, end, behind = (entry.as_printed or "").rpartition(entry.title[-1:])
    printed = begin + behind if end else entry.as_printed
    return msgspec.structs.replace(entry, title=title, as_printed=printed)


def _stray(entry: ContentsEntry, title: str) -> Finding | None:
    """What is said of one character that was cut off the title of an entry, which is certain then; None of more."""
    gone = entry.title.removesuffix(title) if entry.title.endswith(title) else entry.title[-1:]
    if len(gone) != 1 or len(title) != len(entry.title) - 1:
        return None
    return edge_character(entry.lines[0], gone)


def _likeness(title: str, whole: str) -> float:
    """Likeness of a title in the contents to the end of the title in print, where the organ may be before it."""
    end = whole[-len(title) :] if title else ""
    return max(
        SequenceMatcher(None, title, printed, autojunk=False).ratio() for printed in (end, whole)
    )


def _place(document: Document, entry: ContentsEntry | None) -> Document:
    """The document with column and page as the contents have them."""
    if entry is None:
        return document
    return msgspec.structs.replace(
        document, column=entry.column or document.column, page=entry.page
    )
