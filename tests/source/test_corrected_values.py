"""What the entries of a file of corrections can hold: values are checked, and an error names what could be meant."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec import ValidationError, convert

from generator.errors import NotAGazette
from generator.model.codec import corrections_schema, dump_issue
from generator.model.corrected_values import PLAUSIBLE
from generator.model.correction import COMPANIONS, OPERATIONS, Correction
from generator.read.corrections import FAILURES
from generator.source import read_corrections
from generator.source.corrections_hints import ALLOWED, KEYS
from tests.laws import assert_laws
from tests.reading import read_bytes
from tests.test_cases import PROVENANCE

PRINT = """梧桐县人民政府公报
2020年第6期
目录
关于做好防汛工作的通知……1
梧桐县人民政府
关于做好防汛工作的通知
梧政发〔2020〕9号
各乡镇人民政府：
请按下表执行。
序号\t任务\t单位
1\t储备物资\t应急局
2\t值班\t水利局
梧桐县人民政府
2020年6月1日
附件1
值班表
每天有人值班。
"""


def read(
    folder: Path, *entries: dict[str, Any]
) -> tuple[tuple[Correction, ...], list[NotAGazette]]:
    """The corrections of a file with these entries, each on lines of its own, and what is wrong with them."""
    lines = [
        json.dumps(PROVENANCE | {"exact": "甲"} | entry, ensure_ascii=False) for entry in entries
    ]
    path = folder / "2020-06.corrections.yml"
    path.write_text("".join(f"- {line}\n" for line in lines), encoding="utf-8")
    corrections, errors = read_corrections(folder / "2020-06.txt")
    return corrections, list(errors)


def element(name: object, value: object) -> dict[str, object]:
    """An entry that sets an element."""
    return {"element": name, "value": value}


def of_issue(name: str, value: object) -> dict[str, object]:
    """An entry that sets a value of the issue."""
    return {"issue": name, "value": value}


RIGHT = [
    element("date", "2021-10-08"), element("date", "2021-10"), element("date", ""), element("date", "2020-02-29"),
    element("effective.from", "2021-10-08"), element("effective.until", ""),
    element("number", "梧政发〔2021〕3号"), element("number", "第3号"), element("number", ""),
    element("number", "2021年第3号"), element("number", "梧桐县人民政府令第3号"),
    element("page", 1), element("page", "12"), element("page", PLAUSIBLE.page), element("page", ""),
    of_issue("year", 2021), of_issue("year", PLAUSIBLE.first_year), of_issue("year", str(PLAUSIBLE.last_year)),
    of_issue("number", 1), of_issue("number", PLAUSIBLE.issues), of_issue("serial", PLAUSIBLE.serial),
    of_issue("published", "2021-10-08"), of_issue("publisher", ""), of_issue("serial", ""),
    {"cell": 1, "value": ""}, {"cell": "任务", "value": 3}, {"columns": ["甲", "乙"]}, {"header": False},
    {"begins": "attachment", "label": "附件1", "title": "值班表"}, {"begins": "nothing"}, {"ends": "document"},
    {"announces": "nothing"}, {"announces": {"exact": "甲", "suffix": "乙"}},
]  # fmt: skip
WRONG = [
    (element("date", "2021-13-01"), "`value: 2021-13-01` is no date like 2021-04-19 or, without a day, 2021-04"),
    (element("date", "2021-02-29"), "is no date like"),
    (element("date", "2021-00"), "is no date like"),
    (element("date", "2021"), "is no date like"),
    (element("date", 2021), "is no date like"),
    (element("effective.from", "2021-10"), "`value: 2021-10` is no date like 2021-04-19"),
    (element("effective.until", "长期"), "is no date like 2021-04-19"),
    (element("number", "梧政发2021年3号"), "is no number like 某政发〔2021〕3号 or 第3号"),
    (element("number", "梧政发[2021]3号"), "did you mean `梧政发〔2021〕3号`?"),
    (element("number", "梧政发〔21〕3号"), "is no number like"),
    (element("number", "梧政发〔2021〕3"), "is no number like"),
    (element("number", "梧政发〔2021〕3号" * 50), "is no number like"),
    (element("page", 0), "`value: 0` is no page from 1 to"),
    (element("page", -1), "is no page"),
    (element("page", PLAUSIBLE.page + 1), "is no page"),
    (element("page", "０１"), "is no page"),
    (element("page", "007"), "is no page"),
    (element("page", "第3页"), "is no page"),
    (of_issue("year", PLAUSIBLE.first_year - 1), "is no year from"),
    (of_issue("year", PLAUSIBLE.last_year + 1), "is no year from"),
    (of_issue("number", 0), "is no number of an issue from 1 to"),
    (of_issue("number", PLAUSIBLE.issues + 1), "is no number of an issue"),
    (of_issue("serial", PLAUSIBLE.serial + 1), "is no number of all issues"),
    (of_issue("published", "2021-10"), "is no date like"),
    (of_issue("title", " "), "without a title"),
    (element("title", ""), "a document cannot be without a title"),
    (element("title", "甲" * 2001), "is no document"),
    (element("date", None), "`element` needs a `value`"),
    (element("date", ["2021-10-08"]), "Expected `int | str | null`, got `array` at .value"),
    ({"issue": "year"}, "`issue` needs a `value`"),
    ({"cell": "任务"}, "`cell` needs a `value`"),
    ({"cell": 0, "value": "甲"}, "`cell` is the name of a column or its number from 1"),
    ({"replace": "乙", "value": "乙"}, "`value` belongs to `element`, `issue` or `cell`"),
    ({"replace": "乙", "title": "乙"}, "`title` belongs to `begins`; to set a title say `element: title`"),
    ({"split": True, "label": "附件1"}, "`label` belongs to `begins`"),
    ({"begins": "document", "title": "乙"}, "`label` and `title` are those of an enclosure or attachment"),
    ({"columns": ["甲"]}, "`columns` names two columns or more, each once"),
    ({"columns": ["甲", "乙", "甲"]}, "`columns` names two columns or more, each once"),
    ({"header": "no"}, "`header` can be true or false: Expected `bool | null`, got `str` at .header"),
    ({"lost": 1}, "`lost` can be true: Expected"),
    ({"split": 3}, "`split` can be true or a part of the quote: Expected"),
    ({"columns": "甲 乙"}, "`columns` can be a list of names in brackets: Expected"),
    ({"move": "乙"}, "`move` can be {before: {exact: …}} or {after: {exact: …}}: Expected"),
    ({"replace": 5}, "`replace` is text, put it in quotes: Expected `str | null`, got `int` at .replace"),
    ({"exact": 77, "join": True}, "`exact` is text, put it in quotes: "),
    (element("page", 3.5), "`value` is text, put it in quotes: "),
    ({"ends": True}, "`ends` can be document: Expected"),
    (element(["date"], "2021-10-08"), "`element` can be head, number, title, "),
    ({"begins": "documents"}, "did you mean `document`? `begins` can be document, preface, enclosure, attachment, "),
    ({"ends": "part"}, "`ends` can be document: Invalid enum value 'part' at .ends"),
    ({"announces": "none"}, "`announces` can be nothing or {exact: …}: Invalid enum value 'none' at .announces"),
    ({"announces": {"exakt": "甲"}}, "did you mean `exact`? the keys of `announces` are exact, prefix, suffix: "),
    ({"move": {"beforre": {"exact": "甲"}}}, "did you mean `before`? the keys of `move` are before, after: "),
    (element("colum", "甲"), "did you mean `column`? `element` can be head, number, title, "),  # codespell:ignore
    (element("颜色", "甲"), "`element` can be head, number, title, "),
    ({"issue": "serail", "value": 3}, "did you mean `serial`? `issue` can be title, year, number, numbers, "),
    ({"authority": "scann", "join": True}, "did you mean `scan`? `authority` can be scan, official website, reading: "),
    ({"colum": "甲"}, "did you mean `column`? say `element: column` and its `value`; the"),  # codespell:ignore
    ({"elment": "date"}, "did you mean `element`? the keys of an entry are exact, "),  # codespell:ignore
    ({"颜色": "甲"}, "the keys of an entry are exact, prefix, suffix, replace, "),
]  # fmt: skip


@pytest.mark.parametrize("entry", RIGHT, ids=str)
def test_a_right_value_is_taken(tmp_path: Path, entry: dict[str, Any]) -> None:
    (correction,), errors = read(tmp_path, entry)
    assert errors == []
    assert correction.operation in OPERATIONS
    schema = jsonschema.Draft202012Validator(corrections_schema())
    assert schema.is_valid([{"exact": "甲", **PROVENANCE, **entry}])


@pytest.mark.parametrize(("entry", "reason"), WRONG, ids=str)
def test_a_wrong_value_is_one_error_on_its_line_and_takes_no_other_entry_down(
    tmp_path: Path, entry: dict[str, Any], reason: str
) -> None:
    corrections, (error,) = read(tmp_path, {"join": True}, entry, {"split": True})
    assert reason in error.reason
    assert error.line == 2
    assert "\n" not in str(error)
    assert [one.operation for one in corrections] == ["join", "split"]


@pytest.mark.parametrize("companion", COMPANIONS)
def test_the_schema_knows_what_belongs_to_what(companion: str) -> None:
    schema = jsonschema.Draft202012Validator(corrections_schema())
    assert not schema.is_valid([{"exact": "甲", **PROVENANCE, "join": True, companion: "乙"}])


def test_a_value_that_is_asked_for_is_on_its_line(tmp_path: Path) -> None:
    text = (
        "- exact: 甲\n  by: 某\n  on: 2021-01-01\n  why: 误\n  authority: reading\n"
        "  element: number\n  value: 3号文\n"
    )
    (tmp_path / "2020-06.corrections.yml").write_text(text, encoding="utf-8")
    _, (error,) = read_corrections(tmp_path / "2020-06.txt")
    assert error.line == 7


WORDS = st.text(
    "梧桐县人民政府关于做好防汛工作的通知〔〕2019号1、年月日附件任务值班\t\n *|<&", max_size=12
)
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), WORDS, st.text(max_size=8),
    st.sampled_from([value for values in ALLOWED.values() for value in values]), st.lists(WORDS, max_size=3),
    st.builds(lambda exact: {"exact": exact}, WORDS),
    st.builds(lambda exact: {"after": {"exact": exact}}, WORDS),
)  # fmt: skip
ENTRIES = st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), VALUES, max_size=4)


@given(st.lists(ENTRIES, max_size=4))
@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_a_file_holds_each_entry_is_taken_or_is_an_error(
    tmp_path: Path, entries: list[dict[str, Any]]
) -> None:
    corrections, errors = read(tmp_path, *entries)
    assert len(corrections) + len(errors) == len(entries) or len(errors) == 1
    assert all("\n" not in str(error) and len(error.reason) < 1_000 for error in errors)


QUOTES = st.sampled_from(
    [line for line in PRINT.replace("\t", "\n").split("\n") if line]
    + ["序号 任务 单位", "附件1 值班表", "值班表", "每天有人", "2020年", "号\n各", "不在此处"]
)
SAID = st.one_of(
    st.builds(lambda name: {"begins": name}, st.sampled_from(ALLOWED["begins"])),
    st.builds(lambda title: {"begins": "attachment", "title": title}, st.sampled_from(["甲", "附件9"])),
    st.just({"ends": "document"}),
    st.builds(lambda quote: {"announces": {"exact": quote}}, QUOTES),
    st.just({"announces": "nothing"}),
    st.builds(lambda cell, value: {"cell": cell, "value": value}, st.integers(1, 4), st.sampled_from(["", "乙"])),
    st.builds(lambda names: {"columns": names}, st.permutations(["序号", "任务", "单位"])),
    st.builds(lambda said: {"header": said}, st.booleans()),
    st.builds(element, st.sampled_from(["column", "note", "recipients", "signature", "title"]), st.just("丙")),
    st.builds(element, st.sampled_from(["effective.from", "effective.until", "date"]), st.just("2020-07-01")),
    st.builds(element, st.just("page"), st.integers(1, 9)),
    st.builds(of_issue, st.sampled_from(["year", "published", "publisher"]), st.just("")),
    st.builds(lambda quote: {"move": {"after": {"exact": quote}}}, QUOTES),
    st.builds(lambda text: {"replace": text}, st.sampled_from(["", "丁", "梧政发〔2020〕10号"])),
    st.sampled_from([{"join": True}, {"split": True}, {"lost": True}]),
)  # fmt: skip


@given(st.lists(st.tuples(QUOTES, SAID), min_size=1, max_size=6))
@example(said=[("梧桐县人民政府公报", {"move": {"after": {"exact": "关于做好防汛工作的通知……1"}}})])
@settings(max_examples=200, deadline=None)
def test_each_correction_is_made_or_refused_and_nothing_is_lost(
    said: list[tuple[str, dict[str, Any]]],
) -> None:
    corrections = [
        convert({**PROVENANCE, "exact": quote, **entry, "line": line}, Correction)
        for line, (quote, entry) in enumerate(said, start=1)
    ]
    try:
        issue = read_bytes(PRINT.encode(), "2020-06.txt", corrections)
    except NotAGazette:
        return
    assert_laws(issue)
    assert issue.account.unexplained == 0  # what a move makes be read twice is told, not lost
    spoken_of = {finding.entry for finding in issue.findings}
    assert {correction.line for correction in corrections} <= spoken_of
    for finding in issue.findings:
        assert not (finding.kind in FAILURES and finding.line)
    assert read_bytes(PRINT.encode(), "2020-06.txt", corrections) == issue
    assert dump_issue(issue)


def test_a_fault_is_a_value_error_of_the_model() -> None:
    with pytest.raises(ValidationError, match="is no date"):
        convert({**PROVENANCE, "exact": "甲", "element": "date", "value": "昨天"}, Correction)
