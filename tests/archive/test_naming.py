"""What an issue is called, of what its masthead prints and what its file is named."""

from pathlib import Path

import pytest

from generator.archive.naming import date_by_name, file_name, id_of_issue, name_id
from generator.archive.reader import read_archive
from generator.lexicon.counts.issue_counts import Counted, read_issue_name
from generator.model import Issue, IssuePart, Publication, Special


@pytest.mark.parametrize(
    ("name", "numbers", "special"),
    [
        ("2021-03_04", (3, 4), None), ("2021-3+4", (3, 4), None), ("2021-04_03", (), None),
        ("2021-3-4期", (3, 4), None), ("2021-03-04合刊", (3, 4), None), ("2021年第3、4期合刊", (3, 4), None),
        ("2021年第三四期合刊", (3, 4), None), ("某某县人民政府公报2021年第11—12期", (11, 12), None),
        ("2021-z1", (), ("增刊", 1)), ("2021-z", (), ("增刊", None)), ("2021-04-z", (4,), ("增刊", None)),
        ("2021-zk2", (), ("专刊", 2)), ("2021-增刊1", (), ("增刊", 1)), ("2021-增刊", (), ("增刊", None)),
        ("2021年增刊（二）", (), ("增刊", 2)), ("2021年第1期增刊", (1,), ("增刊", None)),
        ("2021年安全生产专刊", (), ("专刊", None)), ("2021年号外", (), ("号外", None)),
        ("2021年第4期", (4,), None), ("2021年第4期（总第78期）", (4,), None), ("某某政报2021第4期", (4,), None),
        ("2021年12月31日第4期", (4,), None), ("二〇二一年第四期", (4,), None),
    ],
)  # fmt: skip
def test_a_file_name_says_numbers_and_what_is_outside_the_count(
    name: str, numbers: tuple[int, ...], special: tuple[str, int | None] | None
) -> None:
    named = read_issue_name(name)
    found = named.special and (named.special.kind, named.special.number)
    assert (named.numbers, found) == (numbers, special)
    assert named.year == (None if name == "2021-04_03" else 2021)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("2021-12-shang", "a/2021/12-shang"), ("2021-12上", "a/2021/12-shang"), ("2021-12（下册）", "a/2021/12-xia"),
        ("2021年第12期（中）", "a/2021/12-zhong"), ("2021-12-第二册", "a/2021/12-p2"), ("2021-12-p2", "a/2021/12-p2"),
        ("2021-03_04-xia", "a/2021/3-4-xia"), ("2021-z1-xia", "a/2021/z1-xia"), ("s78-shang", "a/s78-shang"),
        ("某某政报2021年第3期（上半月）", "a/2021/3-shang"), ("2021年第12期（上、下）", "a/2021/12"), ("2021年增刊（二）", "a/2021/z2"),
        ("2021-12 (1)", None), ("2021-12-x", None), ("2021-上", None), ("海上", None),
    ],
)  # fmt: skip
def test_a_file_name_says_which_part_of_a_number_it_is(name: str, id_: str | None) -> None:
    named = name_id("a", f"issues/a/{name}.txt")
    assert (str(named) if named else None) == id_
    assert named is None or name_id("a", f"issues/a/{file_name(named)}.txt") == named


@pytest.mark.parametrize(
    "name",
    [
        "2021-03-04",
        "20210304",
        "2021-03-04-scan",
        "公报",
        "2021年",
        "2021-q1",
        "2021-z1000",
        "2021-1_2_3",
        "2021",
    ],
)
def test_a_file_name_that_can_be_read_in_two_ways_says_nothing(name: str) -> None:
    assert read_issue_name(name).numbers == ()
    assert read_issue_name(name).special is None


@pytest.mark.parametrize(
    ("name", "year", "serials"),
    [
        ("总第123期", None, (123,)),
        ("s123", None, (123,)),
        ("2021-s123", 2021, (123,)),
        ("2021年总第27-28期", 2021, (27, 28)),
    ],
)
def test_a_file_name_says_the_number_of_all_issues(
    name: str, year: int | None, serials: tuple[int, ...]
) -> None:
    assert read_issue_name(name) == Counted(year, (), serials)


def printed(
    year: int | None = 2021,
    numbers: tuple[int, ...] = (),
    serial: int | None = None,
    special: Special | None = None,
    part: IssuePart | None = None,
) -> Issue:
    """An issue whose masthead prints no more than this."""
    return Issue(
        source="a.txt",
        sha256="",
        publication=Publication("云溪县人民政府公报"),
        year=year,
        number=numbers[0] if numbers else None,
        numbers=numbers if len(numbers) > 1 else (),
        serial=serial,
        special=special,
        part=part,
    )


@pytest.mark.parametrize(
    ("issue", "name", "id_", "severities"),
    [
        (printed(numbers=(3, 4)), "2021-03-04", "yunxi/2021/3-4", []),
        (printed(numbers=(3, 4)), "2021-03", "yunxi/2021/3-4", []),
        (printed(numbers=(3, 4)), "2021-04", "yunxi/2021/3-4", []),
        (printed(numbers=(3, 4)), "2021-05", "yunxi/2021/3-4", ["warning"]),
        (printed(numbers=(3, 4)), "2021-03_04", "yunxi/2021/3-4", []),
        (printed(numbers=(3,)), "2021-03_04", "yunxi/2021/3", ["warning"]),
        (printed(), "2021-03_04", "yunxi/2021/3-4", ["info"]),
        (printed(special=Special("增刊", 1)), "2021-增刊1", "yunxi/2021/z1", []),
        (printed(special=Special("增刊", 1)), "2021-01", "yunxi/2021/z1", ["warning"]),
        (printed(special=Special("增刊", 1)), "2021-z2", "yunxi/2021/z1", ["warning"]),
        (printed(numbers=(1,)), "2021-增刊1", "yunxi/2021/z1", ["info"]),
        (printed(numbers=(5,)), "2021-增刊1", "yunxi/2021/5-z1", ["info"]),
        (printed(numbers=(5,), special=Special("专刊")), "2021-05-zk", "yunxi/2021/5-zk", []),
        (printed(), "2021-zk", "yunxi/2021/zk", ["info"]),
        (printed(special=Special("副刊", 2)), "scan", "yunxi/2021/x2", []),
        (printed(serial=78), "scan", "yunxi/2021/s78", []),
        (printed(serial=78), "2021-04", "yunxi/2021/4", ["info"]),
        (printed(numbers=(4,), serial=78), "总第78期", "yunxi/2021/4", []),
        (printed(numbers=(4,), serial=78), "总第79期", "yunxi/2021/4", ["warning"]),
        (printed(year=None, serial=78), "scan", "yunxi/s78", []),
        (printed(year=None, serial=78), "2021-04", "yunxi/2021/4", ["info"]),
        (printed(year=None), "总第78期", "yunxi/s78", ["info"]),
        (printed(numbers=(12,)), "2021-12-shang", "yunxi/2021/12-shang", ["info"]),
        (printed(numbers=(12,), part=IssuePart("xia", "下册")), "2021-12", "yunxi/2021/12-xia", []),
        (
            printed(numbers=(12,), part=IssuePart("xia", "下册")),
            "2021-12-xia",
            "yunxi/2021/12-xia",
            [],
        ),
        (
            printed(numbers=(12,), part=IssuePart("xia", "下册")),
            "2021-12-shang",
            "yunxi/2021/12-xia",
            ["warning"],
        ),
        (printed(year=None, serial=78, part=IssuePart("p2", "二")), "scan", "yunxi/s78-p2", []),
        (printed(), "2021-03-04", None, []),
        (printed(year=None, numbers=(4,)), "scan", None, []),
    ],
)
def test_the_print_comes_first_and_the_name_adds_what_it_leaves_out(
    issue: Issue, name: str, id_: str | None, severities: list[str]
) -> None:
    dated = date_by_name(issue, f"issues/yunxi/{name}.txt")
    found = id_of_issue("yunxi", dated)
    assert (str(found) if found else None) == id_
    assert [finding.severity for finding in dated.findings] == severities
    assert date_by_name(dated, f"issues/yunxi/{name}.txt") == dated or severities


TEXT = """云溪县人民政府公报
{head}
云溪县人民政府关于{about}的通知
云政发〔2021〕{number}号
各乡镇人民政府：
请认真落实。
云溪县人民政府
2021年10月{number}日
"""


def test_a_regular_a_joint_and_an_extra_issue_are_all_in_the_archive(tmp_path: Path) -> None:
    """None takes the place of another one, and they are newest first: 增刊 behind the regular issues of its year."""
    folder = tmp_path / "yunxi"
    folder.mkdir()
    for number, head in enumerate(
        (
            "2021年第1期",
            "2021年增刊第1期",
            "2021年第3、4期合刊",
            "2021年第5期",
            "2021年第5期（增刊）",
            "2021年（总第30期）",
            "2021年第5期（下册）",
            "2021年第5期（上册）",
        ),
        1,
    ):
        text = TEXT.format(head=head, about=f"第{number}件事", number=number)
        text = text.replace(f"2021年10月{number}日", "2021年10月8日")
        (folder / f"scan{number}.txt").write_text(text, encoding="utf-8")
    archive, errors = read_archive(tmp_path)[:2]
    assert not errors
    assert [record.id for record in archive.issues] == [
        "yunxi/2021/z1", "yunxi/2021/5-z", "yunxi/2021/5-xia", "yunxi/2021/5-shang", "yunxi/2021/5", "yunxi/2021/3-4",
        "yunxi/2021/1", "yunxi/2021/s30",
    ]  # fmt: skip
    assert [entry.id for entry in archive.permalinks] == [
        "yunxi/2021/1/1", "yunxi/2021/3-4/1", "yunxi/2021/5/1", "yunxi/2021/5-shang/1", "yunxi/2021/5-xia/1",
        "yunxi/2021/5-z/1", "yunxi/2021/s30/1",
        "yunxi/2021/z1/1",
    ]  # fmt: skip
