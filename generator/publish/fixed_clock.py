"""The archive's date as the time of every tool that minds ``SOURCE_DATE_EPOCH``."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from generator.archive.clock import VARIABLE


@contextmanager
def fixed_clock(moment: datetime) -> Iterator[None]:
    """Let every tool that minds ``SOURCE_DATE_EPOCH`` take this moment for now."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
