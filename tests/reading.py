"""How tests read the bytes of a print: as the program does, without files."""

from collections.abc import Sequence

from generator.link import cite_issue
from generator.model import Issue
from generator.model.correction import Correction
from generator.parse import parse_issue
from generator.parse.print_forms import read_in_simplified
from generator.proof import prove_issue
from generator.read import Read, read_print
from tests.laws import assert_laws, assert_nothing_lost


def read_bytes(
    data: bytes, name: str = "print.txt", corrections: Sequence[Correction] = ()
) -> Issue:
    """The issue that is read of some bytes, with what its documents cite."""
    print_ = read_print(data, name, corrections)
    return prove_issue(_understand(print_), data, print_.printed)


def read_lawfully(
    data: bytes, name: str = "print.txt", corrections: Sequence[Correction] = ()
) -> Issue:
    """As :func:`read_bytes`; asserts the laws that hold for every issue and that nothing of the print is lost."""
    print_ = read_print(data, name, corrections)
    issue = prove_issue(_understand(print_), data, print_.printed)
    assert_laws(issue)
    assert_nothing_lost(issue, print_.lines)
    return issue


def _understand(print_: Read) -> Issue:
    """The issue that the lines of a print hold."""
    return read_in_simplified(print_, lambda plain: cite_issue(parse_issue(plain)))
