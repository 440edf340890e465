"""What a sentence says of the force of the document that holds it, without what it says of others.

A document speaks of itself as 本办法, 现予公布 or by the title of what it issues. It also names other
papers, and these have dates of force too: 《某某条例》（自2020年1月1日起施行）, 《某某办法》继续有效，
有效期至2023年12月31日. Such words are taken out before a date is read, so that no date of a cited paper
becomes one of the document.
"""

import re
from collections.abc import Collection

from generator.lexicon.characters import HAN, fold
from generator.lexicon.expressions.in_force import (
    CARRIED,
    IN_FORCE,
    ISSUED_NOW,
    OPENS_CLAUSE,
    OWN_KIND,
    OWN_QUALIFIED,
    PROLONGED,
    SPAN,
)

OWN = "本文件"
"""Represents the title of what the document issues."""
_CITED = "《》"
"""Represents the title of any other paper."""
_TITLE = re.compile(
    r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?P<remark>[（(][^）)]{0,120}[)）])?"
)
_ITSELF = rf"[本此](?:{OWN_QUALIFIED})?(?:{OWN_KIND}|命令)"
_THAT = re.compile(rf"该(?={OWN_KIND})")
"""该办法 behind the title of what the document issues, which it means."""
_SUBJECT = re.compile(
    rf"{_ITSELF}|(?:上述|以上)(?:标准|政策|规定|措施|通知|意见)|{ISSUED_NOW}"
    rf"|(?:{OPENS_CLAUSE}|[，,（(])(?:有效期|(?:{CARRIED})期)|^请?自|{OPENS_CLAUSE}(?:{IN_FORCE})(?:日期|时间)[:：]"
)
"""What says that a sentence speaks of the document's own force."""
_OTHERS = re.compile(
    rf"(?:{_CITED}(?:的)?|该{HAN}{{0,6}}|原{HAN}{{1,8}}?的?)(?:[自从于将]|{SPAN})[^。；]*?(?={_ITSELF}|现[予印将]|$)"
    rf"|原{HAN}{{1,8}}?(?:继续)?(?:{CARRIED})[至到][^，,。；]*"
    rf"|(?:(?:{_CITED}|下列|以下|上述|所列)[^，,。；]{{0,80}})(?:{PROLONGED})[^。；]*?(?={_ITSELF}|现[予印将]|$)"
)
"""What another paper says of its force, up to where the sentence comes back to its own."""
_NAMES_OTHERS = re.compile(rf"{_CITED}|该|原|下列|以下|上述|所列")
"""What another paper is called by; most sentences have none of it."""
_THINGS = re.compile(
    r"(?:合同|协议|证书?|许可|资质|资格|批文|报价|投标|承诺|保函|保险|执照|材料|证明|报告)(?:的?有效期|[自从])"
)
"""Contracts and licences, which have a term of their own."""


_NAMED = re.compile(rf"{OWN}的?(?:[自从于将]|{SPAN}).*", re.DOTALL)


def words_on(sentence: str, title: str) -> str:
    """The words of a sentence from where a title is the subject of its force; empty where it is none.

    《某某办法》自2021年6月1日起施行，《某某细则》自…: each of two instruments has its own day.

    :param title: folded
    """
    if "《" not in sentence:
        return ""
    named = _NAMED.search(own_words(sentence, {title}))
    return named[0] if named else ""


def own_words(sentence: str, issued: Collection[str] = ()) -> str:
    """The words of a sentence that speak of the document's own force; empty where none do.

    :param sentence: without blanks
    :param issued: folded titles of what the document issues
    """
    if _THINGS.search(sentence):
        return ""
    bare = sentence
    if "《" in sentence:
        bare = _TITLE.sub(lambda match: OWN if fold(match["title"]) in issued else _CITED, sentence)
    if OWN in bare:
        bare = _THAT.sub("本", bare)
    if _NAMES_OTHERS.search(bare):
        bare = _OTHERS.sub("", bare)
    return bare if _SUBJECT.search(bare) else ""
