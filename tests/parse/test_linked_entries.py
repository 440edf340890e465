"""Which links of a web page are entries of its contents because the page prints their words below."""

import pytest
from msgspec.structs import replace

from generator.parse.beginnings.linked_entries import repeated_links
from generator.read import Line
from generator.read.lines import read_lines

TITLE, OTHER = "云溪县关于加强水利工作的通知", "云溪县关于加强林业工作的通知"


def page(*texts: str) -> list[Line]:
    """The lines of a page; those that begin with a + are links."""
    lines = read_lines("\n".join(text.removeprefix("+") for text in texts))
    return [
        replace(line, linked=text.startswith("+")) for line, text in zip(lines, texts, strict=True)
    ]


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        ((f"+{TITLE}", "+大事记", TITLE, "请落实。", "大事记"), {0, 1}),
        ((f"+{TITLE}", f"+{OTHER}", TITLE), {0}),
        ((TITLE, f"+{TITLE}"), set()),
        ((f"+{TITLE}", f"+{TITLE}"), set()),
        ((f"+{TITLE}", f"{TITLE}\t1"), set()),
        ((f"+{TITLE}", "1", TITLE), set()),
        ((f"+{TITLE}", "……第12页", TITLE), set()),
        ((f"+{TITLE}", "12345", TITLE), {0}),
        (("+县政府文件", "县政府文件"), set()),
        (("+领导讲话", "领导讲话"), set()),
        (("+大事记", "大事记"), {0}),
        (("+县政府大事记", "县政府大事记"), {0}),
        ((TITLE, OTHER), set()),
        ((f"{TITLE}", f"+{TITLE}", TITLE), {1}),
    ],
    ids=[
        "both", "one without its line", "below its line", "another link", "a row", "a page below it",
        "a page with leaders",
        "figures that are no page", "a column", "another column", "a title that recurs", "one that is a column too",
        "no link",
        "above and below",
    ],
)  # fmt: skip
def test_links_that_are_entries(texts: tuple[str, ...], places: set[int]) -> None:
    assert repeated_links(page(*texts), 0) == places


def test_links_above_the_contents_are_none() -> None:
    assert repeated_links(page(f"+{TITLE}", f"+{OTHER}", TITLE, OTHER), 1) == {1}
