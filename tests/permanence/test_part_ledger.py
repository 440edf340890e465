"""The ledger of a part answers what the part holds, and says nothing of what only the whole holds."""

from msgspec.structs import replace

from generator.archive.selection import cut_archive
from generator.model import Archive, Permalink
from tests.fixtures.demo_archive import demo_archive


def kept(*entries: Permalink) -> list[str]:
    """Ids of those entries that the ledger of the newer issue has."""
    whole: Archive = replace(demo_archive(), permalinks=entries)
    return [entry.id for entry in cut_archive(whole, "yunxi/2020/1").permalinks]


def test_what_is_held_is_kept_and_what_is_elsewhere_is_not() -> None:
    assert kept(Permalink("yunxi/2020/1/1"), Permalink("yunxi/2019/12/1")) == ["yunxi/2020/1/1"]


def test_what_leads_into_the_part_is_kept_however_many_steps_it_takes() -> None:
    steps = (
        Permalink("yunxi/2018/1/1", to="yunxi/2018/2/1"),
        Permalink("yunxi/2018/2/1", to="yunxi/2020/1/2"),
    )
    assert kept(*steps) == ["yunxi/2018/1/1", "yunxi/2018/2/1"]


def test_what_leads_out_of_it_or_round_in_a_circle_is_not() -> None:
    circle = Permalink("a/2018/1", to="a/2018/2"), Permalink("a/2018/2", to="a/2018/1")
    assert kept(Permalink("yunxi/2020/1/9", to="yunxi/2019/12/1"), *circle) == []


def test_an_address_in_an_issue_that_only_the_whole_holds_is_not_of_the_part() -> None:
    """Its page would say that the issue is gone."""
    assert kept(Permalink("yunxi/2019/12/9", to="yunxi/2020/1/1")) == []


def test_a_document_that_was_withdrawn_from_the_part_keeps_its_reason() -> None:
    here = Permalink("yunxi/2020/1/9", withdrawn="撤下")
    assert kept(here, Permalink("yunxi/2019/12/9", withdrawn="撤下")) == ["yunxi/2020/1/9"]
