"""An index over two archives, from what they publish to the finished site."""

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from re import findall, search
from urllib.parse import unquote

import jsonschema
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import AlreadySaid, GazetteError
from generator.federation import Joint, Wanted, run_federate
from generator.federation.joint_data import SCHEMA
from generator.federation.joint_pages import FEDERATION
from generator.model import Archive
from generator.publish.site_folder import refuse_to_replace
from tests.fixtures.demo_archive import demo_archive
from tests.fixtures.joint_archives import (
    NEIGHBOUR,
    Silent,
    neighbour_archive,
    publish,
    publish_both,
)

HELD = Joint(archives=2, gazettes=3, issues=4, documents=14)


def federate(folder: Path, *names: str, **said: object) -> list[str]:
    """Make an index over archives beside it; what was said."""
    voice = Silent()
    wanted = Wanted(folder / "index", **said)  # type: ignore[arg-type] # whatever a test wants
    held = run_federate([str(folder / name) for name in names], wanted, voice)
    return [*voice.heard, str(held)]


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both archives and the index over them."""
    folder = tmp_path_factory.mktemp("joint")
    publish_both(folder)
    assert federate(folder, "yunxi", "linxi") == [str(HELD)]
    return folder


@pytest.fixture(scope="module")
def pages(project: Path) -> dict[str, str]:
    """The pages of the index by address."""
    index = project / "index"
    return {
        path.relative_to(index).as_posix(): path.read_text(encoding="utf-8")
        for path in index.rglob("*.html")
    }


def leading_out(page: str) -> Iterator[str]:
    """The addresses to which a page leads outside of the index."""
    for address in findall(r'href="([^"]*)"', page):
        if "linxi/" in address or "yunxi/" in address:
            yield unescape(address)


def all_documents() -> list[tuple[str, Archive]]:
    """Each archive with the name of its folder."""
    return [("yunxi", demo_archive()), ("linxi", neighbour_archive())]


def test_every_document_is_listed_by_issuer_and_year_and_leads_to_its_permanent_address(
    project: Path, pages: dict[str, str]
) -> None:
    for kind in ("issuers", "years"):
        found = {
            str((project / "index" / address).parent.joinpath(target).resolve())
            for address, page in pages.items()
            if address.startswith(f"archive/{kind}/")
            for target in leading_out(page)
        }
        for name, archive in all_documents():
            wanted = {str(project / name / "archive" / one.id) for one in archive.documents}
            assert wanted <= found, kind


def test_links_lead_to_pages_that_the_archives_have(pages: dict[str, str]) -> None:
    known = {
        f"{name}/archive/{id_}/"
        for name, archive in all_documents()
        for id_ in (
            *(record.id for record in archive.publications),
            *(record.id for record in archive.issues),
            *(record.id for record in archive.documents),
        )
    } | {"yunxi/", "linxi/"}
    for address, page in pages.items():
        up = "../" * address.count("/")
        for target in leading_out(page):
            assert target.startswith(f"{up}../"), address
            assert target.removeprefix(f"{up}../") in known, address


def test_a_number_of_two_archives_is_listed_with_both(pages: dict[str, str]) -> None:
    page = pages["archive/numbers/云政发/index.html"]
    rows = [row for row in page.split("<tr>") if ">云政发〔2020〕1号<" in row]
    out = [next(leading_out(row)).removeprefix("../../../../") for row in rows]
    assert out == ["linxi/archive/linxi/2020/1/1/", "yunxi/archive/yunxi/2020/1/1/"]


def test_links_within_the_index_lead_to_its_pages(pages: dict[str, str], project: Path) -> None:
    for address, page in pages.items():
        if address == "404.html":
            continue
        folder = (project / "index" / address).parent
        out = set(leading_out(page))
        for target in findall(r'(?:href|src)="([^"#:?]+)"', page):
            if unescape(target) not in out:
                path = folder / unquote(unescape(target))
                assert path.is_file() or (path / "index.html").is_file(), (address, target)


def test_the_home_page_lists_the_archives_by_name_place_and_size(pages: dict[str, str]) -> None:
    for text in ("云溪文库", "林溪文库", "虚构省林溪市", "政府公报联合目录", "14件", "2019—2020年"):
        assert text in pages["index.html"]


def test_no_page_asks_another_host_and_all_have_the_policy(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert "Content-Security-Policy" in page
        assert not search(r'<(?:script|link|img)[^>]*(?:src|href)="https?:', page)


def test_the_same_archives_give_the_same_bytes_in_any_order(project: Path, tmp_path: Path) -> None:
    publish_both(tmp_path)
    federate(tmp_path, "linxi", "yunxi")
    assert files_of(tmp_path / "index") == files_of(project / "index")


def test_the_archives_are_listed_for_programs(project: Path) -> None:
    data = json.loads((project / "index" / FEDERATION).read_text(encoding="utf-8"))
    assert [(one["key"], one["address"]) for one in data["archives"]] == [
        ("..:linxi", "../linxi/"), ("..:yunxi", "../yunxi/"),
    ]  # fmt: skip
    assert [one["name"] for one in data["archives"]] == ["林溪文库", "云溪文库"]
    assert [(one["id"], one["title"]) for one in data["archives"][0]["gazettes"]] == [
        ("linxi", f"{NEIGHBOUR}公报"), ("yunxi", "云溪市人民政府公报"),
    ]  # fmt: skip
    schema = json.loads((project / "index" / SCHEMA).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)


def test_a_gazette_of_two_archives_has_their_names_but_where_they_are_beside_it(
    pages: dict[str, str], project: Path
) -> None:
    number = pages["archive/numbers/云政发/index.html"]
    search = b"".join(files_of(project / "index/data/search").values()).decode(errors="replace")
    assert ">云溪市人民政府公报（云溪文库）2020年第1期<" in number
    assert "云溪市人民政府公报（林溪文库）" in search
    gazettes = pages["archive/gazettes/index.html"]
    assert gazettes.count(">云溪市人民政府公报</a>") == 2
    assert all("..:" not in page for page in pages.values())


def test_the_page_of_what_is_not_there_speaks_of_the_index(pages: dict[str, str]) -> None:
    page = pages["404.html"]
    assert "您访问的地址在本目录中不存在。可能是链接有误，也可能是所在文库尚未列入。" in page
    assert ">检索标题、文号和发文机关（须启用脚本）</a>" in page
    assert "本库" not in page
    assert "全文" not in page


def test_the_page_about_the_index_leads_to_its_data(pages: dict[str, str]) -> None:
    assert '<a href="../data/federation.json">data/federation.json</a>' in pages["about/index.html"]


def test_archives_that_call_themselves_alike_are_told_apart(tmp_path: Path) -> None:
    publish(demo_archive(), tmp_path / "yunxi", name="公报文库")
    publish(neighbour_archive(), tmp_path / "linxi", name="公报文库")
    federate(tmp_path, "yunxi", "linxi")
    home = (tmp_path / "index/index.html").read_text(encoding="utf-8")
    for name in ("yunxi", "linxi"):
        assert f'<a href="../{name}/">公报文库（{name}）</a>' in home


def test_an_archive_that_cannot_be_read_is_said_and_left_out(tmp_path: Path) -> None:
    publish_both(tmp_path)
    torn = tmp_path / "linxi/data/catalog.json"
    torn.write_bytes(torn.read_bytes()[:1000])
    said, held = federate(tmp_path, "yunxi", "linxi")
    assert said.startswith(f"{torn}: is torn")
    assert held == str(Joint(1, 1, 2, len(demo_archive().documents)))
    before = files_of(tmp_path / "index")
    with pytest.raises(AlreadySaid):
        federate(tmp_path, "yunxi", "linxi", strict=True)
    with pytest.raises(GazetteError, match="no archive could be read"):
        federate(tmp_path, "linxi")
    assert files_of(tmp_path / "index") == before


def test_an_archive_that_is_not_there_is_said_by_its_file(tmp_path: Path) -> None:
    publish_both(tmp_path)
    given = [str(tmp_path / "yunxi"), f"{tmp_path / 'gone'}=https://a.example/"]
    voice = Silent()
    held = run_federate(given, Wanted(tmp_path / "index"), voice)
    assert voice.heard == [f"{tmp_path / 'gone/catalog.json'}: No such file or directory"]
    assert held.archives == 1


def test_an_index_may_lie_beside_folders_of_data(tmp_path: Path) -> None:
    publish_both(tmp_path)
    (tmp_path / "yunxi/data").rename(tmp_path / "mine")
    given = [f"{tmp_path / 'mine'}=https://a.example/"]
    assert run_federate(given, Wanted(tmp_path / "index"), Silent()).archives == 1
    home = (tmp_path / "index/index.html").read_text(encoding="utf-8")
    assert ">云溪市人民政府公报</a>" in home


def test_a_folder_that_is_no_index_is_not_replaced(tmp_path: Path) -> None:
    publish_both(tmp_path)
    (tmp_path / "index").mkdir()
    (tmp_path / "index/mine.txt").touch()
    with pytest.raises(GazetteError, match="is no site"):
        federate(tmp_path, "yunxi")
    with pytest.raises(GazetteError, match="take the place of"):
        run_federate(
            [f"{tmp_path / 'yunxi'}=https://a.example/"], Wanted(tmp_path / "yunxi"), Silent()
        )
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["mine.txt"]


def test_an_archive_does_not_take_the_place_of_an_index(project: Path) -> None:
    with pytest.raises(GazetteError, match="is no site"):
        refuse_to_replace(project / "index")


HOSTILE = (
    "<script>alert(1)</script>", "[x](javascript:alert(1))", '"><img src=x onerror=alert(1)>', "{{ config }}{% raw %}",
    "# 标题 | 列 `码` **粗** _斜_", "\\[反\\] ![图](x.png)", "&lt;b&gt; &amp;", "[TOC]", "</td></table><h1>", "../../../x",
)  # fmt: skip


def test_hostile_values_come_out_as_text(tmp_path: Path) -> None:
    site = publish(demo_archive(), tmp_path / "yunxi", name="坏</title><script>alert(2)</script>")
    file = site / "data/catalog.json"
    plain = json.loads(file.read_text(encoding="utf-8"))
    plain["publications"][0].update(title=HOSTILE[0], region=HOSTILE[2])
    for number, document in enumerate(plain["documents"]):
        text = HOSTILE[number % len(HOSTILE)]
        named = {"issuer": text, "issuers": [text], "kind": text, "column": text}
        document.update(title=text, number=f"{text}〔2020〕{number + 1}号", **named)
    file.write_text(json.dumps(plain), encoding="utf-8")
    federate(tmp_path, "yunxi", title=HOSTILE[2])
    shown = []
    for path in (tmp_path / "index").rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        shown.append(unescape(page))
        assert not search(
            r"<script>|<img src=x|onerror=(?!alert\(1\)&gt;)|href=\"javascript|<b>", page
        ), path
        assert page.count("<h1") == 1, path
    everything = "\n".join(shown)
    held = len(plain["documents"])
    for text in HOSTILE[:held]:
        assert text in everything, text


def test_the_command_makes_it_and_says_what_it_is_over(tmp_path: Path) -> None:
    publish_both(tmp_path)
    given = [f"{tmp_path / 'yunxi'}=https://a.example.gov.cn/", str(tmp_path / "linxi")]
    said = [
        "--into",
        str(tmp_path / "index"),
        "--address",
        "https://n.example",
        "--title",
        "某省总目",
    ]
    ran = CliRunner().invoke(main, ["federate", *given, *said, "--language", "en"])
    assert ran.exit_code == 0, ran.output
    assert "2 archives, 3 gazettes, 4 issues, 14 documents" in ran.output
    home = (tmp_path / "index/index.html").read_text(encoding="utf-8")
    assert '<a href="https://a.example.gov.cn/">' in home
    assert "某省总目" in home
    assert 'href="https://n.example/"' in home
    assert "What it covers" in home


def test_the_command_refuses_in_one_line(tmp_path: Path) -> None:
    publish_both(tmp_path)
    wrong = f"{tmp_path / 'yunxi'}=javascript:alert(1)"
    ran = CliRunner().invoke(main, ["federate", wrong, "--into", str(tmp_path / "index")])
    assert ran.exit_code == 2
    assert len(ran.output.strip().splitlines()) == 1
    assert not (tmp_path / "index").exists()


def test_the_command_counts_one_as_one(tmp_path: Path) -> None:
    publish_both(tmp_path)
    given = [str(tmp_path / "yunxi"), "--into", str(tmp_path / "index")]
    who = ["--publisher", "某省政务公开办公室", "--contact", "gongbao@index.example"]
    address = "--address", "https://index.example/"
    ran = CliRunner().invoke(main, ["federate", *given, *who, *address])
    assert ran.output.endswith(": 1 archive, 1 gazette, 2 issues, 7 documents\n")
    home = (tmp_path / "index/index.html").read_text(encoding="utf-8")
    assert ">index.example/yunxi/</td>" in home
    foot = home[home.index("<footer") :]
    assert "某省政务公开办公室" in foot
    assert '<a href="mailto:gongbao@index.example">' in foot


def test_a_contact_that_is_no_address_is_one_line(tmp_path: Path) -> None:
    publish_both(tmp_path)
    given = [str(tmp_path / "yunxi"), "--into", str(tmp_path / "index")]
    ran = CliRunner().invoke(main, ["federate", *given, "--contact", "javascript://x"])
    assert (ran.exit_code, len(ran.output.splitlines())) == (2, 1)
    assert ran.output.startswith("--contact: ")


def test_a_folder_in_which_no_index_can_be_names_the_index(tmp_path: Path) -> None:
    publish_both(tmp_path)
    (tmp_path / "file").touch()
    into = tmp_path / "file/index"
    with pytest.raises(GazetteError) as refused:
        run_federate([f"{tmp_path / 'yunxi'}=https://a.example/"], Wanted(into), Silent())
    assert str(refused.value).startswith(f"{into}: cannot be made there: ")


def test_unfinished_work_is_beside_the_index_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_both(tmp_path)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    federate(tmp_path, "yunxi")
    assert [path.name for path in (tmp_path / ".build").iterdir()] == ["lock"]
    assert not list((tmp_path / "here").iterdir())
