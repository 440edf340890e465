"""The input folder as an archive: ids, order, and files that are no good."""

from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.errors import GazetteError
from generator.model import Archive

PRINTED = """东川市人民政府公报

2022

第 3 期

东川市人民政府办公室

2022 年 4 月 6 日出版

【市政府文件】

关于做好春季植树工作的通知 （东政发〔2022〕7 号）.....（1）

东川市人民政府

关于做好春季植树工作的通知

东政发〔2022〕7 号

各区县人民政府：

现将春季植树有关工作通知如下。

东川市人民政府

2022 年 3 月 1 日
"""


def reasons(folder: Path) -> dict[str, str]:
    """Path below the input folder and line → reason, for each file that could not be read."""
    _, errors = read_archive(folder)
    return {
        f"{Path(error.source).relative_to(folder)}:{error.line}": error.reason for error in errors
    }


def test_ids_are_publication_year_number_sequence(archive: Archive) -> None:
    assert [record.id for record in archive.issues] == ["yunxi/2020/1", "yunxi/2019/12"]
    assert [record.id for record in archive.issues[1].documents] == [
        "yunxi/2019/12/1",
        "yunxi/2019/12/2",
    ]
    assert {record.issue for record in archive.issues[0].documents} == {"yunxi/2020/1"}


def test_a_described_gazette_keeps_its_description(archive: Archive) -> None:
    (publication,) = archive.publications
    assert (publication.id, publication.title, publication.code) == (
        "yunxi",
        "云溪市人民政府公报",
        "000000",
    )
    assert publication.organs[0].prefixes == ("云政发",)


def test_a_gazette_that_nobody_described_is_named_by_its_masthead(issues: Path) -> None:
    (issues / "yunxi/publication.yml").unlink()
    archive, errors = read_archive(issues)
    assert errors == ()
    assert archive.publications[0].title == archive.issues[0].issue.publication.title
    assert archive.publications[0].region == archive.issues[0].issue.publication.region


def test_a_printed_issue_is_beside_a_parsed_one(issues: Path) -> None:
    (issues / "dongchuan").mkdir()
    (issues / "dongchuan/2022-03.txt").write_text(PRINTED, encoding="utf-8")
    archive, errors = read_archive(issues)
    assert errors == ()
    assert [record.id for record in archive.issues] == [
        "dongchuan/2022/3",
        "yunxi/2020/1",
        "yunxi/2019/12",
    ]
    assert archive.publications[0].title == "东川市人民政府公报"
    assert [record.document.number for record in archive.issues[0].documents] == [
        "东政发〔2022〕7号"
    ]


def test_newest_issues_come_first_whatever_their_names(issues: Path) -> None:
    text = (issues / "yunxi/2020-01.yml").read_text(encoding="utf-8")
    (issues / "aling").mkdir()
    (issues / "aling/2020-10.yml").write_text(
        text.replace("number: 1\n", "number: 10\n", 1).replace("2020-03-31", "2020-10-31"),
        encoding="utf-8",
    )
    archive, _ = read_archive(issues)
    assert [record.id for record in archive.issues] == [
        "aling/2020/10",
        "yunxi/2020/1",
        "yunxi/2019/12",
    ]
    assert [publication.id for publication in archive.publications] == ["aling", "yunxi"]


def test_reading_twice_gives_the_same(issues: Path) -> None:
    assert read_archive(issues) == read_archive(issues)


def test_a_bad_file_takes_no_other_down(issues: Path) -> None:
    (issues / "yunxi/2020-02.yml").write_text("source: [\n", encoding="utf-8")
    (issues / "yunxi/2020-03.yml").write_text("- a list\n", encoding="utf-8")
    (issues / "yunxi/2020-04.yml").write_bytes(b"\xff\xfe\x00")
    (issues / "yunxi/2020-05.yml").mkdir()
    (issues / "yunxi/scan.pdf").write_bytes(b"%PDF")
    archive, errors = read_archive(issues)
    assert len(archive.issues) == 2
    assert [Path(error.source).name for error in errors] == [
        "scan.pdf",
        "2020-02.yml",
        "2020-03.yml",
        "2020-04.yml",
        "2020-05.yml",
    ]
    assert all("\n" not in str(error) for error in errors)


def test_a_text_that_is_no_gazette_is_named_with_its_path(issues: Path) -> None:
    (issues / "yunxi/2020-02.txt").write_text("只是几句话。\n", encoding="utf-8")
    ((where, reason),) = reasons(issues).items()
    assert where.startswith("yunxi/2020-02.txt:")
    assert reason


def test_a_wrong_value_is_named_with_its_line(issues: Path) -> None:
    path = issues / "yunxi/2019-12.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(
        index
        for index, line in enumerate(lines)
        if line.strip().startswith("title:") and index > 20
    )
    lines[at] = lines[at].split("title:")[0] + "title: [1]"
    path.write_text("\n".join(lines), encoding="utf-8")
    ((where, reason),) = reasons(issues).items()
    assert where == f"yunxi/2019-12.yml:{at + 1}"
    assert "str" in reason
    assert ".title" in reason


def test_the_second_file_of_an_issue_is_an_error(issues: Path) -> None:
    text = (issues / "yunxi/2020-01.yml").read_text(encoding="utf-8")
    (issues / "yunxi/2020-1.yml").write_text(text, encoding="utf-8")
    ((where, reason),) = reasons(issues).items()
    assert where == "yunxi/2020-1.yml:0"
    assert reason == f"the issue yunxi/2020/1 was already read from {issues / 'yunxi/2020-01.yml'}"


def test_a_broken_description_is_reported_and_not_needed(issues: Path) -> None:
    (issues / "yunxi/publication.yml").write_text("title: 1\n", encoding="utf-8")
    archive, errors = read_archive(issues)
    assert len(archive.issues) == 2
    assert [(Path(error.source).name, error.line) for error in errors] == [("publication.yml", 1)]


def test_what_is_no_gazettes_folder_is_reported(issues: Path) -> None:
    (issues / "2020-01.txt").write_text("", encoding="utf-8")
    (issues / "云溪").mkdir()
    assert set(reasons(issues)) == {"2020-01.txt:0", "云溪:0"}


def test_a_folder_named_like_a_register_is_reported_and_the_others_are_read(issues: Path) -> None:
    (issues / "yunxi").rename(issues / "quality")
    (issues / "years").mkdir()
    (issues / "aling").mkdir()
    text = (issues / "quality/2020-01.yml").read_text(encoding="utf-8")
    (issues / "aling/2020-01.yml").write_text(text, encoding="utf-8")
    archive, errors = read_archive(issues)
    assert [record.id for record in archive.issues] == ["aling/2020/1"]
    assert [Path(error.source).name for error in errors] == ["quality", "years"]
    assert errors[0].reason == (
        "a gazette's folder cannot be named quality: pages of the whole archive have that address"
    )


def test_corrections_and_hidden_files_are_no_sources(issues: Path) -> None:
    (issues / "yunxi/2020-03.txt").write_text(PRINTED, encoding="utf-8")
    (issues / "yunxi/2020-03.corrections.yml").write_text("# none yet\n", encoding="utf-8")
    (issues / "yunxi/.DS_Store").write_bytes(b"\0")
    assert reasons(issues) == {}


def test_progress_counts_every_source(issues: Path) -> None:
    (issues / "yunxi/2020-02.yml").write_text("", encoding="utf-8")
    reported: list[tuple[str, int, int]] = []
    read_archive(issues, lambda path, done, total: reported.append((Path(path).name, done, total)))
    assert reported == [("2019-12.yml", 1, 3), ("2020-01.yml", 2, 3), ("2020-02.yml", 3, 3)]


def test_a_missing_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(GazetteError, match="no such folder"):
        read_archive(tmp_path / "nowhere")


def test_the_real_archive_holds_its_documents(real_archive: Archive) -> None:
    counts = {record.id: len(record.documents) for record in real_archive.issues}
    assert counts == {
        "zichuan/2021/4": 4,
        "zaozhuang-shizhong/2021/5": 5,
        "zaozhuang-shizhong/2021/2": 7,
        "shuozhou/2020/3": 13,
        "linzi/2017/11": 12,
    }
