"""The fixed pages: their texts in each language, and what is known of the publisher in its places."""

import pytest

from generator.model import Licence, Site
from generator.pages.fixed import FIXED, feedback, fixed_page, imprint, statement, without_places
from generator.words.say import speaking

NAMED = Site(
    "文库",
    publisher="云溪县*办公室*",
    contact="gazette@example.org",
    repository="https://git.example.org/a?b=1&c=2",
    licence=Licence("CC <BY> 4.0", "https://example.org/licence"),
    statement="本库*不是*政府网站。",
)
BARE = Site("文库")


def test_nothing_is_said_of_a_publisher_of_whom_nothing_is_known() -> None:
    assert (statement(BARE), imprint(BARE), feedback(BARE)) == ("", "", "")
    assert "data-site" not in fixed_page("about.md", BARE)


def test_what_is_known_is_filled_in_as_text() -> None:
    about = fixed_page("about.md", NAMED)
    assert "\n\n<p>本库*不是*政府网站。</p>\n\n" in about
    assert "<dt>整理发布</dt><dd>云溪县*办公室*</dd>" in about
    assert '<a href="mailto:gazette@example.org">gazette@example.org</a>' in about
    assert ">CC &lt;BY&gt; 4.0</a>" in about


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        (Site("文库", contact="电话 0000"), "<p>反馈方式：电话 0000。</p>"),
        (
            Site("文库", repository="https://git.example.org"),
            '<p>反馈方式：在<a href="https://git.example.org">代码仓库</a>中提出议题。</p>',
        ),
    ],
)
def test_mistakes_are_reported_where_the_publisher_is_reached(site: Site, expected: str) -> None:
    assert feedback(site) == expected


@pytest.mark.parametrize("address", FIXED)
def test_a_page_is_the_same_in_every_language_but_for_its_words(address: str) -> None:
    chinese = fixed_page(address, NAMED)
    for language in ("en", "zh-Hant"):
        with speaking(language):
            other = fixed_page(address, NAMED)
        assert len(other.split("\n")) == len(chinese.split("\n"))
        assert other != chinese


def test_a_page_that_is_the_archives_own_has_no_places() -> None:
    assert without_places('# 甲\n\n<div data-site="imprint"></div>\n\n乙\n') == "# 甲\n\n乙\n"
