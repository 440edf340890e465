"""Bytes of a source and the issue that was read of it → an account of every character.

``plain.py`` is the plain path from bytes to visible characters; it shares nothing with the reader.
``accounting.py`` gives each of these characters to what explains it.
"""

from generator.proof.accounting import account_for, prove_issue

__all__ = ["account_for", "prove_issue"]
