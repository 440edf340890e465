"""Options that several commands have, each with one default and one explanation."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.cli.voice import Named

FILE = Named(path_type=Path, dir_okay=False)
FOLDER = Named(path_type=Path, file_okay=False)


def options(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command those of the common options that it needs."""
    common = {
        "issues": click.option(
            "--issues", type=FOLDER, default=Path("issues"), help="Folder of the sources."
        ),
        "docs": click.option(
            "--docs", type=FOLDER, default=Path("docs_src"), help="Folder of the pages."
        ),
        "site": click.option(
            "--site", type=FOLDER, default=Path("site"), help="Folder of the finished site."
        ),
        "dist": click.option(
            "--dist", type=FOLDER, default=Path("dist"), help="Folder of the finished bundle."
        ),
        "config": click.option(
            "--config", type=FILE, default=Path("mkdocs.yml"), help="Configuration of MkDocs."
        ),
        "strict": click.option(
            "--strict",
            is_flag=True,
            help="Fail, and write nothing, where a file could not be read (exit 2) or corrected (exit 1).",
        ),
        "lenient": click.option(
            "--lenient", is_flag=True, help="Publish in spite of warnings of MkDocs."
        ),
    }

    def add(command: Callable[..., None]) -> Callable[..., None]:
        for name in reversed(names):
            command = common[name](command)
        return command

    return add
