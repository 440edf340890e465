"""The site in a stock Firefox: as accessible as in Chromium, walked through by keyboard, searched, silent."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.model import Archive
from tests.search.bench import FIND, FOUND
from tests.search.oracle import known_items
from tests.site.axe import violations_in_firefox
from tests.site.browser import FIREFOX_ADVICE, find_firefox, main
from tests.site.firefox import Firefox, FirefoxError
from tests.site.test_accessibility import MAIN
from tests.site.test_search import FIRST_RIGHT

pytestmark = pytest.mark.browser

MOST_STEPS = 80
"""Presses of the Tab key before a walk is lost."""
VIEWS = ((1280, "light"), (390, "dark"), (320, "light"), (1280, "dark"), (390, "light"))
"""Width and palette of the views, which the pages take in turn."""
SOME = 4
"""Pages and states beside the main ones that a run looks at, others for each seed."""
SEEN = """(() => {
    const box = document.activeElement.getBoundingClientRect();
    return document.activeElement === document.body || box.width * box.height > 0;
})()"""
"""Whether the element with the focus is there to be seen."""


def show(firefox: Firefox, address: str, width: int, scheme: str) -> None:
    """Show a page in a view."""
    firefox.resize(width)
    firefox.open(address)
    if scheme != firefox.ask(
        "matchMedia(document.getElementById('dark').media).matches ? 'dark' : 'light'"
    ):
        firefox.click("#palette")


def wrong_in(firefox: Firefox, address: str, pages: Mapping[str, str]) -> list[str]:
    """What axe-core finds wrong on some pages, each in the next view.

    :param pages: their addresses below that of the site, by name
    """
    wrong = []
    for (name, uri), (width, scheme) in zip(pages.items(), cycle(VIEWS), strict=False):
        show(firefox, address + uri, width, scheme)
        wrong += [f"{name} {scheme} {width}: {rule}" for rule in violations_in_firefox(firefox)]
    return wrong


def test_the_kinds_of_page_are_accessible(
    firefox: Firefox,
    strict_address: str,
    kinds: dict[str, str],
    sampled: Callable[[Sequence[str], int], list[str]],
) -> None:
    others = sampled([name for name in kinds if name not in MAIN], SOME)
    pages = {name: kinds[name] for name in (*MAIN, *others)}
    assert wrong_in(firefox, strict_address, pages) == []


def press(*selectors: str) -> Callable[[Firefox], None]:
    """What a reader does: one click after the other."""

    def act(firefox: Firefox) -> None:
        for selector in selectors:
            firefox.click(selector)

    return act


def unfold(firefox: Firefox) -> None:
    """Open every fold of a document."""
    for fold in ("#reference", "#share"):
        firefox.click(f"{fold} > summary")
        firefox.wait(f"document.querySelector('{fold} button')")
    firefox.click(".reference-files > summary")


def suggest(firefox: Firefox) -> None:
    """Type into the box of the head and go to the first suggestion."""
    firefox.click("#head-query")
    firefox.press(*"农村公路")
    firefox.wait("document.querySelector('[role=option]')")
    firefox.press("ArrowDown")


def find(firefox: Firefox) -> None:
    """Type and search, and wait for what is found."""
    firefox.click("#query")
    firefox.press(*"人民政府", "Enter")
    firefox.wait(FOUND)


STATES: dict[str, tuple[str, Callable[[Firefox], None], int, str]] = {
    "menu open": ("home", press("#menu-button"), 390, "light"),
    "outline open": ("document longest", press("#toc-button"), 390, "dark"),
    "folds open": ("document articles", unfold, 390, "dark"),
    "folds open, wide": ("document articles", unfold, 1280, "light"),
    "settings open": ("issue", press("#aids-button"), 1280, "dark"),
    "elder": ("document articles", press("#elder"), 390, "light"),
    "elder home": ("home", press("#elder"), 1280, "light"),
    "citing": ("document articles", press("#cite"), 1280, "dark"),
    "suggestions": ("issue", suggest, 1280, "light"),
    "results": ("search", find, 390, "dark"),
}
"""Page, what is done there, and the view in which it is looked at."""


def test_every_state_is_accessible(
    firefox: Firefox,
    strict_address: str,
    kinds: dict[str, str],
    sampled: Callable[[Sequence[str], int], list[str]],
) -> None:
    wrong = []
    for state in sampled(list(STATES), SOME):
        kind, act, width, scheme = STATES[state]
        firefox.start_anew()
        show(firefox, strict_address + kinds[kind], width, scheme)
        act(firefox)
        wrong += [f"{state}: {rule}" for rule in violations_in_firefox(firefox)]
    assert wrong == []


def focus(firefox: Firefox, expression: str) -> object:
    """What an expression gives of the element with the focus."""
    return firefox.ask(f"document.activeElement.{expression}")


def tab_to(firefox: Firefox, selector: str) -> None:
    """Press Tab until the focus is there; where it stops it must be seen."""
    for _ in range(MOST_STEPS):
        firefox.press("Tab")
        assert firefox.ask(SEEN)
        if focus(firefox, f"matches({json.dumps(selector)})"):
            return
    pytest.fail(f"{selector} cannot be reached")


def test_the_first_stop_leads_to_the_text(
    firefox: Firefox, strict_address: str, kinds: dict[str, str]
) -> None:
    for name in MAIN:
        firefox.open(strict_address + kinds[name])
        firefox.press("Tab")
        assert focus(firefox, "innerText") == "跳到正文", name
        assert firefox.ask("document.activeElement.getBoundingClientRect().y >= 0"), name
        firefox.press("Enter")
        assert focus(firefox, "id") == "content", name


def test_the_menu_is_opened_and_closed(firefox: Firefox, strict_address: str) -> None:
    is_shown = "document.getElementById('menu').getClientRects().length > 0"
    firefox.resize(390)
    firefox.open(strict_address)
    assert not firefox.ask(is_shown)
    tab_to(firefox, "#menu-button")
    firefox.press("Enter")
    assert firefox.ask(is_shown)
    firefox.press("Escape")
    assert not firefox.ask(is_shown)
    assert focus(firefox, "id") == "menu-button"
    firefox.press("Space")
    tab_to(firefox, "#menu a[href*='issuers']")
    firefox.press("Enter")
    firefox.wait("document.querySelector('h1')?.textContent === '发文机关'")


def test_a_result_is_searched_and_opened(firefox: Firefox, strict_address: str) -> None:
    firefox.open(f"{strict_address}help/")
    tab_to(firefox, "#head-query")
    firefox.press(*"审批", "Enter")
    firefox.wait(f"location.pathname.endsWith('/search/') && ({FOUND})")
    tab_to(firefox, "#results a")
    firefox.press("Enter")
    firefox.wait("document.querySelector('article.text h1') && document.querySelector('main mark')")


def test_a_suggestion_is_chosen_or_left(
    firefox: Firefox, strict_address: str, kinds: dict[str, str]
) -> None:
    firefox.open(strict_address + kinds["issue"])
    tab_to(firefox, "#head-query")
    firefox.press(*"农村公路")
    firefox.wait("document.querySelector('[role=option]')")
    firefox.press("Escape")
    firefox.wait("!document.querySelector('[role=option]')?.getClientRects().length")
    assert focus(firefox, "id") == "head-query"
    firefox.press("管")
    firefox.wait("document.querySelector('[role=option]')?.getClientRects().length")
    firefox.press("ArrowDown", "Enter")
    firefox.wait("document.querySelector('article.text h1')")


def test_the_tools_of_a_document_are_used(
    firefox: Firefox, strict_address: str, kinds: dict[str, str]
) -> None:
    firefox.open(strict_address + kinds["document articles"])
    tab_to(firefox, "#cite")
    firefox.press("Space")
    firefox.wait("document.querySelector('.para-tools button')")
    tab_to(firefox, "#jump-number")
    firefox.press("三", "Enter")
    firefox.wait("document.activeElement.textContent.startsWith('第三条')")


def test_folds_are_opened_and_what_is_in_them_is_copied(
    firefox: Firefox, strict_address: str, kinds: dict[str, str]
) -> None:
    firefox.open(strict_address + kinds["document articles"])
    for fold, said in (("reference", "已复制GB/T 7714—2025。"), ("share", "已复制本页网址。")):
        tab_to(firefox, f"#{fold} > summary")
        assert not firefox.ask(f"document.getElementById('{fold}').open")
        firefox.press("Enter")
        firefox.wait(f"document.querySelector('#{fold} button')")
        tab_to(firefox, f"#{fold} button")
        firefox.press("Space")
        firefox.wait(f"document.getElementById('doc-status').textContent === '{said}'")


def test_settings_are_opened_used_and_closed(firefox: Firefox, strict_address: str) -> None:
    firefox.open(f"{strict_address}help/")
    tab_to(firefox, "#aids-button")
    firefox.press("Enter")
    tab_to(firefox, "[name=size]")
    firefox.press("ArrowRight")
    assert firefox.ask("document.documentElement.dataset.size") == "large"
    firefox.press("Escape")
    assert firefox.ask("document.getElementById('aids-panel').hidden")
    assert focus(firefox, "id") == "aids-button"


@pytest.mark.parametrize("where", ["server", "disk"])
def test_known_items_come_first(
    firefox: Firefox, request: pytest.FixtureRequest, real_archive: Archive, where: str
) -> None:
    if where == "server":
        start = f"{request.getfixturevalue('strict_address')}search/"
    else:
        start = (request.getfixturevalue("bundle") / "search.html").as_uri()
    drawn = known_items(real_archive, seed=5, each=30)
    queries = [query for of in drawn.values() for query in of]
    assert len(queries) >= 90
    firefox.open(f"{start}?q={quote('通知')}")
    firefox.wait(FOUND)
    answers = firefox.ask(f"({FIND})({json.dumps([text for text, _ in queries])})")
    later = [
        text for (text, id_), (ids, _) in zip(queries, answers, strict=True) if ids[:1] != [id_]
    ]
    assert len(later) <= (1 - FIRST_RIGHT) * len(queries), later


def test_a_page_that_complains_is_heard(firefox: Firefox, strict_address: str) -> None:
    firefox.open(f"{strict_address}help/")
    firefox.run(
        "document.body.setAttribute('style', 'color: red'); console.error('said'); fetch('/none')"
    )
    firefox.wait("performance.getEntriesByName(new URL('/none', location.href).href).length")
    with pytest.raises(FirefoxError, match="never there"):
        firefox.ask("(() => { throw new Error('never there'); })()")
    assert any("said" in text for text in firefox.complaints)
    assert any("404" in text for text in firefox.complaints)
    firefox.complaints.clear()


def test_a_machine_without_one_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIREFOX", "")
    monkeypatch.setattr("tests.site.browser.FIREFOX_NAMES", ("no-such-firefox",))
    monkeypatch.setattr("tests.site.browser.FIREFOX_APPS", ())
    asked: list[Sequence[str]] = []
    monkeypatch.setattr("tests.site.browser.install", lambda *groups: asked.extend(groups))
    assert find_firefox() is None
    main()
    assert ("firefox-esr", "fonts-noto-cjk") in asked
    assert FIREFOX_ADVICE in capsys.readouterr().err


def test_a_firefox_is_named_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    named = tmp_path / "my-firefox"
    named.write_text("#!/bin/sh\n", encoding="utf-8")
    named.chmod(0o755)
    monkeypatch.setenv("FIREFOX", str(named))
    assert find_firefox() == str(named)
