"""JSON-LD of a document: its relations, and that no text can end the script element that holds it."""

import json
from typing import Any

import pytest

from generator.reference.csl_item import plain
from generator.reference.linked_data import Related, document_data
from tests.reference.items import HOSTILE

ADDRESS = "https://example.org/archive/yunxi/2021/4/1/"


def read(text: str) -> dict[str, Any]:
    """The object of which these are the members."""
    found: dict[str, Any] = json.loads(f"{{{text}}}")
    return found


def data_of(*, title: str = "通知", **relations: tuple[Related, ...]) -> str:
    """The data of a document."""
    return document_data({"title": plain(title), "gazette": plain(title)}, relations)


def test_what_the_archive_has_a_page_of_is_that_page_and_all_else_is_named() -> None:
    data = read(
        data_of(
            legislationRepeals=(Related("旧办法", "云政发〔2010〕3号", ADDRESS),),
            citation=(Related("中华人民共和国行政许可法", ""), Related("", "云政发〔2012〕1号")),
        )
    )
    assert data["legislationRepeals"] == [{"@id": ADDRESS}]
    assert data["citation"] == [
        {"@type": "Legislation", "name": "中华人民共和国行政许可法"},
        {"@type": "Legislation", "legislationIdentifier": "云政发〔2012〕1号"},
    ]


@pytest.mark.parametrize(
    ("title", "number", "kind"),
    [
        ("中华人民共和国行政许可法", "", "Legislation"),
        ("云溪县某办法（试行）", "", "Legislation"),
        ("云溪县委关于印发〈某方案〉的通知", "", "Legislation"),
        ("某某改革清单（2021年全国版）", "", "Legislation"),
        ("", "云政发〔2012〕1号", "Legislation"),
        ("某某系统", "云政发〔2012〕1号", "Legislation"),
        ("山东省行政复议应诉管理平台", "", "CreativeWork"),
        ("季度行政应诉案件统计表", "", "CreativeWork"),
        ("互联网信息服务增值电信业务经营许可证", "", "CreativeWork"),
        ("云溪县行政执法", "", "CreativeWork"),
    ],
)
def test_a_form_or_a_system_that_is_cited_is_no_legislation(
    title: str, number: str, kind: str
) -> None:
    data = read(data_of(citation=(Related(title, number),)))
    assert [one["@type"] for one in data["citation"]] == [kind]
    data = read(data_of(legislationRepeals=(Related(title, number),)))
    assert [one["@type"] for one in data["legislationRepeals"]] == ["Legislation"]


@pytest.mark.parametrize("title", [*HOSTILE, "<!--<script>", "a & b ]]> 'c' \"d\"\u2029"])
def test_no_text_ends_the_script_or_begins_one(title: str) -> None:
    text = data_of(title=title, citation=(Related(title, title),))
    assert not set("<>&\u2028\u2029\n") & set(text)
    text.encode()
    (cited,) = read(text)["citation"]
    assert cited["name"] == cited["legislationIdentifier"]
    assert "\ufffd" in cited["name"] or cited["name"].split() == title.split()


def test_chinese_is_written_as_it_is() -> None:
    assert '"name":"关于防汛的通知"' in data_of(title="关于防汛的通知")
