"""Lines that are one person: a name alone, or a name and a post that a blank sets apart, in either order."""

import re
from dataclasses import dataclass

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.names import is_name
from generator.lexicon.roles import (
    ROLE,
    ends_post,
    ends_unit,
    is_post,
    is_title,
    is_trade,
    is_whole_post,
)
from generator.parse.rows.kept_blanks import has_wide, split_at_gaps
from generator.parse.rows.name_rows import is_only_name

_STOP = re.compile(f"[{ANY_STOPS}：:]")
_SHORT_FIRST = re.compile(rf"\s*{HAN}{{1,4}}(?:[（(]\S{{1,8}}[)）])?\s+\S")
_NOTE = re.compile(r"[（(][^（()）]{1,12}[)）]$")
"""What is behind a name and is part of it: （女，回族）."""
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
    if len(words) == 1 or not is_only_name(_NOTE.sub("", words[0])):
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
