"""How much of what the documents cite was understood, for the report on quality."""

from collections.abc import Iterator

from generator.accuracy.understanding import Understanding, Unread
from generator.pages.index.cited_listing import CITED
from generator.pages.writing.addresses import document_uri
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import bullets, link, table
from generator.words.say import say
from generator.words.wording import percent

MOST = 50
"""Most places that were not understood that the report names."""


def understanding_markdown(understood: Understanding, uri: str) -> Iterator[str]:
    """The three shares, and the places that were not understood."""
    register = link(say("cited.title"), CITED, uri)
    rows = (
        (say("understanding.linked", n=understood.own), understood.linked),
        (say("understanding.registered", register=register), understood.registered),
        (say("understanding.unread"), len(understood.unread)),
    )
    yield say("understanding.total", n=understood.total)
    cells = ([name, f"{number:,}", percent(number, understood.total)] for name, number in rows)
    header = [say(f"understanding.column.{name}") for name in ("result", "number", "share")]
    yield table(header, cells)
    if understood.unread:
        has_more = len(understood.unread) > MOST
        yield say("understanding.first", n=MOST) if has_more else say("understanding.all")
        yield bullets(_place(unread, uri) for unread in understood.unread[:MOST])


def _place(unread: Unread, uri: str) -> str:
    """A place that was not understood: the words, the document, the source line."""
    quote = escape(unread.doubt.quote)
    document = link(unread.record.document.title, document_uri(unread.record), uri)
    if not unread.doubt.line:
        return say("understanding.place", quote=quote, document=document)
    line = str(unread.doubt.line)
    return say("understanding.place_and_line", quote=quote, document=document, line=line)
