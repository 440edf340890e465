"""The elements of GB/T 9704 around the text of a document, as they must be seen."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.model import Document, Printed
from generator.visible.printed_text import first
from generator.words.terms import TERM_OF
from generator.words.wording import chinese_date

MARKS = ("copy", "security", "urgency", "signer", "index")
"""The marks of a head: 份号, 密级, 紧急程度, 签发人, 索引号."""
ABOVE = (*MARKS, "recipients")
"""The elements above a text."""


class Seen(NamedTuple):
    """An element that must be seen."""

    name: str
    text: str
    line: int
    """The first of its source lines; 0 where none is known."""

    @property
    def is_above(self) -> bool:
        """Whether it is printed above the text."""
        return self.name in ABOVE


def _printed(printed: Printed | None) -> str:
    """Organ and date of 印发."""
    if printed is None:
        return ""
    date = f"{chinese_date(printed.date)}印发" if printed.date else ""
    return "　".join(filter(None, (printed.organ, date)))


def labelled(name: str, text: str) -> str:
    """A value behind its label: 抄送：…; nothing where there is no value."""
    return f"{TERM_OF[name]}：{text}" if text else ""


def in_brackets(text: str) -> bool:
    """Whether a note has its brackets."""
    return text[:1] in ("（", "(") and text[-1:] in ("）", ")")


def has_colon(text: str) -> bool:
    """Whether recipients have their colon."""
    return text[-1:] in ("：", ":")


VALUES: Mapping[str, Callable[[Document], str]] = MappingProxyType(
    {
        "copy": lambda document: document.copy or "",
        "security": lambda document: document.security or "",
        "urgency": lambda document: document.urgency or "",
        "signer": lambda document: document.signer or "",
        "index": lambda document: document.index or "",
        "recipients": lambda document: document.recipients or "",
        "signature": lambda document: document.signature or "",
        "date": lambda document: chinese_date(document.date),
        "note": lambda document: document.note or "",
        "subjects": lambda document: labelled("subjects", "　".join(document.subjects)),
        "copies": lambda document: labelled("copies", document.copies or ""),
        "printed": lambda document: _printed(document.printed),
    }
)
"""The elements around the text, in the order in which GB/T 9704 prints them."""


def framed(name: str, text: str) -> str:
    """An element with what its form prints around it: the colon of recipients, the brackets of a note."""
    if name == "recipients" and not has_colon(text):
        return f"{text}："
    if name == "note" and not in_brackets(text):
        return f"（{text}）"
    return text


def elements_seen(document: Document) -> Iterator[Seen]:
    """The elements that a document has around its text; as they are printed, where that is known."""
    for name, value in VALUES.items():
        if text := value(document):
            shown = document.as_printed.get(name, framed(name, text))
            yield Seen(name, shown, first(document.at.get(name, ())))
