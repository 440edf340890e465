"""The files of the documentation, as MkDocs asks for them, without a look at each generated page."""

from collections.abc import Callable, Iterable
from pathlib import PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel


class KnownFiles(Files):
    """Some files, and all others that are asked for and that the archive has.

    A generated page becomes a file of its own when a link or the navigation leads to it; it is in no list of pages.
    """

    def __init__(
        self, files: Iterable[File], config: MkDocsConfig, is_generated: Callable[[str], bool]
    ) -> None:
        """Take the files that are there, and what says of any other address whether it is generated."""
        super().__init__(files)
        self._config = config
        self._is_generated = is_generated
        self._led_to: dict[str, File] = {}
        self.asked: list[str] = []
        """The generated files that were asked for, in their order."""

    def get_file_from_path(self, path: str) -> File | None:
        """The file at an address below the folder of the documentation."""
        uri = PurePath(path).as_posix()
        if found := super().get_file_from_path(uri):
            return found
        if not self._is_generated(uri):
            return None
        self.asked.append(uri)
        return self._led_to.get(uri) or self._lead_to(uri)

    def _lead_to(self, uri: str) -> File:
        """A generated file that is asked for for the first time."""
        file = self._led_to[uri] = file_of(uri, self._config)
        return file


def file_of(uri: str, config: MkDocsConfig) -> File:
    """A file of the documentation that is not in the navigation unless that leads to it."""
    return File(
        uri,
        config.docs_dir,
        config.site_dir,
        config.use_directory_urls,
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
