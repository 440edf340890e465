"""The entries of the contents and the documents that they announce."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

import msgspec

from generator.lexicon.characters import fold
from generator.lexicon.organs import is_organ
from generator.model import ContentsEntry, Document, Finding
from generator.parse.draft import Draft
from generator.parse.issue.entries import cut_before, damage, is_whole
from generator.words.say import say

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


def match_contents(draft: Draft) -> Draft:
    """The draft whose entries know their document, and whose documents know column and page."""
    said = dict(draft.announced)
    free = {document.sequence: document for document in draft.documents}
    named = {sequence: free.pop(sequence) for sequence in said.values() if sequence in free}
    entries: list[ContentsEntry] = []
    findings: list[Finding] = []
    announced: dict[int, ContentsEntry] = {}
    for place, entry in enumerate(draft.contents):
        sequence = said.get(place)
        if place in said:
            document = named.get(sequence) if sequence else None
        else:
            document = _find(entry, list(free.values()))
        if document is None:
            entries.append(msgspec.structs.replace(entry, document=None))
            continue
        free.pop(document.sequence, None)
        clean = msgspec.structs.replace(_without_scrap(entry, document), document=document.sequence)
        findings += _remarks(entry, clean, document)
        entries.append(clean)
        announced[document.sequence] = clean
    for place, document in _misnumbered(entries, list(free.values())):
        entries[place] = msgspec.structs.replace(entries[place], document=document.sequence)
        findings.append(_other_number(entries[place], document))
        announced[document.sequence] = entries[place]
    documents = [_place(document, announced.get(document.sequence)) for document in draft.documents]
    return replace(
        draft,
        contents=tuple(entries),
        documents=tuple(documents),
        findings=(*draft.findings, *findings),
    )


def _misnumbered(
    entries: list[ContentsEntry], documents: list[Document]
) -> Iterator[tuple[int, Document]]:
    """The entries left over, by their place, each with the only document left that has its title and another number."""
    titles = Counter(fold(entry.title) for entry in entries if entry.document is None)
    by_end: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_end[fold(document.title)[-MATCH.title :]].append(document)
    for place, entry in enumerate(entries):
        title = fold(entry.title)
        if entry.document is not None or len(title) < MATCH.title or titles[title] > 1:
            continue
        ending = by_end[title[-MATCH.title :]]
        same = [document for document in ending if fold(document.title).endswith(title)]
        if len(same) == 1 and entry.number and same[0].number:
            yield place, same[0]


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
    """What an entry has wrong: a scrap before its title, or another title than its document."""
    if clean.title != printed.title:
        return [damage(printed, clean.title)]
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
            message=say("message.title-differs"),
        )
    ]


def _find(entry: ContentsEntry, documents: list[Document]) -> Document | None:
    """By number when both print one, by the end of its title, by what it issues, else the one nearly the same."""
    number = entry.number or ""
    same = [document for document in documents if _agree(number, document.number or "")]
    if len(same) == 1:
        return None if _is_of_another(entry, same[0], documents) else same[0]
    candidates = [document for document in documents if not _differ_in_number(entry, document)]
    title = fold(_ISSUER_BEHIND.sub(_without_organs, entry.title))
    named = _find_named(title, candidates) if title else None
    return named or _find_alike(title, candidates)


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


def _find_alike(title: str, documents: list[Document]) -> Document | None:
    """The document whose title is most like a folded one, where it is like it at all."""
    likeness = [_likeness(title, fold(document.title)) for document in documents]
    best = max(likeness, default=0)
    return documents[likeness.index(best)] if best >= MATCH.alike else None


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
