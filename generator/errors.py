"""The errors a caller of the generator can meet; ``cli`` turns them into exit codes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class GazetteError(Exception):
    """Anything that this program refuses to do, with a reason in plain words."""


class WrongUse(GazetteError):
    """An option or a setting that cannot be used."""


class AlreadySaid(GazetteError):
    """The end of a run of which every reason was reported already.

    :param unreadable: whether a file could not be read; else one was read and is wrong
    """

    def __init__(self, *, unreadable: bool) -> None:
        self.unreadable = unreadable
        super().__init__("see the lines above")


class NotAGazette(GazetteError):
    """A source that is no gazette issue or cannot be read.

    :param source: name of the file
    :param line: 1-based line at which reading stopped, 0 when the file as a whole is meant
    :param reason: one plain sentence without a full stop
    """

    def __init__(self, source: str, line: int, reason: str) -> None:
        self.source, self.line, self.reason = source, line, reason
        super().__init__(_one_line(f"{source}:{line}: {reason}"))


class Unreadable(NotAGazette):
    """A file that the system does not hand over; it has no lines to speak of."""

    def __str__(self) -> str:
        """Path and reason."""
        return _one_line(f"{self.source}: {self.reason}")


def describe(error: OSError) -> str:
    """What the system refused, as one line with the path.

    E.g. ``site/index.html: No space left on device``.
    """
    reason = error.strerror or str(error) or type(error).__name__
    path = error.filename if error.filename2 is None else error.filename2
    return _one_line(f"{_name(path)}: {reason}" if path is not None else reason)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Give an :class:`OSError` the path that was meant, where the system names none.

    It names none for a disk that is full.
    """
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def _name(path: object) -> str:
    return path.decode(errors="surrogateescape") if isinstance(path, bytes) else str(path)


def _one_line(text: str) -> str:
    """A text whose line ends, which a file name may hold, are written out."""
    return text.replace("\n", "\\n").replace("\r", "\\r")
