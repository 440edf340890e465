"""MkDocs as a library."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import yaml
from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.errors import GazetteError, describe
from generator.pages.search_page import SEARCH_ADDRESS, SEARCH_FILE
from generator.publish.engine import (
    CONFIG,
    PAGES,
    THEME,
    add_assets,
    has_our_theme,
    inherit,
    takes_over,
    theme_of,
)
from generator.publish.identity import find_images, read_settings, read_site
from generator.publish.layout import Layout
from generator.publish.theme.colours import find_primary, paint
from generator.publish.theme.discovery import OPENSEARCH, divide_sitemap, opensearch
from generator.publish.theme.icons import refuse_unknown_icons
from generator.publish.theme.material import keep_useful, leads_nowhere
from generator.publish.theme.own_words import tag_own_words
from generator.publish.theme.palette import list_schemes
from generator.source.folder import is_utf8
from generator.words.navigation import translate_navigation
from generator.words.say import spoken

UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png")
"""Files of the theme that none of our pages loads:
``overrides/main.html`` is a skeleton of its own."""

BROKEN = (yaml.YAMLError, TypeError, ValueError, AttributeError, KeyError, RecursionError)
"""What MkDocs and its extensions raise for settings that they did not look at closely."""

MOST_SHOWN = 20
"""How many warnings an error lists."""


class Making(NamedTuple):
    """A site that is to be made of the pages."""

    config: MkDocsConfig
    """All settings, as MkDocs understands them."""
    said: dict[str, Any]
    """The same settings as they were said."""
    target: Path
    """The folder that is going to hold it."""
    warnings: list[str]
    """What the program that makes it warns of."""


def make_here(making: Making) -> None:
    """Let MkDocs make the site, in this process, as its command does; its warnings come by the log."""
    plugins = making.config.plugins
    try:
        plugins.on_startup(command="build", dirty=False)
        try:
            build(making.config)
        finally:
            plugins.on_shutdown()
    except (MkDocsException, TemplateError, *BROKEN) as error:
        reason = "\n".join([f"MkDocs: {_place_of(error)}{error}", *making.warnings[:MOST_SHOWN]])
        raise GazetteError(reason) from error
    except OSError as error:
        error.filename = error.filename or str(making.target)
        reason = f"MkDocs: {describe(error)}"
        raise GazetteError(reason) from error


def run_mkdocs(
    layout: Layout,
    target: Path,
    *,
    strict: bool = True,
    make: Callable[[Making], None] = make_here,
    **options: Any,
) -> tuple[str, ...]:
    """Build the site into ``target``; its warnings, which ``strict`` turns into an error.

    :param make: what makes it of the pages, by the settings of MkDocs
    :param options: settings in the place of those of ``mkdocs.yml``
    """
    own = read_settings(layout.config)
    primary = find_primary(own.get("theme"))
    find_images(layout.config, own, layout.docs, PAGES)
    refuse_unpublishable(layout.docs)
    with collected_warnings() as warnings:
        laid = gather_settings(layout, own, target, **options)
        said = deepcopy({**own, **laid})
        config = load_settings(layout, own, laid, warnings)
        refuse_unknown_icons(layout.config, said, config.theme.dirs)
        make(Making(config, said, target, warnings))
    drop_unused(target)
    divide_sitemap(target, config.site_url or "")
    if not config.use_directory_urls:
        lead_forms(target)
    if str(THEME) in config.theme.dirs:
        add_assets(target)
        if config.site_url:
            description = opensearch(read_site(layout.config), config.site_url, spoken().tag)
            (target / OPENSEARCH).write_bytes(description)
    if primary:
        paint(target, primary)
    if warnings and strict:
        _refuse_warnings(warnings)
    return tuple(warnings)


def _refuse_warnings(warnings: Sequence[str]) -> NoReturn:
    """Raise for the warnings of the program that made the site, whichever it was."""
    head = f"the site is not made; warnings: {len(warnings)}"
    more = [f"… and {len(warnings) - MOST_SHOWN} more"] if len(warnings) > MOST_SHOWN else []
    raise GazetteError("\n".join([head, *warnings[:MOST_SHOWN], *more]))


def _place_of(error: Exception) -> str:
    """File and line of what is no template, ``mine/main.html:3: ``.

    Nothing where no file is known.
    """
    return (
        f"{error.filename or error.name}:{error.lineno}: "
        if isinstance(error, TemplateSyntaxError)
        else ""
    )


def refuse_unpublishable(docs: Path) -> None:
    """Raise for what MkDocs cannot publish.

    A pipe, for which it would wait for ever, and a name that is no text.
    """
    for folder, _, names in os.walk(docs):
        for path in (Path(folder, name) for name in names):
            if not is_utf8(path.name):
                reason = f"{path}: the name is not UTF-8"
                raise GazetteError(reason)
            if path.exists() and not path.is_file():
                reason = f"{path}: is no file, but a pipe or a device"
                raise GazetteError(reason)


def drop_unused(target: Path) -> None:
    """Remove what was copied from the theme and no page loads, some 2.5 MB."""
    for name in UNUSED:
        path = target / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def lead_forms(target: Path) -> None:
    """Let the search form of the home page lead to the file of the search.

    Its Markdown names the address that a server finds; generators rewrite links, and no forms.
    """
    home = target / "index.html"
    served, filed = (f'action="{address}"'.encode() for address in (SEARCH_ADDRESS, SEARCH_FILE))
    if home.is_file():
        home.write_bytes(home.read_bytes().replace(served, filed))


def load_settings(
    layout: Layout, own: dict[str, Any], laid: dict[str, Any], warnings: Sequence[str] = ()
) -> MkDocsConfig:
    """The configuration of an archive, as MkDocs understands it.

    :param own: the settings of the archive, as :func:`~generator.publish.identity.read_settings`
        gives them
    :param laid: what :func:`gather_settings` lays over them
    :param warnings: what MkDocs says meanwhile, for the error

    Raises :class:`~generator.errors.GazetteError` for settings that MkDocs does not take.
    """
    path = str(layout.config.absolute())
    try:
        config = load_config(path, config_file_path=path, **laid)
    except (MkDocsException, OSError, *BROKEN) as error:
        said = "; ".join(warnings[:MOST_SHOWN]) or str(error)
        reason = f"{layout.config}: MkDocs: {' '.join(said.split())}"
        raise GazetteError(reason) from error
    config.theme["language"] = spoken().language
    config.nav = translate_navigation(config.nav)
    if takes_over(own) and str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(1, str(THEME))
    return config


def gather_settings(
    layout: Layout, own: dict[str, Any], target: Path, **options: Any
) -> dict[str, Any]:
    """What is laid over the settings of an archive: what the program brings, and what this run says.

    :param options: settings in the place of those of ``mkdocs.yml``; None keeps the value there
    """
    folders = {"docs_dir": str(layout.docs.absolute()), "site_dir": str(target.absolute())}
    given = {name: value for name, value in options.items() if value is not None}
    laid = {**inherit(own, read_settings(CONFIG)), **folders, **given}
    if leads_nowhere(own):
        laid["edit_uri"] = ""
    if not has_our_theme(own, layout.config.parent):
        return laid
    laid["theme"] = list_schemes({**theme_of(own), **laid.get("theme", {})})
    if own.get("edit_uri_template"):
        laid["edit_uri_template"] = ""
    if own.get("plugins"):
        laid["plugins"] = keep_useful(own["plugins"])
    laid["extra"] = {
        **(own.get("extra") or {}),
        **laid.get("extra", {}),
        "bundle": given.get("extra", {}).get("bundle", False),
        "own_words": tag_own_words({**own, **laid}),
    }
    return laid


class _Collector(logging.Handler):
    """Keeps the text of each record."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.texts = texts

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """A list that MkDocs's warnings and errors go to, and nowhere else."""
    logger = logging.getLogger("mkdocs")
    texts: list[str] = []
    handler = _Collector(texts)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield texts
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
