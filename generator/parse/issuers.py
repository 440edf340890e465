"""The canonical full name of the issuing organ (发文机关)."""

import re
from collections.abc import Iterable

from generator.lexicon.organs import (
    full_state_name,
    government_place,
    is_organ,
    is_signed_name,
    read_head,
    split_organs,
)
from generator.lexicon.regions import find_region, is_ambiguous, parent_name
from generator.lexicon.text import HAN, squeeze
from generator.model import PublicationRecord

_ABOUT = re.compile(r"^(?P<organs>.+?)(?:印发|转发|批转|公布|发布|颁发|任免|关于)")
"""Organs before the first verb of a title, or before 关于."""
_PASSED = re.compile(rf"[（(].{{0,20}}?日(?P<organ>{HAN}{{3,30}}?)令第.{{1,5}}号(?:公布|发布)")
_MINUTES = re.compile(rf"(?P<organs>{HAN}+?)第.{{1,5}}次{HAN}*会议纪要")
_OWN = re.compile(r"[省市区县州盟旗](?:人民)?政府(?:办公[室厅])?")
"""How a gazette calls the organ of its own place: 市人民政府."""
_STATE = "中华人民共和国"
_SORT = re.compile(r"\s*(?:令|命\s*令|公\s*告|通\s*告)\s*(?:[（(]?第.*号[)）]?)?$")


def organs_of_title(lines: Iterable[str]) -> tuple[str, ...]:
    """The organs that a title names before 关于; several when it is a joint document."""
    texts = list(lines)
    text = " ".join(texts)
    match = _ABOUT.match(text) or _MINUTES.match(text)
    return split_organs(match["organs"]) if match else _organs_of_order(texts)


def _organs_of_order(lines: list[str]) -> tuple[str, ...]:
    """The organs of an order or announcement: 某某部 | 某某委 | 令."""
    return tuple(organ for line in lines for organ in split_organs(_SORT.sub("", line)))


def organs_below(lines: Iterable[str]) -> tuple[str, ...]:
    """The organ below the title of a speech, a report or a revised regulation.

    It stands alone (``某某省统计局``), before office and name (``某某省人民政府省长　王某某``), or in the note on how an
    instrument was passed (``（…国务院令第546号公布…）``).
    """
    for text in lines:
        bare = squeeze(text)
        passed = _PASSED.match(bare)
        signed = re.match(rf"(?P<organ>{HAN}+?政府){HAN}*", bare) if is_signed_name(text) else None
        organ = passed["organ"] if passed else signed["organ"] if signed else bare
        if is_organ(organ):
            return (organ,)
    return ()


def organs_of_head(text: str | None) -> tuple[str, ...]:
    """The organ of a red head line."""
    organ = read_head(text or "") or (squeeze(text) if text and is_organ(text) else None)
    return (organ,) if organ else ()


class OrganNames:
    """Finds the full name of an organ among the names that an issue prints and the publication describes."""

    def __init__(self, printed: Iterable[str], publication: PublicationRecord | None, region: str | None) -> None:
        self._printed = sorted(set(printed), key=len, reverse=True)
        organs = publication.organs if publication else ()
        self._aliases = {alias: organ.name for organ in organs for alias in (organ.name, *organ.aliases)}
        self._region = region

    def full(self, name: str) -> str:
        """The canonical name.

        As described, else the fullest form in print, else with the division above an ambiguous place.
        """
        if name in self._aliases:
            return self._aliases[name]
        name = full_state_name(_without_state(name))
        if _OWN.fullmatch(name):
            whole = {printed for printed in self._printed if printed.endswith(name) and printed != name}
            return whole.pop() if len(whole) == 1 else name
        if longer := next((printed for printed in self._printed if _adds_place(printed, name)), None):
            return longer
        place = government_place(name)
        if place and self._region and is_ambiguous(place) and self._region.endswith(place):
            return parent_name(self._region, place) + name
        return name


def _without_state(name: str) -> str:
    """The name of an organ of the State without 中华人民共和国, as its own documents have it."""
    bare = name.removeprefix(_STATE)
    return bare if is_organ(bare) else name


def _adds_place(printed: str, name: str) -> bool:
    """Whether a longer name adds a division: 某某市 before 某某区人民政府."""
    added = printed.removesuffix(name)
    return added not in {"", printed} and find_region(added) is not None
