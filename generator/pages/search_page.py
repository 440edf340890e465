"""The page of the search: its box, the places for results and filters, and the way without a script."""

from typing import NamedTuple

from generator.pages.writing.escape import escape_html
from generator.pages.writing.markdown import heading, join
from generator.pages.writing.page import Page
from generator.words.say import say

SEARCH = "search.md"
"""Its address."""
SEARCH_ADDRESS, SEARCH_FILE = "search/", "search.html"
"""Where a form of the home page leads, on a server and in a bundle: generators rewrite links, and no forms."""

_MARKUP = """\
<p class="search-status muted scripted" id="search-status" role="status">{hint}</p>
<button class="confirm" type="button" id="confirm" hidden>{confirm}</button>

<div class="search-columns">
<details class="filters" id="filters" hidden>
<summary>{filters}</summary>
<div id="facets"></div>
</details>
<div class="found">
<ol class="results" id="results"></ol>
<button class="more-results" type="button" id="more" hidden>{more}</button>
</div>
</div>

<p class="unscripted">{unscripted}</p>"""


class SearchWords(NamedTuple):
    """What is said of a search, which depends on what it searches."""

    form: str
    """What its box is called."""
    placeholder: str
    hint: str
    description: str
    registers: str
    """Where else one can look, in Markdown."""


def full_text() -> SearchWords:
    """What is said of the search of an archive."""
    return SearchWords(
        say("search_page.form"),
        say("search_page.placeholder"),
        say("search_page.hint"),
        say("search_page.description"),
        say("search_page.registers"),
    )


def search_page(words: SearchWords | None = None) -> str:
    """The whole file in Markdown."""
    words = words or full_text()
    texts = {
        "hint": words.hint,
        "confirm": say("search_page.confirm"),
        "filters": say("search_page.filters"),
        "more": say("search_page.more"),
        "unscripted": say("search_page.unscripted"),
    }
    blocks = [
        heading(1, say("nav.search"), "title"),
        search_form(words=words),
        _MARKUP.format(**{name: escape_html(text) for name, text in texts.items()}),
        f"{words.registers}\n{{: .muted }}",
    ]
    named = {"title": say("nav.search"), "description": words.description}
    return Page(uri=SEARCH, meta={**named, "kind": "search"}, text=join(blocks)).render()


def search_form(action: str = "", words: SearchWords | None = None) -> str:
    """The large search box of the home page and of the search.

    :param action: address of the search from the page, where it is another one
    """
    words = words or full_text()
    to = f' action="{escape_html(action)}"' if action else ""
    return (
        f'<form class="home-search scripted" role="search" aria-label="{escape_html(words.form)}" '
        f'method="get"{to}>\n'
        f'  <input id="query" name="q" type="search" aria-label="{escape_html(say("search_page.query"))}" '
        'autocomplete="off" '
        f'placeholder="{escape_html(words.placeholder)}">\n'
        f'  <button type="submit">{escape_html(say("nav.search"))}</button>\n'
        "</form>"
    )
