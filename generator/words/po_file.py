"""A file of messages (gettext, PO): read with Babel, and refused with its line where it is broken.

Babel passes over much that gettext refuses: a quotation mark that is not there costs a message its
key, of two messages with one key it drops one, and a rule for plural forms is never tried.
"""

import gettext
import io
import re
from importlib.resources.abc import Traversable
from typing import NoReturn

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from generator.errors import GazetteError

_LINE = re.compile(
    r"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"
    r'"(?:[^"\\]|\\.)*"\s*)?'
)
"""A comment, a text between quotation marks, with or without what it is, or nothing."""
_NAMED = re.compile(
    r'^msgctxt\s*"(?P<key>.*)"\s*\nmsgid\s*(?P<text>".*"(?:\s*\n".*")*)', re.MULTILINE
)
TRIED = 1_000
"""Numbers that a rule for plural forms is tried with; those of all languages repeat after a hundred."""


def read_po_file(path: Traversable) -> Catalog:
    """The messages of a file.

    Raises :class:`~generator.errors.GazetteError` with the line for one that is no file of messages.
    """
    text = _read_text(path)
    for number, line in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line):
            _refuse(path, number, "a comment, or a text between quotation marks, is expected")
    _refuse_twice(path, text)
    try:
        catalogue = read_po(io.StringIO(text), abort_invalid=True)
    except PoFileError as error:
        _refuse(path, error.lineno + 1, str(error).rpartition(" on ")[0])
    except (ValueError, LookupError) as error:
        _refuse(path, 1, f"the head of the file: {error}")
    _refuse_rule(path, catalogue)
    return catalogue


def _read_text(path: Traversable) -> str:
    """The text of a file, which may begin with the mark of UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        _refuse(path, 1, "is not UTF-8")


def _refuse_twice(path: Traversable, text: str) -> None:
    """Refuse a message that is there twice, as after two people's work was put together."""
    lines: dict[tuple[str, str], int] = {}
    line, place = 1, 0
    for match in _NAMED.finditer(text):
        line += text.count("\n", place, match.start())
        place = match.start()
        first = lines.setdefault((match["key"], match["text"]), line)
        if first != line:
            _refuse(path, line, f"{match['key']} is in line {first} already")


def _refuse_rule(path: Traversable, catalogue: Catalog) -> None:
    """Refuse a rule for plural forms that is none, or names a form that is not there."""
    rule, forms = str(catalogue.plural_expr), catalogue.num_plurals
    try:
        form_of = gettext.c2py(rule)
        if all(0 <= form_of(number) < forms for number in range(TRIED)):
            return
        reason = f"names more than {forms} forms"
    except (ValueError, ArithmeticError):
        reason = "is no rule"
    _refuse(path, 1, f"Plural-Forms: {rule} {reason}")


def _refuse(path: Traversable, line: int, reason: str) -> NoReturn:
    said = " ".join(reason.split())
    raise GazetteError(f"{path}:{line}: {said}")
