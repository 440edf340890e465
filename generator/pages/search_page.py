"""The page of the search: its box, the places for results and filters, and the way without a script."""

from typing import NamedTuple

from generator.pages.index.feed_places import ALL
from generator.pages.writing.escape import escape_html
from generator.pages.writing.markdown import heading, join, relative
from generator.pages.writing.page import Page
from generator.words.say import say

SEARCH = "search.md"
"""Its address."""
SEARCH_ADDRESS, SEARCH_FILE = "search/", "search.html"
"""Where a form of the home page leads, on a server and in a bundle: generators rewrite links, and no forms."""

_MARKUP = """\
<p class="search-status muted scripted" id="search-status" role="status">{hint}</p>
<button class="confirm" type="button" id="confirm" hidden>{confirm}</button>
<div class="scope" id="scope" hidden></div>

<div class="ways" id="ways" role="status"></div>

<div class="search-columns">
<details class="filters" id="filters" hidden>
<summary>{filters}</summary>
<div id="facets"></div>
</details>
<div class="found">
<div class="result-tools" id="result-tools" hidden></div>
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
    followed = {} if words else {"feed": ALL}
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
    return Page(
        uri=SEARCH, meta={**named, "kind": "search", **followed}, text=join(blocks)
    ).render()


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


def search_within(uri: str, field: str, value: str, label: str) -> str:
    """The search box of a gazette or an issue.

    It suggests nothing, as what is suggested may be elsewhere; so it is no form of the role ``search``.

    :param uri: address of the page
    :param field: what the search page knows the limit by, and its value
    :param label: what the box is called
    """
    action, said = relative(uri, SEARCH_ADDRESS), escape_html(label)
    return (
        f'<form class="home-search scripted" aria-label="{said}" method="get" action="{action}">\n'
        f'  <label class="unseen" for="within">{said}</label>\n'
        f'  <input id="within" name="q" type="search" autocomplete="off" placeholder="{said}" required>\n'
        f'  <input type="hidden" name="{field}" value="{escape_html(value)}">\n'
        f'  <button type="submit">{escape_html(say("nav.search"))}</button>\n'
        "</form>"
    )
