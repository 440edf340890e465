"""What every value of the model has in common."""

import msgspec


class Value(msgspec.Struct, frozen=True):
    """A frozen, typed value that msgspec can dump, load and describe as JSON Schema."""


Span = tuple[int, ...]
"""Source lines (1-based, ascending) that a value was made of; empty when nothing was printed."""
