r"""Lists of documents as printable ASCII: numbers to the base of 93, common ones in one character.

The characters are those from blank to ``~`` but ``"`` and ``\``, so that a list can be in a
JavaScript string as it is. A posting is the gap to the document before and the zones that hold the
gram.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub

ALPHABET = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
"""The 93 digits."""
BASE = len(ALPHABET)
ONE = 78
"""Numbers below it take one character."""
TWO = ONE + (BASE - 1 - ONE) * BASE
"""Numbers below it take two characters; all others five."""
COMMON = 7
"""Sets of zones that are written within the gap."""
MASKS = tuple(sorted(range(1, 256), key=lambda mask: (mask.bit_count(), mask & 3, mask)))
"""Sets of zones, common ones first:
a single zone of the body, a heading or the title alone, then two and more."""
RANKS = dict(zip(MASKS, range(255), strict=True))


def encode_number(number: int) -> str:
    """A number from 0 as one, two or five characters."""
    if number < ONE:
        return ALPHABET[number]
    if number < TWO:
        high, low = divmod(number - ONE, BASE)
        return ALPHABET[ONE + high] + ALPHABET[low]
    rest = number - TWO
    return ALPHABET[-1] + "".join(ALPHABET[rest // BASE**power % BASE] for power in (3, 2, 1, 0))


def encode_posting(key: int) -> str:
    """A posting by its key.

    The key is the number of documents left out since the one before × 256 + the rank of its zones.
    """
    skipped, rank = divmod(key, 256)
    number = encode_number(skipped * (COMMON + 1) + min(COMMON, rank))
    return number if rank < COMMON else number + encode_number(rank - COMMON)


class _Codes(dict[int, str]):
    """Codes of postings by their keys, each made once."""

    def __missing__(self, key: int) -> str:
        code = encode_posting(key)
        if key < _KEPT:
            self[key] = code
        return code


class _Ends(dict[int, int]):
    """Postings → where those of the next document begin, each found once."""

    def __missing__(self, posting: int) -> int:
        end = (posting | 255) + 1
        if posting < _KEPT:
            self[posting] = end
        return end


_KEPT = 1000 << 8
_CODES = _Codes()
_ENDS = _Ends()


def encode_first(posting: int, before: int = -1) -> str:
    """A posting as text; ``before`` is the document of the one before it."""
    return _CODES[posting - ((before + 1) << 8)]


def encode_postings(postings: Sequence[int], before: int = -1) -> str:
    """Postings (document × 256 + rank of the zones, ascending) as text.

    ``before`` is the document before the first.
    """
    ends = chain(((before + 1) << 8,), map(_ENDS.__getitem__, postings))
    return "".join(map(_CODES.__getitem__, map(sub, postings, ends)))


def encode_column(values: Iterable[int]) -> str:
    """A column of numbers, one a document."""
    return "".join(map(encode_number, values))
