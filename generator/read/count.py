"""How much of a source its lines still hold.

Its characters, and those that the repairs changed or removed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.lexicon.characters import squeeze
from generator.read.lines import Line


def count_characters(printed: Iterable[tuple[int, str]], lines: Iterable[Line]) -> tuple[int, int]:
    """How many non-blank characters a source holds, and how many its repaired ``lines`` lost.

    The tags of an HTML page are no characters of the source;
    the marks of a recogniser are (``**``, ``|``).

    :param printed: numbers and texts of the lines as they are in the source
    """
    kept: defaultdict[int, str] = defaultdict(str)
    first: dict[int, int] = {}
    for line in lines:
        kept[line.number] += line.text
        first.update(dict.fromkeys(line.rest, line.number))
    before: defaultdict[int, str] = defaultdict(str)
    for number, raw in printed:
        before[first.get(number, number)] += squeeze(raw)
    changed = sum(_count_missing(bare, squeeze(kept[number])) for number, bare in before.items())
    return sum(map(len, before.values())), changed


def _count_missing(before: str, after: str) -> int:
    """How many characters of a line are no longer there, wherever the others are now."""
    return 0 if before == after else (Counter(before) - Counter(after)).total()
