"""Markup of a page → its visible text, its line breaks kept, and what was set aside.

What a browser does not show (``hidden``, ``display:none``, ``<noscript>``) is set aside, unless the reader's lines have
it: then the reader says why, and its characters are accounted for like all others.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.proof.visible_text import Aside, count_visible, visible

_MARKUP = re.compile(
    r"(?P<comment><!--)|(?P<declaration><[!?][^<>]*>)"
    r"|<(?P<whole>script|style|noscript|template|iframe|title)"
    r"""(?:[\s/](?:[^<>"']++|"[^"]{0,2000}"|'[^']{0,2000}'){0,400}+|[\s/][^<>]*)?>"""
    r"""|</?[a-z][a-z0-9:_-]*(?:[\s/](?:[^<>"']++|"[^"]{0,2000}"|'[^']{0,2000}'){0,400}+)?>"""
    r"|</?[a-z][a-z0-9:_-]*(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
"""What the markup of a page is: comments, declarations, elements that are left out whole, tags."""
REASONS = {"title": "head", "noscript": "noscript", "template": "template", "iframe": "template"}
"""Elements that are left out whole → the reason; the others are scripts."""
_UNSEEN = ("noscript", "template", "iframe")
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-z][a-z0-9:_-]*)(?P<rest>.*)>", re.IGNORECASE | re.DOTALL
)
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_HIDING = re.compile(r"\bhidden\b|\bdisplay\s*:\s*none\b", re.IGNORECASE)
_HIDDEN = re.compile(r"""(?:^|\s)hidden(?=[\s=/]|$)""", re.IGNORECASE)
_STYLE = re.compile(r"""(?:^|[\s"'/])style\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_SOURCE = re.compile(r"""\ssrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_ENDS_PARAGRAPH = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
DEEPEST = 40
"""Most elements that are not shown, one inside another."""


@dataclass
class _Cut:
    """A piece of markup."""

    aside: Aside
    inside: "list[str | _Cut] | None" = None
    """What is in an element that browsers do not show; None for all other markup."""


class Reading:
    """The visible characters of the reader's lines, followed from piece to piece of the page."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._at = 0

    def follow(self, text: str) -> None:
        """Go behind a text, where it is ahead."""
        place = self._text.find(text, self._at)
        self._at = place + len(text) if place >= 0 else self._at

    def has(self, text: str) -> bool:
        """Whether a text comes next."""
        return bool(text) and self._text.startswith(text, self._at)


def page_text(text: str, line: int, aside: list[Aside], reading: Reading) -> str:
    """The text of a page; where browsers show none, that of what they leave out.

    :param line: the physical line on which it begins
    :param aside: what is set aside; brought up to date
    :param reading: what the reader has of it
    """
    pieces = _Builder(text, line).build(0, len(text), 0)
    cut: list[Aside] = []
    plain = _written(pieces, "", cut, reading)
    if not visible(plain):
        cut.clear()
        plain = _written(pieces, "", cut, None)
    aside += cut
    return plain


def table_text(text: str, line: int, aside: list[Aside]) -> str:
    """The text of a table that is printed in a text; what browsers do not show of it is set aside."""
    return _written(_Builder(text, line).build(0, len(text), 0), "", aside, Reading())


def _written(
    pieces: "list[str | _Cut]", behind: str, aside: list[Aside], reading: Reading | None
) -> str:
    """The text of some pieces.

    :param behind: the visible text behind them
    :param reading: what the reader has; without it all that browsers leave out is text
    """
    kept: list[str] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, str):
            kept.append(piece)
            if reading:
                reading.follow(visible(piece))
            continue
        following = _next_text(pieces, place + 1) or behind if piece.inside is not None else ""
        if piece.inside is not None and _is_read(piece.inside, following, reading):
            kept.append(_written(piece.inside, following, aside, reading))
        else:
            aside.append(piece.aside)
            kept.append("\n" * piece.aside.text.count("\n"))
    return "".join(kept)


def _is_read(inside: "list[str | _Cut]", following: str, reading: Reading | None) -> bool:
    """Whether the reader's lines go on with what browsers do not show and not with what follows."""
    return reading is None or (not reading.has(following) and reading.has(_first_text(inside)))


def _next_text(pieces: "list[str | _Cut]", place: int) -> str:
    """The visible text from a place to the next element that browsers do not show; at least some."""
    found = ""
    for piece in pieces[place:]:
        if isinstance(piece, str):
            found += visible(piece)
        elif piece.inside is not None and found:
            break
    return found


def _first_text(pieces: "list[str | _Cut]") -> str:
    """The first visible text of some pieces, whether browsers show it or not."""
    for piece in pieces:
        text = visible(piece) if isinstance(piece, str) else _first_text(piece.inside or [])
        if text:
            return text
    return ""


class _Builder:
    """Cuts a page into texts and markup."""

    def __init__(self, text: str, line: int) -> None:
        self._text = text
        self._line = line
        self._missing: set[str] = set()
        """Ends that the rest of the text does not have."""
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._hidden = _hidden_elements(text) if _HIDING.search(text) else {}

    def build(self, begin: int, stop: int, depth: int) -> "list[str | _Cut]":
        """The pieces of a stretch of the text."""
        pieces: list[str | _Cut] = []
        position = search = begin
        while match := _MARKUP.search(self._text, search, stop):
            end, reason = _end_of(self._text, match, self._missing)
            if reason == "text":
                search = match.end()
                continue
            if match.start() in self._hidden:
                end, reason = self._hidden[match.start()], "hidden"
            end = min(end, stop)
            pieces += self._plain(position, match.start())
            cut = self._cut(reason, match.start(), end)
            if depth < DEEPEST and (reason == "hidden" or _is_unseen(match)):
                cut.inside = self._inside(match, end, depth)
            pieces.append(cut)
            position = search = end
        pieces += self._plain(position, stop)
        return pieces

    def _cut(self, reason: str, begin: int, end: int) -> _Cut:
        text = self._text[begin:end]
        return _Cut(Aside(reason, self._line_of(begin), text, count_visible(text)))

    def _line_of(self, place: int) -> int:
        return self._line + bisect_right(self._breaks, place - 1) if place else self._line

    def _plain(self, begin: int, end: int) -> "list[str | _Cut]":
        """A text with its entities as characters, and what these are set aside."""
        text = self._text[begin:end]
        if "&" not in text:
            return [text] if text else []
        plain = re.sub(
            r"&[^\s<&;]{1,32};?", lambda match: html.unescape(match[0]).replace("\n", " "), text
        )
        went = count_visible(text) - count_visible(plain)
        entity = _Cut(Aside("entity", self._line_of(begin), "", went))
        return [entity, plain] if went else [plain]

    def _inside(self, tag: re.Match[str], end: int, depth: int) -> "list[str | _Cut]":
        """The pieces of an element that browsers do not show, its own tags among them."""
        source = _SOURCE.search(tag[0]) if (tag["whole"] or "").lower() == "iframe" else None
        if source:
            return self._frame(tag, source, end, depth)
        return [self._cut("tag", *tag.span()), *self.build(tag.end(), end, depth + 1)]

    def _frame(
        self, tag: re.Match[str], source: re.Match[str], end: int, depth: int
    ) -> "list[str | _Cut]":
        """The pieces of the page that a frame has as its source."""
        group = 1 if source[1] is not None else 2
        markup = html.unescape(source[group])
        above = tag[0].count("\n", 0, source.start(group))
        below = tag[0].count("\n") - above - markup.count("\n")
        line = self._line_of(tag.start())
        own = count_visible(tag[0]) - count_visible(markup)
        inner = _Builder(markup, line + above).build(0, len(markup), depth + 1)
        rest = self.build(tag.end(), end, depth + 1)
        return [
            _Cut(Aside("tag", line, tag[0].replace(source[0], "").replace("\n", " "), own)),
            "\n" * above,
            *inner,
            "\n" * below,
            *rest,
        ]


def _is_unseen(tag: re.Match[str]) -> bool:
    """Whether a tag begins an element that browsers leave out."""
    return (tag["whole"] or "").lower() in _UNSEEN


def _end_of(text: str, match: re.Match[str], missing: set[str]) -> tuple[int, str]:
    """Where a piece of markup ends, and why it goes; a comment that never ends is text.

    :param missing: ends that the rest of the text does not have; brought up to date
    """
    if match["comment"]:
        end = -1 if "-->" in missing else text.find("-->", match.start() + 2)
        if end >= 0:
            return end + 3, "comment"
        missing.add("-->")
        return match.end(), "text"
    name = (match["whole"] or "").lower()
    if name and name not in missing:
        closed = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, match.end())
        if closed:
            return closed.end(), REASONS.get(name, "script")
        missing.add(name)
    return match.end(), "comment" if match["declaration"] else "tag"


def _hidden_elements(text: str) -> dict[int, int]:
    """Begin and end of each closed element whose tag hides it: a tag ends the last open one of its name."""
    opened: dict[str, list[tuple[int, str]]] = {}
    ends: dict[int, int] = {}
    for begin, end, tag in _tags(text):
        name = tag["name"].lower()
        paragraphs = opened.get("p")
        if paragraphs and name in _ENDS_PARAGRAPH and not (name == "p" and tag["close"]):
            _close(paragraphs, begin, text, ends)
        if not tag["close"]:
            opened.setdefault(name, []).append((begin, tag[0]))
        elif opened.get(name):
            _close(opened[name], end, text, ends)
    return ends


def _tags(text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Begin and end of each tag outside comments and scripts, and its parts."""
    missing: set[str] = set()
    search = 0
    while match := _MARKUP.search(text, search):
        end, _ = _end_of(text, match, missing)
        search = match.end() if _is_unseen(match) else end
        if tag := _TAG.fullmatch(match[0]):
            yield *match.span(), tag


def _close(opened: list[tuple[int, str]], end: int, text: str, ends: dict[int, int]) -> None:
    """Note where the last open element ends, where its tag hides it."""
    begin, tag = opened.pop()
    if _hides(tag, text[begin + len(tag) : end] if _HIDING.search(tag) else ""):
        ends[begin] = end


def _hides(tag: str, inside: str) -> bool:
    """Whether a tag hides what is in its element."""
    if not _HIDING.search(tag):
        return False
    name = re.match("<[^\\s/>]+", tag)
    rest = tag[name.end() : -1] if name else ""
    if _HIDDEN.search(_QUOTED.sub(" ", rest)):
        return True
    style = _STYLE.search(rest)
    said = html.unescape(style[1].strip("\"'")).lower() if style else ""
    pairs = [one.split(":", 1) for one in said.split(";") if ":" in one]
    values = {key.strip(): value.split("!")[0].strip() for key, value in pairs}
    if values.get("display") == "none":
        return True
    is_cell = name is not None and name[0].lower() in ("<td", "<th", "<tr")
    is_faint = values.get("visibility") == "hidden" and not is_cell
    return is_faint and re.search(r"visibility\s*:\s*visible", inside, re.IGNORECASE) is None
