"""What every test may use."""

import shutil
from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.model import Archive

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--golden`` rewrites golden files instead of comparing with them (``make golden``)."""
    parser.addoption("--golden", action="store_true", help="rewrite the golden files from what the program makes now")


@pytest.fixture(scope="session")
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--golden"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def issues(tmp_path: Path) -> Path:
    """An input folder with the two issues of the fictional gazette, ready to be damaged."""
    folder = tmp_path / "issues"
    shutil.copytree(ROOT / "tests/fixtures/demo", folder / "yunxi")
    return folder


@pytest.fixture
def archive(issues: Path) -> Archive:
    """The fictional gazette as an archive."""
    archive, errors = read_archive(issues)
    assert errors == ()
    return archive


@pytest.fixture(scope="session")
def real_archive() -> Archive:
    """The archive of this project."""
    archive, errors = read_archive(ROOT / "issues")
    assert errors == ()
    return archive
