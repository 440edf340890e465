"""The check of scripts and style sheets finds what is wrong, with its line."""

import pytest

from tests.lint.assets import script_errors, style_errors


@pytest.mark.parametrize("text", ["const a = ;", "let x = 1\nfunction (", "if (a {}"])
def test_a_broken_script_is_found(text: str) -> None:
    assert list(script_errors(text.encode()))


@pytest.mark.parametrize(
    "text", ["p { color red; }", "p { color: red", "@media print { p { color red } }"]
)
def test_a_broken_style_sheet_is_found(text: str) -> None:
    found = list(style_errors(text.encode()))
    assert bool(found) == (
        text != "p { color: red"
    )  # the end of a file closes a block, as the standard has it


def test_what_is_right_passes() -> None:
    assert list(script_errors(b"const { a = 1, ...rest } = await f?.(/x/u);\n")) == []
    assert (
        list(
            style_errors(
                b"p { a:hover { color: red } --x: {}; }\n@media print { p { color: red } }"
            )
        )
        == []
    )
