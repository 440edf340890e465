"""``bundle`` and ``verify``: the archive or a part of it as one file, and whether such a file is still whole."""

from pathlib import Path

import click

from generator.build import run_bundle
from generator.cli.common_options import options
from generator.cli.report import count, shown
from generator.cli.voice import EXIT_FAILED, EXIT_UNREADABLE, Spoken, language_of_site, say
from generator.errors import NotAGazette
from generator.publish import Layout
from generator.publish.bundles.verifying import verdict_lines
from generator.publish.bundles.verifying import verify as verify_bundle

MEGABYTE = 1e6


@click.command()
@click.argument("part", metavar="[ID]", default="")
@options("issues", "docs", "dist", "config", "strict", "lenient")
@click.option(
    "--site-url",
    envvar="SITE_URL",
    help="Permanent address of the whole archive, to which a part leads (or $SITE_URL).",
)
def bundle(
    *,
    part: str,
    issues: Path,
    strict: bool,
    lenient: bool,
    site_url: str | None,
    **paths: Path,
) -> None:
    """Read every issue and build a bundle that opens by double click.

    With ID, of one gazette (yunxi) or one issue (yunxi/2021/4): a small site of its own. A bundle is a BagIt bag,
    which `gongbao verify` checks.
    """
    with Spoken() as voice:
        held, path = run_bundle(
            issues,
            Layout(**paths),
            voice,
            strict=strict,
            lenient=lenient,
            part=part,
            address=site_url,
        )
    say(f"{path}: {count(held)}, {path.stat().st_size / MEGABYTE:.1f} MB")


@click.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.pass_context
def verify(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Compare bundles with the lists of checksums that they carry.

    FILE is a bundle (.zip) or its folder. Each file that was altered, is missing or was added is a line. Exit 1 for
    any, 2 where a bundle cannot be read. Needs the package bagit.
    """
    ctx.with_resource(language_of_site())
    worst = 0
    for file in files:
        try:
            verdict = verify_bundle(file)
        except NotAGazette as error:
            say(str(error))
            worst = EXIT_UNREADABLE
            continue
        click.echo("\n".join(map(shown, verdict_lines(file, verdict))))
        worst = max(worst, EXIT_FAILED if verdict.differences else 0)
    ctx.exit(worst)
