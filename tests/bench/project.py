"""The archive that is measured: a project as an editor has it, and what an editor does to it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench import corpus
from tests.bench.meter import Cost, measure

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "generator")
PARTIAL = "partials/footer.html"
"""Of the theme, in the version of the archive, with a line that is on every page."""
END = "</footer>"


class Project:
    """An archive of some documents, and the state that it is set back to."""

    def __init__(self, folder: Path, count: int, seed: int) -> None:
        self.folder, self.count, self.seed = folder, count, seed
        self.kept = folder.with_name(f"{folder.name}-kept")

    @property
    def issues(self) -> Path:
        """The folder of its sources."""
        return self.folder / "issues"

    @property
    def site(self) -> Path:
        """The folder of its site."""
        return self.folder / "site"

    def make(self) -> None:
        """Write the project anew: nothing is built, no cache is there."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        measure((*PROGRAM, "new", str(self.folder), "--title", "公报库"), self.folder.parent)
        shutil.rmtree(self.issues)
        corpus.write_corpus(self.count, self.issues, self.seed)
        config = self.folder / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        config.write_text(
            text.replace("\ntheme:\n", "\ntheme:\n  custom_dir: theme\n", 1), encoding="utf-8"
        )
        self.write_partial("整理")

    def build(self, program: tuple[str, ...] = PROGRAM, **more: str) -> Cost:
        """Build the site as an editor does."""
        return measure((*program, "build"), self.folder, {"PYTHONPATH": str(ROOT), **more})

    def keep(self) -> None:
        """Keep a copy of the state."""
        shutil.rmtree(self.kept, ignore_errors=True)
        shutil.copytree(self.folder, self.kept, symlinks=True)

    def set_back(self) -> None:
        """Be again, at the same place, what was kept."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.kept, self.folder, symlinks=True)

    def remove(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.kept, ignore_errors=True)

    def write_partial(self, words: str) -> None:
        """Write the template that is the archive's own."""
        path = self.folder / "theme" / PARTIAL
        path.parent.mkdir(parents=True, exist_ok=True)
        original = (ROOT / "overrides" / PARTIAL).read_text(encoding="utf-8")
        path.write_text(original.replace(END, f"<p>{words}</p>{END}", 1), encoding="utf-8")


EDITS: dict[str, Callable[[Project], object]] = {
    "unchanged": lambda _: None,
    "newest issue added": lambda project: corpus.add_newest(
        project.count, project.issues, project.seed
    ),
    "old issue added": lambda project: corpus.add_old(project.count, project.issues, project.seed),
    "one correction": lambda project: corpus.correct_one(project.count, project.issues),
    "one template line": lambda project: project.write_partial("整理者"),
}
"""What an editor does to a finished archive, by what the table calls it."""
