"""Where a project keeps what it publishes."""

from pathlib import Path

from generator.model import Value


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
        """Where sites are built before they are shown; beside the site, so that moving one there is a mere rename."""
        return self.site.absolute().parent / ".build"
