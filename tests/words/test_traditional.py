"""Drafts in traditional characters: what is kept, and the words that were chosen."""

import pytest

from generator.words.catalogue import read_messages
from tests.words.make_traditional import draft, settle


def as_table(text: str) -> str:
    """A few characters as the table of OpenCC has them."""
    return text.translate(str.maketrans("号发优检链接", "號發優檢鏈接"))


@pytest.mark.parametrize(
    ("text", "drafted"),
    [
        ("检索：[优化](search.md?q=优化)", "檢索：[優化](search.md?q=优化)"),
        ("云政发〔2021〕3号、3号", "云政发〔2021〕3号、3號"),
        ("`云政发2021 3`与云政办发", "`云政发2021 3`与云政办发"),
        ("点“{name}”，打开链接", "点「{name}」，打开連結"),
    ],
)
def test_code_addresses_and_numbers_are_kept(text: str, drafted: str) -> None:
    assert draft(text, as_table) == drafted


@pytest.mark.parametrize(
    ("converted", "settled"),
    [
        ("文件發佈以後，複製“鏈接”", "文件發布以後，複製「連結」"),
        ("CSV文件、文件名和文件", "CSV檔、檔名和文件"),
        ("標題和合並單元格的設置", "標題和合併儲存格的設定"),
    ],
)
def test_words_are_settled(converted: str, settled: str) -> None:
    assert settle(converted) == settled


def test_the_catalogue_has_the_chosen_words() -> None:
    """A text that was drafted before a choice was made shows here."""
    for message in read_messages("zh-Hant.po"):
        strings = [message.string] if isinstance(message.string, str) else message.string or ()
        for text in strings if message.id else ():
            assert draft(text, str) == text, message.context or text
