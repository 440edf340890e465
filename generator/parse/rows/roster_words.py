"""The words of a line of a roster: which of them are a role, a name, a post, or two of these stuck to each other."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.lexicon.characters import BETWEEN, HAN, squeeze, tidy
from generator.lexicon.expressions.signs import WITH_BRACKETS
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.names import is_double_name, is_name
from generator.lexicon.roles import (
    BARE_ROLE,
    ROLE,
    ROLE_LETTERS,
    STUCK_POST,
    ends_post,
    holds_post,
    is_post,
    is_title,
    match_role,
)
from generator.model import Member
from generator.parse.rows.name_rows import NOTE, is_only_name, is_place
from generator.parse.rows.persons import are_two_names, join_letters

_NAME = re.compile(rf"{HAN}{{1,4}}|{HAN}{{1,6}}(?:[·•．]{HAN}{{1,6}}){{1,2}}")
_ROLE = ROLE.pattern.replace("?P<role>", "?:")
_WITH_POST = re.compile(
    rf"^(?P<role>{_ROLE})?(?P<name>{HAN}(?:\s*{HAN}){{1,3}})\s*"
    rf"[（(](?P<post>[^（()）]{{2,40}}{WITH_BRACKETS})[)）][，,、；;]?$",
)
"""组长：王某某（副市长）, 白　某（某某局局长）."""
_BRACKETED = re.compile(
    rf"\s*(?P<name>{HAN}(?:\s*{HAN}){{1,3}}|{HAN}{{1,6}}(?:[·•．]{HAN}{{1,6}}){{1,2}})\s*"
    rf"[（(](?P<post>[^（()）]{{2,40}}{WITH_BRACKETS})[)）]\s*[，,、；;]?"
)
"""One of the persons of a line, each with a post in brackets: 白　某（副市长）、郑某某（副市长）."""
_SPACED_NAME = re.compile(
    rf"(?<!{HAN})(?P<family>{HAN})\s{{1,4}}(?P<given>{HAN})(?=\s*[（(、，,；;])"
)
"""A name of two letters with a blank inside, and what shows that it is whole."""
_COMMA_POST = re.compile(
    rf"^(?P<role>{_ROLE})?(?P<name>{HAN}(?:\s*{HAN}){{1,3}})[，,]\s*(?P<post>[^，,。；;]{{2,40}})$",
)
"""组长：王某某，副市长."""
_POST_STUCK = re.compile(
    rf"^(?P<role>{_ROLE})?(?P<post>\S{{1,30}}(?:{STUCK_POST}))(?P<name>{HAN}{{2,4}})$",
)
"""组长：副市长王某某."""
_LETTER = re.compile(HAN)
_NOTE = re.compile(
    r"[（(](?:女|男|兼|.{1,3}族|[女男][，、].{2,4}族|出差|请假|病假|外出|开会|学习|挂职|退休|援.)[)）]$"
)
"""What is behind a name and is part of it."""
_NAMES = re.compile(rf"(?<!{HAN}){HAN}\s{HAN}(?!{HAN})|{HAN}+")
"""Names, those of two letters perhaps set apart."""
_BETWEEN_NAMES = re.compile(r"[、，,]")
_BESIDE_NAMES = re.compile(r"[^\s（）()：:；;]")
"""What is neither a name nor a sign of the form of a roster: a line that holds it is no list of names."""
_FIRST_NAME = re.compile(rf"{HAN}{{2,3}}(?!{HAN})|{HAN}\s+{HAN}(?!{HAN})")
"""The name that words open with."""
_STOPS = re.compile(f"[{ANY_STOPS}：:]")
FEWEST_BARE_ROLES = 2
"""Fewest roles without a colon that make a list."""
LONGEST_BARE_ROLE = 60
"""Longest line of one, in characters."""


@dataclass(frozen=True, slots=True)
class NameLimits:
    """How long a word is that can be a name."""

    longest: int = 4
    """Longest name without ``·``, in characters; a longer word is a post or the next paragraph."""
    before_post: int = 2
    """Shortest name that a post can follow, in characters; what follows a shorter one is the rest of the name."""
    stray: int = 4
    """Shortest last word that begins the next paragraph where it is no post, in characters."""


NAME = NameLimits()


def plain_text(text: str) -> str:
    """The text of a line with each name（post）, name，post or post stuck to a name set apart by blanks."""
    joined = text.strip()
    has_brackets = "（" in joined or "(" in joined
    has_blanks = len(joined.split(maxsplit=1)) > 1
    if has_blanks and (has_brackets or "、" in joined):
        joined = _SPACED_NAME.sub(r"\g<family>\g<given>", joined)
    if has_brackets and (found := _WITH_POST.match(joined)):
        joined = _apart(found)
    if ("，" in joined or "," in joined) and (found := _COMMA_POST.match(joined)):
        joined = _apart(found)
    if not _LETTER.match(joined[-1:]):  # no name is at its end
        return joined
    found = _POST_STUCK.match(joined)
    return _unstuck(found) if found else joined


def with_colons(texts: list[str]) -> list[str]:
    """The lines of a part, a colon behind each role that has none in a list of two roles or more.

    ``组　长　王某某　市长`` | ``成　员　李某某``; a role alone is an office, which signs: ``主　任　王某某``.
    """
    found: dict[int, str] = {}
    for place, text in enumerate(texts):
        can_be_role = text[:1] in ROLE_LETTERS and len(text) <= LONGEST_BARE_ROLE
        if can_be_role and (changed := _with_colon(text)):
            found[place] = changed
    if len(found) < FEWEST_BARE_ROLES:
        return texts
    marked = list(texts)
    for run in _runs_of_persons(texts, found):
        if len({found[place].partition("：")[0] for place in run}) >= FEWEST_BARE_ROLES:
            for place in run:
                marked[place] = found[place]
    return marked


def _with_colon(text: str) -> str | None:
    """A line of a role without a colon and a name behind it, with the colon; None for any other line."""
    match = BARE_ROLE.fullmatch(text)
    name = match and _FIRST_NAME.match(match["rest"])
    if not match or not name or not is_only_name(squeeze(name[0])):
        return None
    return f"{squeeze(match['role'])}：{match['rest']}"


def _runs_of_persons(texts: list[str], roles: Collection[int]) -> Iterator[list[int]]:
    """The places of roles between which there are only short lines of words that blanks set apart."""
    run: list[int] = []
    last = -1
    for place in sorted(roles):
        between = texts[last + 1 : place]
        if run and not all(_can_be_of_list(text) for text in between):
            yield run
            run = []
        run.append(place)
        last = place
    yield run


def _can_be_of_list(text: str) -> bool:
    """Whether a line can be a person below a role: a name, or words that blanks set apart, and no sentence."""
    return len(text) <= LONGEST_BARE_ROLE and not _STOPS.search(text) and _begins_with_person(text)


def _begins_with_person(text: str) -> bool:
    """Whether a line opens with a name, its two letters perhaps set apart."""
    name = _FIRST_NAME.match(text)
    return name is not None and is_only_name(squeeze(name[0]))


def _apart(match: re.Match[str]) -> str:
    """Role, name and post set apart, where the two words behind the role are a name and a post."""
    name = squeeze(match["name"])
    if is_name(name) and holds_post(match["post"]):
        return f"{match['role'] or ''} {name}　{match['post']}"
    return match[0]


def _unstuck(match: re.Match[str]) -> str:
    """Role, post and name set apart, where the name is one of a known family and no part of a post."""
    if not is_name(match["name"]) or holds_post(match["name"]) or ends_post(match["name"]):
        return match[0]
    return f"{match['role'] or ''} {match['post']}　{match['name']}"


def split_words(text: str) -> list[str]:
    """The words of a line; a role with its colon is a word of its own."""
    marked = ROLE.sub(
        lambda match: f"\n{squeeze(match['role'])}{squeeze(match['sorted'] or '')}：\n", text
    )
    words: list[str] = []
    for piece in marked.split("\n"):
        words += [piece] if ROLE.fullmatch(piece) else join_letters(piece.split())
    return words


def is_person_with_post(text: str) -> bool:
    """Whether a line is a name and its post in brackets: 白　某（某某局局长）."""
    return _WITH_POST.match(text.strip()) is not None


def read_bracketed(text: str) -> list[tuple[str, str]]:
    """The persons of a line that is two or more of them, each with a post in brackets, behind a role if any.

    ``副组长：白　某（副市长）、郑某某（市民政局局长）``; empty for any other line.
    """
    role = match_role(text)
    place = role.end() if role else 0
    persons: list[tuple[str, str]] = []
    while match := _BRACKETED.match(text, place):
        name = squeeze(match["name"])
        if not is_name(name) and not _is_long_name(name):
            return []
        persons.append((name, tidy(match["post"])))
        place = match.end()
    is_list = len(persons) > 1 and any(holds_post(post) for _, post in persons)
    return persons if is_list and not text[place:].strip() else []


def is_person(words: list[str]) -> bool:
    """Whether words are a name and what follows it, or a post and a name."""
    return begins_with_name(words) or _is_post_and_name(words)


def begins_with_name(words: list[str]) -> bool:
    """Whether the first word can be a name, a note perhaps behind it: ``吴某某（女）``."""
    return _NAME.fullmatch(_bare(words[0])) is not None


def _bare(word: str) -> str:
    """A word without the note behind it, which is any but a post where a name is before it."""
    bare = NOTE.sub("", word)
    is_noted = bare != word and is_only_name(bare) and not holds_post(word[len(bare) :])
    return bare if is_noted else _NOTE.sub("", word)


def _is_post_and_name(words: list[str]) -> bool:
    """Whether words are a post and a name behind it."""
    if len(words) < 2 or not is_post(words[0]) or is_only_name(NOTE.sub("", words[0])):
        return False
    return _NAME.fullmatch("".join(words[1:])) is not None


def is_post_first(words: list[str]) -> bool:
    """Whether a line prints the post before the name."""
    return _is_post_and_name(_without_roles(words))


def _is_swapped(words: list[str]) -> bool:
    """Whether a line is a post and, behind it, a name of a known family."""
    rest = _without_roles(words)
    if len(rest) != 2 or not _is_post_and_name(rest):
        return False
    post, name = rest
    return is_name(name) and not is_name(post)


def _swap(words: list[str]) -> list[str]:
    """Role, post, name → role, name, post."""
    roles, rest = _split_roles(words)
    return [*roles, "".join(rest[1:]), rest[0]] if len(rest) > 1 else words


def in_order(words: list[str], *, swapped: bool) -> list[str]:
    """The words of a line, the name before the post, an empty word between two names."""
    if listed := names_only(words):
        return listed
    ordered: list[str] = []
    for word in name_first(words, swapped=swapped):
        ordered += ["", word] if ordered and are_two_names(ordered[-1], word) else [word]
    return ordered


def name_first(words: list[str], *, swapped: bool) -> list[str]:
    """The words of a line with the name before the post; ``swapped``: whether most lines print the post first."""
    return _swap(words) if swapped or _is_swapped(words) else words


def names_only(words: list[str]) -> list[str]:
    """Role and names of a line that holds nothing else, letters of a name joined; empty when it holds anything else.

    Every name is followed by an empty word, which ends it.
    """
    roles, rest = _split_roles(words)
    text = _BETWEEN_NAMES.sub(" ", " ".join(rest))
    names = _NAMES.findall(text)
    if len(names) < 2 or _BESIDE_NAMES.search(_NAMES.sub("", text)):
        return []
    if not all(map(is_only_name, names)) or any(map(is_place, names)):
        return []
    listed = roles
    for name in names:
        listed += [squeeze(name), ""]
    return listed


def _without_roles(words: list[str]) -> list[str]:
    """The words that are no role."""
    return [word for word in words if not ROLE.fullmatch(word)]


def _split_roles(words: list[str]) -> tuple[list[str], list[str]]:
    """The roles of a line, and the words behind them; the roles come first."""
    roles = [word for word in words if ROLE.fullmatch(word)]
    return roles, words[len(roles) :]


def is_name_piece(word: str, name: str) -> bool:
    """Whether a word is a name or a piece of one; ``name``: the pieces before it."""
    word = _bare(word)
    if not name and _is_long_name(word):
        return True
    if not _NAME.fullmatch(word) or len(word) == NAME.longest or len(name + word) > NAME.longest:
        return False
    if name and is_title(word) and is_name(name):
        return False
    is_post_behind = (
        len(word) > 1 and len(name) >= NAME.before_post and holds_post(word) and ends_post(word)
    )
    return not is_post_behind


def _is_long_name(word: str) -> bool:
    """Whether a word is a whole name longer than most: of two families, with a dot, or of four characters."""
    if is_double_name(word):
        return True
    if not _NAME.fullmatch(word):
        return False
    if "·" in word or "•" in word:
        return True
    return len(word) == NAME.longest and not ends_post(word) and not holds_post(word)


def is_stray(word: str) -> bool:
    """Whether the last word of a roster is no post but the beginning of the next paragraph."""
    return not ends_post(word) and len(word) >= NAME.stray


def member_of(pieces: list[str]) -> Member:
    """The person of a name and the pieces of a post."""
    posts: list[str] = []
    for piece in pieces[1:]:
        if posts and not piece.startswith(BETWEEN):
            posts[-1] += f" {piece}"
        else:
            posts.append(piece)
    return Member(pieces[0], BETWEEN.join(map(tidy, posts)) or None)
