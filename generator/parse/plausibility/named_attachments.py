"""The attachments that a document names in its text, which it may print or not."""

import re
from collections.abc import Iterator

from generator.lexicon.expressions.labels import ATTACHMENT_SHUT
from generator.model import Document, Text
from generator.parse.plausibility.places import running
from generator.parse.text.promises import LISTED_BARE

_NAMED = re.compile(rf"{ATTACHMENT_SHUT}\s*\d*\s*[:：]\s*(?P<title>.+)")


def named_attachments(document: Document) -> Iterator[tuple[Text, str, str]]:
    """The attachments that a note names, each with its block, its number and its title."""
    for part in document.parts:
        inside = False
        for block in running(part):
            named = _NAMED.match(block.text)
            inside = inside or named is not None
            text = named["title"] if named else block.text
            listed = LISTED_BARE.match(text) if inside else None
            if listed:
                yield block, listed["n"], listed["title"]
            elif named:
                yield block, "", text
            else:
                inside = False
