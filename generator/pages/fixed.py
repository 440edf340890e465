"""The pages that every site has: what the archive is, how to use it, and how far everybody can.

Their texts are in ``words/pages``; who publishes the site, by ``mkdocs.yml``, is filled in here.
"""

import re
from collections.abc import Callable, Mapping

from generator.model import Licence, Site
from generator.pages.search_page import SEARCH, search_page
from generator.pages.writing.escape import escape_html
from generator.words.fixed_texts import read_fixed
from generator.words.say import say

FIXED = ("about.md", "accessibility.md", "help.md", SEARCH)
"""Addresses of the pages that every site has."""

_PLACE = re.compile(r'<div data-site="(\w+)"></div>')
"""A place in a text for what is known of the publisher."""


def fixed_page(address: str, site: Site) -> str:
    """One of the fixed pages as a whole file, in the language of the site."""
    if address == SEARCH:
        return search_page()
    text = read_fixed(address.removesuffix(".md"))
    return _PLACE.sub(lambda place: PLACES[place[1]](site), text)


def without_places(text: str) -> str:
    """A fixed page as an archive's own: what is known of the publisher is shown below it by the theme."""
    return _PLACE.sub("", text).replace("\n\n\n", "\n")


def statement(site: Site) -> str:
    """What kind of site it is, in the words of its publisher."""
    return f"<p>{escape_html(site.statement)}</p>" if site.statement else ""


def imprint(site: Site) -> str:
    """Who publishes the site, how they are reached, on what terms, and where the sources are."""
    known = [
        ("theme.publisher", escape_html(site.publisher or "")),
        ("theme.contact", contact(site.contact)),
        ("theme.licence", licence(site.licence)),
        ("theme.sources", _link(site.repository, site.repository)),
    ]
    rows = [f"<dt>{say(key)}</dt><dd>{value}</dd>" for key, value in known if value]
    return "\n".join(['<dl class="publisher">', *rows, "</dl>"]) if rows else ""


def feedback(site: Site) -> str:
    """Where mistakes are reported: by the contact address, and in the repository of the archive."""
    reached, repository = contact(site.contact), _link(site.repository, say("about.repository"))
    if reached and repository:
        said = say("about.feedback_both", contact=reached, repository=repository)
    elif repository:
        said = say("about.feedback_repository", repository=repository)
    else:
        said = say("about.feedback_contact", contact=reached) if reached else ""
    return f"<p>{said}</p>" if said else ""


def contact(text: str | None) -> str:
    """How the publisher is reached: an address of mail, an address of the web, or other words."""
    if not text or "://" in text:
        return _link(text, text)
    if "@" in text and " " not in text:
        return _link(f"mailto:{text}", text)
    return escape_html(text)


def licence(terms: Licence | None) -> str:
    """The terms for the edited texts: a name, or a name and an address."""
    if terms is None:
        return ""
    return _link(terms.url, terms.name) if terms.url else escape_html(terms.name)


def _link(target: str | None, label: str | None) -> str:
    """A link to another site, or to mail."""
    return f'<a href="{escape_html(target)}">{escape_html(label or target)}</a>' if target else ""


PLACES: Mapping[str, Callable[[Site], str]] = {
    "statement": statement,
    "imprint": imprint,
    "feedback": feedback,
}
"""What is filled into which place."""
