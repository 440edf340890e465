"""Icons that settings name: pictures of Material, drawn into the page."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.errors import GazetteError

FOLDER = ".icons"
"""Where the templates of a theme keep them."""

USED = ("logo", "repo")
"""The icons below ``theme.icon`` that a page shows."""


def refuse_unknown_icons(config: Path, settings: dict[str, Any], folders: Iterable[str]) -> None:
    """Raise :class:`~generator.errors.GazetteError` for the name of an icon that no theme has.

    :param folders: of the templates
    """
    places = [Path(folder, FOLDER) for folder in folders]
    for key, name in named_icons(settings):
        if not any((place / f"{name}.svg").is_file() for place in places):
            reason = f"{config}: {key}: {name}: Material has no icon of this name"
            raise GazetteError(reason)


def named_icons(settings: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every icon that is shown, with the key that names it."""
    theme, extra = settings.get("theme"), settings.get("extra") or {}
    theme = theme if isinstance(theme, dict) else {}
    icons = theme.get("icon") or {}
    yield from ((f"theme.icon.{name}", icons[name]) for name in USED if icons.get(name))
    palette = theme.get("palette") or []
    for scheme in palette if isinstance(palette, list) else [palette]:
        if (scheme.get("toggle") or {}).get("icon"):
            yield "theme.palette.toggle.icon", scheme["toggle"]["icon"]
    for other in extra.get("social") or []:
        if other.get("icon"):
            yield "extra.social.icon", other["icon"]
