"""Bytes of a source and the issue that was read of it → an account of every character.

``plain.py`` is the plain path from bytes to visible characters; it shares nothing with the reader.
``accounting.py`` gives each of these characters to what explains it. ``parsed_source.py`` does the same
for a file that another program parsed.
"""

from generator.proof.accounting import UNEXPLAINED, account_for, prove_issue
from generator.proof.parsed_source import prove_parsed

__all__ = ["UNEXPLAINED", "account_for", "prove_issue", "prove_parsed"]
