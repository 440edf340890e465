"""Issue → what must be seen of it, in order: on its pages, in the index of the search, in the data files.

It is derived from the model alone, by rules of print, and knows nothing of how pages, index and data are made:
``generator.prove`` holds what was published against it, and the report on quality publishes its figures.
"""

from generator.visible.balance import Balance, balance_of
from generator.visible.printed_text import CELL, ROW, Piece, seen_text

__all__ = ["CELL", "ROW", "Balance", "Piece", "balance_of", "seen_text"]
