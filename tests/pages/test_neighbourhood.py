"""A page is made of its neighbourhood alone, and changes only with it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from generator.archive import read_archive
from generator.archive.source_folder import SourceFolder
from generator.archive.text_apart import text_of, with_texts, without_texts
from generator.model import Archive, Citation, Paragraph, Part, Site, TextPlace
from generator.pages import Page, page_of_document, pages_of_issue
from generator.pages.index.indexes import Registers, make_registers
from generator.pages.index.neighbourhood import DocumentAround, IssueAround, neighbourhoods
from generator.pages.writing.furnish import furnish
from tests.bench.corpus import write_corpus
from tests.conftest import SAMPLES
from tests.fixtures.demo_archive import FOLDER as DEMO
from tests.hostile.publishing import plain_text
from tests.pages.small import archive, document, issue
from tests.pages.whole_archive import document_pages, issue_pages

SITE = Site("云溪文库", corrections="https://git.example.org/a/b/edit/main/issues/")


def folder_of(name: str, folder: Path) -> Path:
    """A folder of issues."""
    if name == "samples":
        return SAMPLES
    if name == "reissued":
        return SAMPLES.parents[1] / "fixtures/reissued"
    if name == "demo":
        shutil.copytree(DEMO, folder / "issues/yunxi")
    elif name == "corpus":
        write_corpus(60, folder / "issues")
    else:
        (folder / "issues/east").mkdir(parents=True)
        for nth in (1, 2):
            text = plain_text(masthead=f"2021年第{nth}期", line="《水利办法》（云政发〔2020〕1号）")
            (folder / f"issues/east/2021-{nth:02}.txt").write_text(text, encoding="utf-8")
    return folder / "issues"


def sent(around: IssueAround | DocumentAround) -> bytes:
    """A neighbourhood as another process gets it."""
    return msgspec.msgpack.encode(replace(around, record=without_texts(around.record)))


def made_alone(registers: Registers) -> Iterator[Page]:
    """All pages of issues and documents, each of what another process would get of it."""
    for own, documents in neighbourhoods(registers):
        texts = {one.id: text_of(one.document) for one in own.record.documents}
        got = msgspec.msgpack.decode(sent(own), type=IssueAround)
        whole = replace(got, record=with_texts(got.record, list(texts.values())))
        yield from pages_of_issue(whole, registers.sources)
        for one in documents:
            alone = msgspec.msgpack.decode(sent(one), type=DocumentAround)
            own_text = [texts[one.document.id]]
            whole_one = replace(alone, record=with_texts(alone.record, own_text))
            yield page_of_document(whole_one, registers.sources)


@pytest.mark.parametrize("name", ["samples", "demo", "corpus", "small", "reissued"])
def test_each_page_needs_its_own_neighbourhood_only(name: str, tmp_path: Path) -> None:
    folder = folder_of(name, tmp_path)
    made, errors = read_archive(folder)
    assert errors == ()
    registers = make_registers(made, SITE, SourceFolder(folder))
    alone = {page.uri: page.encoded() for page in made_alone(registers)}
    whole = [*issue_pages(registers), *document_pages(registers)]
    assert {page.uri: page.encoded() for page in map(furnish, whole)} == alone
    assert len(whole) == len(alone)


def keys(made: Archive) -> dict[str, bytes]:
    """Of what the own pages of each issue and that of each document are made, by their ids."""
    found: dict[str, bytes] = {}
    for own, documents in neighbourhoods(make_registers(made, SITE)):
        found[own.record.id] = sent(own)
        found |= {one.document.id: sent(one) for one in documents}
    return found


def test_an_issue_changes_what_is_about_it_only() -> None:
    """One that is added cites one document; its neighbour in the gazette leads to it."""
    text = Paragraph(text="《水利办法》", lines=(2,))
    cites = Citation(
        title="水利办法", target="yunxi/2020/1/2", place=TextPlace(0, 0), start=0, end=6
    )
    citing = document(1, parts=(Part("body", blocks=(text,)),), citations=(cites,))
    held = [issue(2, *map(document, (1, 2))), issue(1, *map(document, (1, 2)))]
    before, after = keys(archive(*held)), keys(archive(issue(3, citing), *held))
    changed = {id_ for id_, key in after.items() if before.get(id_) != key}
    assert changed == {"yunxi/2020/3", "yunxi/2020/3/1", "yunxi/2020/2", "yunxi/2020/1/2"}


def test_how_far_a_gazette_is_held_changes_no_page_of_its_documents(tmp_path: Path) -> None:
    folder = folder_of("small", tmp_path)
    both, _ = read_archive(folder)
    (folder / "east/2021-02.txt").unlink()
    one, _ = read_archive(folder)
    assert one.documents[0].evidence != both.documents[-1].evidence
    before, after = keys(one), keys(both)
    assert {id_ for id_ in before if before[id_] != after[id_]} == {"east/2021/1"}
