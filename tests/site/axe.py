"""axe-core in a page that is open already, in any browser: what is wrong, and what only people can decide."""

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, NamedTuple

from playwright.sync_api import Page

from tests.site.firefox import Firefox

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
"""Every A and AA rule of WCAG 2.0, 2.1 and 2.2, and what axe-core recommends beside them."""

SOURCE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

EXPERIMENTAL = (
    "css-orientation-lock", "label-content-name-mismatch", "p-as-heading", "table-fake-caption",
    "td-has-header",
)  # fmt: skip
"""Rules of A and AA that axe-core leaves out unless it is asked for them.

Not among them: ``hidden-content``, which only says that something is hidden, and ``focus-order-semantics``, which knows
no group that takes the keyboard so that it can be scrolled, as ``scrollable-region-focusable`` demands.
"""

BEYOND = {name: {"enabled": True} for name in ("color-contrast-enhanced", *EXPERIMENTAL)}
"""Rules beside those of the tags; of AAA that text has 7:1, large text 4.5:1."""

RUN = """async ([runOnly, rules]) => {
    const found = await axe.run(document, {runOnly, rules, resultTypes: ["violations", "incomplete"]});
    const places = nodes => nodes.map(node => node.target.flat().join(" "));
    return ["violations", "incomplete"].map(kind => found[kind].map(rule => [rule.id, places(rule.nodes)]));
}"""
"""What a browser runs, with :data:`ARGUMENTS`; :func:`read` reads what comes of it."""

ARGUMENTS = [TAGS, BEYOND]

LOOKED_AT = {
    "color-contrast": "",
    "aria-valid-attr-value": "#head-query",
    "th-has-data-cells": "table",
}
"""What people have looked at where axe-core cannot decide: by rule, what the places have. Words on a drawing, under the
list of suggestions or at the edge of what scrolls have the colours of all text; the list of suggestions is there where
the box says; a column of a printed table may be empty."""


class Found(NamedTuple):
    """What axe-core finds on a page, a line for each rule with the first places."""

    violations: list[str]
    undecided: list[str]
    """What it cannot decide and nobody has looked at."""


def inject(page: Page) -> None:
    """Bring axe-core into the page, past its content policy."""
    page.evaluate(SOURCE)


def look(page: Page) -> Found:
    """Run axe-core on a page as it is now."""
    return read(page.evaluate(RUN, ARGUMENTS))


def violations(page: Page) -> list[str]:
    """What is wrong on a page as it is now, also what cannot be decided and nobody has looked at."""
    found = look(page)
    return [*found.violations, *found.undecided]


def violations_in_firefox(firefox: Firefox) -> list[str]:
    """The same of the page that a Firefox shows."""
    if not firefox.ask('typeof axe === "object"'):
        firefox.run(SOURCE)
    found = read(firefox.ask(f"({RUN})({json.dumps(ARGUMENTS)})"))
    return [*found.violations, *found.undecided]


def read(answer: Any) -> Found:
    """What comes of :data:`RUN`, in any browser."""
    wrong, open_ = answer
    left = (
        (rule, [each for each in places if not _is_known(rule, each)]) for rule, places in open_
    )
    return Found(_lines(wrong), [f"undecided {line}" for line in _lines(left)])


def _lines(rules: Iterable[tuple[str, list[str]]]) -> list[str]:
    """A line for each rule that has places."""
    return [f"{rule}: {' | '.join(places[:3])}" for rule, places in rules if places]


def _is_known(rule: str, place: str) -> bool:
    """Whether somebody has looked at what axe-core cannot decide there."""
    return rule in LOOKED_AT and LOOKED_AT[rule] in place
