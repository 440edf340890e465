"""The primary colour of a site: every red of the styles in another hue, as light or dark as it was.

The contrast of two colours depends on their luminance alone (WCAG 2.2, relative luminance), so that
a colour of the same luminance is as legible as the one that it replaces, whatever colour an archive
chooses.
"""

import colorsys
import re
from pathlib import Path
from typing import Any

from generator.errors import GazetteError

NAMED = {
    "red": "#ef5552", "pink": "#e92063", "purple": "#ab47bd", "deep purple": "#7e56c2", "indigo": "#4051b5",
    "blue": "#2094f3", "light blue": "#02a6f2", "cyan": "#00bdd6", "teal": "#009485", "green": "#4cae4f",
    "light green": "#8bc34b", "lime": "#cbdc38", "yellow": "#ffec3d", "amber": "#ffc105", "orange": "#ffa724",
    "deep orange": "#ff6e42", "brown": "#795649", "grey": "#757575", "blue grey": "#546d78", "black": "#000000",
    "white": "#ffffff",
}  # fmt: skip
"""The names that Material for MkDocs gives colours, and their values there."""

HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}", re.IGNORECASE)
"""``#a5171b`` or ``#a11``."""

PRIMARY = re.compile(r"(?P<name>--(?:red|red-line|seal|seal-deep)): (?P<value>#[0-9a-f]{3,6});")
"""A declaration of a style sheet that takes the primary colour."""

SEAL, SEAL_COLOUR = "assets/images/seal.svg", "#a5171b"
"""The picture of the program that an archive without one of its own shows, and its ground."""

STEPS = 40
"""Halvings of the interval of lightness; far finer than the 256 steps of a colour."""

Colour = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


def find_primary(theme: Any) -> Colour | None:
    """The primary colour of Material's ``theme.palette``, of its first scheme that has one.

    None where none has. Raises :class:`~generator.errors.GazetteError`
    for a value that is no colour.
    """
    palette = theme.get("palette") if isinstance(theme, dict) else None
    schemes = palette if isinstance(palette, list) else [palette]
    named = [
        scheme["primary"]
        for scheme in schemes
        if isinstance(scheme, dict) and scheme.get("primary")
    ]
    if not named:
        return None
    value = NAMED.get(str(named[0]).replace("-", " ").lower(), str(named[0]))
    if not HEX.fullmatch(value):
        reason = f"theme.palette.primary: {value!r} is neither a colour such as #a5171b nor a name that Material knows"
        raise GazetteError(reason)
    return read_colour(value)


def paint(site: Path, primary: Colour) -> None:
    """Give the styles of a built site this colour.

    The seal of the program has it too, where the site shows that seal.
    """
    for sheet in sorted((site / "assets/styles").glob("*.css")):
        text = sheet.read_text(encoding="utf-8")
        painted = PRIMARY.sub(
            lambda match: f"{match['name']}: {_alike(primary, match['value'])};", text
        )
        sheet.write_text(painted, encoding="utf-8")
    seal = site / SEAL
    if seal.is_file():
        text = seal.read_text(encoding="utf-8")
        seal.write_text(text.replace(SEAL_COLOUR, _alike(primary, SEAL_COLOUR)), encoding="utf-8")


def _alike(primary: Colour, value: str) -> str:
    return write_colour(with_luminance(primary, luminance(read_colour(value))))


def with_luminance(colour: Colour, wanted: float) -> Colour:
    """The colour of the same hue and saturation that has this luminance."""
    hue, _, saturation = colorsys.rgb_to_hls(*colour)
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        if luminance(colorsys.hls_to_rgb(hue, middle, saturation)) < wanted:
            low = middle
        else:
            high = middle
    return colorsys.hls_to_rgb(hue, low, saturation)


def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def read_colour(value: str) -> Colour:
    """The colour that ``#a5171b`` or ``#a11`` names."""
    digits = value[1:] if len(value) == 7 else "".join(digit * 2 for digit in value[1:])
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def write_colour(colour: Colour) -> str:
    """A colour as ``#a5171b``."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
