"""``prove`` names each form of a reference that says something else than its document."""

import re

import pytest
from msgspec.structs import replace

from generator.model import DocumentRecord, IssueRecord, Site
from generator.pages.tools.reference_box import reference_box
from generator.prove.citing.cited_values import is_address, is_same, known_of
from generator.prove.citing.reference_checks import check_reference
from generator.reference import item_of
from tests.fixtures.demo_archive import demo_archive

ARCHIVE = demo_archive()
ISSUE, GAZETTE = ARCHIVE.issues[0], ARCHIVE.publications[0].title
SITE = Site("云溪文库", address="https://example.org/a/")
PAGE = f"{SITE.address}archive/{ISSUE.documents[0].id}/"
HOSTILE = "</div></details>&lt;{\\x}#$%&_~^\"'“\x01\ud800\ufffe\n\tTI  - 甲},\n  title = {乙}"


def page_of(issue: IssueRecord, record: DocumentRecord, site: Site = SITE) -> str:
    """The box of a document, as its page has it."""
    item = item_of(site.address or "", GAZETTE, issue, record)
    return reference_box(item, record.document, issue.issue.findings)


def said_of(
    page: str, issue: IssueRecord = ISSUE, record: DocumentRecord = ISSUE.documents[0]
) -> list[str]:
    """What is said of a page."""
    known = known_of(issue, record, GAZETTE)
    found = check_reference(page.encode(errors="replace"), known, "", 7)
    return [one.said for one in found]


def test_each_reference_is_proven() -> None:
    for issue in ARCHIVE.issues:
        for record in issue.documents:
            assert said_of(page_of(issue, record), issue, record) == []


@pytest.mark.parametrize("published", [None, "2021-03-01", "2020-02", "2020-02-30", "2020-03-01"])
def test_the_day_of_an_issue_is_that_of_its_reference(published: str | None) -> None:
    issue = replace(ISSUE, issue=replace(ISSUE.issue, published=published))
    assert said_of(page_of(issue, issue.documents[0]), issue) == []


def test_hostile_words_are_proven() -> None:
    record = ISSUE.documents[0]
    document = replace(record.document, title=HOSTILE, number=HOSTILE, issuers=(HOSTILE, "甲"))
    record = replace(record, document=document)
    assert said_of(page_of(ISSUE, record), ISSUE, record) == []
    assert said_of(page_of(ISSUE, ISSUE.documents[0]), ISSUE, record)


@pytest.mark.parametrize(
    ("pattern", "text", "said"),
    [
        (r'(2025.txt">)', r"\1防", "GB/T 7714—2025"),
        (r'(2015.txt">)', r"\1防", "GB/T 7714—2015"),
        (r"(  title = {{)", r"\1防", "BibTeX title"),
        (r"(  author = {{)", r"\1防", "BibTeX author"),
        (r"(  journal = {)", r"\1防", "BibTeX journal"),
        (r"(  year = {)", r"\g<1>1", "BibTeX year"),
        (r"(  number = {)", r"\g<1>1", "BibTeX number"),
        (r"(  note = {)", r"\1防", "BibTeX note"),
        (r"  pages = .*?\n", "", "BibTeX pages"),
        (r"(  url = {https:)", r"\1x", "BibTeX url"),
        (r"(UR  - https:)", r"\1x", "RIS UR"),
        (r'("URL":")https', r"\1ftp", "CSL-JSON URL"),
        (r"  title = .*?\n", "", "BibTeX title"),
        (r"TI  - ", "TI  - 防", "RIS TI"),
        (r"T2  - ", "T2  - 防", "RIS T2"),
        (r"AU  - ", "AU  - 防", "RIS AU"),
        (r"AU  - [^\n]*\n", "", "RIS AU"),
        (r"PY  - ", "PY  - 1", "RIS PY"),
        (r"SP  - ", "SP  - 1", "RIS SP"),
        (r"N1  - ", "N1  - 防", "RIS N1"),
        (r"(TI  - [^\n]*\n)", r"\1\1", "RIS TI"),
        (r'("title":")', r"\1防", "CSL-JSON title"),
        (r'("literal":")', r"\1防", "CSL-JSON author"),
        (r'("container-title":")', r"\1防", "CSL-JSON container-title"),
        (r'("issued":{"date-parts":\[\[)\d+', r"\g<1>1999", "CSL-JSON issued"),
        (r'("original-date":{"date-parts":\[\[)\d+', r"\g<1>1999", "CSL-JSON original-date"),
        (r'("number":")', r"\1防", "CSL-JSON number"),
        (r'("issue":")', r"\g<1>9", "CSL-JSON issue"),
        (r'("page":")', r"\g<1>9", "CSL-JSON page"),
        (r'"page":"[^"]*",', "", "CSL-JSON page"),
        (r'(json">)\[', r"\1{", "CSL-JSON id"),
        (r'(json">)\[', r"\1[7,", "CSL-JSON id"),
        (r'"author":\[[^]]*\]', '"author":7', "CSL-JSON author"),
        (r'"title":"[^"]*"', '"title":[7]', "CSL-JSON title"),
        (r'"date-parts":\[\[[^]]*\]\]', '"date-parts":7', "CSL-JSON issued"),
        (r'<div data-form="bib">.*?</div>', "", "lost: the reference as bib is not there"),
        (r"<details.*</details>", "", "lost: the reference as 2025.txt, "),
        (r"</details>\n?</details>|</details>$", "", "lost: the reference as 2025.txt, "),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_reference_is_named(pattern: str, text: str, said: str) -> None:
    page, count = re.subn(
        pattern, text, page_of(ISSUE, ISSUE.documents[0]), count=1, flags=re.DOTALL
    )
    assert count, pattern
    assert any(one.startswith(said) for one in said_of(page))


@pytest.mark.parametrize(
    ("url", "canonical", "expected"),
    [
        (PAGE, PAGE, True),
        (PAGE, "", True),
        ("", "", True),
        (None, "", True),
        ("", PAGE, False),
        (f"{PAGE}x", PAGE, False),
        (f"{PAGE}x", "", False),
        (f"javascript:{PAGE}", "", False),
        (7, "", False),
    ],
)
def test_an_address_is_that_of_its_page(url: object, canonical: str, *, expected: bool) -> None:
    assert is_address(url, known_of(ISSUE, ISSUE.documents[0], GAZETTE), canonical) is expected


@pytest.mark.parametrize(
    ("known", "seen", "expected"),
    [
        ("甲 乙", "甲乙", True),
        ("甲\x01乙", "甲乙", True),
        ("甲\x01乙", "甲\ufffd乙", True),
        ("甲乙", "甲\ufffd乙", False),
        (("甲",), ["甲"], True),
        (["甲"], ["甲", "甲"], False),
        ("甲", ["甲"], False),
        (7, 7, True),
    ],
)
def test_values_are_the_same_but_for_blanks(known: object, seen: object, *, expected: bool) -> None:
    assert is_same(known, seen) is expected
