"""What every test may use."""

import shutil
import signal
from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.model import Archive
from generator.publish import Layout
from tests.sampling import Sampling, add_options
from tests.sampling import sampled as sampled  # a fixture  # noqa: PLC0414

# A run in the background ignores it, and what it starts too.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests/archive/issues"
"""The frozen archive that the engine is tested against; ``issues/`` is nobody's business here."""

CONFIG = """
site_name: 云溪 文库
docs_dir: docs
theme: {name: null, custom_dir: theme, static_templates: [sitemap.xml]}
plugins: []
not_in_nav: /archive/**
nav: [{首页: index.md}]
validation: {links: {not_found: warn, anchors: warn}}
"""

MAIN = """<title>{{ page.title }}</title>{% if config.extra.bundle %}<p>离线</p>{% endif %}{{ page.content }}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--golden`` rewrites golden files (``make golden``); the others say which tests and cases run."""
    parser.addoption(
        "--golden",
        action="store_true",
        help="rewrite the golden files from what the program makes now",
    )
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Long matrices are sampled."""
    config.pluginmanager.register(Sampling(config), "sampling")


@pytest.fixture(scope="session")
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--golden"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """Folder of the frozen archive."""
    return SAMPLES


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
    """The frozen archive: five printed issues of four gazettes, with corrections, truths and a ledger."""
    archive, errors = read_archive(SAMPLES)
    assert errors == ()
    return archive


@pytest.fixture
def project(tmp_path: Path) -> Layout:
    """A project with a theme of one line, so that MkDocs takes no time, and two pages written by hand."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "theme").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "theme/main.html").write_text(MAIN, encoding="utf-8")
    (tmp_path / "docs/about.md").write_text("# 关于\n", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# 首页\n\n[关于](about.md)\n", encoding="utf-8")
    return Layout(
        config=tmp_path / "mkdocs.yml",
        docs=tmp_path / "docs",
        site=tmp_path / "site",
        dist=tmp_path / "dist",
    )


@pytest.fixture
def ready(project: Layout) -> Layout:
    """The small project without pages written by hand, so that generated ones are all it has."""
    text = project.config.read_text(encoding="utf-8")
    project.config.write_text(text.replace("nav: [{首页: index.md}]\n", ""), encoding="utf-8")
    for name in ("about.md", "index.md"):
        (project.docs / name).unlink()
    return project
