"""The archives that an index is over: where the data of each is, and where it is published."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.errors import WrongUse
from generator.model import Value
from generator.publish.address import check_address
from generator.publish.turns import real

DATA = "data"
"""The folder of the data files in a site."""

CATALOG_NAME = "catalog.json"
"""The file in it by which a folder of data is known."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
"""With what an address begins that is no path."""
_BESIDE = re.compile(r"(?:\.\./)*[\w~-][\w.~-]*(?:/[\w~-][\w.~-]*)*/?")
"""A relative path without a query, ``../huaiyin/site``."""
_MARKUP = re.compile(r"[][()*!@]")
"""What an address of the web may hold, and Markdown may read otherwise."""
_OUTSIDE = re.compile(r"^(?:https?://)?")
"""What is not repeated in the name of an archive."""


class Member(Value, frozen=True):
    """An archive of the index."""

    given: str
    """As the command line names it."""
    root: Path
    """The folder of its site, or that of its data files where there is no other."""
    data: Path
    """The folder of its data files."""
    address: str
    """Of its site, with a final slash: absolute, or a path from the root of the index."""

    @property
    def key(self) -> str:
        """A name that no other archive has or changes: its address without scheme, ``a.example:gazettes``."""
        return _OUTSIDE.sub("", self.address).rstrip("/").replace("/", ":")

    @property
    def host(self) -> str:
        """Where it is, without what all addresses have: ``a.example/gazettes``, ``huaiyin/site``."""
        return _OUTSIDE.sub("", self.address).rstrip("/").removeprefix("../")

    def where(self, index: str | None) -> str:
        """Its address as a reader can type it, without scheme; as it is where nobody knows that of the index.

        :param index: the address of the index
        """
        return _OUTSIDE.sub("", urljoin(index or "", self.address))


def find_members(given: Iterable[str], into: Path) -> tuple[Member, ...]:
    """The archives that the command line names, in the order of their keys.

    :param into: the folder of the index

    Raises :class:`~generator.errors.WrongUse` for one whose documents would have no address, and for two at one.
    """
    members = sorted((find_member(one, into) for one in given), key=lambda member: member.key)
    for key, count in Counter(member.key for member in members).items():
        if count > 1:
            names = ", ".join(member.given for member in members if member.key == key)
            reason = f"{names}: have one and the same address: {key}"
            raise WrongUse(reason)
    _refuse_twice(members)
    return tuple(members)


def _refuse_twice(members: Iterable[Member]) -> None:
    """Refuse data that are given twice, whatever address each has."""
    given: dict[Path, str] = {}
    for member in members:
        data = real(member.data)
        if data in given:
            reason = f"{given[data]}, {member.given}: are one and the same archive: {data}"
            raise WrongUse(reason)
        given[data] = member.given


def find_member(given: str, into: Path) -> Member:
    """An archive by ``path=address``, or by its path alone where it lies beside the index."""
    path, said = _divide(given)
    data = path / DATA if (path / DATA / CATALOG_NAME).exists() else path
    if said:
        return Member(given, path, data, _address(said, given))
    if data == path and (path / CATALOG_NAME).exists():
        reason = f"{given}: is data without a site; say where the site is: {given}=https://…"
        raise WrongUse(reason)
    site, index = real(path), real(into)
    if site.parent != index.parent or not _BESIDE.fullmatch(site.name):
        reason = f"{given}: does not lie beside {into}, so no link leads there; say where it is: {given}=https://…"
        raise WrongUse(reason)
    return Member(given, path, data, f"../{site.name}/")


def _divide(given: str) -> tuple[Path, str]:
    """Path and address of an archive, the latter empty where none is given; a path may hold ``=`` itself."""
    if Path(given).exists():
        return Path(given), ""
    path, _, said = given.partition("=")
    return Path(path), said


def _address(said: str, given: str) -> str:
    """The address of a site with a final slash."""
    if _SCHEME.match(said):
        address = check_address(said, given)
        if _MARKUP.search(address):
            reason = (
                f"{given}: an address has brackets, stars and the like only in other signs (%28)"
            )
            raise WrongUse(reason)
        return _in_one_form(address, given)
    if not _BESIDE.fullmatch(said):
        reason = f"{given}: an address begins with http:// or https://, or is a plain path from the index: ../site"
        raise WrongUse(reason)
    return said if said.endswith("/") else f"{said}/"


def _in_one_form(address: str, given: str) -> str:
    """An address of the web whose scheme and host are in lower case; one that climbs is refused."""
    parts = urlsplit(address)
    if {".", ".."} & {unquote(step) for step in parts.path.split("/")}:
        reason = f"{given}: an address of the web has no steps like . and .."
        raise WrongUse(reason)
    return parts._replace(netloc=parts.netloc.lower()).geturl()
