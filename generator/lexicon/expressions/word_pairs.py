"""Which characters are beside each other in words of Chinese: what makes sense, whatever a text speaks of.

The table ``word_pairs.tsv`` is of the dictionary of jieba; its first lines say so.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FEWEST_FOLLOWERS = 8
"""Fewest characters that follow a common one in words; rare ones, of names and of terms, have fewer."""


def is_pair(first: str, second: str) -> bool:
    """Whether two characters are beside each other in a word: 交通, not 据文."""
    return second in read_followers().get(first, "")


def is_common(character: str) -> bool:
    """Whether a character is one of many words, and not of names and terms only."""
    return len(read_followers().get(character, "")) >= FEWEST_FOLLOWERS


@cache
def read_followers() -> Mapping[str, str]:
    """Character → all characters that follow it in words."""
    text = files(__package__).joinpath("word_pairs.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines() if not row.startswith("#"))
    return dict(rows)
