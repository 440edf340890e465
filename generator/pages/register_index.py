"""全部名录: one page that leads to every listing."""

from collections.abc import Iterator

from generator.pages.markdown import heading, join, link, section
from generator.pages.page import Page
from generator.pages.places import GAZETTES, HOME_CRUMB, REGISTERS, crumbs
from generator.pages.registers import Registers


def register_index_pages(registers: Registers) -> Iterator[Page]:
    """The list of all listings."""
    names = [
        ("发文机关", "按制发文件的机关查阅。", registers.issuers),
        ("年份", "按成文日期的年份和月份查阅。", registers.years),
        ("文号", "按发文字号的机关代字、年份和顺序号查阅。", registers.numbers),
        ("文种", "按通知、意见、办法等文种查阅。", registers.kinds),
        ("栏目", "按公报目录的栏目查阅。", registers.columns),
    ]
    pairs = [
        (link("公报", GAZETTES, REGISTERS), f"按公报的名称和期号查阅，共{len(registers.archive.publications)}种。")
    ]
    pairs += [
        (link(term, register.index, REGISTERS), f"{text}共{len(register.documents):,}项。")
        for term, text, register in names
    ]
    blocks = [
        crumbs(REGISTERS, (HOME_CRUMB,), "全部名录"),
        heading(1, "全部名录", "title"),
        section("registers", "\n\n".join(f"{term}\n:   {text}" for term, text in pairs)),
    ]
    named = {"title": "全部名录", "description": "本库的各种名录。", "kind": "register"}
    meta = {**named, "hide": ["toc"], "search": {"exclude": True}}
    yield Page(uri=REGISTERS, meta=meta, text=join(blocks))
