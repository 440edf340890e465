"""The box 分享 of a document, and what leads from its print to its page.

Without a script addresses and the words of a message can be read and copied. A script puts a button beside each; where
the site does not know its own address, it says the one that the reader has (``reference.js``).
"""

from typing import NamedTuple

from generator.model import Document
from generator.pages.tools.qr_code import qr_on_paper, qr_on_screen, symbol_of
from generator.pages.tools.reference_box import shown_form
from generator.pages.writing.addresses import served, short_uri
from generator.pages.writing.escape import escape, escape_html, language_of
from generator.pages.writing.markdown import EDITORIAL, paragraph
from generator.reference import Item
from generator.words.say import say
from generator.words.wording import date_words

BOX = "share"
"""Id and class of the box."""
BLANK = "\N{IDEOGRAPHIC SPACE}"
"""What is between the number, the issuer and the date of a document."""


class Sharing(NamedTuple):
    """Blocks of the page of a document; an empty one is not there."""

    box: str
    code: str
    """The code, for paper."""
    short: str
    """The short address in words, for paper."""

    def around(self, source: str) -> tuple[str, str, str]:
        """What says on paper where a document is from, with the way back to its page."""
        return self.code, source, self.short


def sharing_of(item: Item, document: Document, site: str) -> Sharing:
    """How a document is shared.

    :param item: the document as it is cited
    :param site: absolute address of the site; empty where nobody knows it, and then there is no code
    """
    address = item.get("URL", "")
    symbol = symbol_of(site, address.removeprefix(site)) if site else None
    uri = short_uri(document.number) if site else None
    short = f"{site}{served(uri)}" if uri else ""
    lines = [
        f'<details class="reference {BOX} {EDITORIAL}" id="{BOX}">',
        f"<summary>{escape_html(say('share.title'))}</summary>",
        *([qr_on_screen(symbol)] if symbol else []),
        "<dl>",
        *(_entry(say("document.address"), "address", address) if address else ()),
        *(_entry(say("document.short_address"), "short", short) if short else ()),
        *_entry(say("share.message"), "message", message_of(item, document)),
        "</dl>",
        "</details>",
    ]
    printed = say("share.short_printed", address=escape(short)) if short else ""
    return Sharing(
        "\n".join(lines),
        qr_on_paper(symbol) if symbol else "",
        paragraph(printed, f"printed {EDITORIAL}") if printed else "",
    )


def message_of(item: Item, document: Document) -> str:
    """What is sent to others: a line for the title, for number, issuers and date, and for the address.

    What is not known is left out.
    """
    names = BLANK.join(author["literal"] for author in item.get("author", ()))
    day = date_words(document.date) if document.date else ""
    known = BLANK.join(filter(None, (item.get("number"), names, day)))
    return "\n".join(filter(None, (item["title"], known, item.get("URL"))))


def _entry(name: str, form: str, text: str) -> tuple[str, str]:
    """A term of the list and what is copied."""
    shown = shown_form("share", form, text)
    language = language_of(text)
    return f"<dt>{escape_html(name)}</dt>", f"<dd{language}>{shown}</dd>"
