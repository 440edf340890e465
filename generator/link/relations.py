"""How a text uses the document that it cites, read from the words around it.

The words are those of the sentence with each citation reduced to one :data:`MARK`, so that a list
of any length is as short as its first item.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import HAN, IDEOGRAPHS
from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.lexicon.expressions.verbs import BASED_ON, CARRIED_OUT, ENDED, FORWARDED, ISSUED
from generator.lexicon.numerals import NUMERAL
from generator.link.find import Found
from generator.model.document import Relation, Role

MARK = "\ufdd2"
"""Represents a citation."""


class Use(NamedTuple):
    """How a citation is used."""

    relation: Relation
    """The relation of the published format."""
    role: Role | None = None
    """What it says more closely."""


CITES, IMPLEMENTS, FORWARDS, REPEALS, ISSUES = (
    Use("cites"),
    Use("implements"),
    Use("forwards"),
    Use("repeals"),
    Use("issues"),
)
BASIS, AMENDS = Use("cites", "basis"), Use("cites", "amends")

_GLUE = re.compile(rf"[、，,;和及与以并\s{MARK}]*")
"""What is between the items of a list."""
_ALONG = "及和并"
_REST = rf"(?:等{HAN}{{0,8}})?"
"""How a list closes."""
_WITHIN = r"[^，,。；：]{0,30}?"
"""Words that do not leave the clause."""
_ENDED = (
    r"(?:(?<!不予)(?<!未)废止(?!后|前|的|之)|(?<!未)失效(?!后|前|的|之)"
    r"|(?:作废|(?:停止|终止)(?:执行|施行|使用)|不再(?:执行|施行|适用|有效))(?!后|前|的))"
)
_INSIDE = (
    r"的(?!通知|决定|意见|公告|通告|批复)|中(?![华共央心])|是否|不得|不应|条款|不一致|不符|抵触"
)
"""What says that something inside a document is meant, or that nothing is decided: 《…》规定的标准停止执行."""
_PART = (
    rf"{_INSIDE}|第[（(]?{NUMERAL}[）)]?(?:部分|分编|[编章节条款项目])"
    r"|有关|相关|部分|内容|所附|所列|附件|附表|附录|附则|配套"
)
"""What is a part of the document before it: 《…》第二章停止执行."""
_PART_BEHIND = re.compile(rf"(?!的?第{NUMERAL}条)(?:{_PART})")
_ARTICLES = rf"(?:(?:[（(][^（()）]{{0,30}}[)）])?的?第{NUMERAL}条(?:之{NUMERAL}|[、和及至]|第[（(]?{NUMERAL}[）)]?[条款项目])*)?"
"""The articles that a citation names itself: 《…》第五条第二款、第七条."""
_OF_WHOLE = rf"(?:(?!{_PART})[^，,。；：]){{0,30}}?"
_WHOLE_REST = rf"(?:等(?:(?!{_PART}){HAN}){{0,8}})?"
_FROM_DAY = r"(?:自[^，。；]{1,30}起[，,])?"
_REPEALED = re.compile(rf"{_ARTICLES}{_WHOLE_REST}{_FROM_DAY}{_OF_WHOLE}{_ENDED}")
_REPEALED_ALONG = re.compile(rf"{_FROM_DAY}(?:(?!{_INSIDE})[^，,。；：]){{0,30}}?{_ENDED}")
"""《…》及其配套文件同时废止: what else is named is repealed together with it."""
_REPEALING = re.compile(r"(?:废止|宣布失效)(?:了|下列|以下|原)?[^，,。；：的]{0,12}[:：]?\s*$")
_FORWARDED = re.compile(rf"{_REST}{_WITHIN}(?:{FORWARDED})(?!的)")
_AMENDED = re.compile(
    rf"{_REST}{_WITHIN}(?:修改为|修订为|作(?:出)?(?:如下|以下)?(?:修改|修订)|(?:予以|进行)(?:修改|修订)|(?:修改|修订)如下)(?!的|后)"
)
_AMENDING = re.compile(r"(?:修改|修订)(?:了|下列|以下)?\s*$")
_ISSUING = re.compile(rf"(?:{ISSUED})(?!之日|后|前)")
_FOUNDING = re.compile(
    r"制定|制订|拟定|提出(?:以下|如下|本)|现就|现将|现对|通知如下|意见如下|决定如下|公告如下|通告如下|决定(?:对|成立|设立)|现决定|"
    r"政府(?:研究)?(?:确定|决定)(?!的)|现印发",
)
_VERBS: tuple[tuple[Use, re.Pattern[str]], ...] = (
    (IMPLEMENTS, re.compile(rf"{CARRIED_OUT}|实施(?!意见|办法|方案|细则)")),
    (FORWARDS, re.compile(FORWARDED)),
    (BASIS, re.compile(BASED_ON)),
    (CITES, re.compile(r"参照|结合|经|依(?![据照])|废止")),
)
_LINKING = re.compile(rf"[、，,和及与以\s]*[{IDEOGRAPHS}、]{{0,30}}")
_STOP = re.compile(f"[{SENTENCE_STOPS}]")
_FORWARDING = re.compile(rf"(?:{FORWARDED})(?!的)")
_INTRODUCES = re.compile(
    rf"(?:{ENDED})[^。；]{{0,30}}[:：]$|(?:下列|以下)[^。；]{{0,60}}(?:{ENDED})[^。；]{{0,10}}[。:：]$"
    rf"|^[^。；]{{0,40}}(?:{ENDED})的?[^。；，的]{{0,12}}(?:目录|清单|文件|法规|规章)$"
)
_ENDS_OF_INTRODUCTION = frozenset(":：。录单件规章")
"""The last characters of what introduces a list."""
_NAMES_LIST = re.compile(rf"(?:{ENDED})[^。；，]{{0,16}}(?:目录|清单|文件|法规|规章|制度|名录)")
_KEPT = re.compile(r"修改|修订|保留|继续|有效(?!期)")


@dataclass(frozen=True, slots=True)
class UseLimits:
    """How far from a citation the words are that say how it is used.

    Every citation counts as one character.
    """

    before: int = 60
    """Farthest verb before a citation, in characters;
    one farther off (贯彻 at the head of a long sentence) says nothing of it."""
    behind: int = 200
    """Farthest end of what is behind a list and says what becomes of it, in characters: …同时废止."""
    item: int = 12
    """Longest text before the citation of an item of a list, in characters: an enumerator and a
    short name of an organ; with more before it a line is a sentence."""


USE = UseLimits()


class Masked(NamedTuple):
    """A text with one mark for each citation."""

    text: str
    """The text."""
    places: tuple[int, ...]
    """Offset of the mark of each citation; one inside another has the mark of the outer."""


def mask(text: str, found_citations: Sequence[Found]) -> Masked:
    """The text with its citations reduced to marks."""
    pieces: list[str] = []
    places: list[int] = []
    length = position = 0
    for found in found_citations:
        if found.start >= position:
            pieces += [text[position : found.start], MARK]
            length += found.start - position + 1
            position = max(found.end, found.start)
        places.append(max(length - 1, 0))
    return Masked("".join([*pieces, text[position:]]), tuple(places))


class Uses:
    """Reads how the citations of one text are used, from the first to the last.

    What the citations of a sentence or of a list share is found out once,
    so that the time does not grow with its length squared.
    """

    def __init__(self, masked: Masked) -> None:
        self._text = masked.text
        self._first, self._last = 0, -1
        self._listed = 0
        self._issuing: Use | None = None

    def read(self, place: int, before: Use | None, *, own: bool) -> Use:
        """How the citation with the mark at ``place`` is used.

        :param before: use of the citation before it in the same text, which a list hands on
        :param own: whether it names an instrument that the document issues, in the body that issues
            it
        """
        self._enter(place)
        clause, behind = self._clause_before(place), self._text_behind()
        beside = _by_neighbours(clause, behind, along=self._has_more())
        if own and self._issuing and beside is not REPEALS:
            return self._issuing
        use = beside or _by_verb(clause)
        if use is BASIS and not _FOUNDING.search(behind):
            return CITES
        if use:
            return use
        if before is None or before == ISSUES or not self._is_linked(place, clause):
            return CITES
        return before

    def _enter(self, place: int) -> None:
        """Find the sentence and the list around a place, unless the citation before shares them."""
        if not self._first <= place < self._last:
            self._first, self._last = _sentence(self._text, place)
            self._listed = 0
            self._issuing = self._issuing_use()
        if place >= self._listed and (glue := _GLUE.match(self._text, place + 1, self._last)):
            self._listed = glue.end()

    def _issuing_use(self) -> Use | None:
        """How the sentence uses an instrument of the document itself.

        It forwards or issues it, or neither.
        """
        sentence = self._text[self._first : self._last]
        if _FORWARDING.search(sentence):
            return FORWARDS
        follows = self._text[self._last : self._last + USE.behind].lstrip("。；现予以")
        return ISSUES if _ISSUING.search(sentence) or _ISSUING.match(follows) else None

    def _clause_before(self, place: int) -> str:
        """What is before a citation in its sentence, from the citation before it on."""
        before = self._text[max(self._first, place - USE.before) : place]
        return before[before.rfind(MARK) + 1 :]

    def _text_behind(self) -> str:
        """What is behind the list in its sentence."""
        return self._text[self._listed : min(self._last, self._listed + USE.behind)]

    def _has_more(self) -> bool:
        """Whether the list goes on with what is no citation: 《…》及其实施细则."""
        return self._text[self._listed - 1] in _ALONG

    def _is_linked(self, place: int, clause: str) -> bool:
        """Whether a citation is one of a list with that before it in its sentence."""
        has_one_before = self._text.find(MARK, self._first, place) >= 0
        return has_one_before and _LINKING.fullmatch(clause) is not None


def introduces_repeals(text: str) -> bool:
    """Whether a text says that what is listed after it is repealed: ``下列文件予以废止：``."""
    if text[-1:] not in _ENDS_OF_INTRODUCTION:  # most texts: a cheap test before the costly one
        return False
    if text[-1:] == "。" and "下列" not in text and "以下" not in text:
        return False
    return _INTRODUCES.search(text) is not None and _KEPT.search(text) is None


def opens_item(text: str) -> bool:
    """Whether only the enumerator and the organ of an item in a list are before a citation."""
    return len(text) <= USE.item and _by_verb(text) is None


def heads_repeals(title: str) -> bool:
    """Whether a title heads a list of repealed documents: ``决定废止的规范性文件目录``."""
    return _NAMES_LIST.search(title) is not None and _KEPT.search(title) is None


def _by_neighbours(clause: str, behind: str, *, along: bool) -> Use | None:
    """The use that the words right before a citation, or right behind its list, give it.

    :param along: whether what is behind is named along with the list
    """
    repealed = _REPEALED_ALONG if along else _REPEALED
    if repealed.match(behind) or (
        _REPEALING.search(clause) and (along or not _PART_BEHIND.match(behind))
    ):
        return REPEALS
    if _AMENDED.match(behind) or _AMENDING.search(clause):
        return AMENDS
    return FORWARDS if _FORWARDED.match(behind) else None


def _by_verb(clause: str) -> Use | None:
    """The use that the last verb before a citation gives it."""
    best: tuple[int, Use | None] = (-1, None)
    for use, verb in _VERBS:
        last = max((match.start() for match in verb.finditer(clause)), default=-1)
        if last > best[0]:
            best = (last, use)
    return best[1]


def _sentence(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around ``place`` begins and ends.

    A mark hides the stops inside a title.
    """
    before = max(text.rfind(stop, 0, place) for stop in SENTENCE_STOPS)
    behind = _STOP.search(text, place)
    return before + 1, behind.start() if behind else len(text)
