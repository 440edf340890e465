"""What the program brings to an archive: fixed pages that can be made one's own, and the files that pages load."""

from pathlib import Path

import pytest

from generator.model import Site
from generator.pages.fixed import FIXED, fixed_page
from generator.publish import Layout, supply_pages
from generator.publish.engine import MARK, PAGES, add_assets, list_assets


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """An archive that says its name and nothing else."""
    (tmp_path / "mkdocs.yml").write_text("site_name: 云溪文库\n", encoding="utf-8")
    return Layout(config=tmp_path / "mkdocs.yml", docs=tmp_path / "docs", site=tmp_path / "site")


def test_pages_that_nobody_wrote_are_supplied_and_renewed(layout: Layout) -> None:
    supply_pages(layout)
    for name in FIXED:
        text = (layout.docs / name).read_text(encoding="utf-8")
        assert text.replace(MARK, "", 1) == fixed_page(name, Site("云溪文库"))
    for mark in (
        MARK,
        "supplied: 本页由程序提供；删去这一行，就可以自行修改\n",
        f"kind: help\n{MARK}",
    ):
        (layout.docs / "help.md").write_text(
            f"---\n{mark}title: 旧\n---\n\n# 旧\n", encoding="utf-8"
        )
        supply_pages(layout)
        assert "# 使用帮助" in (layout.docs / "help.md").read_text(encoding="utf-8")


def test_the_data_dictionary_is_a_page_with_every_table(layout: Layout) -> None:
    supply_pages(layout)
    text = (layout.docs / "dictionary.md").read_text(encoding="utf-8")
    assert text.startswith(f"---\n{MARK}title: 数据字典\n")
    assert text.count("\n# ") == 1
    for section in ("`data/catalog.json`: `Catalog`", "Table `documents` of CSV and database"):
        assert f"\n## {section}\n" in text


def test_pages_by_hand_stay(layout: Layout) -> None:
    layout.docs.mkdir()
    (layout.docs / "about.md").write_text("# 我们\n", encoding="utf-8")
    supply_pages(layout)
    own = (
        (layout.docs / "help.md")
        .read_text(encoding="utf-8")
        .replace(MARK, "", 1)
        .replace("# 使用帮助", "# 说明")
    )
    (layout.docs / "help.md").write_text(own, encoding="utf-8")
    supply_pages(layout)
    assert (layout.docs / "about.md").read_text(encoding="utf-8") == "# 我们\n"
    assert (layout.docs / "help.md").read_text(encoding="utf-8") == own


def test_an_archive_with_a_theme_of_its_own_is_supplied_with_nothing(layout: Layout) -> None:
    layout.config.write_text("site_name: x\ntheme: readthedocs\n", encoding="utf-8")
    supply_pages(layout)
    assert not layout.docs.exists()


def test_files_that_pages_load_lie_beside_them_unless_the_archive_brings_its_own(
    layout: Layout,
) -> None:
    (layout.site / "assets/images").mkdir(parents=True)
    (layout.site / "assets/images/seal.svg").write_text("mine", encoding="utf-8")
    add_assets(layout.site)
    assert (layout.site / "assets/images/seal.svg").read_text(encoding="utf-8") == "mine"
    assets = [path.relative_to(PAGES) for path in list_assets()]
    assert {path.parts[1] for path in assets} == {"images", "scripts", "styles"}
    for path in assets:
        if path.name != "seal.svg":
            assert (layout.site / path).read_bytes() == (PAGES / path).read_bytes()
