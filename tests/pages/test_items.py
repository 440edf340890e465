"""Items that follow each other are a list; one alone stays a paragraph."""

import pytest

from generator.pages.body.flow import Piece
from generator.pages.body.items import list_items


def listed(*kinds: str) -> list[str]:
    pieces = [
        Piece(number, f"{kind}\n{{: .item }}" if kind else "段", kind)
        for number, kind in enumerate(kinds)
    ]
    blocks = list_items(pieces)
    return [
        block.removeprefix('<div class="items" markdown="1">\n\n').removesuffix("\n\n</div>")
        for block in blocks
    ]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["2"], ["2\n{: .item }"]),
        (["2", "2"], ["- 2\n- 2"]),
        (["2", "", "2", "2"], ["2\n{: .item }", "段", "- 2\n- 2"]),
        (["2", "3", "3", "2"], ["- 2\n    - 3\n    - 3\n- 2"]),
        (["2", "4", "3", "2"], ["- 2\n    - 4\n    - 3\n- 2"]),
        (["3", "3", "2", "3"], ["- 3\n- 3", "- 2\n    - 3"]),
        (["3", "·", "·"], ["- 3\n    - ·\n    - ·"]),
    ],
)
def test_lists(kinds: list[str], expected: list[str]) -> None:
    assert listed(*kinds) == expected


def test_an_item_keeps_its_anchor() -> None:
    pieces = [
        Piece(1, "（一）甲\n{: #l-1 .item .item-2 }", "2"),
        Piece(2, "（二）乙\n{: .item .item-2 }", "2"),
    ]
    (block,) = list_items(pieces)
    assert "- （一）甲\n  {#l-1}\n- （二）乙\n" in block
