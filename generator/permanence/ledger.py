"""``issues/permalinks.yml``.

The ledger of permanent addresses as a file that people read, compare and correct.
"""

import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import yaml

from generator.errors import GazetteError, NotAGazette
from generator.model import Archive, Permalink
from generator.model.ids import PARTS, SPECIALS, read_id
from generator.permanence.permalinks import Ledger, order
from generator.permanence.plain_entries import read_plain_entries, write_plain_entry
from generator.source.folder import LEDGER, is_there
from generator.source.yaml_file import read_yaml_as_it_is, read_yaml_text, refusal
from generator.source.yaml_limits import OWN
from generator.words.examples import REASON

HEAD = f"""\
# Every address that was ever published, and how its document is recognised again: number, title without punctuation,
# first and last source line; nth counts the documents as they were added, for the search. An id is given once and never
# removed. `gongbao permalinks` writes this file.
#
# By hand, under an id, or once for all under the id of a whole issue (yunxi/2021/4) or of a gazette (yunxi):
#   withdrawn: {REASON}      the document was taken out on purpose; its address says so and why
#   to: <another id>     the document is at another address now; its old address leads there. A gazette that is named
#                        anew leads to the new one (to: xinyunxi), each issue and document to the same one there
"""

SERIAL = "s[0-9]{1,7}(?:-[0-9]{1,7})?"
"""How an id counts an issue by the number of all issues: ``s78``."""
_SPECIAL = f"(?:{'|'.join(SPECIALS)})[0-9]{{0,4}}"
_PART = f"(?:-(?:{'|'.join(PARTS)}|p[1-9][0-9]?))?"
COUNT = f"(?:(?:{SERIAL}|[0-9]{{1,4}}(?:-[0-9]{{1,4}})?(?:-{_SPECIAL})?|{_SPECIAL}){_PART})"
"""How an id counts an issue: ``4``, ``3-4``, ``z1``, ``4-z``, ``s78``, ``12-shang``."""
ID = re.compile(
    rf"[a-z0-9]+(?:-[a-z0-9]+)*(?:(?:/[0-9]{{1,4}}/{COUNT}|/{SERIAL}{_PART})(?:/[1-9][0-9]{{0,5}})?)?"
)
"""``yunxi/2021/4/1``, or ``yunxi/2021/4`` for a whole issue and ``yunxi`` for a whole gazette."""

HEADLINES = re.compile(rb"(?:#[^\n]*\n)*")
"""The comment at its head, as bytes."""

UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""Characters that are read again as they were only
where they are written out between quotation marks."""

EMPTY = "{}\n"
"""What YAML has for no entries."""

KEYS = set(Permalink.__struct_fields__) - {"id"}
"""What an entry may say."""


class _Dumper(yaml.SafeDumper):
    """Writes a pair of lines as ``[39, 99]``.

    No value is written as a reference, and rare characters (𬭎) are written as they are.
    """

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the base class's signature
        """Write everything out."""
        return True


def _write_pair(dumper: _Dumper, pair: tuple[int, ...]) -> yaml.Node:
    """A pair of lines, on one line."""
    node: yaml.Node = dumper.represent_sequence("tag:yaml.org,2002:seq", pair, flow_style=True)
    return node


def _write_text(dumper: _Dumper, text: str) -> yaml.Node:
    """A text, between quotation marks where it would not be read again as it is."""
    style = '"' if UNPRINTED.search(text) else None
    node: yaml.Node = dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    return node


_Dumper.add_representer(tuple, _write_pair)
_Dumper.add_representer(str, _write_text)


def read_ledger(folder: Path) -> Ledger:
    """The ledger of an input folder, empty when there is none yet.

    Raises :class:`~generator.errors.NotAGazette` with the line of whatever is wrong in it.
    """
    path = folder / LEDGER
    return read_entries(path) if is_there(path) else {}


def read_entries(path: Path) -> Ledger:
    """The entries that a ledger's file holds; raises as :func:`read_ledger` does."""
    entries = read_plain_entries(read_yaml_text(path, OWN))
    if entries is not None and all(map(ID.fullmatch, entries)):
        return entries
    plain = read_yaml_as_it_is(path)
    refuse_twice(path)
    return {id_: _read_entry(path, id_, value) for id_, value in plain.items()}


def refuse_twice(path: Path) -> None:
    """Raise for an id that is there twice, as after a merge of two branches.

    YAML keeps the last only.
    """
    try:
        node = yaml.compose(
            path.read_text(encoding="utf-8-sig"),
            Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
        )
    except yaml.YAMLError:  # JSON that YAML refuses: pairs of surrogates
        return
    seen: set[str] = set()
    for key, _ in node.value if node else ():
        if key.value in seen:
            raise NotAGazette(
                str(path), key.start_mark.line + 1, f"the id {key.value} is here a second time"
            )
        seen.add(key.value)


def _read_entry(path: Path, id_: str, value: Any) -> Permalink:
    """One entry; an error names the line of the value that does not fit."""
    at = f" - at `$.{id_}`"
    if not ID.fullmatch(id_):
        raise refusal(path, f"{id_[:80]!r} is no id such as yunxi/2021/4/1{at}")
    if not isinstance(value, dict):
        raise refusal(path, f"Expected a mapping of names to values{at}")
    if unknown := sorted(set(map(str, value)) - KEYS):
        raise refusal(
            path, f"{', '.join(unknown)}: an entry has only {', '.join(sorted(KEYS))}{at}"
        )
    try:
        return msgspec.convert({**value, "id": id_}, Permalink)
    except msgspec.ValidationError as error:
        raise refusal(path, str(error).replace("`$", f"`$.{id_}", 1)) from error


def format_ledger(entries: tuple[Permalink, ...]) -> str:
    """The ledger as text: in the order of the ids, the same entries as the same bytes."""
    written = [write_plain_entry(entry) or _dump(entry) for entry in sorted(entries, key=order)]
    return f"{HEAD}\n{''.join(written) or EMPTY}"


def _dump(entry: Permalink) -> str:
    """An entry in which anything may be."""
    text: str = yaml.dump(
        {entry.id: _plain(entry)}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=4096
    )
    return text


def _plain(entry: Permalink) -> dict[str, Any]:
    """What is known of an id, without what is not."""
    values = {name: getattr(entry, name) for name in entry.__struct_fields__ if name in KEYS}
    return {name: value for name, value in values.items() if value}


def write_ledger(folder: Path, entries: tuple[Permalink, ...]) -> None:
    """Put the ledger in the place of the old one in one step.

    Before that it is read again and must say the same. Raises
    :class:`~generator.errors.GazetteError` where nothing may be written, or where nobody could read
    what was.
    """
    unfinished = folder / f".{LEDGER}.part"
    try:
        unfinished.write_bytes(format_ledger(entries).encode())
        refuse_other(unfinished, entries)
        unfinished.replace(folder / LEDGER)
    except (OSError, UnicodeError, NotAGazette) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise GazetteError(f"{folder / LEDGER} cannot be written: {_reason(error)}") from error


def _reason(error: OSError | UnicodeError | NotAGazette) -> str:
    """Why a file could not be written, without its name."""
    if isinstance(error, NotAGazette):
        return error.reason
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def refuse_other(path: Path, entries: tuple[Permalink, ...]) -> None:
    """Raise an error unless a file says again what was written into it.

    The error is a :class:`~generator.errors.NotAGazette`.
    """
    read = read_entries(path)
    if wrong := [entry.id for entry in entries if read.get(entry.id) != entry]:
        raise NotAGazette(str(path), 0, f"{wrong[0]!r} would not be read again as it is")


def add_new_ids(folder: Path, archive: Archive) -> int:
    """Add to the ledger the ids that it does not hold; how many these were.

    What a person wrote of a whole issue or gazette that is not there any more is written under each
    id of it, and where a document is that is in another issue now. Nothing else is changed.
    """
    held = read_ledger(folder)
    issues = {record.id for record in archive.issues}
    new = tuple(entry for entry in archive.permalinks if entry.id not in held)
    kept = dict(held)
    for entry in archive.permalinks:
        if entry.id in held and entry.is_retired and _is_elsewhere(entry, issues):
            kept[entry.id] = entry
    if new or kept != held:
        write_ledger(folder, (*kept.values(), *new))
    return len(new)


def _is_elsewhere(entry: Permalink, issues: Collection[str]) -> bool:
    """Whether the issue of an entry is not there any more, or the entry leads to another one."""
    if entry.issue not in issues:
        return True
    return entry.to is not None and str(read_id(entry.to).issue) != entry.issue


def is_up_to_date(folder: Path, archive: Archive) -> bool:
    """Whether the file is what :func:`write_ledger` would make it.

    What an older version wrote at its head makes no difference.
    An archive that never published anything needs none.
    """
    path = folder / LEDGER
    if not (archive.permalinks or path.exists()):
        return True
    return path.is_file() and _body(path.read_bytes()) == _body(
        format_ledger(archive.permalinks).encode()
    )


def _body(text: bytes) -> bytes:
    """A ledger without the comment at its head."""
    return HEADLINES.sub(b"", text, count=1)
