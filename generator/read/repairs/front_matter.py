"""Front matter, which converters write above a text for other programs: no text of the gazette.

``---`` | ``title: 某某市人民政府关于…的通知`` | ``date: 2021-03-05`` | ``---``, and ``+++`` with ``key = "value"``: between two
rules nothing but keys in Latin letters (a few in Chinese among them), their values, lists and what is indented below
a key. A rule with anything else below it is a rule of the text. Where the text prints no title or number of its own,
those of the front matter are its.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.expressions.site_words import NUMBER_LABELS, TITLE_LABELS
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.numbers import read_number_line
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_RULES = {"---": ("---", "..."), "+++": ("+++",)}
"""A rule → those that end what it begins."""
_KEY = re.compile(
    rf"(?P<before>(?P<key>[A-Za-z_][\w .-]{{0,30}}|{HAN}{{2,8}})\s*(?::(?=\s|$)|=)\s*[\"']?)"
    r"(?P<value>.*?)(?P<behind>[\"']?\s*)"
)
_BELOW_KEY = re.compile(r"\s+\S.*|\s*-(?:\s.*)?|\s*[\[\]{}],?|\s*#.*")
"""An entry of a list, what is indented, brackets over lines, a comment."""
_KNOWN = re.compile(
    "title|date|author|authors|page|pages|source|layout|tags|lang|language|slug|categories|category|description|url"
    "|file|filename|number|id|created|updated|converter|generator|model|toc|draft",
    re.IGNORECASE,
)
"""Keys of which one is in front matter that is not at the beginning of a source, as of one of several pages."""
_TITLE = re.compile(f"title|{TITLE_LABELS}", re.IGNORECASE)
_NUMBER = re.compile(f"number|doc_number|{NUMBER_LABELS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatterLimits:
    """How long front matter is, and how near the text."""

    lines: int = 60
    """Most lines between its rules."""
    head: int = 6
    """Lines below it in which the text may print its own number and title."""


FRONT = FrontMatterLimits()


def drop_front_matter(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without front matter; each that goes is recorded."""
    if not any(line.raw.strip() in _RULES for line in lines):
        return lines, []
    kept: list[Line] = []
    findings: list[Finding] = []
    place = 0
    while place < len(lines):
        end = _end_of(lines, place)
        if end == place:
            kept.append(lines[place])
        for line in lines[place : end + 1] if end > place else ():
            rest, remarks = _without(line, lines[end + 1 : end + 1 + FRONT.head])
            kept += rest
            findings += remarks
        place = end + 1
    return kept, findings


def _end_of(lines: list[Line], place: int) -> int:
    """The place of the rule that ends the front matter which begins at a line; the line itself where none does."""
    closing = _RULES.get(lines[place].raw.strip(), ())
    keys: list[str] = []
    for at in range(place + 1, min(place + 2 + FRONT.lines, len(lines))) if closing else ():
        raw = lines[at].raw
        if raw.strip() in closing:
            return at if _are_keys(keys, is_first=place == 0) else place
        if key := _KEY.fullmatch(raw):
            keys.append(key["key"])
        elif not keys or not _BELOW_KEY.fullmatch(raw):
            break
    return place


def _are_keys(keys: list[str], *, is_first: bool) -> bool:
    """Whether keys are those of front matter: one in Latin letters, in the middle of a source one that is known."""
    if is_first:
        return any(key.isascii() for key in keys)
    return any(map(_KNOWN.fullmatch, keys))


def _without(line: Line, below: list[Line]) -> tuple[list[Line], Iterator[Finding]]:
    """What is kept of a line of front matter, and what is said of the rest."""
    key = _KEY.fullmatch(line.raw)
    if key is None or not _is_element(key, below):
        return [], _findings(line, line.raw.strip())
    bare = replace(line, text=key["value"].strip(), mark="", opens=True, indent=False)
    return [bare], _findings(line, key["before"].strip(), key["behind"].strip())


def _is_element(key: re.Match[str], below: list[Line]) -> bool:
    """Whether a value is the title or number of the text, which prints none of its own."""
    if _TITLE.fullmatch(key["key"].strip()):
        is_title = ends_in_official_kind(squeeze(key["value"]))
        return is_title and not any(ends_in_official_kind(squeeze(line.text)) for line in below)
    if _NUMBER.fullmatch(key["key"].strip()) and read_number_line(key["value"]) is not None:
        return all(read_number_line(line.text) is None for line in below)
    return False


def _findings(line: Line, *found: str) -> Iterator[Finding]:
    """What is said of the pieces of a line that are left out."""
    for piece in filter(None, found):
        yield Finding(
            line=line.number,
            kind="front-matter",
            severity="info",
            found=piece,
            message=say("message.front-matter"),
        )
