"""Where a project keeps what it publishes."""

from pathlib import Path

from generator.model import Value
from generator.publish.turns import work_folder


class Layout(Value, frozen=True):
    """Paths of a project, relative to the working folder or absolute."""

    config: Path = Path("mkdocs.yml")
    """Configuration of MkDocs."""
    docs: Path = Path("docs_src")
    """Pages, by hand and generated."""
    site: Path = Path("site")
    """The finished site."""
    dist: Path = Path("dist")
    """Finished bundles."""

    @property
    def staging(self) -> Path:
        """Where sites and bundles are built before they are shown."""
        return work_folder(self.site)
