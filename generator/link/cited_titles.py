"""Titles as citations share them."""

import re

from generator.lexicon.characters import fold
from generator.lexicon.expressions.labels import STATE, TRIAL_OR_DRAFT
from generator.lexicon.kinds import read_kind

_TRIAL = re.compile(rf"[（(](?:{TRIAL_OR_DRAFT})[)）]")


def fold_title(title: str) -> str:
    """A title reduced to what its citations share: no brackets, （试行）, 中华人民共和国."""
    return fold(_TRIAL.sub("", title)).replace(STATE, "")


def is_bare_kind(title: str) -> bool:
    """Whether a folded title is the name of a kind and nothing else: 《规划》, 《条例》."""
    return bool(title) and title == read_kind(title)
