"""Texts whose work must grow with their length and no faster: the same stages for a text and for four times of it.

Time is compared only with time of the same process and with room for chance: eight times as much for four times the
text, where a square would be sixteen times.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import markdown
import pytest

from generator.pages.writing.escape import is_heavy
from generator.pages.writing.markdown import definition, heading
from tests.hostile.publishing import plain_text, publish, write_text
from tests.reading import read_bytes

DIALECT = ["attr_list", "def_list", "md_in_html", "sane_lists", "tables", "toc"]
FACTOR = 8.0
FLOOR = 0.15
"""Seconds below which a time says nothing."""

RUNS = (
    "[", "]", "_", "*", "`", "<", "&", "\\", "!", "(", "|", "#", "~", ":", "{", "1.", "1 ", " ", "\u3000", "《",
    "“", "[](", "[a](", "<a ", "&#",
    "《a》", "https://", "第", "一", "云政发〔2021〕", "2021年", "月", "@", "{:", "$", "^",
)  # fmt: skip
"""What is written thousands of times in one line."""


def numbered(form: str, between: str = "\n\n") -> Callable[[int], str]:
    """Text of as many pieces as are asked for, each with its number."""
    return lambda count: between.join(form.format(n=n) for n in range(1, count + 1))


MERGED = "<tr><td rowspan=60000>{n}</td><td>甲</td></tr>"

BLOCKS: dict[str, Callable[[int], str]] = {
    "rows": lambda count: "| 序号 | 名称 |\n|---|---|\n" + numbered("| {n} | 河道 |", "\n")(count),
    "columns": lambda count: "\n".join(
        f"|{numbered(form, '|')(count)}|" for form in ("列{n}", "---", "{n}")
    ),
    "paragraphs": numbered("这是第{n}段的文字，内容大致相同。"),
    "headings": numbered("### 第{n}项"),
    "articles": numbered("第{n}条 各乡镇应当做好工作。"),
    "items": numbered("（{n}）做好第{n}项工作。"),
    "citations in lines": numbered("根据《云溪县河道第{n}号办法》（云政发〔2020〕{n}号）办理。"),
    "citations in a line": numbered("《云溪县河道第{n}号办法》（云政发〔2020〕{n}号）", "、"),
    "names": lambda count: "组　长：" + numbered("张三", "、")(count),
    "tables": numbered(
        "<table><tr><td>序号</td><td>名称</td></tr><tr><td>{n}</td><td>河道</td></tr></table>\n做好工作。",
        "\n",
    ),
    "merged cells": lambda count: f"<table>{numbered(MERGED, '')(count)}</table>",
    "elements": lambda count: "<div>" * count + "甲" + "</div>" * count,
    "one line": lambda count: "各乡镇应当做好工作。" * (20 * count),
    "dates": numbered("2021年1月{n}日", "，"),
    "pages": numbered("— {n} —"),
    "terms": lambda count: "本办法自2022年1月1日起施行，有效期五年。" * (count // 4),
}
"""What is printed thousands of times, one below the other or side by side."""


def render(folder: Path, text: str) -> None:
    """Make everything of a print: pages, HTML, data and index."""
    write_text(folder / "east", text)
    published = publish(folder)
    assert published.errors == ()
    for page in published.pages.values():
        markdown.markdown(page, extensions=DIALECT)


def time_of(work: Callable[[], object]) -> float:
    """Seconds of the processor that a piece of work takes."""
    begin = process_time()
    work()
    return process_time() - begin


def assert_linear(once: Callable[[], object], fourfold: Callable[[], object]) -> None:
    """Hold the time of four times the work against that of the work itself; chance has three tries."""
    measured = []
    for _ in range(3):
        one, four = time_of(once), time_of(fourfold)
        measured.append((one, four))
        if four < FACTOR * max(one, FLOOR):
            return
    pytest.fail(f"seconds for once and four times: {measured}")


@pytest.mark.slow
@pytest.mark.matrix(8)
@pytest.mark.parametrize("run", RUNS)
def test_a_run_of_signs_in_a_line(run: str, tmp_path: Path) -> None:
    count = 2_000 // len(run)
    assert_linear(
        lambda: render(tmp_path / "one", plain_text(line=f"每月{run * count}巡查")),
        lambda: render(tmp_path / "four", plain_text(line=f"每月{run * count * 4}巡查")),
    )


@pytest.mark.slow
@pytest.mark.matrix(5)
@pytest.mark.parametrize("make", BLOCKS.values(), ids=BLOCKS)
def test_many_blocks(make: Callable[[int], str], tmp_path: Path) -> None:
    assert_linear(
        lambda: render(tmp_path / "one", plain_text(block=f"{make(300)}\n\n二、强化保障")),
        lambda: render(tmp_path / "four", plain_text(block=f"{make(1_200)}\n\n二、强化保障")),
    )


IN_A_LINE = {
    "enumerators": "（一）做好某事；",
    "marks": "**做好**防<b>汛</b>&amp;工作，",
    "marks of many kinds": "做<b class={n}>好</b>防汛，",
}
"""What is thousands of times in one paragraph."""


@pytest.mark.slow
@pytest.mark.parametrize("form", IN_A_LINE.values(), ids=IN_A_LINE)
def test_many_in_a_paragraph_are_read_and_accounted_for(form: str) -> None:
    def read(count: int) -> None:
        read_bytes(plain_text(line=numbered(form, "")(count)).encode())

    assert_linear(lambda: read(2_500), lambda: read(10_000))


@pytest.mark.slow
def test_many_rows_are_read_and_accounted_for() -> None:
    """Every other one names a group, as a merged cell."""

    def read(count: int) -> None:
        rows = numbered("|{n}|河道{n}|县水利局|\n|第{n}类河道|||", "\n")(count)
        read_bytes(plain_text(block=f"|序号|河道|单位|\n|---|---|---|\n{rows}").encode())

    assert_linear(lambda: read(2_000), lambda: read(8_000))


@pytest.mark.parametrize("sign", ["[", "_", "`", "<", "&", "\\", "{"])
def test_the_text_of_a_heavy_paragraph_is_that_of_an_ordinary_one(
    sign: str, tmp_path: Path
) -> None:
    texts = []
    for count in (250, 400):
        assert is_heavy(sign * count) == (count == 400)
        folder = tmp_path / str(count)
        write_text(folder / "east", plain_text(line=f"每月{sign * count}巡查"))
        html = markdown.markdown(
            publish(folder).pages["archive/east/2021/4/1.md"], extensions=DIALECT
        )
        texts.append(html.count({"<": "&lt;", "&": "&amp;"}.get(sign, sign)))
        assert "巡查" in html
    assert texts[1] - texts[0] >= 150


def test_a_heavy_heading_is_a_heading() -> None:
    assert heading(2, "[" * 301, "s1", "run-in").startswith('<h2 id="s1" class="run-in">[[')
    assert heading(2, "[" * 30, "s1").startswith(r"## \[[")


def test_many_values_of_a_term() -> None:
    def render_values(count: int) -> str:
        return markdown.markdown(
            definition("成员", [f"某{n}" for n in range(count)]), extensions=DIALECT
        )

    assert_linear(lambda: render_values(1_000), lambda: render_values(4_000))


def test_many_values_of_a_term_are_values_of_one_term() -> None:
    for count in (200, 201):
        html = markdown.markdown(
            definition("成员", [f"某{n}" for n in range(count)]), extensions=DIALECT
        )
        assert (html.count("<dl>"), html.count("<dt>"), html.count("<dd>")) == (1, 1, count)


MEMORY = """
import resource, sys
from pathlib import Path
from tests.hostile.test_work import BLOCKS, plain_text, render
name, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
render(folder, plain_text(block=BLOCKS[name](count) + "\\n\\n二、强化保障"))
status = Path("/proc/self/status")  # what getrusage says counts the process that started this one, too
lines = status.read_text().splitlines() if status.exists() else []
said = [line.split()[1] for line in lines if line.startswith("VmHWM")]
print(int(said[0] if said else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024)
"""


@pytest.mark.slow
@pytest.mark.matrix(2)
@pytest.mark.parametrize(
    ("name", "count"),
    [("rows", 10_000), ("columns", 5_000), ("one line", 5_000), ("merged cells", 3_000)],
)
def test_the_memory_of_a_build_stays_below_500_megabytes(
    name: str, count: int, tmp_path: Path, root: Path
) -> None:
    command = [sys.executable, "-c", MEMORY, name, str(count), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert int(done.stdout) < 500
