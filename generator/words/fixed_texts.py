"""The texts of the fixed pages, in the language of the site.

``pages/*.md`` have them in simplified Chinese, a paragraph, an item or a heading on a line. A
translation has one message for each: the line without the mark that makes it a heading or an item,
and without the anchor at its end, which are the same in all languages.
"""

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from generator.words.say import spoken

PAGES = files(__package__) / "pages"
TEXTS = ("about", "help", "accessibility")
"""The fixed pages that are texts, in the order in which their paragraphs are translated."""

FRONT = ("title: ", "description: ")
"""Lines of the front matter: a translation may have signs of YAML, so it is in quotation marks."""

_LINE = re.compile(
    r"(?P<mark>(?:title: |description: |#{1,6} |- |> |:   )?)(?P<text>.*?)(?P<end>(?: \{[#:.][^{}]*\})?)"
)
_KEPT = re.compile(r"(?:---|kind: .*|<.*>|\{:.*\}|    .*|)")
"""Lines of which nothing is said to readers: front matter, a place for other text, attributes, code."""


def read_fixed(name: str) -> str:
    """The text of a fixed page in Markdown, with its front matter."""
    paragraphs = spoken().paragraphs
    lines = (PAGES / f"{name}.md").read_text(encoding="utf-8").split("\n")
    return "\n".join(_translate(line, name, paragraphs) for line in lines)


def _translate(line: str, name: str, paragraphs: Mapping[tuple[str, str], str]) -> str:
    """A line with its text in the language of the site; in Chinese where that has none."""
    mark, text, end = cut_line(line)
    translated = paragraphs.get((name, text))
    if translated is None:
        return line
    return (
        f"{mark}{json.dumps(translated, ensure_ascii=False) if mark in FRONT else translated}{end}"
    )


def cut_line(line: str) -> tuple[str, str, str]:
    """The mark, the text and the anchor of a line; no text where it says nothing to readers."""
    match = None if _KEPT.fullmatch(line) else _LINE.fullmatch(line)
    return (match["mark"], match["text"], match["end"]) if match else (line, "", "")


def paragraphs_of_pages() -> Iterator[tuple[str, str]]:
    """Each text of the fixed pages once, with the name of its page."""
    found = dict.fromkeys(
        (name, cut_line(line)[1])
        for name in TEXTS
        for line in (PAGES / f"{name}.md").read_text(encoding="utf-8").split("\n")
    )
    yield from (place for place in found if place[1])
