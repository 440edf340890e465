"""How much of a source stands in its lines as it stood: characters, and those that the repairs changed or removed."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.read.decode import decode
from generator.read.html import is_html, read_html
from generator.read.lines import Line


def count_characters(data: bytes, source: str, lines: Iterable[Line]) -> tuple[int, int]:
    """How many non-blank characters a source holds, and how many of them its repaired ``lines`` hold no more.

    The tags of an HTML page are no characters of the source; the marks of a recogniser are (``**``, ``|``).
    """
    kept: defaultdict[int, str] = defaultdict(str)
    for line in lines:
        kept[line.number] += line.text
    printed: defaultdict[int, str] = defaultdict(str)
    for number, raw in _printed(decode(data, source)[0]):
        printed[number] += "".join(raw.split())
    changed = sum(_count_gone(bare, "".join(kept[number].split())) for number, bare in printed.items())
    return sum(map(len, printed.values())), changed


def _printed(text: str) -> Iterable[tuple[int, str]]:
    """Numbers and texts of the lines as they stand in a source."""
    return ((line.number, line.text) for line in read_html(text)) if is_html(text) else enumerate(text.split("\n"), 1)


def _count_gone(before: str, after: str) -> int:
    """How many characters of a line are no longer there, wherever the others stand now."""
    return 0 if before == after else (Counter(before) - Counter(after)).total()
