"""The documents of the frozen archive."""

import pytest

from generator.archive import read_archive
from generator.model import Archive
from tests.conftest import SAMPLES


@pytest.fixture(scope="session")
def sampled_archive() -> Archive:
    """The frozen archive, read once."""
    archive, errors = read_archive(SAMPLES)
    assert not errors
    return archive
