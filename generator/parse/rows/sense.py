"""Words that make no sense: characters of which no two neighbours are a pair of Chinese or of the text itself.

What a recogniser reads across narrow lines has the characters of the text, and none of its words: 华准人答理 for
车辆准入管理. Names have no words either, so whatever may be a name is none of these.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.expressions.word_pairs import is_common, is_pair
from generator.lexicon.names import is_name
from generator.lexicon.numerals import HUNDREDS

_LINKS = frozenset(
    f"{HUNDREDS}千万亿第的和及与在为有由等年月日个各对将是或了并于按向把被可应以从不每其该本此"
)
"""Characters that are beside any other: particles and numerals."""
_HAN_RUN = re.compile(f"(?<![·•・]){HAN}+(?![·•・])")
"""Chinese characters on end; what is beside a dot is a part of a foreign name."""
_ADDRESS = re.compile("同志|先生|女士")
_PLACE = re.compile(
    "[省市县区州盟旗乡镇村屯寨庄营沟湾峡岭山河湖江桥坝路街巷道里园苑厂矿站线局厅委办院所会部署府校队社]"
)
"""What a name of a place or an organ ends with."""
_BEHIND_NAME = re.compile("任|兼|等|负责|担任|$")


@dataclass(frozen=True, slots=True)
class SenseLimits:
    """Which words make no sense."""

    shortest: int = 4
    """Fewest characters on end of which no two neighbours are a pair: 据文擇下."""
    share: float = 0.2
    """Lowest share of such characters in a cell; in a long sentence a term that nobody knows is less."""
    longest_term: int = 10
    """Longest text that is a term or a name where few words have one of its characters."""
    named: float = 0.4
    """Highest share of other cells with such words in a column: with more they are names."""
    longest_name: int = 4
    """Longest text that may be a name, in characters."""
    woven: int = 6
    """Fewest characters of two lines that are woven into each other: 农水村利饮水."""
    beside: float = 0.35
    """Highest share of pairs among the neighbours of such a text."""
    apart: float = 0.6
    """Lowest share of pairs among those that have one character between them."""


SENSE = SenseLimits()


class Pairs:
    """The pairs of neighbouring characters of a text: what it prints twice makes sense."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Nothing is counted before the first question."""
        self._texts = texts
        self._counts: Counter[int] | None = None

    def strange(self, cell: str) -> list[str]:
        """The stretches of a cell, four characters long and longer, of which no two neighbours are a pair.

        A line break that was kept parts two things: no word goes on over it.
        """
        lines = [_ADDRESS.sub(" ", squeeze(line)) for line in cell.split("\n")]
        own = Counter(map("".join, pairwise("".join(lines))))
        found = []
        for run in chain.from_iterable(map(_HAN_RUN.finditer, lines)):
            found += [piece for piece in self._unknown(run[0], own) if not _may_be_name(*piece)]
        return [piece for piece, _ in found]

    def _unknown(self, text: str, own: Counter[str]) -> Iterator[tuple[str, str]]:
        """The long stretches of a run of characters without any pair, each with what follows it."""
        begin = 0
        for place, (first, second) in enumerate([*pairwise(text), ("", "")]):
            is_linked = first in _LINKS or second in _LINKS
            if first and not is_linked and not self._knows(first, second, own):
                continue
            if place + 1 - begin >= SENSE.shortest:
                yield text[begin : place + 1], text[place + 1 :]
            begin = place + 1

    def is_woven(self, cell: str) -> bool:
        """Whether a cell is two lines read together, a character of each in turn.

        Every second character makes words then, and those beside each other make none: 农村饮水 and 水利局 of 农水村利饮局水.
        """
        text = "".join(_HAN_RUN.findall(squeeze(cell)))
        if len(text) < SENSE.woven or _PLACE.match(text[-1]):
            return False
        own = Counter(map("".join, pairwise(text)))
        beside = self._share(list(pairwise(text)), own)
        apart = self._share(list(zip(text, text[2:], strict=False)), own)
        return beside <= SENSE.beside and apart >= SENSE.apart

    def _share(self, pairs: Sequence[tuple[str, str]], own: Counter[str]) -> float:
        """The share of pairs that are known."""
        return sum(self._knows(*pair, own) for pair in pairs) / len(pairs)

    def _knows(self, first: str, second: str, own: Counter[str]) -> bool:
        """Whether two characters are a pair of Chinese, or are printed beside each other elsewhere in the text."""
        if is_pair(first, second):
            return True
        if self._counts is None:
            text = "\n".join(map(squeeze, self._texts))  # no pair goes over a line end
            self._counts = Counter(_as_numbers(text))
            self._counts.update(_as_numbers(text[1:]))
        pair = first + second
        return self._counts[_as_numbers(pair)[0]] > own[pair]


def _as_numbers(text: str) -> memoryview:
    """Each two characters of a text as one number: a whole issue has too many pairs to be made texts of."""
    codes = text.encode("utf-32-le", "surrogatepass")
    return memoryview(codes[: len(codes) // 8 * 8]).cast("Q")


def _may_be_name(piece: str, behind: str) -> bool:
    """Whether a stretch without any pair may be the name of a person, a place or an organ, or a term."""
    if _PLACE.search(piece) or _PLACE.match(behind) or _is_parallel(piece):
        return True
    if not _BEHIND_NAME.match(behind):
        return False
    return any(is_name(piece[place:]) for place in range(len(piece) - 1))


def _is_parallel(piece: str) -> bool:
    """Whether a stretch says something twice in the manner of 能减尽减, which no word of a dictionary is."""
    return any(first == third for first, third in zip(piece, piece[2:], strict=False))


def senseless(cells: Sequence[str], pairs: Pairs) -> list[bool]:
    """Which cells of a column make no sense.

    Strange words are none where they are the way of the column, whose cells are names then.
    """
    strange = [bool(cell) and _is_much("".join(pairs.strange(cell)), cell) for cell in cells]
    filled = sum(bool(cell.strip()) for cell in cells)
    if sum(strange) - 1 > max(filled - 1, 0) * SENSE.named:
        strange = [False] * len(cells)
    return [
        known or (bool(cell) and pairs.is_woven(cell))
        for known, cell in zip(strange, cells, strict=True)
    ]


def _is_much(strange: str, cell: str) -> bool:
    """Whether strange words are much of a cell."""
    text = "".join(_HAN_RUN.findall(squeeze(cell)))
    if not strange or len(text) <= SENSE.longest_name:
        return False
    if len(text) <= SENSE.longest_term and any(map(_is_rare, text)):
        return False
    return len(strange) >= len(text) * SENSE.share


def _is_rare(character: str) -> bool:
    """Whether a simplified character is one of few words; a traditional one (擇) is none of this text at all."""
    return not is_common(character) and bool(character.encode("gb2312", "ignore"))
