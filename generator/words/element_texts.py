"""The elements that a document prints around its text, as readers see them.

They are shown on its page and in its search text. What an element is called (``words.terms``) and
how its value is written is said here once; the page and the search follow from it. Title and number
have places of their own.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.model import Document, Printed
from generator.words.say import say
from generator.words.terms import TERM_OF
from generator.words.wording import bracketed, chinese_date, with_colon


class Element(NamedTuple):
    """An element for readers."""

    name: str
    """The field of a document that holds it."""
    value: Callable[[Document], str]
    """Its value in words; empty when the document has none."""
    labelled: bool = False
    """Whether its term is before it: 抄送：…."""
    frame: Callable[[str], str] = str
    """What the page prints around it."""
    classes: str = ""
    """Its classes on the page where they are not its name."""
    iso: Callable[[Document], str | None] = lambda _: None
    """The date in it."""
    above: bool = False
    """Whether it is above the text rather than below it."""
    fact: bool = False
    """Whether the fact box has a row with its term and its value."""

    @property
    def term(self) -> str:
        """What it is called in GB/T 9704, in the language of the site."""
        return say(f"term.{self.name}")

    def text(self, document: Document) -> str:
        """The element with its label as a document prints it, empty when the document has none."""
        value = self.value(document)
        return with_term(self.name, value) if value and self.labelled else value


def with_term(name: str, text: str) -> str:
    """The text of an element with its label as documents print it: 抄送：…."""
    return f"{TERM_OF[name]}：{text}"


def _printed(printed: Printed | None) -> str:
    """印发机关和印发日期 on one line."""
    if printed is None:
        return ""
    date = f"{chinese_date(printed.date)}印发" if printed.date else ""
    return "　".join(filter(None, [printed.organ, date]))


ELEMENTS = (
    Element("copy", lambda document: document.copy or "", above=True, fact=True),
    Element("security", lambda document: document.security or "", above=True, fact=True),
    Element("urgency", lambda document: document.urgency or "", above=True, fact=True),
    Element("signer", lambda document: document.signer or "", above=True, fact=True),
    Element("index", lambda document: document.index or "", above=True, fact=True),
    Element("recipients", lambda document: document.recipients or "", frame=with_colon, above=True),
    Element("signature", lambda document: document.signature or ""),
    Element("date", lambda document: chinese_date(document.date), iso=lambda document: document.date),
    Element("note", lambda document: document.note or "", frame=bracketed),
    Element("subjects", lambda document: "　".join(document.subjects), labelled=True, classes="imprint", fact=True),
    Element("copies", lambda document: document.copies or "", labelled=True, classes="imprint"),
    Element(
        "printed", lambda document: _printed(document.printed), classes="imprint",
        iso=lambda document: document.printed.date if document.printed else None,
    ),
)  # fmt: skip
"""In the order in which a document prints them where their lines are not known."""


def shown_elements(document: Document) -> Iterator[tuple[Element, str]]:
    """Each element around the text that a document has, with its text.

    The text is as printed, where that is known.
    """
    for element in ELEMENTS:
        if text := element.text(document):
            yield element, document.as_printed.get(element.name, element.frame(text))
