"""Any primary colour is as legible as the red that it replaces."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from generator.errors import GazetteError
from generator.publish.theme.colours import (
    NAMED,
    PRIMARY,
    find_primary,
    luminance,
    paint,
    read_colour,
)

SHEETS = ("tokens.css", "dark.css", "print.css", "reader.css")
"""The styles that declare a primary colour."""

FINEST = 0.006
"""How far the luminance of a colour of 3 × 256 steps may be from that of the red."""


@pytest.mark.parametrize(
    ("palette", "colour"),
    [
        ({"primary": "#17457a"}, "#17457a"),
        ({"primary": "teal"}, "#009485"),
        ({"primary": "deep-purple"}, "#7e56c2"),
        ({"primary": "Blue Grey"}, "#546d78"),
        ({"primary": "#a11"}, "#aa1111"),
        ([{"scheme": "default"}, {"scheme": "slate", "primary": "indigo"}], "#4051b5"),
    ],
)
def test_material_s_settings_name_the_colour(palette: Any, colour: str) -> None:
    assert find_primary({"palette": palette}) == read_colour(colour)


@pytest.mark.parametrize(
    "theme", [None, "material", {}, {"palette": None}, {"palette": [{"scheme": "default"}]}]
)
def test_without_one_the_styles_stay_as_they_are(theme: Any) -> None:
    assert find_primary(theme) is None


@pytest.mark.parametrize(
    "value", ["blood", "#12", "#1234567", "red;}body{display:none", "</style>", 7]
)
def test_what_is_no_colour_is_refused(value: Any) -> None:
    with pytest.raises(GazetteError, match=r"theme\.palette\.primary: .* is neither a colour"):
        find_primary({"palette": {"primary": value}})


def copied(root: Path, folder: Path) -> Path:
    """A site that has the styles and the seal of the program."""
    for name in (*(f"assets/styles/{sheet}" for sheet in SHEETS), "assets/images/seal.svg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((root / "docs_src" / name).read_bytes())
    return folder


def declared(site: Path) -> list[str]:
    """Every value of a primary colour in the styles of a site, in their order."""
    texts = ((site / "assets/styles" / sheet).read_text(encoding="utf-8") for sheet in SHEETS)
    return [match["value"] for text in texts for match in PRIMARY.finditer(text)]


@pytest.mark.parametrize("name", sorted(NAMED))
def test_every_colour_is_as_light_as_the_red_that_it_replaces(
    root: Path, tmp_path: Path, name: str
) -> None:
    before = declared(copied(root, tmp_path))
    assert len(before) >= 12
    paint(tmp_path, read_colour(NAMED[name]))
    after = declared(tmp_path)
    assert len(after) == len(before)
    for red, colour in zip(before, after, strict=True):
        assert abs(luminance(read_colour(red)) - luminance(read_colour(colour))) < FINEST, (
            red,
            colour,
        )
    seal = (tmp_path / "assets/images/seal.svg").read_text(encoding="utf-8")
    assert re.findall(r'<rect width="64"[^>]*fill="(#\w+)"', seal) == [
        after[before.index("#a5171b")]
    ]


def contrast(one: float, other: float) -> float:
    """Contrast of two luminances as WCAG 2.2 defines it."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.mark.parametrize("name", sorted(NAMED))
def test_words_in_any_colour_keep_the_contrast_of_aaa(
    root: Path, tmp_path: Path, name: str
) -> None:
    paint(copied(root, tmp_path), read_colour(NAMED[name]))
    grounds = re.compile(r"--(paper|paper-sunk): (#\w+);")
    words = re.compile(r"--red: (#\w+);")
    for sheet in ("tokens.css", "dark.css"):
        text = (tmp_path / "assets/styles" / sheet).read_text(encoding="utf-8").split("}", 1)[0]
        colours, papers = words.findall(text), [value for _, value in grounds.findall(text)]
        assert len(colours) == 1
        assert len(papers) == 2
        for word, paper in product(colours, papers[:1]):
            assert contrast(luminance(read_colour(word)), luminance(read_colour(paper))) >= 7
