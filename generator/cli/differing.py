"""``diff``: the files that have to be sent to a host, and those that have to go from it."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from generator.cli.report import shown, shown_json
from generator.errors import WrongUse
from generator.publish.upload import Change, SiteChanges, compare_sites

SENT, GONE = ("added", "changed"), ("removed",)
"""The changes whose files a host is sent, and those whose files it has to delete."""

SITE = click.Path(path_type=Path)


@click.command()
@click.argument("old", type=SITE)
@click.argument("new", type=SITE)
@click.option("--json", "form", flag_value="json", help="Print the changes as JSON.")
@click.option(
    "--upload",
    "form",
    flag_value="upload",
    help="Print only the paths of added and changed files, for rsync --files-from.",
)
@click.option(
    "--delete", "form", flag_value="delete", help="Print only the paths of removed files."
)
@click.option(
    "-0",
    "--null",
    is_flag=True,
    help="With --upload or --delete: end each path with a NUL and not with a line, for xargs -0.",
)
def diff(old: Path, new: Path, form: str | None, *, null: bool) -> None:
    """List the files that differ between two builds of a site.

    OLD and NEW are folders of sites, or bundles. A file is compared by size, then byte by byte; times do not count.
    One line a file, by path: what became of it, the bytes of the new file (or of the removed one), the path.
    """
    lists = {"upload": SENT, "delete": GONE}
    if null and form not in lists:
        raise click.UsageError("--null goes with --upload or --delete")
    changes = compare_sites(old, new)
    if form in lists:
        click.echo(list_paths(changes.of(*lists[form]), null=null), nl=False)
    elif form == "json":
        text = msgspec.json.format(msgspec.json.encode(plain_of(changes))).decode()
        click.echo(shown_json(text))
    else:
        click.echo("\n".join(lines_of(changes)))


def list_paths(changes: Sequence[Change], *, null: bool) -> bytes:
    """The paths as a program reads them, each with its end.

    Raises :class:`~generator.errors.WrongUse` for a path with a line end, which no list of lines can hold.
    """
    end = b"\0" if null else b"\n"
    paths = [os.fsencode(change.path) for change in changes]
    broken = [path for path in paths if b"\n" in path or b"\r" in path]
    if broken and not null:
        reason = f"{os.fsdecode(broken[0])}: holds the end of a line; use --null"
        raise WrongUse(shown(reason))
    return b"".join(path + end for path in paths)


def lines_of(changes: SiteChanges) -> Iterator[str]:
    """A line for each change, and one that sums them up."""
    for change in changes.changes:
        yield shown(f"{change.kind:<7} {change.bytes:>12,}  {change.path}")
    counts = (f"{len(changes.of(kind))} {kind}" for kind in (*SENT, *GONE))
    sent = changes.of(*SENT)
    yield f"{', '.join(counts)}, {changes.unchanged} unchanged; to send: {_bytes(sent):,} bytes in {len(sent)} files"


def plain_of(changes: SiteChanges) -> dict[str, Any]:
    """The changes as plain data."""
    listed = {
        kind: [{"path": shown_name(one.path), "bytes": one.bytes} for one in changes.of(kind)]
        for kind in (*SENT, *GONE)
    }
    return {**listed, "unchanged": changes.unchanged, "bytes": _bytes(changes.of(*SENT))}


def shown_name(path: str) -> str:
    """A path that JSON can hold: halves of characters are escaped, all else is as it is."""
    return path.encode("utf-8", "backslashreplace").decode()


def _bytes(changes: Sequence[Change]) -> int:
    """The bytes of some files together."""
    return sum(change.bytes for change in changes)
