"""The source beside the reading: its lines, the way there and the way back."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.archive.source_folder import SourceFolder
from generator.model import Archive, Table
from generator.pages import build_assets, build_pages
from generator.pages.writing.source_lines import LINES_OF_PAGE, beside, page_of_line, source_uri
from generator.source.source_file import Scan
from tests.conftest import SAMPLES
from tests.hostile.publishing import DEMO, plain_text, write_text
from tests.pages.rendering import Render

_TO_SOURCE = re.compile(r"\]\((?P<page>[\w./-]*source/[\w-]+\.md)#L(?P<line>\d+)\)")
_BACK = re.compile(r"\]\((?P<page>[\w./-]+\.md)#(?P<anchor>[\w-]+)\)\{: \.to-reading")
_LINE = re.compile(r'<li id="L(\d+)">(.*?)</li>')


@pytest.fixture(scope="module")
def texts(real_archive: Archive) -> dict[str, str]:
    """Every page of the frozen archive with its sources, by address."""
    pages = build_pages(real_archive, sources=SourceFolder(SAMPLES))
    return {page.uri: page.text for page in pages}


def located(uri: str, relative: str) -> str:
    """The address that a link on a page means."""
    parts = uri.split("/")[:-1]
    for step in relative.split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)


def test_each_finding_of_a_document_leads_to_its_line(
    real_archive: Archive, texts: dict[str, str]
) -> None:
    for record in real_archive.issues:
        for document in record.documents:
            first, last = document.document.lines[0], document.document.lines[-1]
            found = {one.line for one in record.issue.findings if first <= one.line <= last}
            text = texts[f"archive/{document.id}.md"]
            notes = text[text.find("#notes") :]
            assert found <= {int(match["line"]) for match in _TO_SOURCE.finditer(notes)}


def test_each_finding_outside_the_documents_leads_to_its_line(
    real_archive: Archive, texts: dict[str, str]
) -> None:
    for record in real_archive.issues:
        spans = [document.document.lines for document in record.documents]
        outside = {
            finding.line
            for finding in record.issue.findings
            if finding.line and not any(lines[0] <= finding.line <= lines[-1] for lines in spans)
        }
        text = texts[f"archive/{record.id}/index.md"]
        assert outside <= {int(match["line"]) for match in _TO_SOURCE.finditer(text)}


def test_a_long_source_lists_where_some_of_its_pages_begin(tmp_path: Path) -> None:
    write_text(tmp_path / "east", plain_text() + "\n" * 125_000)
    archive, _ = read_archive(tmp_path)
    pages = {page.uri: page for page in build_pages(archive, sources=SourceFolder(tmp_path))}
    shown = [page.text for uri, page in pages.items() if "/source/" in uri]
    assert len(shown) > 40
    assert "[第9001行起](4.md)" in shown[0]
    assert all(text.count("行起](") <= 2 * 20 for text in shown)


def test_each_link_to_a_line_has_its_target_and_each_way_back_its_anchor(
    texts: dict[str, str], render: Render
) -> None:
    ids: dict[str, set[str]] = {}
    links = [
        (located(uri, match["page"]), f"L{match['line']}")
        for uri, text in texts.items()
        for match in _TO_SOURCE.finditer(text)
    ] + [
        (located(uri, match["page"]), match["anchor"])
        for uri, text in texts.items()
        for match in _BACK.finditer(text)
    ]
    assert len(links) > 5_000
    for page, anchor in links:
        if page not in ids:
            ids[page] = set(re.findall(r'\bid="([^"]+)"', str(render(texts[page]))))
        assert anchor in ids[page], f"{page}#{anchor}"


def test_each_paragraph_of_a_document_leads_to_the_line_on_which_it_begins(
    real_archive: Archive, texts: dict[str, str]
) -> None:
    document = max(
        (document for record in real_archive.issues for document in record.documents),
        key=lambda document: len(document.document.parts[0].blocks),
    )
    text = texts[f"archive/{document.id}.md"]
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]\([^)]*\)\{\.source-line ", text)}
    running = [
        block.lines[0]
        for part in document.document.parts
        for block in part.blocks
        if type(block).__name__ in {"Paragraph", "Item"} and not block.lead
    ]
    assert len(running) > 20
    assert set(running) <= numbers


def test_contents_cover_and_parts_lead_to_their_lines_and_back(
    real_archive: Archive, texts: dict[str, str]
) -> None:
    for record in real_archive.issues:
        issue, uri = record.issue, f"archive/{record.id}/index.md"
        lines = [line.line for line in issue.masthead if line.text.strip()]
        lines += [entry.lines[0] for entry in issue.contents if entry.lines]
        assert lines
        for line in lines:
            assert f'<span id="l-{line}">[{line}](source/' in texts[uri]
        back = "".join(text for at, text in texts.items() if f"{record.id}/source/" in at)
        assert all(f"](../index.md#l-{line})" in back for line in set(lines))
        for document in record.documents:
            text = texts[f"archive/{document.id}.md"]
            for part in document.document.parts:
                if part.title and part.at:
                    assert f"\n\n[{part.at[0]}](source/" in text
                    assert f'aria-label="还原文本（第{part.at[0]}行）"' in back


def test_the_printed_page_leads_to_the_line_of_the_contents_that_prints_it(
    real_archive: Archive, texts: dict[str, str]
) -> None:
    for record in real_archive.issues:
        pages = {entry.document: entry for entry in record.issue.contents if entry.document}
        for document in record.documents:
            entry = pages.get(document.document.sequence)
            if entry and entry.page:
                text = texts[f"archive/{document.id}.md"]
                fact = text[text.index("刊载于\n") :].split("\n\n")[0]
                assert f"第{entry.page}页[{entry.lines[0]}](source/" in fact


def test_what_is_on_one_source_line_has_one_anchor(tmp_path: Path) -> None:
    page = "<html><body><p>云溪县人民政府公报</p><p>2021年第1期</p>" + "".join(
        f"<p>{line}</p>" for line in plain_text().split("\n") if line
    )
    (tmp_path / "east").mkdir()
    (tmp_path / "east/2021-09.html").write_text(page + "</body></html>", encoding="utf-8")
    archive, _ = read_archive(tmp_path)
    pages = {page.uri: page.text for page in build_pages(archive, sources=SourceFolder(tmp_path))}
    (text,) = (
        text
        for uri, text in pages.items()
        if "](source/index.md#L1)" in text and uri.endswith("index.md")
    )
    assert text.count("[1](source/index.md#L1){.source-line ") > 1
    assert text.count('id="l-1"') == 1


@pytest.mark.parametrize(
    ("line", "damaged"),
    [(b"\xff\xfe", 2), ("\ufffd".encode(), 0), (b"\xff" + "\ufffd".encode(), 1), (b"", 0)],
)
def test_a_source_says_which_of_its_characters_stand_for_damaged_bytes(
    tmp_path: Path, line: bytes, damaged: int
) -> None:
    write_text(tmp_path / "east", plain_text())
    (path,) = tmp_path.glob("east/*.txt")
    path.write_bytes(path.read_bytes() + ("做好各项工作。" * 60).encode() + line)
    archive, errors = read_archive(tmp_path)
    assert errors == ()
    pages = {page.uri: page.text for page in build_pages(archive, sources=SourceFolder(tmp_path))}
    (text,) = (text for uri, text in pages.items() if "/source/" in uri)
    assert (f"其中{damaged}处字节不能解码" in text) is bool(damaged)
    assert ("不能解码" in text) is bool(damaged)


def test_each_row_of_a_table_leads_to_its_line(
    real_archive: Archive, texts: dict[str, str]
) -> None:
    for document in (document for record in real_archive.issues for document in record.documents):
        text = texts[f"archive/{document.id}.md"]
        rows = set(re.findall(r'data-row="([\w-]+)"', text))
        assert rows <= set(re.findall(r'<tr id="([\w-]+)"', text))
        tables = [
            block
            for part in document.document.parts
            for block in part.blocks
            if isinstance(block, Table)
        ]
        lines = [line for table in tables for line in table.row_lines if line != table.lines[0]]
        assert len(rows) == len(lines)


def test_the_lines_of_a_source_are_those_of_its_file(
    real_archive: Archive, texts: dict[str, str]
) -> None:
    for record in real_archive.issues:
        lines = (SAMPLES / record.file).read_text(encoding="utf-8").split("\n")
        shown: dict[int, str] = {}
        for uri, text in texts.items():
            if uri.startswith(f"archive/{record.id}/source/"):
                found = {int(number): line for number, line in _LINE.findall(text)}
                assert 0 < len(found) <= LINES_OF_PAGE
                assert all(source_uri(record, page_of_line(number)) == uri for number in found)
                shown |= found
        if not lines[-1]:
            lines.pop()
        assert sorted(shown) == list(range(1, len(lines) + 1))
        for number, line in enumerate(lines, 1):
            plain = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            assert shown[number].replace("&#9;", "\t") == plain.rstrip("\r")


def test_the_bytes_are_published_as_plain_text_whatever_they_are(tmp_path: Path) -> None:
    page = "<html><body><p>云溪县人民政府公报</p><p>2021年第1期</p>" + "".join(
        f"<p>{line}</p>" for line in plain_text().split("\n") if line
    )
    write_text(tmp_path / "east", plain_text())
    (tmp_path / "east/2021-09.html").write_text(page + "</body></html>", encoding="utf-8")
    archive, _ = read_archive(tmp_path)
    sources = SourceFolder(tmp_path)
    assets = {asset.uri: asset.data for asset in build_assets(archive, sources)}
    assert all(uri.endswith(".txt") for uri in assets)
    for record in archive.issues:
        data = (tmp_path / record.file).read_bytes()
        (uri,) = (uri for uri in assets if uri.startswith(f"archive/{record.id}/"))
        assert assets[uri] == data
        assert sources.text(record).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("</li></ol><script>alert(1)</script>", "&lt;/li&gt;&lt;/ol&gt;&lt;script&gt;alert(1)"),
        (
            "{{ page }} {% x %} [a](b) **c** &amp; `d`",
            "{{ page }} {% x %} [a](b) **c** &amp;amp; `d`",
        ),
        ("甲\t乙", "甲&#9;乙"),
        ("　　丙  丁", "　　丙  丁"),
        ("戊\x07己", '戊<span class="code-point" data-code="U+0007"></span>己'),
        ("庚\u202e辛", '庚<span class="code-point" data-code="U+202E">&#8238;</span>辛'),
    ],
)
def test_a_line_comes_out_as_text(tmp_path: Path, line: str, shown: str) -> None:
    write_text(tmp_path / "east", f"{plain_text()}\n{line}\n")
    archive, _ = read_archive(tmp_path)
    pages = {page.uri: page for page in build_pages(archive, sources=SourceFolder(tmp_path))}
    (text,) = (page.text for uri, page in pages.items() if "/source/" in uri)
    assert shown in _LINE.findall(text)[-1][1]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("各乡镇：\n{: .recipients }", "[3](x)各乡镇：\n{: .recipients }"),
        ("## 总则 {#ch1}", "[3](x)\n{: .line-above }\n\n## 总则 {#ch1}"),
        ("### 第一条 {#art-1 .run-in}\n\n为了……", "### 第一条 {#art-1 .run-in}\n\n[3](x)为了……"),
        ('<div class="table-scroll">', '[3](x)\n{: .line-above }\n\n<div class="table-scroll">'),
        ('<time datetime="2021-01-01">2021年1月1日</time>', '[3](x)<time datetime="2021-01-01">2021年1月1日</time>'),
    ],
)  # fmt: skip
def test_the_number_of_a_line_is_before_the_words_that_begin_there(
    markdown: str, expected: str
) -> None:
    assert beside("[3](x)", markdown) == expected
    assert beside("", markdown) == markdown


def test_an_issue_that_another_program_parsed_has_no_lines_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "yunxi").mkdir()
    shutil.copy(DEMO / "2020-01.yml", tmp_path / "yunxi")
    archive, errors = read_archive(tmp_path)
    assert errors == ()
    pages = build_pages(archive, sources=SourceFolder(tmp_path))
    texts = {page.uri: page.text for page in pages}
    assert not any(_TO_SOURCE.search(text) or _BACK.search(text) for text in texts.values())
    assert any(uri.endswith("source/index.md") for uri in texts)


def test_what_lies_beside_a_source_is_read_once_for_all_its_documents(
    real_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def count(folder: Path, stem: str) -> tuple[Scan, tuple[()]]:
        read.append(f"{folder.name}/{stem}")
        return Scan(), ()

    monkeypatch.setattr("generator.archive.source_folder.find_scan", count)
    sources = SourceFolder(SAMPLES)
    for record in real_archive.issues:
        scans = [sources.scan(record) for _ in record.documents]
        assert scans == [Scan()] * len(scans)
    assert len(read) == len(set(read)) == len(real_archive.issues)


@pytest.mark.parametrize(
    ("scan", "linked"),
    [
        (Scan(pdf="2021-04.pdf", first_page=5), "](source/print.pdf#page="),
        (Scan(pdf="2021-04.pdf"), "](source/print.pdf)"),
        (Scan(), ""),
    ],
)
def test_pages_of_the_contents_lead_to_the_print_where_it_is_held(
    real_archive: Archive, monkeypatch: pytest.MonkeyPatch, scan: Scan, linked: str
) -> None:
    monkeypatch.setattr(SourceFolder, "scan", lambda *_: scan)
    pages = build_pages(real_archive, sources=SourceFolder(SAMPLES))
    texts = {page.uri: page.text for page in pages}
    for record in real_archive.issues:
        text = texts[f"archive/{record.id}/index.md"]
        entry = next(entry for entry in record.issue.contents if entry.page)
        number = f'<span class="as-printed">{entry.page}</span>'
        assert number in text
        assert (f"[{number}{linked}" in text) is bool(linked)
