"""The pages that every site has: what the archive is, how to use it, and how far everybody can.

Their texts are in ``words/pages``; who publishes the site, by ``mkdocs.yml``, is filled in here.
"""

import re
from collections.abc import Callable, Mapping

from generator.model import Licence, Site
from generator.pages.search_page import SEARCH, search_page
from generator.pages.writing.escape import escape, escape_attribute
from generator.pages.writing.markdown import facts
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
    return escape(site.statement or "")


def imprint(site: Site) -> str:
    """Who publishes the site, how they are reached, on what terms, and where the sources are."""
    known = [
        ("theme.publisher", escape(site.publisher or "")),
        ("theme.contact", contact(site.contact)),
        ("theme.licence", licence(site.licence)),
        ("theme.sources", _address(site.repository, site.repository)),
    ]
    pairs = [(say(key), [value]) for key, value in known if value]
    return facts(pairs, "publisher") if pairs else ""


def feedback(site: Site) -> str:
    """Where mistakes are reported: by the contact address, and in the repository of the archive."""
    reached, repository = contact(site.contact), _address(site.repository, say("about.repository"))
    if reached and repository:
        return say("about.feedback_both", contact=reached, repository=repository)
    if repository:
        return say("about.feedback_repository", repository=repository)
    return say("about.feedback_contact", contact=reached) if reached else ""


def contact(text: str | None) -> str:
    """How the publisher is reached: an address of mail, an address of the web, or other words."""
    if not text or "://" in text:
        return _address(text, text)
    if "@" in text and " " not in text:
        return _address(f"mailto:{text}", text)
    return escape(text)


def licence(terms: Licence | None) -> str:
    """The terms for the edited texts: a name, or a name and an address."""
    if terms is None:
        return ""
    return _address(terms.url, terms.name) if terms.url else escape(terms.name)


def _address(target: str | None, label: str | None) -> str:
    """A link to another site, or to mail."""
    return f'<a href="{escape_attribute(target)}">{escape(label or target)}</a>' if target else ""


PLACES: Mapping[str, Callable[[Site], str]] = {
    "statement": statement,
    "imprint": imprint,
    "feedback": feedback,
}
"""What is filled into which place."""
