"""The form in which texts and queries are compared.

``docs_src/assets/scripts/search-fold.js`` computes the same from the same tables. Each character by
itself: NFKC, lower case, traditional → simplified, 零 and ○ → 〇. Blanks and invisible characters vanish; every run of
punctuation becomes one ``·``, so that 〔2021〕, [2021] and （2021） are alike. A full-width blank is between words and
becomes ``·`` too. A word is first where it is so, marks and all, and then where it is but for the marks. Nothing is
found across :data:`END`, which stays as it is.
"""

import re
import unicodedata

from generator.lexicon.characters import BETWEEN, SELECTORS
from generator.lexicon.variants import SIMPLIFIED, TRADITIONAL

MARK = "·"
"""What takes the place of punctuation."""
END = "\x1e"
"""Ends a name, and what else is shown in a line with what is behind it but is no text with it (record separator)."""
ZEROS = "零○◯"
"""Other forms of 〇 in dates and numbers."""
VARIANTS = {**dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)), **dict.fromkeys(ZEROS, "〇")}
"""Character → the one that takes its place."""

BLANK = re.compile(
    r"[\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
    rf"{SELECTORS}]"
)
"""A character that vanishes."""
PUNCTUATION = re.compile(
    r"[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8"
    r"\u00bb\u00bf\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f"
    r"\u3001-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30a0\u30fb\ufe10-\ufe6f\ufff0-\uffff]"
)
"""A character that becomes a mark."""
_RUN = re.compile(f"{MARK}{MARK}+")


class _Folded(dict[int, str]):
    """What each character becomes, found out once."""

    def __missing__(self, code: int) -> str:
        if code == ord(BETWEEN):
            return MARK
        if code == ord(END):
            return END
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = "".join(
            _fold_character(VARIANTS.get(character, character)) for character in plain
        )
        return self[code]


_FOLDED = _Folded()


def fold(text: str) -> str:
    """The text as it is compared; folded once more it stays the same."""
    return _RUN.sub(MARK, text.translate(_FOLDED))


def bare(plain: str) -> str:
    """A folded text without its marks."""
    return plain.replace(MARK, "")


def _fold_character(character: str) -> str:
    """Nothing for a blank, a mark for punctuation, else the character."""
    if BLANK.match(character):
        return ""
    return MARK if PUNCTUATION.match(character) else character
