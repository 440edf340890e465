"""A document and its text, apart and together again."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from generator.archive.text_apart import text_of, with_text, without_text
from generator.model import Document, Paragraph, Part

WHOLE = Document(
    1, (1, 2), "通知", parts=(Part("body", blocks=(Paragraph(text="一"),)), Part("attachment"))
)


def test_both_together_are_the_document() -> None:
    apart = without_text(WHOLE)
    sent = msgspec.msgpack.decode(msgspec.msgpack.encode(apart), type=Document)
    assert with_text(apart, text_of(WHOLE)) == with_text(sent, text_of(WHOLE)) == WHOLE
    assert "一" not in msgspec.json.encode(apart).decode()


@pytest.mark.parametrize("look", [list, bool, len, lambda blocks: blocks[0]])
def test_nobody_takes_a_document_without_its_text_for_an_empty_one(
    look: Callable[[Any], object],
) -> None:
    for part in without_text(WHOLE).parts:
        with pytest.raises(LookupError, match="apart from it"):
            look(part.blocks)
