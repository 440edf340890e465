"""What was published is read without a traceback, however damaged it is."""

import json
import zipfile
from pathlib import Path

import pytest

from generator.errors import GazetteError, Unreadable
from generator.prove import open_outlet
from generator.prove.search_files import DamagedIndex, SearchFiles, decode_postings, refusing_damage
from generator.search.coding import encode_postings

CATALOG = "data/catalog.json"


def make_site(folder: Path) -> Path:
    """A folder that is known as a site."""
    (folder / "data").mkdir(parents=True)
    (folder / CATALOG).write_text("{}", encoding="utf-8")
    return folder


def zip_of(path: Path, names: dict[str, bytes]) -> Path:
    """A ZIP file of these entries."""
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in names.items():
            packed.writestr(name, data)
    return path


def test_a_folder_is_read(tmp_path: Path) -> None:
    outlet = open_outlet(make_site(tmp_path / "site"))
    assert outlet.read(CATALOG) == b"{}"
    assert outlet.read("archive/none/index.html") is None
    assert outlet.read(f"{CATALOG}/below") is None


def test_the_folder_of_a_bundle_is_found_in_what_was_unpacked(tmp_path: Path) -> None:
    make_site(tmp_path / "文库-2021-03-05")
    assert open_outlet(tmp_path).read(CATALOG) == b"{}"


def test_the_payload_of_a_bag_is_found_in_what_was_unpacked(tmp_path: Path) -> None:
    make_site(tmp_path / "文库-2021-03-05/data")
    (tmp_path / "文库-2021-03-05/bagit.txt").touch()
    assert open_outlet(tmp_path).read(CATALOG) == b"{}"
    assert open_outlet(tmp_path / "文库-2021-03-05").read(CATALOG) == b"{}"


@pytest.mark.parametrize("top", ["", "文库-2021-03-05/", "文库-2021-03-05/data/"])
def test_a_bundle_is_read(tmp_path: Path, top: str) -> None:
    path = zip_of(tmp_path / "a.zip", {f"{top}{CATALOG}": b"{}", f"{top}index.html": b"x"})
    outlet = open_outlet(path)
    assert outlet.read("index.html") == b"x"
    assert outlet.read("none") is None


def test_a_link_that_leads_out_of_a_site_is_none_of_it(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (site / "link").symlink_to(tmp_path / "secret")
    (site / "loop").symlink_to(site / "loop")
    outlet = open_outlet(site)
    for name in ("link", "loop", "data", "../secret"):
        with pytest.raises(Unreadable):
            outlet.read(name)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + b"\0" * 100])
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match="is no ZIP file"):
        open_outlet(path)


def test_a_damaged_entry_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {CATALOG: b"{}" * 100})
    path.write_bytes(path.read_bytes().replace(b"{}{}{}", b"{}x}{}", 1))
    with pytest.raises(Unreadable, match="is damaged"):
        open_outlet(path).read(CATALOG)


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteError, match="is no site and no bundle"):
        open_outlet(tmp_path)
    with pytest.raises(Unreadable, match="there is no site"):
        open_outlet(tmp_path / "none")


@pytest.mark.parametrize(
    "text",
    ["", "x", 'gongbaoSearch.add("manifest",[])', 'gongbaoSearch.add("manifest",{})', "\xff",
     'gongbaoSearch.add("manifest",{"publications":[],"issues":[[0,1,2,"x",99999999999,0]]})'],
)  # fmt: skip
def test_a_damaged_index_is_named(tmp_path: Path, text: str) -> None:
    site = make_site(tmp_path / "site")
    (site / "data/search").mkdir()
    (site / "data/search/manifest.js").write_bytes(text.encode("latin-1"))
    with pytest.raises(DamagedIndex), refusing_damage():
        assert SearchFiles(open_outlet(site)).text("yunxi/2021/3/1")


def test_an_index_without_a_directory_is_damaged(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (site / "data/search").mkdir()
    said = {
        "publications": [["yunxi"]],
        "issues": [[0, 2021, 3, "x", 1, 0]],
        "ranges": [[1, 4, "", "", ""]],
    }
    script = f'gongbaoSearch.add("manifest",{json.dumps(said)})'
    (site / "data/search/manifest.js").write_text(script, encoding="utf-8")
    with pytest.raises(DamagedIndex), refusing_damage():
        assert list(SearchFiles(open_outlet(site)).masks(["yunxi/2021/3/1"]))


def test_postings_are_read_as_they_were_written() -> None:
    postings = [3, 256 + 254, 700 * 256, 90_000 * 256 + 9, 1_000_000 * 256 + 200]
    decoded = [
        document << 8 | rank for document, rank in decode_postings(encode_postings(postings))
    ]
    assert decoded == postings
