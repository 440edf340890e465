"""The marks of footnotes, at the head of a note and in a sentence."""

import pytest

from generator.lexicon.expressions.footnote_marks import has_footnote_mark, read_footnote_mark


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("［1］河长制：指…。", "[1]"),
        ("[12] 见附录。", "[12]"),
        ("〔3〕见附录。", "[3]"),
        ("①河长制。", "①"),
        ("［②］河长制。", "②"),
        ("注③：河长制。", "③"),
        ("¹ 河长制。", "¹"),
        ("＊河长制。", "*"),
        ("**河长制。", "**"),
        ("※河长制。", "※"),
        ("注：河长制。", "注"),
        ("注释：河长制。", "注"),
        ("脚注1：河长制。", "注1"),
        ("脚踏实地：河长制。", None),
        ("注 2：河长制。", "注2"),
        ("［注2］河长制。", "注2"),
        ("〔2021〕5号文件", None),
        ("注意：河长制。", None),
        ("（1）河长制。", None),
        ("［1］", None),
        ("****", None),
    ],
)
def test_what_opens_a_footnote(text: str, mark: str | None) -> None:
    assert read_footnote_mark(text) == mark


@pytest.mark.parametrize(
    ("text", "mark", "found"),
    [
        ("落实河长制［1］的要求", "[1]", True),
        ("落实河长制[1]的要求", "[1]", True),
        ("落实河长制［11］的要求", "[1]", False),
        ("［1］落实河长制", "[1]", False),
        ("落实河长制①的要求", "①", True),
        ("①落实河长制", "①", False),
        ("落实河长制*的要求", "*", True),
        ("落实河长制**的要求", "*", False),
        ("长3*5米", "*", False),
        ("面积为长*5米", "*", False),
        ("落实河长制（注）的要求", "注", True),
        ("关注河长制", "注", False),
        ("落实河长制（注2）的要求", "注2", True),
        ("落实河长制注2的要求", "注2", True),
        ("落实河长制注21的要求", "注2", False),
    ],
)
def test_which_mark_is_in_a_sentence(text: str, mark: str, *, found: bool) -> None:
    assert has_footnote_mark(text, mark) is found
