"""Addresses that lead on: by number, and what became of the ones that are gone."""

import json
import re
from collections.abc import Iterator

from generator.archive.text_apart import WHOLE
from generator.export import BUNDLED, SERVED
from generator.export.short_files import export_short_addresses
from generator.model import IssueRecord, Permalink
from generator.pages.index.indexes import make_registers
from generator.pages.redirects.retired import retired_pages
from generator.pages.redirects.short import short_pages
from generator.pages.writing.page import Page
from generator.registers.short_numbers import short_number
from tests.pages.small import archive, document, issue


def pages_of(ledger: tuple[Permalink, ...], *issues: IssueRecord) -> dict[str, Page]:
    """The pages of what is gone and of the numbers."""
    registers = make_registers(archive(*issues, ledger=ledger))

    def found() -> Iterator[Page]:
        yield from retired_pages(registers)
        yield from short_pages(registers)

    pages = list(found())
    assert len({page.uri for page in pages}) == len(pages)
    return {page.uri: page for page in pages}


def test_a_number_leads_to_the_document_and_without_one_to_what_is_gone() -> None:
    number = "云政发〔2020〕1号"
    gone = Permalink("yunxi/2019/1/1", number, "旧", withdrawn="有误")
    other = Permalink("yunxi/2019/1/2", number, "另", to="yunxi/2020/1/1")
    held = issue(1, document(1, number=number))
    assert goal_of(number, (gone,), held) == "archive/yunxi/2020/1/1/"
    assert goal_of(number, (gone,), issue(1, document(1))) == "archive/yunxi/2019/1/1/"
    assert goal_of(number, (gone, other), issue(1, document(1))) == "n/云政发/2020/1/"
    pages = pages_of((gone, other), issue(1, document(1)))
    assert pages["n/云政发/2020/1.md"].text.count("\n- ") == 2
    live = Permalink("yunxi/2019/1/3", number, "在")
    assert goal_of(number, (live,), issue(1, document(1))) is None


def goal_of(number: str, ledger: tuple[Permalink, ...], *issues: IssueRecord) -> str | None:
    """Where a number leads on a server; a page has only one that several documents have."""
    short = short_number(number)
    assert short
    files = dict(export_short_addresses(archive(*issues, ledger=ledger), SERVED, WHOLE))
    years = json.loads(files.get(f"n/{short.prefix}.json", b"{}"))
    goal: str | None = years.get(f"{short.year}", {}).get(f"{short.serial}")
    has_page = f"{short.folder}.md" in pages_of(ledger, *issues)
    assert has_page is (goal == f"{short.folder}/")
    return goal


def test_a_bundle_has_no_short_addresses() -> None:
    held = archive(issue(1, document(1, number="云政发〔2020〕1号")))
    assert list(export_short_addresses(held, BUNDLED, WHOLE)) == []


def test_pages_above_what_is_gone() -> None:
    entries = (
        Permalink("donghu", to="yunxi"),
        Permalink("xihe/2019/1", withdrawn="有误"),
        Permalink("xihe/2019/1/1", title="旧", withdrawn="有误"),
        Permalink("xihe/2019/2/1", title="旧", withdrawn="有误"),
        Permalink("donghu/2020/1/1", title="旧", to="yunxi/2020/1/1"),
        Permalink("yunxi/2018/1/1", title="旧", withdrawn="有误"),
    )
    pages = pages_of(entries, issue(1, document(1)))
    above = {
        uri: re.findall(r"\[([^\]]*)\]", page.text.partition("\n{: .crumbs")[0])
        for uri, page in pages.items()
        if page.meta["kind"] != "redirect"
    }
    assert above == {
        "archive/yunxi/2018/1/1.md": ["首页", "公报", "yunxi公报", "2018年第1期"],
        "archive/yunxi/2018/1/index.md": ["首页", "公报", "yunxi公报"],
        "archive/xihe/2019/1/index.md": ["首页", "公报", "xihe"],
        "archive/xihe/2019/1/1.md": ["首页", "公报", "xihe", "2019年第1期"],
        "archive/xihe/2019/2/1.md": ["首页", "公报", "xihe", "2019年第2期"],
        "archive/xihe/2019/2/index.md": ["首页", "公报", "xihe"],
        "archive/xihe/index.md": ["首页", "公报"],
    }


def test_short_addresses_are_in_the_order_of_the_numbers() -> None:
    numbers = ("云政发〔2020〕2号", "云政发〔2019〕1号", "丙发〔2020〕1号")
    held = issue(1, *(document(nth, number=number) for nth, number in enumerate(numbers, 1)))
    files = [
        (uri, json.dumps(json.loads(data)))
        for uri, data in export_short_addresses(archive(held), SERVED, WHOLE)
    ]
    assert files == [
        ("n/丙发.json", '{"2020": {"1": "archive/yunxi/2020/1/3/"}}'),
        (
            "n/云政发.json",
            '{"2019": {"1": "archive/yunxi/2020/1/2/"}, "2020": {"2": "archive/yunxi/2020/1/1/"}}',
        ),
    ]
    assert list(pages_of((), held)) == []


def test_a_redirect_calls_a_document_by_its_own_title() -> None:
    ledger = (
        Permalink("yunxi/2019/1/1", title="旧", to="yunxi/2020/1/1"),
        Permalink("yunxi/2020/1/1", title="关于印发办法的通知"),
        Permalink("donghu", title="东湖公报", to="yunxi"),
    )
    pages = pages_of(ledger, issue(1, document(1, title="关于印发《办法》的通知")))
    assert "[关于印发《办法》的通知]" in pages["archive/yunxi/2019/1/1.md"].text
    assert "[yunxi公报]" in pages["archive/donghu/index.md"].text
    assert pages["archive/donghu/index.md"].text.count("您要找的公报现在的地址是") == 1
