"""What people corrected explains their own characters, once; nothing that is lost elsewhere."""

from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import Issue
from generator.model.block import Paragraph
from generator.proof import prove_issue
from generator.read import read_print
from tests.reading import read_bytes
from tests.test_cases import corrections_of

PRINT = """云溪市人民政府公报
2021年第3期
云溪市人民政府关于做好防讯工作的通知
云政发〔2021〕3号
各县人民政府：
请做好防讯和抗旱工作，落实各项责任，并在本月底以前报告。
抗旱物资由市应急管理局统一调度。
云溪市人民政府
2021年3月5日
"""
CASES: dict[str, list[dict[str, Any]]] = {
    "an element": [
        {"exact": "防讯工作", "element": "title", "value": "云溪市人民政府关于做好防汛工作的通知"}
    ],
    "a text": [{"exact": "防讯和抗旱", "replace": "防汛和抗旱"}],
    "a text twice": [
        {"exact": "防讯和抗旱", "replace": "抗旱和抗旱"},
        {"exact": "抗旱和抗旱", "replace": "防汛和抗旱"},
    ],
    "an order": [
        {"exact": "，并在本月底以前报告", "move": {"before": {"exact": "。\n云溪市人民政府\n2021"}}}
    ],
}


def lose(issue: Issue, text: str) -> Issue:
    """The issue without some characters of its last paragraph that holds them."""
    (document,) = issue.documents
    (part, *others) = document.parts
    blocks = list(part.blocks)
    place = max(nth for nth, one in enumerate(blocks) if text in getattr(one, "text", ""))
    block = blocks[place]
    assert isinstance(block, Paragraph)
    blocks[place] = replace(
        block, text=block.text.replace(text, "", 1), breaks=(), lines=block.lines[:1]
    )
    changed = replace(document, parts=(replace(part, blocks=tuple(blocks)), *others))
    return replace(issue, documents=(changed,))


@pytest.mark.parametrize("text", ["抗旱", "防", "旱"])
@pytest.mark.parametrize("name", CASES)
def test_what_is_lost_elsewhere_is_unexplained(name: str, text: str) -> None:
    data = PRINT.encode()
    corrections = corrections_of({"corrections": CASES[name]})
    issue = read_bytes(data, "a.txt", corrections)
    assert len([one for one in issue.findings if one.kind == "correction"]) == len(CASES[name])
    assert issue.account.holds
    wrong = prove_issue(lose(issue, text), data, read_print(data, "a.txt", corrections).printed)
    assert not wrong.account.holds
