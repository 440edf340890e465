"""Run the generator: ``python -m generator``, or ``gongbao`` where it is installed."""

import sys


def run(name: str = "gongbao") -> None:
    """Load the command line, which takes a moment, and hand over to it."""
    try:
        from generator.cli import main  # noqa: PLC0415 - loading takes a moment, in which Ctrl-C must be no traceback
    except KeyboardInterrupt:
        sys.exit(130)
    main(prog_name=name)


if __name__ == "__main__":
    run("python -m generator")
