"""Pieces of work for the tests of those who do them."""

import sys
import time


def tell(_: int) -> None:
    """Say that it has begun, and never end."""
    sys.stdout.write("at work\n")
    sys.stdout.flush()
    time.sleep(3600)
