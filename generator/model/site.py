"""Who publishes an archive, and what it is called: each said once, in ``mkdocs.yml``."""

from generator.model.base import Value


class Licence(Value, frozen=True):
    """The terms under which the edited texts may be used."""

    name: str
    """As a reader knows it, e.g. CC BY 4.0."""
    url: str | None = None
    """Where it can be read."""


class Site(Value, frozen=True):
    """The identity of a site; what nobody said is None and is left out of the pages."""

    name: str
    """``site_name``, e.g. 某某市政府公报文库."""
    short_name: str | None = None
    """``extra.short_name``, for places with room for some sixteen characters."""
    description: str | None = None
    """``site_description``: a sentence on what the archive holds."""
    publisher: str | None = None
    """``site_author``: the organ or the people who publish the archive."""
    contact: str | None = None
    """``extra.contact``: an address of electronic mail, a web address, or any other words."""
    repository: str | None = None
    """``repo_url``: where the sources of the archive are kept."""
    corrections: str | None = None
    """Where a file below the folder of issues is edited in the repository, by ``edit_uri``;
    ends in a slash."""
    licence: Licence | None = None
    """``extra.licence``."""
    statement: str | None = None
    """``extra.statement``: what kind of site it is."""
    address: str | None = None
    """``site_url`` or what the command line says instead: where the site is, with a final slash."""
    language: str = "zh"
    """The language of its words, by ``theme.language``: one that has a catalogue."""
    whole: str | None = None
    """Where the site is of a part of an archive: the address of the whole one on the web, with its
    final slash, and empty where nobody says it; None for a whole archive."""
