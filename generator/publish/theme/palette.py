"""The colour schemes of a site, by ``theme.palette``."""

from typing import Any


def settle_palette(own: Any, default: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The schemes between which the readers of an archive can choose, the first one first.

    An archive that names no scheme has both of the program's, in its own colour if it names one. One
    scheme alone is the only one, and several change by a button where they have a ``toggle``.

    :param own: as Material for MkDocs has it: names and values, or a list of such
    """
    schemes = own if isinstance(own, list) else [own or {}]
    named = [scheme for scheme in schemes if scheme.get("scheme")]
    return named or default


def list_schemes(theme: dict[str, Any]) -> dict[str, Any]:
    """A theme with a list of schemes, as the templates read it, where it names a single one without a list."""
    palette = theme.get("palette")
    return {**theme, "palette": [palette]} if isinstance(palette, dict) else theme
