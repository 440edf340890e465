"""axe-core in a page that is open already."""

import json
from importlib.resources import files

from playwright.sync_api import Page

from tests.site.firefox import Firefox

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
"""Every A and AA rule of WCAG 2.0, 2.1 and 2.2, and what axe-core recommends beside them."""

SOURCE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

BEYOND = {"color-contrast-enhanced": {"enabled": True}}
"""Rules of AAA that hold everywhere too: text of 7:1, large text of 4.5:1."""

_RUN = """async ([runOnly, rules]) =>
    (await axe.run(document, {runOnly, rules, resultTypes: ["violations"]})).violations
    .map(rule => rule.id + ": " + rule.nodes.slice(0, 3).map(node => node.target.join(" ")).join(" | "))"""


def inject(page: Page) -> None:
    """Bring axe-core into the page, past its content policy."""
    page.evaluate(SOURCE)


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong: each rule with the first places that break it."""
    found: list[str] = page.evaluate(_RUN, [TAGS, BEYOND])
    return found


def violations_in_firefox(firefox: Firefox) -> list[str]:
    """The same of the page that a Firefox shows."""
    if not firefox.ask('typeof axe === "object"'):
        firefox.run(SOURCE)
    found: list[str] = firefox.ask(f"({_RUN})({json.dumps([TAGS, BEYOND])})")
    return found
