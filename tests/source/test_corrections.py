"""Files of corrections: where they lie, what is wrong with them, and what the command line says of them."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from generator.archive import read_archive
from generator.cli import main
from generator.model import Archive
from generator.model.codec import corrections_schema, load_issue, plain_from_yaml
from generator.source import find_sources, read_corrections
from generator.words.say import say, speaking

PRINTED = """东川市人民政府公报
2022年第3期
东川市人民政府
关于做好春季植树工作的通知
东政发〔2022〕7号
各区县人民政府：
春季植树要落实则任，备足树苗。
东川市人民政府
2022年3月1日
"""

ENTRY = """- exact: 落实则任
  replace: 落实责任
  by: 编者
  on: 2026-11-21
  why: 形近误读
  authority: reading
"""

STALE = ENTRY.replace("落实则任", "落实贝任")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A printed issue in an input folder, without corrections."""
    path = tmp_path / "issues/dongchuan/2022-03.txt"
    path.parent.mkdir(parents=True)
    path.write_text(PRINTED, encoding="utf-8")
    return path


def correct(source: Path, text: str) -> Path:
    """Put corrections beside a source."""
    path = source.with_name("2022-03.corrections.yml")
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def body(source: Path, *options: str) -> str:
    """The body of the one document, as the command line reads it."""
    issue = load_issue(json.loads(run("parse", source, *options).stdout))
    return issue.documents[0].parts[0].blocks[0].text  # type: ignore[union-attr]


def test_corrections_beside_a_file_are_made_unless_they_are_switched_off(source: Path) -> None:
    correct(source, ENTRY)
    assert body(source) == "春季植树要落实责任，备足树苗。"
    assert body(source, "--no-corrections") == "春季植树要落实则任，备足树苗。"


def test_check_counts_corrections(source: Path) -> None:
    correct(source, ENTRY)
    result = run("check", "--issues", source.parent.parent)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].split()[-2:] == ["1", "0"]


def test_check_fails_with_the_line_of_an_entry_that_does_not_apply(source: Path) -> None:
    path = correct(source, f"# two\n{ENTRY}\n{STALE}")
    result = run("check", "--issues", source.parent.parent)
    assert result.exit_code == 1
    assert result.stderr == f"{path}:9: the quoted text is not in the source: 落实贝任\n"
    assert result.stdout.splitlines()[-1].split()[-2:] == ["1", "1"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("replace: 落实则任", "the text is already as the correction says: 落实则任"),
        (
            "split: 备足",
            "the part at which a paragraph is to begin is not in the quoted text: 备足",
        ),
        ("move: {after: {exact: 没有的字}}", "the quoted text is not in the source: 没有的字"),
        (
            "cell: 1\n  value: 甲",
            "the correction cannot be made at the quoted place: 落实则任: {table}",
        ),
    ],
)
@pytest.mark.parametrize("language", ["zh", "zh-Hant", "en"])
def test_a_failed_entry_says_what_is_amiss_whatever_the_language_of_the_site(
    source: Path, said: str, reason: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = correct(source, ENTRY.replace("replace: 落实责任", said))
    home = source.parent.parent.parent
    (home / "mkdocs.yml").write_text(
        f"site_name: 文库\ntheme: {{name: material, language: {language}}}\n", encoding="utf-8"
    )
    monkeypatch.chdir(home)
    with speaking(language):
        table = say("message.unusable-correction.table")
    result = run("pages")
    assert f"{path.relative_to(home)}:1: {reason.format(table=table)}\n" in result.stderr


def test_parse_reports_it_and_reads_the_issue(source: Path) -> None:
    path = correct(source, STALE)
    result = run("parse", source)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"{path}:1: ")
    assert load_issue(json.loads(result.stdout)).findings[0].kind == "stale-correction"


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("replace: 落实责任", "note: 无", 2, "says nothing; an entry says one of"),
        ("replace: 落实责任", "replace: 落实责任\n  join: true", 2, "says replace and join"),
        ("replace: 落实责任", "join: false", 3, "`true` or left out"),
        ("replace: 落实责任", "replace: 落实责任\n  note: 无", 4, "`note` belongs to `lost`"),
        ("replace: 落实责任", "element: date\n  value: 2022年3月1日", 4, "no date like"),
        ("replace: 落实责任", "element: date", 3, "needs a `value`"),
        ("replace: 落实责任", "element: title\n  value: ' '", 4, "without a title"),
        (
            "replace: 落实责任",
            "element: colour\n  value: 红",
            3,
            "Invalid enum value 'colour' at .element",
        ),
        (
            "replace: 落实责任",
            "move: {after: {exact: 甲}, before: {exact: 乙}}",
            3,
            "either `before` or `after` at .move",
        ),
        ("replace: 落实责任", "move: {after: 甲}", 3, "at .move.after"),
        ("replace: 落实责任", "replace: 落实责任\n  replace: 压实责任", 4, "says `replace` twice"),
        ("replace: 落实责任", "move: {after: {exact: 甲, exact: 乙}}", 3, "says `exact` twice"),
        ("replace: 落实责任", "replaced: 落实责任", 3, "unknown field `replaced`"),
        ("exact: 落实则任", "exact: ' '", 2, "at .exact"),
        ("on: 2026-11-21", "on: 2026-02-30", 5, "`on: 2026-02-30` is no date"),
        ("  by: 编者\n", "", 2, "missing required field `by`"),
        ("  why: 形近误读\n", "", 2, "missing required field `why`"),
        (
            "authority: reading",
            "authority: hearsay",
            7,
            "Invalid enum value 'hearsay' at .authority",
        ),
    ],
)
def test_a_bad_entry_is_reported_with_its_line_and_spoils_no_other(
    source: Path, old: str, new: str, line: int, reason: str
) -> None:
    assert old in ENTRY
    correct(source, f"# {'one'}\n{ENTRY.replace(old, new)}{ENTRY}")
    corrections, (error,) = read_corrections(source)
    assert error.line == line
    assert reason in error.reason
    assert "\n" not in error.reason
    assert [correction.exact for correction in corrections] == ["落实则任"]
    archive, errors = read_archive(source.parent.parent)
    assert [str(one) for one in errors] == [str(error)]
    assert len(archive.issues) == 1


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("- exact: [\n", 2, "is no YAML"),
        ("exact: 甲\n", 1, "holds no list of corrections"),
        ("- 甲\n", 1, "Expected `object`"),
    ],
)
def test_a_file_that_is_no_list_of_corrections_takes_no_issue_down(
    source: Path, text: str, line: int, reason: str
) -> None:
    correct(source, text)
    corrections, (error,) = read_corrections(source)
    assert (corrections, error.line) == ((), line)
    assert reason in error.reason
    assert len(read_archive(source.parent.parent)[0].issues) == 1


@pytest.mark.parametrize("text", ["", "# none yet\n", "[]\n"])
def test_a_file_without_entries_corrects_nothing(source: Path, text: str) -> None:
    correct(source, text)
    assert read_corrections(source) == ((), ())


def test_a_file_that_cannot_be_opened_takes_no_issue_down(source: Path) -> None:
    source.with_name("2022-03.corrections.yml").mkdir()
    corrections, (error,) = read_corrections(source)
    assert (corrections, error.line) == ((), 0)


def test_corrections_without_a_source_are_reported(source: Path) -> None:
    path = source.with_name("2022-04.corrections.yml")
    path.write_text(ENTRY, encoding="utf-8")
    _, (error,) = find_sources(source.parent.parent)
    assert (error.source, error.reason) == (
        str(path),
        "corrects no source: no 2022-04.txt beside it",
    )


def test_an_issue_that_was_parsed_before_has_no_print_to_correct(issues: Path) -> None:
    (issues / "yunxi/2020-01.corrections.yml").write_text(ENTRY, encoding="utf-8")
    archive, (error,) = read_archive(issues)
    assert len(archive.issues) == 2
    assert error.reason == "corrects a print, and 2020-01.yml is none; change 2020-01.yml itself"


def test_the_schema_takes_what_the_reader_takes(samples: Path) -> None:
    schema = corrections_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sorted((samples).rglob("*.corrections.yml")):
        validator.validate(plain_from_yaml(path.read_text(encoding="utf-8")))
    assert not validator.is_valid(plain_from_yaml(ENTRY.replace("replace: 落实责任", "note: 无")))
    assert not validator.is_valid(
        plain_from_yaml(ENTRY.replace("authority: reading", "authority: hearsay"))
    )
    assert not validator.is_valid(plain_from_yaml(f"{ENTRY}  join: true\n"))
    assert not validator.is_valid(plain_from_yaml(f"{ENTRY}  line: 3\n"))


def test_every_correction_of_the_real_archive_applies(real_archive: Archive) -> None:
    kinds = {finding.kind for record in real_archive.issues for finding in record.issue.findings}
    assert {"correction", "lost"} <= kinds
    assert not {kind for kind in kinds if kind.endswith("-correction")}
