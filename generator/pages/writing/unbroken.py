"""Document numbers in running text never break across lines: 云政发〔2020〕1号."""

import re

from generator.lexicon.numbers import number_between

_TAG = r"(?:<[^<>]*>)*"
_TAKEN = r"<[^<>]*>|\]\([^()\n]*\)|\{:[^{}\n]*\}"
_TAG_OR_NUMBER = re.compile(rf"(?P<tag>{_TAKEN})|(?P<number>{number_between(_TAG)})")
"""Tags, addresses of links and attribute lists are taken whole,
so that nothing in them is read as text."""


def keep_numbers(markdown: str) -> str:
    """Markdown or HTML with each number in a span that does not wrap.

    The characters before a number may be its organ's.
    """
    if "〔" not in markdown:
        return markdown
    return _TAG_OR_NUMBER.sub(lambda match: match["tag"] or _kept(match["number"]), markdown)


def _kept(number: str) -> str:
    """The number in its span; as it is when a tag opens in it and closes outside."""
    balanced = all(
        number.count(f"<{name}") == number.count(f"</{name}>") for name in ("span", "a", "time")
    )
    return f'<span class="nowrap">{number}</span>' if balanced else number
