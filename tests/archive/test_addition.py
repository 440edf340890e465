"""Where a new source is put."""

from pathlib import Path

import pytest

from generator.archive import propose_addition
from generator.errors import GazetteError


@pytest.fixture
def source(issues: Path, tmp_path: Path) -> Path:
    """An issue that the archive does not hold, under a name that says nothing."""
    text = (issues / "yunxi/2020-01.yml").read_text(encoding="utf-8")
    path = tmp_path / "download (3).YML"
    path.write_text(text.replace("number: 1\n", "number: 2\n", 1), encoding="utf-8")
    return path


def test_the_masthead_gives_gazette_and_name(source: Path, issues: Path) -> None:
    addition = propose_addition(source, issues)
    assert addition.path == str(issues / "yunxi/2020-02.yml")
    assert (addition.issue, addition.described) == ("yunxi/2020/2", True)
    addition.carry_out()
    assert (issues / "yunxi/2020-02.yml").read_bytes() == source.read_bytes()


def test_an_issue_that_is_held_is_refused_whatever_its_suffix(source: Path, issues: Path) -> None:
    (issues / "yunxi/2020-2.txt").write_text("", encoding="utf-8")
    with pytest.raises(GazetteError, match=r"2020-2\.txt exists already"):
        propose_addition(source, issues)


def test_nothing_is_overwritten_between_proposal_and_copy(source: Path, issues: Path) -> None:
    addition = propose_addition(source, issues)
    (issues / "yunxi/2020-02.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(GazetteError, match="exists already"):
        addition.carry_out()
    assert (issues / "yunxi/2020-02.yml").read_text(encoding="utf-8") == "mine"


def test_two_gazettes_of_one_title_need_a_name(source: Path, issues: Path) -> None:
    (issues / "other").mkdir()
    text = (issues / "yunxi/publication.yml").read_text(encoding="utf-8")
    (issues / "other/publication.yml").write_text(text, encoding="utf-8")
    with pytest.raises(GazetteError, match="several gazettes"):
        propose_addition(source, issues)
    assert propose_addition(source, issues, "other").path == str(issues / "other/2020-02.yml")


def test_an_unknown_title_needs_a_name_that_can_be_an_address(source: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(
        GazetteError, match="no gazette of the archive has the title 云溪市人民政府公报"
    ):
        propose_addition(source, empty)
    with pytest.raises(GazetteError, match="no folder name"):
        propose_addition(source, empty, "../outside")
    with pytest.raises(GazetteError, match="cannot be named quality"):
        propose_addition(source, empty, "quality")
    assert not propose_addition(source, empty, "yunxi").described


def test_a_folder_that_waits_for_its_first_issue_is_meant(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "fresh"
    (folder / "xinxi").mkdir(parents=True)
    (folder / "xinxi/publication.yml").write_text("# title: 某报\n", encoding="utf-8")
    addition = propose_addition(source, folder)
    assert addition.path == str(folder / "xinxi/2020-02.yml")
    assert not addition.described
    addition.carry_out()
    with pytest.raises(GazetteError, match="no gazette of the archive has the title"):
        propose_addition(source, folder)
    (folder / "one").mkdir()
    (folder / "two").mkdir()
    with pytest.raises(GazetteError, match="no gazette of the archive has the title"):
        propose_addition(source, folder)


def test_a_described_gazette_of_another_title_is_not_meant(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "waiting/donghu"
    folder.mkdir(parents=True)
    (folder / "publication.yml").write_text("title: 东湖市人民政府公报\n", encoding="utf-8")
    with pytest.raises(GazetteError, match="no gazette of the archive has"):
        propose_addition(source, folder.parent)


def test_the_one_gazette_of_a_title_is_meant_whatever_its_region(
    source: Path, issues: Path
) -> None:
    path = issues / "yunxi/publication.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("虚构省云溪市", "虚构省"), encoding="utf-8")
    assert propose_addition(source, issues).path == str(issues / "yunxi/2020-02.yml")


@pytest.mark.parametrize("missing", ["number", "year"])
def test_year_and_number_are_both_needed(source: Path, issues: Path, missing: str) -> None:
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith((f"{missing}:", "serial:")))
    source.write_text(kept, encoding="utf-8")
    with pytest.raises(GazetteError, match="gives no year and number"):
        propose_addition(source, issues)


@pytest.mark.parametrize(
    ("old", "new", "name", "held"),
    [
        ("number: 2\n", "number: 3\nnumbers: [3, 4]\n", "2020-03_04.yml", "2020年第3、4期合刊.txt"),
        ("number: 2\n", "special: {kind: 增刊, number: 2}\n", "2020-z2.yml", "2020-增刊2.txt"),
        (
            "number: 2\n",
            "number: 2\nspecial: {kind: 专刊}\n",
            "2020-02-zk.yml",
            "2020年第2期专刊.txt",
        ),
        ("number: 2\n", "", "2020-s57.yml", "2020年总第57期.txt"),
    ],
)
def test_an_issue_that_counts_otherwise_is_named_so(
    source: Path, issues: Path, old: str, new: str, name: str, held: str
) -> None:
    text = source.read_text(encoding="utf-8")
    lines = (line for line in text.splitlines(keepends=True) if not line.startswith("serial:"))
    source.write_text("serial: 57\n" + "".join(lines).replace(old, new, 1), encoding="utf-8")
    assert propose_addition(source, issues).path == str(issues / "yunxi" / name)
    (issues / "yunxi" / held).write_text("", encoding="utf-8")
    with pytest.raises(GazetteError, match="exists already"):
        propose_addition(source, issues)
