"""The canonical full name of the issuing organ (发文机关)."""

import re
from collections.abc import Iterable
from itertools import takewhile

from generator.lexicon.characters import HAN, ends_sentence, squeeze
from generator.lexicon.expressions.labels import STATE
from generator.lexicon.expressions.verbs import OPENS_TITLE, PROMULGATED
from generator.lexicon.numerals import TENS
from generator.lexicon.organs import (
    full_state_name,
    government_place,
    is_organ,
    is_signed_name,
    read_head,
    split_organs,
)
from generator.lexicon.regions import find_region, is_ambiguous, parent_name
from generator.model import PublicationRecord

_ABOUT = re.compile(rf"^(?P<organs>.+?)(?:{OPENS_TITLE}|任免|关于)")
"""Organs before the first verb of a title, or before 关于."""
_PASSED = re.compile(rf"[（(].{{0,20}}?日(?P<organ>{HAN}{{3,30}}?)令第.{{1,5}}号(?:{PROMULGATED})")
_MINUTES = re.compile(
    rf"(?P<organs>{HAN}+?(?=第.{{1,5}}次)|{HAN}+?人民政府(?={HAN}{{2,10}}会议纪要$))[^《》]*会议纪要"
)
_HEADS_MINUTES = re.compile(rf"(?P<organ>{HAN}+?政府(?:办公[室厅])?){HAN}{{0,10}}会议纪要")
"""The organ that held a meeting, the sort of the meeting, and 会议纪要."""
_SIGNED = re.compile(rf"(?P<organ>{HAN}+?政府){HAN}*")
"""某某省人民政府省长王某某."""
_TERM = re.compile(rf"第[\d{TENS}]{{1,3}}届(?=人民政府)")
"""The term of a government: 某某区第五届人民政府."""
_OF_ORDER = re.compile(rf"(?P<organ>{HAN}*政府)令")
_OWN = re.compile(r"(?:自治)?[省市区县州盟旗]?(?:人民)?政府(?:办公[室厅])?")
"""How a gazette calls the organ of its own place: 市人民政府."""
_PEOPLES = re.compile("(?<!人民)政府")
_SORT = re.compile(r"\s*(?:令|命\s*令|公\s*告|通\s*告)\s*(?:[（(]?第.*号[)）]?)?$")


def organs_of_title(lines: Iterable[str]) -> tuple[str, ...]:
    """The organs that a title names before 关于; several when it is a joint document."""
    texts = list(lines)
    text = " ".join(texts)
    match = _ABOUT.match(text) or _MINUTES.match(squeeze(text))
    return split_organs(match["organs"]) if match else _organs_of_order(texts)


def organ_of_minutes(text: str) -> str | None:
    """The organ of a line that heads minutes whose subject is below: 某某县人民政府专题会议纪要."""
    match = _HEADS_MINUTES.fullmatch(squeeze(text))
    return match["organ"] if match and is_organ(match["organ"]) else None


def _organs_of_order(lines: list[str]) -> tuple[str, ...]:
    """The organs of an order or announcement: 某某部 | 某某委 | 令."""
    return tuple(organ for line in lines for organ in split_organs(_SORT.sub("", line)))


def organs_below(lines: Iterable[str]) -> tuple[str, ...]:
    """The organ below the title of a speech, a report or a revised regulation.

    It is alone (``某某省统计局``) or with others (``某某市统计局　国家统计局某某调查队``), before office and name
    (``某某省人民政府省长　王某某``), or in the note on how an instrument was passed
    (``（…国务院令第546号公布…）``); no organ below the first sentence is the issuer.
    """
    for text in takewhile(lambda line: not ends_sentence(line), lines):
        several = split_organs(text)
        if len(several) > 1:
            return several
        organ = _organ_below(text)
        if is_organ(organ):
            return (organ,)
    return ()


def _organ_below(text: str) -> str:
    """What a line below a title names where it names an organ."""
    bare = squeeze(text)
    match = _PASSED.match(bare)
    if not match and is_signed_name(text):
        match = _SIGNED.match(bare)
    return match["organ"] if match else bare


def organ_of_order(number: str) -> tuple[str, ...]:
    """The government that the number of its order names: 市政府令〔2010〕15号, 政府令第15号."""
    match = _OF_ORDER.match(number)
    return (match["organ"],) if match else ()


def organs_of_head(lines: Iterable[str]) -> tuple[str, ...]:
    """The organs of the lines of a red head."""
    return tuple(organ for text in lines for organ in _organs_of_line(text))


def _organs_of_line(text: str) -> tuple[str, ...]:
    """The organs of one line of a red head."""
    head = read_head(text) or organ_of_minutes(text)
    return (head,) if head else split_organs(text)


class OrganNames:
    """Finds the full name of an organ among the names that an issue prints and the publication describes."""

    def __init__(
        self,
        printed: Iterable[str],
        publication: PublicationRecord | None,
        region: str | None,
        own: str = "",
    ) -> None:
        """Take up the names by which organs may be called in full.

        :param own: the government whose gazette it is, as the masthead names it
        """
        self._own = own
        self._printed = sorted(set(printed), key=len, reverse=True)
        organs = publication.organs if publication else ()
        self._aliases = {
            alias: organ.name for organ in organs for alias in (organ.name, *organ.aliases)
        }
        self._region = region

    def full(self, name: str, signature: str = "") -> str:
        """The canonical name.

        As described, else the fullest form in print, else with the division above an ambiguous place.

        :param signature: that of the document, which says in full what its title calls 市政府
        """
        if name in self._aliases:
            return self._aliases[name]
        if signature == f"{name}员会":  # 某某委, signed as 某某委员会
            return signature
        name = _TERM.sub("", full_state_name(_without_state(name)))
        if _OWN.fullmatch(name):
            return self._own_name(_PEOPLES.sub("人民政府", name), signature) or name
        longer = next((printed for printed in self._printed if _adds_place(printed, name)), None)
        return longer or self._division_above(name) + name

    def _division_above(self, name: str) -> str:
        """The division above the place of an organ, where several places are called so and this gazette's is meant."""
        place, region = government_place(name), self._region
        if not place or not region or not region.endswith(place):
            return ""
        return parent_name(region, place) if is_ambiguous(place) else ""

    def _own_name(self, name: str, signature: str) -> str | None:
        """The full name of 市人民政府: as the document is signed, else as the masthead or a single other document has it."""
        for whole in (squeeze(signature), self._own, self._own + name.partition("人民政府")[2]):
            if whole.endswith(name) and whole != name and is_organ(whole):
                return whole
        longer = {printed for printed in self._printed if printed.endswith(name)} - {name}
        return longer.pop() if len(longer) == 1 else None


def _without_state(name: str) -> str:
    """The name of an organ of the State without 中华人民共和国, as its own documents have it."""
    bare = name.removeprefix(STATE)
    return bare if is_organ(bare) else name


def _adds_place(printed: str, name: str) -> bool:
    """Whether a longer name adds a division: 某某市 before 某某区人民政府."""
    added = printed.removesuffix(name)
    return added not in {"", printed} and find_region(added) is not None
