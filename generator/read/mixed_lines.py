"""A source whose lines are in two encodings, as where texts of two programs were put together: UTF-8 and GB18030.

A line is in the encoding in which it can be decoded; one of the other in a text in UTF-8 is nearly nothing but damage
there, and one in UTF-8 in a text in GB18030 is Chinese in UTF-8, which no line in GB18030 ever is.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.lexicon.characters import HAN
from generator.model import Finding
from generator.words.say import say

UTF_8, GB = "utf-8", "gb18030"
NAMES = {UTF_8: "UTF-8", GB: "GB18030"}
_HAN = re.compile(HAN)
_USUAL = re.compile(rf"(?:{HAN}|[\t\r -~\u00b7\u2010-\u203b\u3000-\u303f\uff00-\uff5e])*")
"""Chinese characters and signs, figures and Latin letters."""
_FOREIGN = re.compile(r"[^\x00-\x7f]")
UNDECODED = "\ufffd"
"""Represents bytes that could not be decoded."""


@dataclass(frozen=True, slots=True)
class MixedLimits:
    """What a line in the other encoding is."""

    han: int = 2
    """Fewest Chinese characters of such a line."""


MIXED = MixedLimits()


def decode_mixed(data: bytes) -> tuple[str, list[Finding]] | None:
    """The text of a source in two encodings with a finding for each stretch in the rarer one; None for any other."""
    if b"\0" in data:
        return None
    lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
    own = [_encoding_of(line) for line in lines]
    main = UTF_8 if own.count(UTF_8) >= own.count(GB) else GB
    if UTF_8 not in own or GB not in own:
        return None
    text = "\n".join(
        line.decode(encoding, "replace") if encoding else _decode_unsure(line, main)
        for line, encoding in zip(lines, own, strict=True)
    )
    return text, list(_findings(own, main))


def _decode_unsure(line: bytes, main: str) -> str:
    """A line that is too short to show its encoding, in which it is Chinese: that of most lines, else the other.

    通知 in GB18030 is also a text in UTF-8, of two letters that no gazette has.
    """
    texts = [line.decode(one, "replace") for one in (main, UTF_8 if main == GB else GB)]
    return next((text for text in texts if _USUAL.fullmatch(text)), texts[0])


def _encoding_of(line: bytes) -> str | None:
    """The encoding that the bytes of a line show, or None."""
    if line.isascii():
        return None
    text = line.decode(UTF_8, "replace")
    if text.count(UNDECODED) * 2 <= len(_FOREIGN.findall(text)):
        return UTF_8 if _is_chinese(text.replace(UNDECODED, "")) else None
    try:
        text = line.decode(GB)
    except UnicodeDecodeError:
        return None
    return GB if _is_chinese(text) else None


def _is_chinese(text: str) -> bool:
    """Whether a line is Chinese and nothing else."""
    return _USUAL.fullmatch(text) is not None and len(_HAN.findall(text)) >= MIXED.han


def _findings(own: list[str | None], main: str) -> Iterator[Finding]:
    """One finding for each stretch of lines in the rarer encoding."""
    known = [(number, encoding) for number, encoding in enumerate(own, 1) if encoding]
    for encoding, group in groupby(known, key=lambda line: line[1]):
        numbers = [number for number, _ in group]
        if encoding != main:
            message = say(
                "message.mixed-encoding",
                n=len(numbers),
                encoding=NAMES[encoding],
                other=NAMES[main],
            )
            yield Finding(line=numbers[0], kind="mixed-encoding", severity="info", message=message)
