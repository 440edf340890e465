"""The ledger read without YAML: the same entries as with it, or none."""

from pathlib import Path
from typing import NoReturn

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Permalink
from generator.permanence import ledger, write_ledger
from generator.permanence.ledger import format_ledger, read_ledger
from generator.permanence.plain_entries import read_plain_entries
from generator.source import LEDGER

ENTRIES = (
    Permalink("yunxi/2020/1/1", "云政发〔2020〕1号", "关于植树的通知", (20, 120)),
    Permalink("yunxi/2020/1/2", None, "2020年重点工作", (121, 125), to="yunxi/2020/1/1"),
    Permalink("yunxi/2020/1-z1/10", None, "名单", (), withdrawn="涉及个人信息：依申请撤下"),
    Permalink("yunxi/s78/1", "第3号", "㐂𬭎公告", (1, 9_999_999)),
)


def test_what_the_program_writes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> NoReturn:
        """Ask nothing of YAML."""
        raise AssertionError(path)

    write_ledger(tmp_path, ENTRIES)
    monkeypatch.setattr(ledger, "read_yaml_as_it_is", refuse)
    assert set(read_ledger(tmp_path).values()) == set(ENTRIES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 只有说明\n",
        "yunxi/2020/1/1:\n",
        "yunxi/2020/1/1: {title: 甲}\n",
        "yunxi:\n  to: xinyunxi\n",
        "yunxi/2020/1/1:\n  title: '2020'\n",
        "yunxi/2020/1/1:\n  title: 2020\n",
        "yunxi/2020/1/1:\n  title: 甲 乙\n",
        "yunxi/2020/1/1:\n  title: 甲:\n",
        "yunxi/2020/1/1:\n  title: 甲 # 说明\n",
        "yunxi/2020/1/1:\n  title: 甲\n    乙\n",
        "yunxi/2020/1/1:\n  title: 甲",
        "yunxi/2020/1/1:\n  title: 甲\n\n",
        "yunxi/2020/1/1:\n  title: 甲\n  number: 第1号\n",
        "yunxi/2020/1/1:\n  lines: [0, 5]\n",
        "yunxi/2020/1/1:\n  lines: [1, 2, 3]\n",
        "yunxi/2020/1/1:\n  title: 甲\n  withdrawen: 乙\n",
        "yunxi/2020/1/1:\n  title: 甲\nyunxi/2020/1/1:\n  title: 乙\n",
    ],
)
def test_what_a_person_may_have_written_is_left_to_yaml(text: str) -> None:
    assert read_plain_entries(text) is None


LETTERS = st.text("云政发〔2021〕号abc019'\" :#-[]{}&*!|>%@`,。：？\n\t~𬭎", max_size=8)


WRITTEN = st.lists(
    st.builds(
        Permalink,
        id=st.integers(1, 3).map("yunxi/2020/1/{}".format),
        number=st.none() | LETTERS.filter(bool),
        title=LETTERS,
        lines=st.just(()) | st.tuples(*[st.integers(1, 10_000_000)] * 2),
        to=st.none() | st.sampled_from(["yunxi/2020/1/1", "on", "2020"]),
        withdrawn=st.none() | LETTERS.filter(bool),
    ),
    max_size=3,
    unique_by=lambda entry: entry.id,
)


@settings(deadline=None)
@given(WRITTEN)
def test_what_is_read_is_what_was_written(entries: list[Permalink]) -> None:
    read = read_plain_entries(format_ledger(tuple(entries)))
    assert read is None or read == {entry.id: entry for entry in entries}


@settings(deadline=None)
@given(WRITTEN)
def test_what_is_written_is_what_yaml_writes(entries: list[Permalink]) -> None:
    at_once = format_ledger(tuple(entries))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "write_plain_entry", lambda _: None)
        assert at_once == format_ledger(tuple(entries))


def test_yaml_is_not_asked_to_write_plain_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError

    blank = Permalink("yunxi/2020/1/3", None, "甲 乙")
    monkeypatch.setattr(yaml, "dump", refuse)
    assert format_ledger(ENTRIES).count("  title: ") == len(ENTRIES)
    with pytest.raises(AssertionError):
        format_ledger((blank,))


@settings(deadline=None)
@given(LETTERS, LETTERS)
def test_what_is_read_is_what_yaml_reads(number: str, title: str) -> None:
    text = f"yunxi/2020/1/1:\n  number: {number}\n  title: {title}\n"
    read = read_plain_entries(text)
    if read is not None:
        assert yaml.safe_load(text) == {"yunxi/2020/1/1": {"number": number, "title": title}}
        assert list(read.values()) == [Permalink("yunxi/2020/1/1", number, title)]


def test_the_ledger_of_the_frozen_archive_is_read_so() -> None:
    path = Path(__file__).parents[1] / "archive/issues" / LEDGER
    entries = read_plain_entries(path.read_text(encoding="utf-8"))
    assert entries is not None
    text = path.read_text(encoding="utf-8")
    assert without_head(format_ledger(tuple(entries.values()))) == without_head(text)


def test_a_ledger_of_this_program_is_read_so() -> None:
    entries = {
        id_: Permalink(id_, f"云政发〔2021〕{nth}号", "关于河道管理的通知", (nth, nth + 9), nth=nth)
        for nth, id_ in enumerate(("yunxi/2021/4/1", "yunxi/2021/4/2"), start=1)
    }
    assert read_plain_entries(format_ledger(tuple(entries.values()))) == entries


def without_head(text: str) -> str:
    """A ledger without the comment at its head, which may be that of an earlier program."""
    return text.partition("\n\n")[2]
