"""Rosters (组长：… 成员：…): names set apart by blanks, cut over lines, stuck to the post before them."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from generator.lexicon.characters import HAN, squeeze, tidy
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.signs import WITH_BRACKETS
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.names import is_double_name, is_name, split_names
from generator.lexicon.organs import SHORT_ENDS
from generator.lexicon.roles import ROLE, STUCK_POST, ends_post, holds_post, is_post, is_whole_post
from generator.model import Member, Roster, RosterGroup
from generator.read import Line

_PROSE = re.compile(f"[{ANY_STOPS}]|，.*，|,.*,")
_NAME = re.compile(rf"{HAN}{{1,4}}|{HAN}{{1,6}}(?:[·•．]{HAN}{{1,6}}){{1,2}}")
_WITH_POST = re.compile(
    rf"^(?P<role>{ROLE.pattern.replace('?P<role>', '?:')})?(?P<name>{HAN}(?:\s*{HAN}){{1,3}})\s*"
    rf"[（(](?P<post>[^（()）]{{2,40}}{WITH_BRACKETS})[)）][，,、；;]?$",
)
"""组长：王某某（副市长）, 白　某（某某局局长）."""
_ROLE = ROLE.pattern.replace("?P<role>", "?:")
_COMMA_POST = re.compile(
    rf"^(?P<role>{_ROLE})?(?P<name>{HAN}(?:\s*{HAN}){{1,3}})[，,]\s*(?P<post>[^，,。；;]{{2,40}})$",
)
"""组长：王某某，副市长."""
_POST_STUCK = re.compile(
    rf"^(?P<role>{_ROLE})?(?P<post>\S{{1,30}}(?:{STUCK_POST}))(?P<name>{HAN}{{2,4}})$",
)
"""组长：副市长王某某."""
_NOTE = re.compile(
    r"[（(](?:女|男|兼|.{1,3}族|[女男][，、].{2,4}族|出差|请假|病假|外出|开会|学习)[)）]$"
)
"""What is behind a name and is part of it."""
_NAMES = re.compile(rf"(?<!{HAN}){HAN}\s{HAN}(?!{HAN})|{HAN}+")
"""Names, those of two letters perhaps set apart."""
_LISTED_POST = re.compile(r"、|副|党")


@dataclass(frozen=True, slots=True)
class RosterLimits:
    """What the lines of a roster hold; a line that holds more ends it."""

    line: int = 70
    """Longest line, in characters."""
    name: int = 4
    """Longest name without ``·``, in characters; a longer word is a post or the next paragraph."""
    shortest_name: int = 2
    """Shortest name that a post can follow, in characters; what follows a shorter one is the rest of the name."""
    rest: int = 8
    """Longest line of one word that is the rest of a post whatever it says, in characters; where the line before is
    complete, the shortest that is no post of the next person."""
    ending: int = 4
    """Longest word that ends a post cut in two, in characters: 市民政 | 局局长, which could be a name.

    A word of four characters or more is none and goes on with the post in any case.
    """
    stray: int = 4
    """Shortest last word that begins the next paragraph where it is no post, in characters."""
    persons: int = 2
    """Fewest persons of a roster."""
    names: int = 3
    """Fewest names of a list that holds nothing but names; a line of two is a title or a signature."""


ROSTER = RosterLimits()


@dataclass(slots=True)
class _Group:
    role: str | None
    place: int = 0
    """The line it begins on."""
    members: list[list[str]] = field(default_factory=list)
    """Name and pieces of the post of each person."""


def _plain(line: Line) -> str:
    """The text of a line with each name（post）, name，post or post stuck to a name set apart by blanks."""
    text = _WITH_POST.sub(_apart, line.text.strip())
    return _POST_STUCK.sub(_unstuck, _COMMA_POST.sub(_apart, text))


def _apart(match: re.Match[str]) -> str:
    name = squeeze(match["name"])
    return (
        f"{match['role'] or ''} {name}　{match['post']}"
        if is_name(name) and holds_post(match["post"])
        else match[0]
    )


def _unstuck(match: re.Match[str]) -> str:
    """Role, post and name set apart, where the name is one of a known family and no part of a post."""
    if not is_name(match["name"]) or holds_post(match["name"]) or ends_post(match["name"]):
        return match[0]
    return f"{match['role'] or ''} {match['post']}　{match['name']}"


class Rosters:
    """The rosters among the lines of a part; each line is taken apart once, whatever is tried with it."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self._run = range(0)
        """The lines that were last found to go on with a roster."""

    @cached_property
    def _texts(self) -> list[str]:
        return [_plain(line) for line in self.lines]

    @cached_property
    def _tokens(self) -> list[list[str]]:
        return [_tokens(text) for text in self._texts]

    @cached_property
    def _posts_first(self) -> list[int]:
        """How many of the lines before each place print the post before the name."""
        return list(accumulate(map(_is_post_first, self._tokens), initial=0))

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
            names = [name for line in lines for name in split_names(line.text) or [line.text]]
            groups: tuple[RosterGroup, ...] = (
                RosterGroup(None, tuple(Member(squeeze(name)) for name in names)),
            )
            return Roster(groups=groups, lines=numbers), None
        reader = self._read(place, end)
        read = (group for group in reader.groups if group.members)
        groups = tuple(
            RosterGroup(group.role, tuple(map(_member, group.members))) for group in read
        )
        return Roster(groups=groups, lines=numbers), lines[-1].with_text(
            reader.rest
        ) if reader.rest else None

    def _begins(self, place: int) -> bool:
        """Whether a roster begins: a role, and a name behind it or on the next line."""
        text = self._texts[place]
        match = ROLE.match(text)
        if not match or _PROSE.search(text):
            return False
        words = text[match.end() :].split()
        if _names_only(self._tokens[place]):
            return True
        below = place + 1 < len(self.lines)
        if not words:
            return below and self._looks_listed(place + 1)
        has_role_below = below and ROLE.match(self._texts[place + 1]) is not None
        return (len(words) > 1 and _is_person(words)) or (
            has_role_below and is_name("".join(words))
        )

    def _looks_listed(self, place: int) -> bool:
        words = self._texts[place].split()
        return (
            len(words) > 1
            and _NAME.fullmatch(words[0]) is not None
            and not _PROSE.search(self.lines[place].text)
        )

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
        return _WITH_POST.match(line.text.strip()) is not None or _is_person(words)

    def _whole(self, place: int, end: int) -> int:
        """The end of what can be a roster: two persons or more, no role without one, no word between.

        An end before ``end`` is to be tried again: what stood below it may have changed how the lines were read.
        """
        reader = self._read(place, end)
        if reader.fault is not None:
            return reader.fault
        return (
            end if sum(len(group.members) for group in reader.groups) >= ROSTER.persons else place
        )

    def _read(self, place: int, end: int) -> "_Reader":
        """A reader that has read the words of the lines, or those up to a fault."""
        reader = _Reader()
        swapped = (self._posts_first[end] - self._posts_first[place]) * 2 > end - place
        for reader.place in range(place, end):
            tokens = self._tokens[reader.place]
            for token in _names_only(tokens) or (
                _swap(tokens) if swapped or _is_swapped(tokens) else tokens
            ):
                reader.take(token, last=reader.place + 1 == end)
            if reader.fault is not None:
                return reader
        reader.close()
        return reader


def _names_end(lines: list[Line], place: int) -> int:
    """The end of a list that holds nothing but names, several a line; a single line of two is no list."""
    end = place
    while end < len(lines) and (
        split_names(lines[end].text) or (end > place and is_name(lines[end].text))
    ):
        end += 1
    return (
        end
        if sum(len(split_names(line.text)) for line in lines[place:end]) >= ROSTER.names
        else place
    )


def _is_person(tokens: list[str]) -> bool:
    """Whether words are a name and what follows it, or a post and a name."""
    return _NAME.fullmatch(tokens[0]) is not None or _is_post_and_name(tokens)


def _is_post_and_name(tokens: list[str]) -> bool:
    return (
        len(tokens) > 1 and is_post(tokens[0]) and _NAME.fullmatch("".join(tokens[1:])) is not None
    )


def _is_rest(text: str, before: Line, *, last: bool) -> bool:
    """Whether a line of one word is the rest of a post: the line before stops in the middle of one."""
    open_post = _is_open_post(before.text)
    if len(text) <= ROSTER.rest and open_post:
        return True
    listed = holds_post(text) and ends_post(text) and _LISTED_POST.search(text) is not None
    return listed and (open_post or (not last and len(text) < ROSTER.rest))


def _is_open_post(text: str) -> bool:
    """Whether a line stops before its post is complete."""
    words = text.split()
    return not words or not is_whole_post(words[-1])


def _member(pieces: list[str]) -> Member:
    """The person of a name and the pieces of a post."""
    return Member(pieces[0], tidy(" ".join(pieces[1:])) or None)


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

    def take(self, token: str, *, last: bool) -> None:
        """Take a word; ``last``: whether it is on the last line, where the next paragraph may have begun."""
        members = self.groups[-1].members
        if not token or (role := ROLE.fullmatch(token)):
            self.close()
            self.groups += [_Group(squeeze(role["role"]), self.place)] if token and role else []
        elif self.rest:
            self.rest += token
        elif self._ends_post(token):
            members[-1][-1] += token
        elif _is_name_piece(token, self._name):
            self._name += token
        elif self._name:
            members.append([self._name, token])
            self._name = ""
        elif members and not (last and _is_stray(token)):
            members[-1].append(token)
        elif members:
            self.rest = token
        else:
            self.fault = self.place

    def _ends_post(self, token: str) -> bool:
        """Whether a word is the rest of the post before it, cut in two: 市民政 | 局局长."""
        members = self.groups[-1].members
        if self._name or not members or len(members[-1]) < 2 or is_name(token):
            return False
        whole = holds_post(token) and is_whole_post(token)
        return whole and not is_whole_post(members[-1][-1]) and len(token) <= ROSTER.ending

    def close(self) -> None:
        """End the last person; a word that is too long to be a name is no person."""
        group = self.groups[-1]
        members = group.members
        if self._name and members and len(self._name) > ROSTER.name:
            self.rest = self._name
        elif self._name:
            members.append([self._name])
        self._name = ""
        if group.role and not members:
            self.fault = group.place


def _is_post_first(tokens: list[str]) -> bool:
    """Whether a line prints the post before the name."""
    return _is_post_and_name([token for token in tokens if not ROLE.fullmatch(token)])


def _is_swapped(tokens: list[str]) -> bool:
    """Whether a line is a post and, behind it, a name of a known family."""
    rest = [token for token in tokens if not ROLE.fullmatch(token)]
    return len(rest) == 2 and _is_post_and_name(rest) and is_name(rest[1]) and not is_name(rest[0])


def _names_only(tokens: list[str]) -> list[str]:
    """Role and names of a line that holds nothing else, letters of a name joined; empty when it holds anything else.

    Every name is followed by an empty word, which ends it.
    """
    role = [token for token in tokens if ROLE.fullmatch(token)]
    names = _NAMES.findall(re.sub(r"[、，,]", " ", " ".join(tokens[len(role) :])))
    listed = len(names) > 1 and all(
        is_name(name) and not (ends_post(name) or name[-1] in SHORT_ENDS) for name in names
    )
    return [*role, *(word for name in names for word in (squeeze(name), ""))] if listed else []


def _swap(tokens: list[str]) -> list[str]:
    """Role, post, name → role, name, post."""
    role = [token for token in tokens if ROLE.fullmatch(token)]
    rest = tokens[len(role) :]
    return [*role, "".join(rest[1:]), rest[0]] if len(rest) > 1 else tokens


def _tokens(text: str) -> list[str]:
    """The words of a line; a role with its colon is a word of its own."""
    marked = ROLE.sub(
        lambda match: f"\n{squeeze(match['role'])}{squeeze(match['sorted'] or '')}：\n", text
    )
    return [
        token
        for piece in marked.split("\n")
        for token in ([piece] if ROLE.fullmatch(piece) else piece.split())
    ]


def _is_name_piece(token: str, name: str) -> bool:
    """Whether a word is a name or a piece of one; ``name``: the pieces before it."""
    token = _NOTE.sub("", token)
    if not name and _is_long_name(token):
        return True
    if not _NAME.fullmatch(token) or len(token) == ROSTER.name or len(name + token) > ROSTER.name:
        return False
    is_post_behind = len(name) >= ROSTER.shortest_name and holds_post(token) and ends_post(token)
    return not is_post_behind


def _is_long_name(token: str) -> bool:
    """Whether a word is a whole name longer than most: of two families, with a dot, or of four characters."""
    if is_double_name(token):
        return True
    if not _NAME.fullmatch(token):
        return False
    dotted = "·" in token or "•" in token
    return dotted or (len(token) == ROSTER.name and not ends_post(token) and not holds_post(token))


def _is_stray(token: str) -> bool:
    """Whether the last word of a roster is no post but the beginning of the next paragraph."""
    return not ends_post(token) and len(token) >= ROSTER.stray
