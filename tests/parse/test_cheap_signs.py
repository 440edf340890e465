"""Cheap signs before costly expressions: they leave nothing out, and most of a print needs no further look."""

# ruff: noqa: SLF001 - the expressions behind the signs are what is held against these

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.sources import read_issue
from generator.lexicon import characters, dates, enumerators, gazettes, names, organs
from generator.lexicon.above_text import traditional
from generator.lexicon.characters import FULL_WIDTHS, ends_sentence, open_brackets, squeeze, tidy
from generator.lexicon.expressions.site_words import LIBRARIES, SCANNERS
from generator.lexicon.expressions.stops import ENDING_STOPS
from generator.lexicon.variants import SIMPLIFIED
from generator.link import cited_numbers, citing_texts, relations
from generator.parse.document import closing, sections
from generator.parse.force import own_force
from generator.parse.heads import titles
from generator.parse.plausibility import broken_numbers, enumeration
from generator.parse.rows import roster_words
from generator.parse.text import cuts, form_seams, fused_columns, promises, setting
from generator.read.lines import Line
from generator.read.repairs import formulas, loops, markup, undecoded
from generator.read.repairs.pages import furniture, watermarks

TESTS = Path(__file__).parents[1]
FROZEN = sorted((TESTS / "archive/issues").rglob("*.txt"))
LINES = sorted(
    {
        line.strip()
        for path in (*FROZEN, *sorted((TESTS / "cases").rglob("*.yml")))
        for line in path.read_text(encoding="utf-8").splitlines()
    }
)
"""What the frozen issues and the cases print."""
MADE = st.text("甲乙丙第一二条1a關②。；：:，（()）“”《》〔〕[].%,、表 \u3000\t\n", max_size=40)


def matches(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether one of some expressions is in a text."""
    return lambda text: any(pattern.search(text) for pattern in patterns)


def takes(form: str, text: str) -> bool:
    """Whether a text is searched for a form of orders and announcements."""
    forms = cited_numbers._ordered_forms(text, 0, len(text))
    return any(one is getattr(cited_numbers, form) for one in forms)


SIGNS: dict[str, tuple[Callable[[str], Any], Callable[[str], Any]]] = {
    "numbers with a sign": (cited_numbers._BRACKETED_YEAR.search, cited_numbers._NUMBER.search),
    "orders with a year": (partial(takes, "_YEARLY"), cited_numbers._YEARLY.search),
    "turned orders with a year": (
        partial(takes, "_YEARLY_TURNED"),
        cited_numbers._YEARLY_TURNED.search,
    ),
    "orders": (partial(takes, "_ORDER"), cited_numbers._ORDER.search),
    "turned orders": (partial(takes, "_TURNED"), cited_numbers._TURNED.search),
    "what is said of others": (own_force._NAMES_OTHERS.search, own_force._OTHERS.search),
    "page numbers": (
        lambda text: not text.endswith(furniture._TEXT_ENDS),
        lambda text: furniture._MARKED.fullmatch(text) or furniture._BARE.fullmatch(text),
    ),
    "labels of parts": (
        lambda text: text.startswith(sections._LABEL_LETTER),
        lambda text: any(
            form.fullmatch(text)
            for form in (sections._LABEL, sections._LABELLED, promises.NOTE, promises._NUMBERED)
        ),
    ),
    "links": (lambda text: "](" in text, markup._LINK.search),
    "cuts in mid-line": (cuts._MAY_BE_MIDWAY.search, cuts._MIDWAY.search),
    "numbers that lack a part": (
        broken_numbers._BRACKET_BEHIND_SIGN.search,
        matches(*broken_numbers._CITED.values()),
    ),
    "columns": (
        lambda text: fused_columns._halves(Line(1, text, text)),
        fused_columns._HALVES.fullmatch,
    ),
    "formulas": (
        formulas._ANY.search,
        matches(formulas._PICTURE, formulas._ESCAPE, formulas._LATEX, formulas._NUMBERED),
    ),
    "undecoded": (
        lambda text: undecoded.find_undecoded([Line(1, text, text)])[1],
        undecoded._UNDECODED.search,
    ),
    "watermarks": (
        watermarks._has_sign,
        re.compile(f"{LIBRARIES}|{SCANNERS}", re.IGNORECASE).search,
    ),
    "dates": (closing._can_hold_date, re.compile(r"日|月[)）]?\s*$|\d[.．/-]\d").search),
    "enumerators": (
        enumerators.read_enumerator,
        lambda text: any(pattern.match(text) for _, pattern in enumerators._PATTERNS),
    ),
    "no titles": (
        lambda text: not titles._can_be_of_title(text),
        matches(titles._NO_TITLE, re.compile("[。；;！：:]$|。.")),
    ),
    "ends of brackets": (
        lambda text: form_seams._closes_bracket("（", text),
        form_seams._BRACKET_END.fullmatch,
    ),
}
"""What is held to leave nothing out → what must not be left out."""


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_leaves_nothing_out(name: str) -> None:
    sign, costly = SIGNS[name]
    if name == "no titles":
        assert not [line for line in LINES if costly(squeeze(line)) and not sign(line)]
    else:
        assert not [line for line in LINES if costly(line) and not sign(line)]


def plainly_tidy(text: str) -> str:
    """A text without the blanks of the layout, by one expression each."""
    wide, kept = characters._WIDE, characters._KEPT
    marked = characters._DECIMAL.sub(rf"\1{kept}", text.strip())
    marked = characters._BEFORE_YEAR.sub(rf"\1{kept}", marked)
    if marked.startswith("第"):
        marked = characters._DIVISION.sub(rf"\1{kept}", marked, count=1)
    elif caption := characters._CAPTION.match(marked):
        marked = f"{caption[1]}{kept}{marked[caption.end() :]}"
    blank = (
        rf"(?<={wide})\s+|\s+(?={wide})"
        r"|(?<=[\d.%)\]])\s+(?=[,.:;)\]%])|(?<=[,.:;(\[])\s+(?=[\d(])|^\s+|\s+$"
    )
    return re.sub(blank, "", re.sub(r"\s+", " ", marked)).replace(kept, " ") if text else text


def plainly_ends(text: str) -> bool:
    """Whether a text ends a sentence, by one expression."""
    end = rf"[{ENDING_STOPS}][”’）)》」』\"]*$|[。！？]?[：:]$"
    return re.search(end, text.rstrip()[-characters._TAIL :]) is not None


def plainly_open(text: str) -> bool:
    """Whether brackets are open, each kind counted."""
    pairs = (("《", "》"), ("〔", "〕"), ("“", "”"), ("（(", "）)"))
    return any(sum(map(text.count, one)) > sum(map(text.count, other)) for one, other in pairs)


def plainly_measured(text: str) -> int:
    """The width of a text, each character asked for."""
    bare = squeeze(text)
    blanks = text.count("\u3000")
    wide = sum(unicodedata.east_asian_width(char) in "WFA" for char in text)
    return wide + (len(bare) - wide + blanks + 1) // 2


def plainly_set(text: str) -> str:
    """The text of a line of a roster, each expression asked."""
    joined = text.strip()
    if "（" in joined or "、" in joined or "(" in joined:
        joined = roster_words._SPACED_NAME.sub(r"\g<family>\g<given>", joined)
    apart = roster_words._WITH_POST.sub(roster_words._apart, joined)
    apart = roster_words._COMMA_POST.sub(roster_words._apart, apart)
    return roster_words._POST_STUCK.sub(roster_words._unstuck, apart)


def plainly_inside(text: str) -> set[tuple[str, int]]:
    """The enumerators inside a text, each kind searched for by itself."""
    behind = [
        (kind, re.compile(rf"(?<=[。；：;:）)])\s*{pattern.pattern}"))
        for kind, pattern in enumeration._INSIDE.items()
    ]
    return {
        (kind, enumerators.number_of(match["n"]))
        for kind, pattern in (*behind, ("5", re.compile("(?P<n>[①-⑳])")))
        for match in pattern.finditer(text)
    }


def plainly_whole(text: str) -> bool:
    """Whether a line is whole in itself, each form asked."""
    long = len(text) > form_seams.LONGEST_WHOLE
    return any(form(text) for form in (form_seams.WHOLE_IF_LONG if long else form_seams.WHOLE))


def plainly_simplified(text: str) -> bool:
    """Whether a text is in simplified characters, each of them counted."""
    forms = {chr(code) for code in traditional._WHOLE}
    needed = sum(4 for char in text if char in forms)
    return needed <= sum(char in SIMPLIFIED for char in text) or not needed


def plainly_looped(text: str) -> str:
    """The first loop of a text, searched from every place."""
    match = loops._LOOP.search(text) if len(text) >= loops.LOOP.shortest else None
    return match[0] if match else ""


def plainly_introduced(text: str) -> bool:
    """Whether a text introduces repeals, the expressions asked of each."""
    introduces = relations._INTRODUCES.search(text) is not None
    return introduces and relations._KEPT.search(text) is None


def plainly_dated(text: str) -> str | None:
    """The date that a text is."""
    match = dates._DATE.fullmatch(text.strip())
    return dates.iso_date(match) if match else None


SAME: dict[str, tuple[Callable[[str], Any], Callable[[str], Any]]] = {
    "tidy": (tidy, plainly_tidy),
    "ends of sentences": (ends_sentence, plainly_ends),
    "open brackets": (open_brackets, plainly_open),
    "widths": (setting.measure, plainly_measured),
    "rosters": (roster_words.plain_text, plainly_set),
    "loops": (loops._loop, plainly_looped),
    "enumerators inside": (enumeration._inside, plainly_inside),
    "whole lines": (form_seams._is_whole, plainly_whole),
    "simplified characters": (
        lambda text: traditional.is_simplified(text, 4),
        plainly_simplified,
    ),
    "heads of notices": (
        citing_texts._is_head,
        lambda text: citing_texts._OWN_NUMBER.fullmatch(text) is not None,
    ),
    "repeals": (relations.introduces_repeals, plainly_introduced),
    "dates": (dates.read_date, plainly_dated),
    "contents": (
        gazettes.is_contents_heading,
        lambda text: gazettes._CONTENTS.fullmatch(squeeze(text)) is not None,
    ),
    "signed names": (
        organs.is_signed_name,
        lambda text: organs._SIGNED.fullmatch(squeeze(text)) is not None,
    ),
    "officers": (
        names.is_officer,
        lambda text: (
            (match := names._OFFICER.fullmatch(text.strip())) is not None
            and names.is_name(match["name"])
        ),
    ),
}
"""What is told with a cheap sign → the same without."""


@pytest.mark.parametrize("name", SAME)
def test_what_a_sign_tells_is_the_same(name: str) -> None:
    told, plain = SAME[name]
    assert [line for line in LINES if told(line) != plain(line)] == []


@given(MADE)
def test_the_same_holds_of_any_text(text: str) -> None:
    for told, plain in SAME.values():
        assert told(text) == plain(text)


@given(
    st.text("甲乙丙 ", min_size=1, max_size=6), st.integers(2, 4), st.text("甲乙丙 。", max_size=9)
)
def test_loops_are_found_with_and_without_blanks(phrase: str, times: int, around: str) -> None:
    for between in ("", " ", "　\t"):
        text = f"{around}{between.join([phrase * 3] * times)}{around}"
        assert loops._loop(text) == plainly_looped(text)


def test_what_counts_as_wide_at_once_is_wide() -> None:
    wide = [chr(code) for code in range(0x10000) if re.fullmatch(f"[{FULL_WIDTHS}]", chr(code))]
    assert len(wide) > 20_000
    assert {unicodedata.east_asian_width(char) for char in wide} <= set("WFA")


class Counted:
    """An expression that counts the characters that it is asked to look at."""

    def __init__(self, pattern: re.Pattern[str], looked: list[int]) -> None:
        self._pattern, self._looked = pattern, looked

    def __getattr__(self, name: str) -> Any:
        """A method of the expression, which counts."""
        method = getattr(self._pattern, name)
        if not callable(method):
            return method

        def ask(*arguments: Any) -> Any:
            """Count the text, which is the last of the texts that are given; at a place, one character."""
            text = [one for one in arguments if isinstance(one, str)][-1]
            self._looked[0] += 1 if name == "match" else len(text)
            return method(*arguments)

        return ask


COSTLY = (
    (loops, "_LOOP"),
    (cited_numbers, "_NUMBER"),
    (cited_numbers, "_ORDER"),
    (cited_numbers, "_TURNED"),
    (cited_numbers, "_YEARLY"),
    (cited_numbers, "_YEARLY_TURNED"),
    (fused_columns, "_HALVES"),
    (formulas, "_PICTURE"),
    (undecoded, "_UNDECODED"),
    (own_force, "_OTHERS"),
    (relations, "_INTRODUCES"),
)


def issues_of_lines() -> Iterator[Path]:
    """The frozen issues that no person corrected."""
    yield from (path for path in FROZEN if not path.with_suffix(".corrections.yml").exists())


@pytest.mark.parametrize(("module", "name"), COSTLY, ids=lambda value: str(value)[-30:])
def test_most_of_a_print_is_passed_over(
    module: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = [0]
    monkeypatch.setattr(module, name, Counted(getattr(module, name), looked))
    for path in issues_of_lines():
        read_issue(path)
    size = sum(len(path.read_text(encoding="utf-8")) for path in issues_of_lines())
    assert size > 30_000
    assert looked[0] < size // 3
