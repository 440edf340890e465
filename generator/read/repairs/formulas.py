r"""Markdown that is no text: escapes (``1\.``), pictures, and figures set as LaTeX (``$18\%$``).

The bytes of a picture may be inside its link.
"""

import re

from generator.model import Finding
from generator.read.lines import Line
from generator.read.repairs.markup import Taken, marks_findings

_PICTURE = re.compile(
    r"!\[[^\[\]\t]{0,200}\]\((?:data:[^()\s]*+|[^()\s]{0,300})\)"
    r"|<img\b[^<>\t]{0,300}(?:data:[^<>\t]*+)?>|<!--[^\n\t]{0,200}?-->",
    re.IGNORECASE,
)
"""None of these goes from one cell of a row into another, as no formula does: ``| $100 | $200 |``."""
_ESCAPE = re.compile(r"\\([.\-*_+#>|()\[\]{}!~`])")
_ANY = re.compile(r"[\\$!<]")
"""Every escape, picture and formula holds one of these; most lines have none and need no further look."""
_LATEX = re.compile(r"\$(?P<inside>[^$\n\t]{1,80})\$")
_INLINE = re.compile(r"\\\((?P<inside>[^$\n\t]{1,80}?)\\\)")
"""The same between the other marks of a formula: ``\\(〔2021〕3\\)``."""
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
_NUMBERED = re.compile(r"\\\([^\\]{0,40}[〔\[［(（﹝【]?\d{4}[〕\]］)）﹞】]")
"""What a document number set as a formula holds; elsewhere \\( is an escaped bracket."""
_FORMULA = re.compile(r"[^\\^{}]+")


def drop_formulas(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without escapes and pictures, their figures as characters.

    What no character represents is kept.
    """
    kept: list[Line] = []
    findings: list[Finding] = []
    for line in lines:
        if not _ANY.search(line.text):
            if line.mark or line.text.strip():
                kept.append(line)
            continue
        text, taken = _strip(line.text)
        plain = line
        if taken:
            findings += marks_findings(line.number, taken)
            plain = line.with_text(text if line.cells else text.strip())
        if text.strip() or line.mark:
            kept.append(plain)
    return kept, findings


def _strip(text: str) -> tuple[str, list[Taken]]:
    """A text without pictures and escapes, its formulas as characters; and what was taken out."""
    taken: list[Taken] = []

    def drop(match: re.Match[str]) -> str:
        """Nothing for a picture, the character behind the mark for an escape."""
        kept = match[1] if match.re is _ESCAPE else ""
        taken.append((match[0].removesuffix(kept), ""))
        return kept

    def resolve(match: re.Match[str]) -> str:
        """The characters of a formula."""
        plain = _plain(match)
        if plain != match[0]:
            taken.append((match[0], plain))
        return plain

    if _NUMBERED.search(text):
        text = _INLINE.sub(resolve, text)
    for pattern, replaced in ((_PICTURE, drop), (_ESCAPE, drop), (_LATEX, resolve)):
        text = pattern.sub(replaced, text)
    return text, taken


def _plain(match: re.Match[str]) -> str:
    """The characters of a formula, or the formula as it is when it holds more than they can say."""
    text = match["inside"]
    for pattern, plain in _COMMANDS:
        text = pattern.sub(plain, text)
    return text if _FORMULA.fullmatch(text) else match[0]
