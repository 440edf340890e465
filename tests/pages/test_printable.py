"""What is printable needs no look at each of its characters, and an address leads where a path does."""

import posixpath
import sys
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.source.source_pages import _UNSEEN as UNSEEN_IN_SOURCE
from generator.pages.writing.escape import _BLANKS, _UNPRINTABLE, _escape_start
from generator.pages.writing.markdown import relative
from generator.visible.printed_text import _UNSEEN

PRINTABLE = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
STEPS = st.text("ab (#?%)<>关", min_size=1, max_size=3)
PATHS = st.lists(STEPS, min_size=1, max_size=4).map(lambda steps: f"{'/'.join(steps)}.md")


def test_printable_text_is_clean_but_for_its_blanks() -> None:
    assert not _UNPRINTABLE.search(PRINTABLE)
    assert _BLANKS.findall(PRINTABLE) == [" "]


def test_printable_text_without_a_blank_is_seen_whole() -> None:
    assert _UNSEEN.findall(PRINTABLE) == [" "]


def test_printable_line_of_a_source_has_nothing_unseen() -> None:
    assert not UNSEEN_IN_SOURCE.search(PRINTABLE)
    assert "\t" not in PRINTABLE


def test_a_text_that_begins_with_a_letter_begins_no_block() -> None:
    letters = filter(str.isalpha, PRINTABLE)
    assert not set("".join(letters)) & {*"#+->[~=!:|", *map(str, range(10))}
    assert _escape_start("第1. 条") == "第1. 条"
    assert _escape_start("1. 条") == r"1\. 条"


@settings(deadline=None)
@given(PATHS, PATHS)
def test_an_address_leads_where_the_path_does(uri: str, target: str) -> None:
    expected = posixpath.relpath(target, posixpath.dirname(uri) or ".")
    assert unquote(relative(uri, target)) == expected
    assert not set(" ()<>#?") & set(relative(uri, target))
