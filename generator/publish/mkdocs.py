"""MkDocs as a library."""

import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.errors import GazetteError, describe
from generator.model import Site
from generator.pages.search_page import SEARCH_ADDRESS, SEARCH_FILE
from generator.publish.engine import PAGES, THEME, add_assets
from generator.publish.frames.frame_settings import (
    BROKEN,
    MOST_SHOWN,
    gather_settings,
    load_settings,
    place_of,
)
from generator.publish.identity import find_images, read_settings, read_site
from generator.publish.layout import Layout
from generator.publish.theme.colours import find_primary, paint
from generator.publish.theme.discovery import OPENSEARCH, ROBOTS, finish_sitemap, opensearch, robots
from generator.publish.theme.icons import refuse_unknown_icons
from generator.source.folder import is_utf8
from generator.words.say import spoken

UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png")
"""Files of the theme that none of our pages loads:
``overrides/main.html`` is a skeleton of its own."""


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
        reason = "\n".join([f"MkDocs: {place_of(error)}{error}", *making.warnings[:MOST_SHOWN]])
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
    days: Mapping[str, str] | None = None,
    **options: Any,
) -> tuple[str, ...]:
    """Build the site into ``target``; its warnings, which ``strict`` turns into an error.

    :param make: what makes it of the pages, by the settings of MkDocs
    :param days: id of each issue and document → the day on which its page was last changed
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
    finish_sitemap(target, config.site_url or "", days or {})
    if not config.use_directory_urls:
        lead_forms(target)
    if str(THEME) in config.theme.dirs:
        add_assets(target)
        describe_site(target, read_site(layout.config), config.site_url or "")
    if primary:
        paint(target, primary)
    if warnings and strict:
        refuse_warnings(warnings)
    return tuple(warnings)


def describe_site(target: Path, site: Site, address: str) -> None:
    """Tell robots and browsers of a site; what people wrote for robots is left as it is.

    :param address: of the site, with its final slash; empty where nobody knows it
    """
    if not (target / ROBOTS).exists():
        (target / ROBOTS).write_bytes(robots(address))
    if address:
        (target / OPENSEARCH).write_bytes(opensearch(site, address, spoken().tag))


def refuse_warnings(warnings: Sequence[str]) -> NoReturn:
    """Raise for the warnings of the program that made the site, whichever it was."""
    head = f"the site is not made; warnings: {len(warnings)}"
    more = [f"… and {len(warnings) - MOST_SHOWN} more"] if len(warnings) > MOST_SHOWN else []
    raise GazetteError("\n".join([head, *warnings[:MOST_SHOWN], *more]))


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
    """Let the search forms of the home page, of gazettes and of issues lead to the file of the search.

    Their Markdown names the address that a server finds; generators rewrite links, and no forms.
    """
    served, filed = (f'{address}"'.encode() for address in (SEARCH_ADDRESS, SEARCH_FILE))
    form = re.compile(rb'( action="(?:\.\./)*)' + re.escape(served))
    for page in (target / "index.html", *target.glob("archive/**/index.html")):
        if page.is_file() and form.search(before := page.read_bytes()):
            page.write_bytes(form.sub(lambda found: found[1] + filed, before))


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
