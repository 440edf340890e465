"""The ledger as a file: read, refused, written, added to."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import read_archive
from generator.errors import GazetteError, NotAGazette
from generator.model import Archive, Issue, IssueRecord, Permalink, Publication
from generator.permanence import add_new_ids, is_up_to_date, write_ledger
from generator.permanence.ledger import format_ledger, read_ledger
from generator.permanence.permalinks import describe_conflicts, order, refuse_conflicts
from generator.source import LEDGER, yaml_file
from generator.source.yaml_limits import USUAL, Limits

ENTRIES = (
    Permalink("yunxi/2020/1/1", "云政发〔2020〕1号", "关于植树的通知", (20, 120)),
    Permalink("yunxi/2020/1/2", None, "2020", (121, 125), to="yunxi/2020/1/1"),
    Permalink("yunxi/2020/1/10", None, "名单", (), withdrawn="涉及个人信息：依申请撤下"),
)
TEXT = """
yunxi/2020/1/1:
  number: 云政发〔2020〕1号
  title: 关于植树的通知
  lines: [20, 120]
yunxi/2020/1/2:
  title: '2020'
  lines: [121, 125]
  to: yunxi/2020/1/1
yunxi/2020/1/10:
  title: 名单
  withdrawn: 涉及个人信息：依申请撤下
"""


def write(folder: Path, text: str) -> None:
    """Put a ledger there as a person would write it."""
    (folder / LEDGER).write_text(text, encoding="utf-8")


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Change a source."""
    path = folder / "yunxi" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_file_is_made_for_readers(tmp_path: Path) -> None:
    text = format_ledger(ENTRIES[::-1])
    assert text.split("\n\n", 1)[1] == TEXT.lstrip("\n")
    assert all(line.startswith("#") for line in text.split("\n\n", 1)[0].splitlines())
    write(tmp_path, text)
    assert tuple(read_ledger(tmp_path).values()) == ENTRIES


def test_a_ledger_has_limits_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, TEXT)
    assert len(read_ledger(tmp_path)) == 3
    monkeypatch.setattr(yaml_file, "OWN", Limits(most_values=10))
    with pytest.raises(NotAGazette, match="holds more than 10 values"):
        read_ledger(tmp_path)


@pytest.mark.release
def test_a_ledger_may_hold_more_than_any_other_file(tmp_path: Path) -> None:
    """As many values as 26,000 documents have, ten each; in few entries, which take less time."""
    entries = tuple(
        Permalink(f"yunxi/2020/1/{n}", None, "通知", tuple(range(26_000))) for n in range(1, 11)
    )
    assert sum(len(entry.lines) for entry in entries) > USUAL.most_values
    write_ledger(tmp_path, entries)  # reads again what it wrote
    assert (tmp_path / LEDGER).is_file()


def test_what_is_said_of_a_whole_gazette_is_read_and_kept(tmp_path: Path) -> None:
    write(tmp_path, "yunxi: {to: xinyunxi}\n'2021': {withdrawn: 无权转载}\non: {to: off}\n")
    entries = tuple(read_ledger(tmp_path).values())
    assert entries == (
        Permalink("yunxi", to="xinyunxi"),
        Permalink("2021", withdrawn="无权转载"),
        Permalink("on", to="off"),
    )
    write_ledger(tmp_path, entries)
    assert set(read_ledger(tmp_path).values()) == set(entries)


NAMES = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}", fullmatch=True)
PERMALINKS = st.builds(
    Permalink,
    id=st.builds(
        "/".join,
        st.one_of(
            st.tuples(NAMES),
            st.tuples(NAMES, *[st.integers(0, 9999).map(str)] * 2),
            st.tuples(
                NAMES, *[st.integers(1, 9999).map(str)] * 2, st.integers(1, 999_999).map(str)
            ),
        ),
    ),
    number=st.none() | st.text(min_size=1),
    title=st.text(),
    lines=st.just(()) | st.tuples(*[st.integers(1, 10_000_000)] * 2),
    to=st.none() | st.text(min_size=1),
    withdrawn=st.none() | st.text(min_size=1),
)


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(PERMALINKS, max_size=5, unique_by=lambda entry: entry.id))
def test_what_the_writer_writes_the_reader_accepts(entries: list[Permalink]) -> None:
    with TemporaryDirectory() as folder:
        write_ledger(Path(folder), tuple(entries))
        read = read_ledger(Path(folder))
        assert read == {entry.id: entry for entry in entries}
        assert list(read.values()) == sorted(entries, key=order)


@pytest.mark.parametrize(
    "entry",
    [Permalink("yunxi/-1/1/1"), Permalink("Yunxi/1/1/1"), Permalink("x/1/1/1", title="\ud800")],
)
def test_what_could_not_be_read_again_is_not_written(entry: Permalink, tmp_path: Path) -> None:
    write_ledger(tmp_path, ENTRIES)
    with pytest.raises(GazetteError, match=r"permalinks\.yml cannot be written: "):
        write_ledger(tmp_path, (*ENTRIES, entry))
    assert tuple(read_ledger(tmp_path).values()) == ENTRIES
    assert [path.name for path in tmp_path.iterdir()] == [LEDGER]


def test_no_ledger_and_an_empty_one_are_the_same(tmp_path: Path) -> None:
    assert read_ledger(tmp_path) == {}
    write_ledger(tmp_path, ())
    assert read_ledger(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (
            "yunxi/2020/1/1: {title: 甲}\nyunxi/2020/1/1: {title: 乙}\n",
            2,
            "the id yunxi/2020/1/1 is here a second",
        ),
        ("\nyunxi/2020: {title: 甲}\n", 2, "is no id such as"),
        ("yunxi/2020/1/0: {title: 甲}\n", 1, "is no id such as"),
        (
            "yunxi/2020/1/1:\n  title: 甲\n  withdrawen: 乙\n",
            2,
            "withdrawen: an entry has only lines, nth, number, title, to",
        ),
        ("yunxi/2020/1/1:\n  title: 甲\n  withdrawn: ''\n", 3, "length >= 1"),
        ("yunxi/2020/1/1:\n  lines: [一]\n", 2, "Expected `int`"),
        ("yunxi/2020/1/1: 甲\n", 1, "Expected a mapping"),
        ("", 1, "holds no mapping"),
        ("a: ]\n", 1, "is no YAML"),
    ],
)
def test_what_is_wrong_in_it_is_reported_with_its_line(
    text: str, line: int, reason: str, tmp_path: Path
) -> None:
    write(tmp_path, text)
    with pytest.raises(NotAGazette) as caught:
        read_ledger(tmp_path)
    assert (Path(caught.value.source).name, caught.value.line) == (LEDGER, line)
    assert reason in caught.value.reason


def test_only_new_ids_are_added(issues: Path) -> None:
    archive, _ = read_archive(issues)
    assert add_new_ids(issues, archive) == 7
    first = (issues / LEDGER).read_bytes()
    assert add_new_ids(issues, archive) == 0
    edit(issues, "2019-12.yml", "title: ", "title: 新的")
    edit(issues, "2019-12.yml", "number: 12\n", "number: 11\n")
    (issues / "yunxi/2019-11.yml").write_bytes((issues / "yunxi/2019-12.yml").read_bytes())
    (issues / "yunxi/2019-12.yml").unlink()
    moved, _ = read_archive(issues)
    assert add_new_ids(issues, moved) == 3  # its two documents, and what became of the issue
    assert set(first.splitlines()) < set((issues / LEDGER).read_bytes().splitlines())


def test_an_issue_that_is_counted_otherwise_is_written_by_a_build(issues: Path) -> None:
    """Its old addresses lead to the new ones for ever, also behind the build that first found out."""
    add_new_ids(issues, read_archive(issues)[0])
    edit(issues, "2019-12.yml", "number: 12\n", "number: 11\n")
    (issues / "yunxi/2019-12.yml").rename(issues / "yunxi/2019-11.yml")
    for _ in range(2):
        archive, _ = read_archive(issues)
        refuse_conflicts(archive)
        add_new_ids(issues, archive)
    moved = {entry.id: entry.to for entry in archive.permalinks if entry.to}
    assert moved["yunxi/2019/12"] == "yunxi/2019/11"
    assert moved["yunxi/2019/12/2"] == "yunxi/2019/11/2"
    assert is_up_to_date(issues, archive)


def test_a_document_that_is_in_another_issue_now_is_written_though_its_own_is_there(
    tmp_path: Path,
) -> None:
    """One that was merged into another of its own issue is left to ``permalinks``, as anything that is read anew."""
    first, second = Permalink("a/2020/1/1", None, "甲", (1, 9)), Permalink("a/2020/1/2", None, "乙")
    write_ledger(tmp_path, (first, second))
    issue = IssueRecord("a/2020/1", "a", Issue("a.txt", "", Publication("某某公报")), ())
    moved = msgspec.structs.replace(first, to="a/2020/z1/1")
    merged = msgspec.structs.replace(second, to="a/2020/1/3")
    add_new_ids(tmp_path, Archive((), (issue,), (moved, merged)))
    assert read_ledger(tmp_path) == {moved.id: moved, second.id: second}


def test_a_build_that_would_lose_an_issue_names_the_lines_to_add(issues: Path) -> None:
    """Where one document of it is gone, a person has to say that it is the other issue."""
    add_new_ids(issues, read_archive(issues)[0])
    held, _ = read_archive(issues)
    extra = Permalink("yunxi/2019/12/9", None, "关于节水的通知", (900, 950))
    write_ledger(issues, (*held.permalinks, extra))
    edit(issues, "2019-12.yml", "number: 12\n", "number: 11\n")
    (issues / "yunxi/2019-12.yml").rename(issues / "yunxi/2019-11.yml")
    lines = describe_conflicts(read_archive(issues)[0])
    assert lines[-3:] == (
        "if yunxi/2019/12 is yunxi/2019/11 now, add these two lines to the ledger:",
        "yunxi/2019/12:",
        "  to: yunxi/2019/11",
    )


def test_an_archive_without_anything_needs_no_ledger(tmp_path: Path) -> None:
    archive, _ = read_archive(tmp_path)
    assert is_up_to_date(tmp_path, archive)


def test_up_to_date_is_what_would_be_written(issues: Path) -> None:
    archive, _ = read_archive(issues)
    assert not is_up_to_date(issues, archive)
    write_ledger(issues, archive.permalinks)
    assert is_up_to_date(issues, read_archive(issues)[0])
    first = (issues / LEDGER).read_bytes()
    write_ledger(issues, read_archive(issues)[0].permalinks)
    assert (issues / LEDGER).read_bytes() == first
    assert [path.name for path in issues.iterdir() if path.is_file()] == [LEDGER]


def test_the_words_at_its_head_do_not_make_a_ledger_stale(issues: Path) -> None:
    archive, _ = read_archive(issues)
    write_ledger(issues, archive.permalinks)
    text = (issues / LEDGER).read_text(encoding="utf-8")
    write(issues, "# an older head\n" + text.split("\n\n", 1)[1].join(["\n", ""]))
    assert is_up_to_date(issues, archive)
    write(issues, text.replace("title: ", "title: # no title\n    ", 1))
    assert not is_up_to_date(issues, archive)


def test_where_nothing_may_be_written_it_is_reported(tmp_path: Path) -> None:
    with pytest.raises(GazetteError, match="cannot be written"):
        write_ledger(tmp_path / "nowhere", ENTRIES)


def test_a_document_keeps_its_id_and_its_citations_follow(issues: Path) -> None:
    archive, _ = read_archive(issues)
    write_ledger(issues, tuple(_exchanged(archive)))
    again, errors = read_archive(issues)
    assert errors == ()
    assert again.conflicts == ()
    first, second = again.issues[0].documents[:2]
    assert (first.id, first.document.sequence) == ("yunxi/2020/1/2", 1)
    assert (second.id, second.document.sequence) == ("yunxi/2020/1/1", 2)
    targets = {
        found.target
        for record in again.documents
        for found in record.document.citations
        if found.target
    }
    assert targets <= {record.id for record in again.documents}


def test_a_document_that_is_gone_is_one_line(issues: Path) -> None:
    archive, _ = read_archive(issues)
    extra = Permalink("yunxi/2020/1/9", "云政发〔2020〕9号", "关于节水的通知", (900, 950))
    write_ledger(issues, (*archive.permalinks, extra))
    again, _ = read_archive(issues)
    with pytest.raises(GazetteError) as caught:
        refuse_conflicts(again)
    line, advice = str(caught.value).splitlines()
    assert line.startswith(
        "yunxi/2020/1/9 关于节水的通知: its issue holds no such document any more"
    )
    assert "withdrawn" in advice
    refuse_conflicts(archive)


def test_a_source_that_is_gone_is_a_line_for_each_document(issues: Path) -> None:
    write_ledger(issues, read_archive(issues)[0].permalinks)
    (issues / "yunxi/2019-12.yml").unlink()
    archive, _ = read_archive(issues)
    assert [found.id for found in archive.conflicts] == ["yunxi/2019/12/1", "yunxi/2019/12/2"]
    with (issues / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write("yunxi/2019/12:\n  withdrawn: 原件有误\n")
    archive, _ = read_archive(issues)
    assert archive.conflicts == ()
    assert [entry.id for entry in archive.permalinks if entry.withdrawn] == [
        "yunxi/2019/12",
        "yunxi/2019/12/1",
        "yunxi/2019/12/2",
    ]


def test_the_ledger_of_the_frozen_archive_is_up_to_date(
    samples: Path, real_archive: Archive
) -> None:
    assert real_archive.conflicts == ()
    assert is_up_to_date(samples, real_archive), "run: python -m generator permalinks"


def test_cleaning_leaves_the_ledger_alone(root: Path) -> None:
    recipe = (root / "Makefile").read_text(encoding="utf-8").split("\nclean:")[1].split("\n\n")[0]
    assert "rm -rf" in recipe
    assert "issues" not in recipe


def _exchanged(archive: Archive) -> list[Permalink]:
    """The ledger as if the first two documents of the newest issue had been published the other way round."""
    names = {"yunxi/2020/1/1": "yunxi/2020/1/2", "yunxi/2020/1/2": "yunxi/2020/1/1"}
    return [
        msgspec.structs.replace(entry, id=names.get(entry.id, entry.id))
        for entry in archive.permalinks
    ]


@pytest.mark.parametrize("id_", ["yunxi/2019/12", "yunxi"])
def test_what_a_person_wrote_once_a_build_writes_under_each_id(issues: Path, id_: str) -> None:
    write_ledger(issues, read_archive(issues)[0].permalinks)
    (issues / "yunxi/2019-12.yml").unlink()
    if id_ == "yunxi":
        (issues / "yunxi").rename(issues / "xinyunxi")
    marks = {"yunxi": "yunxi:\n  to: xinyunxi\n", "yunxi/2019/12": ""}[
        id_
    ] + "yunxi/2019/12:\n  withdrawn: 原件有误\n"
    with (issues / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write(marks)
    archive, _ = read_archive(issues)
    assert archive.conflicts == ()
    add_new_ids(issues, archive)
    assert is_up_to_date(issues, archive)
