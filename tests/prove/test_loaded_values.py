"""``prove`` names what JSON Lines have otherwise, each value and each text."""

import gzip
from collections.abc import Callable

import pytest

from generator.export import SERVED, build_exports
from generator.model import Archive
from generator.prove import Difference
from generator.prove.carriers.loaded_texts import LoadedTexts, check_loaded
from tests.fixtures.demo_archive import demo_archive
from tests.prove.test_form_checks import Published

ID = "yunxi/2020/1/1"
LINES = "data/texts/yunxi/2020.jsonl.gz"


def said_of(archive: Archive, spoilt: dict[str, bytes | None]) -> list[Difference]:
    """What is said of the first issue of 2020 of a site of which some files are spoilt."""
    texts = LoadedTexts(Published(dict(build_exports(archive, SERVED)), spoilt))
    record = next(one for one in archive.issues if one.id == "yunxi/2020/1")
    return list(check_loaded(texts, record))


def changed_lines(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A file of JSON Lines of which the text is changed."""
    return gzip.compress(change(gzip.decompress(data)))


def test_a_site_as_it_was_made_holds() -> None:
    archive = demo_archive()
    for record in archive.issues:
        texts = LoadedTexts(Published(dict(build_exports(archive, SERVED)), {}))
        assert list(check_loaded(texts, record)) == []


@pytest.mark.parametrize("name", ["number", "title", "date", "status", "issuer", "kind", "page"])
def test_a_changed_value_is_named(name: str) -> None:
    archive = demo_archive()
    files = dict(build_exports(archive, SERVED))
    key = f'"{name}":'.encode()
    begin = lambda data: data.replace(key, key[:-2] + b'x":', 1)  # noqa: E731
    found = said_of(archive, {LINES: changed_lines(files[LINES], begin)})
    held = next(one for one in archive.documents if one.id == ID)
    named = name != "status" and getattr(held.document, name) is not None
    assert [one.place for one in found] == [f"values of {ID} in {LINES}"] * named


def test_a_changed_citation_is_named() -> None:
    archive = demo_archive()
    files = dict(build_exports(archive, SERVED))
    text = gzip.decompress(files[LINES])
    begin = text.index(b'"citations":[{')
    relation = text.index(b'"relation":"', begin) + len(b'"relation":"')
    spoilt = text[:relation] + b"un" + text[relation:]
    found = said_of(archive, {LINES: gzip.compress(spoilt)})
    assert any("relation" in one.said for one in found)
