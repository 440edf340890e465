"""``bundle``, ``verify``, ``wacz``: the archive or a part of it as one file, and whether such a file is whole."""

from pathlib import Path

import click

from generator.archive.clock import clock_of
from generator.build import in_language_of, read_kept, run_bundle, turn
from generator.cli.common_options import options
from generator.cli.report import count, shown
from generator.cli.voice import EXIT_FAILED, EXIT_UNREADABLE, Spoken, language_of_site, say
from generator.errors import NotAGazette
from generator.publish import Layout
from generator.publish.address import web_address
from generator.publish.bundles.verifying import verdict_lines
from generator.publish.bundles.verifying import verify as verify_bundle
from generator.publish.bundles.web_archive import keep_site

MEGABYTE = 1e6


@click.command()
@click.argument("part", metavar="[ID]", default="")
@options("issues", "docs", "dist", "config", "strict", "lenient")
@click.option(
    "--site-url",
    envvar="SITE_URL",
    help="Address of the whole archive on the web, to which a part leads (or $SITE_URL).",
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


@click.command()
@options("issues", "site", "dist", "config")
@click.option("--site-url", envvar="SITE_URL", help="Address of the site (or $SITE_URL).")
def wacz(*, issues: Path, site_url: str | None, **paths: Path) -> None:
    """Pack the finished site as a web archive (WACZ), which programs replay at its address.

    It has the date of the issues, as the site and its bundles have.
    """
    layout = Layout(**paths)
    address = web_address(layout, site_url)
    with Spoken() as voice, in_language_of(layout, voice), turn(voice, issues, *paths.values()):
        moment = clock_of(read_kept(issues, voice))
        with voice.busy("web archive"):
            path = keep_site(layout, address, moment)
    say(f"{path}: {path.stat().st_size / MEGABYTE:.1f} MB")
