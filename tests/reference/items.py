"""Items of the frozen archive, and of documents whose words are hostile to every form of a reference."""

from collections.abc import Iterator

from generator.model import Archive, Document, DocumentRecord, Issue, Publication
from generator.reference import Cited, Item, cite_document, csl_item

ADDRESS = "https://example.org/archive/{}/"
TODAY = {"date-parts": [[2026, 1, 9]]}
HOSTILE = (
    "关于}{的通知",
    "关于\\input{x}的\\通知\\",
    "关于\n@article{x,\n  title = {x}}的通知",
    "关于\r\nER  - \r\nTY  - BOOK的通知",
    '关于"100%"与_$&#~^的通知',
    "关于@{%}的通知",
    "关于</pre></script><script>x</script>&amp;的通知",
    "关于{{ 7 * 7 }}{% raw %}的通知",
    "关于\x00\x1b\ud800\ufdd0的通知",
    "关于\u2028一事 and 二事的通知",
)
"""Titles, which are also names of issuers and of gazettes here."""


def items_of(archive: Archive) -> Iterator[Item]:
    """The item of each document of an archive that has an address."""
    titles = {record.id: record.title for record in archive.publications}
    for issue in archive.issues:
        for record in issue.documents:
            title, address = titles[issue.publication], ADDRESS.format(record.id)
            yield csl_item(cite_document(record, issue.issue, title, issue.issue.findings, address))


def hostile_items() -> Iterator[Item]:
    """An item for each hostile text, which is its title, its issuer, its number and its gazette."""
    for nth, text in enumerate(HOSTILE, start=1):
        yield csl_item(
            Cited(f"yunxi/2021/{nth}/1", text, text, issuers=(text, "云溪县人民政府"), number=text)
        )


def record_of(document: Document) -> tuple[DocumentRecord, Issue]:
    """A document of 2021年第4期, with its issue."""
    record = DocumentRecord("yunxi/2021/4/1", "yunxi/2021/4", document, 10)
    return record, Issue("x", "", Publication("公报"), year=2021, number=4)
