"""What the program brings to every archive.

Theme, styles, scripts, fixed pages and the settings of MkDocs. All of it is at the top level of the
project's repository, where it serves the repository's own archive; a wheel carries the same tree
inside the package. An archive elsewhere says in its ``mkdocs.yml`` who it is, and nothing else.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.export import dictionary_page
from generator.model import Site
from generator.pages.fixed import FIXED, fixed_page, mark_chinese
from generator.publish.files import write_if_changed
from generator.publish.theme.palette import settle_palette

PACKAGED = Path(__file__).parent.parent / "resources"
RESOURCES = PACKAGED if PACKAGED.is_dir() else PACKAGED.parent.parent
"""The tree that holds ``mkdocs.yml``, ``overrides/`` and ``docs_src/`` of the program."""

CONFIG = RESOURCES / "mkdocs.yml"
THEME = RESOURCES / "overrides"
PAGES = RESOURCES / "docs_src"

MECHANICS = (
    "nav", "not_in_nav", "exclude_docs", "validation", "plugins", "markdown_extensions", "extra_css",
    "extra_javascript", "use_directory_urls",
)  # fmt: skip
"""Settings that every archive has alike unless it says otherwise.
What names the archive is never among them."""

MATERIAL = "material"
"""The theme on which that of the program is made."""

ADDED = ("markdown_extensions", "extra_css", "extra_javascript")
"""Those of them to which an archive adds its own, as it would add them to a theme of Material:
without those of the program no page is right."""

DICTIONARY = "dictionary.md"
"""Address of the page that says what the data hold."""
MARK = "supplied: by the program; without this line the page is yours to change\n"
"""A line of the front matter of a page that the program renews;
who deletes it keeps the page as it is."""

ASSETS = ("assets/images", "assets/scripts", "assets/styles")
"""Folders of the files that the pages load."""

MARKED = re.compile(r"---\n(?:[^\n]+\n)*?supplied: ")
"""The beginning of such a page, with the words of any release behind the mark."""


def takes_over(own: dict[str, Any]) -> bool:
    """Whether an archive takes anything over.

    A configuration that names a theme of its own is complete as it is. Material is none: the theme of
    the program is made on it, and those who know Material write its name first.
    """
    return bool(theme_of(own).get("name", MATERIAL) == MATERIAL)


def theme_of(settings: dict[str, Any]) -> dict[str, Any]:
    """The names and values below ``theme``; ``theme: material`` is short for ``theme: {name: material}``."""
    theme = settings.get("theme") or {}
    return {"name": theme} if isinstance(theme, str) else theme


def has_our_theme(own: dict[str, Any], folder: Path) -> bool:
    """Whether the pages of an archive are shown by the theme of the program.

    :param folder: that of its configuration
    """
    if takes_over(own):
        return True
    directory = theme_of(own).get("custom_dir")
    return bool(directory) and (folder / str(directory)).resolve() == THEME.resolve()


def inherit(own: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    """The settings that an archive takes over, its theme among them.

    A repository without a name is called by its address; MkDocs would make one up of it.
    """
    if not takes_over(own):
        return {}
    taken = {key: defaults[key] for key in MECHANICS if key in defaults and key not in own}
    taken |= {key: add_own(own[key], defaults[key]) for key in ADDED if own.get(key)}
    if own.get("repo_url") and not own.get("repo_name"):
        taken["repo_name"] = own["repo_url"]
    return {**taken, "theme": inherit_theme(theme_of(own), defaults["theme"])}


def add_own(own: Any, default: list[Any]) -> Any:
    """The list of the program, and behind it what an archive adds.

    An extension has the options that the archive gives. What is no list, nor names with options, is
    left to MkDocs, which says so.
    """
    entries = [{name: options} for name, options in own.items()] if isinstance(own, dict) else own
    if not isinstance(entries, list):
        return own
    said = [_name_of(entry) for entry in entries]
    return [*(entry for entry in default if _name_of(entry) not in said), *entries]


def _name_of(entry: Any) -> Any:
    """The name of an entry, which may have options."""
    return next(iter(entry), None) if isinstance(entry, dict) else entry


def inherit_theme(own: dict[str, Any], default: dict[str, Any]) -> dict[str, Any]:
    """The theme of the program with the archive's own settings.

    Its logo is its icon too, unless it names one; an icon of Material takes the place of a logo.
    """
    theme = {**default, "custom_dir": str(THEME), **own}
    if "logo" in own and "favicon" not in own:
        theme["favicon"] = own["logo"]
    if (own.get("icon") or {}).get("logo") and "logo" not in own:
        theme["logo"] = None
    theme["palette"] = settle_palette(own.get("palette"), default["palette"])
    return theme


def supply(docs: Path, site: Site) -> None:
    """Put the fixed pages into ``docs``, in the language of the site.

    A page that somebody wrote by hand or made their own stays.
    """
    for name, text in _fixed_pages(site):
        path = docs / name
        if not path.exists() or _is_marked(path):
            write_if_changed(path, text.replace("---\n", f"---\n{MARK}", 1).encode(), docs)


def _fixed_pages(site: Site) -> Iterator[tuple[str, str]]:
    """The address and the text of each page that every site has."""
    for name in FIXED:
        yield name, fixed_page(name, site)
    yield DICTIONARY, dictionary_page(mark_chinese)


def _is_marked(path: Path) -> bool:
    """Whether a page is one that the program renews."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return MARKED.match(text) is not None


def add_assets(site: Path) -> None:
    """Copy what the pages load to its place beside them.

    A file of that name that the archive brought itself stays.
    """
    for source in list_assets():
        target = site / source.relative_to(PAGES)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def list_assets() -> Iterator[Path]:
    """The files that the pages load, by folder and name."""
    for folder in ASSETS:
        yield from sorted(file for file in (PAGES / folder).rglob("*") if file.is_file())
