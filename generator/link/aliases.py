"""Short forms that a document defines or that only one of its citations can mean."""

import re

from generator.lexicon.characters import fold
from generator.lexicon.expressions.verbs import SHORT_FORM
from generator.link.cited_titles import fold_title, is_bare_kind
from generator.link.find import Found

_DEFINED = re.compile(rf"{SHORT_FORM}《(?P<alias>[^《》]{{1,40}})》")
REACH = 60
"""Farthest end of the definition of a short form behind its title, in characters.

《…》（国发〔2020〕3号，以下简称《意见》）; a definition that ends farther off defines nothing.
"""


class ShortForms:
    """The short forms of one document, as its text is read from the first citation to the last."""

    def __init__(self, own: set[str]) -> None:
        self._own = own
        self._defined: dict[str, str] = {}
        self._cited: dict[str, str] = {}

    def read(self, text: str, found: Found) -> str | None:
        """The title that a citation stands for.

        A title that is no short form is remembered with its own.
        """
        if not found.title:
            return None
        key = fold(found.title)
        if not found.number and (full := self._defined.get(key) or self._meant(key)):
            return full
        self._cited.setdefault(fold_title(found.title), found.title)
        if alias := _defined_behind(text, found):
            self._defined[fold(alias)] = found.title
        return None

    def _meant(self, kind: str) -> str | None:
        """What 《办法》 means: the only title cited before that ends so.

        Nothing where the document issues one itself.
        """
        if not is_bare_kind(kind) or any(title.endswith(kind) for title in self._own):
            return None
        candidates = [folded for folded in self._cited if folded.endswith(kind)]
        if kind in candidates:
            candidates.remove(kind)
        return self._cited[candidates[0]] if len(candidates) == 1 else None


def _defined_behind(text: str, found: Found) -> str | None:
    """The short form that is defined behind a citation, before another one begins."""
    closing = text.find("》", found.start, found.end)
    behind = found.end if closing < 0 else closing + 1
    match = _DEFINED.search(text, behind, behind + REACH)
    if match is None:
        return None
    between = text[found.end : match.start("alias") - 1]
    cites_another = match.start() > found.end and "《" in between
    return None if cites_another else match["alias"]
