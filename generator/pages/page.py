"""A generated page: where it goes, its front matter, its Markdown."""

from typing import Any

import yaml

from generator.model.base import Value

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Page(Value, frozen=True):
    """A page of the site as Markdown."""

    uri: str
    """Path below ``docs_src/``, e.g. ``archive/yunxi/2021/4/1.md``."""
    meta: dict[str, Any]
    """Front matter: ``title``, ``description`` and ``kind`` always, more where the theme shows it."""
    text: str
    """Markdown without front matter, ending in one newline."""

    def render(self) -> str:
        """The whole file: front matter and Markdown."""
        front: str = yaml.dump(self.meta, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=4096)
        return f"---\n{front}---\n\n{self.text}"
