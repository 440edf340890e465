"""A print in traditional characters is read as the same print in simplified ones is, and keeps its characters."""

from pathlib import Path
from typing import Any

import pytest

from generator.lexicon.above_text.traditional import whole_in_simplified
from generator.lexicon.variants import SIMPLIFIED, TRADITIONAL
from generator.model.codec import dump_issue
from tests.reading import read_bytes

FROZEN = Path(__file__).parent.parent / "archive" / "issues"
_FORMS = str.maketrans(dict(zip(reversed(SIMPLIFIED), reversed(TRADITIONAL), strict=True)))
_PRINTS = ("zichuan/2021-04.txt", "zaozhuang-shizhong/2021-05.txt")
"""Prints of which no repair of brackets or fonts changes anything, which looks for simplified characters."""


def in_simplified(value: Any) -> Any:
    """Plain data with simplified characters, without the hash of the bytes."""
    if isinstance(value, dict):
        return {key: in_simplified(one) for key, one in value.items() if key != "sha256"}
    if isinstance(value, list | tuple):
        return [in_simplified(one) for one in value]
    return whole_in_simplified(value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", _PRINTS)
def test_a_print_in_traditional_characters_has_the_same_structure(name: str) -> None:
    plain = (FROZEN / name).read_text(encoding="utf-8")
    printed = plain.translate(_FORMS)
    assert sum(one != other for one, other in zip(plain, printed, strict=True)) > 1000
    expected, issue = read_bytes(plain.encode()), read_bytes(printed.encode())
    assert in_simplified(dump_issue(issue)) == in_simplified(dump_issue(expected))
    assert [finding for finding in issue.findings if finding.kind == "unexplained"] == []
    texts = "".join(document.title for document in issue.documents)
    assert texts == texts.translate(_FORMS)


@pytest.mark.parametrize(("simplified", "signed"), [(999, True), (1000, False)])
def test_a_character_in_a_thousand_is_that_of_a_name(*, simplified: int, signed: bool) -> None:
    head = "紫云县人民政府公报\n2021年第10期\n关于价格工作的意见\n紫府发〔2021〕10号\n各乡镇人民政府：\n"
    closing = "\n紫云县人民政府辦公室\n2021年10月12日"
    own = sum((head + closing).count(char) for char in set(SIMPLIFIED))
    text = f"{head}{'国' * (simplified - own)}。{closing}"
    document = read_bytes(text.encode()).documents[0]
    assert (document.signature == "紫云县人民政府辦公室") is signed
