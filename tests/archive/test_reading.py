"""What was read of a source is read again only where something changed that it depends on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive import reading
from generator.archive.reader import read_archive
from generator.archive.reading import Made, Reading, read_sources
from generator.source.folder import Source, find_sources
from generator.words.say import speaking
from generator.work import ALONE, NOWHERE, Store, open_crew
from generator.work.crew import FEW
from tests.hostile.publishing import plain_text

CORRECTION = (
    "- {exact: 有关事项, replace: 有关要求, why: 误, by: 某, on: 2022-01-01, authority: scan}\n"
)


@pytest.fixture
def issues(tmp_path: Path) -> Path:
    """A folder of issues with one gazette and one issue."""
    folder = tmp_path / "issues"
    (folder / "east").mkdir(parents=True)
    (folder / "east/2021-04.txt").write_text(plain_text(), encoding="utf-8")
    return folder


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are read, as they are."""
    read: list[str] = []

    def count(source: Source, *more: object) -> Made:
        read.append(Path(source.path).name)
        return read_source(source, *more)  # type: ignore[arg-type]

    read_source = reading.read_source
    monkeypatch.setattr(reading, "read_source", count)
    return read


def readings(folder: Path, store: Store) -> list[Reading]:
    """What is read of each source."""
    return list(read_sources(find_sources(folder)[0], {}, ALONE, store))


def test_a_source_is_read_once(issues: Path, counted: list[str], tmp_path: Path) -> None:
    first = readings(issues, Store(tmp_path / "cache"))
    second = readings(issues, Store(tmp_path / "cache"))
    assert counted == ["2021-04.txt"]
    assert second == first == readings(issues, NOWHERE)
    assert counted == ["2021-04.txt"] * 2


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: write(folder, "2021-04.txt", plain_text(line="每周巡查")),
        lambda folder: write(folder, "2021-04.corrections.yml", CORRECTION),
        lambda folder: write(
            folder, "2021-04.truth.yml", "issue: {publication: 云溪县人民政府公报}\n"
        ),
    ],
    ids=["source", "corrections", "truth"],
)
def test_what_depends_on_a_file_is_read_again(
    change: Callable[[Path], None], issues: Path, counted: list[str], tmp_path: Path
) -> None:
    store = Store(tmp_path / "cache")
    readings(issues, store)
    change(issues / "east")
    after = readings(issues, store)
    assert len(counted) == 2
    assert after == readings(issues, NOWHERE)


def write(folder: Path, name: str, text: str) -> None:
    """A file of the gazette."""
    (folder / name).write_text(text, encoding="utf-8")


def test_a_description_a_language_and_a_name_count(
    issues: Path, counted: list[str], tmp_path: Path
) -> None:
    store = Store(tmp_path / "cache")
    read_archive(issues, store=store)
    write(issues / "east", "publication.yml", "title: 云溪县人民政府公报\nregion: 云溪县\n")
    read_archive(issues, store=store)
    with speaking("en"):
        read_archive(issues, store=store)
    (issues / "east/2021-04.txt").rename(issues / "east/2021-05.txt")
    read_archive(issues, store=store)
    assert counted == ["2021-04.txt"] * 3 + ["2021-05.txt"]


def test_what_could_not_be_read_is_tried_each_time(
    issues: Path, counted: list[str], tmp_path: Path
) -> None:
    write(issues / "east", "2021-04.txt", "")
    store = Store(tmp_path / "cache")
    first, second = read_archive(issues, store=store)[1], read_archive(issues, store=store)[1]
    assert list(map(str, first)) == list(map(str, second)) != []
    assert len(counted) == 2


def test_corrections_that_are_no_good_are_said_each_time(issues: Path, tmp_path: Path) -> None:
    write(issues / "east", "2021-04.corrections.yml", "- {exact: 甲}\n" + CORRECTION)
    store = Store(tmp_path / "cache")
    first, second = read_archive(issues, store=store), read_archive(issues, store=store)
    assert list(map(str, first[1])) == list(map(str, second[1]))
    assert len(first[1]) == 1
    assert first[0] == second[0]


def test_a_spoilt_reading_is_made_again(issues: Path, counted: list[str], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = readings(issues, Store(cache))
    for path in cache.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    assert readings(issues, Store(cache)) == before
    assert readings(issues, Store(cache)) == before
    assert len(counted) == 2


@pytest.mark.slow
def test_several_processes_read_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "issues"
    (folder / "east").mkdir(parents=True)
    for nth in range(FEW + 2):
        year, number = 2010 + nth // 12, nth % 12 + 1
        text = plain_text(masthead=f"{year}年第{number}期").replace("〔2021〕", f"〔{year}〕")
        write(folder / "east", f"{year}-{number:02}.txt", text)
    with open_crew(2) as crew:
        assert read_archive(folder, crew=crew) == read_archive(folder)
