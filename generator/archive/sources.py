"""One file → one issue, by the kind of file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.archive.completion import complete_issue
from generator.errors import NotAGazette
from generator.link import cite_issue
from generator.model import Issue, PublicationRecord
from generator.model.correction import Correction
from generator.parse import parse_issue
from generator.parse.print_forms import read_in_simplified
from generator.proof import prove_issue, prove_parsed
from generator.read import FORMATS, read_print
from generator.registers.topics import classify_issue
from generator.source.folder import refuse_special, unread
from generator.source.yaml_file import line_of, read_yaml_issue, read_yaml_text

LARGEST_PRINT = 32_000_000
"""Largest print, in bytes: some hundred times those of a thick issue."""

Reader = Callable[[Path, PublicationRecord | None, Sequence[Correction]], Issue]
"""Reads a file; raises ``NotAGazette`` or ``OSError``."""


def read_printed(
    path: Path, publication: PublicationRecord | None, corrections: Sequence[Correction]
) -> Issue:
    """An issue from its print as people corrected it, with what its documents cite."""
    if path.stat().st_size > LARGEST_PRINT:
        raise NotAGazette(path.name, 0, f"is larger than {LARGEST_PRINT:,} bytes")
    data = path.read_bytes()
    read = read_print(data, path.name, corrections)
    issue = read_in_simplified(read, lambda plain: cite_issue(parse_issue(plain, publication)))
    return prove_issue(issue, data, read.printed)


def read_parsed(
    path: Path,
    publication: PublicationRecord | None,  # noqa: ARG001 - the file says it all itself
    corrections: Sequence[Correction],  # noqa: ARG001 - as above
) -> Issue:
    """An issue that another program parsed, with what that program did not search for."""
    parsed = read_yaml_issue(path)
    return prove_parsed(
        complete_issue(parsed), parsed.plain, lambda at: line_of(read_yaml_text(path), at)
    )


PARSED = ".yml"
"""Ending of an issue that another program parsed."""

READERS: dict[str, Reader] = {
    **{ending: read_printed for form in reversed(FORMATS) for ending in form.endings},
    PARSED: read_parsed,
}
"""How each kind of file is read, by the ending of its name."""


def read_issue(
    path: Path, publication: PublicationRecord | None = None, corrections: Sequence[Correction] = ()
) -> Issue:
    """The issue in a file.

    Whatever is wrong with it is a :class:`~generator.errors.NotAGazette` with its path.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise NotAGazette(str(path), 0, f"is none of {', '.join(READERS)}")
    try:
        refuse_special(path)
        return classify_issue(reader(path, publication, corrections), publication)
    except NotAGazette as error:
        raise NotAGazette(str(path), error.line, error.reason) from error
    except OSError as error:
        raise unread(path, error) from error
