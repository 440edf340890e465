"""A new archive: what is known is said, what is not is left out, nothing is written over."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from msgspec.structs import replace

from generator.errors import GazetteError, WrongUse
from generator.publish import Start, read_site, start, start_archive
from generator.source import read_publication
from generator.words.catalogue import list_languages
from generator.words.fixed_texts import read_fixed
from generator.words.say import speaking, spoken

HOSTILE = "\"'<b>云</b> $title ${site_name} {{ x }} {% y %} #: - [链](x) %s \\"


@pytest.fixture
def everything() -> Start:
    """All that can be said of an archive."""
    return Start(
        title="云溪县公报文库",
        publisher="云溪县人民政府办公室",
        region="某省某市云溪县",
        gazette="云溪县人民政府公报",
        url="https://gazettes.example.org/yunxi/",
    )


def settings(folder: Path) -> Any:
    """The configuration of an archive."""
    return yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))


def test_what_is_known_is_said_once(everything: Start, tmp_path: Path) -> None:
    folder = tmp_path / "yunxi"
    assert start_archive(folder, everything) == "yunxi"
    site = read_site(folder / "mkdocs.yml")
    assert (site.name, site.publisher) == ("云溪县公报文库", "云溪县人民政府办公室")
    assert settings(folder)["site_url"] == "https://gazettes.example.org/yunxi/"
    gazette = read_publication(folder / "issues/yunxi")
    assert gazette is not None
    assert (gazette.title, gazette.region) == ("云溪县人民政府公报", "某省某市云溪县")
    about = (folder / "docs_src/about.md").read_text(encoding="utf-8")
    assert "\n\n云溪县公报文库收录《云溪县人民政府公报》。公报是" in about
    assert (folder / "README.md").read_text(encoding="utf-8").startswith("# 云溪县公报文库\n")


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "One Archive"
    assert start_archive(folder, Start("文库")) == "gazette"
    assert set(settings(folder)) == {"site_name", "theme", "extra"}
    assert settings(folder)["extra"] == {"generator": False}
    assert read_publication(folder / "issues/gazette") is None
    assert "\n\n文库收录政府公报。公报是" in (folder / "docs_src/about.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("zh", "云溪县公报文库收录《云溪县人民政府公报》。"),
        ("zh-Hant", "云溪县公报文库收錄《云溪县人民政府公报》。"),
        (
            "en",
            '<span lang="zh-Hans">云溪县公报文库</span> holds <span lang="zh-Hans">《云溪县人民政府公报》</span>.',
        ),
    ],
)
def test_an_archive_begins_in_the_language_of_its_theme(
    language: str, opening: str, everything: Start, tmp_path: Path
) -> None:
    start_archive(tmp_path, replace(everything, language=language))
    assert read_site(tmp_path / "mkdocs.yml").language == language
    about = (tmp_path / "docs_src/about.md").read_text(encoding="utf-8")
    assert f"\n\n{opening}" in about


@pytest.mark.parametrize("language", list_languages())
def test_who_keeps_an_archive_is_spoken_to_in_its_language(
    language: str, everything: Start, tmp_path: Path
) -> None:
    start_archive(tmp_path / "yunxi", replace(everything, language=language))
    with speaking(language):
        chinese = spoken().is_chinese
    readme = (tmp_path / "yunxi/README.md").read_text(encoding="utf-8")
    assert ("整理的政府公报文库" in readme) == chinese
    assert ("make build" in readme, "issues/permalinks.yml" in readme) == (True, True)
    text = (tmp_path / "yunxi/mkdocs.yml").read_text(encoding="utf-8")
    assert ("# 网址" in text) == chinese


def test_both_templates_of_settings_have_the_same_settings() -> None:
    keys = [
        re.findall(
            r"^ *(?:# |\$\{\w+\})?(\w+):",
            (folder / "mkdocs.yml").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        for folder in (start.TEMPLATES, start.FOREIGN)
    ]
    assert keys[0] == keys[1]
    assert len(keys[0]) > 15


@pytest.mark.parametrize("language", list_languages())
def test_a_page_on_an_archive_begins_with_a_sentence_that_can_be_replaced(language: str) -> None:
    with speaking(language):
        text = read_fixed("about")
    (sentence,) = [match[0] for match in [start.OPENING.search(text)] if match]
    heading = text.index("\n# ")
    assert text.index(sentence) == text.index("\n\n", heading) + 2
    assert len(sentence) < 80


def test_an_untranslated_beginning_keeps_the_mark_of_its_language(
    everything: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = '---\ntitle: T\n---\n\n# T\n\n<span lang="zh-Hans">本库收录政府公报。公报是。</span>\n\n> 某某。\n'
    monkeypatch.setattr(start, "fixed_text", lambda _: page)
    assert start.write_about(everything) == page.replace(
        "本库收录政府公报", "云溪县公报文库收录《云溪县人民政府公报》"
    )


@pytest.mark.parametrize("name", ["quality", "年报", "a_b", "CON"])
def test_a_folder_that_is_no_address_does_not_name_the_gazette(tmp_path: Path, name: str) -> None:
    assert start_archive(tmp_path / name, Start("文库")) == "gazette"


def test_whatever_is_said_stays_text(tmp_path: Path) -> None:
    start = Start(HOSTILE, publisher=HOSTILE, region=HOSTILE, gazette=HOSTILE)
    start_archive(tmp_path / "x1", start)
    site = read_site(tmp_path / "x1/mkdocs.yml")
    assert (site.name, site.publisher) == (HOSTILE, HOSTILE)
    gazette = read_publication(tmp_path / "x1/issues/x1")
    assert gazette is not None
    assert (gazette.title, gazette.region) == (HOSTILE, HOSTILE)


def test_an_address_is_checked_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="--url: an address begins with http"):
        start_archive(tmp_path / "yunxi", Start("文库", url="gazettes.example.org"))
    assert list(tmp_path.iterdir()) == []
    start_archive(tmp_path / "yunxi", Start("文库", url="https://gazettes.example.org/yunxi"))
    assert settings(tmp_path / "yunxi")["site_url"] == "https://gazettes.example.org/yunxi/"


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(GazetteError, match="is not empty"):
            start_archive(folder, Start("文库"))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    (tmp_path / "empty").mkdir()
    assert start_archive(tmp_path / "empty", Start("文库")) == "empty"


def test_the_files_of_the_program_come_as_they_are(
    everything: Start, root: Path, tmp_path: Path
) -> None:
    start_archive(tmp_path / "yunxi", everything)
    for name in ("requirements.lock", ".github/workflows/archive.yml"):
        assert (tmp_path / "yunxi" / name).read_bytes() == (root / name).read_bytes()
    ignored = (tmp_path / "yunxi/.gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/site/", "/dist/", "/.build/", "/docs_src/archive/", "/docs_src/search.md"} <= set(
        ignored
    )
    assert not {"/docs_src/about.md", "/issues/permalinks.yml"} & set(ignored)


def test_the_readme_has_ten_lines(everything: Start, tmp_path: Path) -> None:
    start_archive(tmp_path / "yunxi", everything)
    assert len((tmp_path / "yunxi/README.md").read_text(encoding="utf-8").splitlines()) == 10


@pytest.mark.parametrize("name", ["gongbao-0.1.0-py3-none-any.whl", None])
def test_a_new_archive_brings_the_wheel_that_the_program_is_from(
    name: str | None, everything: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = tmp_path / name if name else None
    if wheel:
        wheel.write_bytes(b"PK")
    monkeypatch.setattr(start, "find_wheel", lambda: wheel)
    start_archive(tmp_path / "yunxi", everything)
    held = {path.name: path.read_bytes() for path in (tmp_path / "yunxi/vendor").iterdir()}
    assert held == ({name: b"PK"} if name else {})


@pytest.mark.parametrize(("said", "found"), [
    ('{"url": "file://%s"}', True), ('{"url": "https://example.org%s"}', False), ('{"url": "file://%s.zip"}', False),
    ('{"url": "file:///nowhere%s"}', False), (None, False),
])  # fmt: skip
def test_the_wheel_is_the_file_that_pip_remembers(
    said: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, found: bool
) -> None:
    wheel = tmp_path / "云 gongbao.whl"
    wheel.write_bytes(b"PK")
    Path(f"{wheel}.zip").write_bytes(b"PK")

    class Installed:
        def read_text(self, name: str) -> str | None:
            return said % quote(str(wheel)) if said and name == "direct_url.json" else None

    monkeypatch.setattr(start, "distribution", lambda _: Installed())
    assert start.find_wheel() == (wheel if found else None)
