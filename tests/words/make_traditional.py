"""Gives ``zh-Hant.po`` first drafts of what it lacks, by the tables of OpenCC: what ``make traditional`` runs.

Only messages without a translation, or with one that no longer fits the Chinese, are written; what a person has put
right stays. Code and addresses in a text stay as they are.
"""

import re
from collections.abc import Callable
from importlib import import_module

from generator.words.catalogue import read_messages
from tests.words.make_words import LANGUAGES, name_of, write_catalogue

LANGUAGE = "zh-Hant"
TABLE = "s2tw"
"""Characters as they are standard in Taiwan; the words for documents stay those of the mainland, whose gazettes
they speak of."""
KEPT = re.compile(r"(`[^`]*`|\]\([^)]*\)|\{\w+\}|云政办?发(?:〔\d+〕\d+号)?)")
"""What stays as it is: code, the target of a link, a place for a value, the numbers of the examples."""

CHOICES = {
    "“": "「", "”": "」", "‘": "『", "’": "』",
    # 公布 and 发布 are legal terms, which are written with 布 everywhere.
    "公佈": "公布", "發佈": "發布", "頒佈": "頒布",
    # A 文件 is an official document on these pages; the file of a computer is a 檔.
    "文件名": "檔名", "CSV文件": "CSV檔", "JSON文件": "JSON檔", "JSON 文件": "JSON 檔",
    "壓縮包": "壓縮檔", "版面文件": "版面檔", "勘誤文件": "勘誤檔", "原文件": "原始檔",
    # What Hong Kong and Taiwan both call otherwise than the mainland; 軟件 and 網絡, where they differ, stay.
    "鏈接": "連結", "默認": "預設", "回車鍵": "Enter鍵", "菜單": "選單", "程序": "程式", "代碼倉庫": "程式碼庫",
    "文件夾": "資料夾", "打印": "列印", "屏幕": "螢幕", "寬屏": "寬螢幕", "窄屏": "窄螢幕", "設置": "設定",
    "單元格": "儲存格", "電子表格": "試算表", "字節": "位元組", "字符": "字元", "縮進": "縮排", "文件信息": "文件資訊",
    "搜索引擎": "搜尋引擎", "全角": "全形", "半角": "半形",
    "後臺": "後台", "所注的": "所註的",
    # What the table takes for another word.
    "寫明瞭": "寫明了", "和合並": "和合併", "采用": "採用", "控制檯": "控制台",
}  # fmt: skip
"""What is written for a word of the table."""
_CHOICE = re.compile("|".join(sorted(CHOICES, key=len, reverse=True)))


def settle(text: str) -> str:
    """A converted text in the words that were chosen for these pages.

    >>> settle("文件發佈以後，複製“鏈接”")
    '文件發布以後，複製「連結」'
    """
    return _CHOICE.sub(lambda match: CHOICES[match[0]], text)


def draft(text: str, convert: Callable[[str], str]) -> str:
    """A text in traditional characters but for what is kept."""
    parts = filter(None, KEPT.split(text))
    return "".join(part if KEPT.fullmatch(part) else settle(convert(part)) for part in parts)


def main() -> None:
    """Write the drafts."""
    convert = import_module("opencc").OpenCC(TABLE).convert
    name = f"{LANGUAGE}.po"
    catalogue = read_messages(name)
    for message in catalogue:
        text = message.id if isinstance(message.id, str) else message.id[0]
        if text and (message.fuzzy or not message.string or not all(message.string)):
            drafted = draft(text, convert)
            message.string = drafted if isinstance(message.id, str) else (drafted,)
            message.flags.discard("fuzzy")
    write_catalogue(catalogue, LANGUAGES / name, name_of(LANGUAGE))


if __name__ == "__main__":
    main()
