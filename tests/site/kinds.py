"""One page of each kind that the site has, and the documents that are hardest to read."""

import re
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

_BODY = re.compile(r'<body class="kind-(?P<kind>\w+)"')
_WORD = re.compile(r"[a-z]+")
"""A part of an address that names a register; names of documents, years and organs are none."""

_TAG = re.compile(r"<[^>]*>")


def find_kinds(site: Path) -> dict[str, str]:
    """Addresses by name: ``register issuers``, ``document longest`` …; a new kind of page needs no word here."""
    found: dict[str, str] = {}
    for file in sorted(site.rglob("*.html"), key=lambda file: file.as_posix()):
        text = file.read_text(encoding="utf-8")
        match = _BODY.search(text)
        if match is None or 'http-equiv="refresh"' in text:
            continue
        name = match["kind"]
        parts = file.relative_to(site).parts
        if name in {"register", "listing"}:
            name = " ".join([name, *(part for part in parts[1:-1] if _WORD.fullmatch(part))])
        found.setdefault(name, address_of(file, site))
    found["not found"] = "404.html"
    return {**found, **find_documents(site)}


def find_documents(site: Path) -> dict[str, str]:
    """The document with most text, most rows of tables, most articles, and one with a roster."""
    files = [file for file in site.glob("archive/*/*/*/*/index.html") if _is_document(file)]
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(files)}
    measures: dict[str, Callable[[str], int]] = {
        "document longest": lambda text: len(_TAG.sub("", text.partition('id="notes"')[0])),
        "document tables": lambda text: text.count("<tr"),
        "document articles": lambda text: len(re.findall(r'id="art-\d', text)),
        "document roster": lambda text: text.count('class="roster"'),
    }
    return {
        name: address_of(max(texts, key=lambda file: measures[name](texts[file])), site)
        for name in measures
    }


def document_with_most(site: Path, word: str) -> str:
    """The document whose page has a word most often."""
    pages = (file for file in site.glob("archive/*/*/*/*/index.html") if _is_document(file))
    counts = {file: file.read_text(encoding="utf-8").count(word) for file in sorted(pages)}
    return address_of(max(counts, key=lambda file: counts[file]), site)


def document_of_length(site: Path, length: int) -> str:
    """The document with the most characters of text up to a length."""
    sizes = {}
    for file in site.glob("archive/*/*/*/*/index.html"):
        article = BeautifulSoup(file.read_bytes(), "lxml").find("article")
        if article:
            sizes[file] = len("".join(article.get_text().split()))
    fitting = [file for file, size in sizes.items() if size <= length]
    return address_of(max(fitting, key=lambda file: sizes[file]), site)


def address_of(file: Path, site: Path) -> str:
    """The address of a page below the root of the site."""
    return file.relative_to(site).as_posix().removesuffix("index.html")


def _is_document(file: Path) -> bool:
    """Whether a page is that of a document."""
    match = _BODY.search(file.read_text(encoding="utf-8"))
    return match is not None and match["kind"] == "document"
