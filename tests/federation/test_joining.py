"""Several archives as one of records without text."""

from pathlib import Path

import msgspec
import pytest

from generator.federation.foreign_catalog import read_catalog
from generator.federation.joining import Joined, group_by_year, join_archives
from generator.federation.members import find_members
from generator.federation.ways_out import document_address, issue_address
from generator.model import Archive
from tests.fixtures.demo_archive import demo_archive
from tests.fixtures.joint_archives import NEIGHBOUR, neighbour_archive, publish, publish_both


def join(*sites: Path) -> Joined:
    """The archives at some sites as one."""
    members = find_members(map(str, sites), sites[0].parent / "index")
    return join_archives((member, read_catalog(member)) for member in members)


@pytest.fixture
def joined(tmp_path: Path) -> Joined:
    """Both archives."""
    return join(*publish_both(tmp_path))


def test_one_gazette_of_two_archives_is_two(joined: Joined) -> None:
    assert [(record.id, record.title) for record in joined.archive.publications] == [
        ("linxi@..:linxi", f"{NEIGHBOUR}公报"),
        ("yunxi@..:linxi", "云溪市人民政府公报（林溪文库）"),
        ("yunxi@..:yunxi", "云溪市人民政府公报（云溪文库）"),
    ]
    assert {origin.title for origin in joined.origins.values()} == {
        f"{NEIGHBOUR}公报", "云溪市人民政府公报",
    }  # fmt: skip


def test_gazettes_of_archives_that_are_called_alike_or_nothing_have_the_address(
    tmp_path: Path,
) -> None:
    sites = publish_both(tmp_path)
    titles = "云溪市人民政府公报（{}linxi）", "云溪市人民政府公报（{}yunxi）"
    for site in sites:
        (site / "index.html").unlink()
    assert [one.title for one in join(*sites).archive.publications][1:] == [
        title.format("") for title in titles
    ]
    for site in sites:
        (site / "index.html").write_text("<title>公报文库</title>", encoding="utf-8")
    assert [one.title for one in join(*sites).archive.publications][1:] == [
        title.format("公报文库（") + "）" for title in titles
    ]


def test_every_document_is_there_with_what_is_listed_of_it_and_no_text(joined: Joined) -> None:
    records = {record.id: record for record in joined.archive.documents}
    for key, archive in (("..:yunxi", demo_archive()), ("..:linxi", neighbour_archive())):
        for record in archive.documents:
            gazette, _, rest = record.id.partition("/")
            ours, theirs = records.pop(f"{gazette}@{key}/{rest}"), record.document
            for name in ("title", "number", "issuer", "issuers", "kind", "column", "date"):
                assert getattr(ours.document, name) == getattr(theirs, name)
            assert (ours.status, ours.characters) == (record.status, record.characters)
            assert not ours.document.parts
            assert not ours.document.citations
            origin = joined.origins[ours.gazette]
            assert document_address(origin, ours.id) == f"../{key[3:]}/archive/{record.id}/"
            assert issue_address(origin, ours.issue) == f"../{key[3:]}/archive/{record.issue}/"
    assert records == {}


def test_issues_are_the_newest_first(joined: Joined) -> None:
    assert [record.id for record in joined.archive.issues] == [
        "linxi@..:linxi/2020/1", "yunxi@..:yunxi/2020/1", "yunxi@..:linxi/2019/12", "yunxi@..:yunxi/2019/12",
    ]  # fmt: skip


def test_the_order_of_a_catalogue_does_not_count(tmp_path: Path) -> None:
    publications = neighbour_archive().publications
    issues = neighbour_archive().issues[0], demo_archive().issues[0]
    site = publish(Archive(publications, issues), tmp_path / "site")
    before = join(site).archive
    publish(Archive(publications[::-1], issues[::-1]), site)
    assert [record.id for record in before.issues] == [
        "linxi@..:site/2020/1",
        "yunxi@..:site/2020/1",
    ]
    assert join(site).archive == before


def test_another_archive_changes_no_id(tmp_path: Path, joined: Joined) -> None:
    alone = join(tmp_path / "yunxi")
    ids = {record.id for record in joined.archive.documents}
    assert ids > {record.id for record in alone.archive.documents}


def test_the_issues_of_a_gazette_and_year_are_together(joined: Joined) -> None:
    found = dict(group_by_year(joined.archive))
    assert list(found) == [
        "linxi@..:linxi/2020", "yunxi@..:linxi/2019", "yunxi@..:yunxi/2019", "yunxi@..:yunxi/2020",
    ]  # fmt: skip


def test_dates_that_are_doubted_in_an_archive_are_doubted_here(tmp_path: Path) -> None:
    archive = demo_archive()
    issue = archive.issues[0]
    document = issue.documents[0]
    late = msgspec.structs.replace(document.document, date="2921-01-08")
    documents = (msgspec.structs.replace(document, document=late), *issue.documents[1:])
    changed = msgspec.structs.replace(issue, documents=documents)
    site = publish(Archive(archive.publications, (changed,)), tmp_path / "site")
    first, second = join(site).archive.documents[:2]
    assert (first.document.date, first.day) == ("2921-01-08", None)
    assert second.day == second.document.date


def test_what_is_no_date_and_no_state_is_left_out(tmp_path: Path) -> None:
    site = publish(demo_archive(), tmp_path / "site")
    file = site / "data/catalog.json"
    text = file.read_text(encoding="utf-8")
    text = text.replace('"2020-01-08"', '"<b>8</b>"').replace('"status":"', '"status":"un')
    file.write_text(text, encoding="utf-8")
    records = join(site).archive.documents
    assert records[0].document.date is None
    assert {record.status for record in records} == {None}
