"""The elements outside the blocks of a document in the words in which a reader sees them."""

from generator.model import Document, Printed
from generator.words.wording import bracketed, chinese_date, with_colon


def shown_elements(document: Document) -> dict[str, str]:
    """The elements that a document has around its blocks, by name; the text as printed, where it is known."""
    usual = {
        "recipients": with_colon(document.recipients) if document.recipients else "",
        "signature": document.signature or "",
        "date": chinese_date(document.date),
        "note": bracketed(document.note) if document.note else "",
        "copies": f"抄送：{document.copies}" if document.copies else "",
        "printed": _printed(document.printed),
    }
    return {name: document.as_printed.get(name, text) for name, text in usual.items() if text}


def _printed(printed: Printed | None) -> str:
    """印发机关和印发日期 on one line."""
    if printed is None:
        return ""
    date = f"{chinese_date(printed.date)}印发" if printed.date else ""
    return "　".join(filter(None, [printed.organ, date]))
