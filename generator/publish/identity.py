"""``mkdocs.yml`` as it was written: its settings, and who the site is by them."""

from pathlib import Path
from textwrap import shorten
from typing import Any, NoReturn

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.errors import GazetteError
from generator.model import Licence, Site
from generator.publish.engine import supply, takes_over
from generator.publish.layout import Layout

KEYS = {"name": "site_name", "description": "site_description", "publisher": "site_author", "repository": "repo_url"}
"""What a :class:`~generator.model.Site` takes from the settings of MkDocs."""

EXTRA = ("short_name", "contact", "statement")
"""What is said below ``extra``, for which MkDocs and Material have no setting; the licence of two parts too."""

IMAGES = ("logo", "favicon")
"""Settings of the theme that name a picture."""


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
    if not isinstance(extra, dict):
        _refuse(config, "extra", "must hold names and values")
    said = {name: _text(config, key, settings.get(key)) for name, key in KEYS.items()}
    said |= {name: _text(config, f"extra.{name}", extra.get(name)) for name in EXTRA}
    name = said.pop("name") or _refuse(config, "site_name", "is missing")
    return Site(name, licence=_licence(config, extra.get("licence")), **said)


def _text(config: Path, key: str, value: Any) -> str | None:
    """A value that is text; None where nothing is said."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        _refuse(config, key, f"must be text between quotation marks, not {shorten(repr(value), 40)}")
    return value


def _licence(config: Path, value: Any) -> Licence | None:
    """The licence, of which a name is enough."""
    parts = value if isinstance(value, dict) else {"name": value}
    name, url = (_text(config, f"extra.licence.{key}", parts.get(key)) for key in ("name", "url"))
    if url and not name:
        _refuse(config, "extra.licence", "has no name")
    return Licence(name, url) if name else None


def find_images(config: Path, *places: Path) -> None:
    """Raise :class:`~generator.errors.GazetteError` for a picture of the theme that lies in none of these folders."""
    settings = read_settings(config)
    theme = settings.get("theme") or {}
    for key in IMAGES if takes_over(settings) else ():
        name = _text(config, f"theme.{key}", theme.get(key))
        if name and (Path(name).is_absolute() or not any((place / name).is_file() for place in places)):
            _refuse(config, f"theme.{key}", f"{name}: there is no such file among the pages")


def _refuse(config: Path, key: str, reason: str) -> NoReturn:
    raise GazetteError(f"{config}: {key}: {reason}")
