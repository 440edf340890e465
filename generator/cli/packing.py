"""``data``: the whole archive as data, in a folder, whatever its size."""

from pathlib import Path

import click

from generator.build import run_data
from generator.cli.common_options import options
from generator.cli.report import count
from generator.cli.voice import Spoken, say
from generator.publish import Layout


@click.command()
@options("issues", "dist", "config", "strict")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the package; dist/data unless it is said. Files in it that are of the package are replaced.",
)
def data(issues: Path, into: Path | None, *, strict: bool, **paths: Path) -> None:
    """Write the whole archive as data: catalogue, JSON Lines with texts, CSV tables, a data package, SQLite.

    A site has the tables and the database only while they are small; these are the same files with the same bytes.
    """
    layout = Layout(**paths)
    folder = into or layout.dist / "data"
    with Spoken() as voice:
        held = run_data(issues, layout, folder, voice, strict=strict)
    say(f"{folder}: {count(held)}")
