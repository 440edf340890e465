"""Other programs on the same Markdown: Hugo with one layout, and Material for MkDocs as it comes, with its search."""

import shutil
import sys
from pathlib import Path

import yaml

from tests.bench.meter import Cost, measure

ROOT = Path(__file__).parents[2]
HUGO = "hugo"
MATERIAL = "mkdocs-material"
LAYOUT = """\
<!doctype html>
<html lang="zh-Hans">
<head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body>
<header><a href="/">{{ .Site.Title }}</a></header>
<main>{{ .Content }}</main>
<footer>{{ .Site.Title }}</footer>
</body>
</html>
"""
HUGO_CONFIG = """\
baseURL: https://gazettes.example.org/
title: 公报库
languageCode: zh-Hans
disableKinds: [taxonomy, term, RSS]
markup: {goldmark: {renderer: {unsafe: true}}}
"""
SETTINGS = "markdown_extensions"


def find_rivals() -> dict[str, str]:
    """Which of the programs are here, with their versions as they say them."""
    hugo = shutil.which(HUGO)
    return ({HUGO: hugo} if hugo else {}) | {MATERIAL: sys.executable}


def run_rival(name: str, pages: Path, folder: Path) -> Cost:
    """Let a program make a site of a folder of pages, in a folder that is removed then."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        return RIVALS[name](pages, folder)
    finally:
        shutil.rmtree(folder)


def run_hugo(pages: Path, folder: Path) -> Cost:
    """Hugo: each page through one small layout, front matter as it is.

    ``index.md`` has another name there: beside one, Hugo takes other pages for attachments of it.
    """
    for source in pages.rglob("*.md"):
        name = "_index.md" if source.name == "index.md" else source.name
        target = folder / "content" / source.relative_to(pages).with_name(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    for name in ("single.html", "list.html"):
        layout = folder / "layouts/_default" / name
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(LAYOUT, encoding="utf-8")
    (folder / "config.yaml").write_text(HUGO_CONFIG, encoding="utf-8")
    return measure((HUGO, "--buildFuture", "--cacheDir", str(folder / "cache")), folder)


def run_material(pages: Path, folder: Path) -> Cost:
    """Material for MkDocs with its search; only the first page is in the navigation."""
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = {
        "site_name": "公报库",
        "docs_dir": "pages",
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"lang": "zh"}}],
        "nav": [{"首页": "index.md"}],
        "not_in_nav": "/**",
        "validation": {"links": {"anchors": "ignore", "not_found": "ignore"}},
        SETTINGS: yaml.safe_load(ours)[SETTINGS],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    shutil.copytree(pages, folder / "pages")
    return measure((sys.executable, "-m", "mkdocs", "build", "--quiet"), folder)


RIVALS = {HUGO: run_hugo, MATERIAL: run_material}
