"""The tools of a document: read aloud, cite, print, go to an article.

They are shown where scripts run.
"""

from collections.abc import Sequence

from generator.outline.headings import PlacedPart
from generator.pages.writing.escape import escape_html

ARTICLE = "art"
"""Part of an anchor that an article has: ``art-12``, ``enc-2-art-3``."""


def document_tools(citation: str, *, has_articles: bool) -> str:
    """The buttons, and the line in which they answer.

    :param citation: what is copied behind a quotation, without the address
    """
    lines = [
        f'<div class="doc-tools scripted" id="doc-tools" role="group" aria-label="本文工具" data-citation="{escape_html(citation)}">',
        '<button type="button" id="speak" hidden>朗读全文</button>',
        '<button type="button" id="cite" aria-pressed="false">逐段引用</button>',
        '<button type="button" id="print">打印</button>',
        *([_jump_form()] if has_articles else []),
        "</div>",
        '<p class="doc-status scripted" id="doc-status" role="status"></p>',
    ]
    return "\n".join(lines)


def _jump_form() -> str:
    """The form that asks for the number of an article."""
    field = '<input id="jump-number" size="4" required>'
    label = f"跳到第 {field} 条"
    return f'<form class="jump" id="jump" autocomplete="off"><label>{label}</label> <button type="submit">前往</button></form>'


def has_articles(parts: Sequence[PlacedPart]) -> bool:
    """Whether a document has numbered articles."""
    return any(ARTICLE in block.anchor.split("-") for part in parts for block in part.blocks)


def cite(title: str, issuer: str | None, number: str | None, printed_in: str) -> str:
    """How a document is cited: issuer, title, number, and where it was printed."""
    numbered = f"（{number}）" if number else ""
    return f"{issuer or ''}《{title}》{numbered}，{printed_in}"
