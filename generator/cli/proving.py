"""``prove``: the ledger of the characters of an issue, from its source to all that was published of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from generator.build import Proven, run_prove
from generator.cli.common_options import options
from generator.cli.report import shown
from generator.cli.voice import EXIT_FAILED, EXIT_UNREADABLE, Spoken, say
from generator.prove import IN_MEMORY, Proof
from generator.publish import Layout
from generator.publish.engine import CONFIG

ACCOUNT = {
    "source": "source",
    "kept": "kept",
    "changed": "repaired",
    "marks": "marks",
    "furniture": "page numbers",
    "form": "form of elements",
    "lost": "lost",
    "unexplained": "unexplained",
    "added": "added",
    "disordered": "disordered",
    "moved": "moved",
}
"""What the figures of an account are called."""
STALE = "{}: where other sources or another release made it, build it anew and prove it again"
PLACES = {"pages": "on the page", "index": "in the index", "data": "in the data"}
"""What the places are called in which characters are published."""


@click.command()
@click.argument("wanted", metavar="[ISSUE]...", nargs=-1)
@options("issues")
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    help="Finished site, or a bundle (.zip or its folder); site/ where it is, else nothing but the sources is needed.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="Configuration of MkDocs; mkdocs.yml where it is, else that of the program.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the ledgers as JSON.")
@click.pass_context
def prove(
    ctx: click.Context,
    wanted: tuple[str, ...],
    issues: Path,
    site: Path | None,
    config: Path | None,
    *,
    as_json: bool,
) -> None:
    """Prove that every printed character of a source is on the site.

    ISSUE is an id such as yunxi/2021/4 or the path of a source; without one all are proven. Prints a ledger of
    characters for each issue. Exit 1 for any difference, 2 when a file could not be read.
    """
    own = Layout()
    layout = Layout(
        config=config or (own.config if own.config.is_file() else CONFIG),
        site=issues.parent / own.site,
    )
    with Spoken() as voice:
        proven = run_prove(issues, layout, voice, wanted, site)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(plain_of(proven, issues))).decode())
    else:
        click.echo("\n".join(map(shown, lines_of(proven, issues))))
    say(*map(str, proven.errors))
    if proven.errors:
        ctx.exit(EXIT_UNREADABLE)
    if not all(proof.holds for proof in proven.proofs):
        say(*[STALE.format(proven.outlet)] if proven.outlet != IN_MEMORY else ())
        ctx.exit(EXIT_FAILED)


def lines_of(proven: Proven, issues: Path) -> Iterator[str]:
    """The ledgers as lines of text."""
    yield f"proven: {proven.outlet}"
    for proof in proven.proofs:
        yield ""
        yield f"{proof.id}  {issues / proof.file}  {'holds' if proof.holds else 'DOES NOT HOLD'}"
        yield from (f"  {name:<20}{figure:>17}" for name, figure in figures_of(proof))
        yield from (f"{issues / proof.file}:{line}" for line in differences_of(proof))


def figures_of(proof: Proof) -> Iterator[tuple[str, str]]:
    """The figures of a ledger with their names."""
    account = proof.account
    for field, name in ACCOUNT.items():
        yield name, f"{getattr(account, field):,}"
    for reason, number in account.set_aside.items():
        yield f"set aside: {reason}", f"{number:,}"
    found = msgspec.structs.asdict(proof.found)
    for field, expected in msgspec.structs.asdict(proof.expected).items():
        yield PLACES[field], f"{found[field]:,} of {expected:,}"
    yield "differences", f"{len(proof.differences):,}"


def differences_of(proof: Proof) -> Iterator[str]:
    """Each difference with line and characters."""
    for one in proof.differences:
        yield f"{one.line}: {one.place}: {one.said}"


def plain_of(proven: Proven, issues: Path) -> dict[str, Any]:
    """The ledgers as plain data."""
    return {
        "proven": proven.outlet,
        "issues": [_plain_proof(proof, issues) for proof in proven.proofs],
        "unread": [str(error) for error in proven.errors],
    }


def _plain_proof(proof: Proof, issues: Path) -> dict[str, Any]:
    """One ledger as plain data."""
    file = str(issues / proof.file)
    return {
        "id": proof.id,
        "file": file,
        "holds": proof.holds,
        "account": msgspec.to_builtins(proof.account),
        "expected": msgspec.to_builtins(proof.expected),
        "found": msgspec.to_builtins(proof.found),
        "differences": [{"file": file, **msgspec.to_builtins(one)} for one in proof.differences],
    }
