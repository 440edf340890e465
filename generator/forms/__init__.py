"""A document in the forms in which other programs read it: plain text, Markdown, JSON, Akoma Ntoso.

All of them take the text in the order of the print from :mod:`generator.forms.reading_order`.
"""

from generator.forms.plain_text import plain_text

__all__ = ["plain_text"]
