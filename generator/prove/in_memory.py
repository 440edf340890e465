"""An archive as it would be published, without a site: pages as HTML, data and index as they would be written."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import markdown
import msgspec

from generator.errors import GazetteError
from generator.export import SERVED, build_data
from generator.model import Archive
from generator.pages import build_assets, build_pages
from generator.pages.writing.addresses import served
from generator.pages.writing.source_lines import text_uri
from generator.publish.engine import CONFIG, inherit
from generator.publish.identity import read_settings, read_site
from generator.search import build_search
from generator.source.source_file import Sources

IN_MEMORY = "in memory"
"""What is proven where there is neither a site nor a bundle."""
ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds to those of the settings."""


class Memory:
    """What a build would publish; only pages that are asked for are made into HTML."""

    name = IN_MEMORY

    def __init__(self, archive: Archive, config: Path, sources: Sources | None = None) -> None:
        self._archive = archive
        self._config = config
        self._sources = sources
        self._of_sources = {text_uri(record): record for record in archive.issues}

    def read(self, address: str) -> bytes | None:
        """The bytes that would be at an address."""
        if address in self._files:
            return self._files[address]
        if address in self._of_sources:
            return self._copy(address)
        text = self._pages.get(address)
        if text is None:
            return None
        return f"<div>{self._markdown.reset().convert(text)}</div>".encode(errors="replace")

    def _copy(self, address: str) -> bytes | None:
        """The source of an issue, as it would be published."""
        issue = msgspec.structs.replace(self._archive, issues=(self._of_sources[address],))
        assets = build_assets(issue, self._sources)
        return next((one.data for one in assets if one.uri == address), None)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address at which something would be."""
        copies = self._of_sources if self._sources else ()
        return (*self._files, *self._pages, *copies)

    @cached_property
    def _files(self) -> dict[str, bytes]:
        """Data files and the files of the index."""
        return dict(self._build_files())

    def _build_files(self) -> Iterator[tuple[str, bytes]]:
        """Data files, then the files of the index."""
        yield from build_data(self._archive, SERVED)
        yield from build_search(self._archive, SERVED)

    @cached_property
    def _pages(self) -> dict[str, str]:
        """The Markdown of the pages by the addresses of their HTML."""
        pages = build_pages(self._archive, read_site(self._config), self._sources)
        return {f"{served(page.uri)}index.html": page.text for page in pages}

    @cached_property
    def _markdown(self) -> markdown.Markdown:
        """Python-Markdown with the extensions of the site."""
        own = read_settings(self._config)
        settings = {**own, **inherit(own, read_settings(CONFIG))}
        said = settings.get("markdown_extensions") or []
        entries = said.items() if isinstance(said, dict) else map(_named, said)
        options: dict[str, Any] = dict(entries)
        try:
            return markdown.Markdown(
                extensions=list(dict.fromkeys([*ALWAYS, *options])),
                extension_configs={name: given for name, given in options.items() if given},
            )
        except (ImportError, AttributeError, TypeError, ValueError, KeyError) as error:
            reason = f"{self._config}: markdown_extensions: {error}"
            raise GazetteError(reason) from error


def _named(entry: Any) -> tuple[str, Any]:
    """An extension and its options."""
    return next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
