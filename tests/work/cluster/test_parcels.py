"""Parcels in a shared store: what is not as its name says is none."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import WrongUse
from generator.work.cluster.parcels import Lost, Parcels


@pytest.mark.parametrize("place", ["{}", "file://{}", "memory://{}"])
def test_a_parcel_comes_back(place: str, tmp_path: Path) -> None:
    parcels = Parcels(place.format(tmp_path / "results"))
    name = parcels.put("1", b"made")
    assert Parcels(parcels.url).take("1", name) == b"made"
    assert parcels.put("2", b"made") != name
    parcels.drop(name)
    with pytest.raises(Lost, match="results/"):
        parcels.take("1", name)
    parcels.drop(name)
    parcels.clear()
    parcels.clear()


def test_a_path_is_understood_wherever_a_worker_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Parcels("results").url == f"file://{tmp_path}/results"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda _: b"",
        lambda data: data.replace(b"a", b"e"),
    ],
    ids=["torn", "longer", "empty", "foreign"],
)
def test_what_is_not_as_it_was_put_there_is_lost(
    spoil: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    parcels = Parcels(str(tmp_path))
    name = parcels.put("1", b"made")
    (tmp_path / name).write_bytes(spoil(b"made"))
    with pytest.raises(Lost, match="not what was put there"):
        parcels.take("1", name)
    assert parcels.put("1", b"made") == name
    assert parcels.take("1", name) == b"made"


def test_a_parcel_of_another_is_lost(tmp_path: Path) -> None:
    parcels = Parcels(str(tmp_path))
    name = parcels.put("1", b"made")
    with pytest.raises(Lost):
        parcels.take("2", name)


@pytest.mark.parametrize("url", ["nowhere://results", "s3://bucket/results"])
def test_a_store_that_nobody_knows_is_named(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(WrongUse, match=f"--results {url}: "):
        Parcels(url)
