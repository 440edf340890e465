"""Markup as people write it → markup that a parser cannot misunderstand.

What a browser shows is text, whatever a parser would make of it: text behind ``</html>``, a ``<`` that
opens no tag, a comment without an end, the content of a ``<textarea>``. Rows and cells that nobody
closed are closed. Every line break stays where it is.
"""

import html
import re
from collections.abc import Container, Iterator

from generator.read.web.unseen import find_hidden, frame_markup, may_hide

_TOKEN = re.compile(
    r"(?P<comment><!--)|(?P<declaration><[!?][^<>]*>)"
    r"|<(?P<close>/?)(?P<name>[a-z][a-z0-9:_-]*)"
    r"""(?P<rest>[\s/](?:[^<>"']++|"[^"]{0,2000}"|'[^']{0,2000}'){0,400}+|[\s/][^<>]*|)>""",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""(?<![^\s"'/])(?P<name>id|class|href|rowspan|colspan)\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&[^\s<&;]{1,32};?")
_UNSEEN = frozenset(("noscript", "template", "iframe"))
"""Elements that browsers do not show, and that are the page where nothing else is."""
_LEFT_OUT = frozenset(("script", "style", "title", *_UNSEEN))
"""Elements of which no reader of the page sees the content; other text in ``<head>`` is shown."""
_DROPPED = frozenset((
    "html", "head", "body", "ruby", "rb", "rt", "rp", "rtc", "noembed", "noframes", *_LEFT_OUT,
))  # fmt: skip
"""Tags that say nothing of lines; what is in such elements is text."""
_BROKEN_LINES = frozenset(("pre", "textarea", "xmp", "listing", "plaintext"))
"""Elements whose line breaks are those of the print."""


def clean_markup(text: str, shown: Container[int] = ()) -> str:
    """The markup of a page or a table, its text where it was.

    :param shown: where elements begin that a browser does not show, and that are read nevertheless
    """
    writer = _Writer()
    for piece, token in _tokens(text, shown):
        if token is None:
            writer.add_text(piece)
        elif token["name"]:
            writer.add_tag(token)
        else:
            writer.add_breaks(piece)
    return writer.markup


def find_unseen(text: str, shown: Container[int]) -> Iterator[tuple[int, int]]:
    """Begin and end of each element that a browser does not show.

    Those that are read nevertheless are entered.
    """
    for token, end, is_unseen in _places(text, shown):
        if is_unseen and end > token.end():
            yield token.start(), end


def _tokens(text: str, shown: Container[int]) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The pieces of a text; a tag comes with its parts, and what nobody sees as a text of line breaks."""
    position = 0
    for token, end, is_unseen in _places(text, shown):
        yield text[position : token.start()], None
        if end > token.end():
            yield "\n" * text.count("\n", token.start(), end), None
        elif is_unseen and token["name"].lower() == "iframe":
            yield from _tokens(frame_markup(token[0]), ())
        else:
            yield token[0], token
        position = end
    yield text[position:], None


def _places(text: str, shown: Container[int]) -> Iterator[tuple[re.Match[str], int, bool]]:
    """Each tag with its end; of an element whose content nobody sees, that of the element.

    Besides, whether it begins what is a part of the page that browsers do not show.
    """
    hidden = find_hidden(text, _tags(text)) if may_hide(text) else {}
    missing: set[str] = set()
    search = 0
    while token := _TOKEN.search(text, search):
        begin = token.start()
        is_unseen = begin in hidden or _is_unseen(token)
        if is_unseen and begin in shown:
            end = token.end()
        else:
            end = hidden.get(begin) or _end_of(text, token, missing)
        if end >= 0:
            yield token, end, is_unseen
        search = max(end, token.end())


def _tags(text: str) -> Iterator[re.Match[str]]:
    """The tags of a text, but none in comments and scripts."""
    missing: set[str] = set()
    search = 0
    while token := _TOKEN.search(text, search):
        search = (
            token.end() if _is_unseen(token) else max(token.end(), _end_of(text, token, missing))
        )
        if token["name"]:
            yield token


def _is_unseen(token: re.Match[str]) -> bool:
    """Whether a tag begins an element that browsers do not show, whatever the tag says."""
    return not token["close"] and (token["name"] or "").lower() in _UNSEEN


def _end_of(text: str, token: re.Match[str], missing: set[str]) -> int:
    """Where a token ends, with the content that goes with it; below 0 for a comment that never does.

    :param missing: ends that the rest of the text does not have; brought up to date
    """
    name = "--" if token["comment"] else (token["name"] or "").lower()
    if name != "--" and (token["close"] or name not in _LEFT_OUT):
        return token.end()
    if name not in missing:
        pattern = "-->" if name == "--" else rf"</{name}\s*>"
        start = token.start() + 2 if name == "--" else token.end()
        if found := re.compile(pattern, re.IGNORECASE).search(text, start):
            return found.end()
        missing.add(name)
    return -1 if name == "--" else token.end()


class _Writer:
    """Writes markup anew, piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: list[str] = []
        """Tables, rows and cells that are open."""
        self._broken = 0
        """How many elements are open whose line breaks count."""

    @property
    def markup(self) -> str:
        """What was written."""
        return "".join(self._pieces)

    def add_breaks(self, piece: str) -> None:
        """The line breaks of something that nobody sees."""
        self._pieces.append("\n" * piece.count("\n"))

    def add_text(self, text: str) -> None:
        """Text, its entities as characters."""
        plain = _ENTITY.sub(_character, text) if "&" in text else text
        plain = html.escape(plain, quote=False)
        self._pieces.append(plain.replace("\n", "<br>\n") if self._broken else plain)

    def add_tag(self, token: re.Match[str]) -> None:
        """A tag that a parser knows, or its line breaks."""
        name, closes = token["name"].lower(), bool(token["close"])
        if name in _DROPPED:
            self.add_breaks(token[0])
            return
        if name in _BROKEN_LINES:
            name = "pre"
            self._broken = max(0, self._broken + (-1 if closes else 1))
        if name in _ENDED_BY:
            self._in_table(name, token, closes=closes)
        else:
            self._write(name, token, closes=closes)

    def _in_table(self, name: str, token: re.Match[str], *, closes: bool) -> None:
        """A tag of a table; one that ends what is not open is left out."""
        if not closes:
            self._end(_ENDED_BY[name])
            if name in _CELL and self._open[-1:] == ["table"]:
                self._open.append("tr")
                self._pieces.append("<tr>")
            self._open.append(name)
            self._write(name, token, closes=False)
            return
        self._end(_INSIDE[name])
        if self._open and self._open[-1] in _SAME[name]:
            self._write(self._open.pop(), token, closes=True)
        else:
            self.add_breaks(token[0])

    def _write(self, name: str, token: re.Match[str], *, closes: bool) -> None:
        """A tag with the attributes that the reader asks for, and no others."""
        said = "" if closes else "".join(map(_attribute, _ATTRIBUTE.finditer(token["rest"])))
        self._pieces.append(f"<{token['close']}{name}{said}>")
        self.add_breaks(token[0])

    def _end(self, names: tuple[str, ...]) -> None:
        """End what is open, from the inside out, as long as it has one of some names."""
        while self._open and self._open[-1] in names:
            self._pieces.append(f"</{self._open.pop()}>")


_CELL, _ROW = ("td", "th"), ("td", "th", "tr")
_ENDED_BY = {"table": (), "tr": _ROW, "td": _CELL, "th": _CELL}
"""Tag that begins → what it ends where that is open."""
_INSIDE = {"table": _ROW, "tr": _CELL, "td": (), "th": ()}
"""Tag that ends → what ends with it."""
_SAME = {"table": ("table",), "tr": ("tr",), "td": _CELL, "th": _CELL}


def _attribute(match: re.Match[str]) -> str:
    """An attribute as a parser reads it."""
    value = match["double"] or match["single"] or match["bare"] or ""
    return f' {match["name"].lower()}="{html.escape(html.unescape(value))}"'


def _character(match: re.Match[str]) -> str:
    """The characters of an entity; a line break among them breaks no line of the source."""
    return html.unescape(match[0]).replace("\n", " ")
