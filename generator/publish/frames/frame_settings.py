"""The settings of a site: those of the archive, over those that the program brings."""

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import TemplateSyntaxError
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.errors import GazetteError
from generator.publish.engine import CONFIG, THEME, has_our_theme, inherit, takes_over, theme_of
from generator.publish.identity import read_settings
from generator.publish.layout import Layout
from generator.publish.theme.material import keep_useful, leads_nowhere
from generator.publish.theme.own_words import tag_own_words
from generator.publish.theme.palette import list_schemes
from generator.words.navigation import translate_navigation
from generator.words.say import spoken

BROKEN = (yaml.YAMLError, TypeError, ValueError, AttributeError, KeyError, RecursionError)
"""What MkDocs and its extensions raise for settings that they did not look at closely."""

MOST_SHOWN = 20
"""How many warnings an error lists."""


class Settings(NamedTuple):
    """The settings of a site."""

    config: MkDocsConfig
    """As MkDocs understands them."""
    said: dict[str, Any]
    """As they were said: those of the archive, with what is laid over them."""


def settings_of(layout: Layout, target: Path, address: str | None) -> Settings:
    """The settings of a site, read from disk.

    :param address: that the site is going to have; None for what ``mkdocs.yml`` says

    Raises :class:`~generator.errors.GazetteError` for settings that MkDocs does not take.
    """
    own = read_settings(layout.config)
    laid = gather_settings(layout, own, target, site_url=address)
    said = deepcopy({**own, **laid})  # MkDocs changes what it is given
    return Settings(load_settings(layout, own, laid), said)


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


def place_of(error: Exception) -> str:
    """File and line of what is no template, ``mine/main.html:3: ``.

    Nothing where no file is known.
    """
    return (
        f"{error.filename or error.name}:{error.lineno}: "
        if isinstance(error, TemplateSyntaxError)
        else ""
    )
