"""What is no gazette and no official document, and what the refusal says was missing and where."""

import pytest

from generator.errors import NotAGazette
from tests.reading import read_bytes

TITLE = "紫云县人民政府关于加强节约用水工作的通知"
TEXT = "各级各部门要高度重视，确保各项措施落到实处。"
SIGNED = ("紫云县人民政府", "2021年10月12日")
COMPANY = "青石科技有限公司"

NO_BEGINNING = "no title, and no number with a title or red head, begins a document"
NO_ELEMENT = "no number, no recipients and no signed and dated text"
NO_DOCUMENT = "a masthead but no document was found"
NO_GAZETTE = "no masthead of a gazette and no official document was found"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((TEXT, TEXT), f"{NO_GAZETTE}: in lines 1 to 2 {NO_BEGINNING}"),
        (
            ("紫云县人民政府公报", "2021年第10期", TEXT),
            f"{NO_DOCUMENT}: in lines 1 to 3 {NO_BEGINNING}",
        ),
        (
            (TITLE, TEXT),
            f"{NO_GAZETTE}: in lines 1 to 2 the title of line 1 has {NO_ELEMENT}",
        ),
        (
            ("", TITLE, TEXT),
            f"{NO_GAZETTE}: in lines 2 to 3 the title of line 2 has {NO_ELEMENT}",
        ),
        (
            (f"{COMPANY}关于加强节约用水工作的通知", "各部门：", TEXT, COMPANY, "2021年10月12日"),
            f"{NO_GAZETTE}: in lines 1 to 5 the document of line 1 has no number and is not that of an organ of state",
        ),
    ],
    ids=["no title", "masthead alone", "title alone", "blank lines above", "company"],
)  # fmt: skip
def test_a_refusal_says_what_is_missing(lines: tuple[str, ...], reason: str) -> None:
    with pytest.raises(NotAGazette) as refused:
        read_bytes("\n".join(lines).encode())
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("lines", "official"),
    [
        ((TITLE, "紫府发〔2021〕10号", TEXT), True),
        ((TITLE, "各乡镇人民政府：", TEXT), True),
        ((TITLE, TEXT, *SIGNED), True),
        ((TITLE, TEXT, SIGNED[0]), False),
        ((TITLE, TEXT, SIGNED[1]), False),
        ((TITLE, *SIGNED), False),
        (("关于加强节约用水工作的通知", TEXT, *SIGNED), True),
        ((TITLE, "（2021年10月12日）", TEXT), True),
        ((TITLE, "（2021年10月12日）"), False),
        (("关于加强节约用水工作的通知", "（2021年10月12日）", TEXT), False),
        ((f"{COMPANY}关于加强用水工作的通知", "青科发〔2021〕10号", "各部门：", TEXT), True),
        (("关于加强用水工作的通知", "各部门：", TEXT, COMPANY, "2021年10月12日"), False),
        ((TITLE, "各乡镇人民政府：", TEXT, COMPANY, "2021年10月12日"), False),
    ],
    ids=[
        "number", "recipients", "signed and dated", "signed", "dated", "no text", "organ in the signature",
        "dated above",
        "dated above nothing", "dated above without an organ", "company with a number", "signed by a company",
        "title of an organ signed by a company",
    ],
)  # fmt: skip
def test_an_official_document_needs_no_masthead(lines: tuple[str, ...], *, official: bool) -> None:
    if official:
        assert len(read_bytes("\n".join(lines).encode()).documents) == 1
    else:
        with pytest.raises(NotAGazette):
            read_bytes("\n".join(lines).encode())
