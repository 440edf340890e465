"""The titles of the contents, looked up at the beginning or end of a text whatever their number."""

from dataclasses import dataclass

from generator.lexicon.characters import fold
from generator.lexicon.organs import LONGEST_ORGAN, is_organ


@dataclass(frozen=True, slots=True)
class IndexLimits:
    """How long a title is, in folded characters, that is searched for in a text; a shorter one is found by chance."""

    opening: int = 4
    """Shortest title at the beginning of a text."""
    closing: int = 9
    """Shortest title at the end of a text, behind the organ that is printed before it."""


INDEX = IndexLimits()


class TitleIndex:
    """Folded titles, found by their first characters and their length."""

    def __init__(self) -> None:
        self._titles: set[str] = set()
        self._sizes: dict[str, set[int]] = {}
        """Lengths of the titles, by their first characters."""

    def add(self, title: str) -> None:
        """Take up a title."""
        folded = fold(title)
        self._titles.add(folded)
        if len(folded) >= INDEX.opening:
            self._sizes.setdefault(folded[: INDEX.opening], set()).add(len(folded))

    def __contains__(self, folded: str) -> bool:
        """Whether a folded text is one of the titles."""
        return folded in self._titles

    def __bool__(self) -> bool:
        """Whether there are any titles."""
        return bool(self._titles)

    def opens(self, folded: str) -> bool:
        """Whether a folded text begins with a title, an organ before it passed over."""
        for place in range(min(len(folded), LONGEST_ORGAN + 1)):
            for size in self._sizes.get(folded[place : place + INDEX.opening], ()):
                if folded[place : place + size] not in self._titles:
                    continue
                if place == 0 or is_organ(folded[:place]):
                    return True
        return False

    def closes(self, folded: str) -> bool:
        """Whether a folded text is an organ and one of the titles."""
        return any(
            folded[place:] in self._titles and is_organ(folded[:place])
            for place in range(1, len(folded) - INDEX.closing + 1)
        )
