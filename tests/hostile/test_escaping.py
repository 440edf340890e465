"""Markup, script, Markdown and template syntax in every text: they come out as text, in pages, data and index."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.archive import read_archive
from generator.build import build_site
from generator.pages import build_pages
from generator.publish import Layout, write_pages
from tests.hostile.publishing import CASES, changed, demo_plain, plain_text, write_issue, write_text
from tests.search.decoding import values_of

MARKUP = (
    "<script>alert(1)</script>{{ config.secret }}{% raw %}{# x #}[甲](javascript:alert(2))![x](http://e.vil/p.png)"
    "<img src=x onerror=alert(3)>\"'`_*~^|\\&lt;&#60;{: onclick=alert(4) }${x}]]><!--"
)
"""One of everything that some stage could take for its own."""
PLAIN_KEYS = {
    "sha256",
    "type",
    "kind",
    "severity",
    "relation",
    "role",
    "date",
    "published",
    "from",
    "until",
    "source",
}
"""Keys whose values are no text of the gazette, or are looked at elsewhere."""


def poison(plain: Any, key: str = "") -> Any:
    """Plain data with the markup behind every text."""
    if isinstance(plain, str):
        return plain if key in PLAIN_KEYS else f"{plain}{MARKUP}"
    if isinstance(plain, list):
        return [poison(value, key) for value in plain]
    if isinstance(plain, dict):
        return {name: poison(value, name) for name, value in plain.items()}
    return plain


class Watch(HTMLParser):
    """Notes the elements, attributes and addresses of a page that only markup of the gazette could have made."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        if tag in ("script", "img", "iframe", "object"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (
                name in ("href", "src") and re.match(r"\s*(?:javascript|data):", value or "")
            ):
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text.append(data)


def watch(path: Path) -> Watch:
    """What a page of the site holds."""
    watched = Watch()
    watched.feed(path.read_text(encoding="utf-8"))
    watched.close()
    return watched


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of issues in which every text is poisoned: in issue, print, description, entries, ledger."""
    folder = tmp_path_factory.mktemp("poisoned") / "issues"
    write_issue(folder / "yunxi", poison(demo_plain()))
    write_text(folder / "yunxi", plain_text(line=MARKUP, block=f"{MARKUP}\n\n二、强化保障"))
    description = {
        "title": f"云溪县人民政府公报{MARKUP}", "region": MARKUP, "code": MARKUP,
        "organs": [{"name": f"云溪县人民政府{MARKUP}", "aliases": [MARKUP], "prefixes": [MARKUP]}],
    }  # fmt: skip
    (folder / "yunxi/publication.yml").write_text(
        json.dumps(description, ensure_ascii=False), encoding="utf-8"
    )
    said = {"why": MARKUP, "by": MARKUP, "on": "2021-12-01", "authority": "reading"}
    entries = [
        {"exact": "县财政局安排专项经费", "replace": MARKUP, **said},
        {"exact": "县水利局", "lost": True, "note": MARKUP, **said},
        {
            "exact": "云政办发〔2021〕8号",
            "prefix": "通知",
            "element": "note",
            "value": MARKUP,
            **said,
        },
        {"exact": "不在此处", "prefix": MARKUP, "replace": "甲", **said},
    ]
    text = json.dumps(entries, ensure_ascii=False)
    (folder / "yunxi/2021-04.corrections.yml").write_text(text, encoding="utf-8")
    withdrawn = {
        "yunxi/2019/1/1": {
            "title": f"旧{MARKUP}",
            "number": f"云政发〔2019〕1号{MARKUP}",
            "withdrawn": MARKUP,
        }
    }
    (folder / "permalinks.yml").write_text(
        json.dumps(withdrawn, ensure_ascii=False), encoding="utf-8"
    )
    return folder


@pytest.fixture
def site(project: Layout) -> Layout:
    """The small project with the dialect of Markdown that the pages are written in."""
    config = project.config.read_text(encoding="utf-8")
    extensions = "markdown_extensions: [attr_list, def_list, md_in_html, sane_lists, tables, toc]"
    project.config.write_text(
        f"{config}\n{extensions}\nnot_in_nav: |\n  /archive/**\n  /n/**\n".replace(
            "not_in_nav: /archive/**\n", "", 1
        ),
        encoding="utf-8",
    )
    theme = project.config.parent / "theme/main.html"
    theme.write_text(
        "<title>{{ page.title | striptags | e }}</title>{{ page.content }}\n", encoding="utf-8"
    )
    return project


def test_every_text_comes_out_as_text(poisoned: Path, site: Layout) -> None:
    archive, errors = read_archive(poisoned)
    assert errors == ()
    write_pages(build_pages(archive), site.docs)
    assert build_site(archive, site) == ()
    pages = sorted(site.site.rglob("*.html"))
    assert len(pages) > 40
    for page in pages:
        assert watch(page).found == [], page.relative_to(site.site)
    document = "".join(watch(site.site / "archive/yunxi/2020/1/1/index.html").text)
    assert "<script>alert(1)</script>{{ config.secret }}{% raw %}{# x #}" in document
    printed = "".join(watch(site.site / "archive/yunxi/2021/4/1/index.html").text)
    assert "{{ config.secret }}{% raw %}" in printed


def test_data_and_index_hold_the_text_as_it_is(poisoned: Path, site: Layout) -> None:
    archive, _ = read_archive(poisoned)
    write_pages(build_pages(archive), site.docs)
    build_site(archive, site)
    catalog = json.loads((site.site / "data/catalog.json").read_text(encoding="utf-8"))
    assert any(document["title"].endswith(MARKUP) for document in catalog["documents"])
    for path in (site.site / "data/search").rglob("*.js"):
        assert values_of(path.read_bytes())


def test_many_bad_files_take_no_other_down(issues: Path, site: Layout) -> None:
    write_text(issues / "east", plain_text())
    for name, text in {
        "2001-01.yml": "[" * 100_000, "2001-02.yml": "a: &a [*a]", "2001-03.yml": "year: " + "9" * 5_000,
        "2001-04.yml": "", "2001-05.yml": "null", "2001-06.yml": "- 1", "2001-07.yml": '"\\ud800"', "2001-08.yml": "\0",
        "2001-09.txt": "", "2001-10.txt": "\0" * 5_000, "2001-11.txt": "[" * 100_000, "2001-12.txt": "一\n" * 5_000,
        "2002-01.html": "<table>" * 5_000, "2002-02.md": "|" * 50_000,
        "2002-03.yml": (CASES / "number-negative.yml").read_text(encoding="utf-8"),
        "2002-04.yml": json.dumps(changed(demo_plain(), ("documents",), [{}])),
        "2002-05.yml": "{" * 100_000, "2002-06.yml": "<<: *x",
    }.items():  # fmt: skip
        write_text(issues / "east", text, name)
    for name in ("con", "years", "Gross", "a_b"):
        write_text(issues / name, plain_text())
    archive, errors = read_archive(issues)
    assert len(errors) == 22
    assert all("\n" not in str(error) and len(str(error)) < 600 for error in errors)
    assert {record.id for record in archive.issues} == {
        "east/2021/4",
        "yunxi/2020/1",
        "yunxi/2019/12",
    }
    write_pages(build_pages(archive), site.docs)
    assert build_site(archive, site) == ()
    assert (site.site / "archive/east/2021/4/2/index.html").is_file()
