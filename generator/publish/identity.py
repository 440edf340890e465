"""``mkdocs.yml`` as it was written: its settings, and who the site is by them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.errors import GazetteError
from generator.model import Licence, Site
from generator.publish.engine import has_our_theme, supply, takes_over, theme_of
from generator.publish.layout import Layout
from generator.publish.theme.material import find_misshapen, find_unusable
from generator.source.folder import is_utf8, refuse_special
from generator.source.yaml_file import shorten
from generator.words.catalogue import CHINESE, find_language, list_languages

KEYS = {
    "name": "site_name",
    "description": "site_description",
    "publisher": "site_author",
    "repository": "repo_url",
}
"""What a :class:`~generator.model.Site` takes from the settings of MkDocs."""

EXTRA = ("short_name", "contact", "statement")
"""What is said below ``extra``,
for which MkDocs and Material have no setting; the licence of two parts too."""

ISSUES = "issues"
"""The folder of the issues, beside the configuration."""

DOCS = ("docs_src", "docs")
"""How the folder of the pages is called where no configuration says it: here, and by MkDocs."""

DEEPEST, LARGEST = 8, 1_000_000
"""Configurations that inherit each other, and bytes of one."""

SHOWN = 40
"""Most characters of a bad value that an error quotes."""

IMAGES = ("logo", "favicon")
"""Settings of the theme that name a picture."""


def read_settings(config: Path) -> dict[str, Any]:
    """The settings in a configuration of MkDocs, those that it inherits included.

    Raises :class:`~generator.errors.GazetteError` for a file that cannot be read or holds no
    settings, and for settings of a shape that MkDocs does not expect.
    """
    plain = _read_inherited(config, DEEPEST)
    theme = plain.get("theme")
    palette = theme.get("palette") if isinstance(theme, dict) else None
    if not isinstance(theme, str | dict | None):
        _refuse(config, "theme", "must be a name, or hold names and values")
    schemes = palette if isinstance(palette, list) else [palette or {}]
    if not all(isinstance(scheme, dict) for scheme in schemes):
        _refuse(config, "theme.palette", "must hold names and values, or a list of such")
    if not isinstance(plain.get("extra"), dict | None):
        _refuse(config, "extra", "must hold names and values")
    for key, reason in find_misshapen(plain):
        _refuse(config, key, reason)
    return plain


def _read_inherited(config: Path, depth: int) -> dict[str, Any]:
    """A configuration over the one that it inherits.

    Each is looked at by itself before MkDocs reads them together.
    """
    with _refusing(config):
        refuse_special(config)
        if config.stat().st_size > LARGEST:
            raise GazetteError(f"{config}: is larger than {LARGEST:,} bytes")
        plain: Any = yaml_load(config.read_text(encoding="utf-8-sig"))
    if not isinstance(plain, dict):
        reason = f"{config}: holds no settings"
        raise GazetteError(reason)
    parent = plain.get("INHERIT")
    if parent is None:
        return plain
    if not isinstance(parent, str) or not depth:
        _refuse(config, "INHERIT", "must name a file, and not one that inherits this one")
    _read_inherited(config.parent / parent, depth - 1)
    with _refusing(config), config.open("rb") as file:
        return yaml_load(file)


@contextmanager
def _refusing(config: Path) -> Iterator[None]:
    """Say in one line why a configuration cannot be read."""
    try:
        yield
    except OSError as error:
        reason = f"{config}: cannot be read: {error.strerror or error}"
        raise GazetteError(reason) from error
    except (ConfigurationError, ValueError, TypeError, RecursionError, AttributeError) as error:
        reason = f"{config}: {shorten(' '.join(str(error).split()))}"
        raise GazetteError(reason) from error


def supply_pages(layout: Layout) -> None:
    """Put the fixed pages among those of an archive that has the theme of the program."""
    if has_our_theme(read_settings(layout.config), layout.config.parent):
        supply(layout.docs, read_site(layout.config))


def read_site(config: Path, address: str | None = None) -> Site:
    """Who a site is, by its configuration.

    :param address: that it is going to have; None for what the configuration says

    Raises :class:`~generator.errors.GazetteError` as :func:`read_settings` does,
    and for a value of the wrong shape.
    """
    settings = read_settings(config)
    extra = settings.get("extra") or {}
    said = {name: _text(config, key, settings.get(key)) for name, key in KEYS.items()}
    said |= {name: _text(config, f"extra.{name}", extra.get(name)) for name in EXTRA}
    name = said.pop("name") or _refuse(config, "site_name", "is missing")
    licence = _licence(config, extra.get("licence"))
    address = address or _text(config, "site_url", settings.get("site_url"))
    return Site(
        name,
        address=address and f"{address.rstrip('/')}/",
        licence=licence,
        corrections=edit_address(config, settings),
        language=find_language(language_of(config, settings)) or CHINESE,
        **said,
    )


def name_unusable(config: Path) -> list[str]:
    """The settings of Material that cannot work on the pages of the program, one a line."""
    settings = read_settings(config)
    if not has_our_theme(settings, config.parent):
        return []
    return [f"{config}: {line}" for line in find_unusable(settings)]


def name_unknown_language(config: Path) -> list[str]:
    """The language that the theme is set to, in a line, where there are no words of it."""
    asked = language_of(config, read_settings(config))
    if find_language(asked):
        return []
    known = ", ".join(list_languages())
    return [
        f"{config}: theme.language: {shorten(asked)} has no words here, and the site is in zh; there are {known}"
    ]


def edit_address(config: Path, settings: dict[str, Any]) -> str | None:
    """Where the files of the folder of issues are edited, by ``repo_url`` and ``edit_uri``.

    ``edit_uri`` leads to the pages, ``edit/main/docs_src/``, as MkDocs has it, or to the folder of
    the archive. The pages are in ``docs_dir`` as MkDocs names it, or where the program looks for them
    when nobody does. None where it is not said: a branch that MkDocs guesses may not be there.
    """
    said = _text(config, "edit_uri", settings.get("edit_uri"))
    repository = _text(config, "repo_url", settings.get("repo_url"))
    if not said or not (repository or "://" in said):
        return None
    address = said if "://" in said else f"{(repository or '').rstrip('/')}/{said.lstrip('/')}"
    address = address.rstrip("/")
    for docs in [str(settings["docs_dir"])] if settings.get("docs_dir") else DOCS:
        address = address.removesuffix(f"/{docs.strip('/')}")
    return f"{address}/{ISSUES}/"


def language_of(config: Path, settings: dict[str, Any]) -> str:
    """The language that the theme is set to: Chinese where it says none."""
    return _text(config, "theme.language", theme_of(settings).get("language")) or CHINESE


def _text(config: Path, key: str, value: Any) -> str | None:
    """A value that is text; None where nothing is said."""
    if value is None or value == "":
        return None
    if not isinstance(value, str) or not is_utf8(value):
        _refuse(config, key, f"must be text between quotation marks, not {ascii(value)[:SHOWN]}")
    return value


def _licence(config: Path, value: Any) -> Licence | None:
    """The licence, of which a name is enough."""
    parts = value if isinstance(value, dict) else {"name": value}
    name, url = (_text(config, f"extra.licence.{key}", parts.get(key)) for key in ("name", "url"))
    if url and not name:
        _refuse(config, "extra.licence", "has no name")
    return Licence(name, url) if name else None


def find_images(config: Path, settings: dict[str, Any], *places: Path) -> None:
    """Refuse a picture of the theme that is in none of these folders.

    Raises :class:`~generator.errors.GazetteError`.
    """
    theme = theme_of(settings)
    for key in IMAGES if takes_over(settings) else ():
        name = _text(config, f"theme.{key}", theme.get(key))
        if name and (
            Path(name).is_absolute()
            or ".." in Path(name).parts
            or not any((place / name).is_file() for place in places)
        ):
            _refuse(config, f"theme.{key}", f"{name}: there is no such file among the pages")


def _refuse(config: Path, key: str, reason: str) -> NoReturn:
    raise GazetteError(f"{config}: {key}: {reason}")
