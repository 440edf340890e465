"""How well the words of titles decide, as people read the same titles: what the report on quality says of it.

The titles and their labels are in ``tests/lexicon/subjects``; a test counts anew.
"""

from typing import NamedTuple


class Measured(NamedTuple):
    """A measure of the words."""

    titles: int
    """Labelled by reading."""
    given: int
    """Classes that the words give to them."""
    right: int
    """Those among them that the labels have."""


KNOWN = Measured(titles=101, given=102, right=102)
"""Titles of the frozen samples and made-up ones, which were known while the words were chosen."""
UNSEEN = Measured(titles=43, given=40, right=37)
"""Titles that were drawn and labelled afterwards, and for which no word was changed."""
