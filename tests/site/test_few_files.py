"""Hosts count files: what a site has one of for each document, issue or name is listed, and nothing else grows."""

import re
from collections import Counter
from pathlib import Path

from generator.export import SERVED
from generator.model import Archive
from generator.search import build_search
from tests.search.synthetic import synthetic_archive

DOCUMENT = r"archive/[a-z-]+/[\w.]+/[\w-]+/\d+/index\.html"
KINDS = {
    "page of a document": DOCUMENT,
    "document as data": r"data/documents/.+",
    "picture of a gazette": r"assets/previews/.+",
    "source of an issue": r"archive/[a-z-]+/[\w.]+/[\w-]+/source/.+",
    "page of an issue": r"archive/[a-z-]+/[\w.]+/[\w-]+/index\.html",
    "catalogue of an issue or a year": r"data/catalog/.+",
    "text of a year": r"data/texts/.+",
    "table": r"data/tables/.+",
    "feed": r"feeds/.+",
    "list of documents by a name or a year": r"archive/.+",
    "pack of the search": r"data/search/[tg]/.+",
    "columns of the search": r"data/search/.+",
    "short addresses of a prefix": r"n/[^/]+\.json",
    "number of several documents": r"n/.+/index\.html",
    "file of the site": r"assets/.+|data/.+|[\w.-]+|(?:about|accessibility|dictionary|help|search)/index\.html",
}
"""Each kind of file; the first that fits is that of a file."""


def kind_of(name: str) -> str:
    """The kind of a file by its address."""
    return next((kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, name)), name)


def counted(site: Path) -> Counter[str]:
    """How many files of each kind a site has."""
    files = (file for file in site.rglob("*") if file.is_file())
    return Counter(kind_of(file.relative_to(site).as_posix()) for file in files)


def test_each_file_is_of_a_kind_that_the_guide_lists(site: Path, root: Path) -> None:
    assert counted(site).keys() <= KINDS.keys()
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| ([a-z ]+) \| .+ \| .+ \|$", guide, re.MULTILINE)
    assert [kind for kind in listed if kind in KINDS] == list(KINDS)


def test_a_document_has_few_files_of_its_own(site: Path, real_archive: Archive) -> None:
    count, found = len(real_archive.documents), counted(site)
    assert found["page of a document"] == count
    assert found["document as data"] <= 2 * count
    prefixes = {str(one.document.number).split("〔")[0] for one in real_archive.documents}
    assert 0 < found["short addresses of a prefix"] <= len(prefixes)
    assert found["number of several documents"] <= count // 10
    assert found["pack of the search"] + found["columns of the search"] < 13


def test_the_site_has_three_and_a_half_files_a_document_and_a_few(
    site: Path, real_archive: Archive
) -> None:
    found, issues = counted(site), len(real_archive.issues)
    assert found["page of an issue"] == issues
    assert found["source of an issue"] == 2 * issues
    assert found.total() <= 3.5 * len(real_archive.documents) + 210


def test_fifty_documents_have_a_dozen_packs(real_archive: Archive) -> None:
    archive = synthetic_archive(real_archive, 50)
    found = Counter(kind_of(address) for address, _ in build_search(archive, SERVED))
    assert found.keys() == {"pack of the search", "columns of the search"}
    assert found.total() < 20
