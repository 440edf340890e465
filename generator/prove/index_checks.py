"""The index of the search against the issue: its texts line by line, and every pair of their characters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from generator.lexicon.characters import BETWEEN
from generator.model import DocumentRecord
from generator.prove.mismatch import Difference, compare, quote
from generator.prove.search_files import SearchFiles
from generator.registers.instruments import kinds_of
from generator.search.normalise import BLANK, MARK, PUNCTUATION
from generator.visible import CELL, ROW, Piece, seen_text
from generator.visible.index_seen import index_seen
from generator.visible.printed_text import count

_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
SINGLE = "¶"
"""Second half of the pair under which a single character is found."""
TITLE, BODY = 1, 0b11111100
"""Zones: the title with the number, and the six of the body."""
MOST_QUOTED = 5
"""Most pairs that a difference quotes; more are counted."""
_PAIR = re.compile(rf"(?=([^{MARK}]{MARK}?[^{MARK}]))")
"""Two characters in a row, or with a mark between them."""
_PLANE = "\uffff"
"""The last character of one unit; those beyond it are pairs by themselves."""


def check_texts(search: SearchFiles, record: DocumentRecord) -> tuple[Difference, ...]:
    """The differences between a document and the text that the search shows of it."""
    place = f"search text of {record.id}"
    if record.id not in search.places:
        said = "lost: the search does not hold the document"
        return (
            Difference("index", place, _line(record), said, count(index_seen(record.document))),
        )
    title, number, lines = search.text(record.id)
    seen = filter(None, map(seen_text, (title, number, *lines)))
    pieces = [Piece(CELL + seen_text(one.text), one.line) for one in index_seen(record.document)]
    return (
        *compare(pieces, "".join(CELL + line for line in seen), "index", place),
        *_check_facets(search, record),
    )


def _check_facets(search: SearchFiles, record: DocumentRecord) -> Iterator[Difference]:
    """The differences between a document and the values by which results are filtered and sorted."""
    document, nth = record.document, search.places[record.id][0]
    issuers = dict.fromkeys(document.issuers or filter(None, (document.issuer,)))
    printed = _DAY.fullmatch(record.day or "")
    year, month, day = (int(part or 0) for part in printed.groups()) if printed else (0, 0, 0)
    expected = {
        "issuer": "|".join(issuers),
        "kind": "|".join(kinds_of(document)),
        "topic": "|".join(topic.name for topic in document.topics),
        "column": document.column or "",
        "status": record.status or "",
        "date": str((year * 12 + month) * 32 + day),
    }
    seen = {name: values[nth] for name, values in search.facets.items()}
    seen["date"] = str(search.dates[nth])
    for name, value in expected.items():
        if seen.get(name) != value:
            said = f"{name}: “{value}” is “{seen.get(name, '')}”"
            yield Difference("index", f"filters of {record.id}", _line(record), said)


def check_pairs(
    search: SearchFiles, record: DocumentRecord, masks: Mapping[str, int]
) -> Iterator[Difference]:
    """What of a document no query would find, and what the index holds for it although it is not there.

    A word is found where one zone holds all its pairs.
    """
    place = f"search index of {record.id}"
    lines = list(index_seen(record.document))
    titles = 1 + bool(seen_text(record.document.number or ""))
    expected: set[str] = set()
    for nth, one in enumerate(lines):
        parts = one.text.removeprefix(CELL).split(ROW)
        folded = [fold(part, search.variants) for part in parts]
        zones = TITLE if nth < titles else BODY
        pairs, singles = (list(chain(*map(of, folded))) for of in (pairs_of, singles_of))
        expected.update(pairs, singles)
        missing = [pair for pair in (*pairs, *singles) if not masks.get(pair, 0) & zones]
        if missing:
            yield Difference("index", place, one.line, f"lost: {_quote(missing)}")
        elif pairs and not _in_one_zone(pairs, masks, zones):
            said = f"torn: no zone holds all of {quote(one.text.removeprefix(CELL))}"
            yield Difference("index", place, one.line, said)
    if more := sorted(masks.keys() - expected):
        yield Difference("index", place, _line(record), f"added: {_quote(more)}")


def fold(text: str, variants: Mapping[str, str]) -> str:
    """A text as the script of the search compares it, by the variants that its manifest names."""
    folded: list[str] = []
    for character in _each(text):
        plain = variants.get(character, character)
        if BLANK.match(plain):
            continue
        is_mark = bool(PUNCTUATION.match(plain)) or plain == MARK
        if not (is_mark and folded and folded[-1] == MARK):
            folded.append(MARK if is_mark else plain)
    return "".join(folded)


def _each(text: str) -> Iterator[str]:
    """The characters of a text, each normalised by itself, in small letters."""
    for character in text.replace(BETWEEN, MARK):
        yield from unicodedata.normalize("NFKC", character).lower()


def pairs_of(folded: str) -> list[str]:
    """The pairs by which the script searches for a text, those with a mark between their characters too."""
    pairs = [pair for pair in _PAIR.findall(folded) if max(pair) <= _PLANE]
    return [*pairs, *(character for character in folded if character > _PLANE)]


def singles_of(folded: str) -> list[str]:
    """What a query of one character searches for."""
    return [one + SINGLE for one in dict.fromkeys(folded) if one <= _PLANE and one != MARK]


def _in_one_zone(pairs: Iterable[str], masks: Mapping[str, int], zones: int) -> bool:
    """Whether one zone holds all pairs."""
    for pair in pairs:
        zones &= masks[pair]
    return bool(zones)


def _quote(pairs: Sequence[str]) -> str:
    """Some pairs of characters."""
    more = f" and {len(pairs) - MOST_QUOTED} more" if len(pairs) > MOST_QUOTED else ""
    return f"“{'”, “'.join(pairs[:MOST_QUOTED])}”{more}"


def _line(record: DocumentRecord) -> int:
    """The first line of a document."""
    return record.document.lines[0] if record.document.lines else 0
