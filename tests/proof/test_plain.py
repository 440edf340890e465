"""The plain path: what of some bytes is text, and what is set aside for which reason."""

import pytest

from generator.proof import prove_issue
from generator.proof.plain import read_plain
from generator.read import read_print
from tests.reading import read_bytes


@pytest.mark.parametrize(
    ("text", "lines", "aside"),
    [
        ("云溪 市\r\n\r\n公报", ["云溪市", "", "公报"], []),
        ("<p>甲<p>不是网页", ["<p>甲<p>不是网页"], []),
        ("甲<table><tr><td>乙\n丙</table>丁", ["甲乙", "丙丁"], ["tag"] * 4),
        ("<p><p><p>甲<!-- 乙\n丙 -->丁", ["甲", "丁"], ["tag"] * 3 + ["comment"]),
        ("<p><p><p>甲<!-- 乙", ["甲<!--乙"], ["tag"] * 3),
        ("<p><p><p>甲<b 乙", ["甲<b乙"], ["tag"] * 3),
        ("<p><p><p><script>甲</script>乙", ["乙"], ["tag"] * 3 + ["script"]),
        ("<p><p><p><script>甲", ["甲"], ["tag"] * 4),
        ("<p><p><p>&lt;甲&#20113;&nbsp;", ["<甲云"], ["tag"] * 3 + ["entity"]),
        ("<p><p><p></html>甲</html>", ["甲"], ["tag"] * 5),
        ("甲\u200b乙\x07", ["甲乙"], ["control"]),
    ],
)
def test_what_is_text(text: str, lines: list[str], aside: list[str]) -> None:
    plain = read_plain(text.encode())
    assert plain.lines == lines
    assert sorted(one.reason for one in plain.aside) == sorted(aside)
    assert plain.source == sum(map(len, lines)) + sum(one.characters for one in plain.aside)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str) -> None:
    assert read_plain("云溪市人民政府公报\n2021年第3期".encode(encoding)).lines == [
        "云溪市人民政府公报",
        "2021年第3期",
    ]


def test_a_damaged_byte_is_a_character() -> None:
    data = "云溪市人民政府".encode() + b"\xff" + "公报".encode()
    assert read_plain(data).lines == ["云溪市人民政府\ufffd公报"]


PAGE = """<html><body><p>云溪市人民政府公报</p><p>2021年第3期</p>
<p>云溪市人民政府关于做好防汛工作的通知</p>
<p>云政发〔2021〕3号</p>
<textarea>各县区人民政府：</textarea>
<table><tr><th>序号<th>名称<tr><td>1<td>清河</table>
<p>请做好防汛工作。</p></body></html>
<p>云溪市人民政府</p>
"""


@pytest.mark.parametrize("text", ["各县区人民政府：", "1\t清河", "云溪市人民政府"])
def test_what_a_reader_skips_of_a_page_is_unexplained(text: str) -> None:
    data = PAGE.encode()
    issue, printed = read_bytes(data, "a.html"), read_print(data, "a.html").printed
    assert issue.account.holds
    without = [(number, line) for number, line in printed if line != text]
    assert len(without) == len(printed) - 1
    found = [one for one in prove_issue(issue, data, without).findings if one.kind == "unexplained"]
    assert "".join(text.split()) in {one.found for one in found}
