"""The programs that make a site of the pages: MkDocs, and others that read the same folder and settings."""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from generator.errors import GazetteError
from generator.model import Value
from generator.publish.engine import THEME
from generator.publish.frames.frame_settings import MOST_SHOWN
from generator.publish.mkdocs import Making, make_here
from generator.publish.theme.discovery import SITEMAP, sitemap
from generator.publish.turns import new_folder
from generator.source.yaml_file import shorten
from generator.words.navigation import translate_navigation
from generator.words.say import spoken


class Program(Value, frozen=True):
    """A program that takes the place of MkDocs; it is run as ``python -m …`` of the same Python."""

    module: str
    """What it is called by Python and by pip."""
    leftovers: tuple[str, ...] = ()
    """Files that it makes for its own theme only."""
    lists_all: bool = True
    """Whether its sitemap has every page, not only those of the navigation."""


_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
"""What a terminal takes for a colour."""
_NOTICE = re.compile(
    r"^(?:warning|error)[ \t:-]+(?P<text>.*)(?:\n\W*╭─\[ (?P<place>.*) \])?",
    re.IGNORECASE | re.MULTILINE,
)
"""A warning or an error as it is printed; Zensical draws a frame around the place."""

PROPERDOCS = Program("properdocs")
ZENSICAL = Program("zensical", leftovers=("search.json",), lists_all=False)


def run_program(program: Program, making: Making) -> None:
    """Let a program build the site into ``target``, in a project of its own.

    Some programs read and write below the folder of their settings only. So the project has the
    pages, the theme, and all settings together, those that the archive takes over too.
    """
    if importlib.util.find_spec(program.module) is None:
        reason = f"{program.module} is not installed; pip install {program.module}"
        raise GazetteError(reason)
    target = making.target
    with new_folder(target.parent, program.module) as project:
        write_project(making, project)
        making.warnings.extend(_run(program, project))
        for path in sorted((project / "site").iterdir()):
            shutil.move(path, target / path.name)
    refuse_left_out(program, making)
    if str(THEME) in making.config.theme.dirs:
        for name in program.leftovers:
            (target / name).unlink(missing_ok=True)
    if not program.lists_all:
        (target / SITEMAP).write_bytes(sitemap(target))


def _run(program: Program, project: Path) -> list[str]:
    """Run a program in its project; the warnings that it prints."""
    command = [sys.executable, "-m", program.module, "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(  # noqa: S603 - a program of the list below
        command,
        cwd=project,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    printed = _COLOUR.sub("", done.stdout)
    notices = [_notice(match) for match in _NOTICE.finditer(printed)]
    if done.returncode or not (project / "site/index.html").is_file():
        lines = notices[:MOST_SHOWN] or printed.splitlines()[-MOST_SHOWN:]
        how = f"exit code {done.returncode}" if done.returncode else "it made no site"
        raise GazetteError("\n".join([f"{program.module} failed: {how}", *map(_line, lines)]))
    return notices


def _notice(match: re.Match[str]) -> str:
    """A warning on one line, with the place in a file where one is given."""
    return _line(f"{match['place']}: {match['text']}" if match["place"] else match["text"])


def _line(printed: str) -> str:
    """What a program printed as a short line, whatever is in it."""
    return shorten("".join(sign if sign.isprintable() else " " for sign in printed))


def refuse_left_out(program: Program, making: Making) -> None:
    """Raise for a site that lacks pages, though the program that made it did not complain.

    Their addresses would be lost.
    """
    pages = get_files(making.config).documentation_pages()
    missing = [page.src_uri for page in pages if not (making.target / page.dest_uri).is_file()]
    if missing:
        reason = f"{program.module} left out {len(missing)} of {len(pages)} pages"
        raise GazetteError("\n".join([reason, *missing[:MOST_SHOWN]]))


def write_project(making: Making, project: Path) -> None:
    """The pages, the theme and the settings in one folder."""
    shutil.copytree(making.config.docs_dir, project / "docs", ignore=shutil.ignore_patterns(".*"))
    (project / "theme").mkdir()
    for folder in _own_themes(making.config):
        shutil.copytree(folder, project / "theme", dirs_exist_ok=True)
    text = yaml.dump(plain_settings(making), allow_unicode=True, sort_keys=False)
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")


def _own_themes(config: MkDocsConfig) -> list[str]:
    """The folders of templates that are laid over the theme that was installed, the lowest first."""
    own = {str(THEME), config.theme.custom_dir}
    return [folder for folder in reversed(config.theme.dirs) if folder in own]


def plain_settings(making: Making) -> dict[str, Any]:
    """All settings as they were said, with the places that they have in a project."""
    said, theme = making.said, making.said.get("theme")
    theme = dict(theme) if isinstance(theme, dict) else {"name": theme}
    home = Path(making.config.config_file_path or "").parent
    settings = said | {
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": theme | {"custom_dir": "theme", "language": spoken().language},
        "nav": translate_navigation(said.get("nav")),
        "hooks": [str((home / path).resolve()) for path in said.get("hooks") or []],
    }
    unsaid = [name for name in ("nav", "hooks") if not settings[name]]
    return {name: value for name, value in settings.items() if name not in unsaid}


MKDOCS = "mkdocs"
"""The program that is asked where nobody names another."""

BUILDERS: Mapping[str, Callable[[Making], None]] = {
    MKDOCS: make_here,
    "properdocs": partial(run_program, PROPERDOCS),
    "zensical": partial(run_program, ZENSICAL),
}
"""What makes a site of the pages, by the name of the program."""
