"""``prove`` names each feed that is lost, and each entry that says something else than its document."""

import pytest

from generator.prove.carriers.feed_checks import is_summary
from tests.fixtures.demo_archive import demo_archive
from tests.prove.spoiling import Change, archive_and_files, gone, of_json, put, said_of, spoil

ATOM, JSON = "feeds/index.xml", "feeds/index.json"


@pytest.mark.parametrize("address", [ATOM, JSON, "feeds/gazettes/yunxi.xml", "feeds/kinds/通知.json",
                                     "feeds/years/2020.xml", "feeds/issuers/云溪市人民政府.json"])  # fmt: skip
@pytest.mark.parametrize(
    "change",
    [gone, lambda data: data[:300], lambda _: b"", lambda _: b"[]", lambda _: b"<feed/>"],
    ids=["gone", "cut", "empty", "list", "foreign"],
)
def test_a_feed_that_nobody_can_read_is_one_line(address: str, change: Change) -> None:
    (found,) = spoil(address, change)
    assert found.said.startswith(f"lost: {address} ")


@pytest.mark.parametrize(
    ("pattern", "text", "said"),
    [
        (r"(<entry.*?<title>)", r"\1防", "title: "),
        (r"(<entry.*?<id>)", r"\1x", "lost: "),
        (r'(<entry.*?<link rel="alternate"[^>]*?href="https://)', r"\1x", "url: "),
        (r'(<entry.*?href="[^"]*)/"', r'\g<1>9/"', "url: "),
        (r'(<summary type="text">)', r"\1防", "summary: "),
        (r"(<entry.*?<name>)", r"\1防", "authors: "),
        (r"(<entry.*?)<author>.*?</author>", r"\1", "authors: "),
        (r'(<category term=")', r"\1防", "tags: "),
        (r"(<entry.*?<updated>)\d{4}", r"\g<1>1999", "updated: "),
        (r"(<entry.*?<published>)\d{4}", r"\g<1>1999", "published: "),
        (r"<entry.*?</entry>", "", "lost: "),
        (r"(<entry.*?</entry>)", r"\1\1", "in another order, or twice"),
        (r"(<entry.*?</entry>)(.*?)(<entry.*?</entry>)", r"\3\2\1", "in another order, or twice"),
        (r"<title>", "<title>x", "its two forms have other titles"),
        (r"<feed", '<!DOCTYPE feed [<!ENTITY a "b">]><feed', f"lost: {ATOM} is no feed"),
    ],
)
def test_what_is_wrong_in_a_feed_is_named(pattern: str, text: str, said: str) -> None:
    found = spoil(ATOM, put(pattern, text))
    assert found
    assert any(one.said.startswith(said) for one in found)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("title", "title: "),
        ("url", "url: "),
        ("content_text", "summary: "),
        ("date_modified", "updated: "),
        ("id", "lost: "),
    ],
)
def test_what_is_wrong_in_the_other_form_is_named(name: str, said: str) -> None:
    found = spoil(JSON, of_json(lambda plain: plain["items"][0].update({name: "x防"})))
    assert any(one.said.startswith(said) and one.place == JSON for one in found)


def test_a_summary_that_one_form_lacks_is_named() -> None:
    (found,) = spoil(ATOM, put("<summary.*?</summary>\n", ""))
    assert found.said.startswith("summary: “” is ")


def test_the_last_entry_that_one_form_lacks_is_named() -> None:
    (found, *_) = spoil(JSON, of_json(lambda plain: plain["items"].pop()))
    assert found.said.startswith(("lost: ", "its two forms"))


def test_the_last_entry_that_both_forms_lack_is_named() -> None:
    files = archive_and_files()[1]
    without = {
        ATOM: put(r"(.*)<entry.*?</entry>", r"\1")(files[ATOM]),
        JSON: of_json(lambda plain: plain["items"].pop())(files[JSON]),
    }
    assert [one.said[:5] for one in said_of(without)] == ["lost:", "lost:"]


def test_a_title_of_a_feed_that_is_not_its_own_is_named() -> None:
    address = "feeds/kinds/通知.xml"
    assert any(one.said.startswith("title: ") for one in spoil(address, put("<title>", "<title>x")))


def test_a_site_without_address_has_no_feeds() -> None:
    files = archive_and_files()[1]
    feeds = {name: None for name in files if name.startswith("feeds/")}
    lost = {**feeds, "data/feed.schema.json": None, "data/dcat.jsonld": None}
    assert len(said_of(feeds)) == len(feeds)
    assert said_of({**lost, "index.html": b""}) == []
    assert said_of({**lost, "index.html": b"", ATOM: files[ATOM]})


def test_a_summary_is_words_in_a_row() -> None:
    document = demo_archive().documents[0].document
    assert is_summary("", document)
    assert is_summary(document.title, document)
    assert not is_summary(document.title[::-1], document)
    assert not is_summary(f"{document.title[:4]}{document.title[5:]}", document)
