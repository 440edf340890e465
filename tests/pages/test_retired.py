"""Addresses without document, and short addresses by number."""

import json

import msgspec
import pytest

from generator.archive.text_apart import WHOLE
from generator.export import SERVED
from generator.export.short_files import export_short_addresses
from generator.model import Archive, Document, Issue, Permalink, Publication, PublicationRecord
from generator.pages import build_pages
from generator.pages.writing.addresses import served, short_uri
from tests.fixtures.demo_archive import archive_of, demo_archive
from tests.pages.rendering import Pages, Render

MERGED = Permalink(
    "yunxi/2020/1/8", "云政发〔2020〕8号", "关于<b>节水的通知", (900, 950), to="yunxi/2020/1/2"
)
WITHDRAWN = Permalink(
    "yunxi/2020/1/9", "云政发〔2020〕9号", "任免[x](y)通知", (960, 970), withdrawn="<i>依申请"
)


def pages_of(*retired: Permalink, archive: Archive | None = None) -> Pages:
    """All pages of an archive with these entries in its ledger."""
    whole = msgspec.structs.replace(archive or demo_archive(), permalinks=retired)
    return {page.uri: page for page in build_pages(whole)}


def test_an_old_address_leads_to_the_new_one(render: Render) -> None:
    page = pages_of(MERGED)["archive/yunxi/2020/1/8.md"]
    assert {name: page.meta[name] for name in ("kind", "canonical", "file", "robots")} == {
        "kind": "redirect",
        "canonical": "archive/yunxi/2020/1/2/",
        "file": "archive/yunxi/2020/1/2.html",
        "robots": "noindex",
    }
    soup = render(page.text)
    assert soup.h1.get_text() == "地址已变更"
    assert (
        soup.find("a", href="2.md").get_text()
        == page.meta["title"]
        == demo_archive().documents[1].document.title
    )


def test_a_withdrawn_document_says_why(render: Render) -> None:
    page = pages_of(WITHDRAWN)["archive/yunxi/2020/1/9.md"]
    assert (page.meta["kind"], page.meta["robots"]) == ("withdrawn", "noindex")
    assert "canonical" not in page.meta
    soup = render(page.text)
    assert soup.h1.get_text() == "撤下说明"
    facts = {
        term.get_text(): term.find_next_sibling("dd").get_text() for term in soup.find_all("dt")
    }
    assert facts == {
        "标题": "任免[x](y)通知",
        "发文字号": "云政发〔2020〕9号",
        "撤下原因": "<i>依申请",
        "永久地址": "archive/yunxi/2020/1/9/",
    }


def test_an_issue_and_a_gazette_that_are_gone_have_pages(render: Render) -> None:
    whole = Permalink("xihe/2019/3", withdrawn="原件有误")
    single = Permalink("xihe/2019/3/1", title="关于甲的通知", withdrawn="原件有误")
    other = Permalink("xihe/2019/4/1", title="关于乙的通知", to="yunxi/2020/1/1")
    pages = pages_of(whole, single, other)
    assert (
        "2019年第3期曾在本库发布，现已撤下"
        in render(pages["archive/xihe/2019/3/index.md"].text).get_text()
    )
    emptied = render(pages["archive/xihe/2019/4/index.md"].text)
    assert emptied.find("a", href="1.md").get_text() == "关于乙的通知"
    gazette = render(pages["archive/xihe/index.md"].text)
    assert [anchor["href"] for anchor in gazette.find("ul").find_all("a")] == [
        "2019/3/index.md",
        "2019/4/index.md",
    ]


def test_an_issue_that_was_numbered_anew_leads_to_the_new_one() -> None:
    page = pages_of(Permalink("yunxi/2018/7", to="yunxi/2020/1"))["archive/yunxi/2018/7/index.md"]
    assert (page.meta["canonical"], page.meta["file"]) == (
        "archive/yunxi/2020/1/",
        "archive/yunxi/2020/1/index.html",
    )
    assert page.meta["title"] == "2020年第1期"


def test_a_gazette_that_is_named_anew_leads_on_from_each_of_its_pages(render: Render) -> None:
    whole = Permalink("jiuxi", to="yunxi")
    pages = pages_of(
        whole,
        Permalink("jiuxi/2020/1/4", title="关于甲的通知", to="yunxi/2020/1/4"),
        Permalink("jiuxi/2018/9/1", title="关于乙的通知", withdrawn="原件有误"),
    )
    leads = {
        uri: page.meta["canonical"]
        for uri, page in pages.items()
        if uri.startswith("archive/jiuxi/2020")
    }
    assert leads == {
        "archive/jiuxi/2020/1/index.md": "archive/yunxi/2020/1/",
        "archive/jiuxi/2020/1/4.md": "archive/yunxi/2020/1/4/",
    }
    gazette = pages["archive/jiuxi/index.md"]
    assert (gazette.meta["kind"], gazette.meta["canonical"]) == ("redirect", "archive/yunxi/")
    assert gazette.meta["title"] == demo_archive().publications[0].title
    emptied = render(pages["archive/jiuxi/2018/9/index.md"].text)
    assert emptied.find("a", href="1.md").get_text() == "关于乙的通知"


def test_a_gazette_that_was_withdrawn_says_why_on_each_of_its_pages(render: Render) -> None:
    whole = Permalink("jiuxi", title="旧溪<b>公报", withdrawn="无权转载")
    pages = pages_of(whole, Permalink("jiuxi/2020/1/4", title="关于甲的通知", withdrawn="无权转载"))
    texts = {
        uri: render(page.text).get_text()
        for uri, page in pages.items()
        if uri.startswith("archive/jiuxi/")
    }
    assert {uri: "无权转载" in text for uri, text in texts.items()} == dict.fromkeys(
        ("archive/jiuxi/index.md", "archive/jiuxi/2020/1/index.md", "archive/jiuxi/2020/1/4.md"),
        True,
    )
    assert "旧溪<b>公报曾在本库发布，现已撤下" in texts["archive/jiuxi/index.md"]
    assert "2020年第1期曾在本库发布，现已撤下" in texts["archive/jiuxi/2020/1/index.md"]


def test_what_leads_to_a_gazette_is_called_by_its_name() -> None:
    pages = pages_of(
        Permalink("jiuxi", withdrawn="无权转载"),
        Permalink("xihe", to="jiuxi"),
        Permalink("hexi", to="yunxi"),
    )
    assert [pages[f"archive/{id_}/index.md"].meta["title"] for id_ in ("xihe", "hexi")] == [
        "jiuxi",
        "云溪市人民政府公报",
    ]


def test_a_number_of_several_documents_lets_the_reader_choose(render: Render) -> None:
    documents = tuple(
        Document(sequence=nth, lines=(nth, nth), title=title, number=number)
        for nth, (title, number) in enumerate(
            [
                ("通知甲", "某政发〔2020〕3号"),
                ("通知乙", "某政发〔2020〕03号"),
                ("令", "第3号"),
                ("丙", "../x〔2020〕1号"),
            ],
            1,
        )
    )
    issue = Issue(
        source="x.yml",
        sha256="0",
        publication=Publication(title="报"),
        year=2020,
        number=1,
        documents=documents,
    )
    archive = archive_of(PublicationRecord(id="x", title="报"), (issue,))
    pages = pages_of(archive=archive)
    assert [uri for uri in pages if uri.startswith("n/")] == ["n/某政发/2020/3.md"]
    page = pages["n/某政发/2020/3.md"]
    assert page.meta["kind"] == "listing"
    items = render(page.text).find("ul").find_all("li")
    assert [item.get_text() for item in items] == [
        "通知甲（报2020年第1期）",
        "通知乙（报2020年第1期）",
    ]


def test_the_number_of_what_is_gone_leads_to_what_became_of_it() -> None:
    ledger = (
        MERGED,
        WITHDRAWN,
        msgspec.structs.replace(WITHDRAWN, id="yunxi/2020/1/7", number="云政发〔2020〕1号"),
    )
    archive = msgspec.structs.replace(demo_archive(), permalinks=ledger)
    files = dict(export_short_addresses(archive, SERVED, WHOLE))
    goals = json.loads(files["n/云政发.json"])["2020"]
    assert goals["8"] == "archive/yunxi/2020/1/8/"
    assert goals["9"] == "archive/yunxi/2020/1/9/"
    assert goals["1"] == "archive/yunxi/2020/1/1/"


@pytest.mark.parametrize(
    ("number", "uri"),
    [
        ("云政发〔2020〕3号", "n/云政发/2020/3.md"),
        ("云政办字〔2020〕007号", "n/云政办字/2020/7.md"),
        ("第707号", None),
        ("〔2020〕第3号", None),
        ("a/b〔2020〕3号", None),
        (None, None),
    ],
)
def test_only_what_a_path_can_hold_is_a_short_address(number: str | None, uri: str | None) -> None:
    assert short_uri(number) == uri


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("archive/yunxi/2020/1/1.md", "archive/yunxi/2020/1/1/"),
        ("archive/yunxi/2020/1/index.md", "archive/yunxi/2020/1/"),
        ("index.md", ""),
    ],
)
def test_the_address_on_a_server(uri: str, address: str) -> None:
    assert served(uri) == address
