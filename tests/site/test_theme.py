"""What the theme places into a page is text there, whatever a title says."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

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
