"""Where a project keeps what it publishes."""

from pathlib import Path

from generator.model import Value
from generator.publish.turns import may_hold, work_folder


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
        """Where sites and bundles are built before they are shown.

        Beside the site, where that may be written. A site that is a mounted volume may lie in a
        folder that is nobody's to write; then it is beside the pages.
        """
        beside_site, beside_docs = work_folder(self.site), work_folder(self.docs)
        return beside_docs if may_hold(beside_docs) and not may_hold(beside_site) else beside_site
