"""Results on disk: what is not whole, or was stored by another key, is none."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.work import NOWHERE, Store, key_of
from generator.work.results import MARK

KEY = key_of("read", b"a source")


def path_of(folder: Path, key: str = KEY) -> Path:
    """The file of a result."""
    return folder / key[:2] / key[2:]


def test_a_result_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.get(KEY) is None
    assert not store.has(KEY)
    store.put(KEY, b"result")
    assert store.has(KEY)
    assert Store(tmp_path).get(KEY) == b"result"


def test_an_empty_result_is_one(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"")
    assert store.get(KEY) == b""


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[: len(MARK)],
        lambda _: b"",
        lambda data: data.replace(b"result", b"resu1t"),
        lambda data: data.replace(b"gongbao 1", b"gongbao 0"),
        lambda data: data.replace(KEY.encode(), key_of("another").encode()),
    ],
    ids=["torn", "longer", "head only", "empty", "changed", "another version", "foreign"],
)
def test_what_is_not_as_it_was_stored_is_no_result(
    spoil: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"result")
    path = path_of(tmp_path)
    spoilt = spoil(path.read_bytes())
    assert spoilt != path.read_bytes()
    path.write_bytes(spoilt)
    assert store.get(KEY) is None
    store.put(KEY, b"result")
    assert store.get(KEY) == b"result"


def test_a_key_changes_with_each_part_and_with_where_it_ends() -> None:
    keys = {
        key_of("a", "bc"),
        key_of("ab", "c"),
        key_of("abc"),
        key_of("a", "bc", ""),
        key_of("a", "bd"),
    }
    assert len(keys) == 5
    assert key_of("a") == key_of(b"a")


def test_nothing_is_kept_without_a_folder() -> None:
    NOWHERE.put(KEY, b"result")
    assert NOWHERE.get(KEY) is None
    assert not NOWHERE.has(KEY)
    NOWHERE.sweep()


def test_a_disk_that_refuses_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the place of the folder")
    store = Store(tmp_path / "cache")
    store.put(KEY, b"result")
    assert store.get(KEY) is None
    store.sweep()


def test_the_oldest_results_that_nobody_used_are_removed(tmp_path: Path) -> None:
    keys = [key_of(f"{nth}") for nth in range(4)]
    writer = Store(tmp_path)
    for nth, key in enumerate(keys):
        writer.put(key, b"x" * 1_000)
        path = path_of(tmp_path, key)
        size = path.stat().st_size
        os.utime(path, ns=(nth, nth))
    store = Store(tmp_path)
    assert store.get(keys[0])
    store.sweep(most=size)
    assert [store.has(key) for key in keys] == [True, False, False, True]
    assert store.get(keys[3])
    store.sweep(most=0)
    assert [store.has(key) for key in keys] == [True, False, False, True]
    Store(tmp_path).sweep(most=0)
    assert not any(map(store.has, keys))


def test_what_may_not_be_looked_at_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    assert not store.has("a" * 300)
    (tmp_path / "cache").write_bytes(b"no folder")
    assert not store.has(key_of("a"))
    store.sweep(0)
