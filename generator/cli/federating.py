"""``federate``: one index over archives that are published already."""

from pathlib import Path

import click

from generator.cli.common_options import FOLDER
from generator.cli.voice import Spoken, say
from generator.federation import Wanted, run_federate
from generator.publish.address import check_address
from generator.words.catalogue import CHINESE, list_languages


@click.command()
@click.argument("archives", nargs=-1, required=True, metavar="ARCHIVE[=ADDRESS]...")
@click.option("--into", type=FOLDER, required=True, help="Folder of the index.")
@click.option("--address", help="Address that the index is going to have.")
@click.option("--title", help="Name of the index.")
@click.option("--publisher", help="Who is responsible for the index, for the foot of its pages.")
@click.option("--contact", help="How they are reached: an address of mail or of the web, or words.")
@click.option(
    "--language",
    type=click.Choice(list_languages()),
    default=CHINESE,
    help="Language of the pages; gazettes are never translated.",
)
@click.option(
    "--strict", is_flag=True, help="Fail, and write nothing, where an archive cannot be read."
)
def federate(
    archives: tuple[str, ...], into: Path, language: str, *, strict: bool, **said: str | None
) -> None:
    """Make one index over archives that are published already.

    ARCHIVE is the folder of a site, or of its data files (data/). ADDRESS is where that site is published:
    a/site=https://a.example.gov.cn/, or a path from the root of the index: a/site=../a/. Without one the site lies
    beside the index, in the same folder, and is led to there. Only what an archive publishes is read.

    The index lists and finds documents by number, issuer, year and title, and leads to each at its permanent address in
    its archive; it has no page of a document. An archive that cannot be read is said, and left out.
    """
    title, publisher, contact = (
        " ".join((said[name] or "").split()) or None for name in ("title", "publisher", "contact")
    )
    if contact and "://" in contact:
        check_address(contact, "--contact")
    wanted = Wanted(into, said["address"], title, language, strict, publisher, contact)
    with Spoken() as voice:
        held = run_federate(archives, wanted, voice)
    counts = ", ".join(
        f"{count} {name if count != 1 else name[:-1]}" for name, count in held._asdict().items()
    )
    say(f"{into}: {counts}")
