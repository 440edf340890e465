"""The beginning of the text of each document, made once for each text."""

import msgspec

from generator.archive.text_apart import Texts, digests_of, with_text
from generator.forms.carried import one_line
from generator.model import Article, Document, IssueRecord, Item, Paragraph
from generator.work import key_of

LONGEST = 100
"""Longest summary, in characters."""
KIND = "feed-summaries"
"""What summaries are called among the results that are kept."""


def summaries_of(record: IssueRecord, texts: Texts) -> tuple[str, ...]:
    """The summary of each document of an issue."""
    key = key_of(*digests_of(record))
    kept = texts.results.get(KIND, key)
    if kept is not None:
        return msgspec.msgpack.decode(kept, type=tuple[str, ...])
    documents = (one.document for one in record.documents)
    found = tuple(
        summarize(with_text(document, text))
        for document, text in zip(documents, texts.of(record), strict=True)
    )
    texts.results.put(KIND, key, msgspec.msgpack.encode(found))
    return found


def summarize(document: Document) -> str:
    """The first sentences of a document as one line; empty where it has none, but only tables, say."""
    found = ""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph | Article | Item):
                found = f"{found} {one_line(block.text)}".strip()
            if len(found) > LONGEST:
                return f"{found[:LONGEST]}…"
    return found
