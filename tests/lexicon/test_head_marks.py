"""The marks around the red head of a document."""

import pytest

from generator.lexicon.above_text.head_marks import (
    LONGEST_HEAD_MARK,
    LONGEST_SIGNATORY,
    is_bare_copy,
    is_head_mark,
    is_signatory,
    read_head_mark,
    read_index,
    read_signatory,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("000017", ("copy", "000017")), ("份号：000 017", ("copy", "000017")), ("00017", None),
        ("秘密★1年", ("security", "秘密★1年")), ("密级：机密", ("security", "机密")), ("密级和保密期限：绝密★长期", ("security", "绝密★长期")),
        ("机密文件", None), ("特 急", ("urgency", "特急")), ("紧急程度：加急", ("urgency", "加急")), ("急", None),
        ("签发人：王 某", ("signer", "王某")), ("签发人：王某　会签人：李某", ("signer", "王某　会签人：李某")),
        ("会签人: 李某", ("signer", "会签人:李某")), ("签发人王某", None), ("签发人：", None),
    ],
)  # fmt: skip
def test_read_head_mark(text: str, expected: tuple[str, str] | None) -> None:
    mark = read_head_mark(text)
    assert (mark and mark[:2]) == expected


def test_the_print_of_a_mark_has_its_label() -> None:
    mark = read_head_mark("签发人：王 某　会签人：李某")
    assert mark is not None
    assert mark.print == "签发人：王某　会签人：李某"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某政报〔2021〕5号　签发人：王某某", "王某某"), ("会签人: 李 某", "会签人:李某"),
        ("签发人王某某", None), ("某政报〔2021〕5号", None),
    ],
)  # fmt: skip
def test_read_signatory(text: str, expected: str | None) -> None:
    mark = read_signatory(text)
    assert (mark and mark.value) == expected


def test_index() -> None:
    mark = read_index("索引号：0143/2021-0012")
    assert mark is not None
    assert mark.value == "0143/2021-0012"
    assert read_index("索引：0143") is None


def test_a_postal_code_may_be_the_number_of_a_copy() -> None:
    assert is_bare_copy("365000")
    assert not is_bare_copy("份号：365000")
    assert not is_bare_copy("3650001")


def test_the_longest_mark() -> None:
    fits, over = LONGEST_HEAD_MARK - 6, LONGEST_HEAD_MARK - 5
    assert is_head_mark("000017" + " " * fits)
    assert not is_head_mark("000017" + " " * over)


def test_the_longest_signatory() -> None:
    fits, over = LONGEST_SIGNATORY - 4, LONGEST_SIGNATORY - 3
    assert is_signatory("签发人：" + "王" * fits)
    assert not is_signatory("签发人：" + "王" * over)
