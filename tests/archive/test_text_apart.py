"""A document and its text, apart and together again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.archive import read_archive
from generator.archive.text_apart import (
    CHANGED,
    WHOLE,
    Texts,
    text_of,
    with_text,
    with_texts,
    without_text,
)
from generator.errors import GazetteError
from generator.export import SERVED, build_exports
from generator.model import Archive, Document, Paragraph, Part
from generator.pages import pages_of_archive
from generator.pages.index.indexes import make_registers
from generator.search import build_search
from generator.work import Store
from tests.bench.corpus import write_corpus
from tests.conftest import SAMPLES
from tests.hostile.publishing import plain_text

NOTICE = Document(
    1, (1, 2), "通知", parts=(Part("body", blocks=(Paragraph(text="一"),)), Part("attachment"))
)


def test_both_together_are_the_document() -> None:
    apart = without_text(NOTICE)
    sent = msgspec.msgpack.decode(msgspec.msgpack.encode(apart), type=Document)
    assert with_text(apart, text_of(NOTICE)) == with_text(sent, text_of(NOTICE)) == NOTICE
    assert "一" not in msgspec.json.encode(apart).decode()


@pytest.mark.parametrize("look", [list, bool, len, lambda blocks: blocks[0]])
def test_nobody_takes_a_document_without_its_text_for_an_empty_one(
    look: Callable[[Any], object],
) -> None:
    for part in without_text(NOTICE).parts:
        with pytest.raises(LookupError, match="apart from it"):
            look(part.blocks)


def published(archive: Archive, texts: Texts) -> Iterator[tuple[str, bytes]]:
    """Everything but the pages of issues and documents."""
    registers = make_registers(archive, texts=texts)
    yield from ((page.uri, page.encoded()) for page in pages_of_archive(registers))
    yield from build_exports(archive, SERVED, texts)
    yield from build_search(archive, SERVED, texts=texts)


@pytest.mark.parametrize("name", ["samples", "corpus"])
def test_an_archive_without_its_texts_says_the_same(name: str, tmp_path: Path) -> None:
    folder = SAMPLES
    if name == "corpus":
        write_corpus(60, folder := tmp_path / "issues")
    whole, errors = read_archive(folder)
    with Texts() as texts:
        apart, others = read_archive(folder, texts=texts)
        assert list(map(str, others)) == list(map(str, errors))
        both = (with_texts(record, texts.of(record)) for record in apart.issues)
        assert msgspec.structs.replace(apart, issues=tuple(both)) == whole
        assert dict(published(apart, texts)) == dict(published(whole, WHOLE))


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A folder of one issue."""
    (tmp_path / "issues/east").mkdir(parents=True)
    path = tmp_path / "issues/east/2021-04.txt"
    path.write_text(plain_text(), encoding="utf-8")
    return path


def lose(folder: Path) -> None:
    """Take everything out of a store."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.unlink()


@pytest.mark.parametrize("spoil", [lose, lambda _: None], ids=["lost", "kept"])
def test_texts_that_a_store_loses_are_read_again(
    spoil: Callable[[Path], None], one: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    (whole,) = read_archive(one.parents[1])[0].issues
    for _ in range(2):
        with Texts(Store(cache)) as texts:
            (record,) = read_archive(one.parents[1], store=Store(cache), texts=texts)[0].issues
            spoil(cache)
            assert with_texts(record, texts.of(record)) == whole
            assert texts.of(record) == texts.of(whole)


def test_a_source_that_changes_meanwhile_ends_the_build(one: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    with Texts(store) as texts:
        (record,) = read_archive(one.parents[1], store=store, texts=texts)[0].issues
        lose(tmp_path / "cache")
        one.write_text(plain_text(line="每周巡查"), encoding="utf-8")
        with pytest.raises(GazetteError, match=CHANGED.format(file="east/2021-04.txt")):
            texts.of(record)
