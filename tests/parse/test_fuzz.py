"""Whatever the bytes are, reading ends: with an issue that keeps the laws, or with NotAGazette; never slowly."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import NotAGazette
from tests.reading import read_bytes, read_lawfully

ALPHABET = "一二三四五六第条章节号年月日〔〕（）()《》“”【】、，。；：:.．-—…· \t\n　1230０１也页冶治关于印发通知的各市人民政府办公厅局附件目录公报期令组长成员表|#*><table<tr><td>/$\\"
PIECES = (
    "云溪市人民政府公报",
    "2021年第3期",
    "目录",
    "云溪市人民政府关于做好防汛工作的通知",
    "云政发〔2021〕3号",
    "各县区人民政府：",
    "云溪市人民政府",
    "2021年3月5日",
    "第一章　总则",
    "第一条　为了",
    "一、总体要求",
    "（一）工作目标。要",
    "附件：1.任务表",
    "附件1",
    "组长：王建国　副市长",
    "| 序号 | 名称 |",
    "|---|---|",
    "序号\t名称\t备注",
    "<table><tr><td>序号</td></tr></table>",
    "— 3 —",
    "",
    "《办法》（国发〔2020〕1号）",
    "出席：王建国、李强",
    "主题词：防汛",
    "抄送：市委。",
    "自2021年3月5日起施行，有效期至2022年13月45日。",
)
QUICK = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def assert_reads(data: bytes) -> None:
    """The bytes give an issue that keeps the laws, or a plain reason."""
    try:
        read_lawfully(data)
    except NotAGazette:
        return


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert_reads(data)


@QUICK
@given(st.text(ALPHABET, max_size=400))
def test_any_characters_of_a_gazette(text: str) -> None:
    assert_reads(f"云溪市人民政府公报\n2021年第3期\n{text}".encode())


@QUICK
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_the_lines_of_a_gazette(lines: list[str]) -> None:
    assert_reads("\n".join(lines).encode())


HEADS = {
    "masthead": "某某市人民政府公报\n2021年第3期\n",
    "contents": "某某市人民政府公报\n2021年第3期\n目录\n",
    "document": "某某市人民政府公报\n2021年第3期\n某市人民政府关于某事的通知\n某政发〔2021〕3号\n各市人民政府：\n为了。\n",
}
PAGE = (
    "<!DOCTYPE html><html><body><h1>某某市人民政府公报 2021年第3期</h1><p>某市人民政府关于某事的通知</p>"
    "<p>某政发〔2021〕3号</p><p>各市人民政府：</p><p>为了。</p>"
)
HTML_HEADS = {"page": PAGE, "table of a page": PAGE + "<table>"}
HTML_UNITS = (
    "<p>第一条 某</p>",
    "<p>2021年3月5日</p>",
    "<h2>一、某</h2>",
    "<p>某市人民政府关于某事的通知</p>",
    "<p>",
    "<div>",
    "<b>",
    "<br>",
    "<table>",
    "<table><tr><td>",
    "<tr><td>1<td>2",
    "<td><p>某</p></td>",
    "<tr><td rowspan=1000 colspan=1000>x</td></tr>",
    "<table><tr><td rowspan=1000 colspan=1000>x</td></tr></table>",
    "<ul><li>",
    "<!--",
    "<!-->",
    "<!x",
    "<![CDATA[",
    "<?",
    "<a ",
    "<a href='",
    '<a x=">',
    "<a <b>>",
    "</",
    "&",
    "<script>x",
    "<title>",
)
UNITS = (
    "《",
    "》",
    "（",
    "〔2021〕",
    "“",
    "冶",
    "野",
    "第一条 ",
    "一、",
    "附件：",
    "组长：",
    "各市人民政府",
    "关于",
    "\n",
    "　",
    "\t",
    "| ",
    "|\n",
    "2021年",
    "2021年3月5日\n",
    "…",
    "·",
    "－",
    "- 1 -\n",
    "<table>",
    "<div>",
    "<td colspan=200>",
    "$",
    "\\",
    "**",
    "&amp;",
    "公报",
    "某某市人民政府公报\n",
    "某政发〔2021〕3号\n",
    "某市人民政府关于某事的通知\n某政发〔2021〕3号\n",
    "目录\n",
    "淤",
    "，淤",
    "：淤",
    "王建国　副市长\n",
    "组长：王建国　副市长\n",
    "附件1\n",
    "责任单位：",
    "1.",
    "（一）",
    "abc ",
    "局",
    "某局、",
    "a\nb\n",
    "abc\n",
    "3\n",
    "(1)\n",
    "某事\t1\n》\n",
    "某市人民政府关于某事的通知\n",
    "（试行）\n会议纪要\n",
    "会议纪要\n某\n“\n",
    "冶\n附件1\n目录\n\n",
    "关于某事的通知\n·\n王建国、李强",
    "（二）\n3\n",
    "3月5日\n大事记\n",
    "- 1 -\n\n某\n1\n",
    "王建国、李强　“　$\n",
    "副组长：\n组长：王建国\n",
    "出席：王建国\n\n出席：王建国、李强",
)
TIMER = """
import contextlib, json, sys, time
from generator.errors import NotAGazette
from generator.link import cite_issue
from generator.parse import parse_issue
from generator.read import read_print

def seconds(work):
    start = time.process_time()
    with contextlib.suppress(NotAGazette):
        work()
    return time.process_time() - start

def read(source):
    cite_issue(parse_issue(read_print(source.encode(), "fuzz.txt")))

print(min(seconds(lambda: sum(len(str(number)) for number in range(1_000_000))) for _ in range(3)))
for source in json.load(sys.stdin):
    taken = seconds(lambda: read(source))
    print(taken if taken < 0.5 else min(taken, *(seconds(lambda: read(source)) for _ in range(2))))
"""
"""Reads sources in a process of its own, where nothing watches; prints how long the processor took for each.

The first figure is that of a fixed piece of work, which shows how fast the machine is.
"""
REFERENCE = 0.08
"""Seconds that the fixed piece of work takes on the machine of which the promise speaks; a slower one has more time."""


@pytest.mark.slow
@pytest.mark.parametrize("name", [*HEADS, *HTML_HEADS])
def test_repetition_is_read_in_time(
    name: str, sampled: Callable[[Sequence[str], int], list[str]]
) -> None:
    """At most a second for 100 kB on one core, whatever is repeated and wherever it is."""
    head, units = (HEADS[name], UNITS) if name in HEADS else (HTML_HEADS[name], HTML_UNITS)
    sources = {
        f"{name}: {unit!r}": head + unit * (100_000 // len(unit.encode()))
        for unit in sampled(units, 5)
    }
    run = subprocess.run(
        [sys.executable, "-c", TIMER],
        input=json.dumps(list(sources.values())),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    reference, *taken = map(float, run.stdout.split())
    limit = max(1, reference / REFERENCE)
    assert {
        name: seconds for name, seconds in zip(sources, taken, strict=True) if seconds > limit
    } == {}


def test_lines_of_few_characters_are_no_text() -> None:
    """What has a few characters a line is refused, with the place and a reason; a few such lines are read."""
    head = HEADS["document"]
    with pytest.raises(
        NotAGazette, match=r"fuzz\.txt:1: 2506 lines of fewer than 4 characters on average"
    ):
        read_bytes((head + "通\n" * 2500).encode(), "fuzz.txt")
    assert read_bytes((head + "通\n" * 500).encode()).documents
