"""How addresses look in the site that is being built: those of its pages, and those of the forms of a document."""

from urllib.parse import quote

from generator.model import Value

FOLDER = "data/documents"
"""Where the forms of documents are."""


class Links(Value, frozen=True):
    """How the addresses of pages look in the site that is being built."""

    issue_end: str = "/"
    """What follows the id of an issue:
    ``/`` on a server, ``/index.html`` in a bundle opened from a disk."""
    document_end: str = "/"
    """What follows the id of a document: ``/`` on a server, ``.html`` in a bundle."""
    has_texts: bool = False
    """Whether plain text and Markdown of each document are files of their own; a server has its script make them."""

    site: str = ""
    """Absolute address of the site with its final slash, ``https://example.org/gazettes/``; empty where nobody knows
    it, and what needs it is not made."""

    def issue(self, id_: str) -> str:
        """Address of the page of an issue, relative to the root of the site."""
        return f"archive/{id_}{self.issue_end}"

    def document(self, id_: str) -> str:
        """Address of the page of a document, relative to the root of the site."""
        return f"archive/{id_}{self.document_end}"

    def absolute(self, address: str) -> str:
        """An address below the root of the site as an absolute one; raises where that of the site is not known."""
        if not self.site:
            reason = "the address of the site is not known"
            raise LookupError(reason)
        return f"{self.site}{quote(address)}"


SERVED = Links()
"""Addresses of a site on a server."""

BUNDLED = Links(issue_end="/index.html", document_end=".html", has_texts=True)
"""Addresses of a site that is opened from a disk."""


def form_address(id_: str, ending: str) -> str:
    """Address of a form of a document, relative to the root of the site.

    :param ending: ``json``, ``xml``, ``txt`` or ``md``
    """
    return f"{FOLDER}/{id_}.{ending}"


def document_of(address: str) -> str:
    """Id of the document of which a file is a form."""
    return address.removeprefix(f"{FOLDER}/").rpartition(".")[0]
