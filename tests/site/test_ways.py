"""From every page of a site each register is at most two clicks away."""

from pathlib import Path
from urllib.parse import unquote, urljoin

from generator.pages.register_index import other_registers
from generator.pages.writing.addresses import NUMBERS, REGISTERS, TOPICS, served
from tests.site.web import ROOT, Web, WebPage, read_web

KINDS = "archive/kinds/index.md"


def targets(page: WebPage) -> set[str]:
    """The addresses of the site to which a page leads, without their anchors."""
    links = (str(tag["href"]) for tag in page.soup.find_all("a", href=True))
    found = (urljoin(ROOT + page.address, link).partition("#")[0] for link in links)
    return {unquote(one).removeprefix(ROOT) for one in found if one.startswith(ROOT)}


def leads_on(page: WebPage) -> bool:
    """Whether a page is only the way to another one."""
    return page.soup.find("meta", attrs={"http-equiv": "refresh"}) is not None


def seen(site: Path) -> Web:
    """The site as a server has it."""
    return read_web(site, served=True)


def test_every_page_leads_to_the_list_of_registers(site: Path) -> None:
    web = seen(site)
    read = {name: page for name, page in web.pages.items() if not leads_on(page)}
    kinds = ("404.html", "search/index.html", "help/index.html", "index.html")
    assert all(name in read for name in kinds)
    assert any("/source/" in name for name in read)
    lost = [name for name, page in read.items() if served(REGISTERS) not in targets(page)]
    assert lost == []


def test_the_list_of_registers_leads_to_each(site: Path) -> None:
    page = seen(site).pages[f"{served(REGISTERS)}index.html"]
    wanted = {uri for _, uri in other_registers()} | {NUMBERS, TOPICS, KINDS}
    assert {served(uri) for uri in wanted} <= targets(page)
