"""Spans are carried: what was read once of a text is never searched for in it again."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from generator.archive.sources import read_issue
from generator.export import SERVED, build_exports
from generator.lexicon import enumerators
from generator.lexicon.above_text.traditional import whole_in_simplified
from generator.lexicon.enumerators import read_enumerator, read_printed
from generator.link import resolve_archive
from generator.link.citing_texts import citing_texts
from generator.link.find import find_citations
from generator.link.mentions import find_mentions
from generator.model import Archive, Part
from generator.pages import build_pages
from generator.parse.document.effective import read_force
from generator.parse.findings import place_findings
from generator.search import build_search
from tests.conftest import SAMPLES
from tests.fixtures.dated import date_on

READERS = (find_citations, read_force, read_enumerator, read_printed, place_findings)
SOURCES = sorted(SAMPLES.glob("*/*.txt"))


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Any]]:
    """What each reader is called with from now on, wherever in the generator it was imported."""
    called: dict[str, list[Any]] = {reader.__name__: [] for reader in READERS}
    modules = [module for name, module in sys.modules.items() if name.startswith("generator.")]
    for reader in READERS:
        for module in modules:
            for name in [name for name, value in vars(module).items() if value is reader]:
                monkeypatch.setattr(module, name, counting(reader, called[reader.__name__]))
    return called


def counting(reader: Callable[..., Any], calls: list[Any]) -> Callable[..., Any]:
    """A reader that notes what it is called with."""

    def counted(text: Any, *others: Any) -> Any:
        calls.append(text)
        return reader(text, *others)

    return counted


@pytest.fixture(params=SOURCES, ids=lambda source: f"{source.parent.name}-{source.stem}")
def source(request: pytest.FixtureRequest) -> Path:
    """A print of the frozen archive."""
    path: Path = request.param
    return path


def _in_simplified(parts: Iterable[Part]) -> str:
    """Parts without their force, in the characters in which they are read."""
    bare = [msgspec.structs.replace(part, effective=UNSET) for part in parts]
    return whole_in_simplified(repr(bare))


def test_citations_terms_and_findings_are_read_once(
    source: Path, calls: dict[str, list[Any]]
) -> None:
    documents = read_issue(source).documents
    texts = [text.text for document in documents for text in citing_texts(document)]
    assert calls["find_citations"] == texts
    read = [_in_simplified(parts) for parts in calls["read_force"]]
    assert read == [_in_simplified(document.parts) for document in documents]
    assert len(calls["place_findings"]) == 1


def test_the_enumerator_of_a_text_is_read_once(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: Counter[str] = Counter()
    opens = vars(enumerators)["_OPENS"]

    class Counted:
        def match(self, text: str) -> object:
            read[text] += 1
            return opens.match(text)

    monkeypatch.setattr(enumerators, "_OPENS", Counted())
    read_enumerator.cache_clear()
    read_issue(source)
    assert read
    assert {text: times for text, times in read.items() if times > 1} == {}


def test_nothing_is_read_again_once_the_archive_is_read(
    real_archive: Archive, calls: dict[str, list[Any]]
) -> None:
    archive = date_on(resolve_archive(real_archive), "2022-01-04")
    assert len(list(build_pages(archive))) > 0
    assert len(list(build_exports(archive, SERVED))) > 0
    assert len(list(build_search(archive, SERVED))) > 0
    assert calls == {reader.__name__: [] for reader in READERS}


def test_every_citation_is_in_its_place(real_archive: Archive) -> None:
    for document in (record.document for record in real_archive.documents):
        mentions = find_mentions(document)
        assert tuple(mention.citation for mention in mentions) == document.citations
        for mention in mentions:
            assert (
                mention.start == mention.end
                or mention.text.text[mention.start : mention.end].strip()
            )
            if mention.text.text.startswith("《", mention.start):
                assert mention.citation.title
