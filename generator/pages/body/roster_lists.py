"""Rosters as description lists: a role and the persons who hold it."""

from generator.model import Member, Roster, RosterGroup
from generator.model.block import group_heads
from generator.pages.writing.escape import clean, escape
from generator.pages.writing.markdown import bullets, definition, join, section


def roster_markdown(roster: Roster, anchor: str = "") -> str:
    """A roster, one list for each group."""
    more = f'id="{anchor}"' if anchor else ""
    groups = (_group(heads, group) for heads, group in group_heads(roster))
    return section("roster", join(groups).rstrip("\n"), more)


def _group(heads: tuple[str, ...], group: RosterGroup) -> str:
    """A role with its members, its caption behind it; a plain list when neither is printed."""
    members = [_member(member) for member in group.members]
    head = escape("　".join(map(clean, heads)))
    if not (head and members):
        return "\n\n".join(filter(None, [head, bullets(members)]))
    return definition(head, members)


def _member(member: Member) -> str:
    """``邢军　区委常委、常务副区长``, as the print sets it."""
    name, post = clean(member.name), clean(member.post or "")
    return escape("　".join(filter(None, [name, post])))
