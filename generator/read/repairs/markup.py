"""Markup that the recogniser added: ``**bold**``, ``<b>``, ``<u>``, ``<sub>``, entities, rules of Markdown tables."""

import html
import re

from generator.model import Finding
from generator.read.lines import Line, is_pipe_rule

_TAG = re.compile(r"</?(?:b|u|i|em|strong|sub|sup|br|span|font|center|p|mark)\b[^<>]{0,80}/?>", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(?=\S)([^*]+?)\*\*|\*\*|(?<![*\w])\*(?=[\u4e00-\u9fff“《])([^*\s]{1,40})\*(?!\*)|(?<=[\u4e00-\u9fff])\*(?=[\u4e00-\u9fff“《])([^*\s]{1,40})\*(?!\*)")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#[0-9]{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_RULE = re.compile(r"[-*_=]{3,}")


def drop_markup(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without markup; the tags and asterisks that went are recorded."""
    kept, findings = [], []
    for line in lines:
        if is_pipe_rule(line) or _RULE.fullmatch(line.raw.strip()):
            findings.append(_finding(line.number, line.raw.strip()))
            continue
        found = _TAG.findall(line.text) + _ENTITY.findall(line.text) + [match[0] for match in _BOLD.finditer(line.text)]
        if line.mark:
            found.insert(0, line.mark)
        if found:
            findings.append(_finding(line.number, " ".join(found[:6])))
            text = _BOLD.sub(lambda match: match[1] or match[2] or match[3] or "", _TAG.sub("", line.text))
            line = line.with_text(_ENTITY.sub(lambda match: html.unescape(match[0]), text).strip(" "))
        if line.text.strip():
            kept.append(line)
    return kept, findings


def _finding(number: int, found: str) -> Finding:
    return Finding(line=number, kind="markup", severity="info", found=found, message="删去识别软件所加的排版标记")
