"""The small project, under the name that its tests have for it."""

import pytest

from generator.publish import Layout


@pytest.fixture
def layout(project: Layout) -> Layout:
    """Where the small project keeps what it publishes."""
    return project
