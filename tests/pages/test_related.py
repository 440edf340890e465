"""What a document cites and who cites it: order, limits, anchors, the picture of it."""

import re

import pytest

from generator.model import Citation, Heading, Paragraph, Part, Table, TextPlace
from generator.outline.headings import nearest_anchors
from generator.pages.index.citations import href, make_citations
from generator.pages.index.indexes import make_registers
from generator.pages.index.related import group_of, outgoing_of, related_markdown, related_pages
from generator.pages.pictures.network import network_svg
from generator.pages.writing.page import Page
from generator.parse.text.numbering import number_block
from tests.pages.rendering import piped
from tests.pages.small import archive, document, issue


def related(citing: int) -> tuple[str, list[Page]]:
    """The section of a document that many cite, and the pages of its long lists."""
    text = Paragraph(text="《水利办法》", lines=(2,))
    part = Part(kind="body", blocks=(text,))
    citation = Citation(
        title="水利办法", target="yunxi/2020/1/1", place=TextPlace(0, 0), start=0, end=6
    )
    documents = [
        document(nth, parts=(part,), citations=(citation, citation), date=f"2020-01-{nth:02}")
        for nth in range(2, citing + 2)
    ]
    registers = make_registers(archive(issue(1, document(1), *documents)))
    (record, *_) = registers.documents
    section = related_markdown(registers, registers.archive.issues[0], record, 1)
    return section, list(related_pages(registers))


@pytest.mark.parametrize(("citing", "named", "more"), [(20, 20, 0), (21, 20, 1)])
def test_twenty_citing_documents_are_named(citing: int, named: int, more: int) -> None:
    section, pages = related(citing)
    assert section.count('class="quote"') == named
    assert section.count("[全部") == more
    assert len(pages) == more


def test_the_long_list_has_the_newest_document_first() -> None:
    _, (page,) = related(21)
    assert re.findall(r"\n\| \[通知(\d+)\]", piped(page.text)) == [
        f"{nth}" for nth in range(22, 1, -1)
    ]


def test_what_a_document_cites_is_listed_once_the_strongest_first() -> None:
    uses = [
        Citation(title="甲办法"),
        Citation(title="乙办法", relation="forwards"),
        Citation(title="甲办法", relation="repeals"),
        Citation(title="丙办法", role="basis"),
        Citation(title="丁办法", role="amends"),
        Citation(title="丙", alias_of="丙办法", role="basis"),
        Citation(title="庚", alias_of="庚办法", target="yunxi/2019/1/1"),
        Citation(title="戊办法", relation="issues"),
        Citation(title="己办法", relation="implements"),
        Citation(title="自身", target="yunxi/2020/1/1"),
    ]
    old = issue(1, document(1), year=2019)
    registers = make_registers(archive(issue(1, document(1, citations=tuple(uses))), old))
    found = outgoing_of(registers.citations, registers.documents[0])
    assert {name: [one.title for one in group] for name, group in found.items()} == {
        "repeals": ["甲办法"],
        "amends": ["丁办法"],
        "forwards": ["乙办法"],
        "basis": ["丙办法", "己办法"],
        "cites": [],
    }
    assert group_of(uses[7]) == ""
    picture = network_svg(registers.citations, registers.documents[0])
    assert picture.count('<path class="network-line"') == picture.count("<rect ") - 1 == 5


def test_an_address_on_the_page_itself_is_its_anchor() -> None:
    assert href(("a/b.md", "s1"), "a/b.md") == "#s1"
    assert href(("a/b.md", ""), "a/b.md") == "b.md"
    assert href(("a/c.md", "s1"), "a/b.md") == "c.md#s1"


def test_the_neighbourhood_of_a_document_is_drawn() -> None:
    uses = (Citation(title="水利工程办法"), Citation(title="通知2", target="yunxi/2020/1/2"))
    registers = make_registers(archive(issue(1, document(1, citations=uses), document(2))))
    picture = network_svg(registers.citations, registers.documents[0]).splitlines()
    assert picture[:2] == [
        '<figure class="network" aria-hidden="true">',
        '<svg viewBox="0 0 720 96">',
    ]
    assert picture[2:4] == [
        '<path class="network-line" d="M465 48C487 48 487 24 510 24"></path>',
        '<path class="network-line" d="M465 48C487 48 487 72 510 72"></path>',
    ]
    label = 'class="network-label" x="615" text-anchor="middle" dominant-baseline="central"'
    assert picture[4] == (
        '<rect class="network-cited" x="511" y="4" width="208" height="40"></rect>'
        f'<text {label} y="24">水利工程办法</text>'
    )
    assert '<rect class="network-held" x="511" y="52"' in picture[5]
    assert picture[6].startswith('<rect class="network-self" x="256" y="28" width="208"')
    assert network_svg(registers.citations, registers.documents[1]) == ""
    one = make_registers(archive(issue(1, document(1, citations=uses[:1]))))
    assert 'viewBox="0 0 720 96"' in network_svg(one.citations, one.documents[0])


def test_what_a_number_alone_means_is_called_by_its_title_in_the_register() -> None:
    number = "国发〔2019〕7号"
    uses = (Citation(title="水利办法", number=number, organ="国务院"), Citation(number=number))
    made = archive(issue(1, document(1, citations=uses[:1]), document(2, citations=uses[1:])))
    citations = make_citations(made)
    record = made.documents[1]
    assert citations.full_title(record, uses[1]) == "国务院水利办法"
    assert citations.full_title(made.documents[0], uses[0]) == "国务院水利办法"
    assert citations.full_title(record, Citation(title="甲")) == "甲"


def test_a_place_without_an_anchor_has_the_one_before_it() -> None:
    body = (
        Paragraph(text="前言"),
        number_block(Heading(kind="1", text="一、甲")),
        Paragraph(text="略"),
        Heading(kind="caption", text="表"),
        Table(caption="表", rows=(("一",),)),
    )
    parts = (
        Part(kind="body", blocks=body),
        Part(kind="attachment", blocks=(Paragraph(text="乙"),)),
    )
    anchors = nearest_anchors(document(1, parts=parts))
    assert anchors == {
        (0, 0): "",
        (0, 1): "s1",
        (0, 2): "s1",
        (0, 3): "s1",
        (0, 4): "s1",
        (1, 0): "att-1",
    }


def test_a_document_that_names_itself_is_not_among_those_that_cite_it() -> None:
    text = Part(kind="body", blocks=(Paragraph(text="《水利办法》", lines=(2,)),))
    citation = Citation(
        title="水利办法",
        target="yunxi/2020/1/1",
        anchor="enc",
        place=TextPlace(0, 0),
        start=0,
        end=6,
    )
    one = document(1, parts=(text,), citations=(citation,))
    made = archive(issue(1, one, document(2, parts=(text,), citations=(citation,))))
    incoming = make_citations(made).incoming
    assert [entry.record.id for entry in incoming["yunxi/2020/1/1"]] == ["yunxi/2020/1/2"]
