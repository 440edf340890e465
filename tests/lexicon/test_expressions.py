"""Variants of printed expressions: each takes what the table beside it says, and no more."""

import re
import unicodedata
from pathlib import Path

import pytest

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions import columns, labels, signs, stops, title_parts, verbs, years

FORMS = (
    "2015",
    "1015",
    "2715",
    "２０15",
    "2O15",
    "ＯＯ15",
    "1x15",
    "二〇一五",
    "二OＯ五",
    "一九九八",
    "二０一五",
    "2 0 1 5",
)
ALLOWED = {
    "YEAR": {"2015"},
    "ROUGH_YEAR": {"2015", "1015"},
    "ANY_YEAR": {"2015", "1015", "2715"},
    "WIDE_YEAR": {"2015", "２０15"},
    "LETTER_YEAR": {"2015", "1015", "2715", "２０15", "2O15", "ＯＯ15"},
    "BRACKETED_YEAR": {
        "2015",
        "1015",
        "2715",
        "２０15",
        "2O15",
        "1x15",
        "二〇一五",
        "二OＯ五",
        "一九九八",
        "二０一五",
    },
    "HAN_YEAR": {"二〇一五", "二OＯ五", "一九九八"},
    "HAN_YEAR_2000": {"二〇一五", "二OＯ五"},
    "DATE_YEAR": {
        "2015",
        "1015",
        "２０15",
        "二〇一五",
        "二OＯ五",
        "一九九八",
        "二０一五",
        "2 0 1 5",
    },
    "NUMBER_YEAR": {"2015", "1015", "2715", "２０15", "2O15", "二〇一五", "二OＯ五", "一九九八"},
    "CITED_YEAR": {"2015", "1015", "２０15", "二〇一五", "一九九八"},
}


@pytest.mark.parametrize("name", ALLOWED)
def test_years(name: str) -> None:
    assert {form for form in FORMS if re.fullmatch(getattr(years, name), form)} == ALLOWED[name]


def test_every_year_has_its_row() -> None:
    named = {
        name
        for name, value in vars(years).items()
        if name.endswith(("YEAR", "YEAR_2000")) and isinstance(value, str)
    }
    assert named == set(ALLOWED)
    assert years.__doc__ is not None
    assert {name for name in named if f"``{name}``" not in years.__doc__} == set()


VERBS = {
    "FORWARDED": "转发 批转",
    "SENT": "印发 转发 批转",
    "SENT_ON": "印发 转发",
    "PROMULGATED": "公布 发布",
    "QUOTED": "印发 转发 公布",
    "ANNOUNCED": "印发 转发 批转 公布 发布",
    "OPENS_TITLE": "印发 转发 批转 公布 发布 颁发",
    "ENCLOSED": "印发 转发 批转 公布 发布 颁布",
    "NAMED_ENCLOSED": "印发 转发 批转 公布 发布 下发",
    "BROUGHT": "印发 转发 批转 公布 发布 颁布 下发 发给 制定",
    "ISSUED": "印发 公布 发布 颁布 下发 下达 发给",
    "ISSUE_DAY": "印发 公布 发布 颁布 下发 发文",
    "PASSED": "公布 发布 通过 修订 修正 批准",
    "PASSED_TEXT": "公布 通过 修订 会议",
    "PRINTED": "印发 印制 发",
    "BASED_ON": "根据 依据 按照 依照",
    "CARRIED_OUT": "贯彻 落实 执行 遵照",
    "ENDED": "废止 失效",
}


@pytest.mark.parametrize("name", VERBS)
def test_verbs(name: str) -> None:
    assert sorted(getattr(verbs, name).split("|")) == sorted(VERBS[name].split())


ATTACHMENTS = {
    "ATTACHMENT_SHUT": {"附件"},
    "ATTACHMENT": {"附件", "附 件"},
    "LOOSE_ATTACHMENT": {"附件", "附 件", "附"},
    "NOTED_ATTACHMENT": {"附件", "附 件", "附", "附表"},
    "LISTED_ATTACHMENT": {"附件", "附 件", "附表"},
    "ANY_ATTACHMENT": {"附件", "附 件", "附", "附表", "附图", "附录"},
}


@pytest.mark.parametrize("name", ATTACHMENTS)
def test_labels_of_attachments(name: str) -> None:
    forms = ("附件", "附 件", "附", "附表", "附图", "附录", "附注", "件")
    assert {form for form in forms if re.fullmatch(getattr(labels, name), form)} == ATTACHMENTS[
        name
    ]


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("REMARK", "注 ：", "备注："), ("COPIES", "抄 送", "抄报"), ("REPORTED_COPIES", "抄 报", "抄写"),
        ("TOPICS", "主 题 词：", "主题："),
        ("UNIT", "（单位 ：", "单位"), ("TABLE_UNIT", "单位:", "单位 :"), ("CONTENTS", "本期要目", "目 录"),
        ("OWN_CONTENTS", "目　录", "目次"),
        ("TRIAL", "试行", "草案"), ("TRIAL_OR_DRAFT", "草案", "试点"),
    ],
)  # fmt: skip
def test_labels(name: str, taken: str, refused: str) -> None:
    assert re.fullmatch(getattr(labels, name), taken)
    assert not re.fullmatch(getattr(labels, name), refused)


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("OPENS_PART", "百日攻坚", "的"), ("BEFORE_NAMED", "下达", "颁发"), ("ENDS_TITLE", "函", "令"),
        ("QUALIFIES", "暂行", "某某"), ("OPENING_MARK", "（", "）"),
    ],
)  # fmt: skip
def test_words_at_the_parts_of_a_title(name: str, taken: str, refused: str) -> None:
    assert re.fullmatch(getattr(title_parts, name), taken)
    assert not re.fullmatch(getattr(title_parts, name), refused)


@pytest.mark.parametrize(
    ("title", "beginnings"),
    [
        ("某市关于印发某某办法的通知", ["关于", "某某", "办法", "的通知"]),
        ("某市2021年度公路和桥梁工作方案（试行）", ["公路", "和桥", "工作方案", "（试"]),
        ("某市2021年公共和参与", ["公共"]),
    ],
)
def test_where_the_parts_of_a_title_begin(title: str, beginnings: list[str]) -> None:
    places = [match.start() for match in re.finditer(title_parts.PART, title)]
    assert [
        title[place:][: len(text)] for place, text in zip(places, beginnings, strict=True)
    ] == beginnings


def test_a_note_that_says_what_it_is() -> None:
    forms = ("注", "备注", "说明", "附注", "附件", "抄送")
    assert [form for form in forms if form.startswith(labels.OWN_REMARKS)] == [*forms[:4]]


def test_copies_are_known_by_their_first_character() -> None:
    forms = ("抄送", "抄 报", "抄发", "主送", "报送")
    known = [form for form in forms if form.startswith(labels.ANY_COPIES)]
    assert known == [form for form in forms if re.fullmatch(labels.REPORTED_COPIES, form)]


def test_headers_of_columns_are_known_without_blanks() -> None:
    headers = columns.COUNT_HEADERS | columns.NAME_HEADERS
    assert {squeeze(header) for header in headers} == headers
    assert not columns.COUNT_HEADERS & columns.NAME_HEADERS
    assert {"序号", "单位", "县（市、区）"} <= headers
    assert not {"责任单位", "完成时限", "备注"} & headers


STOPS = {
    "STOPS": "。；", "ANY_STOPS": "。；;", "SENTENCE_STOPS": "。；！？", "CLAUSE_STOPS": "，,。；", "LEAD_STOPS": "，,。；;：:",
    "TORN_STOPS": "，,。；、", "PROSE_STOPS": "，,。；：:;、", "HEAD_STOPS": "，。；：:、", "PARAGRAPH_STOPS": "。：:",
    "HEADING_STOPS": "。：:；，.", "ENDING_STOPS": "。！？；…!?;", "SPOKEN_STOPS": "，。；：、,;:！？!?…“”《》",
}  # fmt: skip


@pytest.mark.parametrize("name", STOPS)
def test_stops(name: str) -> None:
    assert set(getattr(stops, name)) == set(STOPS[name])


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("OPEN", "〔[［（(﹝【〈"), ("CLOSE", "〕]］）)﹞】〉"), ("REPAIRED_OPEN", "〔[［（(﹝【"), ("REPAIRED_CLOSE", "〕]］）)﹞】"),
        ("OPEN_BEHIND", "（(〔[【﹝"), ("CLOSE_MISREAD", "〕]}】﹞"), ("BLOCK_OPEN", "（(［["), ("BLOCK_CLOSE", ")）］]"),
        ("TORN_OPEN", "（(《〔"), ("TORN_CLOSE", ")）》〕"), ("ANY_COLON", ":：∶﹕"), ("DASHES", "—–-"), ("POINT", ".．、"),
    ],
)  # fmt: skip
def test_signs(name: str, marks: str) -> None:
    every = "〔[［（(﹝【〈《{〕]］）)﹞】〉》}:：∶﹕—–-~·.．、"
    assert {mark for mark in every if re.fullmatch(getattr(signs, name), mark)} == set(marks)


def test_signs_of_two_widths() -> None:
    quotation_marks = [pair for pair in signs.WIDTHS if '"' in pair]
    assert quotation_marks == ['“"', '”"']
    others = [pair for pair in signs.WIDTHS if pair not in quotation_marks]
    assert [unicodedata.normalize("NFKC", pair[1]) for pair in others] == [*"(),:;"]
    assert [pair[0] for pair in others] == [*"(),:;"]


@pytest.mark.parametrize(
    ("text", "expected"), [("# ", "#"), ("- ", "-"), ("● ", "●"), ("-某", None), ("○ ", None)]
)
def test_list_marks(text: str, expected: str | None) -> None:
    match = re.match(signs.LIST_MARK, text)
    assert (match[0] if match else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("以下简称《公告》", True),
        ("以下称为：《公告》", True),
        ("以下统称“《公告》", True),
        ("下称《公告》", False),
        ("以下《公告》", False),
    ],
)
def test_short_form(text: str, expected: bool) -> None:  # noqa: FBT001
    assert bool(re.match(rf"{verbs.SHORT_FORM}《", text)) is expected


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("SHORT_BRACKET", "（试行）", "（）"), ("SHORT_BRACKET", "(2021年版)", "（某某市人民政府令等）"),
        ("WITH_BRACKETS", "（某处）、某局（某处）", "、某局（某处）"), ("WITH_BRACKETS", "", "（某处"),
    ],
)  # fmt: skip
def test_brackets(name: str, taken: str, refused: str) -> None:
    assert re.fullmatch(getattr(signs, name), taken)
    assert not re.fullmatch(getattr(signs, name), refused)


@pytest.mark.parametrize(
    "expression",
    [
        r"\u4e00", "一二三四五六七八九", "(?:19|20)", "[〇○零", "目录|目次", "以下(?:简称", "[（(].{1,8}",
        "印发|", "公布|发布", "发布|公布", "转发|批转", "废止|失效", "根据|依据", "责任单位|牵头单位", "办公室|办公厅|",
    ],
)  # fmt: skip
def test_an_expression_is_written_in_the_lexicon_only(expression: str) -> None:
    root = Path(__file__).parents[2] / "generator"
    texts = {
        path.relative_to(root): path.read_text(encoding="utf-8") for path in root.rglob("*.py")
    }
    writing = {path.parts[0] for path, text in texts.items() if expression in text}
    assert writing <= {"lexicon"}
