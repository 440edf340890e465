"""Rosters as description lists: a role and the persons who hold it."""

from generator.model import Member, Roster, RosterGroup
from generator.pages.writing.escape import clean, escape
from generator.pages.writing.markdown import bullets, definition, join, section


def roster_markdown(roster: Roster, anchor: str = "") -> str:
    """A roster, one list for each group."""
    more = f'id="{anchor}"' if anchor else ""
    return section("roster", join(_group(group) for group in roster.groups).rstrip("\n"), more)


def _group(group: RosterGroup) -> str:
    """A role with its members; a plain list when no role is printed."""
    members = [_member(member) for member in group.members]
    if not (group.role and members):
        return "\n\n".join(filter(None, [escape(group.role or ""), bullets(members)]))
    return definition(escape(group.role), members)


def _member(member: Member) -> str:
    """``邢军　区委常委、常务副区长``, as the print sets it."""
    name, post = clean(member.name), clean(member.post or "")
    return escape("　".join(filter(None, [name, post])))
