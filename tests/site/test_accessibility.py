"""Zero violations: axe-core on every kind of page, in both palettes, at three widths, in every state."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle, product

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.site.axe import inject, violations

pytestmark = pytest.mark.browser

HEIGHT = 900
SCHEMES = ("light", "dark")
WIDTHS = (1280, 390, 320)
WHOLE = list(product(SCHEMES, WIDTHS))
"""Palette and width of every view."""
MAIN = ("home", "issue", "document longest", "document tables", "register issuers", "search")
"""Kinds that may be seen in every view; the others, made of the same parts, in one view each, all views in turn."""


@dataclass
class Matrix:
    """One browser window that goes through pages and views."""

    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Show a page with axe-core in it."""
        self.page.goto(self.address + address)
        inject(self.page)

    def look(self, name: str, views: list[tuple[str, int]]) -> None:
        """Keep what is wrong in each view of the page that is shown."""
        for scheme, width in views:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            self.wrong += [f"{name} {scheme} {width}: {rule}" for rule in violations(self.page)]


@pytest.fixture
def matrix(context: BrowserContext, address: str) -> Matrix:
    """A fresh window."""
    return Matrix(context.new_page(), address)


def test_every_kind_of_page(matrix: Matrix, kinds: dict[str, str]) -> None:
    turn = cycle(WHOLE)
    for name, address in kinds.items():
        matrix.open(address)
        matrix.look(name, [next(turn)])
    assert matrix.wrong == []


@pytest.mark.matrix(6)
@pytest.mark.parametrize(("scheme", "width"), WHOLE)
@pytest.mark.parametrize("name", MAIN)
def test_the_main_kinds_in_every_view(
    matrix: Matrix, kinds: dict[str, str], name: str, scheme: str, width: int
) -> None:
    matrix.open(kinds[name])
    matrix.look(name, [(scheme, width)])
    assert matrix.wrong == []


def press(*selectors: str) -> Callable[[Page], None]:
    """What a reader does: one click after the other."""

    def act(page: Page) -> None:
        for selector in selectors:
            page.click(selector)

    return act


def find(query: str) -> Callable[[Page], None]:
    """Type and search, and wait for what is found."""

    def act(page: Page) -> None:
        page.fill("#query", query)
        page.keyboard.press("Enter")
        page.wait_for_selector("#results > li:not([aria-busy]) a")

    return act


def filter_results(page: Page) -> None:
    """Open the filters where they are shut, choose one, see all of a long list."""
    find("人民政府")(page)
    page.locator("#filters:not([open]) summary, #filters[open] legend").first.click()
    page.locator("#facets input[name=year]").first.check()
    page.locator("#filters .facet-clear").wait_for()


def suggest(page: Page) -> None:
    """Type into the box of the head and go to the first suggestion."""
    page.click("#head-query")
    page.keyboard.type("农村公路")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def unfold(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")


def mistype(page: Page) -> None:
    """Filter by a day that no calendar has."""
    find("人民政府")(page)
    unfold(page)
    page.fill("#facets [name=from]", "2020-02-31")
    page.locator("#facets [name=from]").press("Tab")
    page.locator(".date-wrong:not(:empty)").wait_for()


STATES: dict[str, tuple[str, Callable[[Page], None], list[tuple[str, int]]]] = {
    "menu open": ("home", press("#menu-button"), [("light", 390), ("dark", 320)]),
    "outline open": ("document longest", press("#toc-button"), [("dark", 390), ("light", 320)]),
    "results": ("search", find("人民政府"), WHOLE),
    "no results": ("search", find("通知 饕餮盛宴"), WHOLE),
    "filtered": ("search", filter_results, WHOLE),
    "filtered on a phone": ("search", filter_results, [("light", 390), ("dark", 320)]),
    "suggestions": ("issue", suggest, WHOLE),
    "settings open": (
        "issue",
        press("#aids-button"),
        [("light", 1280), ("dark", 390), ("light", 320)],
    ),
    "elder": (
        "document articles",
        press("#elder"),
        [("light", 1280), ("dark", 390), ("light", 320)],
    ),
    "elder home": ("home", press("#elder"), [("light", 1280), ("dark", 320)]),
    "high contrast": (
        "document tables",
        press("#aids-button", "[name=contrast]"),
        [("light", 1280), ("dark", 390)],
    ),
    "huge": (
        "document articles",
        press("#aids-button", "[value=huge]"),
        [("light", 1280), ("dark", 320)],
    ),
    "a copied citation": (
        "document articles",
        press("#refer"),
        [("light", 390), ("dark", 1280)],
    ),
    "folds open": ("document tables", unfold, [("light", 1280), ("dark", 390), ("light", 320)]),
    "folds of an issue open": ("issue", unfold, [("dark", 1280), ("light", 390)]),
    "elder menu open": ("issue", press("#elder", "#menu-button"), [("light", 390), ("dark", 320)]),
    "a date that is none": ("search", mistype, [("light", 1280), ("dark", 390)]),
    "citing": ("document articles", press("#cite"), [("light", 1280), ("dark", 390)]),
    "reading aloud": ("document articles", press("#speak"), [("light", 1280), ("dark", 320)]),
}
"""Page, what is done there, and the views in which it is looked at."""


def see(matrix: Matrix, kinds: dict[str, str], state: str, views: list[tuple[str, int]]) -> None:
    """Bring a page into a state and look at it in some views."""
    kind, act, _ = STATES[state]
    matrix.page.set_viewport_size({"width": views[0][1], "height": HEIGHT})
    matrix.open(kinds[kind])
    act(matrix.page)
    if kind == "search":
        inject(matrix.page)
    matrix.look(state, views)


@pytest.mark.matrix(7)
@pytest.mark.parametrize("state", STATES)
def test_every_state(matrix: Matrix, kinds: dict[str, str], state: str) -> None:
    see(matrix, kinds, state, STATES[state][2])
    assert matrix.wrong == []
