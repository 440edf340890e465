r"""Markdown that is no text: escapes (``1\.``), pictures, and figures set as LaTeX (``$18\%$``)."""

import re

from generator.model import Finding
from generator.read.lines import Line
from generator.read.repairs.markup import MOST_SHOWN, markup_finding

_PICTURE = re.compile(
    r"!\[[^\[\]]{0,200}\]\([^()\s]{0,300}\)|<img\b[^<>]{0,300}>|<!--.{0,200}?-->", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\([.\-*_+#>|()\[\]{}!~`])")
_LATEX = re.compile(r"\$(?P<inside>[^$\n]{1,80})\$")
_COMMANDS = (
    (re.compile(r"\\(?:mathrm|text|mathbf|rm|mathit)\s*\{([^{}]*)\}"), r"\1"),
    (
        re.compile(r"\\textcircled\s*\{\s*(20|1\d|[1-9])\s*\}"),
        lambda match: chr(0x245F + int(match[1])),
    ),
    (re.compile(r"\^\s*\{?\s*\\circ\s*\}?"), "°"),
    (re.compile(r"\^\s*\{?\s*2\s*\}?"), "²"),
    (re.compile(r"\^\s*\{?\s*3\s*\}?"), "³"),
    (re.compile(r"\\(?:geq?|geqslant)(?![a-z])"), "≥"),
    (re.compile(r"\\(?:leq?|leqslant)(?![a-z])"), "≤"),
    (re.compile(r"\\times(?![a-z])"), "×"),
    (re.compile(r"\\(?:sim|thicksim)(?![a-z])"), "~"),
    (re.compile(r"\\pm(?![a-z])"), "±"),
    (re.compile(r"\\cdot(?![a-z])"), "·"),
    (re.compile(r"\\([%&#$_])"), r"\1"),
    (re.compile(r"[\s{}]+|\\[,;! ]"), ""),
)
"""Commands of LaTeX that recognisers print, and the characters that they stand for."""
_FORMULA = re.compile(r"[^\\^{}]+")


def drop_formulas(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without escapes and pictures, their figures as characters.

    What no character represents is kept.
    """
    kept: list[Line] = []
    findings: list[Finding] = []
    for line in lines:
        text = _strip(line.text)
        plain = line
        if text != line.text:
            findings.append(markup_finding(line.number, " ".join(_find(line.text)[:MOST_SHOWN])))
            plain = line.with_text(text if line.cells else text.strip())
        if text.strip():
            kept.append(plain)
    return kept, findings


def _find(text: str) -> list[str]:
    """The pictures, escapes and formulas of a text."""
    found: list[str] = []
    for pattern in (_PICTURE, _ESCAPE, _LATEX):
        found += [match[0] for match in pattern.finditer(text)]
    return found


def _strip(text: str) -> str:
    """A text without pictures and escapes, its formulas as characters."""
    text = _PICTURE.sub("", text)
    text = _ESCAPE.sub(r"\1", text)
    return _LATEX.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    """The characters of a formula, or the formula as it is when it holds more than they can say."""
    text = match["inside"]
    for pattern, plain in _COMMANDS:
        text = pattern.sub(plain, text)
    return text if _FORMULA.fullmatch(text) else match[0]
