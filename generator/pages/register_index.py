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
from generator.pages.writing.addresses import GAZETTES, REGISTERS, Crumb, crumbs, home_crumb
from generator.pages.writing.markdown import definition, heading, join, link, section
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.words.say import say


def register_index_pages(registers: Registers) -> Iterator[Page]:
    """The list of all listings."""
    gazettes = len(registers.archive.publications)
    pairs = [_entry(say("nav.gazettes"), GAZETTES, say("register_index.gazettes", n=gazettes))]
    for name, register in (
        ("issuers", registers.issuers),
        ("years", registers.years),
        ("numbers", registers.numbers),
        ("topics", registers.topics),
        ("kinds", registers.kinds),
        ("columns", registers.columns),
    ):
        text = say(f"register_index.by.{name}", n=len(register.documents))
        pairs.append(_entry(say(f"register.title.{name}"), register.index, text))
    pairs += _others(registers)
    title = say("nav.registers")
    blocks = [
        crumbs(REGISTERS, (home_crumb(),), title),
        heading(1, title, "title"),
        section("registers", "\n\n".join(pairs)),
    ]
    named = {"title": title, "description": say("register_index.description"), "kind": "register"}
    yield Page(uri=REGISTERS, meta={**named, **NOT_SEARCHED}, text=join(blocks))


def other_registers() -> tuple[Crumb, ...]:
    """The registers that list no documents by a name: title and address."""
    return (
        (say("force.title"), VALIDITY_REGISTER),
        (say("cited.title"), CITED),
        (say("tables.title"), TABLES),
        (say("regions.title"), REGIONS),
        (say("authority.title"), AUTHORITY),
        (say("holdings.title"), HOLDINGS),
        (say("picture.title"), PICTURE),
    )


def _others(registers: Registers) -> Iterator[str]:
    """The registers that list no documents by a name."""
    texts = (
        say("register_index.validity"),
        say("register_index.cited", n=len(registers.citations.cited.documents)),
        say("register_index.tables"),
        say("register_index.regions"),
        say("register_index.authority"),
        say("register_index.holdings"),
        say("register_index.picture"),
    )
    for (title, uri), text in zip(other_registers(), texts, strict=True):
        yield _entry(title, uri, text)


def _entry(title: str, uri: str, text: str) -> str:
    """A register as a term of a definition list: a link, and what it lists."""
    return definition(link(title, uri, REGISTERS), [text])
