"""Who a site is, is said in ``mkdocs.yml``; how it works, the program brings."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import GazetteError
from generator.model import Licence, Site
from generator.publish import Layout, read_site
from generator.publish.engine import ADDED, CONFIG, MECHANICS, THEME, inherit
from generator.publish.frames.frame_settings import gather_settings, load_settings
from generator.publish.identity import find_images, read_settings
from generator.publish.mkdocs import run_mkdocs


def written(tmp_path: Path, **settings: Any) -> Path:
    """A configuration with these settings."""
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        yaml.safe_dump({"site_name": "云溪文库", **settings}, allow_unicode=True), encoding="utf-8"
    )
    (tmp_path / "docs").mkdir(exist_ok=True)
    return path


def test_everything_that_is_said_is_read(tmp_path: Path) -> None:
    licence = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    extra = {"short_name": "文库", "contact": "a@example.org", "licence": licence}
    path = written(
        tmp_path,
        site_description="一句话。",
        site_author="某办",
        repo_url="https://e.org/x",
        extra=extra,
    )
    assert read_site(path) == Site(
        name="云溪文库",
        short_name="文库",
        description="一句话。",
        publisher="某办",
        contact="a@example.org",
        repository="https://e.org/x",
        licence=Licence(**licence),
    )


def test_what_is_not_said_is_nothing(tmp_path: Path) -> None:
    assert read_site(written(tmp_path)) == Site(name="云溪文库")
    assert read_site(
        written(tmp_path, extra={"licence": "公有领域", "contact": ""})
    ).licence == Licence("公有领域")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- 1\n", "holds no settings"),
        ("site_name: [\n", "error parsing"),
        ("site_name: [a]\n", r"site_name: must be text between quotation marks, not \['a'\]"),
        ("theme: {}\n", "site_name: is missing"),
        ("site_name: ''\n", "site_name: is missing"),
        ("site_name: 2024\n", "site_name: must be text between quotation marks, not 2024"),
        ("site_name: x\nsite_author: [a]\n", "site_author: must be text"),
        ("site_name: x\nrepo_url: 12\n", "repo_url: must be text"),
        ("site_name: x\nextra: {contact: {a: 1}}\n", r"extra\.contact: must be text"),
        ("site_name: x\nextra: {statement: {a: 1}}\n", r"extra\.statement: must be text"),
        ("site_name: x\nextra: {licence: {url: x}}\n", r"extra\.licence: has no name"),
        ("site_name: x\nextra: [a]\n", "extra: must hold names and values"),
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
    assert not {
        "site_name",
        "site_description",
        "site_author",
        "copyright",
        "extra",
        "repo_url",
    } & set(taken)
    assert taken["theme"]["custom_dir"] == str(THEME)


def test_what_an_archive_says_itself_counts() -> None:
    defaults = read_settings(CONFIG)
    nav = [{"首页": "index.md"}]
    taken = inherit(
        {"nav": nav, "theme": {"logo": "mine.svg", "palette": {"primary": "teal"}}}, defaults
    )
    assert "nav" not in taken
    assert (taken["theme"]["logo"], taken["theme"]["favicon"]) == ("mine.svg", "mine.svg")
    assert taken["theme"]["palette"] == defaults["theme"]["palette"], (
        "the theme needs both schemes with their names"
    )


def test_an_archive_adds_styles_scripts_and_extensions_to_those_of_the_program() -> None:
    defaults = read_settings(CONFIG)
    toc = {"toc": {"permalink": False, "title": "x"}}
    own = {
        "extra_css": ["own.css"],
        "extra_javascript": ["own.js"],
        "markdown_extensions": ["admonition", toc],
    }
    taken = inherit(own, defaults)
    assert taken["extra_css"] == [*defaults["extra_css"], "own.css"]
    assert taken["extra_javascript"] == [*defaults["extra_javascript"], "own.js"]
    assert taken["markdown_extensions"][-2:] == ["admonition", toc]
    assert "attr_list" in taken["markdown_extensions"]
    assert {"toc": {"permalink": False}} not in taken["markdown_extensions"]
    named = inherit({"markdown_extensions": {"admonition": {}, **toc}}, defaults)
    assert named["markdown_extensions"][-2:] == [{"admonition": {}}, toc]
    assert inherit({"extra_css": "own.css"}, defaults)["extra_css"] == "own.css"


@pytest.mark.parametrize(
    "theme", ["readthedocs", {"name": "readthedocs"}, {"name": None, "custom_dir": "theme"}]
)
def test_who_names_a_theme_gets_that_one_alone(theme: Any) -> None:
    assert inherit({"theme": theme}, read_settings(CONFIG)) == {}


@pytest.mark.parametrize(
    "theme",
    [
        "material",
        {"name": "material"},
        {"name": "material", "palette": {"primary": "teal"}},
    ],
)
def test_who_names_material_gets_the_theme_of_the_program(theme: Any) -> None:
    defaults = read_settings(CONFIG)
    taken = inherit({"theme": theme}, defaults)
    assert set(taken) == {*MECHANICS, "theme"} & {*defaults, "theme"}
    assert taken["theme"]["custom_dir"] == str(THEME)
    assert taken["theme"]["palette"] == defaults["theme"]["palette"]


def test_the_settings_of_the_program_are_taken_over_by_themselves_unchanged() -> None:
    defaults = read_settings(CONFIG)
    taken = inherit(defaults, defaults)
    assert all(taken[key] == defaults[key] for key in taken)
    assert set(taken) == {"theme", *ADDED}


@pytest.mark.parametrize("theme", ["readthedocs", "material", {"name": "readthedocs"}])
def test_a_theme_may_be_said_by_its_name_alone(tmp_path: Path, theme: Any) -> None:
    path = written(tmp_path, theme=theme)
    (tmp_path / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
    layout = Layout(config=path, docs=tmp_path / "docs")
    run_mkdocs(layout, tmp_path / "site", strict=False)
    named = theme if isinstance(theme, str) else theme["name"]
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert ("assets/styles/tokens.css" in page) == (named == "material")


def test_plugins_and_hooks_hear_when_a_build_begins_and_ends(tmp_path: Path) -> None:
    path = written(tmp_path, hooks=["hook.py"])
    (tmp_path / "hook.py").write_text(
        "from pathlib import Path\n"
        "HEARD = Path(__file__).with_name('heard')\n"
        "def on_startup(command, dirty):\n    HEARD.write_text(f'{command} {dirty}')\n"
        "def on_shutdown():\n    HEARD.write_text(HEARD.read_text() + ' end')\n",
        encoding="utf-8",
    )
    (tmp_path / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
    run_mkdocs(Layout(config=path, docs=tmp_path / "docs"), tmp_path / "site", strict=False)
    assert (tmp_path / "heard").read_text(encoding="utf-8") == "build False end"


def test_an_archive_s_own_templates_come_before_those_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    path = written(tmp_path, theme={"custom_dir": "mine"})
    layout, own = Layout(config=path, docs=tmp_path / "docs"), read_settings(path)
    config = load_settings(layout, own, gather_settings(layout, own, tmp_path / "site"))
    assert config.theme.dirs[:2] == [str(tmp_path / "mine"), str(THEME)]
    assert config.site_name == "云溪文库"
    assert (config.nav or [None])[0] == {"首页": "index.md"}


@pytest.mark.parametrize(
    "name",
    ["images/none.svg", "https://example.org/x.png", "/etc/hostname", "../mkdocs.yml", "../x/y"],
)
@pytest.mark.parametrize("key", ["logo", "favicon"])
def test_a_picture_that_is_not_among_the_pages_is_one_line(
    tmp_path: Path, key: str, name: str
) -> None:
    path = written(tmp_path, theme={key: name})
    with pytest.raises(GazetteError, match=f"theme.{key}: .*there is no such file among the pages"):
        find_images(path, read_settings(path), tmp_path / "docs")
    path = written(tmp_path, theme={"name": "other", key: name})
    find_images(path, read_settings(path), tmp_path / "docs")


def test_a_picture_among_the_pages_will_do(tmp_path: Path) -> None:
    path = written(tmp_path, theme={"logo": "images/mine.svg"})
    (tmp_path / "docs/images").mkdir()
    (tmp_path / "docs/images/mine.svg").write_text("<svg/>", encoding="utf-8")
    find_images(path, read_settings(path), tmp_path / "docs")


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{% extends 'main.html' %}", "MkDocs: maximum recursion depth"),
        ("{% broken %}", r"MkDocs: .*main\.html:1: Encountered unknown tag 'broken'"),
        ("{{ nothing.at.all }}", "MkDocs: 'nothing' is undefined"),
    ],
)
def test_a_template_of_an_archive_that_is_none_is_one_line(
    tmp_path: Path, template: str, reason: str
) -> None:
    path = written(tmp_path, theme={"custom_dir": "mine"}, nav=[{"首页": "index.md"}])
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/main.html").write_text(template, encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
    with pytest.raises(GazetteError, match=reason) as caught:
        run_mkdocs(Layout(config=path, docs=tmp_path / "docs"), tmp_path / "site")
    assert len(str(caught.value).splitlines()) == 1


def test_configurations_that_inherit_each_other_are_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, INHERIT="mkdocs.yml")
    with pytest.raises(
        GazetteError, match="INHERIT: must name a file, and not one that inherits this one"
    ):
        read_settings(path)
    (tmp_path / "base.yml").write_text("site_author: 某办\n", encoding="utf-8")
    assert read_site(written(tmp_path, INHERIT="base.yml")) == Site(
        name="云溪文库", publisher="某办"
    )


@pytest.mark.parametrize("name", ["mkdocs.yml", "base.yml"])
def test_a_configuration_that_is_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, INHERIT="base.yml")
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    with pytest.raises(
        GazetteError, match=f"{name}.*: is no file, but a folder, a pipe or a device"
    ):
        read_settings(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("extra: " + "[" * 50_000, "maximum recursion depth"),
        ("".join(f"k{n}: [a, b, c]\n" for n in range(70_000)), "is larger than 1,000,000 bytes"),
        ("theme: 5", "theme: must be a name"),
        ("theme: [1, {a: 2}]", "theme: must be a name"),
        ("theme: {palette: [1, [2]]}", r"theme\.palette: must hold names and values"),
        ('site_author: "a\\ud800b"', "site_author: must be text"),
    ],
)
def test_a_configuration_of_no_shape_is_one_line(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"site_name: x\n{text}\n", encoding="utf-8")
    with pytest.raises(GazetteError, match=reason) as caught:
        read_site(path)
    assert len(str(caught.value)) < 500
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"extra_css": [1, {"a": 2}]}, "MkDocs: "),
        ({"repo_url": "http://[x"}, r"mkdocs\.yml: MkDocs: Invalid IPv6 URL"),
        ({"nav": 5}, r"mkdocs\.yml: MkDocs: Config value 'nav'"),
        (
            {"markdown_extensions": [{"toc": {"slugify": 5}}]},
            "MkDocs: 'int' object is not callable",
        ),
    ],
)
def test_settings_that_mkdocs_does_not_take_are_reported(
    tmp_path: Path, settings: dict[str, Any], reason: str
) -> None:
    path = written(tmp_path, **settings)
    (tmp_path / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
    with pytest.raises(GazetteError, match=reason):
        run_mkdocs(Layout(config=path, docs=tmp_path / "docs"), tmp_path / "site")
