"""``prove`` names what a form of a document lost, with its line and characters."""

from collections.abc import Callable

import pytest

from generator.export import BUNDLED, SERVED, export_documents
from generator.forms.form_files import form_files
from generator.forms.markdown_text import markdown_text
from generator.model import Archive, DocumentRecord, IssueRecord
from generator.prove import Difference
from generator.prove.form_checks import check_forms, markdown_words
from tests.fixtures.demo_archive import demo_archive
from tests.forms.form_cases import odd_document

ID = "yunxi/2020/1/1"
WORD = "屋顶绿化面积"


class Published:
    """The forms of an archive, of which some are spoilt."""

    name = "spoilt"

    def __init__(self, files: dict[str, bytes], spoilt: dict[str, bytes | None]) -> None:
        self._files = {**files, **spoilt}

    def read(self, address: str) -> bytes | None:
        """The bytes at an address."""
        return self._files.get(address)


def spoilt(ending: str, change: Callable[[bytes], bytes | None]) -> list[Difference]:
    """What is said of a document of which one form is spoilt."""
    archive = demo_archive()
    files = dict(export_documents(archive, BUNDLED))
    address = f"data/documents/{ID}.{ending}"
    record = next(one for one in archive.documents if one.id == ID)
    return list(check_forms(Published(files, {address: change(files[address])}), record))


def line_of_word() -> int:
    """The source line of the word that is lost."""
    record = next(one for one in demo_archive().documents if one.id == ID)
    blocks = (block for part in record.document.parts for block in part.blocks)
    return next(block.lines[0] for block in blocks if WORD in getattr(block, "text", ""))


@pytest.mark.parametrize("ending", ["json", "xml", "txt", "md"])
def test_a_lost_word_is_named_with_its_line(ending: str) -> None:
    found = spoilt(ending, lambda data: data.replace(WORD.encode(), b""))
    address = f"data/documents/{ID}.{ending}"
    assert {one.place for one in found} == {address}
    lost = [one for one in found if one.said == f"lost: “{WORD}”"]
    assert [(one.where, one.line, one.missing) for one in lost] == [
        ("forms", line_of_word(), len(WORD))
    ]


@pytest.mark.parametrize("ending", ["json", "xml", "txt", "md"])
@pytest.mark.parametrize(
    "change", [lambda _: None, lambda data: data[: len(data) // 2], lambda data: data + data[-200:]]
)
def test_a_form_that_is_gone_cut_or_longer_is_named(
    ending: str, change: Callable[[bytes], bytes | None]
) -> None:
    found = spoilt(ending, change)
    assert found
    assert {one.place for one in found} == {f"data/documents/{ID}.{ending}"}


@pytest.mark.parametrize(
    "spoil",
    [
        b"{}",
        b"[]",
        b"null",
        b'{"parts": 1}',
        b'{"elements": [], "framed": [], "parts": [7]}',
        b"[" * 9_000,
    ],
)
def test_a_foreign_file_is_damage(spoil: bytes) -> None:
    assert spoilt("json", lambda _: spoil)


def test_words_in_another_order_are_named() -> None:
    first, second = "规划目标和指标".encode(), "各类绿地的布局".encode()
    swap = b"\x00"
    change = lambda data: data.replace(first, swap).replace(second, first).replace(swap, second)  # noqa: E731
    for ending in ("xml", "txt", "md"):
        assert spoilt(ending, change), ending


def test_on_a_server_the_text_is_that_of_the_json() -> None:
    archive = demo_archive()
    files = dict(export_documents(archive, SERVED))
    assert not any(address.endswith((".txt", ".md")) for address in files)
    for record in archive.documents:
        assert list(check_forms(Published(files, {}), record)) == []


def test_odd_characters_are_proven_too() -> None:
    archive = demo_archive()
    record = DocumentRecord("yunxi/2020/1/1", "yunxi/2020/1", odd_document(), 1)
    issue = IssueRecord("yunxi/2020/1", "yunxi", archive.issues[0].issue, (record,))
    files = dict(form_files(archive.publications[0], issue, record, BUNDLED))
    assert list(check_forms(Published(files, {}), record)) == []


def test_markdown_is_read_without_its_signs() -> None:
    text = "# 一\n\n\\# 二\\\\\n\n| 甲\\|乙 |  |\n| --- | --- |\n| \\- | \\\\ |\n\n- 三\n"
    assert [line.strip() for line in markdown_words(text) if line] == [
        "一",
        "# 二\\",
        "甲|乙",
        "-  \\",
        "三",
    ]
    assert markdown_text(odd_document())


def test_the_frozen_archive_is_proven(real_archive: Archive) -> None:
    files = dict(export_documents(real_archive, BUNDLED))
    for record in real_archive.documents:
        assert list(check_forms(Published(files, {}), record)) == []


@pytest.mark.parametrize(
    ("ending", "before", "after", "name"),
    [
        ("json", '"status":"', '"status":"x', "status"),
        ("json", '"words":', '"words":1', "words"),
        ("json", '"issue":"', '"issue":"x', "issue"),
        ("json", '"evidence":{"from":', '"evidence":{"x":1,"from":', "evidence"),
        ("xml", '<FRBRnumber value="', '<FRBRnumber value="x', "number"),
        ("xml", 'eId="event_generation" date="2', 'eId="event_generation" date="1', "generation"),
        ("xml", 'eId="event_generation"', 'eId="event_until"', "generation"),
    ],
)
def test_a_wrong_statement_is_named(ending: str, before: str, after: str, name: str) -> None:
    def change(data: bytes) -> bytes:
        assert before.encode() in data
        return data.replace(before.encode(), after.encode(), 1)

    found = spoilt(ending, change)
    assert found
    assert all(one.said.startswith(name) for one in found)


def test_a_wrong_issuer_is_named() -> None:
    change = lambda data: data.replace(b'showAs="', b'showAs="x', 3)  # noqa: E731
    assert any(one.said.startswith("issuers") for one in spoilt("xml", change))
