"""Markup that the recogniser added.

E.g. ``**bold**``, ``<b>``, ``<u>``, ``<sub>``, entities, rules of Markdown tables.
"""

import html
import re
from collections.abc import Iterator

from generator.lexicon.characters import HAN, IDEOGRAPHS
from generator.model import Finding
from generator.read.lines import LINE_END, SITE, Line, is_pipe_rule
from generator.words.say import say

_TAG = re.compile(
    r"</?(?:a|b|u|i|em|strong|sub|sup|br|span|font|center|p|mark|div|h[1-6]|ins|small|big|o:p|st1:[a-z]{1,20})\b"
    r"[^<>\t]{0,400}/?>",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"<br\b[^<>\t]{0,80}/?>", re.IGNORECASE)
_BOLD = re.compile(
    r"\*\*(?=\S)(?P<bold>[^*]+?)\*\*"
    r"|\*\*"
    rf"|(?<![*\w])\*(?=[{IDEOGRAPHS}“《])(?P<apart>[^*\s]{{1,40}})\*(?!\*)"
    rf"|(?<={HAN})\*(?=[{IDEOGRAPHS}“《])(?P<inside>[^*\s]{{1,40}})\*(?!\*)",
)
"""``**bold**``, a lone ``**``, and ``*italic*`` apart from or inside Chinese text."""
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#[0-9]{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\t]{1,200})\]"
    r"\((?:#|https?:|\.{0,2}/|[\w/-]{1,80}\.(?:md|html?|pdf))[^()\s]{0,200}\)",
)
"""``[某某市人民政府关于…的通知](#p1)``; a year in square brackets before a parenthesis is no link."""
_ANY = re.compile(r"[<*&\[]")
"""Every piece of markup holds one of these; most lines have none and need no further look."""
_RULE = re.compile(r"[-*_=]{3,}|[-*_](?: ?[-*_]){2,}")
"""``---``, ``* * *``."""
_RULES = frozenset("-*_=")
"""What a rule is made of."""


def drop_markup(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without markup; each mark that went is recorded, and what is in the place of an entity."""
    kept: list[Line] = []
    findings: list[Finding] = []
    for line in lines:
        raw = line.raw.strip()
        if (line.cells and is_pipe_rule(line)) or (raw[:1] in _RULES and _RULE.fullmatch(raw)):
            findings.append(markup_finding(line.number, raw))
            continue
        has_marks = line.mark or _ANY.search(line.text)
        text, taken = _strip(line) if has_marks else (line.text, [])
        plain = line
        if taken:
            findings += marks_findings(line.number, taken)
            plain = line.with_text(text)
        if plain.text.strip():
            kept.append(plain)
    return kept, findings


Taken = tuple[str, str]
"""A piece of markup, and the characters that it represents."""


def _strip(line: Line) -> tuple[str, list[Taken]]:
    """A text without its markup, what links, tags and asterisks hold kept; and what was taken out."""
    taken = [(line.mark, "")] if line.mark and line.mark != SITE else []
    text = line.text

    def inside(match: re.Match[str]) -> str:
        """What a link or asterisks hold, their marks recorded."""
        held = next(filter(None, match.groups()), "")
        before, _, behind = match[0].partition(held) if held else (match[0], "", "")
        taken.extend((mark, "") for mark in (before, behind) if mark)
        return held

    def plain(match: re.Match[str]) -> str:
        """The characters of an entity, which is recorded with them."""
        taken.append((match[0], html.unescape(match[0])))
        return taken[-1][1]

    def between(match: re.Match[str]) -> str:
        """Nothing in the place of a tag, which is recorded; one that ends a line inside a cell is a line end there."""
        taken.append((match[0], ""))
        return LINE_END if line.cells and _LINE_END.fullmatch(match[0]) else ""

    for sign, pattern, kept in (
        ("](", _LINK, inside), ("<", _TAG, between), ("*", _BOLD, inside), ("&", _ENTITY, plain),
    ):  # fmt: skip
        if sign in text:
            text = pattern.sub(kept, text)
    return (text.strip(" ") if taken else line.text), taken


def marks_findings(number: int, taken: list[Taken]) -> Iterator[Finding]:
    """What is said of the markup of a line: its marks together, and each piece that represents characters."""
    marks = [mark for mark, plain in taken if not plain.strip()]
    if marks:
        yield markup_finding(number, " ".join(marks))
    for mark, plain in taken:
        if plain.strip() and plain != mark:
            yield markup_finding(number, mark, plain)


def markup_finding(number: int, found: str, correct: str = "") -> Finding:
    """What is said of the layout of a recogniser that was taken out of a line."""
    return Finding(
        line=number,
        kind="markup",
        severity="info",
        found=found,
        correct=correct,
        message=say("message.markup"),
    )
