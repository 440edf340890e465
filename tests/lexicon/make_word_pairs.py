"""Writes ``generator/lexicon/expressions/word_pairs.tsv`` from the dictionary of jieba: what ``make pairs`` runs.

It runs in an environment of its own, which has the package and not this project; so it imports nothing of it.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

PACKAGE = "jieba 0.42.1"
"""The package on PyPI whose dictionary is taken; the Makefile pins it."""
FEWEST = 50
"""Fewest times that the words with a pair were counted in the texts from which the dictionary was made."""
HEADER = f"""\
# Pairs of Chinese characters that are beside each other in words: a character, and all that follow it.
# Made by `make pairs` from the dictionary of jieba (https://github.com/fxsjy/jieba, MIT License), as it is in
# {PACKAGE}: pairs that its words have {FEWEST} times and more.
"""


def read_pairs(lines: Iterable[str]) -> Counter[str]:
    """How often each pair of characters is in the words of a dictionary (word, count, class)."""
    counts: Counter[str] = Counter()
    for line in lines:
        word, count, *_ = line.split(" ")
        for first, second in pairwise(word):
            if is_han(first) and is_han(second):
                counts[first + second] += int(count)
    return counts


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one of the basic plane."""
    return "\u4e00" <= character <= "\u9fff"


def write_rows(counts: Counter[str]) -> Iterator[str]:
    """The rows of the table, in the order of the code points."""
    followers: dict[str, str] = {}
    for pair in sorted(pair for pair, count in counts.items() if count >= FEWEST):
        followers[pair[0]] = followers.get(pair[0], "") + pair[1]
    for first, others in followers.items():
        yield f"{first}\t{others}\n"


if __name__ == "__main__":
    dictionary, target = map(Path, sys.argv[1:])
    words = dictionary.read_text(encoding="utf-8").splitlines()
    target.write_text(
        HEADER + "".join(write_rows(read_pairs(words))), encoding="utf-8", newline="\n"
    )
