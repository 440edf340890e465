"""What MkDocs makes of a page: the steps of its ``Page.render``, with what that keeps to itself."""

from functools import cache
from typing import Any, NamedTuple

import markdown
from mkdocs.config import load_config
from mkdocs.structure import pages as of_mkdocs
from mkdocs.structure.files import File, Files

from generator.publish.dialect import Converted, HeadingToken, convert
from generator.publish.engine import CONFIG


class Rendered(NamedTuple):
    """A page as MkDocs makes it."""

    html: str
    toc: list[HeadingToken]
    title: str | None
    anchors: frozenset[str]


def resolved(address: str) -> str:
    """An address that says that it was resolved, and once."""
    return f"at:{address}"


class _Resolving(of_mkdocs._RelativePathTreeprocessor):  # noqa: SLF001 - Page.render has no other door
    """Resolves any address."""

    def path_to_url(self, url: str) -> str:
        """Say that it is resolved."""
        return resolved(url)


@cache
def settings() -> Any:
    """The settings that every archive takes over."""
    return load_config(str(CONFIG))


def render(text: str) -> Rendered:
    """A page as MkDocs makes it."""
    config = settings()
    extensions, settled = config["markdown_extensions"], config["mdx_configs"] or {}
    md: Any = markdown.Markdown(extensions=extensions, extension_configs=settled)
    file = File("archive/page.md", "docs", "site", use_directory_urls=True)
    files = Files([file])
    raw = of_mkdocs._RawHTMLPreprocessor()  # noqa: SLF001
    anchors = of_mkdocs._ExtractAnchorsTreeprocessor(file, files, config)  # noqa: SLF001
    title = of_mkdocs._ExtractTitleTreeprocessor()  # noqa: SLF001
    for step in (raw, anchors, _Resolving(file, files, config), title):
        step._register(md)  # noqa: SLF001
    html = md.convert(text)
    present = anchors.present_anchor_ids | raw.present_anchor_ids
    return Rendered(html, md.toc_tokens, title.title, frozenset(present))


def made(text: str) -> Converted | None:
    """A page as this program makes it."""
    return convert(text, resolved)


def difference(text: str, converted: Converted) -> str:
    """Where a page differs from that of MkDocs; empty where it is the same."""
    rendered = render(text)
    if converted.anchors != rendered.anchors:
        return f"anchors {converted.anchors ^ rendered.anchors}"
    if tuple(converted) == rendered[:3]:
        return ""
    pairs = zip(converted.html.split("\n"), rendered.html.split("\n"), strict=False)
    unlike = (f"ours {ours!r}, theirs {theirs!r}" for ours, theirs in pairs if ours != theirs)
    return next(unlike, f"ours {converted[1:]!r}, theirs {rendered[1:]!r}")
