"""Addresses that were published and have no page of their own any more.

Each leads on, or says what became of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.model import Permalink
from generator.model.ids import read_id
from generator.pages.index.indexes import Registers
from generator.pages.writing.addresses import (
    Crumb,
    address_uri,
    crumbs,
    gazette_uri,
    gazettes_crumb,
    home_crumb,
    served,
)
from generator.pages.writing.escape import clean, escape
from generator.pages.writing.markdown import bullets, facts, heading, join, link, paragraph
from generator.pages.writing.page import NOT_INDEXED, Page
from generator.words.say import say
from generator.words.wording import issue_name


def retired_pages(registers: Registers) -> Iterator[Page]:
    """A page for every id of the ledger without a document.

    The issues and gazettes that went with the documents have one too.
    """
    retired = [entry for entry in registers.archive.permalinks if entry.is_retired]
    retired += _issues_of_gazettes(registers, retired)
    names = _names(registers)
    for entry in retired:
        if entry.to:
            goal = (names.get(entry.to) or issue_name(entry.to), address_uri(entry.to))
            yield _moved_page(entry, goal)
        else:
            yield _withdrawn_page(entry, tuple(_above(registers, entry)))
    yield from _emptied_pages(registers, retired)


def _moved_page(entry: Permalink, goal: Crumb) -> Page:
    """The page of an id that another one answers for."""
    uri = address_uri(entry.id)
    lead = say(f"retired.lead.{_kind_of(entry)}", link=link(*goal, uri))
    return redirect_page(uri, say("retired.moved"), lead, goal)


def _is_whole(entry: Permalink) -> bool:
    """Whether an entry is one of a whole issue or of a whole gazette."""
    return entry.is_whole_issue or entry.is_whole_gazette


def _issues_of_gazettes(registers: Registers, retired: Sequence[Permalink]) -> list[Permalink]:
    """An entry for each issue that the ledger knows only through its gazette.

    What became of the gazette as a whole became of the issue.
    """
    whole = {entry.id: entry for entry in retired if _is_whole(entry)}
    known = {*registers.issues, *whole}
    found = []
    for issue in _issues(retired):
        gazette, _, rest = issue.partition("/")
        if issue in whole or gazette not in whole:
            continue
        goal = whole[gazette].to
        to = f"{goal}/{rest}" if goal else None
        if to is None or to in known:
            found.append(replace(whole[gazette], id=issue, title="", to=to))
    return found


def _issues(retired: Iterable[Permalink]) -> list[str]:
    """The issues of which the ledger says something, or of their documents, each once."""
    return list(dict.fromkeys(entry.issue for entry in retired if not entry.is_whole_gazette))


def _names(registers: Registers) -> dict[str, str]:
    """Every document and gazette by its id → what it is called."""
    retired = {
        entry.id: entry.title or entry.id
        for entry in registers.archive.permalinks
        if entry.is_whole_gazette
    }
    held = {id_: record.title for id_, record in registers.publications.items()}
    return {record.id: record.document.title for record in registers.documents} | retired | held


def redirect_page(uri: str, name: str, lead: str, goal: Crumb) -> Page:
    """A page that leads to ``goal``; the lead says so in Markdown, with a link.

    The theme makes of ``canonical`` and ``file`` a page that needs no script; there are very many of
    them, so that it has nothing else.
    """
    title, target = goal
    meta = {
        "title": clean(title), "description": clean(say("retired.title", name=name, title=title)), "kind": "redirect",
        "canonical": served(target), "file": f"{target.removesuffix('.md')}.html",
        **NOT_INDEXED,
    }  # fmt: skip
    return Page(uri=uri, meta=meta, text=join([heading(1, name, "title"), lead]))


def _withdrawn_page(entry: Permalink, above: Sequence[Crumb]) -> Page:
    """The page that says in place of a document, or of a whole issue, why it is not there."""
    uri = address_uri(entry.id)
    name, what = say("retired.withdrawn"), _kind_of(entry)
    title, reason = entry.title or _name_of(entry), entry.withdrawn or ""
    blocks = [
        crumbs(uri, above, name),
        heading(1, name, "title"),
        say(f"retired.was.{what}", name=escape(_name_of(entry))),
        facts([
            (say("term.title"), [escape(entry.title)]),
            (say("term.number"), [escape(entry.number or "")]),
            (say("retired.reason"), [escape(reason)]),
            (say("document.address"), [escape(served(uri))]),
        ]),
        paragraph(say("retired.for_ever"), "muted"),
    ]  # fmt: skip
    meta = {
        "title": clean(say("retired.title", name=name, title=title)),
        "description": clean(say(f"retired.description.{what}", name=_name_of(entry), reason=reason)),
        "kind": "withdrawn",
        **NOT_INDEXED,
    }  # fmt: skip
    return Page(uri=uri, meta=meta, text=join(blocks))


def _kind_of(entry: Permalink) -> str:
    """What an id is of: a document, an issue or a gazette."""
    if entry.is_whole_gazette:
        return "gazette"
    return "issue" if entry.is_whole_issue else "document"


def _name_of(entry: Permalink) -> str:
    """What an issue or a gazette is called; of a document these words: 这份文件."""
    if entry.is_whole_gazette:
        return entry.title or entry.id
    return issue_name(entry.id) if entry.is_whole_issue else say("retired.this_document")


def _emptied_pages(registers: Registers, retired: Sequence[Permalink]) -> Iterator[Page]:
    """A page for every issue and gazette that the ledger names and the archive does not hold."""
    whole = {entry.id for entry in retired if _is_whole(entry)}
    issues = _emptied_issues(registers, retired)
    for issue, entries in issues.items():
        if issue not in whole:
            yield _emptied_issue(registers, issue, entries)
    gazettes: defaultdict[str, list[str]] = defaultdict(list)
    for issue in issues:
        gazettes[read_id(issue).gazette].append(issue)
    for gazette, names in gazettes.items():
        if gazette not in registers.publications and gazette not in whole:
            yield _emptied_gazette(gazette, names)


def _emptied_issues(
    registers: Registers, retired: Sequence[Permalink]
) -> dict[str, list[Permalink]]:
    """The issues that the archive does not hold, each with the ledger's entries about it."""
    issues: defaultdict[str, list[Permalink]] = defaultdict(list)
    for entry in retired:
        if not entry.is_whole_gazette and entry.issue not in registers.issues:
            issues[entry.issue].append(entry)
    return issues


def _emptied_issue(registers: Registers, issue: str, entries: Sequence[Permalink]) -> Page:
    """The page of an issue whose documents are all retired."""
    links = [(entry.title or entry.id, address_uri(entry.id)) for entry in entries]
    return _emptied_page(
        address_uri(issue), issue_name(issue), links, tuple(_above_issue(registers, issue))
    )


def _emptied_gazette(gazette: str, issues: Sequence[str]) -> Page:
    """The page of a gazette whose issues are all retired."""
    links = [(issue_name(issue), address_uri(issue)) for issue in issues]
    return _emptied_page(gazette_uri(gazette), gazette, links, (home_crumb(), gazettes_crumb()))


def _emptied_page(uri: str, name: str, links: Iterable[Crumb], above: Sequence[Crumb]) -> Page:
    """What an issue or a gazette once held, each with the page that says more."""
    what = say("retired.withdrawn")
    blocks = [
        crumbs(uri, above, what),
        heading(1, what, "title"),
        say("retired.emptied", name=escape(name)),
        bullets(link(title, target, uri) for title, target in links),
    ]
    meta = {
        "title": clean(say("retired.title", name=what, title=name)),
        "description": clean(say("retired.emptied_description", name=name)),
        "kind": "withdrawn",
        **NOT_INDEXED,
    }  # fmt: skip
    return Page(uri=uri, meta=meta, text=join(blocks))


def _above(registers: Registers, entry: Permalink) -> Iterator[Crumb]:
    """The pages above an address."""
    if entry.is_whole_gazette:
        yield from (home_crumb(), gazettes_crumb())
        return
    yield from _above_issue(registers, entry.issue)
    if not entry.is_whole_issue:
        yield issue_name(entry.issue), address_uri(entry.issue)


def _above_issue(registers: Registers, issue: str) -> Iterator[Crumb]:
    """The pages above an issue."""
    gazette = read_id(issue).gazette
    record = registers.publications.get(gazette)
    yield from (
        home_crumb(),
        gazettes_crumb(),
        (record.title if record else gazette, gazette_uri(gazette)),
    )
