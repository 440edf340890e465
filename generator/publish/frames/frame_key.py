"""Whether pages may be framed one by one, and what the frame is made of."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import mkdocs
from mkdocs.config.defaults import MkDocsConfig

from generator.publish.engine import CONFIG
from generator.publish.files import GENERATED, HOME
from generator.publish.identity import read_settings
from generator.publish.theme.discovery import SITEMAP
from generator.work import files_below, key_of, program_key

PLACES = frozenset({"docs_dir", "site_dir", "config_file_path"})
"""Settings that say where something is, and nothing of how a page looks."""

OF_OTHERS = re.compile(r"\b(?:pages|build_date\w*|update_date|previous_page|next_page)\b")
"""What a template can say of other pages, or of the moment, so that a page does not depend on itself alone."""

_ORDER = re.compile(r"\{[{%]")
"""What only a template has, whatever its name ends in."""

_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
"""A remark in a template."""

PACKAGES = Path(mkdocs.__file__).parent.parent
"""Where the themes of others are installed."""


def may_frame(config: MkDocsConfig, said: dict[str, Any]) -> bool:
    """Whether the frame of a page depends on that page alone.

    It does not where MkDocs is to call somebody's plugins and hooks, reads another Markdown than the pages are
    written in, or shows them by templates that ask for other pages.
    """
    ours = read_settings(CONFIG)
    if said.get("hooks") or len(config.plugins):
        return False
    if said.get("markdown_extensions") != ours["markdown_extensions"]:
        return False
    if said.get("extra_templates") or not _leaves_all_pages(said, ours):
        return False
    if not _leads_plainly(said.get("nav"), ours["nav"], Path(config.docs_dir)):
        return False
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in _templates(config))
    return not any(_asks_for_others(text) for text in texts)


def _leaves_all_pages(said: dict[str, Any], ours: dict[str, Any]) -> bool:
    """Whether no setting keeps a generated page, or a file beside one, out of the site."""
    excluded = said.get("exclude_docs") or ""
    return not said.get("draft_docs") and excluded in ("", ours["exclude_docs"])


def _leads_plainly(nav: Any, ours: Any, docs: Path) -> bool:
    """Whether the navigation gives each page a name, and leads to pages that are there for certain, the first one too.

    A name that it does not give stands in another page; a page that is not there has no address.
    """
    if not isinstance(nav, list):
        return False
    led, certain = list(_led_to(nav)), dict(_led_to(ours))
    pages = {uri for uri, _ in led}
    if HOME not in pages or not all(name for _, name in led):
        return False
    return all(uri in certain or "://" in uri or _is_written(uri, docs) for uri in pages)


def _is_written(uri: str, docs: Path) -> bool:
    """Whether a page is one that somebody wrote."""
    parts = PurePosixPath(uri).parts
    if uri != "/".join(parts) or not parts or parts[0] in GENERATED:
        return False
    return (docs / uri).is_file()


def _led_to(nav: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Each page that a navigation leads to, and the name that it has there; empty for none."""
    if isinstance(nav, str):
        yield nav, name
    elif isinstance(nav, dict):
        for title, below in nav.items():
            yield from _led_to(below, str(title or ""))
    elif isinstance(nav, list):
        for below in nav:
            yield from _led_to(below)


def _asks_for_others(text: str) -> bool:
    """Whether a file of a theme is a template that asks for other pages."""
    return bool(_ORDER.search(text) and OF_OTHERS.search(_REMARK.sub("", text)))


def frame_key(config: MkDocsConfig, said: dict[str, Any]) -> str:
    """A name for the frame that pages are put in; it changes with all that can change one of them."""
    settings = {name: value for name, value in said.items() if name not in PLACES}
    plain = json.dumps(settings, sort_keys=True, ensure_ascii=True, default=str)
    files: list[bytes | str] = []
    for folder in own_themes(config):
        files.append("theme")
        for path in _templates_in(folder):
            files += [os.fsencode(path.relative_to(folder)), path.read_bytes()]
    return key_of("frame", program_key(), str(config.theme["language"]), plain, *files)


def own_themes(config: MkDocsConfig) -> list[Path]:
    """The folders of a theme that are in no installed package, whose version says what is in it."""
    folders = map(Path, config.theme.dirs)
    return [path for path in folders if path.is_dir() and not path.is_relative_to(PACKAGES)]


def _templates(config: MkDocsConfig) -> Iterator[Path]:
    """The templates of the archive and of the program."""
    for folder in own_themes(config):
        yield from _templates_in(folder)


def _templates_in(folder: Path) -> Iterator[Path]:
    """The templates in a folder but for the sitemap, and whatever they may include, in a fixed order."""
    for path in files_below(folder):
        if path.name != SITEMAP and path.is_file():
            yield path
