"""The words that say what a document is about, and where each is from."""

import re
from collections import Counter

import pytest

from generator.lexicon.subjects.classes import topic_classes
from generator.lexicon.subjects.deciding_words import (
    NOTHING,
    class_of_subject,
    find_title_words,
    read_title_words,
)


def test_the_catalogue_has_22_classes() -> None:
    classes = list(topic_classes().values())
    assert (len(classes), classes[0].name, classes[-1].name) == (22, "国务院组织机构", "其他")
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one.code) for one in classes)


def test_each_word_is_there_once_with_a_class_and_a_source() -> None:
    rows = list(read_title_words())
    assert [word for word, count in Counter(row[0] for row in rows).items() if count > 1] == []
    assert {row[1] for row in rows} <= {*topic_classes(), NOTHING}
    assert {row[2] for row in rows} == {"catalogue", "1997", "usage"}


def test_a_word_that_is_said_to_be_of_the_catalogue_is_in_the_names_of_its_class() -> None:
    for word, code, source in read_title_words():
        if source == "catalogue":
            one = topic_classes()[code]
            names = {part for name in (one.name, *one.parts) for part in re.split("[、（]", name)}
            assert word in names, word


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("云溪市人民政府关于加强义务教育工作的通知", ["教育"]),
        ("云溪市教育局关于调整公交线路的通知", ["公交"]),
        ("云溪市人民政府转发市教育局关于农村公路建设意见的通知", ["公路"]),
        ("云溪市人民政府办公室关于印发云溪市教育局职能配置规定的通知", []),
        ("云溪市人民政府关于开展安全教育的通知", []),
        ("云溪市人民政府关于被征地农民养老保险的办法", ["养老保险"]),
        ("云溪市人民政府关于加快养老服务业发展的意见", ["养老服务业"]),
        ("关于调整市安全生产委员会组成人员的通知", ["安全生产"]),
        ("", []),
    ],
    ids=str,
)
def test_the_longest_word_counts_and_no_name_of_an_organ(title: str, words: list[str]) -> None:
    assert [word for word, _ in find_title_words(title)] == words


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("经济管理", "economy"),
        ("城乡建设", "construction-environment"),
        ("公路", "industry-transport"),
        ("安全教育", None),
        ("表彰", None),
        ("", None),
    ],
)
def test_subject_words_have_the_class_of_their_group(word: str, code: str | None) -> None:
    assert class_of_subject(word) == code
