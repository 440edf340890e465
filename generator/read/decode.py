"""Bytes → text: encodings, line ends and control characters."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from generator.errors import NotAGazette
from generator.lexicon.characters import HAN
from generator.model import Finding
from generator.read.mixed_lines import UNDECODED, decode_mixed
from generator.words.say import say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"GIF8",
    b"{\\rtf",
)
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\xad\u034f\u061c\u180e\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef"
    r"\ufff9-\ufffb\ufffe\uffff]",
)
"""Control characters of C0 and C1, the invisible ones of Unicode (the soft hyphen is one),
and what is no character at all."""
_OTHER_LINE_END = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")
_BINARY_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Those of them that text copied from a web page does not have; much of a binary file is such."""
_HAN = re.compile(HAN)
_CHINESE = re.compile(rf"{HAN}|[\t\n\r -~\u2010-\u203b\u3000-\u303f\uff00-\uff5e]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class TextLimits:
    """What bytes hold that are a text."""

    head: int = 2000
    """Bytes at the beginning in which zeros are counted, to know UTF-16 without a mark."""
    zeros: int = 4
    """UTF-16 has more than one zero byte among this many there;
    with fewer the bytes are read as UTF-8."""
    chinese: float = 0.9
    """Share of Chinese characters, figures and Latin letters there of a text in UTF-16 that has fewer zeros."""
    sample: int = 20000
    """Characters at the beginning in which control characters are counted."""
    controls: int = 400
    """Most control characters there (2 %), invisible ones of Unicode not counted;
    bytes with more are no text."""
    broken: int = 100
    """Fewest characters for one that cannot be decoded (1 %); bytes with fewer are in another encoding."""


TEXT = TextLimits()


def _encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[: TEXT.head]
    if head.count(b"\0") > len(head) // TEXT.zeros and len(data) % 2 == 0:
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    if b"\0" in head:
        for name in ("utf-16-le", "utf-16-be"):
            if _is_chinese(head.decode(name, "replace")):
                return name
    return "utf-8"


def _is_chinese(text: str) -> bool:
    """Whether a text is Chinese with line ends; in the wrong byte order a line feed is a letter of Gurmukhi."""
    return "\n" in text and len(_CHINESE.findall(text)) >= TEXT.chinese * len(text)


def decode(data: bytes, source: str) -> tuple[str, list[Finding]]:
    r"""The text of a source with ``\n`` as line end, and findings on removed control characters.

    UTF-8 (with or without BOM), UTF-16 and GB18030 are tried in this order; before them both of two encodings, where
    lines are in UTF-8 and others in GB18030.

    :raises NotAGazette: when the file is empty or none of the encodings fits
    """
    if not data.strip():
        raise NotAGazette(source, 0, "the file is empty")
    if data.startswith(_BINARY):
        raise NotAGazette(
            source, 0, "the file is no text but a document or picture in a binary format"
        )
    if not _is_whole(data) and (mixed := decode_mixed(data)):
        text, findings = mixed
        if _is_text(text) and text.count(UNDECODED) * TEXT.broken <= len(text):
            clean, controls = _clean(text)
            return clean, findings + controls
    for encoding in (_encoding(data), "gb18030"):
        decoded = _decoded(data, encoding)
        if decoded and (encoding == "utf-8" or _HAN.search(decoded)) and _is_text(decoded):
            return _clean(decoded)
    raise _refusal(data, source)


def _is_whole(data: bytes) -> bool:
    """Whether all bytes are UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_text(text: str) -> bool:
    """Whether a text has few of the control characters that binary files have."""
    return len(_BINARY_CONTROL.findall(text[: TEXT.sample])) <= TEXT.controls


def _refusal(data: bytes, source: str) -> NotAGazette:
    """Why bytes are no text: too many of a text in UTF-8 are damaged, or no encoding fits at all."""
    text = data.decode("utf-8", "replace")
    if not (_is_utf_8(data) and _HAN.search(text)) or _BINARY_CONTROL.search(text[: TEXT.sample]):
        return NotAGazette(source, 0, "the file is neither UTF-8, UTF-16 nor GB18030 text")
    broken, line = text.count(UNDECODED) - data.count(UNDECODED.encode()), 0
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    reason = (
        f"{broken:,} of {len(text):,} characters are damaged UTF-8, this line has the first of them"
    )
    return NotAGazette(source, line, f"{reason}; one in {TEXT.broken} may be")


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text of some bytes; a few that are damaged are U+FFFD, with more of them it is None."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    else:
        if encoding != "gb18030":
            return text
    if encoding == "gb18030" and _is_utf_8(data):
        return None
    broken = text.count(UNDECODED) - data.count(UNDECODED.encode(encoding))
    return text if broken * TEXT.broken <= len(text) and _HAN.search(text) else None


def _is_utf_8(data: bytes) -> bool:
    """Whether bytes are UTF-8 though some are damaged: most of what is not ASCII has been decoded."""
    text = data.decode("utf-8", "replace")
    return text.count(UNDECODED) * 2 <= len(_FOREIGN.findall(text))


def _clean(text: str) -> tuple[str, list[Finding]]:
    """Unix line ends and no control characters; only a line feed ends a line, as in an editor.

    In a text that has none, another character of Unicode that ends lines does (U+0085, U+2028, VT, FF).
    """
    text = re.sub(r"\r\n?", "\n", text).removeprefix("\ufeff")
    if "\n" not in text.strip():
        text = _OTHER_LINE_END.sub("\n", text)
    if not CONTROL.search(text):
        return text, []
    findings = [
        Finding(
            line=number,
            kind="control-character",
            severity="info",
            found=_name_controls(hits),
            message=say("message.control-character"),
        )
        for number, line in enumerate(text.split("\n"), 1)
        if (hits := CONTROL.findall(line))
    ]
    return CONTROL.sub("", text), findings


def _name_controls(hits: list[str]) -> str:
    """The names of control characters, with how often each is there: ``U+0007 U+200B×12``."""
    return " ".join(
        f"U+{ord(char):04X}" + (f"×{times}" if times > 1 else "")
        for char, times in Counter(hits).items()
    )
