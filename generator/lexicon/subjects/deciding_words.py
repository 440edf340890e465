"""Words that decide what a document is about: those of its title, and its subject words (主题词).

The tables ``title_words.tsv`` and ``group_words.tsv`` say where each word is from.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from generator.lexicon.characters import squeeze

NOTHING = "-"
"""The class of words that say nothing, whatever is inside them: 安全教育."""
_BEFORE_MATTER = re.compile(r"^[^《》]{2,60}?(?=关于|印发|转发|批转)")
_PASSED_ON = re.compile(r"(?<=[转印]发|批转)[^《》]{2,40}?[局厅委办部室院会社府处](?=《?关于)")
"""The organ whose document is passed on: 转发市教育局关于…."""
_ORGAN = re.compile(r"局|厅|部(?!门)|委(?!员会|托)")
"""What makes of a matter the name of the organ for it: 教育局."""


def find_title_words(title: str) -> Iterator[tuple[str, str]]:
    """The words of a title that say what the document is about, each with the code of its class.

    The names of the organs that issue it, or whose document it passes on, do not count: ``某某市水利局关于举办运动会的通知``.
    """
    text = _PASSED_ON.sub("", _BEFORE_MATTER.sub("", squeeze(title)))
    by_first, place = _title_words(), 0
    while place < len(text):
        words = by_first.get(text[place], ())
        word, code = next((one for one in words if text.startswith(one[0], place)), ("", NOTHING))
        place += len(word) or 1
        if code != NOTHING and not _ORGAN.match(text, place):
            yield word, code


def class_of_subject(word: str) -> str | None:
    """The code of the class of a subject word as printed: ``财政``; None where the tables do not have it."""
    by_first = _title_words().get(word[:1], ())
    code = _group_words().get(word) or dict(by_first).get(word, NOTHING)
    return None if code == NOTHING else code


@cache
def _title_words() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First character → words and their classes, the longest first."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, code, _ in read_title_words():
        found[word[0]].append((word, code))
    return {
        first: tuple(sorted(words, key=lambda one: -len(one[0]))) for first, words in found.items()
    }


@cache
def _group_words() -> Mapping[str, str]:
    """Subject word that names a group → class."""
    return dict(_rows("group_words.tsv"))


def read_title_words() -> Iterator[tuple[str, str, str]]:
    """Each word of titles with the code of its class and its source."""
    for row in _rows("title_words.tsv"):
        word, code, source = row
        yield word, code, source


def _rows(name: str) -> Iterable[list[str]]:
    """The rows of a table, without its remarks."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [row.split("\t") for row in text.splitlines() if not row.startswith("#")]
