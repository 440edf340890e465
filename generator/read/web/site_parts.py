"""Which elements of a web page belong to the site around the gazette, whatever they are called.

Three rules, as an archivist would state them. A list of links and nothing else is a menu where each
link is a word or two, and a list of other pages where a heading says so (``相关链接``); the names of attached
files and links inside the page (a contents) are text. What holds the licence of a site (``ICP备``) and
no text of the gazette is the footer. And an element that is called like a part of the site
(``footer-sign``, ``<aside>``) is none where it speaks: a sentence, a number, a date or a title outside links.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import read_date
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.labels import ATTACHMENT_SHUT
from generator.lexicon.expressions.site_words import (
    FILES,
    FOOTER_SIGNS,
    LINKS_HEADING,
    OWN_WORDS,
)
from generator.lexicon.expressions.stops import ANY_STOPS
from generator.lexicon.gazettes import is_contents_heading
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.names import is_name
from generator.lexicon.numbers import read_number_line
from generator.read.lines import LINE_END
from generator.read.web.cell_text import text_of

_FOOTER = re.compile(FOOTER_SIGNS, re.IGNORECASE)
_OWN = re.compile(OWN_WORDS, re.IGNORECASE)
_HEADING = re.compile(rf"[【\[]?{LINKS_HEADING}[】\]]?[:：]?")
_FILE = re.compile(rf"\.(?:{FILES})(?:[?#]|$)", re.IGNORECASE)
_NO_LABEL = re.compile("[〔《（(]|附件|关于")
_BETWEEN = re.compile(r"[\s|｜·•>＞/\\\-—]*")
"""What is printed between two links of a menu."""
_SENTENCE = re.compile(f"[{ANY_STOPS}]")


@dataclass(frozen=True, slots=True)
class SiteLimits:
    """What a menu and the footer of a site are."""

    links: int = 2
    """Fewest links of a menu; one alone may be part of a text."""
    label: int = 12
    """Longest link of a menu, in characters; a longer one is the title of something."""
    footer: int = 400
    """Longest footer of a site, in characters; what is longer is text."""
    levels: int = 6
    """How many elements around its licence a footer is searched for in."""
    inside: int = 40
    """How many nodes of a link its words are searched for in: a guard against slowness."""
    lines: int = 3
    """Fewest lines of a cell that can be a document."""


SITE_PART = SiteLimits()


def find_site_parts(page: BeautifulSoup) -> frozenset[int]:
    """The ids of the elements of a page that are menus, lists of other pages, or the footer of the site."""
    found: set[int] = set()
    if page.find("a", href=True) is not None:
        found |= _Links(page).found
        found -= _find_contents(page) if found else set()
    return frozenset(found | _find_footers(page))


def speaks(node: Tag) -> bool:
    """Whether an element holds text of the gazette: a sentence, a number, a date or a title outside its links."""
    waiting: list[PageElement] = [node]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Tag):
            if not _is_link(found):
                waiting += found.contents
        elif type(found) is NavigableString and is_text_of_gazette(str(found)):
            return True
    return False


def places_a_document(rows: list[list[PageElement]]) -> bool:
    """Whether the cells of a table hold a document rather than items.

    A row of the only column, or one of three or more lines of a cell, is the number of a document.
    """
    fewest = 1 if all(len(row) == 1 for row in rows) else SITE_PART.lines
    texts = (text_of(cell).split(LINE_END) for row in rows for cell in row)
    return any(
        read_number_line(line) is not None
        for lines in texts
        if len(lines) >= fewest
        for line in lines
    )


def introduces_links(text: str) -> bool:
    """Whether a line says that links below it are text: a heading of contents, ``附件：``."""
    return ATTACHMENT_SHUT in text or is_contents_heading(text)


def holds_entries(node: Tag) -> bool:
    """Whether an element holds links to several places and nothing but signs and blanks between each two of them.

    ``<p><a>防汛通知</a> | <a>抗旱办法</a></p>``: each is an entry. What is linked in pieces without a blank, or to one place,
    is one text; names of persons are a row of a roster.
    """
    links: list[Tag] = []
    is_parted = True
    for child in node.children:
        if isinstance(child, Tag):
            if not _is_link(child) or not is_parted:
                return False
            links.append(child)
            is_parted = False
        elif type(child) is NavigableString:
            if not _BETWEEN.fullmatch(child):
                return False
            is_parted = is_parted or bool(child)
    if len({str(link["href"]) for link in links}) < max(SITE_PART.links, len(links)):
        return False
    return not all(is_name(squeeze(link.get_text())) for link in links)


def is_text_of_gazette(text: str) -> bool:
    """Whether words are of a gazette and not of a site: ``现印发给你们，请认真贯彻执行。``, ``2021年6月9日``."""
    bare = squeeze(text)
    if not bare or _OWN.search(bare):
        return False
    if _SENTENCE.search(bare) or read_number_line(bare) is not None:
        return True
    if "关于" in bare and ends_in_official_kind(bare):
        return True
    return "年" in bare and read_date(bare) is not None


def _find_contents(page: BeautifulSoup) -> set[int]:
    """The elements around the links below a heading of contents, up to the next other text."""
    found: set[int] = set()
    is_listing = False
    for text in page.find_all(string=True):
        bare = squeeze(text)
        if _BETWEEN.fullmatch(bare):
            continue
        link = next((node for node in text.parents if _is_link(node)), None)
        if link is None:
            is_column = len(bare) <= SITE_PART.label and not is_text_of_gazette(bare)
            is_listing = is_contents_heading(bare) or (is_listing and is_column)
        elif is_listing:
            found.update(map(id, link.parents))
    return found


def _find_footers(page: BeautifulSoup) -> set[int]:
    """The elements around the licence of a site that hold no text of the gazette, from the inside out."""
    is_footer: dict[int, bool] = {id(page): False}
    for text in page.find_all(string=_FOOTER):
        for node, _ in zip(text.parents, range(SITE_PART.levels), strict=False):
            if id(node) not in is_footer:
                is_footer[id(node)] = len(node.get_text()) <= SITE_PART.footer and not speaks(node)
            if not is_footer[id(node)]:
                break
    return {key for key, holds in is_footer.items() if holds}


class _Links:
    """The elements that hold links and nothing else, from the inside out."""

    def __init__(self, page: BeautifulSoup) -> None:
        self.found: set[int] = set()
        """Ids of those that belong to the site."""
        self._held: dict[int, _Held] = {}
        for node in (*reversed(page.find_all()), page):
            self._held[id(node)] = self._read(node)
        self.found.discard(id(page))

    def _read(self, node: Tag) -> "_Held":
        """What an element holds; those in it that belong to the site are found on the way."""
        if _is_link(node):
            return _read_link(node)
        total = _Held()
        heading: Tag | None = None
        for child in node.children:
            if isinstance(child, Tag):
                held = self._held.get(id(child), _OTHER)
                if heading is not None and held.links:
                    self.found |= {id(heading), id(child)}
                heading = child if held.is_heading else heading if held == _Held() else None
                total += held
            elif type(child) is NavigableString and not _BETWEEN.fullmatch(child):
                total += _Held(is_heading=True) if _is_heading(child) else _OTHER
        if total.is_menu:
            self.found.add(id(node))
        return total


@dataclass(frozen=True, slots=True)
class _Held:
    """What an element holds: this many links, whether one of them is long, a heading, other text, names alone."""

    links: int = 0
    is_long: bool = False
    is_heading: bool = False
    is_other: bool = False
    is_named: bool = True
    """Whether each of them is the name of a person."""

    def __add__(self, other: "_Held") -> "_Held":
        if self.is_other or other.is_other:
            return _OTHER
        return _Held(
            self.links + other.links,
            self.is_long or other.is_long,
            (self.is_heading and not self.links) or (other.is_heading and not other.links),
            is_named=self.is_named and other.is_named,
        )

    @property
    def is_menu(self) -> bool:
        """Whether it is a menu, or a list of other pages below its heading."""
        if self.is_heading and self.links:
            return True
        return self.links >= SITE_PART.links and not self.is_long and not self.is_named


_OTHER = _Held(is_other=True)


def _is_link(node: Tag) -> bool:
    """Whether an element leads somewhere; one with a name alone is a place."""
    return node.name == "a" and bool(node.get("href"))


def _read_link(node: Tag) -> _Held:
    """A link: to a file that is attached or to a place on the page it is text."""
    label = squeeze("".join(_first_texts(node)))
    target = str(node["href"]).strip()
    if target.startswith("#") or _FILE.search(target) or read_enumerator(label):
        return _OTHER
    if not label:
        return _Held()
    is_long = len(label) > SITE_PART.label or _NO_LABEL.search(label) is not None
    return _Held(links=1, is_long=is_long, is_named=is_name(label))


def _first_texts(node: Tag) -> Iterator[str]:
    """The texts among the first nodes inside an element."""
    waiting = list(reversed(node.contents))
    for _ in range(SITE_PART.inside):
        if not waiting:
            return
        found = waiting.pop()
        if isinstance(found, Tag):
            waiting += reversed(found.contents)
        elif type(found) is NavigableString:
            yield str(found)


def _is_heading(text: str) -> bool:
    """Whether words head a list of links: ``相关链接：``."""
    return _HEADING.fullmatch(squeeze(text)) is not None
