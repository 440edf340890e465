"""A setting of Material works, or a line says that it cannot."""

from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import build_site, make_pages, run_build
from generator.errors import GazetteError
from generator.model import Archive
from generator.publish import Layout
from generator.publish.identity import name_unusable, read_settings
from generator.publish.mkdocs import run_mkdocs
from generator.publish.theme.material import (
    CANNOT,
    FEATURES,
    LEADS_NOWHERE,
    PLUGINS,
    WORKS,
    find_unusable,
)
from generator.publish.theme.own_words import tag_own_words
from generator.words.say import speaking

ALL = {
    "theme": {
        "name": "material",
        "language": "zh",
        "logo": "x.svg",
        "favicon": "x.svg",
        "font": False,
        "palette": [{"scheme": "default", "primary": "teal", "toggle": {"icon": "material/circle", "name": "深"}}],
        "icon": {"logo": "material/book", "repo": "fontawesome/brands/github"},
    },
    "copyright": "x",
    "repo_url": "https://example.org/x",
    "repo_name": "x",
    "edit_uri": "edit/main/",
    "extra": {"homepage": "/", "generator": False, "social": [{"link": "/"}], "alternate": [{"link": "/"}]},
}  # fmt: skip
"""Every setting that works."""


def test_what_works_is_not_spoken_of() -> None:
    assert list(find_unusable(ALL)) == []


@pytest.mark.parametrize("key", CANNOT)
def test_what_cannot_work_is_named_once(key: str) -> None:
    settings: Any = {"x": True}
    for name in reversed(key.split(".")):
        settings = {name: settings}
    (line,) = find_unusable(settings)
    assert line == f"{key} cannot work: {CANNOT[key]}"


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (
            {"theme": {"features": ["navigation.instant"]}},
            f"theme.features: navigation.instant cannot work: {FEATURES['navigation.']}",
        ),
        (
            {"theme": {"features": ["content.action.edit"]}},
            f"theme.features: content.action.edit cannot work: {FEATURES['content.action.']}",
        ),
        (
            {"theme": {"features": ["x"]}},
            "theme.features: x cannot work: the pages have nothing of this name",
        ),
        (
            {"theme": {"icon": {"edit": "material/pencil"}}},
            "theme.icon.edit cannot work: no page shows this icon",
        ),
        (
            {"theme": {"palette": [{"scheme": "default"}, {"accent": "red"}]}},
            f"theme.palette.accent cannot work: {CANNOT['theme.palette.accent']}",
        ),
        ({"edit_uri": "edit/main/"}, f"edit_uri cannot work: {LEADS_NOWHERE}"),
        ({"plugins": ["search"]}, f"plugins: search is left out: {PLUGINS['search']}"),
        (
            {"plugins": [{"material/blog": {"enabled": True}}]},
            f"plugins: material/blog is left out: {PLUGINS['blog']}",
        ),
    ],
)
def test_each_feature_icon_and_plugin_is_named(settings: dict[str, Any], line: str) -> None:
    assert list(find_unusable(settings)) == [line]


@pytest.mark.parametrize("setting", ["edit_uri: edit/main/", "edit_uri_template: x/{path}"])
def test_an_address_that_leads_nowhere_is_no_warning_for_each_page(
    tmp_path: Path, setting: str
) -> None:
    layout = Layout(config=tmp_path / "mkdocs.yml", docs=tmp_path / "docs")
    layout.config.write_text(f"site_name: x\nnav: [index.md]\n{setting}\n", encoding="utf-8")
    layout.docs.mkdir()
    (layout.docs / "index.md").write_text("# x\n", encoding="utf-8")
    assert run_mkdocs(layout, tmp_path / "site", strict=False) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("theme: {icon: material/book}", "theme.icon: must hold names and values"),
        ("theme: {palette: {scheme: slate, toggle: 深色}}", "theme.palette.toggle: must hold"),
        ("theme: {features: navigation.tabs}", "theme.features: must be a list of names"),
        ("plugins: 3", "plugins: must be a list of names"),
        ("plugins: [3]", "plugins: must be a list of names"),
        ("plugins: [{search: {}, tags: {}}]", "plugins: must be a list of names"),
        ("extra: {social: {link: /}}", "extra.social: must be a list"),
        ("extra: {social: [{icon: material/book}]}", "extra.social: .* have a link"),
        ("edit_uri: 'javascript://x/%0aalert(1)'", "edit_uri: .* a script is none"),
        ("repo_url: 'data:text/html,x'", "repo_url: .* a script is none"),
        ("extra: {homepage: 'JavaScript:alert(1)'}", "extra.homepage: .* a script is none"),
        ("extra: {homepage: [x]}", "extra.homepage: must be text"),
        ("extra: {contact: 'javascript://x/%0aalert(1)'}", "extra.contact: .* a script is none"),
        ("extra: {licence: {name: x, url: 'vbscript:x'}}", "extra.licence.url: .* a script"),
        ('extra: {social: [{link: " java\\nscript:x"}]}', "extra.social: .* a script is none"),
        ("extra: {alternate: [{link: 'javascript:x'}]}", "extra.alternate: .* a script is none"),
        ("extra: {alternate: [/en/]}", "extra.alternate: must be a list"),
        ("extra: {alternate: [{link: /en/, name: 1}]}", "extra.alternate: must be a list"),
    ],
)
def test_a_setting_of_another_shape_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_name: x\n{text}\n", encoding="utf-8")
    with pytest.raises(GazetteError, match=reason):
        read_settings(config)


def test_the_table_knows_every_icon_and_plugin_of_material() -> None:
    """What Material has and no list names would be passed over in silence."""
    found = find_spec("material")
    assert found
    assert found.origin
    material = Path(found.origin).parent
    plugins = {path.name for path in (material / "plugins").iterdir() if path.is_dir()}
    quiet = {"group", "info", "meta", "optimize", "__pycache__"}
    assert plugins - quiet <= set(PLUGINS)
    settings = yaml.safe_load((material / "templates/mkdocs_theme.yml").read_text())
    known = {key.split(".")[1] for key in (*WORKS, *CANNOT) if key.startswith("theme.")}
    assert set(settings) - {"static_templates", "features"} <= known


def test_the_readme_says_which_settings_work(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    missing = [key for key in (*WORKS, *CANNOT) if f"`{key}`" not in text]
    assert missing == []


def test_only_those_who_have_the_theme_hear_of_it(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: x\nextra: {analytics: {provider: x}}\n", encoding="utf-8")
    assert name_unusable(config) == [
        f"{config}: extra.analytics cannot work: {CANNOT['extra.analytics']}"
    ]
    config.write_text("site_name: x\ntheme: readthedocs\nextra: {analytics: {}}\n")
    assert name_unusable(config) == []


class Heard:
    """A voice that keeps what it is told."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, *lines: str) -> None:
        """Keep lines that a person is to read."""
        self.lines += lines

    def __getattr__(self, name: str) -> Any:
        return lambda *_: nullcontext()


def test_a_build_says_it_and_goes_on(issues: Path, tmp_path: Path) -> None:
    layout = Layout(config=tmp_path / "mkdocs.yml", docs=tmp_path / "docs", site=tmp_path / "site")
    layout.config.write_text(
        "site_name: x\ntheme: {font: {text: Roboto}, features: [toc.follow]}\n", encoding="utf-8"
    )
    voice = Heard()
    run_build(issues, layout, voice)
    said = [line.partition(": ")[2].split(" cannot")[0] for line in voice.lines if "cannot" in line]
    assert said == ["theme.font", "theme.features: toc.follow"]
    assert (layout.site / "index.html").is_file()


@pytest.mark.parametrize(
    "plugins", ["[offline]", "{offline: {}, social: {}}", "[material/offline: {enabled: true}]"]
)
def test_a_plugin_that_is_of_no_use_changes_no_address(
    archive: Archive, tmp_path: Path, plugins: str
) -> None:
    layout = Layout(config=tmp_path / "mkdocs.yml", docs=tmp_path / "docs", site=tmp_path / "site")
    layout.config.write_text(f"site_name: x\nplugins: {plugins}\n", encoding="utf-8")
    make_pages(archive, layout, Heard())
    assert build_site(archive, layout) == ()
    assert (layout.site / "archive/yunxi/2020/1/1/index.html").is_file()


@pytest.mark.parametrize(
    ("language", "tagged"), [("zh", []), ("zh-Hant", []), ("en", ["contact", "site_name"])]
)
def test_the_archives_own_words_say_that_they_are_chinese(language: str, tagged: list[str]) -> None:
    settings = {
        "site_name": "云溪文库",
        "copyright": "© 2026",
        "extra": {"contact": "某办", "licence": {"name": "CC BY 4.0"}},
    }
    with speaking(language):
        tags = tag_own_words(settings)
    assert sorted(tags) == tagged
    assert set(tags.values()) <= {"zh-Hans"}
