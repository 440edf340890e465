"""The visible characters of a text, and what of a source is none of its text."""

from typing import NamedTuple


class Aside(NamedTuple):
    """Something that is no text of the source."""

    reason: str
    """``tag``, ``comment``, ``script``, ``noscript``, ``template``, ``hidden``, ``head``, ``entity`` or ``control``."""
    line: int
    """Physical line on which it begins."""
    text: str
    """The characters of the source."""
    characters: int
    """How many visible ones are set aside."""


def visible(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split())


def count_visible(text: str) -> int:
    """How many characters of a text are no blanks."""
    return len(visible(text))
