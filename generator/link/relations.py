"""How a text uses the document that it cites."""

import re

from generator.link.find import Found
from generator.model.document import Relation

_VERBS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("implements", re.compile(r"贯彻|落实|执行|实施(?!意见|办法|方案|细则)|遵照")),
    ("forwards", re.compile(r"转发|批转")),
    ("repeals", re.compile(r"废止")),
    ("cites", re.compile(r"根据|依据|按照|依照|参照|结合|经|依")),
)
_REPEALED = re.compile(r"^[^。；]{0,60}(?:同时|即行|予以|一并|自行)?废止|^[^。；]{0,40}(?:同时|自行)失效")
_FORWARDED = re.compile(r"^[^。；]{0,30}(?:转发|批转)(?!的)")
_ISSUED = re.compile(r"^[^。；]{0,40}(?:印发|公布|发布|发给|颁布|转发)")
_LINKING = re.compile(r"[、，,和及与以及\s]*(?:[\u4e00-\u9fff]{0,20})")


def relation_of(text: str, found: Found, before: Relation | None, previous_end: int, *, own: bool) -> Relation:
    """The relation of a citation.

    :param before: relation of the citation before it in the same sentence, which a list hands on
    :param previous_end: where that citation ends
    :param own: whether the title is that of an instrument the document issues
    """
    after = text[found.end:found.end + 80]
    if own and _ISSUED.match(after):
        return "issues"
    if _REPEALED.match(after):
        return "repeals"
    if _FORWARDED.match(after):
        return "forwards"
    clause = re.split(r"[。；]", text[max(previous_end, found.start - 60):found.start])[-1]
    best: tuple[int, Relation] = (-1, "cites")
    for relation, verb in _VERBS:
        last = max((match.start() for match in verb.finditer(clause)), default=-1)
        best = max(best, (last, relation))
    if best[0] >= 0:
        return best[1]
    return before if before and before != "issues" and _LINKING.fullmatch(clause) and previous_end > 0 else "cites"
