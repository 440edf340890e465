"""Page furniture: page numbers and running heads that stand between the lines of the text."""

import re
from collections import Counter

from generator.model import Finding
from generator.read.lines import Line

_MARKED = re.compile(
    r"[-—–－―·•~∙]\s*[0-9０-９]{1,4}\s*[-—–－―·•~∙]"
    r"|第\s*[0-9]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,4}\s*页)?"
    r"|(?:page|p\.?)\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?"
    r"|[0-9]{1,4}\s*/\s*[0-9]{1,4}",
    re.IGNORECASE,
)
_BARE = re.compile(r"[-—–－―·•~∙]?\s*(?P<page>[0-9０-９]{1,3})\s*[-—–－―·•~∙]?")
_INLINE = re.compile(r"(?<=[\u4e00-\u9fff，、])\s*(?:—\s*[0-9]{1,3}\s*—|·\s*[0-9]{1,3}\s*·)\s*(?=[\u4e00-\u9fff])")
_NAME = r"[\u4e00-\u9fff]{2,24}(?:公\s*报|政\s*报)"
_ISSUE = r"(?:19|20)[0-9]{2}\s*年?\s*[·.．第]?\s*[0-9〇一二三四五六七八九十]{1,3}\s*期?(?:\s*[（(]总第?[0-9\s]+期?[)）])?"
_HEAD = re.compile(rf"(?:[\u4e00-\u9fff]{{2,16}}[\s·•—|]+)?{_NAME}[\s·•—|]*(?:{_ISSUE})?[\s·•—|]*(?:[\u4e00-\u9fff]{{2,16}})?[\s·•—0-9-]*")
_OFTEN, _FIRST = 3, 8
"""A running head recurs at least so often; the first lines of a source are its masthead."""


def drop_furniture(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without page numbers and without running heads that recur; each is recorded."""
    heads = Counter(key for line in lines if not line.cells and (key := _head_key(line.text)))
    pages = _page_lines(lines)
    kept, findings = [], []
    for place, line in enumerate(lines):
        key = "" if line.cells else _head_key(line.text)
        if place in pages or (key and place >= _FIRST and heads[key] >= _OFTEN) or (key and place >= _FIRST and re.search(_ISSUE, line.text)):
            findings.append(_finding(line.number, line.text))
            continue
        if _INLINE.search(line.text):
            findings.append(_finding(line.number, " ".join(_INLINE.findall(line.text))))
            line = line.with_text(_INLINE.sub("", line.text))
        kept.append(line)
    return kept, findings


def _page_lines(lines: list[Line]) -> set[int]:
    """Places of page numbers: those with marks, and bare figures that count on through the source."""
    marked, bare = set(), []
    for place, line in enumerate(lines):
        text = line.raw.strip() if line.mark == "-" else line.text.strip()
        if line.cells:
            continue
        if _MARKED.fullmatch(text):
            marked.add(place)
            bare.append((place, int(re.findall(r"[0-9０-９]+", text)[0])))
        elif match := _BARE.fullmatch(text):
            bare.append((place, int(match["page"])))
    counted: set[int] = set()
    for (before, page), (place, following) in zip(bare, bare[1:], strict=False):
        if 1 <= following - page <= 4:
            counted |= {before, place}
    return marked | counted


def _head_key(text: str) -> str:
    """What two prints of one running head share, empty when the line is none."""
    if len(text) > 70 or not _HEAD.fullmatch(text.strip()):
        return ""
    match = re.search(_NAME, text)
    return "".join(match[0].split())[-12:] if match else ""


def _finding(number: int, found: str) -> Finding:
    return Finding(line=number, kind="page-furniture", severity="info", found=found.strip(), message="页码或页眉，不属正文")
