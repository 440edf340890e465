"""A bundle is a bag by RFC 8493: whoever reads that can check it, with this program or without."""

import hashlib
import re
from pathlib import Path

import pytest

from generator.archive.clock import EARLIEST, clock_of
from generator.model import Archive, Site
from generator.publish.bundles import Bundled
from generator.publish.bundles.bag import enclose, encode_path, info_text
from generator.publish.bundles.bundle import bag_facts

LINE = re.compile(r"(?P<digest>[0-9a-f]+)  (?P<path>[^\r\n]+)")


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A bag with two files, one with a Chinese name in a folder."""
    payload = tmp_path / "bag/data"
    (payload / "文库").mkdir(parents=True)
    (payload / "文库/页.html").write_bytes("甲".encode())
    (payload / "index.html").write_bytes(b"home")
    enclose(tmp_path / "bag", [("Source-Organization", "办公室")], [("README.txt", b"read me")])
    return tmp_path / "bag"


def listed(bag: Path, name: str) -> dict[str, str]:
    """Path → checksum of a list."""
    lines = (bag / name).read_text(encoding="utf-8").splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    return {match["path"]: match["digest"] for match in found if match}


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
def test_every_file_is_in_the_lists_with_its_checksum(bag: Path, algorithm: str) -> None:
    payload = listed(bag, f"manifest-{algorithm}.txt")
    assert list(payload) == ["data/index.html", "data/文库/页.html"]
    tags = listed(bag, f"tagmanifest-{algorithm}.txt")
    assert list(tags) == [
        "README.txt",
        "bag-info.txt",
        "bagit.txt",
        "manifest-sha256.txt",
        "manifest-sha512.txt",
    ]
    for path, digest in {**payload, **tags}.items():
        assert hashlib.new(algorithm, (bag / path).read_bytes()).hexdigest() == digest


def test_the_bag_declares_itself(bag: Path) -> None:
    text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert (bag / "bagit.txt").read_bytes() == text.encode()
    assert (bag / "bag-info.txt").read_text(encoding="utf-8") == (
        "Source-Organization: 办公室\nPayload-Oxum: 7.2\nBag-Size: 0.0 MB\n"
    )


def test_line_ends_and_percent_signs_of_a_path_are_encoded_and_nothing_else() -> None:
    assert encode_path("data/100%\r\n 甲&é.html") == "data/100%25%0D%0A 甲&é.html"


def test_a_value_is_on_one_line_and_an_empty_one_is_left_out() -> None:
    facts = [("A", "one\n two\u2028three"), ("B", " "), ("A", "four")]
    assert info_text(facts) == b"A: one two three\nA: four\n"


def test_a_bag_says_whose_it_is_and_what_it_was_made_from(archive: Archive) -> None:
    site = Site("文库", publisher="办公室", description="公报")
    bundled = Bundled(archive, site, clock_of(archive), "yunxi/2020/1", "https://example.org/")
    facts = list(bag_facts(bundled))
    said = dict(facts)
    assert said["External-Identifier"] == "https://example.org/archive/yunxi/2020/1/"
    assert said["Bagging-Date"] == "2020-03-31"
    assert [said[f"Gongbao-{name}"] for name in ("Gazettes", "Issues", "Documents")] == [*"127"]
    sources = [value for label, value in facts if label == "Gongbao-Source"]
    assert sources == [
        f"{record.id} sha256:{record.issue.sha256} {record.file}" for record in archive.issues
    ]


def test_a_bag_of_which_no_day_is_known_names_none(archive: Archive) -> None:
    undated = Bundled(archive, Site("文库"), EARLIEST)
    assert b"Bagging-Date" not in info_text(bag_facts(undated))


def test_without_an_address_a_bag_is_known_by_its_name(archive: Archive) -> None:
    bundled = Bundled(archive, Site("文库"), clock_of(archive))
    assert dict(bag_facts(bundled))["External-Identifier"] == "文库-2020-03-31"
