"""Facts of a gazette are what its first pages print behind labels, and nothing else."""

import pytest
from msgspec.structs import replace

from generator.model import Archive, TextLine
from generator.parse.issue.labelled_facts import read_facts


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["主办：某某市人民政府"], {"sponsor": ("某某市人民政府", 1)}),
        (["主办单位", "某某市人民政府"], {"sponsor": ("某某市人民政府", 2)}),
        (["主办单位", "二〇二〇年"], {}),
        (
            ["地　址:某某市新华路 1 号　邮编：123456　电话：0349-2020202"],
            {
                "post": ("某某市新华路1号", 1),
                "postcode": ("123456", 1),
                "phone": ("0349-2020202", 1),
            },
        ),
        (["电话会议", "地址变更说明", "邮编：12"], {}),
        (["准印证号：晋内资准字第12号"], {"permit": ("晋内资准字第12号", 1)}),
        (
            ["总编辑 高某某", "本期编辑 齐某 尹某某"],
            {"editor": ("总编辑　高某某；本期编辑　齐某　尹某某", 1)},
        ),
        (["承印：某某印刷厂　电话：0349-1"], {"phone": ("0349-1", 1)}),
        (["0349-2020202", "某某市人民政府"], {}),
    ],
)
def test_only_what_a_label_names_is_a_fact(
    real_archive: Archive, lines: list[str], expected: dict[str, tuple[str, int]]
) -> None:
    masthead = tuple(TextLine(nth, text) for nth, text in enumerate(lines, start=1))
    issue = replace(real_archive.issues[0].issue, masthead=masthead)
    assert {name: (fact.text, fact.line) for name, fact in read_facts(issue).items()} == expected
