"""Which letters and brackets of a document number are put right, and what is said of them."""

import pytest

from generator.read import read_print
from generator.words.say import say


def repaired(text: str) -> tuple[str, list[tuple[str, str | None, str | None]]]:
    """The text of a line, and what is said of it."""
    got = read_print(f"各级各部门要高度重视。\n{text}\n各乡镇人民政府：".encode(), "print.txt")
    return got.lines[1].text, [(one.kind, one.found, one.correct) for one in got.findings]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("云政发〔2O21〕3号", "云政发〔2021〕3号"),
        ("云政发〔2021〕l2号", "云政发〔2021〕12号"),
        ("云政发〔2021〕第I2号", "云政发〔2021〕第12号"),
        ("云政发〔2O21〕3号、〔2O21〕4号", "云政发〔2021〕3号、〔2O21〕4号"),
        ("云政发〔2021〕3号、云政办发〔2O21〕4号", "云政发〔2021〕3号、云政办发〔2021〕4号"),
        ("云政发〔5O21〕3号", "云政发〔5O21〕3号"),
        ("云政发〔2S21〕3号", "云政发〔2S21〕3号"),
        ("云政发〔2O21〕3", "云政发〔2O21〕3"),
        ("云政发2021〕3号", "云政发〔2021〕3号"),
        ("云政发〔2021 3号", "云政发〔2021〕3号"),
        ("云政发〔20213号", "云政发〔20213号"),
        ("云政府2021〕3号", "云政府2021〕3号"),
        ("云政发2021〕的要求，按3号办", "云政发2021〕的要求，按3号办"),
        ("云政发5021〕3号", "云政发5021〕3号"),
        ("云政发2021〕3\t号", "云政发2021〕3\t号"),
        ("云政发20213号", "云政发20213号"),
    ],
)
def test_letters_and_brackets_of_a_number(text: str, right: str) -> None:
    got, findings = repaired(text)
    assert got == right
    assert bool(findings) is (text != right)


def test_only_what_was_changed_is_reported() -> None:
    _, findings = repaired("云政发〔2021〕3号、云政办发〔2O21〕4号")
    assert findings == [("ocr-char", "〔2O21〕4号", "〔2021〕4号")]


def test_a_letter_and_a_bracket_have_findings_of_their_own() -> None:
    _, findings = repaired("云政发2021〕3号、云政办发〔2O21〕4号")
    assert sorted(findings) == [
        ("number-brackets", "2021〕", "〔2021〕"),
        ("ocr-char", "〔2O21〕4号", "〔2021〕4号"),
    ]


def test_the_finding_says_what_was_wrong() -> None:
    messages = [
        read_print(f"各级各部门。\n{text}".encode(), "print.txt").findings[0].message
        for text in ("云政发2021〕3号", "云政发〔2O21〕4号")
    ]
    assert messages == [say("message.number-brackets"), say("message.ocr-char")]
