"""Rosters (组长：… 成员：…): names set apart by blanks, cut over lines, stuck to the post before them."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from generator.lexicon.characters import squeeze, tidy
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.names import is_name, split_names
from generator.lexicon.roles import ROLE, ends_post, holds_post, is_whole_post
from generator.model import Member, Roster, RosterGroup
from generator.parse.rows.roster_words import (
    NAME,
    begins_with_name,
    is_name_piece,
    is_person,
    is_person_with_post,
    is_post_first,
    is_stray,
    is_swapped,
    names_only,
    plain_text,
    split_words,
    swap,
)
from generator.read import Line

_PROSE = re.compile(f"[{ANY_STOPS}]|，.*，|,.*,")
_LISTED_POST = re.compile(r"、|副|党")


@dataclass(frozen=True, slots=True)
class RosterLimits:
    """What the lines of a roster hold; a line that holds more ends it."""

    line: int = 70
    """Longest line, in characters."""
    rest: int = 8
    """Longest line of one word that is the rest of a post whatever it says, in characters; where the line before is
    complete, the shortest that is no post of the next person."""
    ending: int = 4
    """Longest word that ends a post cut in two, in characters: 市民政 | 局局长, which could be a name.

    A word of four characters or more is none and goes on with the post in any case.
    """
    persons: int = 2
    """Fewest persons of a roster."""
    names: int = 3
    """Fewest names of a list that holds nothing but names; a line of two is a title or a signature."""


ROSTER = RosterLimits()


@dataclass(slots=True)
class _Group:
    """The persons of one role while they are read."""

    role: str | None
    place: int = 0
    """The line it begins on."""
    members: list[list[str]] = field(default_factory=list)
    """Name and pieces of the post of each person."""


class Rosters:
    """The rosters among the lines of a part; each line is taken apart once, whatever is tried with it."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self._run = range(0)
        """The lines that were last found to go on with a roster."""

    @cached_property
    def _texts(self) -> list[str]:
        """The lines with names and posts set apart."""
        return [plain_text(line.text) for line in self.lines]

    @cached_property
    def _words(self) -> list[list[str]]:
        """The words of each line."""
        return [split_words(text) for text in self._texts]

    @cached_property
    def _posts_first(self) -> list[int]:
        """How many of the lines before each place print the post before the name."""
        return list(accumulate(map(is_post_first, self._words), initial=0))

    def end(self, place: int) -> int:
        """The end of the roster that begins at ``place``; ``place`` itself when none begins there."""
        if split_names(self.lines[place].text):
            return _names_end(self.lines, place)
        if not self._begins(place):
            return place
        end = self._run_end(place + 1)
        while end > place:
            whole = self._whole(place, end)
            if whole == end:
                break
            end = whole
        return end

    def read(self, place: int, end: int) -> tuple[Roster, Line | None]:
        """The roster from ``place`` up to ``end``, and the end of its last line when that begins the next paragraph."""
        lines = self.lines[place:end]
        numbers = tuple(line.number for line in lines)
        if split_names(lines[0].text):
            return Roster(groups=(_group_of_names(lines),), lines=numbers), None
        reader = self._read(place, end)
        roster = Roster(groups=reader.roster_groups, lines=numbers)
        return roster, lines[-1].with_text(reader.rest) if reader.rest else None

    def _begins(self, place: int) -> bool:
        """Whether a roster begins: a role, and a name behind it or on the next line."""
        text = self._texts[place]
        role = ROLE.match(text)
        if not role or _PROSE.search(text):
            return False
        if names_only(self._words[place]):
            return True
        words = text[role.end() :].split()
        if not words:
            return self._begins_with_name(place + 1)
        if len(words) > 1 and is_person(words):
            return True
        return self._has_role(place + 1) and is_name("".join(words))

    def _begins_with_name(self, place: int) -> bool:
        """Whether a line below a role is a name and more."""
        if place >= len(self.lines) or _PROSE.search(self.lines[place].text):
            return False
        words = self._texts[place].split()
        return len(words) > 1 and begins_with_name(words)

    def _has_role(self, place: int) -> bool:
        """Whether there is a line that begins with a role."""
        return place < len(self.lines) and ROLE.match(self._texts[place]) is not None

    def _run_end(self, place: int) -> int:
        """The end of the lines that can go on with a roster."""
        if place not in self._run:
            end = place
            while end < len(self.lines) and self._goes_on(end):
                end += 1
            self._run = range(place, end)
        return max(place, self._run.stop)

    def _goes_on(self, place: int) -> bool:
        """Whether a line goes on with a roster: role, name and post, the rest of a cut name or the rest of a post."""
        line = self.lines[place]
        text = self._texts[place]
        if _PROSE.search(text) or len(text) > ROSTER.line or line.mark.startswith("#"):
            return False
        if read_enumerator(text) and not line.cells:
            return False
        if ROLE.match(text):
            return True
        words = text.split()
        if len(words) < 2:
            return _is_rest(text, self.lines[place - 1], last=place + 1 == len(self.lines))
        return is_person_with_post(line.text) or is_person(words)

    def _whole(self, place: int, end: int) -> int:
        """The end of what can be a roster: two persons or more, no role without one, no word between.

        An end before ``end`` is to be tried again: what was below it may have changed how the lines were read.
        """
        reader = self._read(place, end)
        if reader.fault is not None:
            return reader.fault
        persons = sum(len(group.members) for group in reader.groups)
        return end if persons >= ROSTER.persons else place

    def _read(self, place: int, end: int) -> "_Reader":
        """A reader that has read the words of the lines, or those up to a fault."""
        reader = _Reader()
        posts_first = self._posts_first[end] - self._posts_first[place]
        swapped = posts_first * 2 > end - place
        for at in range(place, end):
            reader.place = at
            words = self._words[at]
            for word in names_only(words) or _name_first(words, swapped=swapped):
                reader.take(word, last=at + 1 == end)
            if reader.fault is not None:
                return reader
        reader.close()
        return reader


def _name_first(words: list[str], *, swapped: bool) -> list[str]:
    """The words of a line with the name before the post; ``swapped``: whether most lines print the post first."""
    return swap(words) if swapped or is_swapped(words) else words


def _names_end(lines: list[Line], place: int) -> int:
    """The end of a list that holds nothing but names, several a line; a single line of two is no list."""
    end, names = place, 0
    while end < len(lines):
        found = split_names(lines[end].text)
        if not found and (end == place or not is_name(lines[end].text)):
            break
        names += len(found)
        end += 1
    return end if names >= ROSTER.names else place


def _group_of_names(lines: list[Line]) -> RosterGroup:
    """The persons of a list that holds nothing but names."""
    members: list[Member] = []
    for line in lines:
        names = split_names(line.text) or [line.text]
        members += [Member(squeeze(name)) for name in names]
    return RosterGroup(None, tuple(members))


def _is_rest(text: str, before: Line, *, last: bool) -> bool:
    """Whether a line of one word is the rest of a post: the line before stops in the middle of one."""
    open_post = _is_open_post(before.text)
    if open_post and len(text) <= ROSTER.rest:
        return True
    if not (holds_post(text) and ends_post(text) and _LISTED_POST.search(text)):
        return False
    return open_post or (not last and len(text) < ROSTER.rest)


def _is_open_post(text: str) -> bool:
    """Whether a line stops before its post is complete."""
    words = text.split()
    return not words or not is_whole_post(words[-1])


class _Reader:
    """Reads words into groups of names and posts."""

    def __init__(self) -> None:
        self.groups = [_Group(None)]
        self.place = 0
        """The line that is being read."""
        self.fault: int | None = None
        """The line with a word that found no place, or with a role that has no person."""
        self.rest = ""
        """The last word, when it belongs to the paragraph that follows."""
        self._name = ""

    @property
    def roster_groups(self) -> tuple[RosterGroup, ...]:
        """The groups that have persons."""
        return tuple(
            RosterGroup(group.role, tuple(map(_member, group.members)))
            for group in self.groups
            if group.members
        )

    def take(self, word: str, *, last: bool) -> None:
        """Take a word; ``last``: whether it is on the last line, where the next paragraph may have begun."""
        if not word:
            self.close()
        elif role := ROLE.fullmatch(word):
            self.close()
            self.groups.append(_Group(squeeze(role["role"]), self.place))
        elif self.rest:
            self.rest += word
        elif self._ends_post(word):
            self.groups[-1].members[-1][-1] += word
        elif is_name_piece(word, self._name):
            self._name += word
        else:
            self._take_post(word, last=last)

    def _take_post(self, word: str, *, last: bool) -> None:
        """Take a word that is no name: the post of the name before it, more of the last post, or the next paragraph."""
        members = self.groups[-1].members
        if self._name:
            members.append([self._name, word])
            self._name = ""
        elif not members:
            self.fault = self.place
        elif last and is_stray(word):
            self.rest = word
        else:
            members[-1].append(word)

    def _ends_post(self, word: str) -> bool:
        """Whether a word is the rest of the post before it, cut in two: 市民政 | 局局长."""
        members = self.groups[-1].members
        if self._name or not members or len(members[-1]) < 2:
            return False
        if is_name(word) or len(word) > ROSTER.ending or is_whole_post(members[-1][-1]):
            return False
        return holds_post(word) and is_whole_post(word)

    def close(self) -> None:
        """End the last person; a word that is too long to be a name is no person."""
        group = self.groups[-1]
        members = group.members
        if self._name and members and len(self._name) > NAME.longest:
            self.rest = self._name
        elif self._name:
            members.append([self._name])
        self._name = ""
        if group.role and not members:
            self.fault = group.place


def _member(pieces: list[str]) -> Member:
    """The person of a name and the pieces of a post."""
    return Member(pieces[0], tidy(" ".join(pieces[1:])) or None)
