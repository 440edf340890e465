"""Lines that are one person: a name alone, or a name and a post that a blank sets apart, in either order."""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise, starmap

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.names import COMMON_FAMILIES, is_double_family, is_name
from generator.lexicon.roles import (
    DEPUTIES,
    ROLE,
    ends_post,
    ends_unit,
    holds_post,
    is_post,
    is_title,
    is_trade,
    is_whole_post,
)
from generator.parse.rows.kept_blanks import SEXES, has_wide, split_at_gaps
from generator.parse.rows.name_rows import NOTE, is_only_name

_STOP = re.compile(f"[{ANY_STOPS}：:]")
_SHORT_FIRST = re.compile(rf"\s*{HAN}{{1,4}}(?:[（(]\S{{1,8}}[)）])?\s+\S")
_PARTICULAR = re.compile(rf"[{''.join(sorted(SEXES))}]|{HAN}{{1,3}}族")
"""What a person is besides an office: 女, 回族."""
_ENDS_IN_NAME = re.compile(rf"[长任记席员理][、，,；](?:{HAN}|[{COMMON_FAMILIES}]{HAN}{{1,2}})$")
"""How a word ends behind which the name of the next person has begun: 县财政局局长、赵 | 军."""
_LISTED_POST = re.compile(r"、|副|党")
_CAPTION = re.compile(r"[（(【〔][^（()）【】〔〕]{2,20}[)）】〕]")


@dataclass(frozen=True, slots=True)
class PersonLimits:
    """What a line of one person and a caption between persons are."""

    line: int = 70
    """Longest line, in characters."""
    alone: int = 12
    """Longest line that is a name alone, in characters with its blanks."""
    caption: int = 16
    """Longest caption of some of the persons of a role, in characters: （一）部门委员."""
    letters: int = 3
    """Most letters of a name set apart, in characters."""
    spelt: int = 5
    """Letters of a name of two and a deputy's post of three: 李　红　副　县　长."""
    rest: int = 8
    """Longest line of one word that is the rest of a post whatever it says, in characters; where the line before is
    complete, the shortest that is no post of the next person."""


PERSON = PersonLimits()


def is_name_alone(text: str) -> bool:
    """Whether a line is the name of one person and nothing else, no note either: ``赵　某``, ``李某某``."""
    return len(text) <= PERSON.alone and is_only_name(squeeze(text))


def can_be_person(text: str) -> bool:
    """Whether a line may be a name and a post: short, and its first word too, or with a wide blank.

    A guard against slowness.
    """
    if len(text) > PERSON.line:
        return False
    return has_wide(text) or _SHORT_FIRST.match(text) is not None


def split_person(text: str) -> tuple[str, str] | None:
    """The name of a known family that a line opens with, and what a blank sets apart from it.

    None for a line with a stop or a role.
    """
    text = text.strip()
    if len(text) > PERSON.line or _STOP.search(text) or ROLE.match(text):
        return None
    words = split_at_gaps(text.replace("\t", "\u3000"))
    if len(words) == 1:
        words = text.split()
        if len(words) > 1 and len(words[0]) == len(words[1]) == 1:
            words = ["".join(words[:2]), *words[2:]]
    if len(words) == 1 or not is_only_name(NOTE.sub("", words[0])):
        return None
    return words[0], "".join(words[1:])


def is_columns(text: str) -> bool:
    """Whether a line has columns that do not say which of them is a post: ``市水利局　局长　王某某``, ``王某某　女　汉族　…``.

    A name with several posts is none: ``王某某　市委常委　副市长``.
    """
    if not has_wide(text):
        return False
    first, *others = split_at_gaps(text)
    if len(others) < len(("post", "name")):
        return False
    if is_name(first):
        return not all(map(_is_post_or_name, others))
    return is_only_name(others[-1])


def _is_post_or_name(word: str) -> bool:
    """Whether a word behind a name is a post, a body or another name."""
    return ends_post(word) or ends_unit(word) or is_only_name(word) or is_title(word)


def is_seated(text: str) -> bool:
    """Whether a line is a name and a whole post: ``王某某　　市委宣传部副部长``, ``副县长　王某某``."""
    found = split_person(text)
    if found is not None:
        return ends_post(found[1]) or is_title(found[1]) or is_trade(found[1])
    return _is_post_first(text)


def _is_post_first(text: str) -> bool:
    """Whether a line is a post, a wide blank and a name."""
    if len(text) > PERSON.line or _STOP.search(text):
        return False
    words = split_at_gaps(text)
    return len(words) == len(("post", "name")) and is_post(words[0]) and is_only_name(words[1])


def is_caption(text: str) -> bool:
    """Whether a line can be the caption of some of the persons of a role: （一）部门委员, （专家组）."""
    text = text.strip()
    if len(text) > PERSON.caption or _STOP.search(text):
        return False
    return read_enumerator(text) is not None or _CAPTION.fullmatch(text) is not None


def is_cut_post(word: str) -> bool:
    """Whether a post stops before it is complete: it ends like no post and like no body."""
    return not (is_whole_post(word) or is_title(word) or ends_unit(word))


def is_rest(text: str, before: str, *, last: bool) -> bool:
    """Whether a line of one word is the rest of a post: the line before stops in the middle of one."""
    words = before.split()
    open_post = not words or not is_whole_post(words[-1])
    if open_post and len(text) <= PERSON.rest:
        return True
    if not (holds_post(text) and ends_post(text) and _LISTED_POST.search(text)):
        return False
    return open_post or (not last and len(text) < PERSON.rest)


def join_letters(words: list[str]) -> list[str]:
    """The words, four single letters or more on end as the names and posts that each two of them are.

    ``李　红　赵　军``, ``李　红　县　长``; two alone where they are a post: ``王建国　县　长``.
    """
    joined: list[str] = []
    for alone, run in groupby(words, lambda word: len(word) == 1):
        letters = list(run)
        joined += (_pairs_of(letters) or letters) if alone else letters
    return joined


def _pairs_of(letters: list[str]) -> list[str]:
    """Letters set apart as words of two, a name of three before them perhaps; empty where it is not certain."""
    if len(letters) == PERSON.spelt and letters[2] in DEPUTIES:
        name, post = "".join(letters[:2]), "".join(letters[2:])
        return [name, post] if is_name(name) and is_post(post) else []
    first = len(letters) % 2 * PERSON.letters
    name, rest = "".join(letters[:first]), letters[first:]
    pairs = list(map("".join, zip(rest[::2], rest[1::2], strict=True)))
    if name:
        is_post_behind = len(pairs) == 1 and is_post(pairs[0])
        return [name, *pairs] if is_name(name) and is_post_behind else []
    if len(pairs) == 1:
        return pairs if is_post(pairs[0]) or is_name(pairs[0]) else []
    return pairs if is_name(pairs[0]) and all(is_name(two) or is_post(two) for two in pairs) else []


def is_unclear(words: list[str]) -> bool:
    """Whether it is not certain which words of a line are a name, or whose a post is.

    ``张伟　女　副局长``, ``李红　赵军　副局长``, ``王　建　国　李　红　副县长``.
    """
    *_, listed = _segments(words)
    return any(map(_is_unclear, _segments(words))) or _holds_loose_letters(listed)


def _segments(words: list[str]) -> list[list[str]]:
    """The words of a line between its roles."""
    segments: list[list[str]] = [[]]
    for word in words:
        if ROLE.fullmatch(word):
            segments.append([])
        else:
            segments[-1].append(word)
    return segments


def _is_unclear(words: list[str]) -> bool:
    """Whether a sex or a people is behind a name, or two names are before a post, or a post ends in the next name."""
    name = ""
    for word in words:
        if is_only_name(name) and (_PARTICULAR.fullmatch(word) or is_double_family(word)):
            return True
        name = name + word if len(word) == 1 else word
    if any(map(_ENDS_IN_NAME.search, words[:-1])):
        return True
    has_two = any(starmap(are_two_names, pairwise(words)))
    return has_two and not all(is_only_name(NOTE.sub("", word)) for word in words)


def _holds_loose_letters(words: list[str]) -> bool:
    """Whether more single letters are on end than one name has."""
    runs = (list(run) for alone, run in groupby(words, lambda word: len(word) == 1) if alone)
    return any(len(run) > PERSON.letters and not is_double_family("".join(run[:2])) for run in runs)


def are_two_names(name: str, word: str) -> bool:
    """Whether a word behind a name is the name of another person: 李红 | 赵军; 司马 | 长青 is one."""
    name, word = (NOTE.sub("", text) for text in (name, word))
    if len(word) == 1 or is_double_family(name):
        return False
    is_body = ends_unit(word) or (len(word) == len("党校") and holds_post(word))
    return is_only_name(name) and is_only_name(word) and not is_body
