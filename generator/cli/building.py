"""The command that builds the site, here or on many machines."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import click

from generator.build import run_build
from generator.cli.common_options import options
from generator.cli.report import count
from generator.cli.voice import Spoken, say
from generator.publish import Layout
from generator.publish.builders import BUILDERS, MKDOCS
from generator.publish.turns import new_folder, work_folder
from generator.work import Crew, open_crew
from generator.work.crew import available_cores

HERE = "here"
"""What ``--scheduler`` means without an address."""

MOST_WORKERS = 64
"""Most workers of this machine."""
MOST_ON_CORE = 4
"""Most of them for each of its cores; more only stand in each other's way."""


@click.command()
@options("issues", "docs", "site", "config", "strict", "lenient")
@click.option(
    "--site-url", envvar="SITE_URL", help="Address that the site is going to have (or $SITE_URL)."
)
@click.option(
    "--builder",
    type=click.Choice(list(BUILDERS)),
    default=MKDOCS,
    show_default=True,
    help="Program that makes the site of the pages; others than MkDocs are installed separately.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Make everything anew; what an earlier build made is neither used nor kept.",
)
@click.option(
    "--scheduler",
    metavar="[ADDRESS]",
    is_flag=False,
    flag_value=HERE,
    help="Spread the work by Dask: over the workers of a scheduler, e.g. tcp://host:8786, or without an address "
    "over some of this machine that live for the one build. Needs the packages distributed and fsspec.",
)
@click.option(
    "--results",
    metavar="URL",
    help="With --scheduler: folder or object store that this machine and all workers share, for what they hand to "
    "each other, e.g. file:///mnt/results or s3://bucket/results.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    help="With --scheduler without an address: how many, four for each core at most. "
    "[default: one for each core, 4 at most]",
)
def build(  # noqa: PLR0913 - click hands each option over by its name
    *,
    issues: Path,
    strict: bool,
    lenient: bool,
    site_url: str | None,
    builder: str,
    no_cache: bool,
    scheduler: str | None,
    results: str | None,
    workers: int | None,
    **paths: Path,
) -> None:
    """Read every issue and build the site."""
    layout = Layout(**paths)
    gather = gathering(scheduler, results, workers, issues)
    with Spoken() as voice:
        held = run_build(
            issues,
            layout,
            voice,
            strict=strict,
            lenient=lenient,
            address=site_url,
            builder=builder,
            cached=not no_cache,
            gather=gather,
        )
    say(f"{layout.site}: {count(held)}")


def gathering(
    scheduler: str | None, results: str | None, workers: int | None, issues: Path
) -> Callable[[], AbstractContextManager[Crew]]:
    """Who does the work of a build, as the command line wants it."""
    if scheduler is None:
        if results or workers:
            raise click.UsageError("--results and --workers go with --scheduler")
        return open_crew
    if scheduler == HERE:
        most = MOST_ON_CORE * available_cores()
        if workers and workers > most:
            raise click.UsageError(
                f"--workers {workers}: this machine has cores for {most} at most"
            )
        return lambda: workers_here(issues, results, workers)
    if workers:
        raise click.UsageError("--workers goes with --scheduler without an address")
    if not results:
        raise click.UsageError(
            "--scheduler with an address needs --results, which all its workers can reach"
        )
    return lambda: workers_of(scheduler, results)


@contextmanager
def workers_here(issues: Path, results: str | None, workers: int | None) -> Iterator[Crew]:
    """Workers of this machine; without another place they leave what they made beside the cache."""
    from generator.work.cluster import Cluster, open_cluster  # noqa: PLC0415 - nobody else needs it

    with (
        new_folder(work_folder(issues), "parcels") as folder,
        open_cluster(Cluster("", results or folder.as_uri(), workers)) as crew,
    ):
        yield crew


@contextmanager
def workers_of(scheduler: str, results: str) -> Iterator[Crew]:
    """The workers that a scheduler knows."""
    from generator.work.cluster import Cluster, open_cluster  # noqa: PLC0415 - nobody else needs it

    with open_cluster(Cluster(scheduler, results)) as crew:
        yield crew
