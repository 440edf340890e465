"""Feeds of the newest documents: what readers of feeds read, what changes them, what does not."""

import json
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any

import feedparser
import jsonschema
import msgspec
import pytest

from generator.export import SERVED
from generator.feeds import build_feeds
from generator.feeds.feed_entries import LEAST_ENTRIES, NO_MOMENT, lasting_name
from generator.feeds.feed_files import SCHEMA
from generator.feeds.summaries import LONGEST, summarize
from generator.model import Archive, Paragraph, Permalink, Site
from generator.pages import build_pages
from generator.registers.changed_days import days_of
from generator.work import Store
from tests.fixtures.counting_texts import Counting
from tests.pages import small

ADDRESS = "https://example.org/a/"
LINKS = msgspec.structs.replace(SERVED, site=ADDRESS)
SITE = Site("云溪文库", publisher="云溪市档案馆")
HOSTILE = '<b>&amp;"\x01\ud800{{ x }}]]>'


def feeds_of(archive: Archive, address: str = ADDRESS, site: Site = SITE) -> dict[str, bytes]:
    """The feeds of an archive by their addresses, and their schema."""
    return dict(build_feeds(archive, site, msgspec.structs.replace(SERVED, site=address)))


def parse(data: bytes) -> Any:
    """A feed as its readers read it."""
    with warnings.catch_warnings():  # feedparser uses what its own dependencies deprecate
        warnings.simplefilter("ignore", DeprecationWarning)
        return feedparser.parse(data)


@pytest.fixture(scope="module")
def real(real_archive: Archive) -> dict[str, bytes]:
    """The feeds of the frozen archive."""
    return feeds_of(real_archive)


def test_feedparser_reads_each_feed(real: dict[str, bytes]) -> None:
    atoms = {address: parse(data) for address, data in real.items() if address.endswith(".xml")}
    assert len(atoms) == 20
    assert [address for address, feed in atoms.items() if feed.bozo] == []
    assert {feed.version for feed in atoms.values()} == {"atom10"}
    for address, feed in atoms.items():
        (own,) = [link.href for link in feed.feed.links if link.rel == "self"]
        assert own.startswith(ADDRESS)
        assert feed.feed.updated == max(entry.updated for entry in feed.entries), address
        assert feed.entries
        for entry in feed.entries:
            assert entry.link.startswith(f"{ADDRESS}archive/")
            assert entry.summary or address
            assert entry.id.startswith("urn:uuid:")
            assert entry.title
            assert entry.author


def test_each_json_feed_keeps_to_its_schema_and_says_what_the_other_form_says(
    real: dict[str, bytes],
) -> None:
    schema = json.loads(real[SCHEMA])
    jsonschema.Draft202012Validator.check_schema(schema)
    for address, data in real.items():
        if not address.startswith("feeds/") or not address.endswith(".json"):
            continue
        feed = json.loads(data)
        jsonschema.Draft202012Validator(schema).validate(feed)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        atom = parse(real[address.replace(".json", ".xml")])
        assert feed["title"] == atom.feed.title
        for item, entry in zip(feed["items"], atom.entries, strict=True):
            assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
            assert item["content_text"] == (entry.get("summary") or entry.title)
            assert item["date_modified"] == entry.updated


def test_there_is_a_feed_in_both_forms_for_each_page_that_announces_one(
    real_archive: Archive, real: dict[str, bytes]
) -> None:
    announced = {
        page.meta["feed"] for page in build_pages(real_archive, SITE) if "feed" in page.meta
    }
    written = {address for address in real if address != SCHEMA}
    assert written == {f"{place}{end}" for place in announced for end in (".xml", ".json")}
    folders = Counter(place.split("/")[1] for place in announced)
    assert folders["gazettes"] == 4
    assert {"index", "gazettes", "issuers", "kinds", "years"} == set(folders)


def test_without_an_address_there_is_no_feed(archive: Archive) -> None:
    assert feeds_of(archive, "") == {}


def ids_in(files: dict[str, bytes]) -> list[str]:
    """Every id of feeds and entries."""
    parsed = [json.loads(data) for address, data in files.items() if address.endswith(".json")]
    atoms = [parse(data) for address, data in files.items() if address.endswith(".xml")]
    items = [item["id"] for feed in parsed for item in feed.get("items", ())]
    return [*items, *(feed.feed.id for feed in atoms)]


def test_ids_do_not_depend_on_the_address_nor_on_what_the_site_is_called(archive: Archive) -> None:
    moved = feeds_of(archive, "https://other.example/", Site("别的文库"))
    assert ids_in(moved) == ids_in(feeds_of(archive))
    feeds = [address for address in moved if address.endswith(".xml")]
    entries = json.loads(moved["feeds/index.json"])["items"]
    assert len(set(ids_in(moved))) == len(feeds) + len(entries) > 12


def test_feeds_of_two_archives_are_not_the_same(archive: Archive) -> None:
    named = [
        msgspec.structs.replace(archive, permalinks=(Permalink(id_, nth=1),))
        for id_ in ("a/2020/1/1", "b/2020/1/1")
    ]
    first, second = (parse(feeds_of(one)["feeds/index.xml"]) for one in named)
    assert first.feed.id != second.feed.id
    assert [entry.id for entry in first.entries] == [entry.id for entry in second.entries]


def test_an_id_is_a_uuid_of_the_fifth_version() -> None:
    """Python itself makes the same one: ``uuid.uuid5(uuid.NAMESPACE_URL, "yunxi/2020/1/1")``."""
    assert lasting_name("yunxi/2020/1/1") == "urn:uuid:519e9a2a-524d-5b32-9604-303615e9523b"


def issues_of(*numbers: int, count: int = 2) -> Archive:
    """Issues of a gazette with some documents each, newest first."""
    made = []
    for number in numbers:
        documents = [
            small.document(nth, title=f"通知{number}-{nth}") for nth in range(1, count + 1)
        ]
        issue = small.issue(number, *documents)
        made.append(
            msgspec.structs.replace(
                issue, issue=msgspec.structs.replace(issue.issue, published=f"2020-{number:02}-28")
            )
        )
    return small.archive(*made[::-1])


def test_the_newest_documents_come_first_and_not_too_many() -> None:
    feed = parse(feeds_of(issues_of(1, 2, 3, 4, count=9))["feeds/index.xml"])
    titles = [entry.title for entry in feed.entries]
    assert titles[:2] == ["通知4-1", "通知4-2"]
    assert LEAST_ENTRIES <= len(titles) == 3 * 9 < LEAST_ENTRIES + 9
    assert [entry.published for entry in feed.entries] == sorted(
        (entry.published for entry in feed.entries), reverse=True
    )
    assert feed.entries[0].published == "2020-04-28T00:00:00+08:00"


def test_no_document_of_a_new_issue_is_missed_however_large_it_is() -> None:
    count = 2 * LEAST_ENTRIES + 3
    files = feeds_of(issues_of(1, 2, count=count))
    for address in ("feeds/index.xml", "feeds/gazettes/yunxi.xml"):
        titles = {entry.title for entry in parse(files[address]).entries}
        assert titles == {f"通知2-{nth}" for nth in range(1, count + 1)}


def test_what_has_no_day_says_so_and_never_a_wrong_one() -> None:
    documents = (small.document(1), small.document(2, title="公告", date="2020-02-03"))
    files = feeds_of(small.archive(small.issue(2, *documents)))
    feed = parse(files["feeds/index.xml"])
    assert [entry.updated for entry in feed.entries] == [NO_MOMENT, "2020-02-03T00:00:00+08:00"]
    assert feed.entries[0].summary.startswith("（日期不详）")
    assert "日期不详" not in feed.entries[1].get("summary", "")
    first, second = json.loads(files["feeds/index.json"])["items"]
    assert not {"date_published", "date_modified"} & set(first)
    assert "date_published" not in second
    assert not feed.bozo


def test_an_issue_changes_the_feeds_of_its_gazette_only(archive: Archive) -> None:
    other = issues_of(1)
    both = msgspec.structs.replace(
        archive,
        publications=(
            *archive.publications,
            msgspec.structs.replace(other.publications[0], id="he"),
        ),
        issues=(*archive.issues,),
    )
    before, after = feeds_of(archive), feeds_of(both)
    changed = {address for address, data in after.items() if before.get(address) != data}
    assert changed == {"feeds/gazettes/he.xml", "feeds/gazettes/he.json"}


def test_a_correction_makes_an_entry_newer_and_no_build_does(real_archive: Archive) -> None:
    days = days_of(real_archive)
    urls = {f"{ADDRESS}archive/{record.id}/": record.id for record in real_archive.documents}
    items = json.loads(feeds_of(real_archive)["feeds/index.json"])["items"]
    assert [item["date_modified"][:10] for item in items] == [
        days[urls[item["url"]]] for item in items
    ]
    assert any(item["date_modified"] > item["date_published"] for item in items)


def test_hostile_text_is_text(archive: Archive) -> None:
    first = archive.issues[0]
    document = msgspec.structs.replace(
        first.documents[0].document, title=HOSTILE, issuer=HOSTILE, issuers=(), kind=HOSTILE
    )
    record = msgspec.structs.replace(first.documents[0], document=document)
    issue = msgspec.structs.replace(first, documents=(record,))
    files = feeds_of(msgspec.structs.replace(archive, issues=(issue,)), site=Site(HOSTILE))
    expected = '<b>&amp;"\ufffd\ufffd{{ x }}]]>'
    feed = parse(files["feeds/index.xml"])
    assert not feed.bozo
    assert json.loads(files["feeds/index.json"])["items"][0]["title"] == expected
    assert (
        b"&lt;b&gt;&amp;amp;&quot;\xef\xbf\xbd\xef\xbf\xbd{{ x }}]]&gt;" in files["feeds/index.xml"]
    )


def test_a_summary_is_the_beginning_of_the_text(archive: Archive) -> None:
    document = archive.documents[0].document
    long = Paragraph(text="某" * LONGEST)
    part = msgspec.structs.replace(document.parts[0], blocks=(long, Paragraph(text="后文")))
    made = summarize(msgspec.structs.replace(document, parts=(part,)))
    assert made == "某" * LONGEST + "…"
    short = msgspec.structs.replace(part, blocks=(Paragraph(text="一\n二"),))
    assert summarize(msgspec.structs.replace(document, parts=(short,))) == "一 二"


def test_texts_are_read_once_for_all_builds(archive: Archive, tmp_path: Any) -> None:
    def build() -> Iterator[int]:
        with Counting(Store(tmp_path)) as texts:
            files = dict(build_feeds(archive, SITE, LINKS, texts))
            assert files == feeds_of(archive)
            yield texts.asked

    assert [*build(), *build()] == [len(archive.issues), 0]
