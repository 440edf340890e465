"""How a text uses the document that it cites."""

import re

from generator.lexicon.text import HAN
from generator.link.find import Found
from generator.model.document import Relation

_VERBS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("implements", re.compile(r"贯彻|落实|执行|实施(?!意见|办法|方案|细则)|遵照")),
    ("forwards", re.compile(r"转发|批转")),
    ("repeals", re.compile(r"废止")),
    ("cites", re.compile(r"根据|依据|按照|依照|参照|结合|经|依")),
)
_REPEALED = re.compile(
    r"^[^。；]{0,60}(?:废止|停止执行|停止施行|不再执行|停止使用)|^[^。；]{0,40}(?:同时|自行|即行|宣布)失效",
)
_FORWARDED = re.compile(r"^[^。；]{0,40}(?:转发|批转)(?!的)")
_ISSUED = re.compile(r"^[^。；]{0,40}(?:印发|公布|发布|发给|颁布|下达|下发)")
_LISTING = re.compile(r"(?:废止|失效)[^。；]{0,40}[：:]$|^[^。；]{0,40}(?:废止|失效)[^。；]{0,30}(?:目录|清单|文件|法规|规章)$")
"""What stands over a list of documents that are repealed: 决定废止下列文件：, 决定废止的行政法规."""
_LINKING = re.compile(rf"[、，,和及与以及\s]*(?:{HAN}{{0,20}})")


def opens_repeals(text: str) -> bool:
    """Whether a paragraph or a title stands over a list of documents that it repeals."""
    return _LISTING.search(text) is not None


def relation_of(text: str, found: Found, before: Relation | None, previous_end: int, *, own: bool) -> Relation:
    """The relation of a citation.

    :param before: relation of the citation before it in the same sentence, which a list hands on
    :param previous_end: where that citation ends
    :param own: whether the title is that of something the document issues
    """
    after = text[found.end:found.end + 80]
    if _FORWARDED.match(after):
        return "forwards"
    if own and _ISSUED.match(after):
        return "issues"
    if _REPEALED.match(after):
        return "repeals"
    clause = re.split(r"[。；]", text[max(previous_end, found.start - 60):found.start])[-1]
    verbs = [(match.start(), relation) for relation, verb in _VERBS for match in verb.finditer(clause)]
    if verbs:
        return max(verbs)[1]
    linked = previous_end > 0 and _LINKING.fullmatch(clause) is not None
    return before if before and before != "issues" and linked else "cites"
