"""What is said: values in their places, the form that a number takes, and the language that is meant."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import GazetteError
from generator.words import catalogue
from generator.words.catalogue import MASTER, find_language, list_languages, read_catalogue
from generator.words.fixed_texts import read_fixed
from generator.words.say import say, speaking, spoken
from generator.words.wording import date_words, issue_name, name_label

PARTIAL = """
msgid ""
msgstr ""
"Language: xx\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"

msgctxt "nav.home"
msgid "首页"
msgstr "Home"

msgctxt "count.documents"
msgid "{n}件"
msgid_plural "{n}件"
msgstr[0] "{n} one"
msgstr[1] "{n} few"
msgstr[2] "{n} many"

msgctxt "count.issues"
msgid "{n}期"
msgid_plural "{n}期"
msgstr[0] "{n} one"
msgstr[1] ""
msgstr[2] ""

#, fuzzy
msgctxt "nav.years"
msgid "年份"
msgstr "Years of old"

msgctxt "nav.search"
msgid "搜索"
msgstr "Search of old"

msgctxt "about"
msgid "收录范围"
msgstr "Scope"
"""
"""A language that has a few messages, with three forms for numbers; one is doubted, one of another text."""


@pytest.fixture
def partial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A language of which a few messages are there, beside the master."""
    master = (Path(__file__).parents[2] / "generator/words/languages" / MASTER).read_bytes()
    (tmp_path / MASTER).write_bytes(master)
    (tmp_path / "de.po").write_text(PARTIAL.replace("Language: xx", "Language: de"), "utf-8")
    monkeypatch.setattr(catalogue, "LANGUAGES", tmp_path)
    read_catalogue.cache_clear()
    with speaking("de"):
        yield "de"
    read_catalogue.cache_clear()


@pytest.mark.parametrize(
    ("language", "one", "more"),
    [
        ("zh", "1件", "1,204件"),
        ("zh-Hant", "1件", "1,204件"),
        ("en", "1 document", "1,204 documents"),
    ],
)
def test_a_number_is_a_count(language: str, one: str, more: str) -> None:
    with speaking(language):
        assert (say("count.documents", n=1), say("count.documents", n=1204)) == (one, more)


def test_zero_takes_the_form_of_its_language() -> None:
    with speaking("en"):
        assert say("count.documents", n=0) == "0 documents"


def test_a_text_is_written_as_it_is() -> None:
    assert say("date.year", year="2021") == "2021年"
    assert say("message.numbering.gap", before="1204", here="{n}") == (
        "编号不连续：前一编号为1204，此处为{n}，照录原文"
    )


def test_the_first_number_decides_the_form() -> None:
    with speaking("en"):
        assert say("message.ambiguous-citation", cited="3", n=1).startswith("1 document in")
        assert say("message.ambiguous-citation", cited="1", n=3).startswith("3 documents in")


def test_the_language_is_that_of_the_innermost_and_chinese_otherwise() -> None:
    assert (say("nav.home"), spoken().tag) == ("首页", "zh-Hans")
    with speaking("en"):
        assert (say("nav.home"), spoken().tag) == ("Home", "en")
        with speaking("zh-Hant"):
            assert (say("nav.home"), spoken().tag) == ("首頁", "zh-Hant")
        assert say("nav.home") == "Home"
    with pytest.raises(ZeroDivisionError), speaking("en"):
        _ = 1 // 0
    assert say("nav.home") == "首页"


def test_a_key_that_is_not_there_and_a_value_that_lacks_are_errors() -> None:
    with pytest.raises(KeyError):
        say("nav.nowhere")
    with pytest.raises(KeyError):
        say("date.year")


def test_a_place_that_no_value_fills_is_named(partial: str, tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text(PARTIAL.replace("{n} few", "{m} few"), encoding="utf-8")
    read_catalogue.cache_clear()
    assert say("count.documents", n=1) == "1 one"
    with pytest.raises(GazetteError) as refused:
        say("count.documents", n=3)
    assert str(refused.value) == (
        f"{partial}.po: count.documents: {{m}} is not filled in there, but {{n}}"
    )


BROKEN = {
    "no quotation mark": ('msgctxt "nav.home"', 'msgctxt nav.home"', 7, "between quotation marks"),
    "not closed": ('msgstr "Home"', 'msgstr "Home', 9, "between quotation marks"),
    "a mark inside": ('msgstr "Home"', 'msgstr "Ho"me"', 9, "between quotation marks"),
    "no message": ('msgstr "Home"', "Home", 9, "between quotation marks"),
    "twice": ('msgctxt "about"', 'msgctxt "nav.home"\nmsgid "首页"\nmsgstr "x"\n\nmsgctxt "about"', 34, "line 7"),
    "too many forms": ("nplurals=3", "nplurals=2", 12, "more translations"),
    "no rule": ("(n==1 ? 0", "(n>>1 ? 0", 1, "is no rule"),
    "a rule without an end": ("n<5 ? 1 : 2", "n<5 ? 1 : n", 1, "names more than 3 forms"),
    "a rule by nothing": ("n<5 ? 1 : 2", "n%0", 1, "is no rule"),
    "no number of forms": ("nplurals=3", "nplurals=x", 1, "head of the file"),
    "no language": ("Language: xx", "Language: x_Y_z_q", 1, "head of the file"),
}  # fmt: skip
"""What is wrong → what is put for what, the line that is named, and the reason."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_broken_is_one_line_before_anything_is_said(
    partial: str, tmp_path: Path, name: str
) -> None:
    text, other, line, reason = BROKEN[name]
    assert text in PARTIAL
    path = tmp_path / f"{partial}.po"
    path.write_text(PARTIAL.lstrip("\n").replace(text, other, 1), encoding="utf-8")
    read_catalogue.cache_clear()
    with pytest.raises(GazetteError) as refused, speaking(partial):
        pass
    assert re.fullmatch(rf"{re.escape(str(path))}:{line}: [^\n]*{reason}[^\n]*", str(refused.value))


def test_a_file_in_another_encoding_is_one_line(partial: str, tmp_path: Path) -> None:
    path = tmp_path / f"{partial}.po"
    path.write_bytes(PARTIAL.replace("Home", "Übersicht").encode("gb18030"))
    read_catalogue.cache_clear()
    with pytest.raises(GazetteError, match=r"de\.po:1: is not UTF-8"):
        say("nav.home")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_may_have_the_mark_of_utf_8_and_the_line_ends_of_windows(
    partial: str, tmp_path: Path, end: str
) -> None:
    text = PARTIAL.lstrip("\n").replace("\n", end)
    (tmp_path / f"{partial}.po").write_bytes(text.encode("utf-8-sig"))
    read_catalogue.cache_clear()
    assert [say("nav.home"), say("count.documents", n=5)] == ["Home", "5 many"]


def test_dates_issues_and_names_follow_the_language() -> None:
    with speaking("en"):
        assert date_words("2021-10-08") == "8 October 2021"
        assert date_words("2021-13-08") == "8 13 2021"
        assert date_words("长期") == "长期"
        assert "4" in issue_name("yunxi/2021/4")
        assert (name_label("市政府"), name_label("未列栏目")[:1].isascii()) == ("市政府", True)
    assert (date_words("2021-10-08"), name_label("未列栏目")) == ("2021年10月8日", "未列栏目")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("zh", "zh"),
        ("zh-Hans", "zh"),
        ("zh-CN", "zh"),
        ("zh-SG", "zh"),
        ("zh-Hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("en", "en"),
        ("en-GB", "en"),
        ("en-US", "en"),
        ("EN", "en"),
        ("en_GB", "en"),
        ("zh-hant", "zh-Hant"),
        ("zh_tw", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant"),
        ("zh-Hant-x-private", "zh-Hant"),
        ("zh-Hans-CN", "zh"),
        ("english", None),
        ("-", None),
        ("fr", None),
        ("", None),
        ("../en", None),
    ],
)
def test_a_setting_means_a_language(asked: str, found: str | None) -> None:
    assert find_language(asked) == found


def test_chinese_is_read_without_a_change_of_language() -> None:
    assert {name: read_catalogue(name).is_chinese for name in ("zh", "zh-Hant", "en")} == {
        "zh": True,
        "zh-Hant": True,
        "en": False,
    }


def test_what_a_language_lacks_is_said_in_chinese(partial: str) -> None:
    assert list_languages() == ["zh", partial]
    assert say("nav.home") == "Home"
    assert [say("count.documents", n=n) for n in (1, 4, 5)] == ["1 one", "4 few", "5 many"]
    assert say("count.issues", n=3) == "3期", "a message with half of its forms is none"
    assert say("nav.years") == "年份", "a doubted message is none"
    assert say("nav.search") == "检索", "the translation of another text is none"
    text = read_fixed("about")
    assert "\n## Scope {#scope}\n" in text
    assert "\n# 关于本库" in text
