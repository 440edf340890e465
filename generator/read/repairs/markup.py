"""Markup that the recogniser added.

E.g. ``**bold**``, ``<b>``, ``<u>``, ``<sub>``, entities, rules of Markdown tables.
"""

import html
import re

from generator.lexicon.characters import HAN, IDEOGRAPHS
from generator.model import Finding
from generator.read.lines import LINE_END, SITE, Line, is_pipe_rule
from generator.words.say import say

_TAG = re.compile(
    r"</?(?:b|u|i|em|strong|sub|sup|br|span|font|center|p|mark)\b[^<>]{0,80}/?>", re.IGNORECASE
)
_LINE_END = re.compile(r"<br\b[^<>]{0,80}/?>", re.IGNORECASE)
_BOLD = re.compile(
    r"\*\*(?=\S)(?P<bold>[^*]+?)\*\*"
    r"|\*\*"
    rf"|(?<![*\w])\*(?=[{IDEOGRAPHS}“《])(?P<apart>[^*\s]{{1,40}})\*(?!\*)"
    rf"|(?<={HAN})\*(?=[{IDEOGRAPHS}“《])(?P<inside>[^*\s]{{1,40}})\*(?!\*)",
)
"""``**bold**``, a lone ``**``, and ``*italic*`` apart from or inside Chinese text."""
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#[0-9]{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]]{1,200})\]"
    r"\((?:#|https?:|\.{0,2}/|[\w/-]{1,80}\.(?:md|html?|pdf))[^()\s]{0,200}\)",
)
"""``[某某市人民政府关于…的通知](#p1)``; a year in square brackets before a parenthesis is no link."""
_ANY = re.compile(r"[<*&\[]")
"""Every piece of markup holds one of these; most lines have none and need no further look."""
_RULE = re.compile(r"[-*_=]{3,}")
MOST_SHOWN = 6
"""Most pieces of markup of one line that its finding shows; all are taken out."""


def drop_markup(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without markup; the tags and asterisks that went are recorded."""
    kept: list[Line] = []
    findings: list[Finding] = []
    for line in lines:
        rule = is_pipe_rule(line) or _RULE.fullmatch(line.raw.strip())
        found = [line.raw.strip()] if rule else _find(line)
        if found:
            findings.append(markup_finding(line.number, " ".join(found[:MOST_SHOWN])))
        plain = line.with_text(_strip(_without_line_ends(line))) if found else line
        if plain.text.strip() and not rule:
            kept.append(plain)
    return kept, findings


def _find(line: Line) -> list[str]:
    """The mark, tags, entities and asterisks of a line."""
    if not line.mark and not _ANY.search(line.text):
        return []
    found = [line.mark] if line.mark and line.mark != SITE else []
    links = _LINK.finditer(line.text)
    found += [link[0].removeprefix("[" + link["text"]) for link in links]
    for pattern in (_TAG, _ENTITY, _BOLD):
        found += [match[0] for match in pattern.finditer(line.text)]
    return found


def _without_line_ends(line: Line) -> str:
    """The text of a line; a tag that ends a line inside a cell is a line end there."""
    return _LINE_END.sub(LINE_END, line.text) if line.cells else line.text


def _strip(text: str) -> str:
    """A text without its markup: what links, tags and asterisks hold stays."""
    text = _LINK.sub(lambda match: match["text"], text)
    text = _TAG.sub("", text)
    text = _BOLD.sub(lambda match: match["bold"] or match["apart"] or match["inside"] or "", text)
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text.strip(" ")


def markup_finding(number: int, found: str) -> Finding:
    """What is said of the layout of a recogniser that was taken out of a line."""
    return Finding(
        line=number,
        kind="markup",
        severity="info",
        found=found,
        message=say("message.markup"),
    )
