"""Parts of the frame that are equal on many pages, filled once for all of them.

Head and foot of a page ask for the settings, the navigation and the kind of the page, and for nothing else of it than
where their links lead from there. Pages on which all that is equal have the same ones.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, pass_context
from jinja2.runtime import Context

from generator.publish.engine import THEME

PARTS = ("partials/header.html", "partials/footer.html")
"""The templates that are filled once."""
AROUND = "main.html"
"""The template that gives them their words."""
WITHIN = (
    "partials/alternate.html", "partials/contact.html", "partials/imprint.html", "partials/licence.html",
    "partials/logo.html", "partials/palette.html", "partials/reader-tools.html", "partials/social.html",
)  # fmt: skip
"""What they include."""
ICONS = ".icons"
"""The folder of the pictures that they include; those of an installed theme ask for nothing."""
MOST = 256
"""Texts of a part that are kept."""

Fill = Callable[[Context], Iterator[str]]
"""What fills a template, in pieces."""


def keep_parts(env: Environment, themes: Iterable[Path]) -> None:
    """Let an environment fill these parts once, unless the archive has one of them, or icons, of its own.

    :param themes: the folders of themes that are nobody's package
    """
    if not all(_is_ours(env, name) for name in (AROUND, *PARTS, *WITHIN)):
        return
    if any((folder / ICONS).exists() for folder in themes):
        return
    links = _Links(env.filters["url"])
    env.filters["url"] = links.note
    for name in PARTS:
        template = env.get_template(name)
        template.root_render_func = Part(template.root_render_func, links).fill


def _is_ours(env: Environment, name: str) -> bool:
    """Whether a template is that of the program."""
    try:
        found = env.get_template(name).filename
    except TemplateNotFound:
        return False
    return found is not None and Path(found).resolve() == (THEME / name).resolve()


class _Links:
    """The filter that leads a link from a page, which can tell what it was asked for."""

    def __init__(self, lead: Callable[[Context, str], str]) -> None:
        self.lead = lead
        """The address as it is written on the page that is filled."""
        self.asked: list[str] | None = None
        """The links of which somebody wants to know; None while nobody does."""

    @pass_context
    def note(self, context: Context, address: str) -> str:
        """The address as it is written on the page that is filled."""
        if self.asked is not None:
            self.asked.append(address)
        return self.lead(context, address)


class Part:
    """A part of the frame with its texts so far."""

    def __init__(self, fill: Fill, links: _Links) -> None:
        self._fill, self._links = fill, links
        self._asked: dict[str, list[str]] = {}
        """Kind of page → the links of the part, as they are in the settings."""
        self.texts: dict[tuple[str, ...], str] = {}
        """Kind of page, and the links as they are written → text."""

    def fill(self, context: Context) -> Iterator[str]:
        """The part on a page."""
        kind = str(context["meta"].get("kind"))
        if kind not in self._asked:
            self._asked[kind] = self._links_of(context)
        key = (kind, *[self._links.lead(context, link) for link in self._asked[kind]])
        if key not in self.texts:
            if len(self.texts) >= MOST:
                self.texts.clear()
            self.texts[key] = "".join(self._fill(context))
        yield self.texts[key]

    def _links_of(self, context: Context) -> list[str]:
        """The links of the part, as they are in the settings; a page of the same kind has the same ones."""
        asked: list[str] = []
        self._links.asked = asked
        for _ in self._fill(context):
            pass
        self._links.asked = None
        return asked
