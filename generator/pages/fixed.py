"""The pages that every site has: what the archive is, how to use it, and how far everybody can.

Their texts are in ``words/pages``; who publishes the site, by ``mkdocs.yml``, is filled in here.
"""

import re
from collections.abc import Callable, Mapping

from generator.lexicon.characters import HAN
from generator.model import Licence, Site
from generator.pages.search_page import SEARCH, search_page
from generator.pages.writing.escape import GAZETTES_TAG, escape_html, in_its_language
from generator.words.fixed_texts import read_fixed
from generator.words.say import say, spoken

FIXED = ("about.md", "accessibility.md", "help.md", SEARCH)
"""Addresses of the pages that every site has."""

_PLACE = re.compile(r'<div data-site="(\w+)"></div>')
"""A place in a text for what is known of the publisher."""
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_WIDE = r"[\u3000-\u303f\uff00-\uffef…]"
_CHINESE = re.compile(
    rf"(?P<code>`[^`]*`)|(?P<kept>^ {{4}}.*$|\]\([^)]*\)|\{{[^}}]*\}}|<[^>]*>)"
    rf"|(?P<words>\d*(?:{HAN}|{_WIDE})(?:[\d -]*(?:{HAN}|{_WIDE}))*)",
    re.MULTILINE,
)
"""Code, what is no text, and a stretch of Chinese with its figures, in a line of Markdown."""
_HAN = re.compile(HAN)
_CODE = '<div class="code"'
"""How a program begins, whose words are those of the gazettes."""


def fixed_page(address: str, site: Site) -> str:
    """One of the fixed pages as a whole file, in the language of the site."""
    if address == SEARCH:
        return search_page()
    text = fixed_text(address.removesuffix(".md"))
    return _PLACE.sub(lambda place: PLACES[place[1]](site), text)


def fixed_text(name: str) -> str:
    """The text of a fixed page, which says what is Chinese in it where the site speaks another language."""
    text = read_fixed(name)
    front = _FRONT.match(text)
    if spoken().is_chinese or front is None:
        return text
    marked = mark_chinese(text[front.end() :])
    return front[0] + marked.replace(_CODE, f'{_CODE} lang="{GAZETTES_TAG}"')


def mark_chinese(text: str) -> str:
    """A text in another language, in which each stretch of Chinese says that it is that."""
    return _CHINESE.sub(_in_chinese, text)


def _in_chinese(match: re.Match[str]) -> str:
    """A stretch of Chinese as a span; code has its language as an attribute of its own."""
    if match["kept"] or not _HAN.search(match[0]):
        return match[0]
    if match["code"]:
        return f'{match[0]}{{: lang="{GAZETTES_TAG}" }}'
    return f'<span lang="{GAZETTES_TAG}">{match[0]}</span>'


def without_places(text: str) -> str:
    """A fixed page as an archive's own: what is known of the publisher is shown below it by the theme."""
    return _PLACE.sub("", text).replace("\n\n\n", "\n")


def statement(site: Site) -> str:
    """What kind of site it is, in the words of its publisher."""
    return f"<p>{_as_text(site.statement)}</p>" if site.statement else ""


def imprint(site: Site) -> str:
    """Who publishes the site, how they are reached, on what terms, and where the sources are."""
    known = [
        ("theme.publisher", _as_text(site.publisher or "")),
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
    return _as_text(text)


def licence(terms: Licence | None) -> str:
    """The terms for the edited texts: a name, or a name and an address."""
    if terms is None:
        return ""
    return _link(terms.url, terms.name, ' rel="license"') if terms.url else _as_text(terms.name)


def _link(target: str | None, label: str | None, more: str = "") -> str:
    """A link to another site, or to mail.

    :param more: further attributes of its tag
    """
    if not target:
        return ""
    return f'<a href="{escape_html(target)}"{more}>{_as_text(label or target)}</a>'


def _as_text(text: str) -> str:
    """Words of the publisher, which say that they are Chinese on a site in another language."""
    return in_its_language(text, escape_html(text))


PLACES: Mapping[str, Callable[[Site], str]] = {
    "statement": statement,
    "imprint": imprint,
    "feedback": feedback,
}
"""What is filled into which place."""
