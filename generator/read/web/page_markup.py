"""Markup as people write it → markup that a parser cannot misunderstand.

What a browser shows is text, whatever a parser would make of it: text behind ``</html>``, a ``<`` that
opens no tag, a comment without an end, the content of a ``<textarea>``. Rows and cells that nobody
closed are closed. Every line break stays where it is.
"""

import html
import re
from collections.abc import Iterator

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
_LEFT_OUT = frozenset(("script", "style", "noscript", "template", "iframe", "title"))
"""Elements of which no reader of the page sees the content; other text in ``<head>`` is shown."""
_DROPPED = frozenset((
    "html", "head", "body", "ruby", "rb", "rt", "rp", "rtc", "noembed", "noframes", *_LEFT_OUT,
))  # fmt: skip
"""Tags that say nothing of lines; what is in such elements is text."""
_BROKEN_LINES = frozenset(("pre", "textarea", "xmp", "listing", "plaintext"))
"""Elements whose line breaks are those of the print."""


def clean_markup(text: str) -> str:
    """The markup of a page or a table, its text where it was."""
    writer = _Writer()
    for piece, token in _tokens(text):
        if token is None:
            writer.add_text(piece)
        elif token["name"]:
            writer.add_tag(token)
        else:
            writer.add_breaks(piece)
    return writer.markup


def _tokens(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The pieces of a text; a tag comes with its parts, and what nobody sees as a text of line breaks."""
    missing: set[str] = set()
    position = search = 0
    while token := _TOKEN.search(text, search):
        end = _end_of(text, token, missing)
        if end < 0:
            search = token.end()
            continue
        yield text[position : token.start()], None
        if end > token.end():
            yield "\n" * text.count("\n", token.start(), end), None
        else:
            yield token[0], token
        position = search = end
    yield text[position:], None


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
