"""The address that a site is going to have.

It is checked before anything is written, as it is printed on every page.
"""

import re
from urllib.parse import urlsplit

from msgspec.structs import replace

from generator.errors import WrongUse
from generator.export import SERVED, Links
from generator.export.bulk.sqlite_file import UNINDEXED, can_index
from generator.publish.identity import read_settings
from generator.publish.layout import Layout

OPTION = "--site-url (SITE_URL)"
"""What an error calls the address that the command line gives."""
UNADDRESSED = "site_url is not set, so the site has no feeds, no sitemap.xml, no opensearch.xml and no dcat.jsonld"
"""What a build says of a site whose address nobody knows."""
_SHOWN = 80
"""Most characters of a bad address that an error quotes."""
_FOREIGN = re.compile(r"[\s\x00-\x20\x7f-\x9f\ud800-\udfff\"'`<>\\{}|^&]")
"""What no address holds as it is: blanks, control characters, quotes and other marks of markup."""
_HOST = re.compile(r"(?!.*\.\.)[^\W_](?:[\w.-]*\w)?\.?|[0-9a-f:.]*:[0-9a-f:.]*", re.IGNORECASE)


def site_address(layout: Layout, given: str | None = None) -> str | None:
    """The address that is given, with its final slash.

    None where ``mkdocs.yml`` says it, or nobody. Raises :class:`~generator.errors.WrongUse` for one
    that cannot be an address, there or here.
    """
    configured = read_settings(layout.config).get("site_url")
    if configured is not None and configured != "":
        check_address(configured, f"{layout.config}: site_url")
    return check_address(given, OPTION) if given else None


def links_to(layout: Layout, given: str | None = None) -> Links:
    """How addresses look in a site on a server, which may have an absolute address.

    :param given: what :func:`site_address` gives; None for what ``mkdocs.yml`` says
    """
    configured = read_settings(layout.config).get("site_url")
    address = given or configured
    return replace(SERVED, site=check_address(address, OPTION) if address else "")


def name_lacking(layout: Layout, given: str | None) -> list[str]:
    """What a site goes without, a line for each reason: nobody knows its address, or this SQLite cannot index."""
    lacking = [] if links_to(layout, given).site else [f"{layout.config}: {UNADDRESSED}"]
    return lacking if can_index() else [*lacking, UNINDEXED]


def web_address(layout: Layout, given: str | None = None) -> str:
    """The address that a site has on the web, with its final slash: the given one, else that of ``mkdocs.yml``.

    Empty where nobody says it. Raises as :func:`site_address` does.
    """
    return links_to(layout, site_address(layout, given)).site


def check_address(address: object, source: str) -> str:
    """An absolute address of the web, ``https://example.org/gazettes/``, with a final slash.

    :param source: what an error calls the place that says it
    """
    if not isinstance(address, str):
        raise WrongUse(f"{source}: is no address: {str(address)[:_SHOWN]!r}")
    reason = _find_fault(address)
    if reason:
        raise WrongUse(f"{source}: {reason}: {address[:_SHOWN]!r}")
    return address if address.endswith("/") else f"{address}/"


def _find_fault(address: str) -> str | None:
    """Why an address cannot be one; None where it can."""
    if _FOREIGN.search(address):
        return "an address holds no blanks, quotes, control characters or marks of markup"
    if "?" in address or "#" in address:
        return "the address of a site has no query and no fragment"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "is no address"
    if parts.scheme not in ("http", "https"):
        return "an address begins with http:// or https://"
    if not host or not _HOST.fullmatch(host):
        return "an address names a host"
    return None
