"""The entries of the contents and the documents that they announce."""

import re
from dataclasses import replace
from difflib import SequenceMatcher

import msgspec

from generator.lexicon.organs import is_organ
from generator.model import ContentsEntry, Document, Finding
from generator.parse.draft import Draft
from generator.lexicon.text import fold

_ALIKE = 0.85
_ISSUER_BEHIND = re.compile(r"[（(]([^（()）]{3,40})[)）]$")
"""The organ that some contents print in brackets behind a title."""


def match_contents(draft: Draft) -> Draft:
    """The draft whose entries know their document, and whose documents know column and page."""
    free = {document.sequence: document for document in draft.documents}
    entries: list[ContentsEntry] = []
    findings = list(draft.findings)
    for entry in draft.contents:
        document = _find(entry, list(free.values()))
        if document:
            free.pop(document.sequence)
        shorter = _without_scrap(entry, document) if document else entry
        if shorter != entry:
            findings.append(Finding(line=entry.lines[0], kind="contents-damage", severity="error", found=entry.title.removesuffix(shorter.title),
                                    message="目录此处识别混乱，无法辨认的字未收入题名"))
        elif document and fold(document.title)[-len(fold(entry.title)):] != fold(entry.title):
            findings.append(Finding(line=entry.lines[0], kind="title-differs", severity="warning", found=entry.title, message="目录所印题名与正文标题不同，各照原样"))
        entries.append(msgspec.structs.replace(shorter, document=document.sequence if document else None))
    announced = {entry.document: entry for entry in entries if entry.document}
    documents = tuple(_place(document, announced.get(document.sequence)) for document in draft.documents)
    return replace(draft, contents=tuple(entries), documents=documents, findings=tuple(findings))


def _find(entry: ContentsEntry, documents: list[Document]) -> Document | None:
    """By number when both print one; else the title that ends alike, else the only one that is nearly the same."""
    if entry.number:
        same = [document for document in documents if document.number == entry.number]
        if len(same) == 1:
            return same[0]
    title = fold(_ISSUER_BEHIND.sub(lambda match: "" if all(is_organ(part) or part in "、" for part in re.split(r"[、\s]", match[1])) else match[0], entry.title))
    candidates = [document for document in documents if not (entry.number and document.number and entry.number != document.number)]
    ends = [document for document in candidates if title and fold(document.title).endswith(title)]
    if ends:
        return ends[0]
    scored = sorted(((_likeness(title, fold(document.title)), -document.sequence, document) for document in candidates), reverse=True)
    return scored[0][2] if scored and scored[0][0] >= _ALIKE else None


def _without_scrap(entry: ContentsEntry, document: Document) -> ContentsEntry:
    """The entry without what stands before the whole title of its document."""
    place = document.title.find("关于")
    title = document.title[place:] if place > 0 else document.title
    before = entry.title.removesuffix(title)
    if len(title) < 8 or not entry.title.endswith(title) or document.title.endswith(before + title) or is_organ(before):
        return entry
    return msgspec.structs.replace(entry, title=title)


def _likeness(title: str, whole: str) -> float:
    """Likeness of a title in the contents to the end of the title in print, where the organ may stand before it."""
    return max(SequenceMatcher(None, title, whole[-len(title):] if title else "", autojunk=False).ratio(),
               SequenceMatcher(None, title, whole, autojunk=False).ratio())


def _place(document: Document, entry: ContentsEntry | None) -> Document:
    return msgspec.structs.replace(document, column=entry.column or document.column, page=entry.page) if entry else document
