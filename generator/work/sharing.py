"""Equal texts that are one in memory.

What a person or a pattern wrote is one text however often it is used; in MessagePack it is written out each time, and
comes back as many. Of an archive that was read before, the words of findings are a third of what it takes.
"""

from collections.abc import Iterable

import msgspec
from msgspec.structs import force_setattr


class Sharing:
    """The texts that were met."""

    def __init__(self) -> None:
        """Know of none."""
        self._known: dict[object, object] = {}

    def share(self, values: Iterable[msgspec.Struct], names: tuple[str, ...]) -> None:
        """Let what some values have under these names be the same object wherever it is equal.

        Nobody can tell but by ``is``, so that frozen values stay what they are.
        """
        known = self._known
        for value in values:
            for name in names:
                held = getattr(value, name)
                force_setattr(value, name, known.setdefault(held, held))
