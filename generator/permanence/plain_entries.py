"""The ledger as this program writes it, read and written at once; whatever else there may be is left to YAML.

A ledger has an entry for each document, every build reads it, and each new document writes it: YAML would take longer
than all else that a build does where nothing has changed.
"""

import re

from generator.lexicon.characters import HAN, IDEOGRAPHS
from generator.model import Permalink

_LETTER = rf"{IDEOGRAPHS}A-Za-z0-9〔〕（）《》“”、，。：；！？…％×～"
_WORD = rf"(?=[A-Za-z0-9〔]{{0,20}}{HAN})[{IDEOGRAPHS}A-Za-z0-9〔][{_LETTER}]*"
"""A text with a Chinese letter and without blanks and signs of YAML, which is this text and nothing else to YAML."""
_ID = r"[a-z][a-z0-9-]*(?:/[a-z0-9-]+)+"
_ENTRY = re.compile(
    rf"(?P<id>{_ID}):\n"
    rf"(?:  number: (?P<number>{_WORD})\n)?"
    rf"(?:  title: (?P<title>{_WORD})\n)?"
    r"(?:  lines: \[(?P<first>[1-9][0-9]{0,6}), (?P<last>[1-9][0-9]{0,6})\]\n)?"
    rf"(?:  to: (?P<to>{_ID})\n)?"
    rf"(?:  withdrawn: (?P<withdrawn>{_WORD})\n)?"
    r"(?:  nth: (?P<nth>[1-9][0-9]{0,8})\n)?"
)
_HEAD = re.compile(r"(?:#[^\n]*\n)*\n*")
"""The comment at the head of the file."""


def read_plain_entries(text: str) -> dict[str, Permalink] | None:
    """Id → entry, in the order of the file; None where anything in it is not as the program writes it.

    Ids are of the form of ids; whether they are any is for the caller to see.
    """
    entries: dict[str, Permalink] = {}
    head = _HEAD.match(text)
    place = head.end() if head else 0
    while place < len(text):
        match = _ENTRY.match(text, place)
        entry = _entry_of(match) if match else None
        if match is None or entry is None or entry.id in entries:
            return None
        entries[entry.id] = entry
        place = match.end()
    return entries or None


def write_plain_entry(entry: Permalink) -> str | None:
    """An entry as YAML writes it; None for one that :func:`read_plain_entries` would not read again as it is."""
    values = (
        ("number", entry.number),
        ("title", entry.title),
        ("lines", entry.lines and f"[{', '.join(map(str, entry.lines))}]"),
        ("to", entry.to),
        ("withdrawn", entry.withdrawn),
        ("nth", entry.nth),
    )
    said = [f"  {name}: {value}\n" for name, value in values if value]
    text = "".join([f"{entry.id}:\n", *said])
    match = _ENTRY.fullmatch(text)
    return text if match and _entry_of(match) == entry else None


def _entry_of(match: re.Match[str]) -> Permalink | None:
    """The entry of a match; None for one that says nothing of its id."""
    id_, number, title, first, last, to, withdrawn, nth = match.groups()
    if match.end() == match.end("id") + len(":\n"):
        return None
    lines = (int(first), int(last)) if first else ()
    return Permalink(id_, number, title or "", lines, to, withdrawn, int(nth) if nth else None)
