"""What a page says of a document, an issue or a gazette to search engines: JSON-LD in the words of schema.org.

The template puts the address of the page before it (``partials/citing.html``), which only the site knows.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.lexicon.kinds import is_ruling_title
from generator.reference.csl_item import LANGUAGE, plain

Values = Mapping[str, Any]
"""What is known of something, by name; texts are on one line."""
VOCABULARY = "https://schema.org/"
CITES = "citation"
"""The property of what a document cites; its value may be any work, that of others is legislation."""
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end or begin something in a script element, and line ends of scripts, as JSON can write them, too."""


class Related(NamedTuple):
    """A document to which another one has a relation."""

    title: str
    """As far as it is known; may be empty."""
    number: str
    """发文字号; may be empty."""
    address: str = ""
    """Absolute address of its page; empty where the archive has none, or the site does not know its own."""


Relations = Mapping[str, Sequence[Related]]
"""Property of schema.org → the documents to which a document has that relation."""


def document_data(known: Values, relations: Relations) -> str:
    """A document, as the members of an object; what is not known is left out.

    :param known: ``title``, ``number``, ``kind``, ``written``, ``start``, ``force`` (a value of
        ``legislationLegalForce``), ``jurisdiction``, ``issuers``, and those of its issue
    """
    force, jurisdiction = known.get("force"), known.get("jurisdiction")
    found = {
        "@type": "Legislation",
        "name": known["title"],
        "legislationIdentifier": known.get("number"),
        "legislationType": known.get("kind"),
        "legislationDate": known.get("written"),
        "legislationDateOfApplicability": known.get("start"),
        "legislationLegalForce": f"{VOCABULARY}{force}" if force else None,
        "legislationJurisdiction": _named("AdministrativeArea", jurisdiction),
        "legislationPassedBy": [
            _named("GovernmentOrganization", name) for name in known.get("issuers", ())
        ],
        **{name: [_related(one, name) for one in found] for name, found in relations.items()},
        "datePublished": known.get("published"),
        "inLanguage": LANGUAGE,
        "isPartOf": {"@type": "PublicationIssue", **_issue(known)},
    }
    return _members(found)


def issue_data(known: Values) -> str:
    """An issue, as the members of an object; what is not known is left out.

    :param known: ``title``, ``issue_number``, ``published``, ``publisher``, and those of its gazette
    """
    own = {"@type": "PublicationIssue", "name": known["title"], "inLanguage": LANGUAGE}
    return _members(own | _issue(known))


def gazette_data(known: Values) -> str:
    """A gazette, as the members of an object.

    :param known: ``gazette``, ``region``
    """
    own = {"@type": "Periodical", "name": known["gazette"], "spatialCoverage": known.get("region")}
    return _members(own | {"inLanguage": LANGUAGE})


def _issue(known: Values) -> dict[str, Any]:
    """What is known of an issue."""
    found = {
        "issueNumber": known.get("issue_number"),
        "datePublished": known.get("published"),
        "publisher": _named("Organization", known.get("publisher")),
        "isPartOf": _named("Periodical", known["gazette"]),
    }
    return {name: value for name, value in found.items() if value}


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    """Something of which only the name is said; None without one."""
    return {"@type": kind, "name": plain(name)} if name else None


def _related(related: Related, relation: str) -> dict[str, str]:
    """Another document: by the address of its page, else by title and number.

    What is cited may be a form, a system or a map too: it is called legislation where it has a 发文字号 or a title of
    such.
    """
    if related.address:
        return {"@id": related.address}
    rules = relation != CITES or related.number or is_ruling_title(related.title)
    known = {"name": plain(related.title), "legislationIdentifier": plain(related.number)}
    named = {name: text for name, text in known.items() if text}
    return {"@type": "Legislation" if rules else "CreativeWork"} | named


def _members(found: Values) -> str:
    """The members of an object as JSON, in which nothing can end the script element that it is in."""
    known = {name: value for name, value in found.items() if value}
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return text[1:-1].translate(_ESCAPED)
