"""Which lines above a document are the marks of its head, and which are the end of the document before."""

import pytest
from msgspec import UNSET

from tests.parse.limits import PROSE
from tests.reading import read_lawfully

BEFORE = (
    "岭北县人民政府公报",
    "2021年第9期",
    "岭北县人民政府关于征集修志资料的通知",
    "岭政发〔2021〕7号",
    "各乡镇人民政府：",
    PROSE,
    "岭北县人民政府",
    "2021年10月8日",
)
HEAD, NUMBER, TITLE = (
    "岭北县人民政府文件",
    "岭政发〔2021〕8号",
    "岭北县人民政府关于加强渡口管理的通知",
)
BELOW = ("各乡镇人民政府：", PROSE, "岭北县人民政府", "2021年10月9日")


@pytest.mark.parametrize(
    ("lines", "copy", "urgency"),
    [
        (("000318", HEAD, NUMBER, TITLE), "000318", None),
        (("000318", NUMBER, TITLE), "000318", None),
        (("000318", TITLE, NUMBER), None, None),
        (("000318", TITLE), None, None),
        (("000318", "特急", HEAD, NUMBER, TITLE), "000318", "特急"),
        (("000318", "特急", TITLE, NUMBER), "000318", "特急"),
        (("000318", "特急", TITLE), "000318", "特急"),
        (("特急", TITLE), None, "特急"),
        (("签发人：王某", TITLE), None, None),
        (("秘密", TITLE), None, None),
        (("特急", HEAD, TITLE), None, "特急"),
        (("特急", TITLE, NUMBER), None, "特急"),
        (("特急文件", HEAD, NUMBER, TITLE), None, None),
        (("份号：000318", TITLE, NUMBER), "000318", None),
        ((HEAD, "000318", NUMBER, TITLE), "000318", None),
    ],
    ids=[
        "above a head", "above a number", "above a title", "above a title without number",
        "above an urgency and a head",
        "above an urgency and a title", "above an urgency without number", "urgency without number",
        "signatory without number", "security without number", "urgency above a head alone",
        "urgency above a title", "words that open as an urgency", "with a label", "below a head",
    ],
)  # fmt: skip
def test_marks_above_a_document(
    lines: tuple[str, ...], copy: str | None, urgency: str | None
) -> None:
    document = read_lawfully("\n".join((*BEFORE, *lines, *BELOW)).encode()).documents[-1]
    assert (document.title, document.recipients) == (TITLE, "各乡镇人民政府")
    assert (document.copy or None, document.urgency or None) == (copy, urgency)
    assert document.head == (HEAD if HEAD in lines else None)
    assert (document.copy is UNSET) is (copy is None)


def test_marks_above_the_first_document_end_where_the_masthead_ends() -> None:
    lines = ("岭北县人民政府公报", "2021年第9期", "特急", TITLE, NUMBER, *BELOW)
    (document,) = read_lawfully("\n".join(lines).encode()).documents
    assert document.urgency == "特急"


@pytest.mark.parametrize(
    ("between", "head"),
    [((), HEAD), (("岭北县民政局",), HEAD + "岭北县民政局"), (("特急",), HEAD), ((PROSE,), None), (("山水田林",), None)],
)  # fmt: skip
def test_organs_and_marks_are_between_a_red_head_and_its_number(
    between: tuple[str, ...], head: str | None
) -> None:
    lines = (*BEFORE, HEAD, *between, NUMBER, TITLE, *BELOW)
    document = read_lawfully("\n".join(lines).encode()).documents[-1]
    assert (document.head, document.number, document.title) == (head, NUMBER, TITLE)
