"""``mkdocs.yml`` as it was written: its settings, and who the site is by them."""

from pathlib import Path
from typing import Any

import msgspec
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.errors import GazetteError
from generator.model import Licence, Site
from generator.publish.engine import supply, takes_over
from generator.publish.layout import Layout

KEYS = {"name": "site_name", "description": "site_description", "publisher": "site_author", "repository": "repo_url"}
"""What a :class:`~generator.model.Site` takes from the settings of MkDocs."""

EXTRA = ("short_name", "contact", "licence")
"""What it takes from below ``extra``, for which MkDocs and Material have no setting."""


def read_settings(config: Path) -> dict[str, Any]:
    """The settings in a configuration of MkDocs, those that it inherits included.

    Raises :class:`~generator.errors.GazetteError` for a file that cannot be read or holds no settings.
    """
    try:
        with config.open("rb") as file:
            plain: Any = yaml_load(file)
    except OSError as error:
        reason = f"{config}: cannot be read: {error.strerror or error}"
        raise GazetteError(reason) from error
    except (ConfigurationError, ValueError) as error:
        reason = f"{config}: {' '.join(str(error).split())}"
        raise GazetteError(reason) from error
    if not isinstance(plain, dict):
        reason = f"{config}: holds no settings"
        raise GazetteError(reason)
    return plain


def supply_pages(layout: Layout) -> None:
    """Put the fixed pages among those of an archive that takes over how its site works."""
    if takes_over(read_settings(layout.config)):
        supply(layout.docs)


def read_site(config: Path) -> Site:
    """Who a site is, by its configuration.

    Raises :class:`~generator.errors.GazetteError` as :func:`read_settings` does, and for a value of the wrong shape.
    """
    settings = read_settings(config)
    extra = settings.get("extra") or {}
    said = {name: settings[key] for name, key in KEYS.items() if settings.get(key)}
    said |= {name: extra[name] for name in EXTRA if isinstance(extra, dict) and extra.get(name)}
    if isinstance(said.get("licence"), str):
        said["licence"] = Licence(said["licence"])
    try:
        return msgspec.convert(said, Site)
    except msgspec.ValidationError as error:
        reason = f"{config}: {error}"
        raise GazetteError(reason) from error
