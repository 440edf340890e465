"""How much of what the documents cite was understood, for the report on quality."""

from collections.abc import Iterator

from generator.accuracy.understanding import Understanding, Unread
from generator.pages.index.cited_listing import CITED
from generator.pages.writing.addresses import document_uri
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import bullets, link, table
from generator.words.wording import count, percent

MOST = 50
"""Most places that were not understood that the report names."""


def understanding_markdown(understood: Understanding, uri: str) -> Iterator[str]:
    """The three shares, and the places that were not understood."""
    rows = (
        (f"链接到本库所收文件（其中{count(understood.own, '处')}指本件所附）", understood.linked),
        (f"链接到{link('所引文件', CITED, uri)}名录", understood.registered),
        ("未能识读", len(understood.unread)),
    )
    yield f"各文件正文里的书名号和发文字号共{count(understood.total, '处')}，识读的结果如下。"
    cells = ([name, f"{number:,}", percent(number, understood.total)] for name, number in rows)
    yield table(["结果", "处数", "比例"], cells)
    if understood.unread:
        more = f"（列出前{MOST}处）" if len(understood.unread) > MOST else ""
        yield f"未能识读的各处{more}："
        yield bullets(_place(unread, uri) for unread in understood.unread[:MOST])


def _place(unread: Unread, uri: str) -> str:
    """A place that was not understood: the words, the document, the source line."""
    line = f"，原文第{unread.text.lines[0]}行" if unread.text.lines else ""
    document = link(unread.record.document.title, document_uri(unread.record), uri)
    return f"“{escape(unread.quote)}”，见{document}{line}"
