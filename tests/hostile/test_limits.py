"""Files of YAML and JSON that are more than anyone wrote by hand: refused with the line, before anything is built."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.archive import read_archive
from generator.archive.sources import LARGEST_PRINT
from generator.errors import NotAGazette
from generator.model.codec import LONGEST_SCALAR, plain_from_yaml
from generator.source import read_corrections
from generator.source.corrections_file import MOST_CORRECTIONS
from generator.source.yaml_file import line_of, load_yaml
from generator.source.yaml_limits import (
    DEEPEST,
    USUAL,
    check_limits,
    is_too_much,
)
from tests.hostile.publishing import demo_plain, plain_text, publish, write_text

LAUGHS = "a0: &a0 [笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 8)
)

TOO_MUCH: dict[str, tuple[str, int, str]] = {
    "brackets": ("[" * 100_000, 1, "nested more than"),
    "braces": ("{a: " * 100_000, 1, "nested more than"),
    "dashes": ("- " * 5_000 + "x", 1, "nested more than"),
    "indents": ("\n".join(f"{' ' * n}a:" for n in range(200)), 65, "nested more than"),
    "json": ('{"a":' * 100_000, 1, "nested more than"),
    "json-whole": ('{"a":' * 500 + "1" + "}" * 500, 1, "nested more than"),
    "laughs": (LAUGHS, 6, "values, aliases written out"),
    "merges": (MERGES, 6, "values, aliases written out"),
    "long-text-repeated": (
        f"a: &a {'长' * 100_000}\nb: [{', '.join(['*a'] * 1_000)}]",
        2,
        "characters, aliases",
    ),
    "holds-itself": ("a: 1\nb: &b [*b]", 2, "names nothing that is defined before it"),
    "hold-each-other": ("a: &a\n  b: &b\n    c: *a", 3, "names nothing that is defined before it"),
    "alias-of-nothing": ("a: *none", 1, "names nothing that is defined before it"),
    "values": (
        f"a:\n{'- 一' + chr(10)}" + "- 一\n" * USUAL.most_values,
        USUAL.most_values,
        "values, aliases written out",
    ),
    "digits": (f"a: 1\nyear: {'9' * 5_000}", 2, "a number of 5,000 characters"),
    "sexagesimal": (f"a: 1{':1' * 3_000}", 1, "a number of 6,001 characters"),
    "hexadecimal-of-nothing": ("a: 0x_", 1, "is not what its tag says"),
    "word-as-number": ("a: !!int 一", 1, "is not what its tag says"),
    "word-as-truth": ("a: !!bool 1", 1, "is not what its tag says"),
    "word-as-day": ("a: !!timestamp 长期", 1, "is not what its tag says"),
    "python-object": (
        "a: !!python/object/apply:os.getcwd []",
        1,
        "could not determine a constructor",
    ),
    "surrogate": ('a: 1\nb: "\\ud800"', 2, "invalid Unicode character escape code"),
    "nul": ("a: 1\nb: \0", 2, "is no YAML"),
    "list-as-key": ("? [a]\n: b", 1, "unhashable key"),
}
"""Text, line and reason."""


@pytest.mark.parametrize(("text", "line", "reason"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_is_too_much_is_refused_with_its_line(
    text: str, line: int, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotAGazette) as refused:
        load_yaml(path)
    assert reason in refused.value.reason
    assert abs(refused.value.line - line) <= 1


FILES = (
    "yunxi/2020-01.yml",
    "yunxi/publication.yml",
    "yunxi/2018-01.corrections.yml",
    "yunxi/2018-01.truth.yml",
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("case", ["brackets", "laughs", "digits", "holds-itself", "json"])
def test_every_kind_of_file_has_the_same_limits(name: str, case: str, issues: Path) -> None:
    write_text(issues / "yunxi", plain_text(), "2018-01.txt")
    (issues / name).write_text(TOO_MUCH[case][0], encoding="utf-8")
    archive, errors = read_archive(issues)
    assert [error.source for error in errors] == [str(issues / name)]
    assert "yunxi/2019/12" in {record.id for record in archive.issues}


@pytest.mark.parametrize("case", ["brackets", "laughs", "digits", "json"])
def test_the_ledger_has_the_same_limits(case: str, issues: Path) -> None:
    (issues / "permalinks.yml").write_text(TOO_MUCH[case][0], encoding="utf-8")
    with pytest.raises(NotAGazette, match=r"permalinks\.yml"):
        read_archive(issues)


@pytest.mark.parametrize("id_", ["yunxi/2020/1/" + "9" * 5_000, "yunxi/" + "2" * 5_000 + "/1/1"])
def test_an_id_of_thousands_of_digits_is_refused_with_its_line(id_: str, issues: Path) -> None:
    (issues / "permalinks.yml").write_text(
        f"yunxi/2020/1/1: {{title: 甲}}\n? {id_}\n: {{title: 乙}}\n", encoding="utf-8"
    )
    with pytest.raises(NotAGazette, match="is no id") as refused:
        read_archive(issues)
    assert len(str(refused.value)) < 1_000


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    with path.open("wb") as file:
        file.truncate(USUAL.largest_file + 1)
    with pytest.raises(NotAGazette, match="is larger than"):
        load_yaml(path)


def test_a_print_that_is_too_large_is_not_read(issues: Path) -> None:
    with (issues / "yunxi/2018-01.txt").open("wb") as file:
        file.truncate(LARGEST_PRINT + 1)
    (error,) = read_archive(issues)[1]
    assert "is larger than" in error.reason


TRUTH = (
    "source: 2018-01.txt\nissue: {publication: 甲}\ndocuments:\n- {seq: 1, lines: [1, 9], title: 甲"
)


@pytest.mark.parametrize("more", [
    "articles: [[1, 1000000000000]]",
    "tables: [{lines: [1, 99999999999], columns: 1, rows: 1}]",
    "articles: [[-5, 3]]",
])  # fmt: skip
def test_a_truth_that_counts_without_end_is_refused_with_its_line(more: str, issues: Path) -> None:
    write_text(issues / "yunxi", plain_text(), "2018-01.txt")
    write_text(issues / "yunxi", f"{TRUTH}, {more}}}\n", "2018-01.truth.yml")
    archive, errors = read_archive(issues)
    assert [error.line for error in errors] == [4]
    assert len(archive.issues) == 3


def nested(depth: int) -> str:
    """A value with this many lists around it."""
    return "[" * depth + "]" * depth


def test_the_depth_is_counted_to_the_last_level() -> None:
    check_limits(nested(DEEPEST))
    with pytest.raises(Exception, match="more than"):
        check_limits(nested(DEEPEST + 1))
    assert not is_too_much(plain_from_yaml(nested(DEEPEST)))
    assert is_too_much(plain_from_yaml(nested(DEEPEST + 1)))


@pytest.mark.parametrize("length", [LONGEST_SCALAR, LONGEST_SCALAR + 1])
def test_the_length_of_a_number_is_counted_to_the_last_figure(length: int) -> None:
    if length > LONGEST_SCALAR:
        with pytest.raises(yaml.MarkedYAMLError):
            plain_from_yaml("9" * length)
    else:
        assert plain_from_yaml("9" * length) == int("9" * length)


def test_shared_values_that_a_dumper_wrote_as_aliases_are_read(issues: Path) -> None:
    plain = demo_plain()
    shared = [20, 120]
    for document in plain["documents"]:
        document["lines"] = shared
    text = yaml.safe_dump(plain, allow_unicode=True)
    assert "*id001" in text
    (issues / "yunxi/2020-01.yml").write_text(text, encoding="utf-8")
    assert publish(issues).errors == ()


def test_numbers_of_ordinary_length_are_numbers_still() -> None:
    values = [31, 1000, -5, 3.5, True, "2021-02-30", 90]
    assert plain_from_yaml("[0x1F, 1_000, -5, 3.5, true, 2021-02-30, 1:30]") == values


@pytest.mark.parametrize(
    ("path", "line"),
    [(".documents[1].title", 6), (".documents[1]", 5), (".documents[0].lines[1]", 4), (".documents[1].gone", 5),
     (".documents[7]", 3), (".documents", 3), ("", 1), (".shared[0]", 8)],
)  # fmt: skip
def test_the_line_of_a_value_is_that_of_the_nearest_around_it(path: str, line: int) -> None:
    text = "year: 1\ndocuments:\n - title: 甲\n   lines: [3, 4]\n - sequence: 2\n   title: &t 乙\n\nshared: *t\n"
    assert line_of(text, path) == line


def test_the_line_of_a_value_is_found_in_json_that_yaml_refuses() -> None:
    assert line_of('{\n"title": "\\ud872\\udf4e",\n"year": -1\n}', ".year") in (1, 2, 3)


def test_each_bad_entry_of_many_corrections_has_its_line(tmp_path: Path) -> None:
    good = "- {exact: 甲, replace: 乙, why: 误, by: 某, on: 2021-01-01, authority: scan}\n"
    (tmp_path / "2021-04.corrections.yml").write_text(
        (good + "- {exact: 甲}\n") * 300, encoding="utf-8"
    )
    corrections, errors = read_corrections(tmp_path / "2021-04.txt")
    assert [correction.line for correction in corrections] == list(range(1, 601, 2))
    assert [error.line for error in errors] == list(range(2, 601, 2))


def test_an_error_does_not_quote_a_value_without_end(tmp_path: Path) -> None:
    entry = "{exact: 甲, replace: 乙, why: 误, by: 某, on: 2021-01-01, authority: %s}"
    (tmp_path / "2021-04.corrections.yml").write_text(
        f"- {entry % ('扫' * 5_000)}\n", encoding="utf-8"
    )
    _, (error,) = read_corrections(tmp_path / "2021-04.txt")
    assert error.line == 1
    assert len(error.reason) < 400
    assert error.reason.endswith("at .authority")


def calls(work: Callable[[], Any]) -> int:
    """How many functions a piece of work calls, those of C among them."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_looking_at_the_limits_is_a_part_of_the_work_of_reading() -> None:
    text = yaml.safe_dump(demo_plain(), allow_unicode=True)
    assert calls(lambda: check_limits(text)) < 0.5 * calls(lambda: plain_from_yaml(text))


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_of_corrections_has_a_last_entry(more: int, tmp_path: Path) -> None:
    entry = "- {exact: 甲, replace: 乙, why: 误, by: 某, on: 2021-01-01, authority: scan}\n"
    (tmp_path / "2021-04.corrections.yml").write_text(
        entry * (MOST_CORRECTIONS + more), encoding="utf-8"
    )
    corrections, errors = read_corrections(tmp_path / "2021-04.txt")
    assert [error.line for error in errors] == [MOST_CORRECTIONS + 1] * more
    assert len(corrections) == MOST_CORRECTIONS * (1 - more)
