"""The one way out: a text is not surely within the dialect."""


class OutsideDialect(Exception):
    """Something in a text may mean to Python-Markdown what this room does not know."""
