"""Which archives an index is over, and where they are."""

from pathlib import Path

import pytest

from generator.errors import WrongUse
from generator.federation.members import find_members
from tests.fixtures.joint_archives import publish_both


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two sites."""
    publish_both(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("said", "address", "key"),
    [
        ("", "../yunxi/", "..:yunxi"),
        ("=https://a.example.gov.cn", "https://a.example.gov.cn/", "a.example.gov.cn"),
        ("=http://b.example:8080/x/", "http://b.example:8080/x/", "b.example:8080:x"),
        ("=HTTPS://A.Example/X/", "https://a.example/X/", "a.example:X"),
        ("=../other/site", "../other/site/", "..:other:site"),
        ("=yunxi", "yunxi/", "yunxi"),
    ],
)
def test_an_archive_has_an_address_and_a_key(
    folder: Path, said: str, address: str, key: str
) -> None:
    (member,) = find_members([f"{folder / 'yunxi'}{said}"], folder / "index")
    assert (member.data, member.address, member.key) == (folder / "yunxi/data", address, key)


def test_a_folder_of_data_is_an_archive_where_its_address_is_said(folder: Path) -> None:
    data = folder / "yunxi/data"
    (member,) = find_members([f"{data}=https://a.example/"], folder / "index")
    assert member.data == data
    with pytest.raises(WrongUse, match="is data without a site"):
        find_members([str(data)], folder / "index")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "ftp://a.example/", "https://", "https://a.example/?q=1", "/root",
        "//a.example/", "https://a.example/#x", 'https://a.example/"><script>', "https://a.example/[x](y)",
        "https://a b.example/", "../../", "..", "a/../b", "a//b", "a?b", "x\ny", "https://u:p@a.example/", "../a/*b*",
        "%2e%2e/x", "https://a.example/../x/", "https://a.example/%2E%2e/x/", "https://a.example/./x/",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused_in_one_line(folder: Path, address: str) -> None:
    with pytest.raises(WrongUse) as refused:
        find_members([f"{folder / 'yunxi'}={address}"], folder / "index")
    assert "yunxi" in str(refused.value)


def test_an_archive_that_is_not_beside_the_index_needs_an_address(folder: Path) -> None:
    with pytest.raises(WrongUse, match="does not lie beside"):
        find_members([str(folder / "yunxi")], folder / "other/index")


def test_two_archives_at_one_address_are_refused(folder: Path) -> None:
    given = [f"{folder / name}=https://a.example/" for name in ("yunxi", "linxi")]
    with pytest.raises(WrongUse, match="one and the same address"):
        find_members(given, folder / "index")


def test_the_order_in_which_archives_are_named_does_not_count(folder: Path) -> None:
    given = [str(folder / "yunxi"), str(folder / "linxi")]
    into = folder / "index"
    assert find_members(given, into) == find_members(given[::-1], into)


def test_one_archive_given_twice_is_refused_whatever_its_address(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "yunxi")
    given = [str(folder / "yunxi"), f"{folder / 'link' / 'data'}=https://a.example/"]
    with pytest.raises(WrongUse, match="are one and the same archive") as refused:
        find_members(given, folder / "index")
    assert all(one in str(refused.value) for one in given)
    assert len(str(refused.value).splitlines()) == 1


def test_addresses_that_differ_in_capitals_of_the_host_are_one(folder: Path) -> None:
    given = [f"{folder / 'yunxi'}=https://a.example/", f"{folder / 'linxi'}=HTTP://A.Example/"]
    with pytest.raises(WrongUse, match="one and the same address"):
        find_members(given, folder / "index")


@pytest.mark.parametrize(
    ("said", "index", "where"),
    [
        ("../b/site", "https://index.example/", "index.example/b/site/"),
        ("../b/site", "https://a.example/index/", "a.example/b/site/"),
        ("../b/site", None, "../b/site/"),
        ("https://b.example/x/", "https://index.example/", "b.example/x/"),
    ],
)
def test_an_address_is_shown_as_it_can_be_typed(
    folder: Path, said: str, index: str | None, where: str
) -> None:
    (member,) = find_members([f"{folder / 'yunxi'}={said}"], folder / "index")
    assert member.where(index) == where
