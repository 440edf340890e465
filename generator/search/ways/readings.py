"""How characters are read, for queries in Latin letters: 拼音 without tones, every reading of a character."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib import import_module

_UMLAUT = "ü"
_TYPED = "v"
"""The key for ü, which Latin keyboards lack."""


@cache
def _table() -> dict[int, str]:
    """Character → its syllables with tones; it is loaded when the first is looked up, which takes a while."""
    table: dict[int, str] = import_module("pypinyin.pinyin_dict").pinyin_dict
    return table


@cache
def readings_of(character: str) -> tuple[str, ...]:
    """The syllables of a character, each once, the commonest first: ``("zhong", "chong", "tong")``.

    A letter has none.
    """
    printed = _table().get(ord(character), "")
    return tuple(dict.fromkeys(map(_plain, filter(None, printed.split(",")))))


def _plain(syllable: str) -> str:
    """A syllable without its tone, as it is typed: ``lǚ`` is ``lv``."""
    composed = unicodedata.normalize("NFD", syllable)
    kept = "".join(
        mark
        for mark in composed
        if not unicodedata.combining(mark) or mark == "\N{COMBINING DIAERESIS}"
    )
    return unicodedata.normalize("NFC", kept).replace(_UMLAUT, _TYPED)


def list_readings(texts: Iterable[str]) -> list[str]:
    """Each syllable with the characters of some texts that are read so: ``["zhong重中", …]``."""
    characters = sorted(set().union(*map(set, texts)))
    by_syllable: defaultdict[str, list[str]] = defaultdict(list)
    for character in characters:
        for syllable in readings_of(character):
            if syllable.isascii() and syllable.isalpha():
                by_syllable[syllable].append(character)
    return [f"{syllable}{''.join(held)}" for syllable, held in sorted(by_syllable.items())]
