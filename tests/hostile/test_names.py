"""Names of files that are made of the gazette's words: what every disk can hold, and no device."""

import pytest

from generator.lexicon.characters import is_device
from generator.pages.index.indexes import MOST_BYTES, safe_names
from generator.pages.writing.addresses import short_uri
from generator.source.folder import LONGEST_NAME, refuse_name

DEVICES = (
    "con",
    "prn",
    "aux",
    "nul",
    "com1",
    "com9",
    "lpt1",
    "lpt9",
    "CON",
    "Nul.txt",
    "aux.tar.gz",
    "com¹",
    "con .x",
)
PLAIN = ("console", "com", "com10", "lpt", "yunxi", "nulled", "a.con", "公告")


@pytest.mark.parametrize("name", DEVICES)
def test_windows_keeps_these_names(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", PLAIN)
def test_windows_does_not_keep_these(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_a_gazette_is_not_named_after_a_device(name: str) -> None:
    assert "device" in (refuse_name(name) or "")


def test_the_name_of_a_gazette_is_not_endless() -> None:
    assert refuse_name("a" * LONGEST_NAME) is None
    assert refuse_name("a" * (LONGEST_NAME + 1))


def test_no_page_has_the_name_of_a_device() -> None:
    files = safe_names(["CON", "con", "Nul", "com1", "aux.", "prn "])
    assert not any(map(is_device, files.values()))
    assert len({file.casefold() for file in files.values()}) == len(files)


@pytest.mark.parametrize("name", ["长" * 500, "𬭎" * 500, "a" * 500, "é" * 500])
def test_a_name_is_cut_to_what_a_disk_can_hold(name: str) -> None:
    files = safe_names([name, f"{name}甲"])
    assert all(len(file.encode()) <= MOST_BYTES + 4 for file in files.values())
    assert len(set(files.values())) == 2


def test_names_that_a_disk_takes_for_one_are_kept_apart() -> None:
    names = ["Ａ局", "a局", "A局", "é", "e\u0301", "ﬁ", "fi", "甲.", "甲", "甲 "]
    files = safe_names(names)
    assert len({file.casefold() for file in files.values()}) == len(names)
    assert not any(file.endswith((".", " ")) for file in files.values())


def test_ordinary_names_keep_their_addresses() -> None:
    names = ["云溪市人民政府", "某某局（某某办）", "云政发", "通知"]
    assert list(safe_names(names).values()) == names


def test_a_prefix_that_no_path_can_hold_has_no_short_address() -> None:
    assert short_uri("云政发〔2020〕3号") == "n/云政发/2020/3.md"
    assert short_uri(f"{'云' * 40}〔2020〕3号")
    assert short_uri(f"{'云' * 41}〔2020〕3号") is None
    assert short_uri(f"云政发〔2020〕{'9' * 300}号") is None
