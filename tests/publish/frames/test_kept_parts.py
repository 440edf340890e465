"""Head and foot of the frame are filled once for pages on which they are equal, and for no others."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.pages import Page
from generator.publish.engine import THEME
from generator.publish.frames import kept_parts
from generator.publish.frames.frame import Frame, FrameOf
from generator.publish.frames.framed_text import fill
from generator.publish.frames.kept_parts import PARTS, WITHIN
from tests.publish.frames.test_frames import DEMO, project_of

PAGES = [
    Page(uri=uri, meta={"title": "题", "description": "述", "kind": kind}, text="正文\n")
    for uri, kind in [
        ("archive/yunxi/2021/4/1.md", "document"),
        ("archive/yunxi/2021/4/2.md", "document"),
        ("archive/yunxi/2021/5/1.md", "document"),
        ("archive/yunxi/2021/4/index.md", "issue"),
        ("archive/gazettes/one.md", "register"),
        ("archive/index.md", "register"),
        ("about/near.md", "register"),
        ("search/near.md", "search"),
        ("n/one.md", "register"),
    ]
]
"""Pages at several depths, also below what the navigation leads to."""


def frame_in(folder: Path, settings: str = "") -> Frame:
    """A frame for pages of a project."""
    layout = project_of(folder, DEMO, settings)
    wanted = FrameOf(
        config=layout.config, docs=layout.docs, target=folder / "site", address=None, epoch="0"
    )
    return Frame(wanted, lambda _: True)


def frame_pages(frame: Frame) -> list[bytes]:
    """The pages in a frame."""
    shown = [frame.place(page) for page in PAGES]
    for made, page in zip(shown, PAGES, strict=True):
        fill(made, page, frame)
    return [frame.render(made) for made in shown]


def count_fills(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often a part is looked for among the texts, and found in none."""
    filled: list[str] = []

    class Texts(dict[tuple[str, ...], str]):
        def __setitem__(self, key: tuple[str, ...], text: str) -> None:
            filled.append(text)
            super().__setitem__(key, text)

    begin = kept_parts.Part.__init__

    def watched(part: kept_parts.Part, *arguments: object) -> None:
        begin(part, *arguments)  # type: ignore[arg-type]
        part.texts = Texts()

    monkeypatch.setattr(kept_parts.Part, "__init__", watched)
    return lambda: len(filled)


@pytest.mark.parametrize("settings", ["", "extra: {homepage: archive/yunxi/2021/4/1/}\n"])
def test_pages_are_as_without_it(
    settings: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = frame_pages(frame_in(tmp_path / "kept", settings))
    monkeypatch.setattr("generator.publish.frames.frame.keep_parts", lambda *_: None)
    assert kept == frame_pages(frame_in(tmp_path / "anew", settings))


def test_pages_of_one_place_have_one_head_and_one_foot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = count_fills(monkeypatch)
    frame = frame_in(tmp_path)
    frame_pages(frame)
    once = count()
    assert len(PARTS) < once < len(PARTS) * len(PAGES)
    frame_pages(frame)
    assert count() == once


@pytest.mark.parametrize("name", ["partials/header.html", "partials/logo.html", "main.html"])
def test_an_archive_with_a_part_of_its_own_has_it_on_each_page(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = count_fills(monkeypatch)
    own = tmp_path / "own" / name
    own.parent.mkdir(parents=True)
    own.write_text("{{ page.url }}", encoding="utf-8")
    pages = frame_pages(frame_in(tmp_path, "theme: {name: material, custom_dir: own}\n"))
    assert count() == 0
    assert all(
        page.uri.rpartition("/")[0].encode() in text
        for page, text in zip(PAGES, pages, strict=True)
    )


def test_an_archive_with_icons_of_its_own_has_them_on_each_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = count_fills(monkeypatch)
    icon = tmp_path / "own/.icons/own/mark.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text("<svg><!-- {{ page.url }} --></svg>", encoding="utf-8")
    settings = "theme: {name: material, custom_dir: own, icon: {logo: own/mark}}\n"
    assert b"<!-- archive/yunxi/2021/4/2/ -->" in frame_pages(frame_in(tmp_path, settings))[1]
    assert count() == 0


@pytest.mark.parametrize("name", [*PARTS, *WITHIN])
def test_the_parts_ask_for_nothing_of_a_page_but_its_kind(name: str) -> None:
    tree = Environment().parse((THEME / name).read_text(encoding="utf-8"))  # noqa: S701 - as MkDocs has it
    given = {"nav", "config", "words", "own_words", "meta", "loop"}
    made = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    assert {node.name for node in tree.find_all(nodes.Name)} <= given | made
    of_meta = [
        node
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "meta"
    ]
    assert {node.attr for node in of_meta} <= {"kind"}
    assert len(of_meta) == sum(node.name == "meta" for node in tree.find_all(nodes.Name))
    assert {node.name for node in tree.find_all(nodes.Filter)} <= {"e", "url"}
    assert {
        part.value
        for node in tree.find_all(nodes.Include)
        for part in [node.template, *node.template.find_all(nodes.Const)]
        if isinstance(part, nodes.Const)
    } <= {*WITHIN, ".icons/", ".svg"}
