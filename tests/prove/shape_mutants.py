"""Mutants of what a text belongs to: lists of people, labels, documents; and of what a browser shows of a page."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from generator.model import CellSpan, Issue, Roster, RosterGroup, Table
from tests.prove.mutants import PARSE, Change, Mutant, of_every_block, of_issue

OUTLET = "generator.prove.choice"
PAGE = "archive/yunxi/2021/3/1/index.html"
WORDS = "为切实"
"""Words that this page shows once."""


def shows(words: str) -> Mutant:
    """A mutant of a finished page that shows other words in the place of some."""

    def change(memory: type[Any]) -> type[Any]:
        class Changed(memory):  # type: ignore[misc]
            def read(self, address: str) -> bytes | None:
                data: bytes | None = super().read(address)
                return (
                    data.replace(WORDS.encode(), words.encode())
                    if data and address == PAGE
                    else data
                )

        return Changed

    return Mutant(f"a page shows {words}", OUTLET, "Memory", change)


def of_rosters(mutate: Callable[[tuple[RosterGroup, ...]], tuple[RosterGroup, ...]]) -> Change:
    """A mutant of the lists of people."""
    return of_every_block(
        lambda blocks: [
            replace(one, groups=mutate(one.groups)) if isinstance(one, Roster) else one
            for one in blocks
        ]
    )


def of_tables(mutate: Callable[[Table], Table]) -> Change:
    """A mutant of the tables."""
    return of_every_block(
        lambda blocks: [mutate(one) if isinstance(one, Table) else one for one in blocks]
    )


def with_posts_exchanged(groups: tuple[RosterGroup, ...]) -> tuple[RosterGroup, ...]:
    """The first two persons of each group with the post of the other."""
    return tuple(map(_exchanged, groups))


def _exchanged(group: RosterGroup) -> RosterGroup:
    """A group whose first two persons have the post of the other."""
    members = list(group.members)
    if len(members) > 1:
        posts = members[0].post, members[1].post
        members[:2] = replace(members[0], post=posts[1]), replace(members[1], post=posts[0])
    return replace(group, members=tuple(members))


def with_roles_exchanged(groups: tuple[RosterGroup, ...]) -> tuple[RosterGroup, ...]:
    """Each group with the role of the next."""
    roles = [group.role for group in groups]
    return tuple(
        replace(group, role=role)
        for group, role in zip(groups, [*roles[1:], *roles[:1]], strict=True)
    )


def with_labels(issue: Issue, label: str | None) -> Issue:
    """The issue with another label for each part that has one."""
    documents = []
    for document in issue.documents:
        parts = tuple(replace(part, label=part.label and label) for part in document.parts)
        documents.append(replace(document, parts=parts))
    return replace(issue, documents=tuple(documents))


def in_next_document(issue: Issue) -> Issue:
    """The last block of the first document is the first of the second."""
    first, second, *others = issue.documents
    *before, last = first.parts
    above, *behind = second.parts
    moved = last.blocks[-1]
    first = replace(first, parts=(*before, replace(last, blocks=last.blocks[:-1])))
    second = replace(second, parts=(replace(above, blocks=(moved, *above.blocks)), *behind))
    return replace(issue, documents=(first, second, *others))


def reversed_lists(issue: Issue) -> Issue:
    """The contents from the last entry to the first."""
    return replace(issue, contents=issue.contents[::-1])


OF_SHAPES = (
    shows(f"<span hidden>{WORDS}</span>"),
    shows(f'<span style="display: none">{WORDS}</span>'),
    shows(f"<noscript>{WORDS}</noscript>"),
    shows(f"<dialog>{WORDS}</dialog>"),
    shows(f"<!--{WORDS}-->"),
    shows(f'<span class="editorial">{WORDS}</span>'),
    shows(WORDS * 2),
    Mutant("persons have the posts of others", PARSE, "_issue", of_rosters(with_posts_exchanged)),
    Mutant("groups of persons have other roles", PARSE, "_issue", of_rosters(with_roles_exchanged)),
    Mutant("groups of persons are in another order", PARSE, "_issue", of_rosters(lambda groups: groups[::-1])),
    Mutant("labels of attachments are lost", PARSE, "_issue", of_issue(lambda issue: with_labels(issue, None))),
    Mutant("labels of attachments are others", PARSE, "_issue", of_issue(lambda issue: with_labels(issue, "附件9"))),
    Mutant("a block is in the next document", PARSE, "_issue", of_issue(in_next_document)),
    Mutant("a table has an invented caption", PARSE, "_issue",
           of_tables(lambda table: replace(table, caption="无此表"))),
    Mutant("a cell is hidden by a merged one", PARSE, "_issue",
           of_tables(lambda table: replace(table, spans=(CellSpan(1, 0, 1, 2),)))),
    Mutant("rows are in another order, their lines are not", PARSE, "_issue",
           of_tables(lambda table: replace(table, rows=table.rows[::-1]))),
    Mutant("the contents are in another order", PARSE, "_issue", of_issue(reversed_lists)),
    Mutant("a line of the masthead is twice", PARSE, "_issue",
           of_issue(lambda issue: replace(issue, masthead=(*issue.masthead, issue.masthead[0])))),
)  # fmt: skip
