"""A ledger is measured by what was published: by the last site, and by the history of the project."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from generator.archive import read_archive
from generator.errors import GazetteError, NotAGazette
from generator.export import SERVED, build_exports
from generator.model import Archive, Conflict, Permalink
from generator.permanence import describe_changes, describe_lost, published, write_ledger
from generator.permanence.published import LOST, find_lost, is_other, read_committed, read_published
from generator.source import LEDGER

FISH = Permalink("x/2020/1/1", "某政发〔2020〕1号", "关于渔业的通知", (1, 9))
FLOOD = Permalink("x/2020/1/2", "某政发〔2020〕2号", "关于防汛的通知", (10, 19))
POSTS = Permalink("x/2020/1/3", None, "任免通知", (20, 29))
MORE_POSTS = Permalink("x/2020/1/4", None, "任免通知", (30, 39))
PUBLISHED = (FISH, FLOOD, POSTS, MORE_POSTS)


def under(entry: Permalink, id_: str) -> Permalink:
    """An entry under another id."""
    return msgspec.structs.replace(entry, id=id_)


def lost(*ledger: Permalink, before: tuple[Permalink, ...] = PUBLISHED) -> list[tuple[str, str]]:
    """What a ledger lost of what was published: ids and reasons."""
    return [(found.id, found.reason) for found in find_lost(before, Archive(permalinks=ledger))]


def test_a_ledger_that_holds_everything_lost_nothing() -> None:
    assert lost(*PUBLISHED) == []
    assert lost(*PUBLISHED, under(FISH, "x/2021/1/1")) == []


def test_what_did_not_change_is_not_sought_among_all_that_are_called_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A thousand notices called 公告 would be compared a million times."""
    monkeypatch.delattr(published, "_find_heir")
    assert lost(*PUBLISHED) == []


def test_an_id_that_is_missing_is_lost() -> None:
    assert find_lost(PUBLISHED, Archive(permalinks=PUBLISHED[1:])) == (
        Conflict(FISH.id, FISH.title, LOST),
    )
    assert lost() == [(entry.id, LOST) for entry in PUBLISHED]


def test_ids_that_were_given_in_another_order_are_reported() -> None:
    swapped = under(FISH, FLOOD.id), under(FLOOD, FISH.id)
    assert lost(*swapped, POSTS, MORE_POSTS) == [
        (FISH.id, "was published for the document that is x/2020/1/2 now"),
        (FLOOD.id, "was published for the document that is x/2020/1/1 now"),
    ]


def test_a_title_alone_decides_where_there_is_no_number() -> None:
    plain = tuple(msgspec.structs.replace(entry, number=None) for entry in (FISH, FLOOD))
    assert [
        id_ for id_, _ in lost(under(plain[0], FLOOD.id), under(plain[1], FISH.id), before=plain)
    ] == [
        FISH.id,
        FLOOD.id,
    ]


def test_what_was_read_better_is_the_same_document() -> None:
    better = msgspec.structs.replace(FISH, title="某市人民政府关于渔业转型的通知")
    numbered = msgspec.structs.replace(FLOOD, number="某政发〔2020〕12号")
    titled = msgspec.structs.replace(POSTS, title="关于某某任职的通知")
    assert lost(better, numbered, titled, MORE_POSTS) == []


def test_what_is_gone_and_says_so_is_not_lost() -> None:
    retired = (
        msgspec.structs.replace(FISH, to=FLOOD.id),
        msgspec.structs.replace(POSTS, withdrawn="依申请"),
    )
    assert lost(retired[0], FLOOD, retired[1], MORE_POSTS) == []
    assert lost(*PUBLISHED, before=retired) == []


def test_what_was_said_of_an_issue_that_is_back_is_not_lost(archive: Archive) -> None:
    issue, gazette = Permalink("yunxi/2020/1", withdrawn="原件有误"), Permalink("yunxi", to="xihe")
    said = (issue, gazette, Permalink("xihe/2020/1", to="a"))
    assert [found.id for found in find_lost(said, archive)] == ["xihe/2020/1"]


def test_of_what_is_gone_before_or_now_nothing_was_dealt_anew() -> None:
    other = msgspec.structs.replace(FISH, number="某政发〔2020〕9号", title="另一件")
    heir = under(FISH, "x/2021/1/1")
    assert [id_ for id_, _ in lost(other, heir, before=(FISH,))] == [FISH.id]
    gone = msgspec.structs.replace(other, to=heir.id)
    assert lost(gone, heir, before=(FISH,)) == []
    assert lost(other, heir, before=(msgspec.structs.replace(FISH, to=FLOOD.id),)) == []
    assert lost(other, msgspec.structs.replace(heir, withdrawn="有误"), before=(FISH,)) == []


@pytest.mark.parametrize(
    ("now", "before", "other"),
    [
        (FISH, FLOOD, True),
        (FISH, msgspec.structs.replace(FISH, title="另"), False),
        (FISH, msgspec.structs.replace(FISH, number=None), False),
        (FISH, msgspec.structs.replace(FISH, number=None, title="另"), True),
        (msgspec.structs.replace(FISH, number=None, title="另"), FISH, True),
    ],
)
def test_the_title_counts_where_a_number_is_missing(
    now: Permalink, before: Permalink, *, other: bool
) -> None:
    assert is_other(now, before) is other


@pytest.mark.parametrize(("count", "named", "more"), [(5, 5, False), (6, 5, True)])
def test_five_lost_addresses_are_named(
    tmp_path: Path, count: int, named: int, *, more: bool
) -> None:
    (tmp_path / "data").mkdir()
    documents = [{"id": f"x/2020/1/{nth}", "title": "甲"} for nth in range(1, count + 1)]
    (tmp_path / "data/catalog.json").write_text(
        json.dumps({"documents": documents}), encoding="utf-8"
    )
    (line,) = describe_lost(Archive(), tmp_path)
    assert (line.count("x/2020/1/"), "…" in line) == (named, more)


def publish(archive: Archive, site: Path) -> None:
    """Put the catalogue of an archive where its site has it."""
    (site / "data").mkdir(parents=True, exist_ok=True)
    (site / "data/catalog.json").write_bytes(
        dict(build_exports(archive, SERVED))["data/catalog.json"]
    )


def test_the_catalogue_says_again_what_the_ledger_says(archive: Archive, tmp_path: Path) -> None:
    retired = (
        Permalink("yunxi/2018/1", withdrawn="原件有误"),
        Permalink("yunxi/2018/2/1", "甲", "乙", to="yunxi/2020/1/1"),
    )
    publish(msgspec.structs.replace(archive, permalinks=(*archive.permalinks, *retired)), tmp_path)
    published = {entry.id: entry for entry in read_published(tmp_path)}
    assert published == {
        entry.id: entry for entry in read_published(tmp_path / "data/catalog.json")
    }
    assert {
        id_: (entry.number, entry.title) for id_, entry in published.items() if not entry.is_retired
    } == {entry.id: (entry.number, entry.title) for entry in archive.permalinks}
    assert [id_ for id_, entry in published.items() if entry.is_retired] == [
        "yunxi/2018/2/1",
        "yunxi/2018/1",
    ]


@pytest.mark.parametrize("text", ["", "[]", '{"documents": [{}]}', "{"])
def test_what_is_no_catalogue_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "catalog.json").write_text(text, encoding="utf-8")
    with pytest.raises(GazetteError, match=r"catalog\.json: is no catalogue"):
        read_published(tmp_path / "catalog.json")


def dealt_anew(issues: Path) -> Archive:
    """The archive after somebody deleted its ledger and had the ids dealt in another order."""
    archive = read_archive(issues)[0]
    names = {"yunxi/2020/1/1": "yunxi/2020/1/2", "yunxi/2020/1/2": "yunxi/2020/1/1"}
    write_ledger(
        issues, tuple(under(entry, names.get(entry.id, entry.id)) for entry in archive.permalinks)
    )
    return read_archive(issues)[0]


def test_a_ledger_that_was_made_anew_is_reported_by_the_site_beside_it(
    issues: Path, archive: Archive
) -> None:
    site = issues.parent / "site"
    publish(archive, site)
    again = dealt_anew(issues)
    lines = describe_changes(again, issues, None, None)
    assert [line.split()[0] for line in lines] == ["yunxi/2020/1/1", "yunxi/2020/1/2"]
    assert all("was published for the document that is yunxi/2020/1/" in line for line in lines)
    assert describe_changes(again, issues, Path("none"), None) == ()
    assert describe_changes(again, issues, site / "data/catalog.json", None) == lines
    assert describe_lost(again, site) == (
        f"{site}: 2 addresses of the last site are gone or lead to another document: yunxi/2020/1/1, yunxi/2020/1/2",
    )


def test_a_new_archive_in_the_folder_is_one_line(archive: Archive, tmp_path: Path) -> None:
    publish(archive, tmp_path)
    (line,) = describe_lost(Archive(), tmp_path)
    assert line.endswith(
        ": yunxi/2019/12/1, yunxi/2019/12/2, yunxi/2020/1/1, yunxi/2020/1/2, yunxi/2020/1/3, …"
    )
    assert "7 addresses" in line
    assert describe_lost(Archive(), tmp_path / "nowhere") == ()
    (tmp_path / "data/catalog.json").write_text(json.dumps([]), encoding="utf-8")
    assert "is no catalogue" in describe_lost(Archive(), tmp_path)[0]


@pytest.fixture
def history(issues: Path) -> Path:
    """The input folder below a repository whose last commit has its ledger, and whose first has none."""
    git(issues.parent, "init", "--quiet")
    git(issues.parent, "commit", "--quiet", "--allow-empty", "--message", "begin")
    write_ledger(issues, read_archive(issues)[0].permalinks)
    git(issues.parent, "add", "issues/permalinks.yml")
    git(issues.parent, "commit", "--quiet", "--message", "ledger")
    return issues


def git(folder: Path, *arguments: str) -> None:
    """Run git as nobody in particular."""
    who = {
        f"GIT_{role}_{what}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    program = shutil.which("git")
    assert program
    plain = {"HOME": str(folder), "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run([program, "-C", str(folder), *arguments], check=True, env=plain | who)


def test_the_last_commit_shows_that_the_ledger_was_made_anew(history: Path) -> None:
    assert describe_changes(read_archive(history)[0], history, None, None) == ()
    again = dealt_anew(history)
    assert (
        len(describe_changes(again, history, None, None))
        == len(describe_changes(again, history, None, "HEAD"))
        == 2
    )


def test_the_last_commit_shows_that_the_ledger_was_deleted(history: Path) -> None:
    (history / LEDGER).unlink()
    (history / "yunxi/2019-12.yml").unlink()
    stale, *others = describe_changes(read_archive(history)[0], history, None, None)
    assert "is not up to date" in stale
    assert [line.split()[0] for line in others] == ["yunxi/2019/12/1", "yunxi/2019/12/2"]


def test_what_git_sets_for_its_hooks_is_ignored(
    history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(history / "nowhere"))
    assert len(read_committed(history, None)) == 7


def test_where_there_is_no_history_nothing_is_compared(
    issues: Path, history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_committed(issues / "yunxi", None) == ()
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert read_committed(history, None) == ()
    with pytest.raises(GazetteError, match="there is no git"):
        read_committed(history, "HEAD")


@pytest.mark.parametrize("revision", ["HEAD~1", "v1.0", "--output=x"])
def test_a_revision_that_is_named_must_have_a_ledger(revision: str, history: Path) -> None:
    with pytest.raises(GazetteError) as caught:
        read_committed(history, revision)
    assert str(caught.value).startswith(f"{history / LEDGER}: ")
    assert len(str(caught.value).splitlines()) == 1


def test_a_ledger_of_the_history_that_is_no_good_is_reported(history: Path) -> None:
    (history / LEDGER).write_text("a:\n  lines: x\n", encoding="utf-8")
    git(history.parent, "commit", "--quiet", "--all", "--message", "broken")
    with pytest.raises(NotAGazette) as caught:
        read_committed(history, None)
    assert (caught.value.source, caught.value.line) == (f"HEAD:{history / LEDGER}", 2)
