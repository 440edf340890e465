"""The marks around the red head of a document."""

import pytest

from generator.lexicon.above_text.head_marks import (
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
        ("秘密1年", ("security", "秘密1年")), ("秘密10年", ("security", "秘密10年")), ("秘密100年", None), ("秘密年", None),
        ("秘密*3年", ("security", "秘密*3年")), ("绝密☆长期保存", ("security", "绝密☆长期保存")), ("绝密★", None), ("绝密长期", None),
        ("绝密★一二三四五六七八", ("security", "绝密★一二三四五六七八")), ("绝密★一二三四五六七八九", None), ("绝密★长期，", None),
        ("内部", ("security", "内部")), ("密级：内部", ("security", "内部")), ("内部资料", None), ("机密文件", None),
        ("特提", ("urgency", "特提")), ("平急", ("urgency", "平急")), ("急件", ("urgency", "急件")), ("0000017", None),
        ("特 急", ("urgency", "特急")), ("紧急程度：加急", ("urgency", "加急")), ("急", None),
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


@pytest.mark.parametrize(("size", "mark"), [(24, True), (25, False)])
def test_a_mark_has_twenty_four_characters(*, size: int, mark: bool) -> None:
    text = "000017" + " " * (size - 6)
    assert is_head_mark(text) is mark
    assert is_bare_copy(text) is mark
    assert (read_head_mark(text) is not None) is mark


@pytest.mark.parametrize(("size", "signs"), [(40, True), (41, False)])
def test_a_signatory_has_forty_characters(*, size: int, signs: bool) -> None:
    """Also one of more than twenty-four is a mark, but it is not one that is above a red head."""
    text = "签发人：" + "王" * (size - 4)
    assert is_signatory(text) is signs
    assert (read_head_mark(text) is not None) is signs
    assert not is_head_mark(text)


@pytest.mark.parametrize(("size", "index"), [(0, False), (1, True), (60, True), (61, False)])
def test_an_index_number_has_sixty_characters(*, size: int, index: bool) -> None:
    assert (read_index("索引号：" + "0" * size) is not None) is index
