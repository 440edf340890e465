"""Bytes of a source → numbered lines → repaired lines."""

from generator.model import Finding
from generator.read.decode import decode
from generator.read.html import is_html, read_html
from generator.read.lines import Line, read_lines
from generator.read.repairs import repair

__all__ = ["Line", "read_source", "repair"]


def read_source(data: bytes, source: str) -> tuple[list[Line], list[Finding]]:
    """The repaired lines of a source and what was repaired.

    :raises NotAGazette: when the bytes are no text
    """
    text, findings = decode(data, source)
    lines = read_html(text) if is_html(text) else read_lines(text)
    repaired, remarks = repair(lines)
    return repaired, findings + remarks
