"""Titles as citations share them, and titles of what is no document."""

import re
from functools import lru_cache

from generator.lexicon.characters import fold
from generator.lexicon.expressions.labels import STATE, TRIAL_OR_DRAFT
from generator.lexicon.expressions.works import NEWSPAPER, OWN_GAZETTE, WORKS_BEFORE, WORKS_BEHIND
from generator.lexicon.kinds import read_kind

_TRIAL = re.compile(rf"[（(](?:{TRIAL_OR_DRAFT})[)）]")
_PERIODICAL = re.compile(f"{NEWSPAPER}|{OWN_GAZETTE}")
_WORK_BEHIND = re.compile(rf"(?:[、和及与]{{0,2}}《[^《》]{{1,20}}》){{0,9}}等?(?:{WORKS_BEHIND})")
_WORK_BEFORE = re.compile(rf"(?:{WORKS_BEFORE})$")
_LAWS = ("法", "法典")
_FARTHEST_BEFORE = 4
"""Longest word before a title that says what it is, in characters."""


@lru_cache(maxsize=4096)
def fold_title(title: str) -> str:
    """A title reduced to what its citations share: no brackets, （试行）, 中华人民共和国."""
    return fold(_TRIAL.sub("", title)).replace(STATE, "")


def is_bare_kind(title: str) -> bool:
    """Whether a folded title is the name of a kind and nothing else: 《规划》, 《条例》."""
    return bool(title) and title == read_kind(title)


def is_work(title: str, text: str, start: int, end: int) -> bool:
    """Whether a title is that of a newspaper, a magazine, a book or a film, by its name or the words beside it.

    ``《人民日报》``, ``《求是》杂志``, ``观看电影《焦裕禄》``. No law and no kind of document is one: 《民法典》读本.

    :param start: offset of its 《 in the text
    :param end: offset behind its 》
    """
    if _PERIODICAL.fullmatch(title):
        return True
    if read_kind(title) or title.endswith(_LAWS):
        return False
    before = text[max(start - _FARTHEST_BEFORE, 0) : start]
    return bool(_WORK_BEHIND.match(text, end) or _WORK_BEFORE.search(before))
