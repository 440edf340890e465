"""Bytes → text: encodings, line ends and control characters."""

import codecs
import re

from generator.errors import NotAGazette
from generator.model import Finding

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufffe]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def _encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:2000]
    if head.count(b"\0") > len(head) // 4 and len(data) % 2 == 0:
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    return "utf-8"


def decode(data: bytes, source: str) -> tuple[str, list[Finding]]:
    """The text of a source with ``\\n`` as line end, and findings on removed control characters.

    UTF-8 (with or without BOM), UTF-16 and GB18030 are tried in this order.

    :raises NotAGazette: when the file is empty or none of the encodings fits
    """
    if not data.strip():
        raise NotAGazette(source, 0, "the file is empty")
    for encoding in (_encoding(data), "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _HAN.search(text):
            return _clean(text)
    raise NotAGazette(source, 0, "the file is neither UTF-8, UTF-16 nor GB18030 text")


def _clean(text: str) -> tuple[str, list[Finding]]:
    """Unix line ends, no control characters; form feeds and vertical tabs end a line."""
    text = re.sub(r"\r\n?|\x85|\u2028|\u2029", "\n", text).replace("\f", "\n").replace("\x0b", "\n")
    if not _CONTROL.search(text):
        return text, []
    findings = [
        Finding(line=number, kind="control-character", severity="info", found=" ".join(f"U+{ord(c):04X}" for c in hits[:8]),
                message="删去不可见的控制字符")
        for number, line in enumerate(text.split("\n"), 1)
        if (hits := [c for c in _CONTROL.findall(line) if c != "\ufeff" or number > 1])
    ]
    return _CONTROL.sub("", text), findings
