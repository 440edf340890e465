"""A project with a theme of one line, so that MkDocs takes no time."""

from pathlib import Path

import pytest

from generator.publish import Layout

CONFIG = """
site_name: 云溪 文库
docs_dir: docs
theme: {name: null, custom_dir: theme}
plugins: []
not_in_nav: /archive/**
nav: [{首页: index.md}]
validation: {links: {not_found: warn, anchors: warn}}
"""

MAIN = """<title>{{ page.title }}</title>{% if config.extra.bundle %}<p>离线</p>{% endif %}{{ page.content }}
"""


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A project with one page written by hand."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "theme").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "theme/main.html").write_text(MAIN, encoding="utf-8")
    (tmp_path / "docs/about.md").write_text("# 关于\n", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# 首页\n\n[关于](about.md)\n", encoding="utf-8")
    return Layout(
        config=tmp_path / "mkdocs.yml", docs=tmp_path / "docs", site=tmp_path / "site", dist=tmp_path / "dist"
    )
