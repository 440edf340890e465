"""An issue that another program parsed: what it does not say is found, what it says stays."""

from pathlib import Path

import pytest

from generator.archive.sources import read_issue
from generator.model import Document, Finding, Issue, Stretch, TextPlace

ISSUE = """
source: elsewhere.txt
sha256: ''
publication: {title: 云溪市人民政府公报}
year: 2021
number: 2
documents:
"""

DOCUMENT = """
  - sequence: 1
    lines: [10, 20]
    title: 云溪市人民政府关于用水的通知
    date: '2021-03-01'
    parts:
      - kind: body
        blocks:
          - {type: paragraph, text: 根据《云溪市用水办法》（云政发〔2019〕3号）办理。, lines: [12]}
          - {type: paragraph, text: 本通知自2021年2月30日起施行，有效期至2023年12月31日。, lines: [14]}
"""


def read(folder: Path, *documents: str) -> Issue:
    path = folder / "2021-02.yml"
    path.write_text(ISSUE + "".join(documents), encoding="utf-8")
    return read_issue(path)


def cited(document: Document) -> list[tuple[str | None, str | None, int]]:
    return [(citation.title, citation.number, citation.line) for citation in document.citations]


def test_a_document_without_the_keys_is_searched(tmp_path: Path) -> None:
    issue = read(tmp_path, DOCUMENT)
    (document,) = issue.documents
    assert cited(document) == [("云溪市用水办法", "云政发〔2019〕3号", 12)]
    assert (document.effective.start, document.effective.until) == ("2021-02-30", "2023-12-31")
    assert [(finding.line, finding.kind) for finding in issue.findings] == [(14, "impossible-date")]


def test_a_document_that_brings_a_key_is_left_as_it_is(tmp_path: Path) -> None:
    own = DOCUMENT + "    citations: []\n    effective: {from: null, until: null}\n"
    more = DOCUMENT + "    citations: [{title: 甲, line: 3}]\n    effective: {from: '2021-04-01'}\n"
    issue = read(tmp_path, own, more, DOCUMENT)
    assert [cited(document) for document in issue.documents] == [
        [], [("甲", None, 3)], [("云溪市用水办法", "云政发〔2019〕3号", 12)],
    ]  # fmt: skip
    assert [document.effective.start for document in issue.documents] == [
        None,
        "2021-04-01",
        "2021-02-30",
    ]
    assert [document.effective.until for document in issue.documents] == [None, None, "2023-12-31"]


def test_what_is_said_already_is_not_said_twice(tmp_path: Path) -> None:
    first = read(tmp_path, DOCUMENT)
    known = (
        "{line: 14, kind: impossible-date, severity: warning, found: '2021-02-30', message: 无此日}"
    )
    again = read(tmp_path, DOCUMENT, f"findings:\n  - {known}\n")
    assert len(first.findings) == 1
    assert again.findings == (
        Finding(
            line=14,
            kind="impossible-date",
            severity="warning",
            found="2021-02-30",
            message="无此日",
        ),
    )


def test_an_issue_without_documents_is_an_issue(tmp_path: Path) -> None:
    path = tmp_path / "2021-02.yml"
    path.write_text(ISSUE.replace("documents:\n", ""), encoding="utf-8")
    assert read_issue(path).documents == ()


def test_places_that_cannot_be_are_looked_for_anew(tmp_path: Path) -> None:
    place = "{part: 7, block: 0}, start: 3, end: 900"
    own = f"    citations: [{{title: 云溪市用水办法, number: 云政发〔2019〕3号, line: 12, place: {place}}}]\n"
    term = (
        "    effective: {from: '2021-04-01', at: {from: {part: 0, block: 9, start: 1, end: 0}}}\n"
    )
    (document,) = read(tmp_path, DOCUMENT, own, term).documents
    (citation,) = document.citations
    assert (citation.place, citation.start, citation.end) == (TextPlace(0, 0), 2, 24)
    assert document.effective.at == {"from": Stretch(0, 1, 0, 34)}


@pytest.mark.parametrize(
    ("start", "end", "stays"), [(3, 34, True), (3, 35, False), (8, 8, True), (9, 8, False)]
)
def test_a_stretch_that_the_text_has_stays(
    tmp_path: Path, start: int, end: int, *, stays: bool
) -> None:
    at = f"{{from: {{part: 0, block: 1, start: {start}, end: {end}}}}}"
    force = f"    effective: {{from: '2021-04-01', at: {at}}}\n"
    (document,) = read(tmp_path, DOCUMENT, force).documents
    expected = Stretch(0, 1, start, end) if stays else Stretch(0, 1, 0, 34)
    assert document.effective.at == {"from": expected}
