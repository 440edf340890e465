"""The command line; the only place that prints, reads argv or exits."""

import sys
from contextlib import suppress
from pathlib import Path

import click
import msgspec
from rich.console import Console

from generator.accuracy import Accuracies, find_changes
from generator.archive import (
    Addition,
    all_errors,
    all_failures,
    all_unexplained,
    propose_addition,
    read_alone,
    read_archive,
    select_issues,
)
from generator.build import run_pages, turn
from generator.cli.building import build
from generator.cli.bundling import bundle, verify, wacz
from generator.cli.common_options import FOLDER, options
from generator.cli.differing import diff
from generator.cli.federating import federate
from generator.cli.finding_lines import findings_json, findings_text
from generator.cli.packing import data
from generator.cli.proving import prove
from generator.cli.report import (
    table_of,
    table_of_changes,
    table_of_figures,
    understanding_line,
)
from generator.cli.voice import (
    EXIT_FAILED,
    EXIT_UNREADABLE,
    Commands,
    Spoken,
    is_terminal,
    language_of_site,
    say,
    table_width,
)
from generator.errors import GazetteError, NotAGazette
from generator.model import Accuracy, Archive
from generator.model.codec import issue_to_json, issue_to_yaml
from generator.permanence import (
    describe_changes,
    describe_conflicts,
    refuse_conflicts,
    write_ledger,
)
from generator.publish import Layout, Start, open_server, refuse_full, start_archive
from generator.publish.turns import kept_beside
from generator.source import DESCRIPTION, LEDGER, find_failures, read_corrections, read_publication
from generator.words import examples
from generator.words.catalogue import CHINESE, list_languages
from generator.words.wording import issue_name
from generator.work import open_crew

FORMATS = {"json": issue_to_json, "yaml": issue_to_yaml}


@click.group(cls=Commands)
@click.version_option(package_name="gongbao")
def main() -> None:
    """Read printed government gazettes (政府公报) and publish them as a static archive."""


main.add_command(build)
main.add_command(data)
main.add_command(prove)
main.add_command(diff)
main.add_command(federate)
main.add_command(bundle)
main.add_command(verify)
main.add_command(wacz)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--publication", type=FOLDER, help="Folder with the publication.yml that describes the gazette."
)
@click.option(
    "--no-corrections",
    is_flag=True,
    help="Read the source as it is, without the corrections beside it.",
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="json", show_default=True
)
def parse(file: Path, publication: Path | None, no_corrections: bool, form: str) -> None:
    """Read one issue and print it as data."""
    record = read_publication(publication) if publication else None
    corrections, refused = ((), ()) if no_corrections else read_corrections(file)
    issue = read_alone(file, record, corrections)
    click.echo(FORMATS[form](issue).rstrip("\n"))
    say(*map(str, (*refused, *find_failures(issue, file))))


@main.command()
@options("issues", "docs", "config", "strict")
def pages(issues: Path, strict: bool, **paths: Path) -> None:
    """Read every issue and write the pages as Markdown."""
    with Spoken() as voice:
        run_pages(issues, Layout(**paths), voice, strict=strict)


@main.command()
@options("site")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="0: any that is free.",
)
def serve(site: Path, port: int) -> None:
    """Serve the finished site to this machine, as a web server would; Ctrl-C ends it."""
    with open_server(site, port) as server, suppress(KeyboardInterrupt):
        click.echo(server.address)
        server.serve_forever()


@main.command()
@click.argument("names", metavar="[ISSUE]...", nargs=-1)
@options("issues")
@click.option(
    "--strict",
    is_flag=True,
    help="Exit 1, too, for each error of which no correction speaks: text that is lost, out of order or "
    "not decoded, an entry of the contents without its document.",
)
@click.option("--all", "everything", is_flag=True, help="With ISSUE: list each removed mark, too.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print each finding as JSON, of ISSUE or of all."
)
@click.pass_context
def check(
    ctx: click.Context,
    names: tuple[str, ...],
    issues: Path,
    strict: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Show what was read of each issue; exit 2 when a file could not be read.

    With ISSUE, an id (yunxi/2021/4) or the path of its file, list each finding of it with the text
    of its line.

    Exit 1 when a correction did not apply, a permanent address would break, or characters of a
    source are neither in the issue nor in a finding.
    Everything that is wrong is said.
    """
    if everything and not names:
        raise click.UsageError("--all goes with ISSUE")
    ctx.with_resource(language_of_site())
    archive, errors = read(issues)
    if names:
        archive, errors = select_issues(archive, errors, issues, names)
    failures = all_failures(archive, issues)
    if as_json:
        click.echo(findings_json(archive, issues))
    elif names:
        click.echo(findings_text(archive, issues, everything=everything), nl=bool(archive.issues))
    else:
        click.echo(understanding_line(archive))
        Console(width=table_width()).print(table_of(archive))
    unexplained = all_unexplained(archive, issues)
    doubtful = all_errors(archive, issues) if strict else ()
    say(*map(str, (*errors, *failures, *unexplained, *doubtful)), *describe_conflicts(archive))
    if errors:
        ctx.exit(EXIT_UNREADABLE)
    if failures or archive.conflicts or unexplained or doubtful:
        ctx.exit(EXIT_FAILED)


@main.command()
@options("issues")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit 1 when the ledger is not up to date or lost what was published.",
)
@click.option(
    "--published",
    type=click.Path(path_type=Path),
    help="With --check: the last site or its catalogue, else that of the site beside the issues; or none.",
)
@click.option(
    "--since",
    metavar="REVISION",
    help="With --check: the revision of git to compare with, else HEAD.",
)
@click.pass_context
def permalinks(
    ctx: click.Context, issues: Path, only_check: bool, published: Path | None, since: str | None
) -> None:
    """Bring the ledger of permanent addresses up to date."""
    if (published or since) and not only_check:
        raise click.UsageError("--published and --since go with --check")
    with turn(Spoken(), issues):
        archive, errors = read(issues)
        say(*map(str, errors))
        refuse_conflicts(archive)
        if not only_check:
            write_ledger(issues, archive.permalinks)
    if only_check and (wrong := describe_changes(archive, issues, published, since)):
        say(*wrong)
        ctx.exit(EXIT_FAILED)
    retired = sum(entry.is_retired for entry in archive.permalinks)
    say(
        f"{issues / LEDGER}: {len(archive.permalinks)} ids, {retired} of them redirected or withdrawn"
    )


@main.command()
@options("issues")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option(
    "--compare",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Print what was gained and lost since this JSON was printed.",
)
def score(issues: Path, as_json: bool, compare: Path | None) -> None:
    """Measure how well the annotated issues are read, without and with corrections."""
    archive, errors = read(issues)
    say(*map(str, errors))
    figures = {record.id: record.accuracy for record in archive.issues if record.accuracy}
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(figures)))
        return
    console = Console(width=table_width())
    if compare:
        console.print(table_of_changes(find_changes(read_figures(compare), figures)))
        return
    for id_, accuracy in figures.items():
        console.print(table_of_figures(id_, accuracy))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@options("issues")
@click.option(
    "--publication", help="Folder name of the gazette, when the masthead does not name it."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
def add(file: Path, issues: Path, publication: str | None, yes: bool) -> None:
    """Put one issue into the archive, where its masthead says that it belongs."""
    addition = propose_addition(file, issues, publication)
    issue = issue_name(addition.issue)
    say(f"{addition.title} {issue}, {addition.documents} documents → {addition.path}")
    if not yes and not click.confirm("Copy?", default=True, err=True):
        return
    with turn(Spoken(), issues):
        copy(addition)


QUESTIONS = {
    "title": f"Name of the site, e.g. {examples.SITE}",
    "publisher": f"Who publishes it, e.g. {examples.PUBLISHER}",
    "region": f"Region of the gazette as a full path, e.g. {examples.REGION}",
    "gazette": f"Title of the gazette, e.g. {examples.GAZETTE}",
    "url": "Address that the site is going to have, e.g. https://gazettes.example.org/",
}
"""What a new archive is asked, by the names of the options that answer."""


@main.command()
@click.argument("folder", type=FOLDER)
@click.option("--title", help=QUESTIONS["title"])
@click.option("--publisher", help=QUESTIONS["publisher"])
@click.option("--region", help=QUESTIONS["region"])
@click.option("--gazette", help=QUESTIONS["gazette"])
@click.option("--url", help=QUESTIONS["url"])
@click.option(
    "--language",
    type=click.Choice(list_languages()),
    default=CHINESE,
    help="Language of the pages; gazettes are never translated.",
)
def new(folder: Path, language: str, **said: str | None) -> None:
    """Write a new archive into a folder of its own.

    On a terminal, what no option says is asked;
    an empty answer leaves it out. All but the title may be left out.
    """
    refuse_full(folder)
    if is_terminal(sys.stdin):
        said = {name: ask(name) if value is None else value for name, value in said.items()}
    answers = {name: " ".join((value or "").split()) for name, value in said.items()}
    if not answers["title"]:
        raise click.UsageError("a new archive needs a name: --title")
    id_ = start_archive(folder, Start(**answers, language=language))
    say(
        f"{folder}: a new archive; put issues into {folder / 'issues' / id_}, or add them with: gongbao add FILE"
    )


def ask(name: str) -> str:
    """The answer of a person, which may be empty for all but the title."""
    answer: str = click.prompt(
        QUESTIONS[name], default=None if name == "title" else "", show_default=False, err=True
    )
    return answer


def copy(addition: Addition) -> None:
    """Carry an addition out and say what may be done next."""
    addition.carry_out()
    if not addition.described:
        description = Path(addition.path).with_name(DESCRIPTION)
        say(
            f"{description}: says nothing yet; title, region and organs of the gazette there make reading surer"
        )


def read(issues: Path) -> tuple[Archive, tuple[NotAGazette, ...]]:
    """Read every issue, with a bar on a terminal."""
    with Spoken() as voice, open_crew() as crew:
        return read_archive(issues, voice.progress, crew, kept_beside(issues))


def read_figures(path: Path) -> Accuracies:
    """The figures that an earlier ``score --json`` printed."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Accuracy])
    except msgspec.MsgspecError as error:
        raise GazetteError(f"{path}: holds no figures of accuracy: {error}") from error
