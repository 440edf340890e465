"""What the program says to readers, in the language of the site.

As with gettext the language is chosen once for a run, and every room may say something; nothing
that is said at import time could follow the choice, so tables of modules hold keys.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from generator.errors import GazetteError
from generator.words.catalogue import CHINESE, Catalogue, read_catalogue

_PLACE = re.compile(r"\{(\w+)\}")
_LANGUAGE: ContextVar[str] = ContextVar("language", default=CHINESE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in a language of :func:`~generator.words.catalogue.list_languages`.

    Its words are read first, so that broken ones end a run before it begins.
    """
    read_catalogue(language)
    token = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(token)


def spoken() -> Catalogue:
    """The words of the language that is spoken."""
    return read_catalogue(_LANGUAGE.get())


def say(key: str, **values: str | int) -> str:
    """The message of a key with values in its places.

    A whole number is a count: it is written with a comma each three digits, and the first one
    decides the form of the message. Years, pages and other names are text.

    >>> say("count.documents", n=1204)
    '1,204件'
    """
    words = spoken()
    message = words.form(key, _count_in(values))
    try:
        return fill(message, values)
    except KeyError as error:
        if words.language == CHINESE:
            raise
        known = ", ".join(f"{{{name}}}" for name in values) or "nothing"
        reason = (
            f"{words.language}.po: {key}: {{{error.args[0]}}} is not filled in there, but {known}"
        )
        raise GazetteError(reason) from error


def _count_in(values: dict[str, str | int]) -> int | None:
    """The first whole number among values; None where there is none."""
    for value in values.values():
        if isinstance(value, int):
            return value
    return None


def fill(message: str, values: dict[str, str | int]) -> str:
    """A message with values in its places."""
    if "{" not in message:
        return message
    pieces = list(_in_pieces(message))
    pieces[1::2] = [written(values[name]) for name in pieces[1::2]]
    return "".join(pieces)


@lru_cache(maxsize=2048)
def _in_pieces(message: str) -> tuple[str, ...]:
    """A message in pieces: every second one is the name of a place."""
    return tuple(_PLACE.split(message))


def written(value: str | int) -> str:
    """A value as it is written in a message: 1,204 for a number."""
    return f"{value:,}" if isinstance(value, int) else value
