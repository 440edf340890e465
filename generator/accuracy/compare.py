"""When two readings are the same, and how many of a set or a sequence agree."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from difflib import SequenceMatcher

from generator.lexicon.characters import squeeze
from generator.model import Measure

_BRACKETS = str.maketrans("[]（）()〈〉﹝﹞【】", "〔〕〔〕〔〕《》〔〕〔〕")
_PUNCTUATION = str.maketrans("，：；！？“”‘’（）．", ",:;!?\"\"''().")


def plain(value: object) -> str | None:
    """A text as it is compared.

    It has no blanks, one kind of punctuation and of quotation mark, no closing colon.
    """
    if value is None:
        return None
    return squeeze(str(value)).translate(_PUNCTUATION).rstrip(":")


def plain_number(value: str | None) -> str | None:
    """A document number as it is compared: no blanks, one kind of bracket."""
    return None if value is None else squeeze(value).translate(_BRACKETS)


def measure_set(name: str, found: Iterable[Hashable], true: Iterable[Hashable]) -> Measure:
    """How many of the elements agree, whatever their order.

    An element that is there twice counts twice.
    """
    read, there = Counter(found), Counter(true)
    return Measure(name, there.total(), read.total(), (read & there).total())


def measure_sequence(name: str, found: Sequence[Hashable], true: Sequence[Hashable]) -> Measure:
    """How many of the elements agree in their order."""
    return Measure(name, len(true), len(found), count_aligned(found, true))


def count_aligned(found: Sequence[Hashable], true: Sequence[Hashable]) -> int:
    """How many elements of two sequences are in both in the same order."""
    matcher = SequenceMatcher(None, found, true, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())
