"""Which settings of Material for MkDocs work, and why others cannot.

The pages are a skeleton of their own: it runs no script of Material, loads nothing from another host and
is complete without scripts. Whoever sets what cannot work hears of it once, by name.
"""

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
    "theme.palette.accent": "links and focus have colours of their own, which contrast asks for",
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
    palette = theme.get("palette") or []
    schemes = palette if isinstance(palette, list) else [palette]
    if not all(isinstance(scheme.get("toggle"), dict | None) for scheme in schemes):
        yield "theme.palette.toggle", "must hold names and values"
    for key in LISTS:
        entries = extra.get(key.removeprefix("extra.")) or []
        if not isinstance(entries, list) or not all(map(_is_linked, entries)):
            yield key, "must be a list, and each entry have a link between quotation marks"


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
    theme = settings.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    icons = theme.get("icon") or {}
    yield from (
        f"theme.icon.{name} cannot work: {OTHER_ICON}" for name in icons if name not in USED
    )
    for feature in theme.get("features") or []:
        reasons = [why for start, why in FEATURES.items() if str(feature).startswith(start)]
        yield f"theme.features: {feature} cannot work: {[*reasons, UNKNOWN_FEATURE][0]}"
    for plugin in _names(settings.get("plugins") or []):
        name = plugin.removeprefix("material/")
        if name in PLUGINS:
            yield f"plugins: {plugin} does nothing: {PLUGINS[name]}"


def _is_set(settings: Any, path: list[str]) -> bool:
    """Whether something is said below a path of keys; any of a list will do."""
    if not path:
        return bool(settings)
    if isinstance(settings, list):
        return any(_is_set(one, path) for one in settings)
    return isinstance(settings, dict) and _is_set(settings.get(path[0]), path[1:])


def _names(plugins: Any) -> Iterator[str]:
    """The names of plugins, which have options or none."""
    for plugin in plugins:
        yield from [plugin] if isinstance(plugin, str) else plugin
