"""Citations → the one document of the archive that they mean, or none.

Finding never resolves: this stage looks at whole documents. Within the issue first, then the
gazette, then the archive; never a later document, and never one of several: two candidates give no
target and a finding.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from generator.lexicon.counts.rare_numbers import each_number
from generator.lexicon.numbers import ORDER_KINDS, OrderNumber, full_year, split_number, split_order
from generator.lexicon.organs import is_organ
from generator.link.cited_titles import fold_title, is_bare_kind
from generator.link.mentions import name_of, place_on_citation
from generator.model import (
    Archive,
    Citation,
    Document,
    DocumentRecord,
    Finding,
    IssueRecord,
    PlacedArticle,
    Value,
)
from generator.outline.headings import place_articles
from generator.words.say import say

SHORTEST_TITLE = 6
"""Shortest title by which a document is found, in folded characters;
a shorter one names no one document: 规划, 公告."""
_OWN_GOVERNMENTS = ("省政府", "市政府", "区政府", "县政府")
"""What a document calls the government of its own place."""


class Target(Value, frozen=True):
    """Something that a citation can mean: a document or an instrument that one issues."""

    record: DocumentRecord
    """The document that holds it."""
    title: str
    """Its own title."""
    anchor: str | None = None
    """``enc`` or ``enc-2`` for an instrument, as its page names it."""
    part: int | None = None
    """Index of the part that the instrument is; None for the whole document."""


_Named = tuple[str, Target]
"""A target with its folded title."""


def resolve_archive(archive: Archive) -> Archive:
    """The archive whose citations know their targets.

    A citation with several candidates is a finding of its issue.
    """
    index = Index(archive.documents)
    issues = tuple(_resolve_issue(record, index) for record in archive.issues)
    return msgspec.structs.replace(archive, issues=issues)


def _resolve_issue(record: IssueRecord, index: "Index") -> IssueRecord:
    """An issue whose citations know their targets, with the findings on those that stay open."""
    findings: list[Finding] = []
    documents = []
    for entry in record.documents:
        document = _resolve_document(entry, index, findings)
        documents.append(msgspec.structs.replace(entry, document=document))
    ordered = sorted((*record.issue.findings, *findings), key=lambda finding: finding.line)
    issue = msgspec.structs.replace(record.issue, findings=tuple(ordered))
    return msgspec.structs.replace(record, issue=issue, documents=tuple(documents))


def _resolve_document(entry: DocumentRecord, index: "Index", findings: list[Finding]) -> Document:
    """A document whose citations know their targets; what stays open is added to the findings."""
    if not entry.document.citations:
        return entry.document
    by_title: dict[str | None, Citation] = {}
    for citation in entry.document.citations:
        if citation.alias_of is None:
            by_title.setdefault(citation.title, citation)
    citations = []
    for citation in entry.document.citations:
        meant = by_title.get(citation.alias_of or "", citation)
        citations.append(_resolve(citation, meant, entry, index, findings))
    return msgspec.structs.replace(entry.document, citations=tuple(citations))


def _resolve(
    citation: Citation,
    meant: Citation,
    entry: DocumentRecord,
    index: "Index",
    findings: list[Finding],
) -> Citation:
    """The citation with its target.

    :param meant: the citation that a short form (以下简称《公告》) stands for, else the citation itself
    """
    if citation.target:
        return citation
    is_short = meant is not citation
    candidates = index.find(meant, entry)
    if not candidates:
        return citation
    target, *others = candidates
    if others:
        citation = msgspec.structs.replace(citation, candidates=_ids(candidates))
    if not all(is_printing(target, other) for other in others):
        if not is_short:
            findings.append(_ambiguous(citation, entry, len(candidates)))
        return citation
    anchor = article_anchor(target, citation) or target.anchor
    return msgspec.structs.replace(citation, target=target.record.id, anchor=anchor)


def _ids(targets: Iterable[Target]) -> tuple[str, ...]:
    """The ids of the documents that hold targets, once each."""
    return tuple(dict.fromkeys(target.record.id for target in targets))


def is_printing(one: Target, other: Target) -> bool:
    """Whether two targets are one document that two issues print.

    They have one number and one title, in one gazette; where the number has no year (令第7号), or they
    are in two gazettes, also one date: two places can have one sign, and two years one number.
    """
    first, second = one.record, other.record
    if first.issue == second.issue or first.document.number != second.document.number:
        return False
    titles = [fold_title(target.record.document.title) for target in (one, other)]
    if not (titles[0].endswith(titles[1]) or titles[1].endswith(titles[0])):
        return False
    if first.gazette == second.gazette and split_number(first.document.number):
        return True
    return first.document.date is not None and first.document.date == second.document.date


def _ambiguous(citation: Citation, entry: DocumentRecord, count: int) -> Finding:
    """The finding on a citation that has several candidates."""
    named = name_of(citation)
    finding = Finding(
        line=citation.line,
        kind="ambiguous-citation",
        severity="warning",
        found=named,
        message=say("message.ambiguous-citation", cited=named, n=count),
    )
    return place_on_citation(finding, entry, citation)


def article_anchor(target: Target, citation: Citation) -> str | None:
    """The anchor of the cited article in the target.

    None when it has no such article, or several.
    """
    if citation.article is None:
        return None
    cited = citation.article, citation.insertion
    anchors = [
        one.anchor
        for one in articles_of(target.record)
        if target.part in (None, one.part) and (one.number, one.insertion) == cited
    ]
    return anchors[0] if len(anchors) == 1 else None


def articles_of(record: DocumentRecord) -> tuple[PlacedArticle, ...]:
    """The articles of a document: 第十二条, 第十二条之一."""
    return record.gist.articles if record.gist else place_articles(record.document)


class Index:
    """Everything that can be cited, by number and by folded title."""

    def __init__(self, records: Iterable[DocumentRecord]) -> None:
        self._numbers: defaultdict[str, list[Target]] = defaultdict(list)
        self._orders: defaultdict[int, list[Target]] = defaultdict(list)
        self._titles: defaultdict[str, list[Target]] = defaultdict(list)
        self._issued: dict[str, list[_Named]] = {}
        """Id of a document that issues instruments → these, each with its folded title."""
        for record in records:
            self._add(record)

    def _add(self, record: DocumentRecord) -> None:
        """Take up a document and the instruments that it issues."""
        document = record.document
        whole = Target(record, document.title)
        if document.number and "〔" in document.number:
            for number in {document.number, *each_number(document.number)}:
                self._numbers[full_year(number)].append(whole)
        elif order := split_order(document.number):
            self._orders[order.serial].append(whole)
        for form in _forms(document):
            self._titles[form].append(whole)
        issued = [(fold_title(target.title), target) for target in instruments(record)]
        for title, target in issued:
            self._titles[title].append(target)
        if issued:
            self._issued[record.id] = issued

    def find(self, citation: Citation, entry: DocumentRecord) -> list[Target]:
        """What a citation can mean.

        One target, several when it stays open, none when the archive does not hold it.
        """
        issued = self._issued.get(entry.id)
        own = _own_instrument(citation, issued) if issued else None
        if own:
            return [own]
        named = self._find_named(citation, entry)
        if not named:
            return []
        meant = [target for target in named if _can_mean(citation, target, entry)]
        return _with_printings(_nearest(meant, entry), _joined_each(meant))

    def _find_named(self, citation: Citation, entry: DocumentRecord) -> list[Target]:
        """Everything that has the cited number, else the cited title."""
        if order := split_order(citation.number):
            return self._find_order(citation, order, entry)
        if citation.number:
            return self._numbers.get(full_year(citation.number), [])
        return self._find_title(citation)

    def _find_title(self, citation: Citation) -> list[Target]:
        """Everything that has the cited title."""
        title = fold_title(citation.title or "")
        return self._titles.get(title, []) if len(title) >= SHORTEST_TITLE else []

    def _find_order(
        self, citation: Citation, order: OrderNumber, entry: DocumentRecord
    ) -> list[Target]:
        """Orders and announcements with the cited title.

        Where no title is cited, those of the cited organ.
        """
        found = self._find_title(citation) if citation.title else self._orders.get(order.serial, [])
        same = [target for target in found if _is_order(target, order)]
        if citation.title:
            return same
        return [target for target in same if order.organ and _issued_by(order.organ, target, entry)]


def instruments(record: DocumentRecord) -> Iterator[Target]:
    """The instruments that a document issues, with the anchors that its page gives them."""
    parts = record.document.parts
    enclosures = [index for index, part in enumerate(parts) if part.kind == "enclosure"]
    for place, index in enumerate(enclosures, 1):
        anchor = "enc" if len(enclosures) == 1 else f"enc-{place}"
        if title := parts[index].title:
            yield Target(record, title, anchor, index)


def _can_mean(citation: Citation, target: Target, entry: DocumentRecord) -> bool:
    """Whether a document can cite a target.

    The target is another document, not a later one, and has the cited organ or title.
    """
    if target.record.id == entry.id or _is_later(target.record, entry):
        return False
    number = target.record.document.number
    if number and number == entry.document.number:
        own = Target(entry, entry.document.title)
        if is_printing(own, target):
            return False
    if citation.title and citation.number:
        return _agrees(citation, target)
    return not citation.organ or _issued_by(citation.organ, target, entry)


def _forms(document: Document) -> set[str]:
    """The folded title with and without the organ that is printed before it."""
    forms = {fold_title(document.title)}
    place = document.title.find("关于")
    if place > 0 and is_organ(document.title[:place]):
        forms.add(fold_title(document.title[place:]))
    return {form for form in forms if len(form) >= SHORTEST_TITLE}


def _own_instrument(citation: Citation, issued: Iterable[_Named]) -> Target | None:
    """The document's own instrument, named whole or by its kind alone (本《规划》)."""
    title = fold_title(citation.title or "")
    if not title or citation.number:
        return None
    named = _instruments_named(title, issued)
    return named[0] if len(named) == 1 else None


def _instruments_named(title: str, issued: Iterable[_Named]) -> list[Target]:
    """The document's own instruments with a folded title, else those of the kind that it names."""
    named = [target for folded, target in issued if folded == title]
    if named or not is_bare_kind(title):
        return named
    return [target for folded, target in issued if folded.endswith(title)]


def _is_later(record: DocumentRecord, entry: DocumentRecord) -> bool:
    """Whether a document was made after the one that cites.

    Nothing cites what does not exist yet.
    """
    date, citing = record.day, entry.day
    return date is not None and citing is not None and date > citing


def _agrees(citation: Citation, target: Target) -> bool:
    """Whether the document with the cited number, or what it issues, has the cited title."""
    cited = fold_title(citation.title or "")
    issued = [instrument.title for instrument in instruments(target.record)]
    titles = [fold_title(title) for title in (target.record.document.title, *issued)]
    return any(title.endswith(cited) or cited.endswith(title) for title in titles)


def _is_order(target: Target, order: OrderNumber) -> bool:
    """Whether a document is the order or announcement with a number.

    A document that has no number can be it.
    """
    document = target.record.document
    own = split_order(document.number)
    if own is None:
        return document.number is None
    names = document.head or "", document.title
    kinds = [kind for kind in ORDER_KINDS if any(name.endswith(kind) for name in names)]
    kind_fits = not kinds or not order.kind or order.kind in kinds
    return kind_fits and own.agrees(order)


def _issued_by(organ: str, target: Target, entry: DocumentRecord) -> bool:
    """Whether the organ that a citation names can be that of a document.

    市政府 is the government whose gazette it is.
    """
    issuer = target.record.document.issuer or ""
    if issuer and organ.startswith(issuer):
        return True  # of several that announce together the first
    if organ in _OWN_GOVERNMENTS:
        return issuer.endswith("人民政府") and target.record.gazette == entry.gazette
    return issuer.endswith(organ) or organ.endswith(issuer)


def _nearest(targets: list[Target], entry: DocumentRecord) -> list[Target]:
    """The targets of the same issue, else of the same gazette, else all.

    An instrument and its notice count as one.
    """
    gazette = entry.gazette
    in_issue = [target for target in targets if target.record.issue == entry.issue]
    in_gazette = [target for target in targets if target.record.gazette == gazette]
    return _joined(in_issue or in_gazette or targets)


def _joined(targets: list[Target]) -> list[Target]:
    """The targets; where all are in one document that is itself among them, that document."""
    whole = [target for target in targets if target.anchor is None]
    documents = {target.record.id for target in targets}
    return whole if len(documents) == len(whole) == 1 else targets


def _joined_each(targets: list[Target]) -> list[Target]:
    """The targets, of each document that is itself among them only that."""
    whole = {target.record.id for target in targets if target.anchor is None}
    return [one for one in targets if one.anchor is None or one.record.id not in whole]


def _with_printings(nearest: list[Target], meant: list[Target]) -> list[Target]:
    """The nearest targets and, where they are one document, its printings elsewhere.

    Of the nearest, the first that was printed comes first.
    """
    if not nearest or not all(is_printing(nearest[0], other) for other in nearest[1:]):
        return nearest
    first = nearest[-1]
    known = {target.record.id for target in nearest}
    others = [one for one in reversed(meant) if one.record.id not in known]
    return [*reversed(nearest), *(one for one in others if is_printing(first, one))]
