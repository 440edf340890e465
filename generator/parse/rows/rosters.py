"""Rosters (组长：… 成员：…): names set apart by blanks, cut over lines, stuck to the post before them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from msgspec import UNSET

from generator.lexicon.characters import BETWEEN, squeeze, tidy
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.names import is_name
from generator.lexicon.roles import (
    ROLE,
    ends_unit,
    holds_post,
    is_post,
    is_whole_post,
    match_role,
)
from generator.model import Roster, RosterGroup
from generator.parse.rows.name_rows import NAME_ROWS, name_rows_end, read_name_row, read_name_rows
from generator.parse.rows.persons import (
    are_two_names,
    can_be_person,
    is_caption,
    is_columns,
    is_cut_post,
    is_name_alone,
    is_rest,
    is_seated,
    is_unclear,
    split_person,
)
from generator.parse.rows.roster_words import (
    NAME,
    begins_with_name,
    in_order,
    is_name_piece,
    is_person,
    is_person_with_post,
    is_post_first,
    is_stray,
    member_of,
    names_only,
    plain_text,
    read_bracketed,
    split_words,
    with_colons,
)
from generator.read import Line

_PROSE = re.compile(f"[{ANY_STOPS}]|，.*，|,.*,")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class RosterLimits:
    """What the lines of a roster hold; a line that holds more ends it."""

    line: int = 70
    """Longest line, in characters."""
    ending: int = 4
    """Longest word that ends a post cut in two, in characters: 市民政 | 局局长, which could be a name.

    A word of four characters or more is none and goes on with the post in any case.
    """
    persons: int = 2
    """Fewest persons of a roster."""


ROSTER = RosterLimits()


@dataclass(slots=True)
class _Group:
    """The persons of one role while they are read."""

    role: str | None
    place: int = 0
    """The line it begins on."""
    members: list[list[str]] = field(default_factory=list)
    """Name and pieces of the post of each person."""
    caption: str | None = None
    """The caption of some of the persons of the role."""


class Rosters:
    """The rosters among the lines of a part; each line is taken apart once, whatever is tried with it."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self._run = range(0)
        """The lines that were last found to go on with a roster."""

    @cached_property
    def _texts(self) -> list[str]:
        """The lines with names and posts set apart."""
        return with_colons([plain_text(line.text) for line in self.lines])

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
        is_short = len(self.lines[place].text) <= NAME_ROWS.row
        if is_short and (names_end := name_rows_end(self.lines, place)) > place:
            return names_end
        if self._begins(place):
            end = self._run_end(place + 1)
        else:
            end = self._seated_end(place) if is_short else place
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
        if read_name_row(lines[0].text):
            return read_name_rows(lines), None
        reader = self._read(place, end)
        roster = Roster(groups=reader.roster_groups, lines=numbers)
        return roster, lines[-1].with_text(reader.rest) if reader.rest else None

    def _seated_end(self, place: int) -> int:
        """The end of lines that are a name and a post each, and no role above them; ``place`` where there are none.

        A role below them goes on with their list.
        """
        if not can_be_person(self.lines[place].text):
            return place
        end, persons = place, 0
        while (below := self._person_end(end)) > end:
            end, persons = below, persons + 1
        if persons < ROSTER.persons:
            return place
        return self._run_end(end) if self._has_role(end) else end

    def _person_end(self, place: int) -> int:
        """The end of the line that is a name and a post, or of two when the post goes on; ``place`` for any other."""
        end = self._seat_end(place)
        return place if end > place and is_unclear(self._words[place]) else end

    def _seat_end(self, place: int) -> int:
        """As :meth:`_person_end`, whether it is clear or not which words are the name."""
        if place >= len(self.lines) or self.lines[place].mark.startswith("#"):
            return place
        text = self.lines[place].text
        if not can_be_person(text) or is_columns(text):
            return place
        if is_seated(text):
            return place + 1
        if place + 1 >= len(self.lines) or split_person(text) is None:
            return place
        below = self.lines[place + 1].text
        is_rest = not _BLANK.search(below.strip()) and is_seated(f"{text}{below}")
        return place + 2 if is_rest and not is_name_alone(below) else place

    def _begins(self, place: int) -> bool:
        """Whether a roster begins: a role, and a name behind it or on the next line."""
        text = self._texts[place]
        role = match_role(text)
        if not role or _PROSE.search(text):
            return False
        if names_only(self._words[place]) or read_bracketed(text):
            return True
        if is_unclear(self._words[place]):
            return False
        words = self._words[place][1:]
        if not words:
            return self._begins_with_name(place + 1) or self._is_caption(place + 1)
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
        return place < len(self.lines) and match_role(self._texts[place]) is not None

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
        if self._is_caption(place) or names_only(self._words[place]):
            return True
        words = self._words[place]
        if (read_enumerator(text) and not line.cells) or is_columns(text):
            return False
        if match_role(text) or self._is_alone(place):
            return not is_unclear(words)
        if len(words) < 2:
            last = place + 1 == len(self.lines)
            return is_rest(text, self.lines[place - 1].text, last=last) and not is_unclear(words)
        goes_on = is_person_with_post(line.text) or bool(read_bracketed(text)) or is_person(words)
        return goes_on and not is_unclear(words)

    def _is_caption(self, place: int) -> bool:
        """Whether a line is a caption of some of the persons of a role, and a person is below it."""
        if place + 1 >= len(self.lines) or not is_caption(self.lines[place].text):
            return False
        below = place + 1
        return self._person_end(below) > below or self._is_alone(below)

    def _is_alone(self, place: int) -> bool:
        """Whether a line is a name alone, and the line before ends in the middle of no post."""
        if place >= len(self.lines) or not is_name_alone(self.lines[place].text):
            return False
        before = self._texts[place - 1]
        words = ROLE.sub("", before).split()
        has_post = len(words) > 1 and not is_name("".join(words))
        return not (has_post and is_cut_post(words[-1]))

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
            if is_caption(self.lines[at].text) and self._is_caption(at):
                reader.take_caption(tidy(self.lines[at].text))
                continue
            if self._is_alone(at):
                reader.take_person(squeeze(self.lines[at].text))
                continue
            if persons := read_bracketed(self._texts[at]):
                reader.take_persons(words[0] if ROLE.fullmatch(words[0]) else "", persons)
                continue
            for word in in_order(words, swapped=swapped):
                reader.take(word, last=at + 1 == end)
            if reader.fault is not None:
                return reader
        reader.close()
        return reader


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
        self._posted: int | None = None
        """The line of the last post behind a name."""

    @property
    def roster_groups(self) -> tuple[RosterGroup, ...]:
        """The groups that have persons."""
        return tuple(
            RosterGroup(group.role, tuple(map(member_of, group.members)), group.caption or UNSET)
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
        elif self._is_further_post(word):
            self.groups[-1].members[-1].append(BETWEEN + word)
        elif self._ends_post(word):
            self.groups[-1].members[-1][-1] += word
        elif is_name_piece(word, self._name):
            if are_two_names(self._name, word):
                self.close_name()
            self._name += word
        else:
            self._take_post(word, last=last)

    def take_caption(self, caption: str) -> None:
        """Take the caption of some of the persons of a role: it is below the role, or below those of another one."""
        self.close_name()
        group = self.groups[-1]
        if group.role is None or (group.members and group.caption is None):
            self.fault = self.place
        elif group.caption is not None and not group.members:
            self.fault = group.place
        elif not group.members:
            group.caption, group.place = caption, self.place
        else:
            self.groups.append(_Group(group.role, self.place, caption=caption))

    def take_person(self, name: str) -> None:
        """Take a name that has a line of its own."""
        self.close_name()
        self.groups[-1].members.append([name])

    def take_persons(self, role: str, persons: Iterable[tuple[str, str]]) -> None:
        """Take persons with their posts, below a role where the line opens with one."""
        if role:
            self.take(role, last=False)
        self.close_name()
        self.groups[-1].members += ([name, post] for name, post in persons)

    def _take_post(self, word: str, *, last: bool) -> None:
        """Take a word that is no name: the post of the name before it, more of the last post, or the next paragraph."""
        members = self.groups[-1].members
        if self._name:
            members.append([self._name, word])
            self._name, self._posted = "", self.place
        elif not members:
            self.fault = self.place
        elif last and is_stray(word):
            self.rest = word
        else:
            members[-1].append(word)

    def _is_further_post(self, word: str) -> bool:
        """Whether a word is one more post of the person on its line: 王某某　市委常委　副市长."""
        if self._name or self._posted != self.place or not self.groups[-1].members:
            return False
        return is_post(word) and not is_name(word)

    def _ends_post(self, word: str) -> bool:
        """Whether a word is the rest of the post before it, cut in two: 市民政 | 局局长."""
        members = self.groups[-1].members
        if self._name or not members or len(members[-1]) < 2:
            return False
        if is_name(word) or len(word) > ROSTER.ending or is_whole_post(members[-1][-1]):
            return False
        if len(word) == 1 and ends_unit(word):
            return not ends_unit(members[-1][-1])
        return holds_post(word) and is_whole_post(word)

    def close(self) -> None:
        """End the last person and the group; one without persons is a fault."""
        self.close_name()
        group = self.groups[-1]
        if group.role and not group.members:
            self.fault = group.place

    def close_name(self) -> None:
        """End the last person; a word that is too long to be a name is no person."""
        members = self.groups[-1].members
        if self._name and members and len(self._name) > NAME.longest:
            self.rest = self._name
        elif self._name:
            members.append([self._name])
        self._name = ""
