"""Schemes, icons and the address of corrections, as users of Material and MkDocs set them."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from generator.build import build_site
from generator.errors import GazetteError
from generator.model import Archive
from generator.publish import Layout, supply_pages
from generator.publish.theme.icons import named_icons
from generator.publish.theme.palette import settle_palette

BOTH = [{"scheme": "default", "toggle": {}}, {"scheme": "slate", "toggle": {}}]
FOLLOWS = "screen and (prefers-color-scheme: dark)"


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (None, BOTH),
        ({"primary": "teal"}, BOTH),
        ([{"primary": "teal"}], BOTH),
        ({"scheme": "slate"}, [{"scheme": "slate"}]),
        (
            [{"scheme": "slate"}, {"scheme": "default"}],
            [{"scheme": "slate"}, {"scheme": "default"}],
        ),
    ],
)
def test_a_colour_keeps_both_schemes_and_a_named_scheme_does_not(
    own: Any, expected: list[dict[str, Any]]
) -> None:
    assert settle_palette(own, BOTH) == expected


def home(tmp_path: Path, archive: Archive, settings: str) -> BeautifulSoup:
    """The home page of an archive with these settings."""
    layout = Layout(config=tmp_path / "mkdocs.yml", docs=tmp_path / "docs", site=tmp_path / "site")
    layout.config.write_text(f"site_name: 云溪文库\n{settings}", encoding="utf-8")
    layout.docs.mkdir()
    (layout.docs / "index.md").write_text("---\nkind: home\n---\n\n# 首页\n", encoding="utf-8")
    supply_pages(layout)
    build_site(archive, layout, strict=False)
    return BeautifulSoup((layout.site / "index.html").read_bytes(), "lxml")


def one(page: BeautifulSoup, selector: str) -> Tag:
    """The only element that a selector finds."""
    (found,) = page.select(selector)
    return found


@pytest.mark.parametrize(
    ("palette", "media", "switch"),
    [
        ("{primary: teal}", FOLLOWS, "切换为 深色 浅色"),
        ("{scheme: slate}", "screen", None),
        ("{scheme: default}", None, None),
        (
            "[{scheme: slate, toggle: {name: 白}}, {scheme: default, toggle: {name: 黑}}]",
            "screen",
            "白 黑",
        ),
        (
            "[{scheme: default, toggle: {icon: material/circle}}, {scheme: slate, toggle: {name: 白天}}]",
            "not all",
            "切换为 深色 白天",
        ),
    ],
)
def test_the_schemes_are_those_that_are_set(
    tmp_path: Path, archive: Archive, palette: str, media: str | None, switch: str | None
) -> None:
    page = home(tmp_path, archive, f"theme: {{palette: {palette}}}\n")
    sheets = page.select("link[href$='dark.css']")
    assert [sheet["media"] for sheet in sheets] == ([media] if media else [])
    assert [sheet.get("id") for sheet in sheets] == (["dark" if switch else None] if media else [])
    buttons = [" ".join(button.get_text(" ").split()) for button in page.select("#palette")]
    assert buttons == ([switch] if switch else [])


def test_settings_of_material_are_on_the_page(tmp_path: Path, archive: Archive) -> None:
    page = home(
        tmp_path,
        archive,
        """
repo_url: https://example.org/archive
repo_name: 档案库
theme: {icon: {logo: material/library, repo: fontawesome/brands/git}, favicon: assets/images/seal.svg}
extra:
  homepage: https://example.org/
  generator: true
  social:
    - {icon: fontawesome/brands/weixin, link: "https://example.org/wx", name: 公众号}
    - {link: "https://example.org/m"}
  alternate: [{name: English, link: /en/, lang: en}, {name: 另一文库, link: "https://example.org/b/"}]
""",
    )
    assert one(page, ".brand")["href"] == "https://example.org/"
    assert page.select(".brand img") == []
    drawn = ".brand svg", ".publisher svg", ".social svg"
    assert [len(page.select(f"{place} path")) for place in drawn] == [1, 1, 1]
    assert all(svg.find_parent(attrs={"aria-hidden": "true"}) for svg in page.select("svg"))
    assert one(page, ".publisher a").get_text(strip=True) == "档案库"
    assert [(link["href"], link.get_text(strip=True)) for link in page.select(".social a")] == [
        ("https://example.org/wx", "公众号"),
        ("https://example.org/m", "https://example.org/m"),
    ]
    others = [
        (link["href"], link.get("lang"), link.get_text()) for link in page.select(".alternate a")
    ]
    assert others == [("/en/", "en", "English"), ("https://example.org/b/", None, "另一文库")]
    assert one(page, "link[rel=alternate]")["hreflang"] == "en"
    assert "Gongbao" in one(page, "footer").get_text()


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ("theme: {icon: {repo: fontawesome/none}}", "theme.icon.repo"),
        ("theme: {palette: {scheme: slate, toggle: {icon: none}}}", "theme.palette.toggle.icon"),
        ("extra: {social: [{icon: ../x, link: /}]}", "extra.social.icon"),
    ],
)
def test_an_icon_that_is_nowhere_is_named(
    tmp_path: Path, archive: Archive, settings: str, key: str
) -> None:
    with pytest.raises(GazetteError, match=f"{key}: .*Material has no icon of this name"):
        home(tmp_path, archive, settings)


def test_what_the_program_says_to_its_theme_is_no_setting(tmp_path: Path, archive: Archive) -> None:
    page = home(tmp_path, archive, "extra: {bundle: true, own_words: {site_name: '\"><b>'}}")
    assert page.select("meta[http-equiv=Content-Security-Policy]") != []
    assert page.select("b") == []


def test_an_address_with_a_quotation_mark_ends_no_attribute(
    tmp_path: Path, archive: Archive
) -> None:
    said = "extra: {homepage: '/?a=\"><b>', alternate: [{link: '/en/?a=1&b=\"><b>', lang: en}]}"
    page = home(tmp_path, archive, said)
    assert page.select("b") == []
    assert one(page, "a.brand")["href"] == '/?a="><b>'
    assert one(page, ".alternate a")["href"] == '/en/?a=1&b="><b>'
    assert one(page, "link[rel=alternate]")["href"] == '/en/?a=1&b="><b>'


@pytest.mark.parametrize("theme", ["readthedocs", None, {"icon": {"logo": "a/b"}}])
def test_a_theme_that_is_a_mere_name_has_no_icons(theme: Any) -> None:
    named = list(named_icons({"theme": theme}))
    assert named == ([("theme.icon.logo", "a/b")] if isinstance(theme, dict) else [])
