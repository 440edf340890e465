"""What an archive publishes is read whole, and trusted in nothing."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.errors import GazetteError
from generator.export import BUNDLED
from generator.export import catalog as catalog_module
from generator.federation.foreign_catalog import ForeignCatalog, read_catalog
from generator.federation.members import find_members
from tests.fixtures.demo_archive import demo_archive
from tests.fixtures.joint_archives import neighbour_archive, publish

Change = Callable[[dict[str, Any]], None]


def read(site: Path) -> ForeignCatalog:
    """The catalogue of a site."""
    (member,) = find_members([f"{site}=https://a.example/"], site.parent / "index")
    return read_catalog(member)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An archive in one file."""
    return publish(neighbour_archive(), tmp_path / "site")


@pytest.fixture
def parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same archive in parts."""
    monkeypatch.setattr(catalog_module, "MOST_LISTED", 0)
    return publish(neighbour_archive(), tmp_path / "site")


def test_an_archive_in_parts_is_the_same_as_one_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read(publish(neighbour_archive(), tmp_path / "one"))
    monkeypatch.setattr(catalog_module, "MOST_LISTED", 0)
    assert read(publish(neighbour_archive(), tmp_path / "two")) == whole
    assert sum(len(issue.documents) for issue in whole.issues) == len(neighbour_archive().documents)


def test_a_bundle_has_addresses_of_files(tmp_path: Path) -> None:
    assert read(publish(demo_archive(), tmp_path / "site", BUNDLED)).end == ".html"


def change_file(file: Path, change: Change) -> None:
    """Write a file of JSON otherwise."""
    plain = json.loads(file.read_text(encoding="utf-8"))
    change(plain)
    file.write_text(json.dumps(plain), encoding="utf-8")


def first(key: str, **values: Any) -> Change:
    """Give the first of a list other values."""
    return lambda plain: plain[key][0].update(values)


CHANGES: dict[str, Change] = {
    "no list": lambda plain: plain.update(documents={}),
    "no documents": lambda plain: plain.pop("documents"),
    "title of another type": first("documents", title=["x"]),
    "blank title": first("documents", title=" "),
    "blank issuer": first("documents", issuer=" "),
    "blank among issuers": first("documents", issuers=["局", "\u3000"]),
    "endless title": first("documents", title="长" * 2001),
    "endless issuers": first("documents", issuers=["局"] * 101),
    "huge number": first("issues", number=10**30),
    "text as year": first("issues", year="2020"),
    "script as address": first("documents", url="javascript:alert(1)"),
    "foreign address": first("documents", url="https://evil.example/"),
    "address elsewhere": first("documents", url="archive/yunxi/1999/1/1/"),
    "id that climbs": first("documents", id="../../etc/passwd"),
    "id in other figures": first("documents", id="linxi/2020/01/1"),
    "id with markup": first("documents", id="<b>/2020/1/1"),
    "id of another issue": first("documents", id="linxi/2021/1/1", url="archive/linxi/2021/1/1/"),
    "issue that is not there": first("documents", issue="linxi/2020/9"),
    "twice": lambda plain: plain["documents"].append(plain["documents"][0]),
    "issue twice": lambda plain: plain["issues"].append(plain["issues"][0]),
    "gazette that climbs": first("publications", id=".."),
    "gazette twice": lambda plain: plain["publications"].append(plain["publications"][0]),
    "unlisted gazette": lambda plain: plain["publications"].clear(),
}


@pytest.mark.parametrize("name", list(CHANGES))
def test_a_foreign_catalogue_is_refused_in_a_line_that_names_it(site: Path, name: str) -> None:
    file = site / "data/catalog.json"
    change_file(file, CHANGES[name])
    with pytest.raises(GazetteError) as refused:
        read(site)
    assert str(refused.value).startswith(f"{file}: ")
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"null", b'{"publications": [', b"\xff\xfe", b"[" * 100_000, b"<html>"]
)
def test_a_torn_file_is_refused(site: Path, data: bytes) -> None:
    file = site / "data/catalog.json"
    file.write_bytes(data)
    with pytest.raises(GazetteError, match=r"catalog\.json: "):
        read(site)


def test_a_catalogue_that_is_not_there_or_no_file_is_refused(site: Path) -> None:
    file = site / "data/catalog.json"
    file.unlink()
    with pytest.raises(GazetteError, match=r"catalog\.json: No such file"):
        read(site)
    os.mkfifo(file)
    with pytest.raises(GazetteError, match="is no file, but a folder, a pipe or a device"):
        read(site)


def test_a_part_of_another_build_is_refused(parted: Path) -> None:
    part = parted / "data/catalog/linxi/2020.json"
    part.write_bytes(part.read_bytes()[:-20])
    with pytest.raises(GazetteError, match=r"2020\.json: is not the one that index\.json names"):
        read(parted)


def test_a_part_that_is_missing_is_refused(parted: Path) -> None:
    (parted / "data/catalog/linxi/2020.json").unlink()
    with pytest.raises(GazetteError, match=r"2020\.json: No such file"):
        read(parted)


@pytest.mark.parametrize("part", ["/etc/passwd", "data/catalog/../../x.json", "data/catalog.json"])
def test_a_part_is_read_only_where_parts_are(parted: Path, part: str) -> None:
    change_file(parted / "data/catalog/index.json", first("issues", part=part))
    with pytest.raises(GazetteError, match="is not where the part of"):
        read(parted)


def test_a_part_about_another_issue_is_refused(parted: Path) -> None:
    other = (parted / "data/catalog/yunxi/2019.json").read_bytes()
    (parted / "data/catalog/linxi/2020.json").write_bytes(other)
    digest = hashlib.sha256(other).hexdigest()
    change_file(parted / "data/catalog/index.json", first("issues", part_sha256=digest))
    with pytest.raises(GazetteError, match="does not have linxi/2020/1"):
        read(parted)


def test_parts_by_issue_of_an_older_program_are_read(parted: Path) -> None:
    before = read(parted)
    index = json.loads((parted / "data/catalog/index.json").read_bytes())
    for entry in index["issues"]:
        part = json.loads((parted / entry["part"]).read_bytes())
        (issue,) = [one for one in part["issues"] if one["id"] == entry["id"]]
        own = [one for one in part["documents"] if one["issue"] == entry["id"]]
        data = json.dumps({"issue": issue, "documents": own}).encode()
        entry["part"] = f"data/catalog/{entry['id']}.json"
        entry["part_sha256"] = hashlib.sha256(data).hexdigest()
        (parted / entry["part"]).parent.mkdir(parents=True, exist_ok=True)
        (parted / entry["part"]).write_bytes(data)
    (parted / "data/catalog/index.json").write_text(json.dumps(index), encoding="utf-8")
    assert read(parted) == before


def test_keys_of_a_later_version_are_passed_over(site: Path) -> None:
    before = read(site)
    change_file(site / "data/catalog.json", first("documents", later={"any": [1]}))
    assert read(site) == before


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("<title>林溪  文库\n</title>", "林溪 文库"),
        ("<title lang='zh'>林溪&amp;文库</title><svg><title>二</title></svg>", "林溪&文库"),
        ("<title></title>", None),
        (f"<title>{'长' * 61}</title>", None),
        ("<title>\u202e乱</title>", None),
        ("\x00\xff", None),
    ],
)
def test_an_archive_is_called_as_its_home_page_says(
    site: Path, page: str, name: str | None
) -> None:
    (site / "index.html").write_text(page, encoding="utf-8")
    assert read(site).name == name


def test_an_archive_without_a_home_page_has_no_name(site: Path) -> None:
    (site / "index.html").unlink()
    assert read(site).name is None
