"""What the command line says, and how it ends.

Every error is a line on standard error and an exit code.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TextIO

import click
from rich.console import Console
from rich.progress import Progress, TaskID

from generator.cli.report import shown
from generator.errors import AlreadySaid, GazetteError, NotAGazette, WrongUse, describe
from generator.publish import Layout
from generator.publish.identity import read_site
from generator.words.catalogue import CHINESE
from generator.words.say import speaking

ERR = Console(stderr=True)

EXIT_FAILED = 1
"""Something was read and is wrong, or a site could not be built."""
EXIT_UNREADABLE = 2
"""A source is no gazette or cannot be read; also wrong use of the command line."""
EXIT_INTERRUPTED = 130
"""Somebody pressed Ctrl-C; what shells say of a program that ended by it."""

NOT_WRITTEN = frozenset(
    {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EPIPE, errno.EBADF}
)
"""What the system says of something that could not be written."""


WIDTH = 120
"""Columns of a table that goes to no terminal."""


class Commands(click.Group):
    """The commands.

    Here, and only here, an error becomes a line on standard error and an exit code.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (NotAGazette, WrongUse) as error:
            say(str(error))
            ctx.exit(EXIT_UNREADABLE)
        except AlreadySaid as error:
            ctx.exit(EXIT_UNREADABLE if error.unreadable else EXIT_FAILED)
        except GazetteError as error:
            say(str(error))
            ctx.exit(EXIT_FAILED)
        except OSError as error:
            say_refused(error)
            ctx.exit(EXIT_FAILED)
        except UnicodeEncodeError as error:
            say(f"{error.object!a}: this name cannot be said in {error.encoding}; set PYTHONUTF8=1")
            ctx.exit(EXIT_FAILED)
        except (KeyboardInterrupt, click.Abort) as error:
            ctx.exit(end_abandoned(error))

    def main(self, *args: Any, **options: Any) -> Any:
        """Read the arguments and run a command.

        ``--help`` and ``--version`` print before there is one to run.
        """
        try:
            return super().main(*args, **options)
        except OSError as error:
            say_refused(error)
            sys.exit(EXIT_FAILED)


def end_abandoned(error: BaseException) -> int:
    """The exit code of a run that somebody interrupted, or whose question nobody answered."""
    if isinstance(error, KeyboardInterrupt) or isinstance(error.__context__, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    say("nothing was done: nobody answered; options that answer: --help")
    return EXIT_FAILED


@contextmanager
def language_of_site() -> Iterator[None]:
    """Say everything in the language of the site whose folder this is; in Chinese where that is not known."""
    config, language = Layout().config, CHINESE
    with suppress(GazetteError, OSError):
        language = read_site(config).language if config.is_file() else CHINESE
    with speaking(language):
        yield


class Spoken:
    """How a run goes on, said to a person.

    It says lines, and on a terminal what takes a while and how far it is.
    """

    def __init__(self) -> None:
        self._bar = Progress(console=ERR, transient=True, disable=not ERR.is_terminal)
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        """Begin to speak."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away, however the run ended."""
        self._bar.stop()

    def say(self, *lines: str) -> None:
        """Print lines on standard error."""
        say(*lines)

    @contextmanager
    def busy(self, what: str) -> Iterator[None]:
        """Show that something is going on."""
        if ERR.is_terminal:
            with ERR.status(what):
                yield
        else:
            yield

    def progress(self, path: str, done: int, total: int) -> None:  # noqa: ARG002 - the bar names no file
        """Show how many sources are read; after the last one the bar goes."""
        if self._task is None:
            self._bar.start()
            self._task = self._bar.add_task("issues", total=total)
        self._bar.update(self._task, completed=done)
        if done == total:
            self._bar.stop()


class Named(click.Path):
    """A path to write to, which is said in one line and on every terminal."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse a name with control characters."""
        if shown(str(value)) != str(value):
            self.fail("holds characters that no terminal shows", param, ctx)
        return super().convert(value, param, ctx)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; one that was closed before the program began is None."""
    return stream is not None and stream.isatty()


def table_width() -> int | None:
    """Columns of a table: those of the terminal, or as many as it may have where there is none."""
    return None if is_terminal(sys.stdout) else WIDTH


def say(*lines: str) -> None:
    """Print lines on standard error, where they do not get between the data; it never fails."""
    try:
        for line in "\n".join(lines).split("\n") if lines else ():
            sys.stderr.write(f"{shown(line)}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        give_up(sys.stderr)


def say_refused(error: OSError) -> None:
    """Say in one line what the system refused; nothing where somebody no longer listens.

    What writes a file names it; only the standard output has no name of its own.
    """
    if error.filename is None and error.errno in NOT_WRITTEN:
        error.filename = "standard output"
        give_up(sys.stdout)
    if not isinstance(error, BrokenPipeError):
        say(describe(error))


def give_up(stream: TextIO) -> None:
    """Let whatever else is written to a stream go nowhere.

    So the end of the program is no error of its own.
    """
    with suppress(OSError, ValueError, AttributeError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
