"""Who a site is stands in ``mkdocs.yml``; how it works, the program brings."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import GazetteError
from generator.model import Licence, Site
from generator.publish import Layout, read_site
from generator.publish.engine import CONFIG, MECHANICS, THEME, inherit
from generator.publish.identity import read_settings
from generator.publish.mkdocs import load_settings


def written(tmp_path: Path, **settings: Any) -> Path:
    """A configuration with these settings."""
    path = tmp_path / "mkdocs.yml"
    path.write_text(yaml.safe_dump({"site_name": "云溪文库", **settings}, allow_unicode=True), encoding="utf-8")
    (tmp_path / "docs").mkdir(exist_ok=True)
    return path


def test_everything_that_is_said_is_read(tmp_path: Path) -> None:
    licence = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    extra = {"short_name": "文库", "contact": "a@example.org", "licence": licence}
    path = written(tmp_path, site_description="一句话。", site_author="某办", repo_url="https://e.org/x", extra=extra)
    assert read_site(path) == Site(
        name="云溪文库", short_name="文库", description="一句话。", publisher="某办", contact="a@example.org",
        repository="https://e.org/x", licence=Licence(**licence),
    )


def test_what_is_not_said_is_nothing(tmp_path: Path) -> None:
    assert read_site(written(tmp_path)) == Site(name="云溪文库")
    assert read_site(written(tmp_path, extra={"licence": "公有领域", "contact": ""})).licence == Licence("公有领域")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- 1\n", "holds no settings"),
        ("site_name: [\n", "error parsing"),
        ("site_name: [a]\n", r"Expected `str`, got `array` - at `\$.name`"),
        ("theme: {}\n", "missing required field `name`"),
        ("site_name: x\nextra: {contact: {a: 1}}\n", r"at `\$.contact`"),
        ("site_name: \x00\n", "error|control|special"),
    ],
)
def test_what_cannot_be_used_is_one_line(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GazetteError, match=reason) as caught:
        read_site(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_configuration_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(GazetteError, match=r"mkdocs\.yml: cannot be read: No such file"):
        read_site(tmp_path / "mkdocs.yml")


def test_an_archive_takes_over_how_a_site_works_and_not_who_it_is() -> None:
    defaults = read_settings(CONFIG)
    taken = inherit({"site_name": "云溪文库"}, defaults)
    assert set(taken) == {*MECHANICS, "theme"} & {*defaults, "theme"}
    assert not {"site_name", "site_description", "site_author", "copyright", "extra", "repo_url"} & set(taken)
    assert taken["theme"]["custom_dir"] == str(THEME)


def test_what_an_archive_says_itself_counts() -> None:
    defaults = read_settings(CONFIG)
    nav = [{"首页": "index.md"}]
    taken = inherit({"nav": nav, "theme": {"logo": "mine.svg", "palette": {"primary": "teal"}}}, defaults)
    assert "nav" not in taken
    assert (taken["theme"]["logo"], taken["theme"]["favicon"]) == ("mine.svg", "mine.svg")
    assert taken["theme"]["palette"] == defaults["theme"]["palette"], "the theme needs both schemes with their names"


@pytest.mark.parametrize("theme", ["readthedocs", {"name": "readthedocs"}, {"name": None, "custom_dir": "theme"}])
def test_who_names_a_theme_gets_that_one_alone(theme: Any) -> None:
    assert inherit({"theme": theme}, read_settings(CONFIG)) == {}


def test_an_archive_s_own_templates_come_before_those_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    path = written(tmp_path, theme={"custom_dir": "mine"})
    config = load_settings(Layout(config=path, docs=tmp_path / "docs"), tmp_path / "site")
    assert config.theme.dirs[:2] == [str(tmp_path / "mine"), str(THEME)]
    assert config.site_name == "云溪文库"
    assert config.nav[0] == {"首页": "index.md"}
