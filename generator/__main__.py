"""Run the generator: ``python -m generator``."""

import sys

if __name__ == "__main__":
    try:
        from generator.cli import main
    except KeyboardInterrupt:  # while everything is being loaded
        sys.exit(130)
    main(prog_name="python -m generator")
