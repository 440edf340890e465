r"""Gazette text as Markdown that can never become markup.

The dialect is Python-Markdown with ``attr_list``, ``def_list``, ``md_in_html``, ``tables`` and
``toc``. Characters that open markup anywhere are always escaped, those that do so only at the start
of a block (``1.``, ``#``, ``-`` …) only there, so that ``第1.5条`` stays readable. What a backslash
cannot escape becomes an entity. CommonMark reads the result the same way.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from generator.lexicon.characters import HAN
from generator.words.say import spoken

Inserts = Sequence[tuple[int, str]]
"""Markup of this program's own making and the offsets of a text before
which it goes, in ascending order."""
_PLACE = "\ufdd0"
"""A noncharacter that holds the place of an insert; :func:`clean` leaves none in a text."""
_BLANKS = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_ANYWHERE = re.compile(r"[\\`*_{}<&\]](?<!\](?![(\[]))")
"""What is markup in any text; a brace would end the attributes of the number of its line, which is a link before it."""
_IN_LABEL = re.compile(r"[\\`*_{}<&\[\]]")
_BESIDE_LINKS = re.compile(r"[\\`*_{}<&\[\]!]")
"""What is escaped in a text that holds links:
a bracket or ``!`` could join one, a brace its list of attributes."""
_MOST_OPEN = 30
"""Brackets that a text may open as they are:
for each, Python-Markdown looks through all that follows for its end."""
_MOST_SIGNS = 300
"""Signs of markup in a text of Markdown: for each, Python-Markdown copies the whole text."""
_ORDERED = re.compile(r"(\d+)([.)])(?= |$)")
_CLOSING_HASHES = re.compile(r"((?:\\.|[^\\])*?)(#+)")
_AT_START = "#+->[~=!"
_ASCII_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_HAN = re.compile(HAN)
_SENTENCE = re.compile("[A-Za-z]{2,} [A-Za-z]{2,}")
"""What only a sentence of the program has."""
GAZETTES_TAG = "zh-Hans"
"""The language of the text of gazettes."""
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
"""What is markup in HTML, the sign that the entities themselves have first."""
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_START_ENTITIES = {":": "&#58;", "~": "&#126;", "=": "&#61;", "|": "&#124;"}


def clean(text: str) -> str:
    """The text on one line.

    Runs of blanks and line ends are one blank, control characters are gone.
    """
    if (
        text.isprintable() and "  " not in text
    ):  # neither a control nor a line end, as in most texts
        return text.strip()
    return _BLANKS.sub(" ", _UNPRINTABLE.sub("", text)).strip()


def escape(text: str, inserts: Inserts = ()) -> str:
    """Markdown whose rendered text is ``clean(text)``.

    It fits the start of a block and any place inside one.
    Inserts (offsets of ``text``) are put between its characters.
    """
    if not inserts:
        cleaned = clean(text)
        return in_its_language(cleaned, _escape_start(_escape_inside(cleaned)))
    cleaned, inserts = clean_with(text, inserts)
    linked = any(markup == "[" for _, markup in inserts)
    marked = _hold_places(cleaned, inserts)
    escaped = _escape_start(_escape_inside(marked, linked=linked))
    written = _fill_places(escaped, inserts)
    return _chinese(written) if language_of(cleaned) else written


def _escape_inside(text: str, *, linked: bool = False) -> str:
    """The text with all that is markup in any place made harmless.

    :param linked: whether links are in it
    """
    special = _BESIDE_LINKS if linked or text.count("[") > _MOST_OPEN else _ANYWHERE
    return special.sub(_escape_character, text)


def is_heavy(text: str) -> bool:
    """Whether a text has more signs of markup than Markdown reads in good time.

    It is written as HTML then.
    """
    return len(text) > _MOST_SIGNS and len(_BESIDE_LINKS.findall(text)) > _MOST_SIGNS


def escape_label(text: str) -> str:
    """As :func:`escape`, for the label of a link: no bracket can close it, nor make an address of it (``]:``)."""
    cleaned = clean(text)
    label = _IN_LABEL.sub(_escape_character, cleaned).replace(r"\]:", "&#93;:")
    return in_its_language(cleaned, _escape_start(label))


def escape_heading(text: str, inserts: Inserts = ()) -> str:
    """As :func:`escape`, for a heading: its last ``#`` is no closing mark."""
    escaped = escape(text, inserts)
    match = _CLOSING_HASHES.fullmatch(escaped)
    return match[1] + r"\#" * len(match[2]) if match else escaped


def is_plain(text: str) -> bool:
    """Whether nothing of a text is escaped in the label of a link."""
    return text == clean(text) == _escape_start(_IN_LABEL.sub(_escape_character, text))


def escape_html(text: str, inserts: Inserts = ()) -> str:
    """Text or attribute value of raw HTML; its line ends are blanks.

    It inserts as :func:`escape` does.
    """
    if not inserts:
        return _as_html(clean(text))
    cleaned, inserts = clean_with(text, inserts)
    return _fill_places(_as_html(_hold_places(cleaned, inserts)), inserts)


def _as_html(text: str) -> str:
    """The text with what is markup in HTML as entities."""
    for sign, entity in _HTML.items():
        text = text.replace(sign, entity)
    return text


def in_its_language(text: str, markup: str) -> str:
    """Markup of a text without tags or links, which says what is Chinese where the site speaks another language.

    What the program says is not Chinese there, so words with a Chinese character are a gazette's;
    the tag is around them from the first to the last: ``<span lang=…>某市公报</span> 2021, No. 4``. In a
    sentence of the program that quotes some it is around these.
    """
    if not language_of(text):
        return markup
    words = [(bool(_HAN.search(word)), word) for word in markup.split(" ")]
    if not _SENTENCE.search(text):
        return _from_first_to_last(words)
    runs = [(key, [word for _, word in run]) for key, run in groupby(words, lambda word: word[0])]
    return " ".join(_chinese(" ".join(run)) if key else " ".join(run) for key, run in runs)


def _from_first_to_last(words: Sequence[tuple[bool, str]]) -> str:
    """Words, of which some are Chinese, with the tag around these and all between them."""
    places = [place for place, (is_chinese, _) in enumerate(words) if is_chinese]
    first, after = places[0], places[-1] + 1
    plain = [word for _, word in words]
    return " ".join([*plain[:first], _chinese(" ".join(plain[first:after])), *plain[after:]])


def _chinese(markup: str) -> str:
    """Markup in a tag that says that it is Chinese."""
    return f'<span lang="{GAZETTES_TAG}">{markup}</span>'


def language_of(text: str) -> str:
    """The attribute with which a tag says that its text is Chinese; nothing where that is the site's language."""
    return "" if spoken().is_chinese or not _HAN.search(text) else f' lang="{GAZETTES_TAG}"'


def escape_attribute(text: str) -> str:
    """Attribute value of a tag inside Markdown.

    Whatever could be markup there is a numeric entity.
    """
    return _ASCII_SIGN.sub(lambda match: f"&#{ord(match[0])};", clean(text))


def clean_with(text: str, inserts: Inserts) -> tuple[str, Inserts]:
    """The text as :func:`clean` leaves it, and the inserts with their offsets in it."""
    cleaned = clean(text)
    if cleaned == text:
        return cleaned, inserts
    offsets = _offsets(text)
    return cleaned, [(min(offsets[offset], len(cleaned)), markup) for offset, markup in inserts]


def _offsets(text: str) -> list[int]:
    """Where each character of a text goes when the text is cleaned, and where the text ends."""
    offsets: list[int] = []
    length, blank = 0, False
    for character in text:
        if _UNPRINTABLE.match(character):
            offsets.append(length)
        elif _BLANKS.match(character) or character.isspace():
            offsets.append(length)
            blank = True
        else:
            length += blank and length > 0
            blank = False
            offsets.append(length)
            length += 1
    return [*offsets, length]


def _hold_places(text: str, inserts: Inserts) -> str:
    """The text with a place held before the offset of each insert."""
    ends = [0, *(offset for offset, _ in inserts), len(text)]
    return _PLACE.join(text[begin:end] for begin, end in pairwise(ends))


def _fill_places(text: str, inserts: Inserts) -> str:
    """The text with the inserts in their places."""
    pieces = text.split(_PLACE)
    markup = [*(markup for _, markup in inserts), ""]
    return "".join(piece + insert for piece, insert in zip(pieces, markup, strict=True))


def _escape_character(match: re.Match[str]) -> str:
    """One character that opens markup wherever it is."""
    return _ENTITIES.get(match[0], f"\\{match[0]}")


def _escape_start(text: str) -> str:
    """The text with its first characters made harmless as the start of a block."""
    if text[:1].isalpha():
        return text
    if text[:1] in _START_ENTITIES:
        return _START_ENTITIES[text[0]] + text[1:]
    if text[:1] and text[0] in _AT_START:
        return f"\\{text}"
    return _ORDERED.sub(r"\1\\\2", text, count=1) if _ORDERED.match(text) else text
