"""What the theme places into a page is text there, whatever a title says."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from msgspec.structs import replace

from generator.model import Licence, Site
from generator.pages.fixed import imprint

HOSTILE = "<script>x</script> & {{ y }}"


def rendered(root: Path, partial: str, title: str, meta: dict[str, str]) -> BeautifulSoup:
    """A partial of the theme for a page without a heading, without the escaping that MkDocs does not do either."""
    theme = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=False)  # noqa: S701
    theme.filters["url"] = str
    config = SimpleNamespace(
        site_name="文库",
        site_description="",
        extra_css=[],
        theme=SimpleNamespace(favicon="", logo=""),
    )
    page = SimpleNamespace(
        title=title, content="<p>正文</p>", is_homepage=False, canonical_url="", meta=meta
    )
    return BeautifulSoup(
        theme.get_template(f"partials/{partial}").render(
            page=page, meta=meta, config=config, own_words={}
        ),
        "lxml",
    )


@pytest.mark.parametrize(
    ("title", "meta"),
    [
        (HOSTILE, {"title": HOSTILE}),
        ("&lt;script&gt;x&lt;/script&gt; &amp; {{ y }}", {}),
    ],
)
def test_a_title_is_text(root: Path, title: str, meta: dict[str, str]) -> None:
    heading = rendered(root, "content.html", title, meta).h1
    assert heading is not None
    assert heading.get_text() == HOSTILE
    head = rendered(root, "head.html", title, meta)
    assert head.title is not None
    assert head.title.get_text() == f"{HOSTILE} - 文库"
    assert [tag for tag in head.find_all("script") if not tag.get("src")] == []


@pytest.mark.parametrize("contact", ["a@example.org", "https://example.org/", "电话 0530-1234567"])
@pytest.mark.parametrize("url", ["https://example.org/by/4.0/", None])
def test_the_foot_and_the_page_on_the_archive_say_the_same_of_the_publisher(
    root: Path, contact: str, url: str | None
) -> None:
    site = Site("文库", publisher="云溪<b>", contact=contact, repository="https://example.org/git")
    site = replace(site, licence=Licence("CC & 署名", url))
    config = SimpleNamespace(
        site_author=site.publisher,
        repo_url=site.repository,
        theme=SimpleNamespace(icon=None),
        extra={"contact": contact, "licence": {"name": "CC & 署名", "url": url}},
    )
    theme = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=False)  # noqa: S701
    words = theme.get_template("partials/words/zh.html").module
    foot = theme.get_template("partials/imprint.html").render(
        config=config, own_words={}, words=words
    )
    assert described(imprint(site)) == described(foot)


def described(markup: str) -> list[tuple[str, str, dict[str, object]]]:
    """The terms and values of a list, each with the attributes of its link."""
    soup = BeautifulSoup(markup, "html.parser")
    return [
        (item.name, item.get_text(), dict(item.a.attrs) if item.a else {})
        for item in soup.select("dt, dd")
    ]
