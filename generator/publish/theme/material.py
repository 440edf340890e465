"""Which settings of Material for MkDocs work, and why others cannot.

The pages are a skeleton of their own: it runs no script of Material, loads nothing from another host and
is complete without scripts. Whoever sets what cannot work hears of it once, by name.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.publish.theme.icons import USED

WORKS = (
    "theme.name", "theme.custom_dir", "theme.language", "theme.palette", "theme.logo", "theme.favicon",
    "theme.icon.logo", "theme.icon.repo", "copyright", "repo_url", "repo_name", "edit_uri", "extra.homepage",
    "extra.generator", "extra.social", "extra.alternate",
)  # fmt: skip
"""Settings that do what users of Material expect."""

CANNOT: Mapping[str, str] = {
    "theme.font": "readers choose among the typefaces of their device; no other host is asked for one",
    "theme.direction": "Chinese and English are written from left to right",
    "theme.palette.accent": "links have the primary colour, and focus a colour that can be seen on all",
    "theme.variant": "the pages have one layout",
    "edit_uri_template": "edit_uri alone makes the address of a file of corrections",
    "extra.analytics": "the content policy forbids scripts of others; count visits by the log of the server",
    "extra.consent": "nothing is stored that asks for consent",
    "extra.version": "an archive has one version, which grows",
    "extra.status": "a page has no status; that of a document is found by the program",
    "extra.tags": "the registers take the place of tags",
    "extra.annotate": "pages have no code to annotate",
    "extra.comments": "the content policy forbids scripts of others",
    "extra.polyfills": "scripts of the program need none; name your own in extra_javascript",
    "extra.scope": "what a reader chooses is kept for the whole host",
}  # fmt: skip
"""Settings that cannot work, and why."""

FEATURES: Mapping[str, str] = {
    "announce.": "there is no announcement; say it on the home page",
    "content.action.": "edit_uri alone makes the link for corrections",
    "content.": "pages have no code, tabs or tooltips of Material",
    "header.": "the head does not stay in sight",
    "navigation.": "pages are whole without scripts; menu, sections and the link to the top are always there",
    "search.": "the search is the program's own; it suggests, marks and can be shared without a setting",
    "toc.": "the outline follows the reader without a setting",
}
"""Beginnings of the names below ``theme.features``: none of them works."""

PLUGINS: Mapping[str, str] = {
    "search": "the program writes an index of its own; this one is loaded by no page",
    "tags": "the registers take the place of tags",
    "blog": "the templates of posts are Material's",
    "social": "the head of a page has no place for its cards",
    "privacy": "no page loads anything from another host",
    "offline": "gongbao bundle makes a site for reading without a network",
    "typeset": "titles are set by the program",
    "projects": "an archive is one project",
}
"""Plugins of Material that do nothing for these pages."""

OTHER_ICON = "no page shows this icon"
UNKNOWN_FEATURE = "the pages have nothing of this name"


LEADS_NOWHERE = "without repo_url it leads nowhere"

NO_SCRIPT = "must be an address, and a script is none"
_SCRIPT = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_PASSED_OVER = re.compile(r"[\x00-\x20]")
"""What browsers pass over in the beginning of an address."""

LISTS = ("extra.social", "extra.alternate")
"""Settings that are lists, each entry with a ``link`` and more."""


def find_misshapen(settings: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The settings of another shape than Material documents, each with what it must be."""
    theme, extra = settings.get("theme"), settings.get("extra") or {}
    theme = theme if isinstance(theme, dict) else {}
    if not isinstance(theme.get("icon"), dict | None):
        yield "theme.icon", "must hold names and values"
    if not isinstance(theme.get("features"), list | None):
        yield "theme.features", "must be a list of names"
    if not isinstance(extra.get("homepage"), str | None):
        yield "extra.homepage", "must be text between quotation marks"
    palette = theme.get("palette") or []
    schemes = palette if isinstance(palette, list) else [palette]
    if not all(isinstance(scheme.get("toggle"), dict | None) for scheme in schemes):
        yield "theme.palette.toggle", "must hold names and values"
    if not all(map(_is_plugin, list_plugins(settings.get("plugins")))):
        yield "plugins", "must be a list of names"
    for key in LISTS:
        entries = extra.get(key.removeprefix("extra.")) or []
        if not isinstance(entries, list) or not all(map(_is_linked, entries)):
            yield key, "must be a list, and each entry have a link between quotation marks"
    yield from ((key, NO_SCRIPT) for key, link in find_links(settings) if is_script(link))


def _is_linked(entry: Any) -> bool:
    """Whether an entry is names and texts, with a link."""
    known = ("link", "name", "icon", "lang")
    return (
        isinstance(entry, dict)
        and bool(entry.get("link"))
        and all(isinstance(entry.get(name), str | None) for name in known)
    )


def find_unusable(settings: dict[str, Any]) -> Iterator[str]:
    """The settings that cannot work, one a line, each with the reason.

    :param settings: as ``mkdocs.yml`` says them
    """
    for key, reason in CANNOT.items():
        if _is_set(settings, key.split(".")):
            yield f"{key} cannot work: {reason}"
    if leads_nowhere(settings):
        yield f"edit_uri cannot work: {LEADS_NOWHERE}"
    theme = settings.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    icons = theme.get("icon") or {}
    yield from (
        f"theme.icon.{name} cannot work: {OTHER_ICON}" for name in icons if name not in USED
    )
    for feature in theme.get("features") or []:
        reasons = [why for start, why in FEATURES.items() if str(feature).startswith(start)]
        yield f"theme.features: {feature} cannot work: {[*reasons, UNKNOWN_FEATURE][0]}"
    for plugin in map(_name_of, list_plugins(settings.get("plugins"))):
        if is_useless(plugin):
            yield f"plugins: {plugin} is left out: {PLUGINS[_short(plugin)]}"


def keep_useful(plugins: Any) -> list[Any]:
    """The plugins that a site is built with, of those that are said.

    Those of :data:`PLUGINS` do harm too: ``offline`` gives every page another address, ``privacy``
    asks other hosts.
    """
    return [entry for entry in list_plugins(plugins) if not is_useless(_name_of(entry))]


def is_useless(plugin: str) -> bool:
    """Whether a plugin is one of Material's that do nothing for these pages."""
    return _short(plugin) in PLUGINS


def find_links(settings: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The addresses that pages link to, as settings say them, each with its key."""
    extra = settings.get("extra") or {}
    licence, contact = extra.get("licence"), extra.get("contact")
    yield from ((key, settings.get(key)) for key in ("repo_url", "edit_uri"))
    yield "extra.homepage", extra.get("homepage")
    yield "extra.licence.url", licence.get("url") if isinstance(licence, dict) else None
    yield "extra.contact", contact if "://" in str(contact) else None
    for key in LISTS:
        entries = extra.get(key.removeprefix("extra."))
        for entry in entries if isinstance(entries, list) else ():
            yield key, entry.get("link") if isinstance(entry, dict) else None


def is_script(link: Any) -> bool:
    """Whether a browser that follows an address would run it, or show it as a page.

    The content policy forbids that, but a bundle has none.
    """
    return isinstance(link, str) and bool(_SCRIPT.match(_PASSED_OVER.sub("", link)))


def list_plugins(plugins: Any) -> list[Any]:
    """The entries of ``plugins``, which is a list, or holds names and options."""
    if isinstance(plugins, dict):
        return [{name: options} for name, options in plugins.items()]
    return plugins if isinstance(plugins, list) else [] if plugins is None else [plugins]


def _is_plugin(entry: Any) -> bool:
    """Whether an entry is a name, or one name with options."""
    names = list(entry) if isinstance(entry, dict) else [entry]
    return len(names) == 1 and isinstance(names[0], str)


def _name_of(entry: Any) -> str:
    """The name of a plugin, which has options or none."""
    return str(next(iter(entry))) if isinstance(entry, dict) else str(entry)


def _short(plugin: str) -> str:
    return plugin.removeprefix("material/")


def leads_nowhere(settings: dict[str, Any]) -> bool:
    """Whether ``edit_uri`` is a part of an address of which the rest is not said."""
    said = settings.get("edit_uri")
    return (
        isinstance(said, str) and said != "" and "://" not in said and not settings.get("repo_url")
    )


def _is_set(settings: Any, path: list[str]) -> bool:
    """Whether something is said below a path of keys; any of a list will do."""
    if not path:
        return bool(settings)
    if isinstance(settings, list):
        return any(_is_set(one, path) for one in settings)
    return isinstance(settings, dict) and _is_set(settings.get(path[0]), path[1:])
