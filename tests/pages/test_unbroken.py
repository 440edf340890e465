"""Numbers in running text do not break, and nothing else changes."""

import pytest

from generator.pages.writing.unbroken import keep_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（国发〔2016〕31号）", '（<span class="nowrap">国发〔2016〕31号</span>）'),
        ("第31号", "第31号"),
        ('<a title="国发〔2016〕31号">甲</a>', '<a title="国发〔2016〕31号">甲</a>'),
        (
            '国发<span class="m">〔</span>2016〕31号',
            '<span class="nowrap">国发<span class="m">〔</span>2016〕31号</span>',
        ),
        ('[甲](a.md "国发〔2016〕31号")', '[甲](a.md "国发〔2016〕31号")'),
        (
            '[甲](a.md){: aria-label="国发〔2016〕31号" }',
            '[甲](a.md){: aria-label="国发〔2016〕31号" }',
        ),
        ("国发<span>〔2016〕31号，乙</span>", "国发<span>〔2016〕31号，乙</span>"),
    ],
)
def test_keep_numbers(text: str, expected: str) -> None:
    assert keep_numbers(text) == expected
