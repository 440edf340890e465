"""Characters that a form can carry: what XML 1.0 forbids, and half of a character, is visibly replaced.

Nothing is dropped: each of them is one U+FFFD, so that offsets in a text stay what they are.
"""

import re

REPLACEMENT = "\ufffd"
FORBIDDEN = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Controls, halves of characters and noncharacters, as part of a class."""
_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
_APART = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
"""What would end a line or a cell."""


def carried(text: str) -> str:
    """The text with a replacement for each character that a form cannot carry."""
    return text if text.isprintable() else _FORBIDDEN.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text as one line, in which no tab or line end is."""
    return text if text.isprintable() else carried(_APART.sub(" ", text))
