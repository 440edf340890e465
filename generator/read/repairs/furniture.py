"""Page furniture: page numbers and running heads that stand between the lines of the text."""

import re
from collections import Counter

from generator.model import Finding
from generator.read.lines import Line

_PAGE = re.compile(
    r"[-—–－―·•~∙\s]*[0-9０-９]{1,4}[-—–－―·•~∙\s]*"
    r"|第\s*[0-9]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,4}\s*页)?"
    r"|(?:page|p\.?)\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?"
    r"|[0-9]{1,4}\s*/\s*[0-9]{1,4}",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?<=[\u4e00-\u9fff，、])\s*(?:—\s*[0-9]{1,3}\s*—|·\s*[0-9]{1,3}\s*·)\s*(?=[\u4e00-\u9fff])")
_HEAD = re.compile(r"(?=.*公\s*报)(?:[0-9·•\s—-]*)[\u4e00-\u9fff\s]{2,30}公\s*报[\s·•—-]*(?:[0-9〇零一二三四五六七八九]{4}\s*年?[\s·.．/第]*[0-9〇一二三四五六七八九十]{1,3}\s*期?)?(?:[（(]总第?[0-9\s]+期?[)）])?[\s·•—0-9-]*")
_OFTEN = 3


def drop_furniture(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without page numbers and without running heads that recur; each is recorded."""
    heads = Counter(_bare(line.text) for line in lines if not line.cells and _HEAD.fullmatch(line.text))
    seen: Counter[str] = Counter()
    kept, findings = [], []
    for line in lines:
        bare = _bare(line.text)
        seen[bare] += 1
        is_page = not line.cells and _PAGE.fullmatch(line.text.strip()) and not re.fullmatch(r"(?:19|20)\d\d", line.text.strip())
        is_head = heads[bare] >= _OFTEN and seen[bare] > 2
        if is_page or is_head:
            findings.append(_finding(line.number, line.text))
            continue
        if _INLINE.search(line.text):
            findings.append(_finding(line.number, " ".join(_INLINE.findall(line.text))))
            line = line.with_text(_INLINE.sub("", line.text))
        kept.append(line)
    return kept, findings


def _bare(text: str) -> str:
    return re.sub(r"[\s0-9·•—-]+", "", text)


def _finding(number: int, found: str) -> Finding:
    return Finding(line=number, kind="page-furniture", severity="info", found=found.strip(), message="页码或页眉，不属正文")
