"""The command line; the only place that prints, reads argv or exits."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import Progress

from generator.archive import (
    LEDGER,
    Addition,
    add_new_ids,
    find_failures,
    has_errors,
    is_up_to_date,
    propose_addition,
    read_archive,
    read_corrections,
    read_publication,
    read_source,
    refuse_conflicts,
    write_ledger,
)
from generator.archive.accuracy import Accuracies, find_changes
from generator.errors import GazetteError, NotAGazette, WrongUse
from generator.model import Accuracy, Archive
from generator.model.codec import issue_to_json, issue_to_yaml
from generator.pages import build_pages
from generator.publish import Layout, build_site, refuse_to_replace, site_address, take_turn, write_bundle, write_pages
from generator.report import count, shares_of, table_of, table_of_changes, table_of_figures

ERR = Console(stderr=True)
FORMATS = {"json": issue_to_json, "yaml": issue_to_yaml}
FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)

WIDTH = 120
"""Columns of a table that goes to no terminal."""

EXIT_FAILED = 1
"""Something was read and is wrong, or a site could not be built."""
EXIT_UNREADABLE = 2
"""A source is no gazette or cannot be read; also wrong use of the command line."""


class Commands(click.Group):
    """The commands; here, and only here, an error becomes a line on standard error and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (NotAGazette, WrongUse) as error:
            say(str(error))
            ctx.exit(EXIT_UNREADABLE)
        except GazetteError as error:
            say(str(error))
            ctx.exit(EXIT_FAILED)


@click.group(cls=Commands)
@click.version_option(package_name="gongbao")
def main() -> None:
    """Read printed government gazettes (政府公报) and publish them as a static archive."""


def options(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command those of the common options that it needs."""
    common = {
        "issues": click.option("--issues", type=FOLDER, default=Path("issues"), help="Folder of the sources."),
        "docs": click.option("--docs", type=FOLDER, default=Path("docs_src"), help="Folder of the pages."),
        "site": click.option("--site", type=FOLDER, default=Path("site"), help="Folder of the finished site."),
        "dist": click.option("--dist", type=FOLDER, default=Path("dist"), help="Folder of the finished bundle."),
        "config": click.option("--config", type=FILE, default=Path("mkdocs.yml"), help="Configuration of MkDocs."),
        "lenient": click.option("--lenient", is_flag=True, help="Publish in spite of warnings of MkDocs."),
    }

    def add(command: Callable[..., None]) -> Callable[..., None]:
        for name in reversed(names):
            command = common[name](command)
        return command

    return add


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--publication", type=FOLDER, help="Folder with the publication.yml that describes the gazette.")
@click.option("--no-corrections", is_flag=True, help="Read the source as it is, without the corrections beside it.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="json", show_default=True)
def parse(file: Path, publication: Path | None, no_corrections: bool, form: str) -> None:
    """Read one issue and print it as data."""
    record = read_publication(publication) if publication else None
    corrections, refused = ((), ()) if no_corrections else read_corrections(file)
    issue = read_source(file, record, corrections)
    click.echo(FORMATS[form](issue).rstrip("\n"))
    say(*map(str, (*refused, *find_failures(issue, file))))


@main.command()
@options("issues", "docs")
def pages(issues: Path, docs: Path) -> None:
    """Read every issue and write the pages as Markdown."""
    with turn(issues, docs):
        generate(issues, docs)


@main.command()
@options("issues", "docs", "site", "config", "lenient")
@click.option("--site-url", envvar="SITE_URL", help="Address that the site is going to have (or $SITE_URL).")
def build(issues: Path, lenient: bool, site_url: str | None, **paths: Path) -> None:
    """Read every issue and build the site."""
    layout = Layout(**paths)
    refuse_to_replace(layout.site, issues, layout.docs, layout.config)
    address = site_address(layout, site_url)
    with turn(issues, layout.docs, layout.site):
        archive = generate(issues, layout.docs)
        with busy("site"):
            warnings = build_site(archive, layout, strict=not lenient, address=address)
    say(*warnings, f"{layout.site}: {count(archive)}")


@main.command()
@options("issues", "docs", "dist", "config", "lenient")
def bundle(issues: Path, lenient: bool, **paths: Path) -> None:
    """Read every issue and build a bundle that opens by double click."""
    layout = Layout(**paths)
    site_address(layout)
    with turn(issues, layout.docs, layout.site, layout.dist):
        archive = generate(issues, layout.docs)
        with busy("bundle"):
            path = write_bundle(archive, layout, strict=not lenient)
    say(f"{path}: {count(archive)}, {path.stat().st_size / 1e6:.1f} MB")


@main.command()
@options("issues")
@click.option("--strict", is_flag=True, help="Exit 1 when an issue has a finding of severity error.")
@click.pass_context
def check(ctx: click.Context, issues: Path, strict: bool) -> None:
    """Show what was read of each issue; exit 2 when a file could not be read.

    Exit 1 when a correction did not apply or a permanent address would break.
    """
    archive, errors = read(issues)
    failures = failures_of(archive, issues)
    click.echo(shares_of(archive))
    Console(width=None if sys.stdout.isatty() else WIDTH).print(table_of(archive))
    say(*map(str, (*errors, *failures)))
    if errors:
        ctx.exit(EXIT_UNREADABLE)
    refuse_conflicts(archive)
    if failures:
        ctx.exit(EXIT_FAILED)
    if strict and any(has_errors(record) for record in archive.issues):
        ctx.exit(EXIT_FAILED)


@main.command()
@options("issues")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when the ledger is not up to date.")
@click.pass_context
def permalinks(ctx: click.Context, issues: Path, only_check: bool) -> None:
    """Bring the ledger of permanent addresses up to date."""
    with turn(issues):
        archive, errors = read(issues)
        say(*map(str, errors))
        refuse_conflicts(archive)
        if not only_check:
            write_ledger(issues, archive.permalinks)
    if only_check and not is_up_to_date(issues, archive):
        say(f"{issues / LEDGER} is not up to date; run: python -m generator permalinks")
        ctx.exit(EXIT_FAILED)
    gone = sum(entry.is_gone for entry in archive.permalinks)
    say(f"{issues / LEDGER}: {len(archive.permalinks)} ids, {gone} of them redirected or withdrawn")


@main.command()
@options("issues")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--compare", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Print what was gained and lost since this JSON was printed.")
def score(issues: Path, as_json: bool, compare: Path | None) -> None:
    """Measure how well the annotated issues are read, without and with corrections."""
    archive, errors = read(issues)
    say(*map(str, errors))
    figures = {record.id: record.accuracy for record in archive.issues if record.accuracy}
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(figures)))
        return
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    if compare:
        console.print(table_of_changes(find_changes(read_figures(compare), figures)))
        return
    for id_, accuracy in figures.items():
        console.print(table_of_figures(id_, accuracy))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@options("issues")
@click.option("--publication", help="Folder name of the gazette, when the masthead does not tell.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def add(file: Path, issues: Path, publication: str | None, yes: bool) -> None:
    """Put one issue into the archive, where its masthead says that it belongs."""
    addition = propose_addition(file, issues, publication)
    say(f"{addition.title} {addition.year}年第{addition.number}期，{addition.documents} documents → {addition.path}")
    if not yes and not click.confirm("Copy?", default=True, err=True):
        return
    with turn(issues):
        copy(addition)


def copy(addition: Addition) -> None:
    """Carry an addition out and say what may be done next."""
    addition.carry_out()
    if not addition.described:
        folder = Path(addition.path).parent
        say(f"{folder} has no publication.yml; one with title, region and organs makes reading surer")


def generate(issues: Path, docs: Path) -> Archive:
    """Read every issue, say which files could not be read, and write the pages."""
    archive, errors = read(issues)
    say(*map(str, errors))
    refuse_conflicts(archive)
    with busy("pages"):
        changes = write_pages(build_pages(archive), docs)
    say(f"{docs}: {changes.written} pages written, {changes.kept} unchanged, {changes.removed} removed")
    remember(archive, issues)
    return archive


def remember(archive: Archive, issues: Path) -> None:
    """Add new ids to the ledger; where nothing may be written, the same ids come out of the same issues again."""
    try:
        new = add_new_ids(issues, archive)
    except GazetteError as error:
        say(str(error))
    else:
        say(*[f"{issues / LEDGER}: {new} new ids; commit it with the issues"] if new else [])


def read(issues: Path) -> tuple[Archive, tuple[NotAGazette, ...]]:
    """Read every issue, with a bar on a terminal."""
    with Progress(console=ERR, transient=True, disable=not ERR.is_terminal) as bar:
        task = bar.add_task("issues", total=None)
        return read_archive(issues, lambda _, done, total: bar.update(task, completed=done, total=total))


@contextmanager
def turn(issues: Path, *written: Path) -> Iterator[None]:
    """Be the only run that is at work on these folders; say so where that means to wait for another one.

    Beside a folder of issues that is not there nothing is made: its name may be a slip.
    """
    paths = (issues, *written) if issues.is_dir() else written
    with take_turn(*paths, waiting=lambda folder: say(f"{folder}: another run is at work; waiting for it to end")):
        yield


@contextmanager
def busy(what: str) -> Iterator[None]:
    """Show on a terminal that something is going on."""
    if ERR.is_terminal:
        with ERR.status(what):
            yield
    else:
        yield


def failures_of(archive: Archive, issues: Path) -> tuple[NotAGazette, ...]:
    """The corrections of every issue that did not apply, with their lines."""
    sources = ((record.issue, issues / record.publication / record.issue.source) for record in archive.issues)
    return tuple(failure for issue, source in sources for failure in find_failures(issue, source))


def read_figures(path: Path) -> Accuracies:
    """The figures that an earlier ``score --json`` printed."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Accuracy])
    except msgspec.MsgspecError as error:
        raise GazetteError(f"{path}: holds no figures of accuracy: {error}") from error


def say(*lines: str) -> None:
    """Print lines on standard error, where they do not get between the data."""
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201 - the one place that prints
