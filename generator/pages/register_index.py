"""全部名录: one page that leads to every listing."""

from collections.abc import Iterator

from generator.pages.index.cited_listing import CITED
from generator.pages.index.indexes import Registers
from generator.pages.lists.authority_list import AUTHORITY
from generator.pages.lists.holding_list import HOLDINGS
from generator.pages.lists.region_list import REGIONS
from generator.pages.lists.table_pages import TABLES
from generator.pages.lists.validity_list import VALIDITY_REGISTER
from generator.pages.pictures.picture import PICTURE
from generator.pages.writing.addresses import GAZETTES, REGISTERS, crumbs, home_crumb
from generator.pages.writing.markdown import heading, join, link, section
from generator.pages.writing.page import NOT_SEARCHED, Page


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
        (
            link("公报", GAZETTES, REGISTERS),
            f"按公报的名称和期号查阅，共{len(registers.archive.publications)}种。",
        )
    ]
    pairs += [
        (link(term, register.index, REGISTERS), f"{text}共{len(register.documents):,}项。")
        for term, text, register in names
    ]
    pairs += [(link(term, uri, REGISTERS), text) for term, uri, text in _others(registers)]
    blocks = [
        crumbs(REGISTERS, (home_crumb(),), "全部名录"),
        heading(1, "全部名录", "title"),
        section("registers", "\n\n".join(f"{term}\n:   {text}" for term, text in pairs)),
    ]
    named = {"title": "全部名录", "description": "本库的各种名录。", "kind": "register"}
    yield Page(uri=REGISTERS, meta={**named, **NOT_SEARCHED}, text=join(blocks))


def _others(registers: Registers) -> Iterator[tuple[str, str, str]]:
    """Name, address and description of the registers that list no documents by a name."""
    cited = len(registers.citations.cited.documents)
    yield "地区", REGIONS, "按省、市、县查阅公报。"
    yield "发文机关规范名录", AUTHORITY, "各机关的规范全称、别称、地区、级别和上级机关。"
    yield "文号收录情况", HOLDINGS, "各机关代字各年份已收的文号、缺号和所见最大号。"
    yield "所引文件", CITED, f"本库文件引用而本库未收的文件。共{cited:,}件。"
    yield "时效", VALIDITY_REGISTER, "有效期何时届满，何文件已被废止。"
    yield "总览图", PICTURE, "各公报历年、各发文机关各月的文件数。"
    yield "表格", TABLES, "各文件里的表格，可下载数据。"
